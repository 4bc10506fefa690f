from fractions import Fraction
import math


def made():
    a = Fraction(1, 3)
    print(a, repr(a), Fraction("2/6") == a, Fraction(0.5), Fraction(7), Fraction("0.125"), Fraction("-3.5e2"), Fraction(a), Fraction(a, 2), Fraction(6, -4), Fraction())
    print(a.numerator, a.denominator, a.as_integer_ratio(), Fraction(3.14159), Fraction(3.14159).limit_denominator(100), Fraction("3.1415926535897932").limit_denominator(1000))
    for args in [(1, 0), ("x", None), (1.5, 2)]:
        try:
            print(Fraction(*args))
        except (ValueError, TypeError, ZeroDivisionError) as e:
            print(type(e).__name__, e)


def computed():
    a, b = Fraction(1, 3), Fraction(3, 4)
    print(a + b, a - b, a * b, a / b, a // b, a % b, a ** 2, a ** -2, -a, abs(-a), +a)
    print(a + 1, 1 + a, a - 1, 1 - a, a * 3, 3 * a, a / 2, 2 / a, a // 1, a % 1, 2 ** Fraction(3))
    print(a + 0.5, 0.5 - a, a * 2.0, 1.0 / a, a ** 0.5)
    print(sum([a, b, a]), math.prod([a, b]), max(a, b), min([a, b]), sorted([b, a, Fraction(1, 2)]))
    try:
        print(a / 0)
    except ZeroDivisionError as e:
        print(e)
    h = Fraction(0)
    for n in range(1, 30):
        h += Fraction(1, n)
    print(h)


def compared():
    a = Fraction(1, 3)
    print(a < 1, a > 0.3, a == Fraction(2, 6), a != 1, Fraction(2) == 2, Fraction(1, 2) == 0.5, a <= a, bool(Fraction(0)))
    print(hash(a), hash(Fraction(2)) == hash(2), hash(Fraction(1, 2)) == hash(0.5), hash(Fraction(-7, 3)), {a: 1}[Fraction(2, 6)], {Fraction(1, 7), Fraction(1, 3), Fraction(5, 2)})
    print(float(a), int(Fraction(-7, 2)), round(Fraction(7, 2)), round(Fraction(5, 2)), round(Fraction(22, 7), 2), math.floor(Fraction(-7, 2)), math.ceil(Fraction(7, 2)), f"{a}", str(Fraction(4, 2)))
