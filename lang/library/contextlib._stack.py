"""The stack of context managers."""
import contextlib as _contextlib


class ExitStack:
    def __init__(self):
        self._exits = []

    def enter_context(self, cm):
        if hasattr(cm, "__enter__"):
            result = cm.__enter__()
            self._exits.append(lambda exc_type, exc, tb: cm.__exit__(exc_type, exc, tb))
        elif not hasattr(cm, "close") and not hasattr(cm, "acquire"):
            raise TypeError(f"'{type(cm).__module__}.{type(cm).__qualname__}' object does not support the context manager protocol")
        else:  # a file, a lock or a generator
            result = _contextlib._enter(cm)
            self._exits.append(lambda exc_type, exc, tb: _contextlib._exit(cm, exc_type, exc, tb))
        return result

    def push(self, exit):
        if hasattr(exit, "__exit__"):
            self._exits.append(exit.__exit__)
        else:
            self._exits.append(exit)
        return exit

    def callback(self, callback, /, *args, **kwds):
        held = [callback]  # of any kind, whose arguments are known when running

        def leave(exc_type, exc, tb):
            held[0](*args, **kwds)

        self._exits.append(leave)
        return callback

    def pop_all(self):
        other = type(self)()
        other._exits = self._exits
        self._exits = []
        return other

    def close(self):
        self.__exit__(None, None, None)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        current = exc
        while self._exits:
            leave = self._exits.pop()
            try:
                if leave(None if current is None else type(current), current, None if current is None else current.__traceback__):
                    current = None
            except BaseException as e:
                if e is not current and e.__context__ is None:
                    e.__context__ = current
                current = e
        if current is not None and current is not exc:
            raise current
        return exc is not None and current is None
