def unset_local():
    def f(flag):
        if flag:
            x = 1
        return x
    print(f(True))
    try:
        f(False)
    except UnboundLocalError as e:
        print(type(e).__name__, e)
    def g(n):
        for i in range(n):
            last = i
        return i, last
    print(g(3))
    try:
        g(0)
    except UnboundLocalError as e:
        print(e)
    def h():
        def inner():
            return later
        try:
            print(inner())
        except NameError as e:
            print(type(e).__name__, e)
        later = 5
        return inner()
    print(h())
    def d():
        x = 1
        del x
        try:
            print(x)
        except UnboundLocalError as e:
            print(e)
        x = 2
        return x
    print(d())
    def t():
        try:
            y = int("z")
        except ValueError:
            pass
        try:
            return y
        except UnboundLocalError as e:
            return str(e)
    print(t())
    def w(n):
        while n > 0:
            v = n
            n -= 1
        try:
            return v
        except NameError as e:
            return "E " + str(e)
    print(w(2), w(0))
    def exc():
        try:
            1 / 0
        except ZeroDivisionError as e:
            msg = str(e)
        try:
            return e
        except UnboundLocalError as err:
            return msg + ": " + str(err)
    print(exc())


def unset_global():
    import sys
    if len(sys.argv) > 100:
        zz = 3
    try:
        print(zz)
    except NameError as e:
        print(e)
    def use():
        return later_g
    try:
        print(use())
    except NameError as e:
        print(e)
    later_g = "now"
    print(use())
    del later_g
    try:
        print(use())
    except NameError as e:
        print(e)
    try:
        undefined_name
    except NameError as e:
        print(e)
    for i in []:
        pass
    try:
        print(i)
    except NameError as e:
        print(e)


def late_names():
    def a():
        return b() + 1
    def b():
        return 1
    print(a())
    callbacks = []
    def later(f):
        callbacks.append(f)
    later(lambda: helper(2))
    def helper(x):
        return x * 10
    print(callbacks[0]())
    str = "shadow"
    print(str + "!")
    def f(time, len):
        return time + len
    print(f(1, 2))
    def g(list=None):
        list = list or []
        list.append(1)
        return list
    print(g())
    x = 1
    def shadow():
        x = 2
        def inner():
            return x
        return inner()
    print(shadow(), x)
    if __name__ == "__main__":
        print("main")


def conditional_imports():
    try:
        import ujson as json
    except ImportError:
        import json
    print(json.dumps({"a": 1}))
    try:
        from yaml_not_there import safe_load
    except ImportError:
        safe_load = None
    print(safe_load is None)
    try:
        import json as j2
    except ImportError:
        j2 = None
    print(j2.dumps([1]))
    def f():
        import math
        from os import path as p
        return math.floor(2.5), p.join("a", "b")
    print(f())
    import os.path as osp
    print(osp.basename("/x/y"))
    import datetime as dt
    print(dt.date(2020, 1, 2))
    from math import sqrt as s, pi
    print(s(16), pi)
    try:
        import nothing_here
        HAVE = True
    except ImportError as e:
        HAVE = False
        print(e)
    print(HAVE)
    import sys
    if sys.version_info[0] >= 3:
        print("py3")
        unicode = str
    else:
        unicode = None
    print(unicode("x"))
    if sys.version_info >= (3, 8):
        from functools import reduce
    print(reduce(lambda a, b: a + b, [1, 2]))


def globals_idiom():
    def get(n):
        if "inst" not in globals():
            globals()["inst"] = n
        return globals()["inst"]
    print(get(1), get(2))
    import json as j, os.path as p
    import os, sys
    print(j.loads("[1]"), p.join("a", "b"), os.sep)
    def late():
        return LATER + 1
    LATER = 1
    print(late())
    def main():
        print("in main")
    if __name__ == "__main__":
        main()
    else:
        print("no")
    def outer():
        for i in range(3):
            def show():
                return i
            if i == 1:
                keep = show
        return keep()
    print(outer())
    print((lambda *a, **k: (a, k))(1, 2, x=3))
    print((lambda x, y=2, *z: (x, y, z))(1), (lambda: None)())
    def doc():
        """The doc."""
    print(doc.__doc__, doc.__name__, outer.__qualname__)
    from functools import reduce
    print(reduce(lambda a, b: a if a > b else b, [3, 9, 2]))
    print(sorted([3, 1, 2], key=lambda x: -x), list(map(str, [1, 2])), list(filter(None, [0, 1, 2])))
    print(list(map(lambda a, b: a + b, [1, 2], [3, 4])), sorted("bA", key=str.lower), min([3, -4], key=abs))
    print(sorted({"a": 2, "b": 1}.items(), key=lambda kv: kv[1]))
    def rec(n): return [] if n == 0 else [n] + rec(n - 1)
    print(rec(3))
    cond = len(sys.argv) > 5
    if cond:
        def choose(x): return "big"
    else:
        def choose(x): return "small"
    print(choose(1))
