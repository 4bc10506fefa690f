"""The descriptors of functools: methods that call another one."""
from functools import singledispatch as _singledispatch



class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, obj, cls=None):
        func = self.func
        if obj is None:
            return lambda self_, *args, **keywords: func(self_, *self.args, *args, **{**self.keywords, **keywords})
        if hasattr(func, "__get__"):
            bound = func.__get__(obj, cls)
            return lambda *args, **keywords: bound(*self.args, *args, **{**self.keywords, **keywords})
        return lambda *args, **keywords: func(obj, *self.args, *args, **{**self.keywords, **keywords})


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = _singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def dispatched(*args, **keywords):
            if not args:
                raise TypeError(f"{self.func.__name__} requires at least 1 positional argument")
            method = self.dispatcher.dispatch(type(args[0]))
            if hasattr(method, "__get__"):
                return method.__get__(obj, cls)(*args, **keywords)
            return method(obj, *args, **keywords)

        return dispatched
