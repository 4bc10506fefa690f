"""Variables that functions inside set while their owner runs."""


def nonlocals():
    def outer():
        best = None
        seen = []

        def visit(x):
            nonlocal best
            seen.append(x)
            if best is None or len(x) > len(best):
                best = x
        for w in ["a", "abc", "ab"]:
            visit(w)
        return best, seen
    print(outer())

    def deep():
        found = None

        def search(n):
            nonlocal found
            if n == 0:
                found = "leaf"
                return
            search(n - 1)
        search(3)
        if found is None:
            return "nothing"
        return found.upper()
    print(deep())


def callbacks():
    def handler():
        result = None

        def cb(v):
            nonlocal result
            result = v
        list(map(cb, [1, 2]))
        return result
    print(handler())


def walrus():
    def f():
        last = None

        def g():
            nonlocal last
            [(last := x) for x in range(3)]
            any((last := x) > 1 for x in [5, 0])
        g()
        print(last)

        def h():
            nonlocal last
            (last := "done")
        if last == 5:
            h()
            print(last)
    f()
