"""What the script does.

    usage: %s HOST
"""
import argparse
import doctest
from dataclasses import asdict, astuple, dataclass, fields
from doctest import testmod


@dataclass
class Point:
    """A place."""
    x: int
    y: int = 2


def module_doc():
    print(__doc__.splitlines()[0], len(__doc__), globals()["__doc__"] == __doc__)
    print(__doc__ % "me", end="")
    print(argparse.ArgumentParser(prog="p", description=__doc__.split("\n")[0]).format_usage(), end="")


def other_docs():
    def f():
        "of f"
    print(f.__doc__, Point.__doc__, (lambda: 1).__doc__)


def given_functions():
    points = [Point(1), Point(3, 4)]
    print(list(map(asdict, points)), list(map(astuple, points)), [f.name for f in list(map(fields, points))[0]])
    print(sorted(points, key=astuple, reverse=True)[0], dict(zip("ab", map(asdict, points))))
    turn = asdict
    print(turn(points[0]))


def examples_not_run():
    doctest.testmod()
    testmod(verbose=False)
    print("no examples fail")
