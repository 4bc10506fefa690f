"""The classes of module contextlib."""
import contextlib as _contextlib


def _writer(file):
    return lambda text: file.write(text)


class redirect_stdout:
    def __init__(self, new_target):
        self._target = new_target
        self._restore = []

    def __enter__(self):
        self._restore.append(_contextlib._redirect("stdout", self._target, _writer(self._target)))
        return self._target

    def __exit__(self, exctype, excinst, exctb):
        self._restore.pop()()


class redirect_stderr:
    def __init__(self, new_target):
        self._target = new_target
        self._restore = []

    def __enter__(self):
        self._restore.append(_contextlib._redirect("stderr", self._target, _writer(self._target)))
        return self._target

    def __exit__(self, exctype, excinst, exctb):
        self._restore.pop()()
