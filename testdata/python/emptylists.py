"""Functions that are called with empty containers, too: what they do with elements says nothing of what the elements are."""


def best(rows):
    for row in rows:
        if row["id"] == 2:
            return (row, 1)
    return ("None", -1)


def first(rows, default):
    found = default
    for row in rows:
        found = row
        print(row["a"])
    return found


def collected(rows):
    out = ["x"]
    for row in rows:
        out.append(row)
        row.method()
    return out


def total(rows, key):
    s = 0
    for row in rows:
        s += row[key]
    return s


def results_and_elements():
    print(best([]), best([{"id": 2}]), first([], "s"), first([], 0), first([{"a": 1}], None), collected([]))
    print(total([], "a"), total([{"a": 3}], "a"), total([], 0), total([(1, 2)], 1))


def compared(rows):
    n = 0
    for row in rows:
        if row == 0:
            continue
        if row in (1, 2):
            print(row[3])
        if row < "x":
            print(row[3])
        x = row or 5
        print(x["z"], 5 if row else row)
        y = [row, 1]
        y.append("s")
        z = {row: 1}
        z["x"] = 5
        print(y, z, (row, 1)[0]["x"], row.name)
        n = n + row
    return n


def operands():
    print(compared([]))


def merged(a, b):
    out = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i][0] <= b[j][0]:
            out.append(a[i])
            i += 1
        else:
            out.append(b[j])
            j += 1
    return out + a[i:] + b[j:]


def merges():
    print(merged([], [(1, "x")]), merged([], []), merged([(2, "y")], [(1, "z")]))


def summary(rows):
    if not rows:
        return None
    mean = sum(r["v"] for r in rows) / len(rows)
    return {"mean": mean, "max": max(r["v"] for r in rows), "least": sorted(rows, key=lambda r: r["v"])[0]["v"]}


def summaries():
    print(summary([]), summary([{"v": 2.5}, {"v": 1.0}]))


def filled_later():
    xs = []
    y = xs[0] if xs else "none"
    n = 1
    for k in range(3):
        for x in xs:
            n = x if k > 1 else n
        xs.append(k + 0.5)
    print(y, n, xs)
