"""Words as a shell has them."""
import re as _re

_unsafe = _re.compile(r"[^\w@%+=:,./-]", _re.ASCII)


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    words = []
    word = ""
    begun = False
    quote = ""
    i, n = 0, len(s)
    while i < n:
        c = s[i]
        i += 1
        if quote:
            if c == quote:
                quote = ""
                if not posix:
                    word += c
                    words.append(word)
                    word, begun = "", False
            elif posix and c == "\\" and quote == '"':
                if i == n:
                    raise ValueError("No escaped character")
                if s[i] not in '"\\':
                    word += c
                word += s[i]
                i += 1
            else:
                word += c
        elif c in " \t\r\n":
            if begun:
                words.append(word)
                word, begun = "", False
        elif comments and c == "#":
            if begun:
                words.append(word)
                word, begun = "", False
            while i < n and s[i] != "\n":
                i += 1
        elif posix and c == "\\":
            if i == n:
                raise ValueError("No escaped character")
            word += s[i]
            i += 1
            begun = True
        elif c in "\"'" and (posix or not begun):
            quote = c
            begun = True
            if not posix:
                word += c
        else:
            word += c
            begun = True
    if quote:
        raise ValueError("No closing quotation")
    if begun:
        words.append(word)
    return words


def quote(s):
    if not s:
        return "''"
    if _unsafe.search(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join(quote(arg) for arg in split_command)
