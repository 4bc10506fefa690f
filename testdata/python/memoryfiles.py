import io
import json
from io import BytesIO, StringIO


def writing():
    f = io.StringIO()
    print(f.write("hello"), f.write(" wörld\n"), f.tell())
    print("x", 1, [2], file=f)
    print("a", "b", sep="-", end="!", file=f)
    f.writelines(["p\n", "q"])
    print(repr(f.getvalue()), f.closed)


def reading():
    f = StringIO("one\ntwo\nthree")
    print(repr(f.read(2)), repr(f.readline()), f.tell(), repr(f.read()), repr(f.read()), repr(f.readline()))
    f.seek(0)
    for line in f:
        print(repr(line))
    f.seek(0)
    print(f.readlines(), f.readlines())
    f.seek(4)
    print(repr(f.readline(2)), repr(f.read(-1)))
    f.seek(0)
    header = next(f)
    print(repr(header), list(f), sorted(StringIO("b\na\n")))


def places():
    f = StringIO("abcdef")
    print(f.seek(2), f.write("XY"), f.getvalue(), f.tell())
    print(f.seek(0, 2), f.write("!"), f.getvalue())
    f.seek(3)
    print(f.truncate(), f.getvalue(), f.truncate(1), repr(f.getvalue()))
    f.seek(4)
    f.write("z")
    print(repr(f.getvalue()), f.readable(), f.writable(), f.seekable())
    g = StringIO("start")
    g.write("X")
    print(g.getvalue())


def context():
    with io.StringIO() as f:
        f.write("in")
        text = f.getvalue()
    print(text, f.closed)
    try:
        f.write("x")
    except ValueError as e:
        print(e)


def binary():
    b = io.BytesIO(b"ab\ncd")
    print(b.read(1), b.readline(), b.read(), b.tell(), b.getvalue())
    b.seek(0)
    print(list(b), b.seek(-2, 2), b.read(), b.seek(1), b.write(b"ZZZZZ"), b.getvalue())
    c = BytesIO()
    c.write(b"\x00\x01")
    c.write("é".encode())
    print(c.getvalue(), len(c.getvalue()), c.truncate(1), c.getvalue())
    with BytesIO(b"x") as d:
        print(d.readlines())


def with_json():
    f = io.StringIO()
    json.dump({"a": [1, 2]}, f)
    json.dump([1], f, indent=1)
    print(f.getvalue())
    print(json.load(io.StringIO('{"k": 1}')), json.load(io.BytesIO(b"[1, 2]")))


def as_argument():
    def emit(out, n):
        for i in range(n):
            out.write(str(i) + ",")
        print("done", file=out)

    buf = io.StringIO()
    emit(buf, 3)
    print(buf.getvalue())


def newlines():
    print(repr(io.StringIO("a\r\nb\rc\n").getvalue()), repr(io.StringIO("a\r\nb\rc\n", newline=None).getvalue()), repr(io.StringIO("a\nb", newline="\r\n").getvalue()))


def errors():
    f = io.StringIO("abc")
    try:
        f.seek(-1)
    except ValueError as e:
        print(e)
    try:
        f.seek(1, 1)
    except OSError as e:
        print(type(e).__name__, e)
    try:
        f.truncate(-1)
    except ValueError as e:
        print(e)
    try:
        print("x", file=io.BytesIO())
    except TypeError as e:
        print(e)
    f.close()
    try:
        f.read()
    except ValueError as e:
        print(e)
    b = io.BytesIO()
    b.close()
    try:
        b.read()
    except ValueError as e:
        print(e)
