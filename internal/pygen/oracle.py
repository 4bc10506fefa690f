"""Runs the programs of a JSON list, each with its own names, and writes a JSON list of what each
printed and the exception that ended it, as {"out": …, "raised": …}. Each has a process of its own:
which strings an interpreter has seen before decides how it orders sets of constants."""
import contextlib
import io
import json
import os
import resource
import signal
import sys
import traceback
import warnings


class Endless(BaseException):
    pass


class Output(io.StringIO):
    def write(self, text):
        if self.tell() > 1 << 20:
            raise Endless
        return super().write(text)


def alarm(number, frame):
    raise Endless


def run(text):
    out = Output()
    raised = ""
    signal.alarm(5)
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(text, "random.py", "exec"), {"__name__": "__main__"})
        except Endless:
            raised = "too slow"
        except BaseException as e:
            raised = traceback.format_exception_only(e)[-1].strip()
    signal.alarm(0)
    return {"out": out.getvalue(), "raised": raised}


def within_memory(text):
    """Runs a program; one that fills the memory, which it may still do while its exception is shown, has no result."""
    try:
        return run(text)
    except MemoryError:
        return {"out": "", "raised": "too slow"}


def alone(text):
    """Runs a program in a process of its own; one that ends it, or whose output has no room in memory, has no result."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        try:
            os.close(reading)
            result = json.dumps(within_memory(text))  # as a whole: what fails half-way is no result
            with open(writing, "w") as f:
                f.write(result)
        finally:
            os._exit(0)
    os.close(writing)
    with open(reading) as f:
        out = f.read()
    os.wait()
    return json.loads(out) if out else {"out": "", "raised": "too slow"}


warnings.simplefilter("ignore")
resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
signal.signal(signal.SIGALRM, alarm)
json.dump([alone(text) for text in json.load(sys.stdin)], sys.stdout)
