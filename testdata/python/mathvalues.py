import math
import random


def show(f, *args):
    try:
        return repr(f(*args))
    except (ValueError, OverflowError, ZeroDivisionError) as e:
        return f"{type(e).__name__}: {e}"


def values(n, seed):
    r = random.Random(seed)
    out = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 3.0, 10.0, 1e-5, 1e5, 1e-300, 1e300, float("inf"), float("-inf"), float("nan"), 5e-324, 1.7976931348623157e308, 0.1, 0.7, 100.5, 709.0, 710.0, -745.0, -746.0, 1e15, 0.9999999999999999, 1.0000000000000002]
    for i in range(n):
        x = r.uniform(-1, 1)
        out.append(x)
        out.append(x * 10)
        out.append(x * 700)
        out.append(x * 10.0 ** r.randint(-20, 20))
    return out



def of_sqrt():
    for x in values(25, 1):
        print(x, show(lambda: math.sqrt(x)))


def of_exp():
    for x in values(25, 1):
        print(x, show(lambda: math.exp(x)))


def of_log():
    for x in values(25, 1):
        print(x, show(lambda: math.log(x)))


def of_log2():
    for x in values(25, 1):
        print(x, show(lambda: math.log2(x)))


def of_log10():
    for x in values(25, 1):
        print(x, show(lambda: math.log10(x)))


def of_log1p():
    for x in values(25, 1):
        print(x, show(lambda: math.log1p(x)))


def of_asin():
    for x in values(25, 1):
        print(x, show(lambda: math.asin(x)))


def of_acos():
    for x in values(25, 1):
        print(x, show(lambda: math.acos(x)))


def of_sinh():
    for x in values(25, 1):
        print(x, show(lambda: math.sinh(x)))


def of_cosh():
    for x in values(25, 1):
        print(x, show(lambda: math.cosh(x)))


def of_tanh():
    for x in values(25, 1):
        print(x, show(lambda: math.tanh(x)))


def of_asinh():
    for x in values(25, 1):
        print(x, show(lambda: math.asinh(x)))


def of_acosh():
    for x in values(25, 1):
        print(x, show(lambda: math.acosh(x)))


def of_atanh():
    for x in values(25, 1):
        print(x, show(lambda: math.atanh(x)))


def of_erf():
    for x in values(25, 1):
        print(x, show(lambda: math.erf(x)))


def of_erfc():
    for x in values(25, 1):
        print(x, show(lambda: math.erfc(x)))


def of_gamma():
    for x in values(25, 1):
        print(x, show(lambda: math.gamma(x)))


def of_lgamma():
    for x in values(25, 1):
        print(x, show(lambda: math.lgamma(x)))


def of_cbrt():
    for x in values(25, 1):
        print(x, show(lambda: math.cbrt(x)))


def of_exp2():
    for x in values(25, 1):
        print(x, show(lambda: math.exp2(x)))


def of_frexp():
    for x in values(25, 1):
        print(x, show(lambda: math.frexp(x)))


def of_modf():
    for x in values(25, 1):
        print(x, show(lambda: math.modf(x)))


def of_degrees():
    for x in values(25, 1):
        print(x, show(lambda: math.degrees(x)))


def of_radians():
    for x in values(25, 1):
        print(x, show(lambda: math.radians(x)))


def of_ulp():
    for x in values(25, 1):
        print(x, show(lambda: math.ulp(x)))


def of_pow():
    for x, y in zip(values(15, 2), values(15, 3)[5:]):
        print(x, y, show(lambda: math.pow(x, y)), show(lambda: math.pow(x, 2.0)), show(lambda: math.pow(x, -0.0)))


def of_atan2():
    for x, y in zip(values(15, 2), values(15, 3)[5:]):
        print(x, y, show(lambda: math.atan2(x, y)), show(lambda: math.atan2(x, 2.0)), show(lambda: math.atan2(x, -0.0)))


def of_fmod():
    for x, y in zip(values(15, 2), values(15, 3)[5:]):
        print(x, y, show(lambda: math.fmod(x, y)), show(lambda: math.fmod(x, 2.0)), show(lambda: math.fmod(x, -0.0)))


def of_hypot():
    for x, y in zip(values(15, 2), values(15, 3)[5:]):
        print(x, y, show(lambda: math.hypot(x, y)), show(lambda: math.hypot(x, 2.0)), show(lambda: math.hypot(x, -0.0)))


def of_isclose():
    for x, y in zip(values(15, 2), values(15, 3)[5:]):
        print(x, y, show(lambda: math.isclose(x, y)), show(lambda: math.isclose(x, 2.0)), show(lambda: math.isclose(x, -0.0)))


def of_nextafter():
    for x, y in zip(values(15, 2), values(15, 3)[5:]):
        print(x, y, show(lambda: math.nextafter(x, y)), show(lambda: math.nextafter(x, 2.0)), show(lambda: math.nextafter(x, -0.0)))


def of_remainder():
    for x, y in zip(values(15, 2), values(15, 3)[5:]):
        print(x, y, show(lambda: math.remainder(x, y)), show(lambda: math.remainder(x, 2.0)), show(lambda: math.remainder(x, -0.0)))


def of_copysign():
    for x, y in zip(values(15, 2), values(15, 3)[5:]):
        print(x, y, show(lambda: math.copysign(x, y)), show(lambda: math.copysign(x, 2.0)), show(lambda: math.copysign(x, -0.0)))


def constants_are_floats():
    print(math.pi / (12345.678 / 3.14), math.e * 0.1 + 0.2, math.tau / 3, math.pi * 1e308 * 10)


def angles_of_any_size():
    for x in (1e16, -1e16, 1.7976931348623157e308, 1e22, 2.0**1000, 1e15, 1.1e15, -2.53e304):
        print(x, math.sin(x), math.cos(x), math.tan(x))


def exact_sums_of_what_is_not_finite():
    for xs in ([math.inf, -math.inf], [math.inf, math.nan], [1e308, 1e308], [math.inf, 1.0], [math.nan, 1], [-math.inf, 1e308, 2.0]):
        try:
            print(math.fsum(xs))
        except (ValueError, OverflowError) as e:
            print(type(e).__name__, e)
