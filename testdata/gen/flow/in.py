# -*- coding: utf-8 -*-
"""More things */ //go:build ignore"""
import sys

len_ = 3
type = "shadow"
func = 5
py = "pkg"
naïve = "é\u2028\n\"quoted\" \\ `tick` \x00"
print(len_, type, func, py, repr(naïve))

def optional(x):
    if x > 3:
        return x * 2

def use(v):
    r = optional(v)
    if r is None:
        return "none"
    return "got %d" % r

print(use(1), use(5))

def multi(x):
    for i in range(x):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            if i == 100:
                return "never"
            print("i", i, 10 // (i - 2))
        except ZeroDivisionError:
            print("zero", i)
        else:
            print("fine", i)
        finally:
            print("end", i)
    else:
        print("no break")
    return "done"

print(multi(3))
print(multi(6))

def reraise():
    try:
        try:
            raise KeyError("k")
        except KeyError as e:
            raise ValueError("v: " + str(e))
    except (ValueError, TypeError) as e:
        return repr(e)

print(reraise())

def deep(n):
    if n == 0:
        return 0
    return n + deep(n - 1)
print(deep(100))

class_names = {"a": [1, 2], "b": []}
for key in sorted(class_names):
    vals = class_names[key]
    vals.append(9)
    class_names[key] += [7]
    print(key, vals, len(vals), vals[-1], vals[:2], vals[::-1])
total = 0
for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]:
    total += a * b - c
print(total, -7 % 3, 7.5 // 2, -2 ** 2, 2 ** -1, 10 / 4, 1e300 * 1e10, 0.1 + 0.2 * 3)
matrix = [[i * j for j in range(3)] for i in range(3)]
print(matrix, [row[1] for row in matrix], {x % 3 for x in range(10)} == {0, 1, 2})
s = "hello world"
print(s.upper().split(), s[0], s[-1], s[2:5], s.find("wor"), "x".join(["a", "b"]), s.replace("o", "0"))
print(sorted([3, 1, 2], reverse=True), sorted(["bb", "a"], key=len), max([1, 5, 3]), min(4, 2), sum([1, 2, 3]))
print(any(x > 2 for x in [1, 2, 3]), all([True, False]), list(map(lambda x: x + 1, [1, 2])), list(filter(lambda x: x > 1, [1, 2])))
x = 5
x = "now a string"
print(x)
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
print("%s is %d years, %.2f%%" % ("Bob", 42, 99.5), "{} {:>4}".format(1, "x"))
i = 10
while i > 0:
    i -= 3
    if i == 4:
        continue
else:
    print("exhausted", i)
t = (1, 2) + (3,)
print(t, t[0], len(t), t == (1, 2, 3), (1, 2) < (1, 3), [1, 2] == [1, 2])
print(None, True and "yes" or "no", not [], [] or "empty", 0 or 5)
del class_names["a"]
print(class_names, "a" in class_names)
assert total == 16 or total < 100, "bad total"
try:
    assert False, "boom"
except AssertionError as e:
    print("assert", e)
try:
    {}["missing"]
except KeyError as e:
    print("KeyError", e)
try:
    [1][5]
except IndexError as e:
    print(e)
try:
    int("abc")
except ValueError as e:
    print(e)

if (n := len(s)) > 5:
    print("long", n)
print([y for x in range(3) if x for y in range(x)], dict([("a", 1)]), list(zip([1, 2], "ab")), list(enumerate("ab", 1)))
for i in range(3): pass
print(i)
for i in range(5, 0, -2): print(i)
lst = list(range(5)); lst[1:3] = [9]; print(lst, lst.count(9), lst.pop(), lst)
a = b = 3
a, b = b + 1, a
print(a, b)
print("end")
