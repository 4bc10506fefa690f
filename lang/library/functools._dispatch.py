"""Functions of which the class of the first argument chooses one."""


def _line(cls):
    """The classes whose functions an object of a class may have, the nearest first."""
    if cls is bool:
        return [bool, int, object]
    return list(cls.__mro__) if hasattr(cls, "__mro__") else [cls, object]


class _Registry:
    def __init__(self, func):
        self.registry = {object: func}

    def dispatch(self, cls):
        for base in _line(cls):
            if base in self.registry:
                return self.registry[base]
        return self.registry[object]

    def add(self, cls, func):
        if func is None:
            if isinstance(cls, type):
                return lambda f: self.add(cls, f)
            return self.add_annotated(cls)
        self.registry[cls] = func
        return func

    def add_annotated(self, func):
        hints = list(func.__annotations__.items())
        if not hints:
            raise TypeError(f"Invalid first argument to `register()`: {func!r}. Use either `@register(some_class)` or plain `@register` on an annotated function.")
        name, cls = hints[0]
        if cls is None:
            cls = type(None)
        if not isinstance(cls, type):
            raise TypeError(f"Invalid annotation for {name!r}. {cls} is not a class.")
        self.registry[cls] = func
        return func


class _SingleDispatch(_Registry):
    def __init__(self, func):
        super().__init__(func)
        self.__wrapped__ = func
        self.__name__ = func.__name__
        self.__doc__ = func.__doc__

    def register(self, cls, func=None):
        return self.add(cls, func)

    def __call__(self, *args, **kw):
        if len(args) == 0:
            raise TypeError(f"{self.__name__} requires at least 1 positional argument")
        for first in args:
            return self.dispatch(type(first))(*args, **kw)


def singledispatch(func):
    return _SingleDispatch(func)
