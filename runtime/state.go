package ds

import (
	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// UpdateStateByKey is stream.updateStateByKey(updateFunc, n, initialRDD). In every batch f gets, for each key that has a state or
// a new value, the list of new values in the order of their arrival and the old state, and gives the new one; None drops the
// key. Keys lie in partition portable_hash(key) mod n; within one the keys with a state come first, in their order of
// the batch before, then new ones in the order of their first value.
func UpdateStateByKey[K, V, S any](d *DStream[py.Tuple2[K, V]], f func(*py.List[V], py.Opt[S]) py.Opt[S], n py.Opt[int64], initial py.Opt[*core.RDD[py.Tuple2[K, S]]]) *DStream[py.Tuple2[K, S]] {
	d.ssc.checkOpen("None.org.apache.spark.streaming.api.python.PythonStateDStream")
	promised := d.promised()
	update := &core.StateUpdate[V, S]{F: f, Changes: !promised.keepStates}
	switch {
	case promised.askTouched:
		update.Asks = core.AskNone
	case promised.askUnstable:
		update.Asks = core.AskUnstable
	}
	st := &states[K, V, S]{in: d, update: update, n: int(n.Or(d.ssc.sc.DefaultParallelism())), initial: initial}
	st.out = newStream(d.ssc, "PythonStateDStream", st.compute, d.base())
	st.versions = versionsOf[*core.States[K, S]](st.out)
	st.out.onSettle = st.settle
	return st.out
}

// UpdateStateByKeyAny is [UpdateStateByKey] for states without a static type; no state is None.
func UpdateStateByKeyAny[K, V any](d *DStream[py.Tuple2[K, V]], f func(*py.List[V], any) any, n py.Opt[int64], initial py.Opt[*core.RDD[py.Tuple2[K, any]]]) *DStream[py.Tuple2[K, any]] {
	return UpdateStateByKey(d, func(values *py.List[V], old py.Opt[any]) py.Opt[any] {
		if !old.Ok {
			old.V = py.None
		}
		s := f(values, old.V)
		return py.Opt[any]{V: s, Ok: s != any(py.None)}
	}, n, initial)
}

// states computes the states of one stream.
type states[K, V, S any] struct {
	versions[*core.States[K, S]]
	out     *DStream[py.Tuple2[K, S]]
	in      *DStream[py.Tuple2[K, V]]
	update  *core.StateUpdate[V, S]
	n       int
	initial py.Opt[*core.RDD[py.Tuple2[K, S]]]
}

func (st *states[K, V, S]) compute(t int64) *core.RDD[py.Tuple2[K, S]] {
	last := st.out.at(t - st.out.slide)
	before := st.before(t)
	r := st.in.at(t)
	if r == nil {
		st.batches[t] = before
		return last
	}
	if last == nil && st.initial.Ok {
		before = firstVersions(st.initial.V, st.n, core.StatesOf[K, S])
	}
	shuffled := core.PartitionBy(r, int64(st.n), nil)
	return statesRDD(st.out.ssc.sc, st.next(t, st.n, before, func(i int, before *core.States[K, S]) *core.States[K, S] {
		return core.UpdateStates(before, shuffled.Compute(i), st.update)
	}))
}

// firstVersions are those before the first batch, made of initialRDD.
func firstVersions[K, S, R any](initial *core.RDD[py.Tuple2[K, S]], n int, of func(core.Part[py.Tuple2[K, S]]) R) []*version[R] {
	shuffled := core.PartitionBy(initial, int64(n), nil)
	parts := make([]*version[R], n)
	for i := range parts {
		parts[i] = &version[R]{step: func(R) R { return of(shuffled.Compute(i)) }}
	}
	return parts
}
