"""Runs random programs in PySpark: many in one StreamingContext, since a Java machine takes long to start. It reads a JSON list
of programs and writes a list of what each printed, with the times of a run that starts at the beginning of 2025.

A program is run up to its ssc.start(); its context is one that it shares with others of the same interval."""
import json
import os
import re
import sys
import tempfile
import threading
import time
import types
from datetime import datetime, timedelta

import pyspark
import pyspark.streaming

RealContext, RealStreaming = pyspark.SparkContext, pyspark.streaming.StreamingContext
PER_CONTEXT = 20
# What functions of batches change: in a module, since PySpark pickles these functions.
marks = sys.modules["marks"] = types.ModuleType("marks")
ZERO = datetime(2025, 1, 1)
TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{6})?")


class Started(BaseException):
    """Ends a program at its ssc.start()."""


class Shared:
    """Stands for the StreamingContext of a program."""

    def __init__(self, ssc, feeds):
        self.ssc, self.feeds = ssc, feeds

    def __getattr__(self, name):
        return getattr(self.ssc, name)

    def checkpoint(self, directory):
        pass

    def start(self):
        raise Started()

    def socketTextStream(self, host, port):
        """A queue of RDDs of text, with the partitions of the feed's blocks."""
        sc = self.ssc.sparkContext
        empty = sc.textFile(write([]), 1)  # no partition
        rdds = []
        for blocks in json.loads(self.feeds["%s:%d" % (host, port)]):
            parts = [sc.textFile(write(lines), 1) for lines in blocks]
            rdds.append(sc.union(parts) if parts else empty)
        stream = self.ssc.queueStream(rdds, default=empty)
        stream.foreachRDD(lambda rdd: None)  # a socket's batches go by whether or not they are asked for
        return stream


def write(lines):
    fd, path = tempfile.mkstemp()
    with os.fdopen(fd, "w") as f:
        f.writelines(line + "\n" for line in lines)
    return path


class Prints:
    """Standard output: a buffer for each program."""

    def __init__(self):
        self.buffers, self.now = {}, None

    def write(self, text):
        if self.now is not None:
            self.buffers.setdefault(self.now, []).append(text)
        return len(text)

    def flush(self):
        pass


def run_group(sc, texts, interval, checkpoint):
    """Runs programs in one context; returns what each printed."""
    ssc = RealStreaming(sc, interval)
    if checkpoint:
        ssc.checkpoint(tempfile.mkdtemp())
    clock = ssc.queueStream([sc.emptyRDD()])
    prints = Prints()
    stdout, sys.stdout = sys.stdout, prints
    batches = []
    raised = {}
    enough, stopped = threading.Event(), threading.Event()

    def now(who, t):
        """Makes what is printed from here on that of a program."""
        prints.now = (who, t)
        if who is None:
            batches.append(t)
            if len(batches) == longest:
                enough.set()
                stopped.wait()  # no more batches, whose prints would be among those of the next context

    marks.now = now

    def mark(who):
        clock.foreachRDD(lambda t, rdd, who=who: marks.now(who, t))

    longest = 0
    for i, text in enumerate(texts):
        mark(i)
        longest = max(longest, batches_of(text, interval))
        feeds = dict(line.split(" ", 3)[2:] for line in text.splitlines() if line.startswith("# feed "))
        pyspark.SparkContext = lambda master, name: sc
        pyspark.streaming.StreamingContext = lambda sc, seconds: Shared(ssc, feeds)
        try:
            exec(compile(text, "pipeline%d.py" % i, "exec"), {"__name__": "__main__"})
        except Started:
            pass
        except Exception as e:
            raised[i] = repr(e)
    mark(None)
    try:
        ssc.start()
    except Exception as e:
        sys.stdout = stdout
        ssc.stop(stopSparkContext=False)
        if len(texts) == 1:
            return ["start() failed: " + str(e)]
        middle = len(texts) // 2
        return [out for half in (texts[:middle], texts[middle:]) for out in run_group(sc, half, interval, checkpoint)]
    enough.wait()
    ssc.stop(stopSparkContext=False)
    stopped.set()
    sys.stdout = stdout
    start = batches[0] - timedelta(seconds=interval)
    out = []
    for i, text in enumerate(texts):
        end = start + timedelta(seconds=interval) * batches_of(text, interval)
        printed = "".join("".join(prints.buffers[key]) for key in sorted(k for k in prints.buffers if k[0] == i) if key[1] <= end)
        out.append(raised.get(i) or TIME.sub(lambda m: str(datetime.fromisoformat(m[0]) - start + ZERO), printed))
    return out


def batches_of(text, interval):
    return int(float(re.search(r"^time.sleep\((.*)\)$", text, re.M)[1]) / interval)


def main():
    texts = json.load(sys.stdin)
    os.chdir(tempfile.mkdtemp())
    groups = {}
    for i, text in enumerate(texts):
        master = re.search(r"SparkContext\(\"(.*?)\"", text)[1]
        interval = float(re.search(r"StreamingContext\(sc, (.*)\)", text)[1])
        groups.setdefault(master, {}).setdefault((interval, "ssc.checkpoint" in text), []).append(i)
    out = [None] * len(texts)
    for master in sorted(groups):
        conf = pyspark.SparkConf().setMaster(master).setAppName("pipelines").set("spark.ui.enabled", "false")
        sc = RealContext(conf=conf)
        sc.setLogLevel("OFF")
        for (interval, checkpoint), members in groups[master].items():
            for at in range(0, len(members), PER_CONTEXT):
                some = members[at:at + PER_CONTEXT]
                began = time.time()
                for i, printed in zip(some, run_group(sc, [texts[i] for i in some], interval, checkpoint)):
                    out[i] = printed
                print("%s, %s s: %d programs in %.0f s" % (master, interval, len(some), time.time() - began), file=sys.stderr, flush=True)
        sc.stop()
    json.dump(out, sys.stdout)


if __name__ == "__main__":
    main()
