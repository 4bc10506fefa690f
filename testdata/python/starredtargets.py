# A target with a star takes a list of its own, into which later lines may put anything.


def of_tuples():
    *a, b = (1,)
    a.append("s")
    print(a, b)
    x, *y = 5,
    y += [3]
    print(x, y)
    a, *b, c = 1, "x", 2.5, None, (3, 4)
    print(a, b, c)
    t = (1, 2, 3, 4)
    x, *m, y = t
    m.append(2.5)
    print(x, m, y, t)
    (p, *q), *r = ((1, 2, 3), 4, "five")
    print(p, q, r)


def its_own_parameter(p):
    first, *p = p, 1, 2
    print(first, p)


def again_after_a_failure():
    its_own_parameter(3)
    *a, b = [1]
    print(a, b)
    try:
        (a, b), *c = (1, 2, 3)
    except TypeError as e:
        print(e)
    print(a, b)
    (a, b), *c = ("XY", 2, 3)
    print(a, b, c)


def in_loops():
    for k, *v in [(1, 2, 3), (4, 5, 6)]:
        v.append("end")
        print(k, v)
    for k, *v in [[1, "a"], [2, "b", "c"]]:
        print(k, v)
