import bisect
import heapq
from bisect import bisect_left, insort
from heapq import heappop, heappush


def push_pop():
    h = []
    for x in [5, 3, 8, 1, 9, 2, 7]:
        heappush(h, x)
        print(h)
    while h:
        print(heappop(h), h)


def heapify():
    h = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
    heapq.heapify(h)
    print(h)
    print(heapq.heapreplace(h, 50), h)
    print(heapq.heappushpop(h, -1), h)
    print(heapq.heappushpop(h, 6), h)
    e = []
    print(heapq.heappushpop(e, 4), e)
    heapq.heapify(e)
    print(e)


def tuples():
    h = []
    heapq.heappush(h, (2, "b"))
    heapq.heappush(h, (1, "z"))
    heapq.heappush(h, (1, "a"))
    print(h, h[0])
    word = heapq.heappop(h)
    print(word[1].upper(), len(h))


def strings_and_floats():
    h = ["pear", "fig", "apple"]
    heapq.heapify(h)
    print(h)
    f = [2.5, -1.0, 3.25, 0.5]
    heapq.heapify(f)
    print(f, heapq.heappop(f))


def empty_pop():
    h = [1]
    heapq.heappop(h)
    try:
        heapq.heappop(h)
    except IndexError as e:
        print(type(e).__name__, e)
    try:
        heapq.heapreplace(h, 3)
    except IndexError as e:
        print(type(e).__name__, e)


def unordered():
    h = [(1, "a")]
    try:
        heapq.heappush(h, (1, None))
    except TypeError as e:
        print(e)


def largest():
    data = [("a", 3), ("b", 1), ("c", 3), ("d", 2), ("e", 1)]
    print(heapq.nlargest(2, [4, 1, 7, 3]), heapq.nsmallest(2, [4, 1, 7, 3]))
    print(heapq.nlargest(3, data, key=lambda p: p[1]))
    print(heapq.nsmallest(3, data, key=lambda p: p[1]))
    print(heapq.nsmallest(10, [3, 1, 2]), heapq.nlargest(0, [1]), heapq.nsmallest(-1, [1]))
    print(heapq.nlargest(2, {"x": 1, "y": 2, "z": 0}), heapq.nlargest(3, "hello"), heapq.nsmallest(1, range(5, 9)))
    counts = {"spark": 5, "stream": 9, "go": 1}
    print(heapq.nlargest(2, counts.items(), key=lambda kv: kv[1]))
    print(heapq.nlargest(2, counts, key=counts.get))


def merge():
    print(list(heapq.merge([1, 4, 7], [2, 5, 8], [0, 9])))
    print(list(heapq.merge(["a", "ccc"], ["bb", "dddd"], key=len)))
    print(list(heapq.merge([7, 4, 1], [8, 2], reverse=True)))
    parts = [[1, 3], [2, 4], []]
    for x in heapq.merge(*parts):
        print(x, end=" ")
    print()


def bisects():
    a = [1, 3, 3, 5, 9]
    print(bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect(a, 4), bisect_left(a, 0), bisect.bisect(a, 99))
    print(bisect.bisect_left(a, 3, 2), bisect.bisect_right(a, 3, 0, 2), bisect.bisect_left(a, 3, lo=1, hi=4), bisect.bisect(a, 4.5))
    print(bisect.bisect(["a", "c"], "b"), bisect.bisect((1, 2, 3), 2), bisect.bisect_left("abd", "c"), bisect.bisect(range(10), 4))
    print(bisect.bisect_left([(1, "a"), (2, "b")], (2,)))


def grades():
    for score in [33, 99, 77, 70, 89.5, 90]:
        print("FDCBA"[bisect.bisect([60, 70, 80, 90], score)], end="")
    print()


def insorts():
    a = [1, 4]
    insort(a, 3)
    bisect.insort_left(a, 4)
    bisect.insort_right(a, 0)
    print(a)
    rows = [("a", 1), ("c", 3)]
    bisect.insort(rows, ("b", 2), key=lambda r: r[1])
    bisect.insort_left(rows, ("z", 2), key=lambda r: r[1])
    print(rows, bisect.bisect_left(rows, 2, key=lambda r: r[1]), bisect.bisect_right(rows, 2, key=lambda r: r[1]))
    new = []
    for x in [3, 1, 2]:
        bisect.insort(new, x)
    print(new)


def bad_lo():
    bisect.bisect_left([1, 2], 1, -1)


def merged_without_an_order():
    nan = float("nan")
    print(list(heapq.merge([1e3], [nan, -2.25, 5e-324])), list(heapq.merge([nan], [1.0], [float("nan"), 0.5])), list(heapq.merge([nan, 2.0], [float("nan")], reverse=True)))
    print(list(heapq.merge([1, 3], [True, 2.0], key=lambda x: -x)), list(heapq.merge([(1, "b")], [(1, "a")], [(1, "b")], key=lambda p: p[0], reverse=True)))
