"""What dstreamc adds to PySpark Streaming, for Spark itself.

dstreamc compiles calls of these functions. Under PySpark this file does the same with DStreams alone; it lies beside the
script, or wherever Python finds modules ("dstreamc submit" sees to that). Workers need no copy of it.
"""
import sys
import types

from pyspark import cloudpickle
from pyspark.rdd import portable_hash

__all__ = ["State", "mapWithState"]

cloudpickle.register_pickle_by_value(sys.modules[__name__])


class State:
    """The state of a key, as the function of mapWithState sees it: there may be none."""

    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self, value=None, defined=False, timing_out=False):
        self._value = value
        self._defined = defined
        self._timing_out = timing_out
        self._removed = False
        self._updated = False

    def exists(self):
        """Whether there is a state."""
        return self._defined

    def get(self):
        """The state; ValueError if there is none."""
        if not self._defined:
            raise ValueError("State is not set")
        return self._value

    def getOption(self):
        """The state, or None."""
        return self._value if self._defined else None

    def update(self, newState):
        """Gives the key a state; not after remove(), nor while it is timing out."""
        if self._removed:
            raise ValueError("Cannot update the state after it has been removed")
        if self._timing_out:
            raise ValueError("Cannot update the state that is timing out")
        self._value = newState
        self._defined = True
        self._updated = True

    def remove(self):
        """Takes the state away."""
        if self._timing_out:
            raise ValueError("Cannot remove the state that is timing out")
        if self._removed:
            raise ValueError("Cannot remove the state that has already been removed")
        self._value = None
        self._defined = False
        self._removed = True
        self._updated = False

    def isTimingOut(self):
        """Whether the state goes because nothing came for the key for longer than the timeout."""
        return self._timing_out


def mapWithState(stream, function, timeout=None, initialState=None, numPartitions=None):
    """Maps a stream of pairs by a function that keeps a state for each key.

    function(key, value, state) is called for every pair, in the order of their arrival, and what it returns is a record of
    the first stream that this gives. With a timeout of so many seconds, keys for which nothing has come for longer
    go: function is called once more, with None for the value. The second stream has the states after each batch, as
    pairs, in the order in which the keys got them. initialState is an RDD of pairs.
    """
    n = numPartitions if numPartitions is not None else stream._sc.defaultParallelism

    def keyed(time, rdd, _):
        # One record for each partition says what time it is.
        ticks = rdd.context.parallelize([(i, (time, None)) for i in range(n)], n)
        return rdd.map(lambda kv: (portable_hash(kv[0]) % n, (None, kv))).union(ticks)

    def update(news, last):
        states = last[0] if last is not None else {}
        time = next(t for t, _ in news if t is not None)
        mapped = []
        for at, kv in news:
            if at is not None:
                continue
            key, value = kv
            known = key in states
            state = State(states[key][0], True) if known else State()
            mapped.append(function(key, value, state))
            if state._removed:
                states.pop(key, None)
            elif state._updated or (known and timeout is not None):
                states[key] = (state._value, time)
        if timeout is not None:
            for key, (value, at) in list(states.items()):
                if at is None:
                    states[key] = (value, time)
                elif (time - at).total_seconds() > timeout:
                    mapped.append(function(key, None, State(value, True, True)))
                    del states[key]
        return states, mapped

    first = None
    if initialState is not None:
        first = initialState.partitionBy(n).mapPartitionsWithIndex(
            lambda i, pairs: [(i, ({k: (s, None) for k, s in pairs}, []))]
        )
    # A batch that has no RDD counts as an empty one for transformWith, and for nothing else.
    parts = stream.transformWith(keyed, stream).updateStateByKey(update, n, first)
    mapped = parts.flatMap(lambda part: part[1][1])
    states = parts.flatMap(lambda part: [(k, s) for k, (s, _) in part[1][0].items()])
    return mapped, states
