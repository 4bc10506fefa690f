"""The statuses by a regular expression."""
import sys
import re
from collections import Counter

LOG = re.compile(r'^(\S+) (\S+) (\S+) \[([\w:/]+\s[+\-]\d{4})\] "(\S+) (\S+)\s*(\S*)" (\d{3}) (\S+)')


for batch in range(int(sys.argv[1])):
    counts = Counter()
    with open(sys.argv[3], encoding="utf-8") as lines:
        for line in lines:
            match = LOG.match(line.rstrip("\n"))
            if match is not None:
                counts[match.group(8)] += 1
    with open(sys.argv[2], "a") as out:
        out.write(" ".join(f"{status}={n}" for status, n in sorted(counts.items())) + "\n")
