"""The steps of all numbers."""
import sys


def steps(n):
    count = 0
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        count += 1
    return count


for batch in range(int(sys.argv[1])):
    with open(sys.argv[3], encoding="utf-8") as lines:
        total = sum(steps(int(line)) for line in lines)
    with open(sys.argv[2], "a") as out:
        out.write(f"{total}\n")
