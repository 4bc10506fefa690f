"""Positions in files, files that are read and written, functions that take paths as objects, and the parts of times."""

import io
import itertools
import os
import shutil
import tempfile
import time
from pathlib import Path


def binary():
    with tempfile.TemporaryDirectory() as d:
        p = os.path.join(d, "b")
        with open(p, "wb") as f:
            print(f.write(b"hello\nworld\n"), f.tell(), f.readable(), f.writable(), f.seekable(), f.mode)
        with open(p, "rb") as f:
            print(f.seek(3), f.read(2), f.tell(), f.readline(), f.seek(-3, 2), f.read(), f.seek(0, io.SEEK_SET), f.seek(2, io.SEEK_CUR), f.read(1))
            try:
                f.write(b"x")
            except io.UnsupportedOperation as e:
                print(e)
        with open(p, "r+b") as f:
            print(f.read(2), f.write(b"XX"), f.read(2), f.tell(), f.seek(0), f.read(), f.truncate(4), f.tell())
        with open(p, "ab") as f:
            print(f.tell(), f.write(b"!"), f.tell())
        print(open(p, "rb").read())


def text():
    with tempfile.TemporaryDirectory() as d:
        p = os.path.join(d, "t")
        with open(p, "w+") as f:
            print(f.write("één\ntwee\n"), f.tell(), f.seek(0), repr(f.read()), f.mode, f.readable(), f.seekable())
            print(f.seek(0, 2), f.write("drie"), f.seek(0), f.readline(), end="")
            at = f.tell()
            print(at, f.read(2), f.seek(at), f.read(), f.truncate(6), f.seek(0), f.read())
            for bad in [(1, 1), (1, 2), (-1, 0), (0, 5)]:
                try:
                    f.seek(*bad)
                except (ValueError, OSError) as e:
                    print(type(e).__name__, e)
        with open(p, "a+") as f:
            print(f.tell(), repr(f.read()), f.seek(0), repr(f.read()), f.write("z"))
        print(repr(open(p).read()), open(p).writable())
        f = open(p)
        f.close()
        try:
            f.seek(0)
        except ValueError as e:
            print(e)


def path_objects():
    with tempfile.TemporaryDirectory() as d:
        p = Path(d) / "a.txt"
        p.write_text("x")
        print(os.path.exists(p), os.path.basename(p), os.path.getsize(p), os.path.splitext(p)[1], os.path.join(Path("q"), "r"))
        shutil.copy(p, Path(d) / "b.txt")
        print(sorted(os.listdir(Path(d))))
        os.remove(p)
        os.rename(Path(d) / "b.txt", os.path.join(d, "c.txt"))
        print(sorted(os.listdir(d)))


def falsy():
    print(list(itertools.filterfalse(None, [0, 1, "", "a", None])))


def parts_of_times():
    t = time.gmtime(86400)
    y, m, d, *rest = t
    print(y, m, d, rest, t[:3], t[0], len(t), list(t)[:2], t == time.gmtime(86400), tuple(t)[5], t[-1])
