"""Arguments by name in calls of methods of values whose type is known when running only."""
import collections
import datetime
import decimal
import io
import json


def replaced():
    d = {"t": datetime.datetime(2020, 1, 2, 3, 4, 5, 678901), "d": datetime.date(2020, 5, 6), "x": decimal.Decimal("1.255"), "c": collections.Counter("abca"), "n": 5, "td": datetime.timedelta(days=1)}
    print(d["t"].replace(minute=0, second=0, microsecond=0))


def formatted():
    d = {"t": datetime.datetime(2020, 1, 2, 3, 4, 5, 678901), "d": datetime.date(2020, 5, 6), "n": 5}
    print(d["t"].isoformat(sep=" "), d["t"].isoformat(timespec="seconds"), d["d"].replace(day=1))


def quantized():
    d = {"x": decimal.Decimal("1.255"), "n": 5}
    print(d["x"].quantize(decimal.Decimal("0.01"), rounding=decimal.ROUND_UP))


def counters():
    d = {"c": collections.Counter("abca"), "n": 5}
    print(d["c"].most_common(n=1))
    d["c"].update(z=3)
    print(d["c"])


def builtins():
    d = {"n": 5, "s": "a,b,c", "l": [3, 1, 2], "b": b"a b"}
    print(d["n"].to_bytes(2, byteorder="big"), d["s"].split(sep=",", maxsplit=1), d["s"].encode(encoding="utf-8"))
    d["l"].sort(key=lambda x: -x, reverse=False)
    print(d["l"], d["b"].decode(encoding="ascii"), d["s"].splitlines(keepends=True), d["s"].expandtabs(tabsize=4))


def times():
    d = {"n": 1, "t": datetime.time(1, 2, 3), "dt": datetime.datetime(2020, 1, 2, 3)}
    print(d["t"].replace(hour=5), d["t"].isoformat(timespec="minutes"), d["dt"].astimezone(tz=datetime.timezone.utc))


def patterns():
    d = {"n": 1, "f": io.StringIO("a\nb")}
    print(d["f"].read())
    import re
    e = {"p": re.compile("a(?P<x>b)"), "n": 1}
    print(e["p"].sub(repl="z", string="abab", count=1), e["p"].split(string="xaby", maxsplit=1))
    print(e["p"].match(string="ab").groupdict(default="-"), e["p"].match("ab").groups(default=1))


def none_as_function():
    class Holder:
        pass
    d = json.loads('{"a": null, "b": [3, 1, 2]}')
    h = Holder()
    h.f = len
    h.f = d["a"]
    print(sorted(d["b"], key=h.f))
    ys = [5, 3]
    ys.sort(key=h.f)
    print(ys, max(ys, key=h.f), min([3, 1], key=h.f))


def base_by_name():
    class Base:
        def __init__(self, *, hook=None, strict=True):
            self.hook_of = hook

    class Derived(Base):
        def __init__(self, *args, **kwargs):
            Base.__init__(self, hook=self.hook, *args, **kwargs)

        def hook(self, d):
            return str(*[d])
    xs = [Derived, Base]
    print(xs[0]().hook_of(1), Derived(strict=False).hook_of(2))
