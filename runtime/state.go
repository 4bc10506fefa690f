package ds

import (
	"sync"

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
	st := &states[K, V, S]{in: d, update: update, n: int(n.Or(d.ssc.sc.DefaultParallelism())), initial: initial,
		batches: map[int64][]*statePart[K, V, S]{}}
	st.out = newStream(d.ssc, "PythonStateDStream", st.compute, d.base())
	st.out.mustCheckpoint = true
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
	out     *DStream[py.Tuple2[K, S]]
	in      *DStream[py.Tuple2[K, V]]
	update  *core.StateUpdate[V, S]
	n       int
	initial py.Opt[*core.RDD[py.Tuple2[K, S]]]
	batches map[int64][]*statePart[K, V, S] // of the batches that out remembers
}

func (st *states[K, V, S]) compute(t int64) *core.RDD[py.Tuple2[K, S]] {
	last := st.out.at(t - st.out.slide)
	before := st.batches[t-st.out.slide]
	for at := range st.batches {
		if _, ok := st.out.rdds[at]; !ok {
			delete(st.batches, at)
		}
	}
	r := st.in.at(t)
	if r == nil {
		st.batches[t] = before
		return last
	}
	if last == nil && st.initial.Ok {
		before = st.start()
	}
	shuffled := core.PartitionBy(r, int64(st.n), nil)
	parts := make([]*statePart[K, V, S], st.n)
	for i := range parts {
		parts[i] = &statePart[K, V, S]{update: st.update, news: func() core.Part[py.Tuple2[K, V]] { return shuffled.Compute(i) }}
		if before != nil {
			parts[i].before = before[i]
		}
	}
	st.batches[t] = parts
	return core.Placed(st.out.ssc.sc, st.n, func(i int) core.Part[py.Tuple2[K, S]] { return parts[i].states().Part() })
}

// start makes the states before the first batch, from initialRDD.
func (st *states[K, V, S]) start() []*statePart[K, V, S] {
	shuffled := core.PartitionBy(st.initial.V, int64(st.n), nil)
	parts := make([]*statePart[K, V, S], st.n)
	for i := range parts {
		parts[i] = &statePart[K, V, S]{first: func() core.Part[py.Tuple2[K, S]] { return shuffled.Compute(i) }}
	}
	return parts
}

// settle computes all partitions of the states of time t, so that those before can go.
func (st *states[K, V, S]) settle(t int64) {
	for _, p := range st.batches[t] {
		p.states()
	}
}

// statePart is one partition of the states after a batch. It is computed when first asked for.
type statePart[K, V, S any] struct {
	mu     sync.Mutex
	done   *core.States[K, S]
	before *statePart[K, V, S] // nil: no states
	update *core.StateUpdate[V, S]
	news   func() core.Part[py.Tuple2[K, V]]
	first  func() core.Part[py.Tuple2[K, S]] // gives the first states, instead of update
}

// states is the states by key. What they were made from is let go; an exception leaves everything to the next try.
func (p *statePart[K, V, S]) states() *core.States[K, S] {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.done == nil {
		switch {
		case p.first != nil:
			p.done = core.StatesOf(p.first())
		default:
			core.InTask(func() { p.done = p.step() })
		}
		p.before, p.news, p.first, p.update = nil, nil, nil, nil
	}
	return p.done
}

// step computes the next states.
func (p *statePart[K, V, S]) step() *core.States[K, S] {
	news := p.news()
	old := core.NewStates[K, S]()
	if p.before != nil {
		old = p.before.states()
	}
	return core.UpdateStates(old, news, p.update)
}
