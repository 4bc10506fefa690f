"""Prints the public API of CPython that scripts may use: a line for each built-in function, method and member of a module,
with its parameters where CPython tells them."""
import importlib
import inspect
import types

TYPES = [str, bytes, bytearray, int, float, bool, complex, list, tuple, range, slice, dict, set, frozenset, object,
         BaseException, OSError, ImportError, UnicodeError, StopIteration, SystemExit]

# Types without a name among the built-ins, with what makes one.
UNNAMED = {
    "dict_keys": {}.keys(), "dict_values": {}.values(), "dict_items": {}.items(), "generator": (x for x in ()),
    "function": lambda: None, "traceback": types.TracebackType, "TextIOWrapper": importlib.import_module("io").TextIOWrapper,
}

MODULES = """
    abc argparse ast base64 binascii bisect calendar cmath codecs collections collections.abc configparser contextlib copy csv
    dataclasses datetime decimal difflib email.utils enum errno fnmatch fractions functools getpass glob graphlib gzip hashlib heapq
    hmac html html.parser io ipaddress inspect itertools json keyword linecache locale logging logging.handlers logging.config math numbers
    operator os os.path pathlib pickle platform pprint queue random re reprlib sched secrets shlex shutil signal socket stat statistics string
    stringprep struct sys tempfile textwrap threading time timeit token traceback types typing unicodedata urllib.error
    urllib.parse uuid warnings weakref zlib zoneinfo
""".split()


def parameter(p):
    mark = {p.VAR_POSITIONAL: "*", p.VAR_KEYWORD: "**"}.get(p.kind, "")
    return mark + p.name + ("" if p.default is p.empty else "=") + ("/" if p.kind is p.POSITIONAL_ONLY else "")


def parameters(member, method=False):
    try:
        params = list(inspect.signature(member).parameters.values())
    except (ValueError, TypeError):
        return ""
    if method and params and params[0].name in ("self", "cls", "mcls"):
        params = params[1:]
    return f"({', '.join(map(parameter, params))})"


def members(cls, label, listed=()):
    """The members of a class but for those it has from a class that is listed itself."""
    for name in sorted(set(dir(cls)) - set(dir(object))):
        owner = next((c for c in cls.__mro__ if name in vars(c)), None)
        if not name.startswith("_") and (owner is cls or owner not in listed):
            static = inspect.getattr_static(cls, name)
            bound = getattr(cls, name, None)
            method = callable(bound) and not isinstance(static, (property, staticmethod, classmethod))
            yield f"{label}.{name}" + (parameters(bound, method) if callable(bound) else "")


def public(module):
    if hasattr(module, "__all__"):
        return sorted(set(module.__all__))
    return sorted(n for n, v in vars(module).items() if not n.startswith("_") and not inspect.ismodule(v))


def is_class(v):
    return isinstance(v, type) and not isinstance(v, types.GenericAlias) and v not in TYPES


def main():
    import builtins
    for name in sorted(vars(builtins)):
        v = getattr(builtins, name)
        if not name.startswith("_"):
            print(name + (parameters(v) if callable(v) and not isinstance(v, type) else ""))
    for cls in TYPES:
        for line in members(cls, cls.__name__):
            print(line)
    for label, v in UNNAMED.items():
        for line in members(v if is_class(v) else type(v), label):
            print(line)
    for name in MODULES:
        module = importlib.import_module(name)
        for n in public(module):
            v = getattr(module, n)
            label = f"{name}.{n}"
            if is_class(v):
                print(label + (parameters(v) if "__init__" in vars(v) and not issubclass(v, BaseException) else ""))
                for line in members(v, label, TYPES):
                    print(line)
            else:
                print(label + (parameters(v) if callable(v) else ""))


main()
