"""Modules of the library that are written in Python."""
import calendar
import collections
import functools
import itertools
import os
import queue
import sys
import threading
import time
from os import path
from functools import cached_property, cmp_to_key

_MISSING = object()


class Config:
    SENTINEL = object()
    def __init__(self, d):
        self.d = d
    def get(self, k, default=SENTINEL):
        v = self.d.get(k, _MISSING)
        if v is _MISSING:
            if default is Config.SENTINEL:
                raise KeyError(k)
            return default
        return v


def paths():
    print(os.path.commonpath(["/a/b/c", "/a/b/d"]), os.sep, os.path.lexists("/"), path.commonpath(["a/b", "a/c"]), os.path.splitdrive("/a"))
    try:
        os.path.commonpath(["/a", "b"])
    except ValueError as e:
        print(e)


def marks():
    c = Config({"a": 1})
    print(c.get("a"), c.get("z", 5), c.get("z", None))
    try:
        c.get("z")
    except KeyError as e:
        print("KeyError", e)
    o, p = object(), object()
    print(o == p, o is o, o != p, [o].index(o), o in [p], type(o).__name__, bool(o), hash(o) == hash(o), {o: 1}[o])


def comparisons():
    words = ["bb", "a", "ccc", "aa"]
    def by(a, b):
        if len(a) != len(b):
            return len(a) - len(b)
        return -1 if a < b else (1 if a > b else 0)
    print(sorted(words, key=cmp_to_key(by)), max(words, key=functools.cmp_to_key(by)), sorted([(1, "b"), (1, "a")], key=cmp_to_key(lambda x, y: (x[1] > y[1]) - (x[1] < y[1]))))
    words.sort(key=cmp_to_key(by), reverse=True)
    print(words)


def cached_properties():
    class D:
        def __init__(self, xs):
            self.xs = xs
        @cached_property
        def total(self):
            "the sum"
            print("computing")
            return sum(self.xs)
        @property
        def n(self):
            return len(self.xs)
    d = D([1, 2, 3])
    print(d.total, d.total + 1, d.n, sorted(d.__dict__))
    del d.total
    d.xs.append(4)
    print(d.total)


def iterators():
    it = iter(range(6))
    a, b = itertools.tee(it)
    next(b)
    print(list(zip(a, b)), list(itertools.compress([1, 2, 3, 4], [True, False, 1, 0])))
    x, y, z = itertools.tee("ab", 3)
    print(next(x), next(y), list(z), list(x), list(y))


def chain_maps():
    base = {"color": "red", "user": "guest"}
    env = {"user": "admin"}
    m = collections.ChainMap({}, env, base)
    print(m["user"], m["color"], m.get("nope", 1), "color" in m, sorted(m.items()), len(m), m)
    m["x"] = 1
    print(m.maps[0], list(m))
    try:
        m["nope"]
    except KeyError as e:
        print("KeyError", e)
    child = m.new_child({"user": "c"})
    print(child["user"], child.parents["user"])


def interpreter():
    sys.path.insert(0, os.path.dirname("/a/b.py"))
    sys.path.append("..")
    print(sys.path[0], sys.path[-1], sys.getrecursionlimit(), sys.maxunicode, sys.getdefaultencoding(), sys.intern("a"))
    if "/zz" not in sys.path:
        sys.path += ["/zz"]
    print(sys.path[-1])


def queues():
    q = queue.Queue(maxsize=2)
    q.put("a")
    q.put_nowait(1)
    print(q.full(), q.qsize())
    for put in (lambda: q.put(3, block=False), lambda: q.put(3, timeout=0.001)):
        try:
            put()
        except queue.Full as e:
            print("full", str(e) == "")
    print(q.get(), q.get_nowait(), q.empty())
    for get in (lambda: q.get_nowait(), lambda: q.get(timeout=0.001)):
        try:
            get()
        except queue.Empty:
            print("empty")
    p = queue.PriorityQueue()
    for x in [(3, "c"), (1, "a"), (2, "b")]:
        p.put(x)
    last = queue.LifoQueue()
    last.put(1)
    last.put(2)
    print([p.get() for _ in range(3)], last.get(), last.get())
    try:
        for _ in range(3):
            q.task_done()
    except ValueError as e:
        print(e)


def queue_between_threads():
    q, out = queue.Queue(), []

    def work():
        while True:
            item = q.get()
            if item is None:
                break
            out.append(item * 2)
            q.task_done()

    t = threading.Thread(target=work, daemon=True)
    t.start()
    for i in range(3):
        q.put(i)
    q.join()
    q.put(None)
    t.join()
    print(out, q.qsize(), q.empty(), q.full())


def calendars():
    print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.isleap(2000), calendar.leapdays(1990, 2030), calendar.month_name[3])
    print(list(calendar.day_abbr), calendar.weekday(2024, 2, 29), calendar.SUNDAY, calendar.monthcalendar(2024, 9))
    print(calendar.timegm(time.gmtime(1700000000)), calendar.timegm((1969, 12, 31, 23, 59, 59)))
    try:
        calendar.monthrange(2024, 13)
    except ValueError as e:
        print(type(e).__name__, e)
