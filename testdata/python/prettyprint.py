import io
import pprint
from collections import Counter, OrderedDict, defaultdict, deque
from pprint import pformat


def short():
    pprint.pprint([1, "a", 2.5, None, True])
    pprint.pprint({"b": 1, "a": [1, 2]})
    pprint.pprint("text")
    pprint.pprint((1,))
    pprint.pprint({3, 1, 2})
    pprint.pprint({})
    pprint.pp({"b": 1, "a": 2})
    pprint.pprint({"b": 1, "a": 2}, sort_dicts=False)


def long():
    pprint.pprint(["element number %d" % i for i in range(8)])
    pprint.pprint({"key%d" % i: list(range(i * 3)) for i in range(9)})
    pprint.pprint({"nested": {"a": ["x" * 30, "y" * 30, "z" * 30], "b": {"c": (1, 2)}}, "other": "w" * 50})
    pprint.pprint(tuple("word%d" % i for i in range(12)))
    pprint.pprint({"x" * i for i in range(20)})
    pprint.pprint(frozenset("x" * i for i in range(20)))
    pprint.pprint([("k" * 20, {"v": list(range(20))}), ("m" * 20, {})])


def options():
    data = {"name": "n" * 20, "values": list(range(15)), "t": ("a", "b")}
    print(pformat(data, width=30))
    print(pformat(data, indent=4, width=40))
    print(pformat(list(range(40)), compact=True))
    print(pformat(list(range(40)), compact=True, width=30, indent=2))
    print(pformat([1, [2, [3, [4]]], {"a": {"b": 1}}], depth=2))
    print(pformat([1234567, 12], underscore_numbers=True), pprint.saferepr({"b": [1], "a": (2,)}))
    p = pprint.PrettyPrinter(width=20)
    p.pprint(["abc", "defgh", "ijklmno"])
    print(p.pformat({"a": "b"}))


def text():
    pprint.pprint("the quick brown fox jumps over the lazy dog " * 4)
    pprint.pprint(["the quick brown fox jumps over the lazy dog " * 3, "short"], width=40)
    pprint.pprint({"k": "one two three four five six seven eight nine ten eleven\ntwelve"}, width=30)
    pprint.pprint(b"0123456789" * 10, width=40)


def kinds():
    d = defaultdict(list)
    for i in range(5):
        d["key%d" % i].append("value" * 4)
    pprint.pprint(d)
    pprint.pprint(OrderedDict([("zz" * 10, 1), ("aa" * 10, 2), ("mm" * 15, 3)]))
    pprint.pprint(Counter("hello world, this is a longer text with many letters"))
    pprint.pprint(deque("element%d" % i for i in range(10)))
    pprint.pprint(deque(["element%d" % i for i in range(10)], maxlen=20), width=40)
    pprint.pprint(Counter("ab"))


def mixed():
    pprint.pprint({1: "a", "b": 2, (1, 2): None, 2.5: [1]})
    rows = [{"id": i, "name": "row %d" % i, "tags": ["t1", "t2"], "score": i / 3} for i in range(4)]
    pprint.pprint(rows)


def stream():
    f = io.StringIO()
    pprint.pprint({"a": 1}, stream=f)
    pprint.pprint([1, 2], f)
    print(repr(f.getvalue()))


def errors():
    try:
        pprint.pformat([1], depth=0)
    except ValueError as e:
        print(e)
    try:
        pprint.pformat([1], indent=-1)
    except ValueError as e:
        print(e)
