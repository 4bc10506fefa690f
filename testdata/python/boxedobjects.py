"""Members of objects whose classes are known when running only."""
import collections
import datetime
import io
import json
import re
import uuid
from decimal import Decimal


def hidden(x):
    """x as a value of unknown type."""
    return [x, 1, "s", None][int(json.loads("0"))]


def datetimes():
    d = hidden(datetime.datetime(2020, 1, 2, 3, 4, 5, 678901))
    print(d.isocalendar()[1], d.replace(hour=0), d.replace(2021), d.timetuple()[:3], d.toordinal(), d.utcoffset(), d.tzname(), d.ctime())
    print(d.year, d.hour, d.tzinfo, d + datetime.timedelta(days=1), d.isoformat(), d.isoformat(" "), d.isoformat(sep=" "), d.isoformat(" ", "seconds"))
    print(d.strftime("%Y"), d.date().replace(day=5), d.time(), d.weekday(), d.isoweekday(), d.date() == datetime.date(2020, 1, 2))


def dates():
    d = hidden(datetime.date(2021, 5, 6))
    print(d.year, d.month, d.day, d.isoformat(), d.strftime("%d.%m."), d.replace(year=2020), d.toordinal(), d.ctime(), hasattr(d, "hour"), hasattr(d, "day"))


def timedeltas():
    t = hidden(datetime.timedelta(seconds=90061, microseconds=5))
    print(t.total_seconds(), t.days, t.seconds, t.microseconds, t * 2, -t, t // datetime.timedelta(hours=1))


def times():
    t = hidden(datetime.time(3, 4))
    print(t.hour, t.minute, t.isoformat(), t.strftime("%H"), t.replace(minute=9))


def decimals():
    x = hidden(Decimal("1.25"))
    print(x.quantize(Decimal("0.1")), x + 1, x.is_nan(), x.as_tuple(), x.sqrt(), x.compare(Decimal(2)), x.copy_negate(), x.to_integral_value(), x.adjusted())


def texts():
    f = hidden(io.StringIO("one\ntwo\nthree\n"))
    print(f.readline(), f.read(2), f.tell(), f.readlines(), f.seek(0), f.getvalue())


def matches():
    m = hidden(re.search(r"(\w+)@(?P<host>\w+)", "me@home"))
    print(m.group(2), m.group("host"), m.groups(), m.span(), m.start(2), m.groupdict(), m.string)


def ids():
    u = hidden(uuid.UUID("12345678123456781234567812345678"))
    print(u.hex, str(u))


def methods():
    get = hidden(datetime.date(2020, 2, 3)).isoformat
    print(get(), hidden(datetime.date(2020, 2, 3)).weekday())


def wrong():
    try:
        hidden(datetime.date(2020, 2, 3)).isoformat_()
    except AttributeError as e:
        print(e)
    try:
        hidden(5).isocalendar()
    except AttributeError as e:
        print(e)


def containers():
    d = hidden(collections.deque([1, 2, 3]))
    d.rotate(1)
    d.extendleft([8, 9])
    d.insert(2, 0)
    print(d, d.index(3), d.popleft(), d.maxlen, d + d, d * 2, d.count(3))
    for f in (lambda: d.index(9), lambda: d.remove(9), lambda: collections.deque([1, 2], 2).insert(0, 1)):
        try:
            f()
        except (ValueError, IndexError) as e:
            print(e)
    d.remove(3)
    c = hidden(collections.Counter("abca"))
    print(d, c.most_common(1), c.total())


class Row:
    def __init__(self, *cells):
        self.cells = cells

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.cells, other.cells))

    def __rmatmul__(self, other):
        return ("reflected", other)


def matrix_product():
    for a, b in [(Row(1, 2), Row(3, 4)), (1, Row(1)), (1, 2), ("a", None)]:
        try:
            print(a @ b)
        except TypeError as e:
            print(e)
        try:
            a @= b
            print(a)
        except TypeError as e:
            print(e)


class Made:
    made = 0
    kind = "p"
    def __init__(self, a):
        self.a = a
        Made.made += 1
    def __eq__(self, o):
        return isinstance(o, Made) and self.a == o.a


class Dog:
    legs = 4
    tags = ["x"]
    def __init__(self, n): self.n = n


class Puppy(Dog):
    legs = 3
    small = True


class Bird:
    legs = 2
    def __init__(self, n): self.n = n


class Counted:
    n = 0
    def bump(self):
        self.n += 1


def class_attribute_in_lambda():
    s = {"a": (lambda b: b), "b": (lambda w: Made(w.made))}
    print(s["b"](Made(1)).a)


def class_attribute_in_list():
    xs = [Made(1), 2]
    print(xs[0].made > 0, xs[0].kind)


def class_attributes_by_name():
    pets = [Dog(1), Bird(2), Puppy(3), 5]
    for p in pets:
        try:
            print(p.legs, p.n)
            p.tags.append(p.n)
            print(p.tags)
            print(p.small)
        except AttributeError as e:
            print(e)
    print(Dog.tags, [getattr(p, "small", None) for p in pets], sum(p.legs for p in pets[:3]))
    Dog.legs = 5
    print(pets[0].legs, pets[2].legs)
    cs = [Counted(), Counted(), "a"]
    cs[0].bump()
    print(cs[0].n, cs[1].n)
    for c in cs:
        print(hasattr(c, "n"), getattr(c, "n", 7))


def attributes_changed_in_place():
    a, b = Made([1]), Made({1, 2})
    for o in [a, b, 1]:
        try:
            held = o.a
            if isinstance(held, list):
                o.a += (2,)
                o.a *= 2
            else:
                o.a |= {5}
            print(o.a is held, held)
        except AttributeError as e:
            print(e)
