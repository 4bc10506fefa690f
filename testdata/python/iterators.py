import itertools
from collections import Counter, deque


def raised(f):
    try:
        print(f())
    except RuntimeError as e:
        print(e)


def list_iterators_see_what_is_appended():
    xs = [1, 2]
    it = iter(xs)
    xs.append(3)
    print(list(it), type(it).__name__, next(it, "end"))
    xs.append(4)
    print(next(it, "end"), xs)


def iterators_know_the_size_at_their_beginning():
    d = {"a": 1}
    for it in (iter(d), iter(d.keys()), iter(d.values())):
        d[str(len(d))] = 5
        raised(lambda: next(it))
        raised(lambda: next(it))
    pairs = iter(d.items())
    print(type(pairs).__name__, next(pairs))
    d["z"] = 3
    raised(lambda: list(pairs))
    s = {1}
    elements = iter(s)
    s.add(2)
    raised(lambda: list(elements))
    counts = Counter("abc")
    letters = iter(counts)
    counts["y"] = 2
    raised(lambda: next(letters))


def keys_that_come_in_the_place_of_others():
    d = {1: 2}
    try:
        for k in d:
            del d[k]
            d[k + 1] = 1
    except RuntimeError as e:
        print(e)
    e = {k: 0 for k in range(3)}
    try:
        for k, v in e.items():
            if v == 0:
                del e[k]
                e[k + 10] = 1
            if k == 1:
                break
    except RuntimeError as err:
        print(err)
    print(e)
    full = {k: 0 for k in range(4)}
    for k in range(20):
        del full[k]
        full[k + 4] = k
    print(full, full.popitem(), list(full))


def deques_that_change():
    q = deque([1, 2, 3])
    it = iter(q)
    print(next(it))
    q.append(q.popleft())
    raised(lambda: list(it))
    print(list(it))
    for change in (lambda: q.append(5), lambda: q.rotate(1), lambda: q.pop(), lambda: q.reverse()):
        try:
            for x in q:
                change()
                if len(q) > 20:
                    break
            print("to the end", q)
        except RuntimeError as e:
            print(e, q)
    try:
        for x in reversed(q):
            q.pop()
    except RuntimeError as e:
        print(e, q)
    try:
        for x in q:
            if len(q) < 5:
                q.appendleft(x)
                q.pop()
    except RuntimeError as e:
        print(e, q)
    q.extend(q)
    q.extendleft(q)
    q += q
    print(q)


def products_of_any_number():
    lists = [[1, 2], [3], [4, 5], [6]]
    print(list(itertools.product(*lists)))
    for c in itertools.product(*[["a", "b"], ["c"], ["d"], ["e", "f"]]):
        print("".join(c))
    print(list(itertools.product(*lists[:2])), list(itertools.product([1], "ab", (2.5,), [None], repeat=1)))
    d = {"x": [1, 2], "y": ["a"], "z": [True], "w": [None]}
    for combo in itertools.product(*d.values()):
        print(dict(zip(d.keys(), combo)))
    print(list(itertools.product(*[range(2)] * 4))[:3], list(itertools.product("ab", repeat=4))[-1], list(itertools.product(*[])))
    n = 5
    print(len(list(itertools.product([0, 1], repeat=n))))
    print(list(itertools.product([1, 2], "ab", repeat=2))[-1], list(itertools.product([1], [], [2], [3])), next(itertools.product([1], [2], [3], [4])))
    try:
        itertools.product([1], [2], repeat=-1)
    except ValueError as e:
        print(e)
