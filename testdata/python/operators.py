import operator
from operator import attrgetter, itemgetter, methodcaller


class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def add(self, n, times=1):
        return self.x + n * times


def plain():
    print(operator.contains([1, 2], 2), operator.not_([]), operator.truth("a"), operator.neg(5), operator.pos(-5), operator.inv(5), operator.invert(0), operator.abs(-2.5), operator.index(7))
    print(operator.getitem([1, 2], 1), operator.getitem({"a": 1}, "a"), operator.countOf([1, 2, 1], 1), operator.indexOf("abc", "c"), operator.length_hint([1, 2]), operator.concat([1], [2]), operator.concat("a", "b"))
    d = {"a": 1}
    operator.setitem(d, "b", 2)
    operator.delitem(d, "a")
    print(d, operator.call(max, 3, 5), operator.call(lambda x: x * 2, 4))
    try:
        operator.indexOf([1], 2)
    except ValueError as e:
        print(e)


def in_place():
    a = [1]
    b = operator.iadd(a, [2])
    print(a, b is a, operator.iadd(1, 2), operator.isub(5, 2), operator.imul("a", 3), operator.itruediv(1, 2), operator.ifloordiv(7, 2), operator.imod(7, 4), operator.ipow(2, 5), operator.iand(6, 3), operator.ior(6, 1), operator.ixor(5, 1), operator.ilshift(1, 3), operator.irshift(8, 1), operator.iconcat([1], [2]))


def getters():
    rows = [("b", 2), ("a", 1)]
    k = 1
    print(sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(0, 1)), list(map(itemgetter(k), rows)), itemgetter(1, 0)([5, 6]), itemgetter("a")({"a": 3}), itemgetter(slice(0, 2))("hello"), itemgetter(-1)((1, 2)))
    ps = [P(3, 1), P(1, 2)]
    print([p.x for p in sorted(ps, key=attrgetter("x"))], attrgetter("x", "y")(ps[0]), list(map(attrgetter("y"), ps)))
    n = 10
    print(list(map(methodcaller("add", n, times=2), ps)), methodcaller("upper")("abc"), methodcaller("split", ",")("a,b"), list(map(methodcaller("strip"), [" a", "b "])), max(ps, key=methodcaller("add", 0)).x)


def as_values():
    print(list(map(operator.contains, [[1], [2]], [1, 1])), list(map(operator.neg, [1, 2])), list(filter(operator.not_, [0, 1, ""])), [f(7, 2) for f in (operator.add, operator.sub, operator.floordiv, operator.mod)])


def by_the_names_of_methods():
    print(operator.__lt__(1, 2), operator.__add__("a", "b"), operator.__and__(6, 3), operator.__or__(6, 1), list(map(operator.__mul__, [1, 2], [3, 4])))
