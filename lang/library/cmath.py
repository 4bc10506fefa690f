"""Mathematics of complex numbers."""
import math

pi = math.pi
e = math.e
tau = math.tau
inf = math.inf
nan = math.nan
infj = complex(0.0, math.inf)
nanj = complex(0.0, math.nan)

_LARGE = 1.7976931348623157e308 / 4
_SQRT_LARGE = math.sqrt(_LARGE)
_LOG_LARGE = math.log(_LARGE)
_TINY = 2.2250738585072014e-308
_SQRT_TINY = math.sqrt(_TINY)
_LN2 = 0.6931471805599453
_LN10 = 2.302585092994046


def _sane(z):
    if math.isinf(z.real) or math.isinf(z.imag):
        raise OverflowError("math range error")
    return z


def phase(z, /):
    z = complex(z)
    return math.atan2(z.imag, z.real)


def polar(z, /):
    return abs(complex(z)), phase(z)


def rect(r, phi, /):
    if phi == 0:
        return complex(r, r * phi)
    return complex(r * math.cos(phi), r * math.sin(phi))


def exp(z, /):
    z = complex(z)
    if z.real > _LOG_LARGE:
        size = math.exp(z.real - 1)
        return _sane(complex(size * math.cos(z.imag) * e, size * math.sin(z.imag) * e))
    size = math.exp(z.real)
    return complex(size * math.cos(z.imag), size * math.sin(z.imag))


def log(z, base=None, /):
    if base is None:
        return _log(complex(z))
    return _log(complex(z)) / _log(complex(base))


def log10(z, /):
    z = _log(complex(z))
    return complex(z.real / _LN10, z.imag / _LN10)


def _log(z):
    ax, ay = abs(z.real), abs(z.imag)
    if ax > _LARGE or ay > _LARGE:
        size = math.log(math.hypot(ax / 2, ay / 2)) + _LN2
    elif ax < _TINY and ay < _TINY:
        if ax == 0 and ay == 0:
            raise ValueError("math domain error")
        size = math.log(math.hypot(math.ldexp(ax, 53), math.ldexp(ay, 53))) - 53 * _LN2
    else:
        h = math.hypot(ax, ay)
        if 0.71 <= h <= 1.73:  # near 1, where the logarithm loses digits
            more, less = max(ax, ay), min(ax, ay)
            size = math.log1p((more - 1) * (more + 1) + less * less) / 2
        else:
            size = math.log(h)
    return complex(size, math.atan2(z.imag, z.real))


def sqrt(z, /):
    z = complex(z)
    ax, ay = abs(z.real), abs(z.imag)
    if ax == 0 and ay == 0:
        return complex(0.0, z.imag)
    if ax < _TINY and ay < _TINY:
        ax = math.ldexp(ax, 53)
        s = math.ldexp(math.sqrt(ax + math.hypot(ax, math.ldexp(ay, 53))), -27)
    else:
        ax /= 8
        s = 2 * math.sqrt(ax + math.hypot(ax, ay / 8))
    d = ay / (2 * s)
    if z.real >= 0:
        return complex(s, math.copysign(d, z.imag))
    return complex(d, math.copysign(s, z.imag))


def sinh(z, /):
    z = complex(z)
    if abs(z.real) > _LOG_LARGE:
        x = z.real - math.copysign(1, z.real)
        return _sane(complex(math.cos(z.imag) * math.sinh(x) * e, math.sin(z.imag) * math.cosh(x) * e))
    return complex(math.cos(z.imag) * math.sinh(z.real), math.sin(z.imag) * math.cosh(z.real))


def cosh(z, /):
    z = complex(z)
    if abs(z.real) > _LOG_LARGE:
        x = z.real - math.copysign(1, z.real)
        return _sane(complex(math.cos(z.imag) * math.cosh(x) * e, math.sin(z.imag) * math.sinh(x) * e))
    return complex(math.cos(z.imag) * math.cosh(z.real), math.sin(z.imag) * math.sinh(z.real))


def tanh(z, /):
    z = complex(z)
    if abs(z.real) > _LOG_LARGE:
        return complex(math.copysign(1, z.real), 4 * math.sin(z.imag) * math.cos(z.imag) * math.exp(-2 * abs(z.real)))
    tx, ty, cx = math.tanh(z.real), math.tan(z.imag), 1 / math.cosh(z.real)
    denom = 1 + tx * ty * (tx * ty)
    return complex(tx * (1 + ty * ty) / denom, ty / denom * cx * cx)


def _turned(z):
    """z times 1j."""
    z = complex(z)
    return complex(-z.imag, z.real)


def _back(z):
    """z by 1j."""
    return complex(z.imag, -z.real)


def sin(z, /):
    return _back(sinh(_turned(z)))


def cos(z, /):
    return cosh(_turned(z))


def tan(z, /):
    return _back(tanh(_turned(z)))


def asin(z, /):
    return _back(asinh(_turned(z)))


def atan(z, /):
    return _back(atanh(_turned(z)))


def _size(z):
    """The logarithm of twice a large number."""
    return math.log(math.hypot(z.real / 2, z.imag / 2)) + 2 * _LN2


def _large(z):
    return abs(z.real) > _LARGE or abs(z.imag) > _LARGE


def acos(z, /):
    z = complex(z)
    if _large(z):
        return complex(math.atan2(abs(z.imag), z.real), -math.copysign(_size(z), z.imag))
    a, b = sqrt(complex(1 - z.real, -z.imag)), sqrt(complex(1 + z.real, z.imag))
    return complex(2 * math.atan2(a.real, b.real), math.asinh(b.real * a.imag - b.imag * a.real))


def asinh(z, /):
    z = complex(z)
    if _large(z):
        return complex(math.copysign(_size(z), z.real), math.atan2(z.imag, abs(z.real)))
    a, b = sqrt(complex(1 + z.imag, -z.real)), sqrt(complex(1 - z.imag, z.real))
    return complex(math.asinh(a.real * b.imag - b.real * a.imag), math.atan2(z.imag, a.real * b.real - a.imag * b.imag))


def acosh(z, /):
    z = complex(z)
    if _large(z):
        return complex(_size(z), math.atan2(z.imag, z.real))
    a, b = sqrt(complex(z.real - 1, z.imag)), sqrt(complex(z.real + 1, z.imag))
    return complex(math.asinh(a.real * b.real + a.imag * b.imag), 2 * math.atan2(a.imag, b.real))


def atanh(z, /):
    z = complex(z)
    if math.copysign(1, z.real) < 0:
        return -_atanh(-z)
    return _atanh(z)


def _atanh(z):
    ay = abs(z.imag)
    if z.real > _SQRT_LARGE or ay > _SQRT_LARGE:
        h = math.hypot(z.real / 2, z.imag / 2)
        return complex(z.real / 4 / h / h, -math.copysign(pi / 2, -z.imag))
    if z.real == 1 and ay < _SQRT_TINY:
        if ay == 0:
            raise ValueError("math domain error")
        return complex(-math.log(math.sqrt(ay) / math.sqrt(math.hypot(ay, 2))), math.copysign(math.atan2(2, -ay) / 2, z.imag))
    x = 1 - z.real
    return complex(math.log1p(4 * z.real / (x * x + ay * ay)) / 4, -math.atan2(-2 * z.imag, x * (1 + z.real) - ay * ay) / 2)


def isfinite(z, /):
    z = complex(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isinf(z, /):
    z = complex(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isnan(z, /):
    z = complex(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    a, b = complex(a), complex(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    diff = abs(a - b)
    return diff <= rel_tol * abs(b) or diff <= rel_tol * abs(a) or diff <= abs_tol
