import json
import math
import os
import os.path
import random
import sys


def dumps():
    print(json.dumps({"a": 1, "b": [1.5, None, True], "c": {"d": "é"}}))
    print(json.dumps([1, "x"]), json.dumps("s"), json.dumps(None), json.dumps((1, 2)), json.dumps({1: 2}))
    print(json.dumps({"b": 1, "a": [1, 2]}, indent=2, sort_keys=True))
    print(json.dumps({"b": 1, "a": 2}, separators=(",", ":")), json.dumps({"é": 1}, ensure_ascii=False))
    print(json.dumps({"s": {1, 2}}, default=lambda o: sorted(o)))


def loads():
    d = json.loads('{"a": 1, "b": [1, 2.5, null, true], "c": {"d": "x"}}')
    print(d, d["a"] + 1, d["b"][1], d["c"]["d"], d.get("zz"), d.get("zz", 3), "a" in d, len(d), sorted(d.keys()))
    for k, v in d.items():
        print(k, v)
    for x in json.loads("[1, 2, 3]"):
        print(x * 2)


def bad_json():
    json.loads("{bad}")


def catch_bad_json():
    try:
        json.loads("nope")
    except json.JSONDecodeError as e:
        print("caught", e)
    try:
        json.loads("[1,]")
    except ValueError as e:
        print("caught", e)


def files():
    with open("a.json", "w") as f:
        json.dump({"x": [1, 2]}, f)
    with open("a.json") as f:
        print(json.load(f))
    with open("a.json") as f:
        print(f.read())
    print(os.path.exists("a.json"), os.path.isfile("a.json"), os.path.isdir("."), os.path.getsize("a.json"), os.listdir("."))
    os.rename("a.json", "b.json")
    os.remove("b.json")
    print(os.listdir())
    os.makedirs("d/e", exist_ok=True)
    os.rmdir("d/e")
    print(os.path.isdir("d"), os.path.getmtime("d") > 0)


def missing_file():
    open("/nonexistent/file")


def paths():
    print(os.path.join("a", "b", "c.txt"), os.path.basename("/x/y.txt"), os.path.dirname("/x/y.txt"), os.path.splitext("a.tar.gz"), os.path.split("/a/b"))
    print(os.path.isabs("/a"), os.path.normpath("a/../b//c"), os.sep, repr(os.linesep))


def environ():
    os.environ["DST_TEST"] = "v"
    print(os.environ["DST_TEST"], os.environ.get("DST_TEST"), os.environ.get("NOPE_X"), os.environ.get("NOPE_X", "d"), os.getenv("DST_TEST"), os.getenv("NOPE_X", "e"), "DST_TEST" in os.environ)


def missing_environ():
    print(os.environ["NOPE_X"])


def randoms():
    random.seed(42)
    print(random.random(), random.randint(1, 100), random.uniform(1, 2), random.choice(["a", "b", "c"]), random.sample(range(100), 5), random.gauss(0, 1))
    x = [1, 2, 3, 4, 5]
    random.shuffle(x)
    print(x, random.randrange(10), random.randrange(0, 100, 5), random.choices([1, 2, 3], k=4), random.choices("abc", weights=[1, 2, 3], k=3))
    r = random.Random(7)
    print(r.random(), r.randint(1, 6), r.choice([1, 2, 3]))


def maths():
    print(math.sqrt(2), math.floor(-1.5), math.ceil(1.2), math.pi, math.e, math.log(10), math.log(8, 2), math.log10(1000), math.exp(1), math.pow(2, 3))
    print(math.hypot(3, 4), math.gcd(12, 18), math.lcm(4, 6), math.factorial(10), math.comb(5, 2), math.perm(5, 2), math.isqrt(17), math.fsum([0.1] * 10))
    print(math.prod([1, 2, 3]), math.prod([1.5, 2]), math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1.0), math.trunc(-2.7), math.fabs(-3))
    print(math.copysign(1, -2), math.modf(2.5), math.frexp(8.0), math.ldexp(0.5, 3), math.degrees(math.pi), math.sinh(1), math.tanh(0.5), math.dist([1, 2], [4, 6]), math.tau, math.inf)


def domain():
    math.sqrt(-1)


def system():
    print("out", file=sys.stdout)
    print("err", file=sys.stderr)
    sys.stdout.write("written\n")
    sys.stderr.write("gone\n")
    print(sys.version_info[0] == 3, sys.version_info[1] >= 5, sys.maxsize, sys.byteorder, len(sys.argv) > 0)
    sys.stdout.flush()


def leave():
    print("before")
    sys.exit("bye")


def stdin_lines():
    for line in sys.stdin:
        print(line)
    print("done")
