"""Tries things."""
import sys
import math

LIMIT = 10

def fib(n):
    a, b = 0, 1
    for i in range(n):
        a, b = b, a + b
    return a

def classify(x):
    """Says what x is."""
    if x < 0:
        return "neg"
    elif x == 0:
        return "zero"
    else:
        return "pos" if x < LIMIT else "big"

def safe(s):
    try:
        return int(s)
    except ValueError as e:
        print("bad", e)
        return -1
    finally:
        print("done", s)

words = "the quick brown the fox".split(" ")
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
for k, v in counts.items():
    print(k, v)
print([x * 2 for x in range(5) if x % 2 == 0], {k: len(k) for k in words})
print(fib(20), classify(-1), classify(0), classify(5), classify(50))
print(safe("12"), safe("x"))
i = 0
while True:
    i += 1
    if i == 3:
        continue
    if i > 5:
        break
else:
    print("never")
print(i, 0.1 + 0.2, 7 // 2, -7 // 2, 7 / 2, 2 ** 10)
for i, w in enumerate(words):
    print(i, w)
def outer(n):
    total = 0
    def inc(k):
        nonlocal total
        total += k
        return total
    for j in range(n):
        inc(j)
    return total
print(outer(5))
a, *rest = [1, 2, 3]
print(a, rest)
t = (1, "a", 2.5)
x, y, z = t
print(x, y, z, t)
print(f"{x:>5}|{y!r}|{z:.2f}|{t}")
def gen(n):
    for i in range(n):
        if i == 3:
            return
        yield i * i
print(list(gen(10)), sum(x for x in gen(10)))
name = words[0] if len(words) > 3 else None
print(name or "nobody", not name, name is None)
print(1 < len(words) <= 5, "the" in counts, "zzz" not in counts)
for n in range(2, 10):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, "prime")
print(n, d)
