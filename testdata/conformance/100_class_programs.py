"""Programs with classes: a log parser, a cache, events, accounts."""
import json
import re
import sys
import time
from collections import defaultdict, Counter, OrderedDict, deque, namedtuple
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Dict, List, Optional, Tuple

LogLine = namedtuple("LogLine", ["ip", "method", "path", "status", "size"])
PATTERN = re.compile(r'^(\S+) \S+ \S+ \[[^\]]+\] "(\S+) (\S+)[^"]*" (\d{3}) (\d+|-)')

class ParseError(Exception):
    """Raised for a bad line."""
    def __init__(self, line, reason="no match"):
        self.line = line
        self.reason = reason
        super().__init__("%s: %r" % (reason, line))

class LogParser:
    def __init__(self, strict=False):
        self.strict = strict
        self.errors = []
        self.counts = Counter()

    def parse(self, line: str) -> Optional[LogLine]:
        m = PATTERN.match(line)
        if not m:
            self.errors.append(line)
            if self.strict:
                raise ParseError(line)
            return None
        ip, method, path, status, size = m.groups()
        self.counts[status] += 1
        return LogLine(ip, method, path, int(status), 0 if size == "-" else int(size))

@dataclass
class Stats:
    hits: int = 0
    bytes: int = 0
    paths: Dict[str, int] = field(default_factory=dict)

    def add(self, rec):
        self.hits += 1
        self.bytes += rec.size
        self.paths[rec.path] = self.paths.get(rec.path, 0) + 1

    def top(self, n=2) -> List[Tuple[str, int]]:
        return sorted(self.paths.items(), key=lambda kv: (-kv[1], kv[0]))[:n]

lines = [
    '1.2.3.4 - - [01/Jan/2024:00:00:01 +0000] "GET /a HTTP/1.1" 200 123',
    '1.2.3.5 - - [01/Jan/2024:00:00:02 +0000] "POST /b HTTP/1.1" 404 -',
    'garbage',
    '1.2.3.4 - - [01/Jan/2024:00:00:03 +0000] "GET /a HTTP/1.1" 200 77',
]
p = LogParser()
by_ip = defaultdict(Stats)
for l in lines:
    r = p.parse(l)
    if r is None:
        continue
    by_ip[r.ip].add(r)
for ip in sorted(by_ip):
    st = by_ip[ip]
    print(ip, st.hits, st.bytes, st.top(), st)
print(p.counts.most_common(), len(p.errors))
try:
    LogParser(strict=True).parse("bad")
except ParseError as e:
    print("error:", e, "|", e.reason, e.line)

class LRU:
    def __init__(self, cap):
        self.cap = cap
        self.data = OrderedDict()
    def get(self, k, default=None):
        if k not in self.data:
            return default
        self.data.move_to_end(k)
        return self.data[k]
    def put(self, k, v):
        self.data[k] = v
        self.data.move_to_end(k)
        while len(self.data) > self.cap:
            self.data.popitem(last=False)
    def __contains__(self, k):
        return k in self.data
    def __len__(self):
        return len(self.data)
c = LRU(2)
for i, w in enumerate("a b a c".split()):
    c.put(w, i)
print(list(c.data), "b" in c, c.get("a"), c.get("zz", -1), len(c))

class Event:
    _next = 1
    def __init__(self, name, **payload):
        self.id = Event._next
        Event._next += 1
        self.name = name
        self.payload = payload
    def __repr__(self):
        return f"<{self.__class__.__name__} #{self.id} {self.name} {self.payload}>"

class Bus:
    def __init__(self):
        self.handlers = defaultdict(list)
        self.log = deque(maxlen=3)
    def on(self, name):
        def deco(fn):
            self.handlers[name].append(fn)
            return fn
        return deco
    def emit(self, ev):
        self.log.append(ev.name)
        return [h(ev) for h in self.handlers[ev.name]]
bus = Bus()
@bus.on("add")
def on_add(ev):
    return ev.payload["n"] + 1
@bus.on("add")
def on_add2(ev):
    return ev.payload["n"] * 2
print(bus.emit(Event("add", n=5)), bus.emit(Event("none")), list(bus.log), Event("x", a=1))

class Vector:
    __slots__ = ("x", "y")
    def __init__(self, x=0, y=0):
        self.x, self.y = x, y
    def __iter__(self):
        yield self.x
        yield self.y
    def __eq__(self, o):
        return tuple(self) == tuple(o)
    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)
    def __neg__(self):
        return Vector(-self.x, -self.y)
    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
    def __bool__(self):
        return bool(self.x or self.y)
    def __repr__(self):
        return "Vector(%r, %r)" % (self.x, self.y)
v = Vector(3, 4)
a, b = v
print(v * 2, -v, abs(v), bool(Vector()), v == Vector(3, 4), a, b, [*v])

class State:
    IDLE, RUN, STOP = range(3)
    def __init__(self):
        self.cur = self.IDLE
        self.trans = {(State.IDLE, "go"): State.RUN, (State.RUN, "halt"): State.STOP}
    def feed(self, ev):
        nxt = self.trans.get((self.cur, ev))
        if nxt is None:
            raise KeyError(f"{ev} in {self.cur}")
        self.cur = nxt
        return self
s = State().feed("go").feed("halt")
print(s.cur)
try:
    s.feed("go")
except KeyError as e:
    print("KeyError", e)

class Account:
    interest = 0.05
    def __init__(self, owner, balance=0.0):
        self.owner, self._balance = owner, balance
        self.history = []
    @property
    def balance(self):
        return round(self._balance, 2)
    def deposit(self, amt):
        if amt <= 0:
            raise ValueError("amount must be positive")
        self._balance += amt
        self.history.append(("deposit", amt))
    def apply(self):
        self._balance *= 1 + self.interest
class Savings(Account):
    interest = 0.1
    def deposit(self, amt):
        super().deposit(amt * 2)
accs = [Account("ann", 10.0), Savings("bob")]
for ac in accs:
    ac.deposit(5)
    ac.apply()
    print(ac.owner, ac.balance, ac.history, isinstance(ac, Savings))
total = sum(a.balance for a in accs)
print(f"{total:.2f} {max(accs, key=lambda a: a.balance).owner:>6}|")
print(json.dumps({"accs": [{"o": a.owner, "b": a.balance} for a in accs]}, sort_keys=True))
