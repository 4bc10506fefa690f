"""The window of 30 batches, each kept as a Counter, added up at each batch."""
import sys
from collections import Counter, deque

window = deque(maxlen=30)


for batch in range(int(sys.argv[1])):
    words = Counter()
    with open(f"{sys.argv[3]}/{batch}", encoding="utf-8") as lines:
        for line in lines:
            words.update(line.rstrip("\n").split(" "))
    window.append(words)
    counts = Counter()
    for words in window:
        counts.update(words)
    with open(sys.argv[2], "a") as out:
        out.write(f"{sum(counts.values())} {len(counts)} {sum(n * n for n in counts.values())}\n")
