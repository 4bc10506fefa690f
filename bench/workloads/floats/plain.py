"""The sum of floats."""
import sys


for batch in range(int(sys.argv[1])):
    total = 0.0
    with open(sys.argv[3], encoding="utf-8") as lines:
        for line in lines:
            x = float(line)
            if x % 3 != 0:
                total += x * 0.5 + 1.0
    with open(sys.argv[2], "a") as out:
        out.write(f"{total:.1f}\n")
