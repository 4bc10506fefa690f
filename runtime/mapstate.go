package ds

import (
	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// MapWithState is mapWithState(stream, f, timeout, initialState, n) of the module dstreamc: the stream of what f gives for each pair, and that
// of the states after each batch.
func MapWithState[K, V, S, E any](d *DStream[py.Tuple2[K, V]], f func(K, py.Opt[V], *core.State[S]) E, timeout py.Opt[float64],
	initial py.Opt[*core.RDD[py.Tuple2[K, S]]], n ...int64) py.Tuple2[*DStream[E], *DStream[py.Tuple2[K, S]]] {
	d.ssc.checkOpen("None.org.apache.spark.streaming.api.python.PythonStateDStream")
	m := &mappedStates[K, V, S, E]{in: d, n: int(partitions(d.ssc, n)), initial: initial, mapping: &core.StateMapping[K, V, S, E]{F: f}}
	if timeout.Ok {
		m.mapping.Timeout = py.Some(millis(timeout.V))
	}
	m.out = newStream(d.ssc, "PythonStateDStream", m.compute, d.base())
	m.versions = versionsOf[*core.MappedStates[K, S, E]](m.out)
	m.out.onSettle = m.settle
	records := transformed(m.out, func(_ int64, r *core.RDD[*core.MappedStates[K, S, E]]) *core.RDD[E] {
		return core.Parts(r, func(s *core.MappedStates[K, S, E]) core.Part[E] { return core.PartOf(s.Records) })
	})
	states := transformed(m.out, func(_ int64, r *core.RDD[*core.MappedStates[K, S, E]]) *core.RDD[py.Tuple2[K, S]] {
		return core.Parts(r, (*core.MappedStates[K, S, E]).Snapshot)
	})
	return py.T2(records, states)
}

// MapWithStateAny is [MapWithState] for values without a static type.
func MapWithStateAny[K, S, E any](d *DStream[py.Tuple2[K, any]], f func(K, any, *core.State[S]) E, timeout py.Opt[float64],
	initial py.Opt[*core.RDD[py.Tuple2[K, S]]], n ...int64) py.Tuple2[*DStream[E], *DStream[py.Tuple2[K, S]]] {
	return MapWithState(d, func(k K, v py.Opt[any], state *core.State[S]) E {
		if !v.Ok {
			v.V = py.None
		}
		return f(k, v.V, state)
	}, timeout, initial, n...)
}

// MapWithStateOpt is [MapWithState] for values that may be None, which is the zero V.
func MapWithStateOpt[K, V, S, E any](d *DStream[py.Tuple2[K, V]], f func(K, V, *core.State[S]) E, timeout py.Opt[float64],
	initial py.Opt[*core.RDD[py.Tuple2[K, S]]], n ...int64) py.Tuple2[*DStream[E], *DStream[py.Tuple2[K, S]]] {
	return MapWithState(d, func(k K, v py.Opt[V], state *core.State[S]) E { return f(k, v.V, state) }, timeout, initial, n...)
}

// mappedStates computes a mapWithState: a stream with one record for each partition. A batch without an RDD counts as an empty one.
type mappedStates[K, V, S, E any] struct {
	versions[*core.MappedStates[K, S, E]]
	out     *DStream[*core.MappedStates[K, S, E]]
	in      *DStream[py.Tuple2[K, V]]
	mapping *core.StateMapping[K, V, S, E]
	n       int
	initial py.Opt[*core.RDD[py.Tuple2[K, S]]]
}

func (m *mappedStates[K, V, S, E]) compute(t int64) *core.RDD[*core.MappedStates[K, S, E]] {
	last := m.out.at(t - m.out.slide)
	before := m.before(t)
	if last == nil && m.initial.Ok {
		before = firstVersions(m.initial.V, m.n, func(pairs core.Part[py.Tuple2[K, S]]) *core.MappedStates[K, S, E] {
			return core.FirstMappedStates[K, S, E](pairs, t)
		})
	}
	news := func(int) core.Part[py.Tuple2[K, V]] { return core.Part[py.Tuple2[K, V]]{} }
	if r := m.in.at(t); r != nil {
		news = core.PartitionBy(r, int64(m.n), nil).Compute
	}
	parts := m.next(t, m.n, before, func(i int, before *core.MappedStates[K, S, E]) *core.MappedStates[K, S, E] {
		return core.MapStates(before, news(i), t, m.mapping)
	})
	return core.Placed(m.out.ssc.sc, m.n, func(i int) core.Part[*core.MappedStates[K, S, E]] {
		return core.PartOf([]*core.MappedStates[K, S, E]{parts[i].get()})
	})
}
