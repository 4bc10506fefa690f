import json


def tried(f):
    try:
        return f()
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


def made():
    print(bytearray(), bytearray(3), bytearray(b"ab\xff"), bytearray([1, 2, 255]), bytearray("é", "utf-8"), bytearray(range(3)), bytearray(bytearray(b"x")), bytearray.fromhex("00 ff"))
    print(tried(lambda: bytearray([256])), tried(lambda: bytearray("x")), tried(lambda: bytearray(-1)), tried(lambda: bytearray(2.5)))
    a = bytearray(b"hello")
    print(len(a), bool(a), bool(bytearray()), list(a), a[0], a[-1], a[1:3], a[::-1], 104 in a, b"ll" in a, bytearray(b"lo") in a, str(a), type(a).__name__, isinstance(a, bytearray), isinstance(a, bytes), f"{a}", bytes(a), tried(lambda: hash(a)), tried(lambda: a[9]))


def changed():
    a = bytearray(b"hello")
    a[0] = 72
    a[-1] = ord("O")
    print(a)
    a[1:3] = b"EL!"
    print(a)
    a[::2] = b"...."[: len(a[::2])]
    print(a)
    a[2:2] = [65, 66]
    a[10:] = b"end"
    print(a)
    del a[0]
    del a[1:3]
    del a[::2]
    print(a)
    a.append(33)
    a.extend(b"xy")
    a.extend([1, 2])
    a.insert(0, 64)
    a.insert(-1, 35)
    a.insert(99, 36)
    print(a, a.pop(), a.pop(0), a)
    a.remove(33)
    a.reverse()
    print(a)
    b = a
    c = a.copy()
    b += b"++"
    b *= 2
    print(a is b, a, c)
    a.clear()
    print(a, b, c, len(b))
    print(tried(lambda: a.pop()), tried(lambda: c.pop(99)), tried(lambda: c.remove(0)), tried(lambda: c.append(256)), tried(lambda: c.append("x")), tried(lambda: c.extend("x")), tried(lambda: c.extend(5)))

    def put(key, value):
        c[key] = value

    print(tried(lambda: put(99, 1)), tried(lambda: put(0, 300)), tried(lambda: put(0, "x")), tried(lambda: put(slice(0, 4, 2), b"x")))


def operators():
    a = bytearray(b"ab")
    print(a + b"c", b"c" + a, a * 2, 2 * a, a + a, a == b"ab", b"ab" == a, a == bytearray(b"ab"), a != b"x", a < b"b", a >= bytearray(b"ab"), b"a" < a, bytearray(b"%d-%s") % (1, b"x"), a == "ab")
    print(tried(lambda: a + "x"), tried(lambda: a + 1), tried(lambda: a < 1))
    print(sorted([bytearray(b"b"), bytearray(b"a")]), max(a), sum(a), [x for x in a], {bytes(a): 1}, a in [b"ab"], json.dumps(a.decode()))


def methods():
    a = bytearray(b"Hello, World, x")
    print(a.upper(), a.lower(), a.title(), a.swapcase(), a.capitalize(), a.decode(), a.hex(), a.hex("-"))
    print(a.split(b", "), a.rsplit(b",", 1), a.partition(b","), a.rpartition(b","), a.splitlines(), bytearray(b"a b").split())
    print(a.find(b"o"), a.rfind(111), a.index(b"W"), a.count(b"l"), a.startswith(b"He"), a.endswith((b"x", b"y")), tried(lambda: a.index(b"q")))
    print(a.replace(b"l", b"L", 2), a.strip(b"xH"), a.lstrip(), a.center(20, b"*"), a.ljust(17), a.rjust(17, b"."), bytearray(b"-5").zfill(5), bytearray(b"a\tb").expandtabs(4))
    print(a.removeprefix(b"Hello"), a.removesuffix(b"x"), bytearray(b",").join([b"a", bytearray(b"b")]), b"-".join([bytearray(b"p"), b"q"]), a.translate(bytes.maketrans(b"lo", b"01")), bytearray.maketrans(b"a", b"b")[97])
    print(a.isalpha(), bytearray(b"12").isdigit(), bytearray(b"a1").isalnum(), bytearray(b" ").isspace(), a.isascii(), bytearray(b"A").isupper(), bytearray(b"a").islower(), a.istitle())


def used():
    import base64
    import hashlib
    import struct
    a = bytearray(b"data")
    print(base64.b64encode(a), hashlib.md5(a).hexdigest(), int.from_bytes(a, "big"), struct.unpack(">I", a), b"data".find(a[1:3]), b"x".replace(b"x", a), a.decode("ascii"), str(a, "utf-8"))
    out = bytearray()
    for word in ["a", "bc"]:
        out += word.encode()
        out.append(10)
    print(bytes(out))

    def crc(data):
        c = 0
        for b in data:
            c = (c * 31 + b) % 65521
        return c

    print(crc(out), crc(b"a\nbc\n"))

    def mask(data: bytearray, key: int) -> bytearray:
        for i in range(len(data)):
            data[i] ^= key
        return data

    print(mask(a, 7), a)
