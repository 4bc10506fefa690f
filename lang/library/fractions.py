"""Fractions of ints."""
import re as _re
from math import gcd as _gcd

_HUGE = 2 ** 64  # the terms of fractions outgrow 64 bits soon: a program with an int like this has ints of any size

_MODULUS = 2 ** 61 - 1  # of hashes of numbers
_FORM = _re.compile(r"\s*([-+]?)(?=\d|\.\d)(\d*|\d+(?:_\d+)*)(?:/(\d+)|(?:\.(\d*))?(?:[eE]([-+]?\d+))?)\s*")


def _of_text(text):
    m = _FORM.fullmatch(text)
    if m is None:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    n = int(m.group(2) or "0")
    d = 1
    if m.group(3):
        d = int(m.group(3))
    else:
        decimals = m.group(4) or ""
        if decimals:
            d = 10 ** len(decimals)
            n = n * d + int(decimals)
        power = int(m.group(5) or "0")
        if power >= 0:
            n *= 10 ** power
        else:
            d *= 10 ** -power
    return (-n if m.group(1) == "-" else n), d


def _parts(value):
    """The numerator and the denominator of a number or a text."""
    if isinstance(value, str):
        return _of_text(value)
    if isinstance(value, Fraction):
        return value.numerator, value.denominator
    if isinstance(value, int):
        return int(value), 1
    if isinstance(value, float) or hasattr(value, "as_integer_ratio"):
        n, d = value.as_integer_ratio()
        return n, d
    raise TypeError("argument should be a string or a Rational instance")


def _exact(value):
    return isinstance(value, (int, Fraction))


class Fraction:
    def __init__(self, numerator=0, denominator=None):
        if denominator is not None and not (_exact(numerator) and _exact(denominator)):
            raise TypeError("both arguments should be Rational instances")
        n, d = _parts(numerator)
        if denominator is not None:
            m, e = _parts(denominator)
            n, d = n * e, d * m
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = _gcd(n, d)
        if d < 0:
            g = -g
        self.numerator = n // g
        self.denominator = d // g

    @classmethod
    def from_float(cls, f):
        return cls(f)

    @classmethod
    def from_decimal(cls, dec):
        return cls(dec)

    def as_integer_ratio(self):
        return (self.numerator, self.denominator)

    def is_integer(self):
        return self.denominator == 1

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self.denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self.numerator, self.denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        bound1 = Fraction(p0 + k * p1, q0 + k * q1)
        bound2 = Fraction(p1, q1)
        if abs(bound2 - self) <= abs(bound1 - self):
            return bound2
        return bound1

    def __repr__(self):
        return f"Fraction({self.numerator}, {self.denominator})"

    def __str__(self):
        if self.denominator == 1:
            return str(self.numerator)
        return f"{self.numerator}/{self.denominator}"

    def __add__(self, other):
        if _exact(other):
            n, d = _parts(other)
            return Fraction(self.numerator * d + n * self.denominator, self.denominator * d)
        if isinstance(other, float):
            return float(self) + other
        return NotImplemented

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        if _exact(other):
            n, d = _parts(other)
            return Fraction(self.numerator * d - n * self.denominator, self.denominator * d)
        if isinstance(other, float):
            return float(self) - other
        return NotImplemented

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        if _exact(other):
            n, d = _parts(other)
            return Fraction(self.numerator * n, self.denominator * d)
        if isinstance(other, float):
            return float(self) * other
        return NotImplemented

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        if _exact(other):
            n, d = _parts(other)
            return _quotient(self.numerator * d, self.denominator * n)
        if isinstance(other, float):
            return float(self) / other
        return NotImplemented

    def __rtruediv__(self, other):
        if _exact(other):
            n, d = _parts(other)
            return _quotient(n * self.denominator, d * self.numerator)
        if isinstance(other, float):
            return other / float(self)
        return NotImplemented

    def __floordiv__(self, other):
        if _exact(other):
            n, d = _parts(other)
            return (self.numerator * d) // (self.denominator * n)
        if isinstance(other, float):
            return float(self) // other
        return NotImplemented

    def __rfloordiv__(self, other):
        n, d = _parts(other)
        return (n * self.denominator) // (d * self.numerator)

    def __mod__(self, other):
        if _exact(other):
            n, d = _parts(other)
            return Fraction((self.numerator * d) % (n * self.denominator), self.denominator * d)
        if isinstance(other, float):
            return float(self) % other
        return NotImplemented

    def __rmod__(self, other):
        return Fraction(other) % self

    def __divmod__(self, other):
        return (self // other, self % other)

    def __pow__(self, other):
        if _exact(other):
            n, d = _parts(other)
            if d != 1:
                return float(self) ** (n / d)
            if n >= 0:
                return Fraction(self.numerator ** n, self.denominator ** n)
            return _quotient(self.denominator ** -n, self.numerator ** -n)
        return float(self) ** other

    def __rpow__(self, other):
        if self.denominator == 1 and self.numerator >= 0:
            return other ** self.numerator
        return other ** float(self)

    def __neg__(self):
        return Fraction(-self.numerator, self.denominator)

    def __pos__(self):
        return Fraction(self.numerator, self.denominator)

    def __abs__(self):
        return Fraction(abs(self.numerator), self.denominator)

    def __int__(self):
        return -(-self.numerator // self.denominator) if self.numerator < 0 else self.numerator // self.denominator

    def __trunc__(self):
        return int(self)

    def __floor__(self):
        return self.numerator // self.denominator

    def __ceil__(self):
        return -(-self.numerator // self.denominator)

    def __float__(self):
        return self.numerator / self.denominator

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = self.numerator // self.denominator, self.numerator % self.denominator
            if rest * 2 < self.denominator:
                return floor
            if rest * 2 > self.denominator or floor % 2 != 0:
                return floor + 1
            return floor
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __bool__(self):
        return self.numerator != 0

    def __hash__(self):
        try:
            inverse = pow(self.denominator, -1, _MODULUS)
        except ValueError:
            found = 314159
        else:
            found = hash(hash(abs(self.numerator)) * inverse)
        if self.numerator < 0:
            found = -found
        return -2 if found == -1 else found

    def __eq__(self, other):
        if _exact(other):
            n, d = _parts(other)
            return self.numerator == n and self.denominator == d
        if isinstance(other, float):
            return float(self) == other
        return NotImplemented

    def __lt__(self, other):
        if _exact(other):
            n, d = _parts(other)
            return self.numerator * d < n * self.denominator
        if isinstance(other, float):
            return float(self) < other
        return NotImplemented

    def __le__(self, other):
        if _exact(other):
            n, d = _parts(other)
            return self.numerator * d <= n * self.denominator
        if isinstance(other, float):
            return float(self) <= other
        return NotImplemented

    def __gt__(self, other):
        if _exact(other):
            n, d = _parts(other)
            return self.numerator * d > n * self.denominator
        if isinstance(other, float):
            return float(self) > other
        return NotImplemented

    def __ge__(self, other):
        if _exact(other):
            n, d = _parts(other)
            return self.numerator * d >= n * self.denominator
        if isinstance(other, float):
            return float(self) >= other
        return NotImplemented


def _quotient(n, d):
    if d == 0:
        raise ZeroDivisionError(f"Fraction({n}, 0)")
    return Fraction(n, d)
