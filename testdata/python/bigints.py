# dstreamc: bigint
import bisect
import decimal
import functools
import heapq
import itertools
import json
import math
import operator
import random
import statistics
import struct
from collections import Counter, defaultdict, deque
from dataclasses import dataclass

EDGES = [0, 1, -1, 2, -7, 255, 2**31, -(2**31), 2**62, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**64, 10**20, -(10**20), 2**100]
FLOATS = [0.0, 1.5, -2.5, 2.0**63, 1e20, 1e300, float("inf"), float("nan")]


def tried(f):
    try:
        return f()
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


def complexity(n):
    return n * (n + 1) // 2


class Account:
    count = 0

    def __init__(self, balance=0):
        self.balance = balance
        Account.count += 1

    def deposit(self, amount):
        self.balance += amount
        return self

    @property
    def cents(self):
        return self.balance * 100

    def __len__(self):
        return 3

    def __add__(self, other):
        return Account(self.balance + other.balance)

    def __eq__(self, other):
        return self.balance == other.balance

    def __hash__(self):
        return self.balance % 2**61

    def __int__(self):
        return self.balance

    def __repr__(self):
        return f"Account({self.balance})"


@dataclass
class Point:
    x: int
    y: int = 2

    def norm(self) -> int:
        return self.x * self.x + self.y * self.y


