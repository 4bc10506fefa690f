import json
import math
from collections import Counter

PARTS = [0.0, 1.0, -1.0, 0.5, -2.25, 3.0, 1e16, 1e-7, -0.0]


def tried(f):
    try:
        return f()
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


def literals():
    print(2j, 1 + 2j, 1 - 2j, -1j, 0j, -0j, 1.5e3j, 1_0j, 1e400j, .5J, 3 + 0j, -(1 + 2j), +(2j), complex(-0.0, 0.0), complex(0.0, -0.0), complex(math.nan, -math.inf))
    z = 3 - 4j
    print(z.real, z.imag, z.conjugate(), abs(z), bool(z), bool(0j), str(z), repr(z), f"{z} {z!r}", "%s %r" % (z, z), "{}".format(z), type(z).__name__, isinstance(z, complex), isinstance(1.0, complex))


def arithmetic():
    zs = [complex(a, b) for a in PARTS[:6] for b in PARTS[:6:2]]
    for z in zs:
        for w in [1j, 2 - 1j, complex(0.1, 0.2), 3 + 0j]:
            print(z + w, z - w, z * w, z / w, z == w, z != w)
        print(z + 1, 1 + z, z - 2.5, 2.5 - z, z * 2, True * z, z / 2, tried(lambda: 2 / z), -z, z ** 2, tried(lambda: z ** -1), z ** 0)
    print(tried(lambda: 1j / 0), tried(lambda: 0j ** -1), tried(lambda: 0j ** 1j), tried(lambda: (1e200 + 1e200j) ** 3))


def powers():
    for z in [1j, 1 + 1j, 2 - 3j, -8 + 0j]:
        print("%.10f %.10f" % ((z ** 0.5).real, (z ** 0.5).imag), "%.10f %.10f" % ((z ** (1 + 1j)).real, (z ** (1 + 1j)).imag), z ** 3, z ** 10)
    data = json.loads("[-8, 0.3333333333333333]")
    w = data[0] ** data[1]
    print("%.6f %.6f" % (w.real, w.imag), pow(2j, 2), (1 + 2j) ** 100 != 0)


def conversions():
    for text in ["1+2j", " ( 3-4j ) ", "j", "-j", "+1j", "2", "1e3-1e-3j", "infj", "nan+nanj", "-inf", "1 + 2j", "", "x", "1+2", "j1", "1_0j", "1e5j", "+-1j", "1+-2j"]:
        print(repr(text), tried(lambda: complex(text)))
    print(complex(), complex(1), complex(1.5, 2), complex(1, 2j), complex(2j, 3j), complex(True), complex(1 + 2j), complex(real=1, imag=2), complex(imag=3))
    data = json.loads('[1, 2.5, "3j", true]')
    print([complex(v) for v in data], [complex(v, 1) for v in data[:2]], tried(lambda: complex(data[2], 1)), tried(lambda: complex(1, data[2])), tried(lambda: complex(data)))


def formats():
    for z in [1 + 2j, -1.5 - 0.25j, 2j, 0j, 1234567.891 + 1e20j]:
        print(f"{z:.2f}|{z:e}|{z:g}|{z:>20.1f}|{z:<20.1f}|{z:^+20.1f}|{z:*^30}|{z:+}|{z:.3}|{z:,.2f}|{z:20}|{z:n}")
    print(tried(lambda: format(1j, "05")), tried(lambda: format(1j, "=10")), tried(lambda: format(1j, "d")), tried(lambda: format(1j, "s")))


def containers():
    s = {1j, 2, 2 + 0j, 1 + 1j, 1j}
    print(len(s), 2 in s, 1j in s, hash(2 + 0j) == hash(2), hash(1 + 2j), hash(-1j), hash(0.5 + 0j) == hash(0.5))
    d = {1j: "i", 2 + 0j: "two"}
    print(d[1j], d.get(3j), d[2 + 0j], [1j, 1] == [1j, 1 + 0j], 1 + 0j == 1, 1 == 1 + 0j, 1.5 == 1.5 + 0j, 1j == "1j", 1j in [None])
    print(sum([1j, 2, 3.5]), sum([1j, 2j], 1), sorted([3 + 1j, 1j, 2 - 2j], key=abs), max([1j, 3 + 4j], key=abs), Counter([1j, 1j, 2j])[1j], (1j, [2j], {"z": 3j}))
    mixed = [1, 2.5, 1j, "s", None]
    for v in mixed:
        print(v, tried(lambda: v + 1j), tried(lambda: 1j * v), tried(lambda: v == 1j), tried(lambda: abs(v)))
    print(tried(lambda: mixed[2] < 1), tried(lambda: mixed[2] // 1), tried(lambda: mixed[2] % 1), tried(lambda: int(mixed[2])), tried(lambda: float(mixed[2])), tried(lambda: json.dumps(mixed[2])), tried(lambda: round(mixed[2])), tried(lambda: divmod(mixed[2], 1)))
    print(mixed[2].real, mixed[2].imag, mixed[2].conjugate(), -mixed[2], +mixed[2], bool(mixed[2]), mixed[2] ** 2)


def mandelbrot():
    for y in range(-6, 7):
        row = ""
        for x in range(-16, 8):
            c = complex(x / 8, y / 5)
            z = 0
            n = 0
            while abs(z) <= 2 and n < 30:
                z = z * z + c
                n += 1
            row += "#" if n == 30 else "." if n > 4 else " "
        print(row.rstrip() + "|")


def functions():
    def rotate(z, times=1):
        for _ in range(times):
            z *= 1j
        return z

    print(rotate(1), rotate(1 + 2j), rotate(2.5, 3), [rotate(z) for z in (1j, 2)])
    z: complex = 1
    z += 2j
    print(z, z.real)


def sizes():
    a, b = complex(1, 2), complex(5, 6)
    s = abs(a) + abs(b)
    print(abs(a / s), abs(b / s), abs(complex(3e200, 4e200)), abs(complex(3e-200, 4e-200)), abs(complex(1e-320, 2e-320)), abs(complex(1, 1e-30)))
    print([abs(complex(x / 7, y / 3)) for x in range(6) for y in range(-3, 9)])
