"""Prints the modules of CPython's standard library, also those in packages. Its tests and its tools are left out."""
import importlib.util
import pkgutil
import sys

LEFT_OUT = {"test", "tests", "idlelib", "lib2to3", "turtledemo", "ensurepip", "antigravity", "this"}


def modules(name, path):
    yield name
    for m in pkgutil.iter_modules(path or []):
        if not m.name.startswith("_") and m.name not in LEFT_OUT:
            inside = f"{name}.{m.name}"
            yield from modules(inside, importlib.util.find_spec(inside).submodule_search_locations if m.ispkg else None)


for top in sorted(sys.stdlib_module_names - LEFT_OUT):
    spec = not top.startswith("_") and importlib.util.find_spec(top)
    if spec:
        print("\n".join(modules(top, spec.submodule_search_locations)))
print("os.path")
