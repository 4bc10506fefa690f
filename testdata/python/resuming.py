# What generators are sent and thrown: through other generators, by name, and where they only yield.


def collector(n):
    got = []
    while True:
        try:
            value = (yield n)
        except KeyError as e:
            print("key error", e)
        else:
            got.append(value)
            print("got", value, got)
        n += 1


def through_a_parameter():
    def through(g):
        yield from g

    g = through(collector(2))
    print(g.send(None), g.send(1), g.throw(KeyError("k")), g.send("text"))


def through_a_value_of_any_type():
    def through(x):
        result = yield from x
        yield result

    things = [collector(1), "ab", [3, 4]]
    first = through(things[0])
    print(next(first), first.send(7), first.throw(KeyError))
    first.close()
    print(next(things[0], "closed with it"))
    print(list(through(things[1])), list(through(things[2])))


def numbers_of_arguments():
    g = collector(0)
    for args in [(), (1, 2)]:
        try:
            g.send(*args)
        except TypeError as e:
            print(e)


def thrown_by_class_and_value():
    def ones():
        yield 1

    for thrown in [(ValueError, "message"), (ValueError, ValueError("made")), (KeyError, None), (LookupError, (9, "b")), (3,)]:
        try:
            ones().throw(*thrown)
        except Exception as e:
            print(repr(e))
    try:
        ones().throw(ValueError, "by a call")
    except ValueError as e:
        print(repr(e))


def expressions_are_resumed():
    g = (i for i in range(4))
    try:
        g.send(3)
    except TypeError as e:
        print(e)
    print(next(g), g.send(None), g.send(5))
    try:
        g.throw(ValueError(7))
    except ValueError as e:
        print("ValueError", e)
    print(next(g, "ended"))


def kinds_of_iterators():
    print(type(iter([1])).__name__, type(iter({1: 2})).__name__, type(iter({1})).__name__)
    print(list(iter({"a": 1})), sorted(iter({2, 1})), next(iter([5])))
