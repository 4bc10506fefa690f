"""Files of bytes."""
import os
import tempfile
from pathlib import Path


def size(path):
    with open(path, "rb") as f:
        return len(f.read())


def bytes_and_lines():
    path = os.path.join(tempfile.mkdtemp(), "data")
    with open(path, "wb") as out:
        print(out.write(b"ab\ncd\n\xff"), out.name == path, out.closed, type(out).__name__)
        out.writelines([b"1", b"2"])
    print(out.closed)
    with open(path, mode="rb") as f:
        for line in f:
            print(line)
    f = open(Path(path), "rb")
    print(f.read(2), f.readline(), f.readlines(), f.read(), type(f).__name__)
    f.close()
    with open(path, "ab") as out:
        out.write("é".encode())
    print(size(path), sum(len(line) for line in open(path, "rb")))


def errors():
    path = os.path.join(tempfile.mkdtemp(), "data")
    try:
        open(path, "rb")
    except FileNotFoundError as e:
        print(e.strerror)
    open(path, "wb").close()
    try:
        open(path, "rb").write(b"x")
    except Exception as e:
        print(type(e).__name__, e)
    f = open(path, "rb")
    f.close()
    try:
        f.read()
    except ValueError as e:
        print(type(e).__name__)
    with open(path, "wb") as out:
        out.write(b"\xff")
        out.flush()
    try:
        print(open(path, "rb").read().decode("ascii"))
    except UnicodeDecodeError as e:
        print(e)
