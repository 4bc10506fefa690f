"""Slices that change in place."""


def lists():
    x = [1, 2, 3]
    y = x
    x[1:2] *= 2
    y[1:2] += [1]
    print(x, y is x)
    x[::2] = [9] * len(x[::2])
    x[:0] += ["a"]
    print(x)

    def f(n):
        print("f", n)
        return n
    x[f(0):f(2)] += "xy"
    print(x)


def elsewhere():
    d = {"k": [1, 2, 3]}
    d["k"][1:] *= 2
    print(d)

    class C:
        def __init__(self):
            self.xs = [1, 2, 3]
    c = C()
    c.xs[-1:] += [4, 5]
    print(c.xs)
    b = bytearray(b"abc")
    b[1:2] += b"xx"
    print(b)

    def g(v):
        v[1:] += [0]
        return v
    print(g([1, 2]), g(["a"]))


def once():
    def shown(x):
        print(x)
        return x
    a = [(1, 2), (3, 4)]
    a[0:1] = a[5:] or list([shown((0, 9)), (10, 0)])
    a[:0] = shown([(7, 7)]) if len(a) > 2 else []
    print(a)
