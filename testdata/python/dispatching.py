"""functools.singledispatch and annotations as values."""
import functools
from functools import singledispatch


class Animal:
    pass


class Dog(Animal):
    pass


@singledispatch
def show(x, extra=""):
    """Shows a value."""
    return f"object {x!r}{extra}"


@show.register
def _(x: int, extra=""):
    return f"int {x}{extra}"


@show.register
def _(x: float, extra=""):
    return f"float {x:.2f}{extra}"


@show.register(list)
def show_list(x, extra=""):
    return f"list [{', '.join(show(v) for v in x)}]{extra}"


@show.register(tuple)
@show.register(set)
def _(x, extra=""):
    return f"{type(x).__name__} of {len(x)}"


@show.register(Animal)
def _(x, extra=""):
    return f"animal {type(x).__name__}"


@show.register(type(None))
def _(x, extra=""):
    return "nothing"


@show.register(dict)
def _(x, extra=""):
    return "{" + "; ".join(f"{k}={show(v)}" for k, v in x.items()) + "}"


def shown():
    print(show(1), show("a"), show([1, 2.5, "b", [None]], extra="!"), show(True), show(Dog()), show(Animal()), show(None))
    print(show((1, 2)), show({3}), show({"a": 1, "b": [2]}), show(1.234, extra="?"), show(b"x"))
    print(show_list([1]), show.__name__, show.__doc__)
    for v in [1, "s", 2.0, [], None, Dog()]:
        print(show(v))


def dispatched():
    print(show.dispatch(int)(5), show.dispatch(bool)(5), show.dispatch(Dog) is show.dispatch(Animal), show.dispatch(str) is show.dispatch(object), show.dispatch(list) is show_list)
    print(len(show.registry), list in show.registry, str in show.registry)
    try:
        show()
    except TypeError as e:
        print(e)


def in_function():
    @functools.singledispatch
    def size(x):
        raise NotImplementedError(f"no size of {type(x).__name__}")

    @size.register(str)
    def _(x):
        return len(x)

    size.register(int, lambda x: x.bit_length())
    print(size("abc"), size(255))
    try:
        size(1.5)
    except NotImplementedError as e:
        print(e)


def annotated(x: int, y: "str" = "", *rest: float, z: Dog = None) -> None:
    pass


def annotations():
    print(annotated.__annotations__)
    def plain(a, b):
        return a
    print(plain.__annotations__, [f.__annotations__ for f in (annotated, plain)][1])
