import argparse
from argparse import ArgumentDefaultsHelpFormatter, ArgumentParser, RawDescriptionHelpFormatter


def simple():
    p = argparse.ArgumentParser(prog="app", description="An app that counts %(prog)s words from a socket and does many other things with them too", epilog="bye")
    p.add_argument("host", help="the host")
    p.add_argument("port", type=int, nargs="?", default=9999, help="the port (default: %(default)s)")
    p.add_argument("-i", "--interval", type=float, default=1.0, metavar="SECONDS")
    p.add_argument("--verbose", "-v", action="count", default=0)
    p.add_argument("--flag", action="store_true")
    p.add_argument("--no-check", dest="check", action="store_false", help="do not check")
    p.add_argument("--mode", choices=["a", "b"], default="a")
    p.add_argument("--tag", action="append", help="tags")
    p.add_argument("--name")
    p.add_argument("--nums", type=int, nargs="+", default=[1, 2])
    args = p.parse_args(["localhost", "80", "-vv", "--tag", "a", "--tag=b", "--nums", "3", "4"])
    print(args)
    print(args.host + "!", args.port + 1, args.interval * 2, args.verbose, args.flag, args.check, args.mode, args.tag, args.nums, args.name)
    print(vars(args), "host" in args)
    for n in args.nums:
        print(n + 1)
    print(p.format_help())
    print(p.format_usage())
    some, rest = p.parse_known_args(["h", "--zzz", "1"])
    print(some.host, some.name is None, rest)
    if args.name is None:
        print("no name")


def failures():
    p = ArgumentParser(prog="app", exit_on_error=False)
    p.add_argument("host", nargs="?")
    p.add_argument("--port", "-p", type=positive, default=9999)
    p.add_argument("--rate", type=float)
    p.add_argument("--mode", choices=["a", "b"])
    p.add_argument("--level", type=int, choices=range(1, 4))
    p.add_argument("--pair", nargs=2)
    p.add_argument("--some", nargs="+")
    p.add_argument("--flag", "-f", action="store_true")
    g = p.add_mutually_exclusive_group()
    g.add_argument("--x", action="store_true")
    g.add_argument("--y", type=int)
    for words in [["--port", "0"], ["--port", "x"], ["--mode", "c"], ["--level", "9"], ["--level", "x"], ["--pair", "1"], ["--some"], ["--flag=1"], ["-fq"],
                  ["--x", "--y", "5"], ["--y", "5", "--x"], ["--rate", "abc"], ["--rate"], ["-p"], ["--rate", "-1.5", "--y=-3", "-p7", "-f"]]:
        try:
            print(p.parse_args(words))
        except argparse.ArgumentError as e:
            print(type(e).__name__, e)


def positive(text):
    n = int(text)
    if n <= 0:
        raise argparse.ArgumentTypeError("must be positive: %s" % text)
    return n


def exits():
    p = ArgumentParser(prog="app")
    p.add_argument("--port", type=int, required=True)
    p.add_argument("--window", type=int, required=True)
    p.add_argument("--version", action="version", version="%(prog)s 1.0")
    for words in [[], ["--port", "1"], ["-h"], ["--version"], ["--port", "1", "--window", "2", "more"], ["--po=4", "--w", "5"]]:
        try:
            print(p.parse_args(words))
        except SystemExit as e:
            print("exit", e.code)


def groups():
    parser = ArgumentParser(prog="stream", description="""Line one
  line two
    line three""", formatter_class=RawDescriptionHelpFormatter, epilog="Examples:\n  stream run\n")
    parser.add_argument("--version", action="version", version="%(prog)s 1.0")
    group = parser.add_argument_group("network", "where to listen")
    group.add_argument("--host", "-H", default="localhost", required=False, help="host name, which may be a very long text that must be wrapped over several lines of the help output")
    group.add_argument("--port", "-p", type=int, default=9999, help="port %(default)s %(type)s")
    group.add_argument("--words", type=lambda s: s.split(","), default=[])
    ex = parser.add_mutually_exclusive_group(required=True)
    ex.add_argument("--window", type=int, help="window length")
    ex.add_argument("--batch", type=float)
    print(parser.format_help())
    args = parser.parse_args(["-p5", "--window", "3", "--words", "a,b"])
    print(args, args.port * 2, args.words[0], args.batch)


def defaults():
    d = argparse.ArgumentParser("defaults", formatter_class=ArgumentDefaultsHelpFormatter)
    d.add_argument("files", nargs="*", default=["-"], help="files")
    d.add_argument("--rate", type=float, default=0.5, help="rate")
    d.add_argument("--none", help="nothing")
    d.add_argument("--secret", help=argparse.SUPPRESS)
    d.add_argument("--on", action=argparse.BooleanOptionalAction, default=True, help="switch")
    d.add_argument("--pair", nargs=2, metavar=("X", "Y"), type=int)
    d.add_argument("--level", type=int, choices=range(1, 4), default=2)
    d.add_argument("--rest", nargs=argparse.REMAINDER)
    print(d.format_help())
    print(d.parse_args([]))
    print(d.parse_args(["a", "b", "--pair", "1", "2", "--no-on", "--level", "3"]))
    print(d.parse_args(["a", "--rest", "x", "--y"]))


def commands():
    s = argparse.ArgumentParser(prog="git")
    s.add_argument("--debug", action="store_true")
    sub = s.add_subparsers(dest="command", required=True, help="sub-command help", title="commands")
    c1 = sub.add_parser("clone", help="clone a repository", aliases=["cl"])
    c1.add_argument("url")
    c1.add_argument("--depth", type=int)
    c2 = sub.add_parser("push", help="push it")
    c2.add_argument("--force", "-f", action="store_true")
    print(s.format_help())
    print(c1.format_help())
    a = s.parse_args(["--debug", "clone", "http://x", "--depth", "3"])
    print(a, a.command, a.url, a.depth)
    print(s.parse_args(["push", "-f"]))
    for words in [[], ["pull"], ["push", "x"], ["clone"], ["clone", "-h"]]:
        try:
            print(s.parse_args(words))
        except SystemExit as e:
            print("exit", e.code)


def negatives():
    n = argparse.ArgumentParser(prog="neg")
    n.add_argument("x", type=int)
    n.add_argument("-q", nargs="?", const=7, type=int, default=0)
    n.add_argument("--foo")
    print(n.parse_args(["-5", "-q"]), n.parse_args(["1", "-q", "-3", "--foo", "-1"]))
    n.set_defaults(extra=5, foo="bar")
    print(n.parse_args(["1"]), n.get_default("foo"))
