import json


def sums():
    print(sum([1.5, 2]), sum([1, 2.5, True]), sum([True, False, True]), sum([0.1] * 10), sum([]), sum([1], 10), sum(x / 2 for x in range(4)))
    data = json.loads("[1, 2.5, 3]")
    print(sum(data), max(data), min(data), sorted(data), sum(data) / len(data))


def conversions():
    data = json.loads('{"n": "12", "f": 2.75, "i": 3, "b": true, "s": "x"}')
    print(int(data["n"]), int(data["f"]), int(data["i"]), int(data["b"]), float(data["n"]), float(data["i"]), str(data["f"]), bool(data["b"]))
    print(abs(json.loads("-3")), round(json.loads("2.567"), 1), len(data["s"]), data["i"] + 1, data["i"] * 2.5, data["s"] + "y", -data["i"])
    print(divmod(7.5, 2), divmod(-7, 2), pow(2, 5), pow(2, 10, 7), round(7.5), round(-2.5), round(1234, -2), (5).bit_length(), (2.0).is_integer())


def any_methods():
    data = json.loads('{"name": "Ann Lee", "tags": ["a", "b"], "n": null}')
    print(data["name"].split(), data["name"].upper(), len(data["tags"]), data["tags"][0], data["n"] is None, ",".join(data["tags"]), [t + "!" for t in data["tags"]])
    if data["n"] is None and isinstance(data["name"], str):
        print("ok", isinstance(data["tags"], list), isinstance(data, dict))


def mixed():
    total = 0
    for x in [1, 2.5, 3]:
        total += x
    print(total, 1 < 2.5, 3 == 3.0, 1 in [1.0, 2.0], {1: "a"}[1], 10 ** 15 * 3, 7 / 2, 7 // 2.0, -7 % 3, 1e3 == 1000)


def overflow():
    x = 2 ** 62
    print(x + (x - 1))


def bits():
    print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, 1024 >> 3, True + True, True & False)


def bits():
    print((0).bit_count(), (255).bit_count(), (-7).bit_count(), id("a") == id(5))


def math_functions():
    import math
    for x in [0.0, 0.5, -0.25, 1.0]:
        print(math.acos(x), math.asin(x), math.atan(x), math.atan2(x, 2.0), math.cos(x), math.cosh(x), math.erf(abs(x) * 2) if x >= 0 else 0, math.expm1(x), math.log1p(x), math.radians(x), math.sin(x), math.tan(x))
    for x in [0.5, 2.0, 5.0, 4.0]:
        print(math.fmod(x, 2.0), math.gamma(x), math.log2(x))


def whole_numbers_of_unknown_types():
    data = json.loads('{"i": 7, "f": -2.5, "t": true, "w": 123456789012345678901234567890, "l": [2, 3.5], "s": "x"}')
    import math
    for name in ["i", "f", "t", "w"]:
        print(name, math.floor(data[name]), math.ceil(data[name]), math.trunc(data[name]))
    print(divmod(data["i"], 2), divmod(data["f"], 2), divmod(data["t"], 2), divmod(7, data["i"]), divmod(7, data["f"]))
    print(math.log(data["i"]), math.log2(data["t"]), math.log10(data["i"]), math.log(data["i"], 2), math.prod(data["l"]), math.prod(data["l"], start=2))
    for name in ["s", "l"]:
        try:
            print(math.floor(data[name]))
        except TypeError as e:
            print(type(e).__name__)
        try:
            print(divmod(data[name], 2))
        except TypeError as e:
            print(type(e).__name__)


def products():
    import math
    print(math.prod([]), math.prod([2, 3]), math.prod([0.5, 4]), math.prod([2, 3], start=5), math.prod([2, 3], start=0.5), math.prod(x / 2 for x in []), math.prod([1.5], start=2))


def exact_sums():
    import math
    print(math.fsum([1e100, 1.0, -1e100]), math.fsum([0.0, -0.0]), math.fsum([-0.0]), math.fsum([1.0, -1.0]), math.fsum([0.1] * 10), math.fsum([1e308, -1e308, 5e-324]))


def places_in_ranges():
    data = json.loads('[4, 4.0, true, "4", 123456789012345678901234567890, 4.5]')
    r = range(0, 10, 2)
    for v in data:
        print(v, r.count(v), v in r)
        try:
            print(r.index(v))
        except ValueError as e:
            print(e)
    print(r.index(8), r.count(3), range(1, 5).index(True))
    wide = data[4]
    try:
        print(wide in b"abc")
    except ValueError as e:
        print(e)
