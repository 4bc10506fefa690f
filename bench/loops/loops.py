"""Loops of each kind. Called with a number of times, it prints for each kind what came out and the CPU time it took, in nanoseconds."""
import sys
import time


def int_sum(n):
    total = 0
    for i in range(n):
        total += i * 3
    return total


def remainders(n):
    total = 0
    for i in range(n):
        total += (i * i + 1) % 7 - i // 3
    return total


def nested(n):
    count = 0
    for i in range(n):
        for j in range(n):
            if (i ^ j) & 3 == 0:
                count += 1
    return count


def while_loop(n):
    longest = 0
    for start in range(1, n):
        x, steps = start, 0
        while x != 1:
            if x % 2 == 0:
                x = x // 2
            else:
                x = 3 * x + 1
            steps += 1
        if steps > longest:
            longest = steps
    return longest


def gcds(n):
    total = 0
    for i in range(1, n):
        a, b = i, n
        while b:
            a, b = b, a % b
        total += a
    return total


def float_sum(n):
    total = 0.0
    for i in range(1, n):
        total += 1.0 / (i * i)
    return round(total, 9)


def mandelbrot(n):
    inside = 0
    for row in range(n):
        for col in range(n):
            cr, ci = 3.0 * col / n - 2.0, 2.0 * row / n - 1.0
            zr = zi = 0.0
            steps = 0
            while steps < 50 and zr * zr + zi * zi <= 4.0:
                zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
                steps += 1
            if steps == 50:
                inside += 1
    return inside


def list_items(n):
    xs = [0] * n
    for i in range(1, n):
        xs[i] = xs[i - 1] + i % 5
    total = 0
    for i in range(n):
        total += xs[n - 1 - i]
    return total


def matrix(n):
    a = [[i * j % 7 for j in range(n)] for i in range(n)]
    b = [[(i + j) % 5 for j in range(n)] for i in range(n)]
    total = 0
    for i in range(n):
        for j in range(n):
            cell = 0
            for k in range(n):
                cell += a[i][k] * b[k][j]
            total += cell
    return total


def sieve(n):
    prime = [True] * n
    count = 0
    for i in range(2, n):
        if prime[i]:
            count += 1
            for j in range(i * i, n, i):
                prime[j] = False
    return count


def list_append(n):
    xs = []
    for i in range(n):
        if i % 3:
            xs.append(i)
    total = 0
    for x in xs:
        total += x
    return total + len(xs)


def comprehension(n):
    return sum([x * 2 for x in range(n) if x % 3 == 0])


def dict_of_ints(n):
    counts = {}
    for i in range(n):
        key = i * 7919 % 1009
        counts[key] = counts.get(key, 0) + 1
    return len(counts) + counts[5]


def dict_of_words(n):
    words = ("the quick brown fox jumps over the lazy dog and runs away from the other dogs " * 64).split()
    counts = {}
    for i in range(n):
        word = words[i % 1024]
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return sorted(counts.items())[0]


def characters(n):
    text = "the quick brown fox jumps over the lazy dog " * 64
    vowels = 0
    for i in range(n):
        for c in text:
            if c in "aeiou":
                vowels += 1
    return vowels


def indexed_text(n):
    text = "abcdefghij" * 32 + "jihgfedcba" * 32
    same = 0
    for k in range(n):
        i, j = 0, len(text) - 1
        while i < j and text[i] == text[j]:
            i += 1
            j -= 1
            same += 1
    return same


def concatenated(n):
    size = 0
    for i in range(n):
        out = ""
        for c in "characters":
            out += c
            if c == "a":
                out += "-"
        size += len(out)
    return size


def joined(n):
    parts = []
    for i in range(n):
        parts.append(str(i))
    return len(",".join(parts))


def fields(n):
    line = "2024-01-01T00:00:00 host42 GET /index.html 200 5123"
    total = 0
    for i in range(n):
        parts = line.split(" ")
        if parts[2] == "GET" and parts[4].startswith("2"):
            total += int(parts[5])
    return total


