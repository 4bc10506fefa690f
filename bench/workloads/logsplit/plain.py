"""The statuses by split."""
import sys
from collections import Counter


for batch in range(int(sys.argv[1])):
    counts = Counter()
    with open(sys.argv[3], encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split(" ")
            if len(fields) > 9:
                counts[fields[8]] += 1
    with open(sys.argv[2], "a") as out:
        out.write(" ".join(f"{status}={n}" for status, n in sorted(counts.items())) + "\n")
