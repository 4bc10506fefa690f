"""Count the levels of log lines in files that are moved into a folder.

    mkdir -p logs
    dstreamc run examples/files.py logs counts

and in a second terminal, while it runs:

    printf 'INFO started\nERROR no such user\nINFO stopped\n' > one.log
    mv one.log logs/

A file counts once, when it appears in the folder: write it elsewhere and move it there. The
counts of each batch are shown, and written to a folder named counts-TIME.txt.
"""
import sys

from pyspark import SparkContext
from pyspark.streaming import StreamingContext


def level(line):
    """The first word of a line, if it is a level."""
    word = line.split(" ")[0]
    return word if word in ("DEBUG", "INFO", "WARN", "ERROR") else "other"


def main():
    if len(sys.argv) != 3:
        print("Usage: files.py <folder> <prefix>", file=sys.stderr)
        sys.exit(2)
    folder, prefix = sys.argv[1], sys.argv[2]
    sc = SparkContext("local[2]", "LogLevels")
    ssc = StreamingContext(sc, 1)
    counts = (
        ssc.textFileStream(folder)
        .filter(lambda line: line.strip() != "")
        .map(lambda line: (level(line), 1))
        .reduceByKey(lambda a, b: a + b)
    )
    counts.pprint()
    counts.map(lambda pair: f"{pair[0]}\t{pair[1]}").saveAsTextFiles(prefix, "txt")
    ssc.start()
    ssc.awaitTermination()


if __name__ == "__main__":
    main()
