"""Visits of a web site: a visit ends when nothing has come of a user for five seconds. Lines are "user page".

    dstreamc run examples/sessions.py localhost 9999

mapWithState is a function of dstreamc's own. Under Spark python/dstreamc.py does the same: "dstreamc submit" brings it
along.
"""
import sys

from dstreamc import mapWithState
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Sessions")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoint")


def visit(user, page, state):
    """What a page, or None when the time is up, means for the visit: the state is the pages so far."""
    if state.isTimingOut():
        pages = state.get()
        return f"{user} left after {len(pages)} pages, the last one was {pages[-1]}"
    pages = (state.getOption() or []) + [page]
    state.update(pages)
    return f"{user} is on {page}" if len(pages) > 1 else f"{user} comes to {page}"


lines = ssc.socketTextStream(sys.argv[1], int(sys.argv[2]))
pages = lines.map(lambda line: line.split()).filter(lambda fields: len(fields) == 2)
events, visits = mapWithState(pages.map(lambda fields: (fields[0], fields[1])), visit, timeout=5)
events.pprint()
visits.count().pprint()

ssc.start()
ssc.awaitTermination()
