"""The groups with a dict of lists."""
import sys


for batch in range(int(sys.argv[1])):
    groups = {}
    with open(sys.argv[3], encoding="utf-8") as lines:
        for line in lines:
            key, number = line.rstrip("\n").split(",")
            groups.setdefault(key, []).append(int(number))
    total = sum(sum(numbers) for numbers in groups.values())
    squares = sum(len(numbers) ** 2 for numbers in groups.values())
    with open(sys.argv[2], "a") as out:
        out.write(f"{total} {len(groups)} {squares}\n")
