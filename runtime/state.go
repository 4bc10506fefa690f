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
	return stateStream(d, func(values *py.List[V], old S, known bool) (S, bool) {
		s := f(values, py.Opt[S]{V: old, Ok: known})
		return s.V, s.Ok
	}, n, initial)
}

// UpdateStateByKeyAny is [UpdateStateByKey] for states without a static type; no state is None.
func UpdateStateByKeyAny[K, V any](d *DStream[py.Tuple2[K, V]], f func(*py.List[V], any) any, n py.Opt[int64], initial py.Opt[*core.RDD[py.Tuple2[K, any]]]) *DStream[py.Tuple2[K, any]] {
	return stateStream(d, func(values *py.List[V], old any, known bool) (any, bool) {
		if !known {
			old = py.None
		}
		s := f(values, old)
		return s, s != any(py.None)
	}, n, initial)
}

// states computes the states of one stream.
type states[K, V, S any] struct {
	out     *DStream[py.Tuple2[K, S]]
	in      *DStream[py.Tuple2[K, V]]
	update  func(values *py.List[V], old S, known bool) (S, bool)
	n       int
	initial py.Opt[*core.RDD[py.Tuple2[K, S]]]
	batches map[int64][]*statePart[K, V, S] // of the batches that out remembers
}

func stateStream[K, V, S any](d *DStream[py.Tuple2[K, V]], update func(*py.List[V], S, bool) (S, bool), n py.Opt[int64], initial py.Opt[*core.RDD[py.Tuple2[K, S]]]) *DStream[py.Tuple2[K, S]] {
	d.ssc.checkOpen("None.org.apache.spark.streaming.api.python.PythonStateDStream")
	st := &states[K, V, S]{in: d, update: update, n: int(n.Or(d.ssc.sc.DefaultParallelism())), initial: initial,
		batches: map[int64][]*statePart[K, V, S]{}}
	st.out = newStream(d.ssc, "PythonStateDStream", st.compute, d.base())
	st.out.mustCheckpoint = true
	st.out.onSettle = st.settle
	return st.out
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
	return hashed(st.out.ssc.sc, st.n, func(i int) []py.Tuple2[K, S] { return parts[i].records() })
}

// start makes the states before the first batch, from initialRDD. Of several pairs with one key the first counts.
func (st *states[K, V, S]) start() []*statePart[K, V, S] {
	shuffled := core.PartitionBy(st.initial.V, int64(st.n), nil)
	parts := make([]*statePart[K, V, S], st.n)
	for i := range parts {
		parts[i] = &statePart[K, V, S]{fill: func(to *core.Combiner[K, S]) {
			for kv := range shuffled.Compute(i).All() {
				to.Merge(kv.V0, kv.V1, func(first, _ S) S { return first })
			}
		}}
	}
	return parts
}

// settle computes all partitions of the states of time t, so that those before can go.
func (st *states[K, V, S]) settle(t int64) {
	for _, p := range st.batches[t] {
		p.table()
	}
}

// statePart is one partition of the states after a batch. It is computed when first asked for.
type statePart[K, V, S any] struct {
	mu     sync.Mutex
	done   *core.Combiner[K, S]
	before *statePart[K, V, S] // nil: no states
	update func(values *py.List[V], old S, known bool) (S, bool)
	news   func() core.Part[py.Tuple2[K, V]]
	fill   func(*core.Combiner[K, S]) // makes the first states, instead of update
}

// table is the states by key. What it was made from is let go; an exception leaves everything to the next try.
func (p *statePart[K, V, S]) table() *core.Combiner[K, S] {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.done == nil {
		next := core.NewCombiner[K, S]()
		if p.fill != nil {
			p.fill(next)
		} else {
			core.InTask(func() { p.step(next) })
		}
		p.done, p.before, p.news, p.fill, p.update = next, nil, nil, nil, nil
	}
	return p.done
}

// step computes the next states.
func (p *statePart[K, V, S]) step(next *core.Combiner[K, S]) {
	values := core.NewCombiner[K, *py.List[V]]()
	for kv := range p.news().All() {
		list, ok := values.Get(kv.V0)
		if !ok {
			list = py.NewList[V]()
			values.Put(kv.V0, list)
		}
		list.Append(kv.V1)
	}
	var none S
	var old *core.Combiner[K, S]
	if p.before != nil {
		old = p.before.table()
		own := ownState[S]()
		for k, s := range old.All() {
			list, ok := values.Get(k)
			if !ok {
				list = py.NewList[V]()
			}
			if s, keep := p.update(list, own(s), true); keep {
				next.Put(k, s)
			}
		}
	}
	for k, list := range values.All() {
		if old != nil {
			if _, known := old.Get(k); known {
				continue
			}
		}
		if s, keep := p.update(list, none, false); keep {
			next.Put(k, s)
		}
	}
}

// ownState copies a list, dict or set before a function that may change it gets it: the old states may still be read.
func ownState[S any]() func(S) S {
	var s S
	if _, ok := any(s).(interface{ Copy() S }); ok {
		return func(s S) S { return any(s).(interface{ Copy() S }).Copy() }
	}
	return func(s S) S { return s }
}

func (p *statePart[K, V, S]) records() []py.Tuple2[K, S] {
	table := p.table()
	out := make([]py.Tuple2[K, S], 0, table.Len())
	for k, s := range table.All() {
		out = append(out, py.T2(k, s))
	}
	return out
}
