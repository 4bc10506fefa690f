total = 0
for n in [1, 2, 3]:
    total += n
avg = total / 3
print(avg)
def apply(f, x):
    return f(x)
print(apply(lambda v: v * 2, 4))
def maker(k):
    return lambda x: x + k
add5 = maker(5)
print(add5(3))
pairs = {}
for w in "a b a c".split():
    pairs.setdefault(w, []).append(len(w))
print(pairs, sorted(pairs.items(), key=lambda kv: (-len(kv[1]), kv[0])))
def early(items):
    for it in items:
        if it == "b":
            return it
    return None
print(early(["a", "b"]), early([]))
print({1: "a", 2: "b"}, {"k": (1, [2])}, {1, 2}, (1,), [None, True])
def swap(t):
    a, b = t
    return b, a
print(swap((1, "x")), swap(("y", 2.0)))
class_ = 3
print(class_)
words = ["apple", "Bob", "cat"]
print(" ".join(w.capitalize() for w in words), [w for w in words if w[0].isupper()], [len(w) for w in words])
st = set()
for w in words:
    st.add(w[0])
print(sorted(st), "a" in st)
print(max(words, key=len), min(words, key=lambda w: w.lower()), list(reversed(words)))
while words:
    print(words.pop(0))
print(1 if words else 2, bool(words), int("7") + int(2.9), float("1.5"), str(1.0), round(2.567, 2), abs(-3), divmod(7, 2))
