import decimal
import math
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal, InvalidOperation, getcontext, localcontext


def basics():
    a, b = Decimal("1.10"), Decimal("2.205")
    print(a + b, a - b, a * b, a / b, b // a, b % a, -a, +b, abs(-a), a ** 2, b ** -1)
    print(a + 1, 1 + a, 2 - a, 3 * a, 10 / a, 10 // a, 7 % b, a - 1, a * 2, a / 3, 2 ** a)
    print(repr(a), str(b), [a, b], {"k": a}, (a,), f"{a}", "%s" % b, "{:>8}|{!r}".format(a, b))
    print(a < b, a <= b, a > b, a >= b, a == b, a != b, a == Decimal("1.1"), a < 2, a > 0.5, 3 > b, a == 1.1, Decimal(5) == 5, Decimal("0.5") == 0.5, Decimal(1) in [1, 2])
    print(int(b), float(a), round(b), round(b, 2), round(Decimal("2.5")), round(Decimal("1.255"), 2), bool(Decimal(0)), bool(a), math.floor(-b), math.ceil(b), math.trunc(-b))
    print(divmod(b, a), divmod(Decimal(-7), 2), Decimal(-7) // 2, Decimal(-7) % 2, Decimal(7) % -2)
    print(sorted([b, a, Decimal(0)]), min(a, b), max([a, b]), sum([a, b]), sum([a, b], Decimal(0)))
    print(hash(Decimal("1.0")) == hash(1), hash(Decimal("0.5")) == hash(0.5), hash(Decimal("1.1")), hash(Decimal("-3")), {Decimal("1.0"): "x"}[Decimal("1")])


def construct():
    for text in ["1", "-1.50", " 3.14 ", "1e5", "1E-10", ".5", "5.", "1_000.5", "Infinity", "-inf", "NaN", "sNaN12", "0e10", "-0", "000123", "1e-7", "123456789.123456789e3", "+7"]:
        d = Decimal(text)
        print(repr(d), d.as_tuple(), d.adjusted(), d.is_zero(), d.is_signed(), d.is_nan(), d.is_finite(), d.is_infinite())
    for bad in ["", "abc", "1.2.3", "1e", "--1", "1 2", "e5", ".", "nanx"]:
        try:
            print(Decimal(bad))
        except InvalidOperation as e:
            print(type(e).__name__, e)
    print(Decimal(0.1), Decimal(1.5), Decimal(-0.0), Decimal.from_float(2.5), Decimal(True), Decimal((1, (1, 2, 3), -2)), Decimal(10) ** 20, Decimal())


def division():
    print(Decimal(1) / Decimal(3), Decimal(2) / 3, Decimal(100) / 8, Decimal(1) / Decimal("0.125"), Decimal("1e30") / 7, Decimal(10) / 5, Decimal("1.000") / Decimal("1.0"))
    try:
        print(Decimal(1) / 0)
    except ZeroDivisionError as e:
        print(type(e).__name__, e)
    try:
        print(Decimal(0) / 0)
    except decimal.InvalidOperation as e:
        print(type(e).__name__, e)
    try:
        print(Decimal(7) // 0)
    except decimal.DivisionByZero as e:
        print(type(e).__name__, e)
    try:
        print(Decimal(7) % 0)
    except ArithmeticError as e:
        print(type(e).__name__, e)
    try:
        print(Decimal("1e50") // 3)
    except decimal.DecimalException as e:
        print(type(e).__name__, e)


def quantizing():
    cents = Decimal("0.01")
    for text in ["1.005", "2.675", "-1.005", "1.015", "10", "0.001", "-0.005", "999.995"]:
        d = Decimal(text)
        print(d.quantize(cents), d.quantize(cents, rounding=ROUND_HALF_UP), d.quantize(cents, ROUND_DOWN), d.quantize(cents, ROUND_UP),
              d.quantize(cents, decimal.ROUND_CEILING), d.quantize(cents, decimal.ROUND_FLOOR), d.quantize(cents, decimal.ROUND_HALF_DOWN), d.quantize(cents, decimal.ROUND_05UP),
              d.quantize(Decimal(1)), d.quantize(Decimal("1e1")), d.to_integral_value(), d.to_integral_value(ROUND_UP))
    try:
        print(Decimal("1.5").quantize(Decimal("1e-30")))
    except InvalidOperation as e:
        print(e)
    print(Decimal("120.00").normalize(), Decimal("1000").normalize(), Decimal("0.00").normalize(), Decimal("1.2e5").normalize(), Decimal("-5.50").normalize())


def functions():
    print(Decimal(2).sqrt(), Decimal("0.04").sqrt(), Decimal(144).sqrt(), Decimal("1e-5").sqrt(), Decimal(0).sqrt())
    print(Decimal(1).exp(), Decimal("-2.5").exp(), Decimal(100).exp(), Decimal(10).ln(), Decimal("0.5").ln(), Decimal("1.0001").ln(), Decimal(1000).log10(), Decimal(2).log10(), Decimal(1).ln())
    print(Decimal(2) ** Decimal("0.5"), Decimal("1.05") ** 10, Decimal(3) ** -2, Decimal(4) ** Decimal("0.5"), Decimal(10) ** -3, Decimal("-2") ** 3, Decimal(2) ** 100, Decimal("1.1") ** Decimal("2.5"), pow(Decimal(2), 3))
    print(Decimal("3.7").compare(Decimal("3.70")), Decimal(1).compare(2), Decimal(3).max(4), Decimal(3).min(4), Decimal("1.5").copy_sign(Decimal(-1)), Decimal(-5).copy_abs(), Decimal("7.3").remainder_near(2), Decimal(5).scaleb(-2), Decimal(2).fma(3, 4))
    print(Decimal("0.25").as_integer_ratio(), Decimal("123e4").to_eng_string(), Decimal("1.5").same_quantum(Decimal("2.7")))
    try:
        print(Decimal(-1).sqrt())
    except InvalidOperation as e:
        print(e)


def contexts():
    print(decimal.Context(prec=9, rounding=ROUND_UP))
    getcontext().prec = 6
    print(Decimal(1) / 7, Decimal("1.23456789") + 0, Decimal("123456789") * 1)
    getcontext().prec = 28
    with localcontext() as ctx:
        ctx.prec = 4
        ctx.rounding = ROUND_UP
        print(Decimal(1) / 7, ctx.prec, ctx.rounding)
        print(ctx.create_decimal("3.14159"))
    print(Decimal(1) / 7, getcontext().prec, getcontext().rounding)
    with localcontext(prec=3):
        print(Decimal(2) / 3) if False else print(decimal.getcontext().prec > 0)


def formats():
    d = Decimal("1234567.8951")
    for spec in ["", ".2f", ",.2f", "15,.1f", "015.3f", "e", ".3e", "E", "g", ".4g", "G", "%", ".1%", "+.2f", " .2f", "<15.2f", "^15.2f", "*>15.2f", "=+15.2f", ",", "020,.2f", "f", "n"]:
        print(repr(spec), "|" + format(d, spec) + "|", "|" + format(Decimal("-0.00012"), spec) + "|", "|" + format(Decimal(0), spec) + "|", "|" + format(Decimal("1e10"), spec) + "|")
    print(f"{d:.3f} {d:,} {Decimal('NaN'):>6} {Decimal('inf'):08.2f} {Decimal('-inf'):+}")
    print("%.2f" % d, "%d" % d, "%s" % d, "{:.1f}".format(d))


def errors():
    try:
        print(Decimal("NaN") > 1)
    except InvalidOperation as e:
        print(e)
    try:
        print(int(Decimal("NaN")))
    except ValueError as e:
        print(e)
    try:
        print(int(Decimal("Infinity")))
    except OverflowError as e:
        print(e)
    try:
        print(Decimal("9e999999") * 10)
    except decimal.Overflow as e:
        print(type(e).__name__, e)
    print(Decimal("NaN") == 1, Decimal("NaN") != Decimal("NaN"), Decimal("inf") > 5, Decimal("NaN") + 1, Decimal("inf") - 1)


def float_operand():
    print(Decimal(1) + 1.5)


def sums():
    prices = ["19.99", "5.01", "0.10"]
    total = Decimal("0")
    for p in prices:
        total += Decimal(p)
    print(total, total * Decimal("1.19"), (total * Decimal("0.19")).quantize(Decimal(".01"), ROUND_HALF_UP))
    by = {}
    for k, v in [("a", "1.1"), ("b", "2.2"), ("a", "3.3")]:
        by[k] = by.get(k, Decimal(0)) + Decimal(v)
    print(by, sum(by.values()), sum(by.values()).quantize(Decimal("1")))
    print(type(total).__name__, isinstance(total, Decimal), list(map(Decimal, prices)), [str(Decimal(p)) for p in prices])
