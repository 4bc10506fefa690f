"""Records what CPython prints for every function of the files given (all of this folder's, if none):
PYTHONHASHSEED=0 TZ=UTC python3 record.py
"""
import contextlib
import glob
import importlib.util
import io
import os
import subprocess
import sys
import tempfile
import traceback

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path = [p for p in sys.path if os.path.abspath(p) != HERE]  # numbers.py here is not the module numbers


def record(path):
    spec = importlib.util.spec_from_file_location("__main__", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    out = []
    functions = [f for f in vars(module).values() if getattr(f, "__code__", None) and f.__code__.co_filename == path and not f.__code__.co_argcount and f.__name__ != "<lambda>"]
    for f in sorted(functions, key=lambda f: f.__code__.co_firstlineno):
        text = io.StringIO()
        raised = ""
        with contextlib.redirect_stdout(text):
            try:
                f()
            except BaseException as e:
                raised = "!! " + traceback.format_exception_only(e)[-1]
        body = text.getvalue()
        if body and not body.endswith("\n"):
            raise SystemExit(f"{path}: {f.__name__} must end its last line")
        out.append(f"== {f.__name__}\n{body}{raised}")
    with open(path[:-3] + ".out", "w") as file:
        file.write("".join(out))


if __name__ == "__main__":
    if os.environ.get("PYTHONHASHSEED") != "0":
        sys.exit("set PYTHONHASHSEED=0")
    paths = [os.path.abspath(p) for p in sys.argv[1:]] or sorted(glob.glob(os.path.join(HERE, "*.py")))
    paths = [p for p in paths if os.path.basename(p) != "record.py"]
    os.chdir(tempfile.mkdtemp())
    if len(paths) == 1:
        record(paths[0])
    else:  # each in a process and a folder of its own
        for p in paths:
            subprocess.run([sys.executable, os.path.abspath(__file__), p], check=True)
