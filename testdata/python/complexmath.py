"""Mathematics of complex numbers. Results are shown to 13 digits: CPython's differ in the last ones from one C library to another."""
import cmath
from cmath import exp, pi

NUMBERS = [1 + 1j, 3 - 4j, -4, 0.5, 2j, -1.5 - 2.5j, 1e-310j, 3, 0.1 + 0.2j, -0.7 + 1e-5j, 1e300 + 1e300j, 12.5 - 3.25j, 1, complex(-0.0, 2), complex(1, -0.0), 0]


def show(f, *args):
    try:
        z = complex(f(*args))
        print(f.__name__, args, f"{z.real:.13g} {z.imag:.13g}")
    except (ValueError, OverflowError) as e:
        print(f.__name__, args, type(e).__name__, e)


def powers_and_logarithms():
    for f in [cmath.phase, cmath.exp, cmath.sqrt, cmath.log, cmath.log10]:
        for z in NUMBERS:
            show(f, z)
    show(cmath.log, 8, 2)
    show(cmath.log, 1j, 10)
    show(cmath.exp, 800 + 1j)


def circular():
    for f in [cmath.sin, cmath.cos, cmath.tan, cmath.asin, cmath.acos, cmath.atan]:
        for z in NUMBERS:
            show(f, z)


def hyperbolic():
    for f in [cmath.sinh, cmath.cosh, cmath.tanh, cmath.asinh, cmath.acosh, cmath.atanh]:
        for z in NUMBERS:
            show(f, z)


def polar_coordinates():
    print(cmath.polar(3 - 4j), cmath.rect(2, 0), cmath.rect(2, 0.0), cmath.polar(-1), cmath.phase(-0.0))
    show(cmath.rect, 2, pi / 3)


def tests_and_constants():
    print(cmath.isclose(1, 1 + 1e-12j), cmath.isclose(1, 2), cmath.isclose(1j, 1.1j, rel_tol=0.2), cmath.isclose(0, 1e-9, abs_tol=1e-8))
    print(cmath.isnan(complex("nan")), cmath.isinf(complex("infj")), cmath.isfinite(1j), cmath.isfinite(cmath.infj), cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.infj, cmath.nanj)
    try:
        cmath.isclose(1, 2, rel_tol=-1)
    except ValueError as e:
        print(e)


def transformed():
    def fft(a):
        n = len(a)
        if n == 1:
            return a
        w = exp(2j * pi / n)
        even, odd = fft(a[::2]), fft(a[1::2])
        y, k = [0] * n, 1
        for i in range(n // 2):
            y[i] = even[i] + k * odd[i]
            y[i + n // 2] = even[i] - k * odd[i]
            k *= w
        return y
    for z in fft([1, 2, 3, 4]) + fft([1.0, 0, 2, 5j]):
        print(f"{complex(z):.6f}")
