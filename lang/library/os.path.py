"""The functions of module os.path that compute with the text of paths."""
import os as _os

extsep = "."
pathsep = ":"
defpath = "/bin:/usr/bin"


def normcase(s):
    return s


def splitdrive(p):
    return ("", p)


def lexists(path):
    return _os.path.exists(path) or _os.path.islink(path)


def samefile(f1, f2):
    return _os.path.realpath(f1) == _os.path.realpath(f2)


def commonpath(paths):
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({p.startswith("/") for p in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[c for c in p.split("/") if c and c != "."] for p in paths]
    low = min(parts)
    high = max(parts)
    common = low
    for i, c in enumerate(low):
        if i >= len(high) or c != high[i]:
            common = low[:i]
            break
    return ("/" if paths[0].startswith("/") else "") + "/".join(common)
