# mapWithState of the module dstreamc, under Spark by python/dstreamc.py: new, changed and removed states, states that time out,
# a beginning, batches without records and without an RDD, states that are changed in place.
# @order sorted
# @batches 7
import os
import tempfile
from typing import Optional

from dstreamc import State, mapWithState
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "MapWithState")
ssc = StreamingContext(sc, 1)
ssc.checkpoint(os.path.join(tempfile.mkdtemp(), "checkpoint"))


def queue(batches):
    return ssc.queueStream([sc.parallelize(b, 2) for b in batches])


def track(key, value, state):
    if state.isTimingOut():
        return "%s left with %d" % (key, state.get())
    total = value + (state.getOption() or 0)
    state.update(total)
    return "%s has %d" % (key, total)


lines = queue([["a 1", "b 2", "a 3"], ["b 1"], ["c 5", "a 1"], [], [], ["b 4"], ["a 9", "c 1"]])
events, totals = mapWithState(lines.map(lambda l: l.split(" ")).map(lambda p: (p[0], int(p[1]))), track, timeout=2)
events.pprint()
totals.pprint()


def visits(user: str, page: Optional[str], state: State[list]):
    if page == "logout":
        pages = state.getOption() or []
        if state.exists():
            state.remove()
        return (user, len(pages), pages)
    if not state.exists():
        state.update([page])
    else:
        state.get().append(page)
    return (user, len(state.get()), state.get())


pages = queue([["ann a", "bob b", "ann c"], ["bob d", "ann logout", "ann e"], [], ["cid x", "ann f", "cid logout", "bob logout", "bob q"], ["ann z"]])
first = sc.parallelize([("ann", ["home"]), ("zoe", ["home", "z"])])
visited, known = mapWithState(pages.map(lambda l: (l.split(" ")[0], l.split(" ")[1])), visits, initialState=first, numPartitions=2)
visited.pprint()
known.pprint()


def spend(account, amount, state):
    if amount is None:
        return ("closed", account, state.get(), state.isTimingOut())
    old, n = state.getOption() or (0, 0)
    state.update((old + amount, n + 1))
    try:
        if amount < 0:
            state.remove()
            state.update((1, 1))
    except ValueError as e:
        return ("error", account, str(e), False)
    return ("spent", account, state.get(), state.isTimingOut())


spent, balances = mapWithState(queue([[(1, 5), (2, 7), (1, 6)], [(1, 1), (2, -1), (2, 8)], [(3, 3)]]), spend, 1.5)
spent.pprint()
balances.map(lambda kv: (kv[0], kv[1][0])).pprint()
balances.count().pprint()


ssc.start()
ssc.awaitTerminationOrTimeout(7.5)
ssc.stop(stopGraceFully=True)
