# The order in which a class statement is evaluated, and the names that its body sees.

count = 5
items = [3, 4]


def noted(kind, value):
    print(kind)
    return value


def order_of_a_statement():
    @noted("first decorator", lambda c: c)
    @noted("second decorator", lambda c: c)
    class Derived(noted("base", dict)):
        noted("body", 0)

    print(Derived.__name__, Derived(a=1))


def names_of_the_module():
    class Copies:
        count = count
        items = items + [count]
        len = len(items)

        def all(self):
            return count, self.count, self.len

    print(Copies.count, Copies.items, Copies().all())
    try:
        class Missing:
            nothing = nothing
    except NameError as e:
        print(e)


def not_those_of_the_function():
    count = 7

    class Inner:
        count = count + 1
        list = list(items)

    print(Inner.count, Inner.list, count)


def made_global():
    global Shared, shared

    class Shared:
        class Nested:
            pass

        def method(self):
            pass

    def shared():
        pass

    print(Shared.__qualname__, Shared.Nested.__qualname__, shared.__qualname__, Shared.method.__qualname__)


def iterators_without_iter():
    step = 1

    class Iterator:
        def __init__(self, n):
            self.n = n
            self.i = 0

        def __next__(self):
            if self.i >= self.n:
                raise StopIteration
            self.i += 1
            return self.i - 1

    class Sequence:
        def __init__(self, n):
            self.n = n * step

        def __iter__(self):
            return Iterator(self.n)

    a, b = Sequence(2)
    print(a, b, list(Sequence(3)), sum(Sequence(4)), 2 in Sequence(3), *Sequence(2))
    try:
        a, b, c = Sequence(2)
    except ValueError as e:
        print(e)
    try:
        for x in Iterator(3):
            print(x)
    except TypeError as e:
        print(e)


class Plain:
    known = 1


def defaults_that_are_not_needed():
    print(getattr(Plain(), "known", noted("default", 2)), getattr(Plain(), "unknown", noted("default", 2)))


def spread_in_displays():
    def spread(v):
        return [0, *v], (0, *v)

    for v in [[1], 2, (3,), 1.5]:
        for make in [lambda: [0, *v], lambda: (0, *v), lambda: {0, *v}]:
            try:
                print(make())
            except TypeError as e:
                print(e)
