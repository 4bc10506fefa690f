"""Values that are computed again, values that nobody uses, values that only a branch uses: nobody can tell when they are computed."""
import json
import math
import re

calls = []
RATE = 3


def noisy(x):
    calls.append(x)
    return x * 2


def parse(line):
    parts = line.split(",")
    return parts[0].strip(), int(parts[1])


def scaled(x):
    return x * RATE


def same_value_again(line):
    a = (line.split(" ")[0], line.split(" ")[-1], len(line.split(" ")))
    b = (line.upper() + line.upper(), math.sqrt(len(line)) + math.sqrt(len(line)))
    c = (parse(line)[0], parse(line)[1]) if "," in line else None
    d = f"{line}!" + f"{line}!" + f"{line!r}!"
    return a, b, c, d, scaled(len(line)) + scaled(len(line))


def set_in_between(line):
    first = line.strip().lower()
    line = line + " X "
    second = line.strip().lower()
    for _ in range(2):
        line = line.strip().lower() + " Y "
    third = line.strip().lower()
    if (line := line[1:]).strip().lower() == second:
        third = "never"
    return first, second, third, line.strip().lower()


def changed_objects():
    text = '{"a": {"n": [1, 2]}, "b": {"n": [3]}}'
    a, again = json.loads(text)["a"], json.loads(text)["a"]
    a["n"].append(9)
    print(a, again, json.loads(text)["a"], a is again)
    parts, other = "x y".split(), "x y".split()
    parts.append("z")
    print(parts, other, "x y".split(), parts is other)
    line = "q r"
    kept = [line.split() for _ in range(2)]
    kept[0].append("s")
    print(kept, line.split(), line.split().pop(), line.split())
    pairs = [json.loads(text)["b"] for _ in range(2)]
    pairs[0]["n"] = 0
    print(pairs)


def with_effects():
    print(noisy(1) + noisy(1), calls)
    unused = noisy(5)
    print(calls)
    late = noisy(6)
    if len(calls) > 100:
        print(late)
    print(calls)


def read_again():
    global RATE
    xs = [3, 1, 2]
    top = (max(xs), sorted(xs)[0])
    xs.append(10)
    print(top, (max(xs), sorted(xs)[0]), scaled(2))
    RATE = 5
    print(scaled(2), len(xs), max(xs))
    RATE = 3


def raises_first(line):
    try:
        parts = line.split(",")
        unused = parts[2].upper()
        number = int(parts[1])
        return number
    except (IndexError, ValueError) as e:
        return type(e).__name__ + ": " + str(e)


def raises_behind(line):
    try:
        number = int(line.split(",")[1])
        wide = line.center(20, "*")
        if number < 0:
            return "negative"
        ratio = 10 // number
        if number > 5:
            return wide
        return ratio
    except (ZeroDivisionError, IndexError, ValueError) as e:
        return type(e).__name__


def only_a_branch(words):
    out = []
    for w in words:
        shout, size = w.upper() + "!", len(w)
        record = (w[:1], w[1:] * 2, size * size)
        if size > 3:
            out.append(shout + str(record[2]))
        elif size == 3:
            out.append(record[0])
    return out


def next_turn(words):
    last, out = "", []
    for w in words:
        if last:
            out.append(last)
        last = w.upper()
        if len(w) == 2:
            continue
        out.append(w)
    return out, last


def after_the_loop(words):
    for w in words:
        found = w + "?"
        if w.startswith("b"):
            break
        seen = w
    return found, seen


def tuple_parts(n):
    pair = (n, "even")
    if n % 2:
        pair = (n * 3, "odd")
    swap = (1, 2)
    for _ in range(n):
        swap = (swap[1], swap[0] + swap[1])
    whole = (n, n + 1)
    return pair[1], swap[0], whole[0], whole


def second_name(words):
    rows = words
    first = rows
    first.append("end")
    n = len(words)
    count = n
    n = 100
    return rows, count, n


def conditions(line):
    if line and line.strip().lower() == "go" or line.strip().lower() == "stop":
        return line.strip().lower()
    found = re.search("[0-9]+", line)
    if re.search("[0-9]+", line) is None:
        return "no number"
    return re.search("[0-9]+", line).group(0) + found.group(0)


def matched(line):
    number = line.find("=")
    shown = line[:5] if len(line) > 5 else line[:5] + "."
    return number, shown, [line.find("=") + i for i in range(2)], (lambda: line.find("="))()


LINES = ["a b c", "k , 7", "Go", " stop ", "x,y", "", "n=12"]


def values_again():
    for text in LINES:
        try:
            print(same_value_again(text))
        except ValueError as e:
            print(e)
        print(set_in_between(text), conditions(text), matched(text))


def unused_values():
    for text in ["a,1,c", "a,x,c", "a,1", "a"]:
        print(raises_first(text))


def values_behind_tests():
    for text in ["a,0", "a,-1", "a,3", "a,7", "a,x", "a"]:
        print(raises_behind(text))
    print(only_a_branch(["abcd", "abc", "ab"]), next_turn(["a", "bb", "c", "dd", "e"]), after_the_loop(["a", "b", "c"]))


def tuples_and_names():
    print(tuple_parts(2), tuple_parts(3), second_name(["x"]))


NUMBER = re.compile("[0-9]+")


def used_up():
    line = "a1b22"
    print([m.group() for m in NUMBER.finditer(line)], max(m.group() for m in NUMBER.finditer(line)), sum(1 for _ in re.finditer("[0-9]", line)), sum(1 for _ in re.finditer("[0-9]", line)))
    pairs = zip(line, line)
    print(list(zip(line, line)), next(pairs), list(map(str.upper, line)), list(map(str.upper, line)), list(reversed(line)), list(reversed(line)))
    n = 3
    print(list(set(line[:n])) == list(set(line[:n])), [list(range(n)), list(range(n))], sorted(line.split("b")) + sorted(line.split("b")))


def half_made(text):
    pair = (0, "none")
    for part in text.split(","):
        try:
            pair = (len(part), int(part))
        except ValueError:
            pass
    shown = ("a,str string b",)
    again = ("a", "str string b")
    return pair[0], pair[1], shown, again, text + "x", text + "x"


def tuples_half_made():
    print(half_made("1,22,xyz"), half_made("a,b"), half_made(""))
    for i in range(3):
        try:
            last = (i, 10 // (i - 1))
        except ZeroDivisionError:
            print("kept", last[0], last[1])
