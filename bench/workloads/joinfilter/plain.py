"""The join with a dict of lists for each side, of the keys that are asked for."""
import sys


def read(path):
    rows = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            key, number = line.rstrip("\n").split(",")
            if key.startswith("k00"):
                rows.setdefault(key, []).append(int(number))
    return rows


for batch in range(int(sys.argv[1])):
    left, right = read(sys.argv[3]), read(sys.argv[4])
    total = pairs = 0
    for key, numbers in left.items():
        for a in numbers:
            for b in right.get(key, ()):
                total += a * b
                pairs += 1
    with open(sys.argv[2], "a") as out:
        out.write(f"{total} {pairs}\n")
