import re

LOG = re.compile(r'(\S+) \[(\d+)\](?: "([^"]*)")?( x)?')
TEXTS = ["a [1]", 'b [22] "/y z"', "no log", "", "é [3] x", 'c [4] "" x', "  d [5]"]
MANY = re.compile(",".join("(.)" for _ in range(12)))


def show(f=len):
    print([f(t) for t in TEXTS])


def groups_of_matches():
    def parts(line):
        m = LOG.match(line)
        if m is None:
            return None
        return (m.group(1), m.group(2), m.group(3), m.groups(), m.start(), m.end(2), m.span(3))

    def number(line):
        m = LOG.search(line)
        return int(m.group(2)) + 1 if m else -1

    def whole(line):
        m = re.fullmatch(r"\w \[(?P<n>\d)\]", line)
        if not m:
            return "no"
        return m.group() + m.group("n") + m["n"] + str(m.groupdict())

    def unchecked(line):
        m = re.search(r"\d+", line)
        try:
            return m.group(0)
        except AttributeError as e:
            return str(e)

    def no_group(line):
        m = LOG.match(line)
        try:
            return m.group(9) if m is not None else "none"
        except IndexError as e:
            return str(e)

    show(parts)
    show(number)
    show(whole)
    show(unchecked)
    show(no_group)


def many_groups():
    m = MANY.match("a,b,c,d,e,f,g,h,i,j,k,l")
    if m:
        print(m.group(12), m.groups(), m.span(11))
    n = MANY.match("a,b")
    print(n is None, bool(n))


def matches_that_are_kept():
    found = []
    for t in TEXTS:
        m = LOG.match(t)
        if m:
            found.append(m)
    print([m.group(1) for m in found], [m.string for m in found])
    last = None
    for t in TEXTS:
        m = LOG.search(t)
        if m is not None:
            last = m
    print(last.group(2))
    kept = [LOG.match(t) for t in TEXTS]
    print([m.end() for m in kept if m])


def matches_in_loops():
    total = 0
    for t in TEXTS:
        m = LOG.search(t)
        while m is not None and total < 40:
            total += int(m.group(2))
            if total % 2:
                break
        print(total, m is None, end=" ")
    print()
