"""The classes of module json, and derived from them."""
import json
import io
import sys
import decimal
import datetime
from json import JSONEncoder, JSONDecoder
from json.decoder import JSONDecodeError


class DateEncoder(json.JSONEncoder):
    def default(self, obj):
        if isinstance(obj, (datetime.datetime, datetime.date)):
            return obj.isoformat()
        if isinstance(obj, decimal.Decimal):
            return float(obj)
        if isinstance(obj, set):
            return sorted(obj)
        return super().default(obj)


class Old(JSONEncoder):
    def default(self, o):
        try:
            return o.__dict__
        except AttributeError:
            return JSONEncoder.default(self, o)


class P:
    def __init__(self, a, b):
        self.a = a
        self.b = b


class Deco(json.JSONDecoder):
    def __init__(self, *args, **kwargs):
        json.JSONDecoder.__init__(self, object_hook=self.hook, *args, **kwargs)

    def hook(self, d):
        if "__date__" in d:
            return datetime.date(*d["__date__"])
        return d


def encoders():
    print(json.dumps({"d": datetime.date(2020, 1, 2), "x": decimal.Decimal("1.5"), "s": {3, 1, 2}}, cls=DateEncoder))
    print(json.dumps([P(1, "x"), P(2, [P(3, None)])], cls=Old, indent=2, sort_keys=True))
    print(DateEncoder(indent=1).encode({"a": [1, 2], "b": {}}))
    print(DateEncoder(separators=(",", ":"), sort_keys=True).encode({"b": [1, 2], "a": {}}))
    try:
        json.dumps({"d": len}, cls=DateEncoder)
    except TypeError as e:
        print(e)
    try:
        json.dumps(P(1, 2), cls=DateEncoder)
    except TypeError as e:
        print(e)
    f = io.StringIO()
    json.dump({"a": {1, 2}}, f, cls=DateEncoder, indent=None)
    print(f.getvalue())
    print("".join(JSONEncoder().iterencode([1, {"a": None}])))
    print(JSONEncoder(ensure_ascii=False).encode("é"), JSONEncoder().encode("é"))


def decoders():
    print(json.loads('{"a": {"__date__": [2020, 1, 2]}, "b": [1.5, 2]}', cls=Deco))
    d = JSONDecoder()
    print(d.decode(' [1, 2] '), d.raw_decode('{"a": 1} tail'))
    text = '{"a": 1}{"b": 2} [3]'
    pos = 0
    while pos < len(text):
        while pos < len(text) and text[pos] == " ":
            pos += 1
        v, pos = d.raw_decode(text, pos)
        print(v, pos)
    try:
        d.raw_decode("nope")
    except JSONDecodeError as e:
        print(e, e.msg, e.pos, e.lineno, e.colno, e.doc)
    print(json.loads('[1.1, NaN, Infinity, -Infinity]', parse_constant=lambda c: "<" + c + ">", parse_float=decimal.Decimal))
    print(json.loads('{"a": 1, "b": 2, "a": 3}', object_pairs_hook=lambda ps: [p for p in ps]))
    from collections import OrderedDict
    print(json.loads('{"z": 1, "b": {"y": 2}}', object_pairs_hook=OrderedDict))
    print(json.loads(b'{"a": 1}'), json.loads('"\t"', strict=False) == "\t")
    print(json.loads('{"a": 1}'.encode("utf-16")), json.loads('[1]'.encode("utf-32-le")))


def dumps_args():
    print(json.dumps({"a": [1, 2]}, separators=[",", ":"]))
    print(json.dumps([1, [2, {"x": []}]], indent="\t"))
    print(json.dumps({1: 2, None: 3, True: 4, 1.5: 5}))
    print(json.dumps({(1, 2): 3, "a": 1}, skipkeys=True))
    print(json.dumps({"a": 1}, check_circular=False, indent=0))
    try:
        json.dumps(float("nan"), allow_nan=False)
    except ValueError as e:
        print(e)
    print(json.dumps("x", cls=None), json.dumps([1], cls=json.JSONEncoder))
    print(json.dumps({"t": (1, 2), "n": float("inf")}))


class Tree(dict):
    def __missing__(self, k):
        v = self[k] = type(self)()
        return v


class Bag(list):
    pass


class Name(str):
    pass


class Kinds(set):
    pass


def derived_values():
    t = Tree()
    t["a"]["b"] = 1
    print(json.dumps(t), json.dumps([Bag([1, Name("x")]), {"k": t}], indent=1), json.dumps(Name("é")))
    print(json.dumps({Name("k"): Bag()}, sort_keys=True))
    try:
        json.dumps([Kinds()])
    except TypeError as e:
        print(e)
    print(json.dumps(Kinds([1]), default=lambda o: [type(o).__name__, sorted(o)]))