def sort_ints(n):
    xs = [i * 7919 % 1000003 for i in range(n)]
    xs.sort()
    return xs[n // 2]


def sort_by_key(n):
    pairs = [(i * 7919 % 1009, i) for i in range(n)]
    pairs.sort(key=lambda p: -p[0])
    return pairs[n // 2]


def sets(n):
    seen = set()
    for i in range(n):
        seen.add(i * i % 10007)
    hits = 0
    for i in range(n):
        if i in seen:
            hits += 1
    return hits


def tuples(n):
    points = [(i, i * 2, "p") for i in range(1000)]
    total = 0
    for k in range(n):
        for x, y, name in points:
            if name == "p":
                total += x - y + k
    return total


def clamp(x, low, high):
    if x < low:
        return low
    if x > high:
        return high
    return x


def calls(n):
    total = 0
    for i in range(n):
        total += clamp(i % 100, 20, 80)
    return total


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


class Particle:
    def __init__(self, x, v):
        self.x = x
        self.v = v
        self.bounces = 0

    def step(self, dt):
        self.x += self.v * dt
        if self.x > 1.0 or self.x < 0.0:
            self.v = -self.v
            self.bounces += 1


def objects(n):
    particles = [Particle(i / 10.0, 0.3) for i in range(10)]
    for k in range(n):
        for p in particles:
            p.step(0.01)
    return sum([p.bounces for p in particles])


def checksum(n):
    data = bytes(range(256)) * 16
    a, b = 1, 0
    for k in range(n):
        for byte in data:
            a = (a + byte) % 65521
            b = (b + a) % 65521
    return b << 16 | a


def formatted(n):
    size = 0
    for i in range(n):
        size += len(f"user-{i}: {i % 10}/{i // 10}")
    return size


def formatted_floats(n):
    size = 0
    for i in range(n):
        size += len(f"{i / 8:.2f}|{i:5d}")
    return size


def pairwise(n):
    xs = list(range(1000))
    ys = [x % 7 for x in xs]
    total = 0
    for k in range(n):
        for i, (x, y) in enumerate(zip(xs, ys)):
            total += i * y - x
    return total


def least_and_most(n):
    low, high = 10**9, -10**9
    for i in range(n):
        v = abs(i * 31 % 1001 - 500)
        low = min(low, v)
        high = max(high, v)
    return high - low


def caught(n):
    texts = ["12", "7", "x", "40"]
    total = 0
    for i in range(n):
        try:
            total += int(texts[i % 4])
        except ValueError:
            total -= 1
    return total


def countdown(n):
    while n > 0:
        yield n
        n -= 1


def generator(n):
    total = 0
    for x in countdown(n):
        total += x & 7
    return total


def lists_of_lists(n):
    groups = {}
    for i in range(n):
        groups.setdefault(i % 101, []).append(i)
    return max([len(g) for g in groups.values()])


WORDS = ("The quick brown Fox jumps over the lazy Dog and runs away from The Other dogs " * 64).split()


def computed_again(n):
    size = 0
    for i in range(n):
        word = WORDS[i % 1024]
        if word.lower() + "s" != "dogs":
            size += len(word.lower() + "s")
    return size


def never_used(n):
    size = 0
    for i in range(n):
        word = WORDS[i % 1024]
        record = (word.lower(), word.upper() + "!", len(word))
        size += record[2]
    return size


def behind_a_test(n):
    size = 0
    for i in range(n):
        word = WORDS[i % 1024]
        shout = word.upper() + "!"
        if i % 8 == 0:
            size += len(shout)
    return size


def run(name, function, n):
    began = time.process_time()
    result = function(n)
    took = time.process_time() - began
    print(name + "\t" + str(result) + "\t" + str(int(took * 1e9)))


scale = float(sys.argv[1])


def size(n):
    return max(int(n * scale), 12)


run("sum of ints", int_sum, size(20000000))
run("remainders", remainders, size(6000000))
run("nested loops", nested, size(4000))
run("while", while_loop, size(100000))
run("swaps, while", gcds, size(400000))
run("sum of floats", float_sum, size(10000000))
run("floats, while", mandelbrot, size(250))
run("list items", list_items, size(4000000))
run("lists of lists", matrix, size(160))
run("sieve", sieve, size(2000000))
run("list.append", list_append, size(4000000))
run("list comprehension", comprehension, size(8000000))
run("dict of ints", dict_of_ints, size(2000000))
run("dict of words", dict_of_words, size(2000000))
run("characters", characters, size(3000))
run("text[i]", indexed_text, size(20000))
run("text += c", concatenated, size(100000))
run("join", joined, size(500000))
run("split", fields, size(200000))
run("sort", sort_ints, size(300000))
run("sort by key", sort_by_key, size(200000))
run("sets", sets, size(2000000))
run("tuples", tuples, size(15000))
run("function calls", calls, size(10000000))
run("recursion", fib, min(30, size(30)))
run("objects", objects, size(1000000))
run("bytes", checksum, size(2000))
run("f-strings", formatted, size(400000))
run("f-strings of floats", formatted_floats, size(200000))
run("enumerate, zip", pairwise, size(15000))
run("min, max, abs", least_and_most, size(6000000))
run("try", caught, size(300000))
run("generator", generator, size(10000000))
run("setdefault, append", lists_of_lists, size(2000000))
run("computed again", computed_again, size(1000000))
run("never used", never_used, size(2000000))
run("behind a test", behind_a_test, size(2000000))