def fnv(text):
    h = 0xCBF29CE484222325
    for c in text.encode():
        h = ((h ^ c) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


def djb2(text):
    h = 5381
    for c in text:
        h = (h << 5) + h + ord(c)
    return h & 0xFFFFFFFF, h


def lcg(n):
    x, out = 1, []
    for _ in range(n):
        x = (6364136223846793005 * x + 1442695040888963407) % 2**64
        out.append(x)
    return out


def isprime(n):
    d, r = n - 1, 0
    while d % 2 == 0:
        d //= 2
        r += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(r - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def modexp(base, exponent, modulus):
    result = 1
    base %= modulus
    while exponent > 0:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


def sums():
    for a in EDGES:
        print(a, [a + b for b in EDGES], [a - b for b in EDGES], [a * b for b in EDGES])


def quotients():
    for a in EDGES:
        for b in EDGES:
            if b:
                print(a, b, a // b, a % b, divmod(a, b), a / b)


def division_by_zero():
    for f in (lambda: EDGES[15] // 0, lambda: EDGES[15] % 0, lambda: divmod(EDGES[14], 0), lambda: EDGES[14] / 0, lambda: 5 // EDGES[0]):
        print(tried(f))


def bits():
    for a in EDGES:
        print(a, [(a & b, a | b, a ^ b) for b in EDGES], ~a, -a, +a, a.bit_length(), a.bit_count(), (a & 255, a % 256, a & -2))


def shifts():
    for a in EDGES:
        print(a, [a << n for n in (0, 1, 31, 32, 63, 64, 65, 100)], [a >> n for n in (0, 1, 31, 63, 64, 100)])
    print(tried(lambda: 1 << EDGES[2]), tried(lambda: EDGES[14] >> EDGES[2]), 0 << EDGES[14], 5 >> EDGES[14], EDGES[2] >> EDGES[14])


def powers():
    for a in EDGES:
        print(a, a**0, a**1, a**2, a**3, [a**n for n in (0, 1, 5)])
    print(2**200, (-3) ** 81, 2**-2, [2**n for n in (-1, 0, 1, 64, 65)], tried(lambda: EDGES[0] ** EDGES[2]))
    print([pow(a, 5, 97) for a in EDGES], [pow(3, a, 10**20) for a in EDGES if a >= 0], pow(3, -1, 10**20 + 1), tried(lambda: pow(2, -1, 10**20)), pow(7, 2, -(2**64)))


def order():
    for a in EDGES:
        print(a, ["<=>"[(a > b) - (a < b) + 1] for b in EDGES], [a == b for b in EDGES], [a <= b < 2**64 for b in EDGES])
    print(sorted(EDGES), sorted(EDGES, reverse=True), sorted(EDGES, key=lambda n: (n % 7, -n)), max(EDGES), min(EDGES), max(EDGES, key=abs))


def with_floats():
    for a in EDGES:
        print(a, [(a < f, a == f, a >= f) for f in FLOATS], [tried(lambda: a + f) for f in FLOATS], [tried(lambda: a * f) for f in FLOATS])
        print([tried(lambda: a / f) for f in FLOATS], [tried(lambda: a // f) for f in FLOATS], [tried(lambda: f % (a or 3)) for f in FLOATS])
    print(tried(lambda: 10**400 + 1.0), 10**400 > 1e308, 10**400 < float("inf"), -(10**400) < 1e308, tried(lambda: float(10**400)))


def with_bools():
    for a in EDGES:
        print(a, a + True, a - True, a * True, a & True, a | False, a ^ True, True + a, a == True, a < True, a // True, bool(a), not a)
    print(True + True, sum([True, True]), sum(n > 0 for n in EDGES), [True, 2**64][1] + True, True << 70)


def hashes():
    print([hash(a) for a in EDGES], [hash(f) for f in FLOATS[:6]], hash((2**64, "a")), hash(2**61 - 1), hash(2.0**70) == hash(2**70), hash(-(2**61)))


def keys():
    d = {a: i for i, a in enumerate(EDGES)}
    print(d, d[2.0**63], d[True], d.get(2**64 + 1), 2**100 in d, 2.0**100 in d, d[10**20], 1e20 in d)
    d[2**64] += 2**64
    d[0.0] = -1
    print(d.pop(2**64), len(d), list(d)[:3], d[False])
    s = {1, 1.0, True, 2**70, 2.0**70, -(2**70)}
    print(len(s), s == {1, 2**70, -(2**70)}, 2**70 in s, frozenset([2**64]) == {2.0**64}, {2**70} | {1}, {1, 2} - {2})
    t = {(1, 2**64): "x", (2, 3): "y"}
    print(t[(1, 2**64)], t[(2, 3)], (2, 3) in t, (1.0, 2.0**64) in t, (5, 6) in t)


def texts():
    for a in EDGES:
        print(str(a), repr(a), f"{a}", f"{a:,}", f"{a:_}", f"{a:x}", f"{a:#X}", f"{a:b}", f"{a:o}", f"{a:e}", f"{a:.3f}", f"{a:>25}|{a:<25}|{a:^+25,}", f"{a:030d}", f"{a!r:>25}")
        print("%d|%5d|%-25d|%x|%X|%o|%e|%g|%s|%r|%030d|%+d" % (a, a, a, a, a, a, a, a, a, a, a, a), "{:,} {0:x}".replace("0", "").format(a, a), hex(a), oct(a), bin(a), format(a, "_x"))


def conversions():
    print(int("123456789012345678901234567890"), int("-1_000_000_000_000_000_000_000"), int("ff" * 10, 16), int("0b" + "1" * 70, 0), int("z" * 15, 36))
    print(int(1e30), int(-1e25), round(1e25), round(2.5), round(-3.5), round(1234567890123456789012, -5), round(15, -1), round(25, -1), round(2**70, 3))
    print(float(2**70), float(2**1023), complexity(3), int(True), int(2**70), int("7"), abs(-(2**70)), abs(-3))
    print(tried(lambda: int("x" * 3)), tried(lambda: int(float("nan"))), tried(lambda: int(float("inf"))), tried(lambda: int("9" * 4301)), tried(lambda: str(10**4300)))
    print([int(t) for t in "1 22 333333333333333333333".split()], list(map(int, ["5", "6" * 30])), sum(map(int, "123")))


def recursion():
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)

    def ack(m, n):
        if m == 0:
            return n + 1
        return ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))

    @functools.lru_cache(maxsize=None)
    def fib(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2)

    print(fact(5), fact(40), ack(2, 3), fib(10), fib(150))


def loops():
    n, steps = 27, 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    print(n, steps)
    total = 0
    for i in range(1, 50):
        total += i**i
    print(total)
    a, b = 0, 1
    for _ in range(200):
        a, b = b, a + b
    print(a)
    i = 0
    xs = [5, 3, 8]
    while i < len(xs):
        xs[i] *= 10**19
        i += 1
    print(xs, xs[i - 1], xs[-i], xs[len(xs) // 2], xs[: i - 1])
    x = 10**30
    digits = 0
    while x:
        x //= 10
        digits += 1
    print(digits)


def indices():
    xs = list(range(10))
    big = 2**70
    one = big - big + 1
    print(xs[one], xs[-one], xs[one:], xs[:-one], xs[::one], xs[big:], xs[-big:], xs[:big], "text"[one], "text"[-big:big], (1, 2, 3)[one], b"abc"[one])
    for f in (lambda: xs[big], lambda: "text"[big], lambda: (1, 2)[-big], lambda: xs.pop(big), lambda: "a" * big, lambda: [0] * big, lambda: range(5)[one]):
        print(tried(f))
    xs[one] = big
    del xs[one + 1]
    xs.insert(one, one)
    xs[one + 4] += 1
    print(xs, "ab" * (one + 1), [0] * (one + 1), xs.index(big), xs.count(one), "abc".find("c", one), "abc".rjust(one + 5))


def containers():
    xs = list(range(3))
    xs.append(2**64)
    xs.extend([1, 2**65])
    xs += [3]
    print(xs, sum(xs), sum(xs, 10), 2**64 in xs, xs.index(2**64), sorted(xs), list(reversed(xs)), [x * 2 for x in xs], xs == [0, 1, 2, 2**64, 1, 2**65, 3])
    d = dict(zip("abc", range(3)))
    d["c"] += 2**64
    d.update(e=5)
    print(d, sum(d.values()), max(d.items(), key=lambda kv: kv[1]), {k: v + 1 for k, v in d.items()}, d.get("z", 0), d.setdefault("y", 2**70))
    dd = defaultdict(int)
    for w in "a b a".split():
        dd[w] += 10**19
    print(dict(dd), sorted(dd.items()))
    q = deque([1, 2], maxlen=3)
    q.append(2**70)
    q.append(4)
    print(q, q[0], sum(q), list(q))
    nested = [[0] * 2 for _ in range(2)]
    nested[1][0] = 2**70
    print(nested, [sum(r) for r in nested], list(zip(*nested)), [a for r in nested for a in r])
    t = (1, 2**64, "x")
    a, b, c = t
    first, *rest = [1, 2**66, 3]
    print(t, a + b, c, first, rest, t[1] + t[0], t + (5,), (1, 2) < (1, 2**64), t[0:2], rest[0] // 3)
    c = Counter("abca")
    c["a"] += 5
    print(c, c.most_common(1), sum(c.values()), c.most_common()[0][1] + 2**64, dict(c))


def boxed():
    values = [1, 2**64, "s", 2.5, None, True, -(10**25), [2**70], {"k": 2**71}]
    for v in values:
        print(v, type(v).__name__, isinstance(v, int), [v], {"v": v})
    a, b = values[0], values[1]
    print(a + b, b - a, a * b, b // 7, b % 7, b / 4, b**2, -b, ~b, abs(values[6]), b & 255, b | 1, b ^ b, b << 3, b >> 3, divmod(b, 10), a + 1, 9223372036854775807 + a)
    print(b > a, b == 2.0**64, b != a, max(values[0:2]), sorted([b, a, 2.5]), str(b), "%d %x" % (b, b), f"{b:,}", hash(b), bool(b), b.bit_length(), round(b, -3), float(b), int(b))
    b += 1
    a -= 10**20
    print(a, b, values[7][0] + 1, values[8]["k"] * 2, sum([a, b, 2.5]), json.loads("[1, 123456789012345678901, -5e3]"), json.dumps(values))
    x = json.loads('{"id": 18446744073709551615, "n": [1, 2]}')
    x["id"] += 1
    x["n"][0] = x["id"] * 10
    print(x, x["id"] > 5, x["n"][0] % 1000)


def optionals():
    def find(n):
        return None if n < 0 else n * 10**19

    for n in (-1, 0, 3):
        v = find(n)
        print(v, v is None, (v or 7) + 1, v if v is not None else "none")
    best = None
    for n in (3, 2**70, 5):
        if best is None or n > best:
            best = n
    print(best, best + 1)


def classes():
    a = Account(5).deposit(10**19).deposit(10**19)
    print(a, a.cents, a + Account(1), Account.count, len(a), a == Account(2 * 10**19 + 5), int(a), hash(a) == (2 * 10**19 + 5) % 2**61)


def records():
    p, q = Point(1), Point(10**12, 10**13)
    print(p, q, p.norm(), q.norm(), p == Point(1, 2), q.x + q.y)
    p.x = 2**70
    print(p, p.norm())


def closures():
    total = 0

    def add(n):
        nonlocal total
        total += n
        return total

    def scaled(k):
        return lambda n: n * k

    print([add(n) for n in (1, 2**64, -5)], total, scaled(10**10)(10**10), [f(3) for f in (scaled(1), scaled(2**64))])

    def powers(base, count=5, *more, **named):
        for i in range(count):
            yield base**i
        yield from more
        yield from named.values()

    print(list(powers(10**5)), list(powers(2, 3, 2**64, 7, z=2**65)), sum(powers(7, 30)), next(powers(5)))


def library():
    print(math.factorial(30), math.comb(100, 50), math.perm(30, 20), math.perm(22), math.gcd(2**70, 6**50), math.gcd(), math.lcm(2**40, 3**30), math.isqrt(10**41), math.prod([10**10, 10**11]), math.prod([]))
    print(math.floor(1e25), math.ceil(-1e25), math.trunc(1e20), math.floor(2**70), math.ceil(7), math.sqrt(2**70), math.log(2**2000), math.log2(2**2000), math.log10(10**400), math.log(10**50, 10), math.pow(2**70, 2))
    print(functools.reduce(operator.mul, range(1, 30)), functools.reduce(lambda a, b: a * 10 + b, [1, 2, 3] * 10), functools.reduce(operator.add, [2**63, 2**63], 1), list(itertools.accumulate([2**62] * 4)))
    print(list(itertools.accumulate(range(1, 25), operator.mul))[-1], list(itertools.islice(itertools.count(2**64, 3), 3)), list(itertools.islice(itertools.count(), 2)), list(zip([1], [2**64])), list(enumerate([2**64], 5)))
    heap = [5, 2**70, 1]
    heapq.heapify(heap)
    heapq.heappush(heap, -(2**70))
    print(heapq.heappop(heap), heapq.nlargest(2, heap), heapq.nsmallest(1, heap), bisect.bisect([1, 2**64, 2**65], 2**64), bisect.bisect_left([1, 2**64], 2**64))
    print(statistics.mean([2**64, 2**64 + 2]), statistics.median([2**70, 1, 2**71]), statistics.mode([2**70, 2**70, 1]), statistics.mean([1, 2]), statistics.median([1, 2**70]))
    print(decimal.Decimal(2**100), decimal.Decimal(10) ** 20 + 2**64, int(decimal.Decimal("1e30")), round(decimal.Decimal("123456789012345678901234.5")), decimal.Decimal(3) < 2**70, 2**64 == decimal.Decimal(2**64))
    print(struct.pack(">Q", 2**64 - 1), struct.unpack(">Q", b"\xff" * 8)[0], struct.pack("<q", -(2**63)), tried(lambda: struct.pack("Q", 2**64)), json.dumps([2**64, {"a": 10**25}]), json.loads("123456789012345678901234567890") + 1)
    print(min(2**64, 3), max([1, 2**64], default=0), sum(x for x in (2**63, 2**63)), any([0, 2**64]), all([1, 0]), list(filter(None, [0, 2**64])), list(map(abs, [-(2**64), 3])), sorted([3, 2**64, -(2**64)], key=lambda x: -x))


def random_numbers():
    random.seed(42)
    print(random.getrandbits(100), random.getrandbits(64), random.getrandbits(10), random.randrange(10**30), random.randint(-(10**25), 10**25), random.randrange(0, 10**25, 7), random.randint(1, 6))
    random.seed(2**100 + 1)
    print(random.random(), random.choice([2**70, 1, 2]), random.sample(range(100), 3), tried(lambda: random.randint(2**70, 1)), tried(lambda: random.randrange(-(2**70))))


def identities():
    print(fnv("hello"), fnv(""), djb2("hello world"), lcg(5), isprime(2**61 - 1), isprime(2**61 + 1), modexp(3, 10**20, 10**9 + 7))


def matching():
    for v in (0, 1, 2**64, -5, 2**70):
        match v:
            case 0:
                print("zero")
            case 18446744073709551616:
                print("2**64")
            case n if n > 2**65:
                print("huge", n)
            case int():
                print("int", v)


def augmented():
    a = 2**63 - 1
    a += 1
    b = -(2**63)
    b -= 1
    c = 2**40
    c *= c
    d = 10**30
    d //= 7
    e = 10**30
    e %= 10**7
    f = 3
    f **= 50
    g = 1
    g <<= 70
    h = 2**70
    h >>= 65
    i = 2**70
    i &= 2**70 + 5
    j = 1
    j |= 2**65
    k = 2**66
    k ^= 2**66 + 1
    m = 2**64
    m /= 2
    print(a, b, c, d, e, f, g, h, i, j, k, m)


def bare_limit():
    a = 9223372036854775807
    b = -9223372036854775808
    print(a + 1, b - 1, -b, abs(b), b // -1, a * a, b * b, a - b, ~a, ~b, divmod(b, -1), a << 1, b >> 1, (a + 1) // 2, sum([a, a]), round(a, -1), round(b, -2))


def bytes_of_any_ints():
    for ns in [[1, 2, 255], [2**70], [-1], [2**64, 1]]:
        print(tried(lambda: bytes(ns)))
    print(tried(lambda: chr(2**70)), tried(lambda: chr(2**40)), tried(lambda: chr(-1)), chr(97))
    print(tried(lambda: 2**70 in b"abc"), range(3).count(2**70), tried(lambda: range(3).index(2**70)))
    print(math.prod([2**40, 2**40], start=3), math.prod([], start=2**65), math.prod([2, 3]))
    data = json.loads("[3, 2.5, 36893488147419103232]")
    for v in data:
        print(math.log(v), math.log2(v), math.log10(v), math.log(v, 3), math.floor(v), divmod(v, 7))


def powers_modulo_the_least_word():
    def f(m=-(2**63)):
        return pow(m, 1, m), pow(3, 5, m), pow(5, -1, m) if m % 2 else None

    print(f(), f(-(2**63) - 1), f(2**63), f(7), pow(-(2**63), 3, -(2**63)))


def attributes_of_values_of_unknown_type():
    for v in [2**70, 3, 2.5, True]:
        print(v.real, v.imag, "{0.real} {0.imag}".format(v), getattr(v, "denominator", None))


def numbers_of_elements():
    for n in [2**64, 2**63 - 1, -(2**70), 1]:
        print(list(enumerate("abc", n)), dict(enumerate("ab", start=n)))
        for i, x in enumerate([1, 2], n):
            print(i, x, i + 1)
    for i, x in enumerate([2**70, 2], 1):
        print(i + 2**63, x)


class Long:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


def lengths_of_objects():
    for n in [5, 0, 2**63, -1, -(2**63), -(2**64), True]:
        a = Long(n)
        print(tried(lambda: len(a)), tried(lambda: bool(a)), tried(lambda: 1 if a else 2), a.__len__())
        for x in [a, 1][:1]:
            print(tried(lambda: len(x)), tried(lambda: not x))
