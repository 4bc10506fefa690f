# Functions that are given another name or docstring, as decorators do without functools.


def as_decorators_do():
    def logged(func):
        def wrapper(*args, **kwargs):
            print("calling", func.__name__)
            return func(*args, **kwargs)

        wrapper.__name__ = func.__name__
        wrapper.__doc__ = func.__doc__
        wrapper.calls = 0
        return wrapper

    @logged
    def add(a, b=2):
        "adds"
        return a + b

    print(add(1), add(1, b=5), add.__name__, add.__doc__, add.calls)


def one_by_one():
    def f():
        "doc"

    print(f.__name__, f.__doc__)
    f.__name__ = "renamed"
    f.__doc__ = "changed"
    print(f.__name__, f.__doc__, f.__qualname__)
    f.__qualname__ = "elsewhere.renamed"
    print(f.__qualname__, repr(f)[:28])
    try:
        f.__name__ = 3
    except TypeError as e:
        print(e)


def in_loops():
    def make(n):
        def power(x):
            return x ** n

        power.__name__ = f"power{n}"
        return power

    made = [make(2), make(3)]
    print([(p.__name__, p(2)) for p in made], make.__name__)
