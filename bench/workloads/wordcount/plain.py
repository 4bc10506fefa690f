"""The word count with a Counter."""
import sys
from collections import Counter


for batch in range(int(sys.argv[1])):
    counts = Counter()
    with open(sys.argv[3], encoding="utf-8") as lines:
        for line in lines:
            counts.update(line.rstrip("\n").split(" "))
    with open(sys.argv[2], "a") as out:
        out.write(f"{sum(counts.values())} {len(counts)} {sum(n * n for n in counts.values())}\n")
