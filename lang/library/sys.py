"""What module sys says of an interpreter, where a program is one of its own."""

path = [""]
executable = ""
maxunicode = 1114111
_limit = [1000]


def getrecursionlimit():
    return _limit[0]


def setrecursionlimit(limit, /):
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    _limit[0] = limit


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def intern(string, /):
    return string
