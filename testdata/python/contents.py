"""Ints in lists and tuples, of which is known what they can be, and those of which it is not."""

BIG = 2**61


def spread(xs):
    for i in range(len(xs)):
        xs[i] = xs[i] * 0 + BIG


def keep(xs, into):
    into.append(xs)


def followed():
    n = 12
    xs = [0] * n
    for i in range(1, n):
        xs[i] = xs[i - 1] + i % 5
    grid = [[i * j % 7 - 3 for j in range(n)] for i in range(n)]
    points = [(i, i * 2, "p") for i in range(n)]
    total = 0
    for i, (x, row) in enumerate(zip(xs, grid)):
        total += i * x - row[i]
        row[0] -= 1
    for x, y, name in points:
        if name == "p":
            total += x - y
    for i in range(n - 1, -1, -1):
        total += xs[i] - i
    for i in range(2, n):
        for j in range(i * i, n, i):
            xs[j] = -1
    print(total, xs, [row[0] for row in grid], max(xs) - min(xs), abs(xs[-1]) + 1, min(total, 5) - 1)
    pairs = sorted(zip(xs, xs[1:]), reverse=True)
    first = pairs[0]
    a, b = first
    print(a - b, first[0] + first[1], [p - q for p, q in pairs[:3]])
    k = 0
    for k in range(10, 0, -3):
        pass
    for j in range(5, 5):
        k -= 100
    print(k, [i - 7 for i in range(20, 5, -4)], [i + 1 for i in range(-3, -9, -2)])


def changed_by_others():
    a, kept = [1, 2], []
    spread(a)
    print(a[0] - 1 + BIG, a)
    b = [3]
    keep(b, kept)
    kept[0][0] = BIG
    print(b[0] + BIG - 2, kept)
    c = [4]
    alias = c
    alias.append(BIG)
    print([x + BIG - 5 for x in c])
    grid = [[1], [2]]
    for row in grid:
        row[0] = BIG
    print([r[0] + BIG - 7 for r in grid])
    grid = [[1], [2]]
    for i, row in enumerate(grid):
        spread(row)
    print([r[0] + BIG - 7 for r in grid])
    grid = [[1], [2]]
    for row, other in zip(grid, grid):
        other.extend([BIG])
    print([r[1] + BIG - 7 for r in grid])
    d, e = [5], [6]
    d[0], e[0] = e[0], BIG
    print(d[0] + 1, e[0] + BIG - 9)
    f = [1]
    max(f, [0]).append(BIG)
    print([x + BIG - 3 for x in f])
    g = h = [2]
    h += [BIG]
    print([x + BIG - 3 for x in g])
    t = ([3], 4)
    t[0].append(BIG)
    print([x + BIG - 3 for x in t[0]], t[1] + 1)
    for g[0] in [BIG, BIG + 1]:
        print(g[0] + BIG - 8)
    later = (x + BIG - 11 for x in c)
    c[0] = BIG
    print(list(later))
