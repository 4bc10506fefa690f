"""Options of the command line by module getopt."""
import getopt
from getopt import GetoptError, gnu_getopt


def attempt(f, *args):
    try:
        print(f(*args))
    except getopt.GetoptError as e:
        print(type(e).__name__, e, e.msg, e.opt)


def given(f):
    attempt(f, ["-a", "-bval", "x", "-c"], "ab:c")
    attempt(f, ["-acb", "val"], "ab:c")
    attempt(f, ["-b"], "ab:")
    attempt(f, ["-z"], "ab:")
    attempt(f, ["--host=h", "--po", "9", "rest", "--verbose"], "", ["host=", "port=", "verbose"])
    attempt(f, ["--nope"], "", ["host="])
    attempt(f, ["--verbose=1"], "", ["verbose"])
    attempt(f, ["--h"], "", ["host=", "help"])
    attempt(f, ["--host"], "", ["host="])
    attempt(f, ["--host="], "", "host=")
    attempt(f, ["a", "-v", "--", "-x"], "v")
    attempt(f, ["-", "-v"], "v")
    attempt(f, ["-:"], "a:")
    attempt(f, [], "a:")


def first_argument_ends():
    given(getopt.getopt)


def anywhere():
    given(gnu_getopt)
    attempt(gnu_getopt, ["-a", "x", "-a"], "+a")


def as_scripts_do():
    host, port, verbose = "", 0, False
    try:
        opts, args = getopt.getopt(["-h", "localhost", "--port", "99", "-v", "in.txt"], "h:p:v", ["host=", "port="])
    except GetoptError as err:
        print(err)
        return
    for o, a in opts:
        if o in ("-h", "--host"):
            host = a
        elif o in ("-p", "--port"):
            port = int(a)
        elif o == "-v":
            verbose = True
    print(host, port, verbose, args, isinstance(getopt.error("x", "y"), Exception))
