"""When the names of patterns are bound, and what is bound where a pattern fails."""


class A:
    B = 0


def guards():
    match 0:
        case x if x:
            z = 0
        case _ as y if y == x and y:
            z = 1
        case A.B:
            z = 2
    print(x, y, z)


def alternatives():
    x = 2
    y = None
    match x:
        case (0 as z) | (1 as z) | (2 as z) if z == x % 2:
            y = 0
    print(x, y, z)


def subjects():
    x = 0
    y = None
    match x:
        case 0 if not (x := 1):
            y = 0
        case 1:
            y = 1
    print(x, y)
    x = 0
    match x:
        case 0 if not (x := 1):
            y = 0
        case 0 as z:
            y = 1
    print(x, y, z)
    pair = [1, 2]
    match pair:
        case [pair, 5]:
            y = "five"
        case [a, pair] if a > 3:
            y = "more"
        case [_, _]:
            y = pair
    print(y, pair)


def unbound():
    def f(v):
        match v:
            case [a, b] if a > b:
                r = "down"
            case [a, *rest] if len(rest) > 5:
                r = "long"
            case {"k": a}:
                r = "map"
            case _:
                r = "none"
        try:
            print(r, a)
        except UnboundLocalError as e:
            print(r, e)
    for v in ([1, 2], [2, 1], [1], [], {"k": 5}, 7):
        f(v)


def parts():
    a = 0
    match [1, 2]:
        case [a, 5]:
            print("no")
        case _:
            print(a)

    def f(v):
        a = b = None
        match v:
            case [a, 5]:
                return ("five", a, b)
            case [a, [b, 6]]:
                return ("six", a, b)
            case {"x": a, "y": 7}:
                return ("seven", a, b)
            case [2, (3 | 4) as b] if b == 3:
                pass
            case [(1 as a, "p") | ("p", 2 as a), 9]:
                return ("nine", a, b)
            case _:
                return ("none", a, b)
    for v in ([1, 2], [1, 5], [1, [2, 6]], [1, [2, 7]], {"x": 1, "y": 2}, {"x": 1, "y": 7}, [2, 4], [2, 3], 1, [(1, "p"), 9],
              [("p", 2), 9], [("p", 2), 8]):
        print(f(v))


def loops():
    total = 0
    for command in [("add", 1), ("sub", 2), ("add", "x"), ("add", 5, 6), ()]:
        match command:
            case ("add", int(n)) if n > 0:
                total += n
            case (op, n, *more) if more:
                print("many", op, n, more)
            case (op, n):
                print(op, n)
            case _:
                print("none", op, n)
    print(total)


def methods_that_assign_to_a_variable_of_the_function():
    n = 0
    names = []

    class Counted:
        def inc(self):
            nonlocal n
            n += 1
            return n

        def rename(self, name):
            nonlocal names
            names = names + [name]

    c = Counted()
    c.inc()
    c.rename("a")
    n += 5
    Counted().rename("b")
    print(c.inc(), n, names)
