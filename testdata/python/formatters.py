"""string.Formatter."""
import string
from string import Formatter


class Gaps(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, "<" + key + ">")
        return super().get_value(key, args, kwargs)


class Shout(Formatter):
    def format_field(self, value, spec):
        if spec == "shout":
            return str(value).upper() + "!"
        return super().format_field(value, spec)

    def convert_field(self, value, conversion):
        if conversion == "u":
            return str(value).upper()
        return super().convert_field(value, conversion)


class Strict(Formatter):
    def check_unused_args(self, used_args, args, kwargs):
        for i in range(len(args)):
            if i not in used_args:
                raise ValueError(f"unused {i}")
        for k in kwargs:
            if k not in used_args:
                raise ValueError("unused " + k)


def formatters():
    f = string.Formatter()
    print(f.format("{0} {1:>5} {name!r} {{x}}", 1, 2.5, name="n"), f.format("{} {}", "a", 3), f.format("{:{w}.{p}f}", 3.14159, w=8, p=2))
    print(f.vformat("{a[k]} {b[1]} {c.real}", (), {"a": {"k": 5}, "b": [1, 2], "c": 3}), f.format(""), f.format("plain"))
    print(Gaps().format("{x} {y} {0}", 7, x=1), Shout().format("{0:shout} {1!u} {1:>4} {0!r:>6}", "hi", "yo"))
    print(list(f.parse("a{b!r:>{w}}c{{d}}{}")), Strict().format("{0}{a}", 1, a=2))


def format_errors():
    f = Formatter()
    for text in ("{", "}", "{0", "{a}", "{0}", "{0!x}", "{0} {}", "{} {0}", "{0[", "{0!r"):
        try:
            print(f.format(text))
        except (ValueError, KeyError, IndexError) as e:
            print(type(e).__name__, e)
    for args in ((1, 2), (1,)):
        try:
            print(Strict().format("{0}", *args, z=1))
        except ValueError as e:
            print(e)
