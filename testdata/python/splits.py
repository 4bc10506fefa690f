TEXTS = [
    "", ",", "a", "a,b", ",a", "a,", "a,b,c", "a,,b", ",,,", "ä,ö,ü,é", "one,two,three,four,five,six,seven,eight,nine",
    "aa,bb aa,bb cc", " x  y ", "\tx\u2003y\x1cz\n", "0123456,89abcdefg,x", "0123456789abcdef,0123456789abcdef,", "a, b, c",
    "ababab", "aaaaa", "a::b:::c", "x" * 40 + "," + "y" * 40 + "," + "z" * 3, ",".join(str(n) for n in range(30)), "\u00a0a\u00a0",
]


def show(f=lambda s: s.count(",")):
    for text in TEXTS:
        try:
            print(f(text), end=" ")
        except (IndexError, ValueError) as e:
            print(type(e).__name__, e, end=" ")
    print()


def one_field():
    show(lambda s: repr(s.split(",")[0]))
    show(lambda s: repr(s.split(",")[1]))
    show(lambda s: repr(s.split(",")[2]))
    show(lambda s: repr(s.split(",")[8]))
    show(lambda s: repr(s.split(",")[29]))
    show(lambda s: repr(s.split(",")[-1]))
    show(lambda s: repr(s.split(",")[-2]))
    show(lambda s: repr(s.split(",")[-4]))
    show(lambda s: repr(s.split(", ")[1]))
    show(lambda s: repr(s.split("aa")[0]))
    show(lambda s: repr(s.split("aa")[1]))
    show(lambda s: repr(s.split("aa")[-1]))
    show(lambda s: repr(s.split("aa")[-2]))
    show(lambda s: repr(s.split("::")[-2]))
    show(lambda s: repr(s.split("ä")[1]))
    show(lambda s: repr(s.split(s[:1])[0]))


def one_word():
    show(lambda s: repr(s.split()[0]))
    show(lambda s: repr(s.split()[1]))
    show(lambda s: repr(s.split()[2]))
    show(lambda s: repr(s.split()[-1]))
    show(lambda s: repr(s.split()[-2]))
    show(lambda s: repr(s.strip().split()[0]))
    show(lambda s: repr(s.rstrip().split()))
    show(lambda s: repr(s.lstrip().split()[-1]))
    show(lambda s: repr(s.strip("a").split()))


def numbers_of_fields():
    show(lambda s: len(s.split(",")))
    show(lambda s: len(s.split()))
    show(lambda s: len(s.split("aa")))
    show(lambda s: len(s.split(", ")))
    show(lambda s: len(s.split(s[1:2])))


def fields_in_variables():
    def csv(s):
        parts = s.split(",")
        if len(parts) < 3:
            return len(parts)
        return (parts[0], parts[2], parts[-1])

    def far(s):
        parts = s.split(",")
        return (len(parts), parts[5], parts[8])

    def wide(s):
        parts = s.split(",")
        return (parts[0], parts[29], len(parts))

    def ends(s):
        parts = s.split(",")
        return (parts[-1], parts[-3], len(parts))

    def pairs(s):
        parts = s.split("::")
        return parts[1] if len(parts) == 2 else (len(parts), parts[0])

    def words(s):
        w = s.split()
        if not w:
            return "none"
        return (w[0], len(w), w[-1])

    def later_words(s):
        w = s.split()
        return (len(w), w[1], w[2])

    def checked(s):
        parts = s.split(",")
        try:
            return parts[3]
        except IndexError as e:
            return (str(e), len(parts))

    def true(s):
        parts = s.split(",")
        return (parts[0], True) if parts else None

    show(csv)
    show(far)
    show(wide)
    show(ends)
    show(pairs)
    show(words)
    show(later_words)
    show(checked)
    show(true)


def fields_compared():
    def number(s):
        p = s.split(",")
        return (p[1] if len(p) > 1 else "", len(p) >= 3, 2 < len(p), len(p) <= 3, len(p) < 1, 9 >= len(p), len(p) > -1)

    def exact(s):
        p = s.split(",")
        return (p[0], len(p) == 1, len(p) == 3, 2 != len(p), len(p) == 0, len(p) == 30, len(p) == -1)

    def some_words(s):
        w = s.split()
        return (w[1] if len(w) >= 2 else None, len(w) > 2, 3 > len(w), len(w) == 0, len(w) == 3, len(w) != 1)

    def far_ends(s):
        p = s.split(",")
        return (p[0], p[8], p[25]) if len(p) >= 26 else (p[0], len(p) < 9)

    def none_asked(s):
        p = s.split("aa")
        return (len(p) > 2, len(p) == 2, not p, 1 <= len(p) < 3)

    show(number)
    show(exact)
    show(some_words)
    show(far_ends)
    show(none_asked)


def fields_in_loops():
    total = 0
    for s in TEXTS:
        parts = s.split(",")
        while len(parts) > 2 and total < 1000:
            total += len(parts[1])
            if parts[0]:
                break
            total += 1
        print(total, parts[0], end=";")
    print()


def fields_used_whole():
    def both(s):
        parts = s.split(",")
        return (parts[0], parts)

    def changed(s):
        parts = s.split(",")
        parts.append("x")
        return parts[-1]

    def again(s):
        parts = s.split(",")
        if len(parts) > 1:
            parts = parts[1].split("b")
        return (parts[0], len(parts))

    def inner(s):
        parts = s.split(",")
        return [parts[0] for _ in range(2)]

    def captured(s):
        parts = s.split(",")
        f = lambda: parts[0]
        return f()

    show(both)
    show(changed)
    show(again)
    show(inner)
    show(captured)


def unpacked():
    def two(s):
        a, b = s.split(",")
        return (b, a)

    def three(s):
        a, _, b = s.split(",")
        return (b, a)

    def limited(s):
        a, b = s.split(",", 1)
        return (b, a)

    def other_limit(s):
        a, b = s.split(",", 2)
        return (b, a)

    def no_limit(s):
        a, b = s.split(",", -1)
        return (b, a)

    def two_words(s):
        a, b = s.split()
        return (b, a)

    def one(s):
        (a,) = s.split("::")
        return a

    def starred(s):
        a, *b = s.split(",")
        return (a, b)

    def by_variable(s):
        sep = s[1:2]
        a, b = s.split(sep)
        return (a, b)

    def items(s):
        d = {}
        for part in s.split(" "):
            k, v = part.split(",")
            d[k] = v
        return d

    show(two)
    show(three)
    show(limited)
    show(other_limit)
    show(no_limit)
    show(two_words)
    show(one)
    show(starred)
    show(by_variable)
    show(items)
