# mapWithState of the module dstreamc: states of several types, values that are changed or are None, what State raises.
# @order sorted
# @batches 5
import os
import tempfile

import dstreamc
from dstreamc import mapWithState
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "MapWithState")
ssc = StreamingContext(sc, 1)
ssc.checkpoint(os.path.join(tempfile.mkdtemp(), "checkpoint"))


def queue(batches):
    return ssc.queueStream([sc.parallelize(b, 2) for b in batches])


def either(k, v, state):
    old = state.getOption()
    if v.isdigit():
        n = int(v)
        state.update(n if not isinstance(old, int) else old + n)
    elif old is None:
        state.update(v)
    else:
        state.update([old, v])
    return k, old, state.get()


words = queue([["a 1", "b x", "a 2"], ["a y", "b 3"], ["c 4", "c 5"], ["b 7"], ["c 9"]])
mixed, states = dstreamc.mapWithState(stream=words.map(lambda l: tuple(l.split(" "))), function=either, timeout=None, numPartitions=1)
mixed.pprint()
states.map(lambda kv: "%s=%r" % kv).pprint()


def grow(key, value, state):
    if value is None:
        return state.get() + [-1]
    value.append(0)
    kept = state.getOption()
    if kept is None:
        state.update(value)
        kept = value
    kept.append(len(kept))
    return kept


lists = queue([[(1, [1]), (2, [5]), (1, [3])], [(1, [9])]])
grown, all_lists = mapWithState(lists, grow, 1, sc.parallelize([(2, [7, 7])], 1), 2)
lists.pprint()
grown.map(lambda l: sum(l)).pprint()
grown.pprint()
all_lists.mapValues(lambda l: l + [99]).pprint()
mapWithState(lists, lambda k, v, s: (k, s.exists()))[0].pprint()


def why(key, value, state):
    try:
        state.get()
    except ValueError as e:
        state.update(value)
        return str(e)
    try:
        state.remove()
        state.remove()
    except ValueError as e:
        return str(e)


def late(key, value, state):
    try:
        state.remove()
    except ValueError as e:
        return str(e)
    try:
        state.update(1)
    except ValueError as e:
        return str(e)
    return "never"


mapWithState(queue([[(1, "x")], [(1, "y")], [(1, "z")]]), why)[0].pprint()
mapWithState(queue([[(1, 1)]]), lambda k, v, s: late(k, v, s) if v is None else s.update(v), 1)[0].pprint()
nothing, nobody = mapWithState(queue([[(1, None), (2, None)], [(1, None)]]), lambda k, v, s: s.update(v) if k == 1 else s.exists())
nothing.pprint()
nobody.pprint()

ssc.start()
ssc.awaitTerminationOrTimeout(5.5)
ssc.stop(stopGraceFully=True)
