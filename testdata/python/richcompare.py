# Comparisons give what the methods of classes return, which need not be a bool.


class Odd:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        return self.v < other.v and "yes" or ""

    def __eq__(self, other):
        return [self.v, other.v]

    def __gt__(self, other):
        return None


class Expr:
    def __init__(self, text):
        self.text = text

    def __lt__(self, other):
        return Expr(f"({self.text} < {other})")

    def __eq__(self, other):
        return Expr(f"({self.text} = {other})")

    def __and__(self, other):
        return Expr(f"({self.text} & {other})")

    def __str__(self):
        return self.text

    def __repr__(self):
        return "Expr" + self.text


class Count:
    def __init__(self, n):
        self.n = n

    def __le__(self, other):
        return self.n - other.n

    def __ne__(self, other):
        return 0


def any_value():
    a, b, c = Odd(1), Odd(2), Odd(0)
    print(repr(a < b), repr(b < a), a == b, a != b, a > b)
    x = a < b
    print(x, type(x).__name__, not x, x or 3)
    print("true" if a < b else "false", "true" if b < a else "false")
    print([o.v for o in sorted([a, b, c])])


def chains():
    a, b, c = Odd(1), Odd(2), Odd(0)
    print(repr(a < b < c), repr(b < a < c), a < b == c)
    print(Count(3) <= Count(1) <= Count(1), Count(3) <= Count(3) <= Count(0), Count(1) != Count(1) <= Count(2))
    print(1 < 2 < 3, 1 < 2 == 2.0, 3 < 2 < Count(1).n)


def conditions():
    e = Expr("a")
    print(e < 3, e == 4, (e < 3) & (e == 4), 3 > e, 3 == e)
    print([e < 1, e == 2])


def of_unknown_type():
    for x in [Expr("b"), 3, 9]:
        print(x < 5, x == 9, 9 == x, 5 > x)
    table = {"column": Expr("c"), "limit": 3}
    print(table["column"] < table["limit"], table["limit"] == 3)


def chains_that_end_with_none():
    b, c = Odd(2), Odd(0)
    print(1 < b == c, b > c < b, 1 < b < c)
