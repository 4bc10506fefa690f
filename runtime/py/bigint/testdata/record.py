"""Records what CPython computes with ints of any size, for the tests of this package: writes cases to stdout.

Each line is a JSON array [operation, arguments, result]. Floats are {"f": text}; the result is a repr, or "!" with the
exception's class and text.
"""

import json
import math
import operator

INTS = [0, 1, -1, 2, -3, 7, 10, 255, 2**31 - 1, 2**31, -(2**31), 2**32, 2**53 + 1, 2**62, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**64 - 1, 2**64,
        -(2**64), 10**18, 10**19, 10**20, -(10**20), 2**100, -(2**100), 2**127 - 1, 3**80, -(7**50), 10**40, 12345678901234567890123]
FLOATS = [0.0, -0.0, 1.0, -1.5, 2.5, 1e-5, 1e16, 2.0**53, 2.0**63, -(2.0**63), 2.0**64, 1e20, 1e22, 1e23, -1e40, 1e300, 1.7976931348623157e308, float("inf"),
          float("-inf"), float("nan")]
OTHERS = [True, False, None, "a"]
BINARY = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv, "%": operator.mod,
          "&": operator.and_, "|": operator.or_, "^": operator.xor, "divmod": divmod}
ORDER = {"==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
UNARY = {"neg": operator.neg, "pos": operator.pos, "invert": operator.invert, "abs": abs, "hash": hash, "repr": repr, "str": str, "bool": bool,
         "float": float, "hex": hex, "oct": oct, "bin": bin, "int": int, "bit_length": lambda n: n.bit_length(), "bit_count": lambda n: n.bit_count(),
         "type": lambda n: type(n).__name__, "json": json.dumps}
SPECS = ["", "d", ",", "_", "x", "X", "#x", "o", "#o", "b", "#b", "_x", "_b", "+d", " d", "040d", "40", "<40", "^40,", "*>40_d", "#050x", "e", ".3e", "f", ".2f", "g",
         "%", ".1%", "n", "c", "s", "z", ".2d", "=+40", "030,", "E", ",.2f"]
PERCENT = ["%d", "%i", "%u", "%x", "%X", "%#x", "%o", "%#o", "%s", "%r", "%e", "%.2f", "%g", "%40d", "%-40d|", "%040d", "%+d", "% d", "%.30d", "%c", "%5.1f"]
TEXTS = ["123456789012345678901234567890", "-123456789012345678901234567890", "  +9223372036854775808 ", "9223372036854775807", "-9223372036854775808",
         "1_000_000_000_000_000_000_000", "1__0", "_1", "1_", "", " ", "-", "+-1", "0x", "12a", "٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠١٢٣", "9" * 4300, "9" * 4301, "-" + "1" * 4301, "0" * 5000]
BASED = [("ff" * 12, 16), ("-0xff_ff" + "0" * 20, 16), ("z" * 20, 36), ("1" * 70, 2), ("0b" + "1" * 70, 0), ("0o7" + "7" * 30, 0), ("0x" + "f" * 20, 0), ("123456789012345678901", 0),
         ("0123456789012345678901", 0), ("12", 1), ("12", 37), ("7" * 30, 8), ("8", 8), ("zz", 35), ("f" * 5000, 16), ("1" * 4400, 3)]


def encode(v):
    return {"f": repr(v)} if isinstance(v, float) else v


seen = set()


def case(op, f, *args):
    key = json.dumps([op, [encode(a) for a in args]])
    if key in seen:
        return
    seen.add(key)
    try:
        want = f(*args)
        if isinstance(want, complex):
            return
        want = repr(want)
    except Exception as e:  # noqa: BLE001 - every class is a result here
        want = "!" + type(e).__name__ + ": " + str(e)
    print(json.dumps([op, json.loads(key)[1], want], separators=(",", ":")))


def main():
    values = INTS + FLOATS + OTHERS
    for a in values:
        for b in values:
            if not (isinstance(a, int) or isinstance(b, int)):
                continue
            if isinstance(a, str) and isinstance(b, int) or isinstance(b, str) and isinstance(a, int):
                continue
            for op, f in {**BINARY, **ORDER}.items():
                case(op, f, a, b)
    for a in INTS + [True]:
        for n in (0, 1, 2, 3, 31, 63, 64, 65, 100, 2**64, -1, True):
            if n < 2**20 or a in (0, 1, -1):
                case("**", operator.pow, a, n)
            case("<<", operator.lshift, a, n)
            case(">>", operator.rshift, a, n)
        for x in (0.5, 2.0, -1.0):
            case("**", operator.pow, a, x)
        for b in (0, 1, 5, -1, -7, 2**64, 10**20):
            for m in (1, 7, -7, 97, 2**61 - 1, 2**63, 2**64 - 59, -(10**20), 0):
                case("pow3", pow, a, b, m)
        for name, f in UNARY.items():
            case(name, f, a)
        for spec in SPECS:
            case("format", format, a, spec)
        for spec in PERCENT:
            case("percent", lambda x, s: s % x, a, spec)
        for n in (0, 1, 3, -1, -2, -5, -18, -19, -20, -21, -25, -40, -41):
            case("round", round, a, n)
        case("round", round, a)
    for f in FLOATS:
        case("int", int, f)
        case("round", round, f)
        case("percent", lambda x, s: s % x, f, "%d")
        for name in ("floor", "ceil", "trunc"):
            case("math." + name, getattr(math, name), f)
    for t in TEXTS:
        case("int", int, t)
    for t, base in BASED:
        case("int", int, t, base)
    case("repr10**", lambda n: 10**n, 4299)
    case("repr10**", lambda n: -(10**n) + 1, 4300)
    case("repr10**", lambda n: -(10**n) + 1, 4301)
    for a in INTS:
        case("math.isqrt", math.isqrt, a)
        for b in (0, 1, 6, 2**64, -(10**20)):
            case("math.gcd", math.gcd, a, b)
            case("math.lcm", math.lcm, a, b)
        for name in ("log", "log2", "log10", "sqrt"):
            case("math." + name, getattr(math, name), a)
    for n in (-1, 0, 1, 20, 21, 25, 100):
        case("math.factorial", math.factorial, n)
        for k in (-1, 0, 1, 3, 50):
            case("math.comb", math.comb, n, k)
            case("math.perm", math.perm, n, k)
    for big in (10**400, -(10**400)):
        for name in ("log", "log2", "log10", "float"):
            case(name if name == "float" else "math." + name, float if name == "float" else getattr(math, name), big)
        for f in (0.0, 1e308, float("inf"), float("-inf"), float("nan")):
            for op, g in {**ORDER, "+": operator.add, "/": operator.truediv}.items():
                case(op, g, big, f)
                case(op, g, f, big)
        case("/", operator.truediv, big, 10**399)
        case("/", operator.truediv, big, 3)
        case("/", operator.truediv, 3, big)


main()
