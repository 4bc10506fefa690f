package ds

import (
	"sync"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// versions are what is left of the batches that a stream remembers, for each partition: tables of states of updateStateByKey, of
// mapWithState and of windows that are reduced step by step.
type versions[R any] struct {
	of      *node
	kept    func(t int64) bool // whether the stream remembers time t
	batches map[int64][]*version[R]
}

// versionsOf are the versions of a stream that needs the ones before for the next.
func versionsOf[R, T any](out *DStream[T]) versions[R] {
	out.mustCheckpoint = true
	return versions[R]{of: out.base(), batches: map[int64][]*version[R]{}, kept: func(t int64) bool {
		_, ok := out.rdds[t]
		return ok
	}}
}

// before is the versions of the batch before time t; what the stream has forgotten is let go.
func (v *versions[R]) before(t int64) []*version[R] {
	before := v.batches[t-v.of.slide]
	for at := range v.batches {
		if !v.kept(at) {
			delete(v.batches, at)
		}
	}
	return before
}

// next makes the versions of time t from those before, which may be nil.
func (v *versions[R]) next(t int64, n int, before []*version[R], step func(i int, before R) R) []*version[R] {
	parts := make([]*version[R], n)
	for i := range parts {
		parts[i] = &version[R]{step: func(before R) R { return step(i, before) }}
		if before != nil {
			parts[i].before = before[i]
		}
	}
	v.batches[t] = parts
	return parts
}

// settle computes all partitions of time t, so that those before can go. One that raises was or will be an error of an output that
// asks for it; those before stay for the next try.
func (v *versions[R]) settle(t int64) {
	for _, p := range v.batches[t] {
		py.Try(func() { p.get() })
	}
}

// version is one partition after a batch. It is computed when first asked for.
type version[R any] struct {
	mu     sync.Mutex
	done   bool
	result R
	before *version[R] // nil: the zero R
	step   func(before R) R
}

// get is the result. What it was made from is let go; an exception leaves everything to the next try.
func (p *version[R]) get() R {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.done {
		core.InTask(func() {
			var before R
			if p.before != nil {
				before = p.before.get()
			}
			p.result = p.step(before)
		})
		p.done, p.before, p.step = true, nil, nil
	}
	return p.result
}

// statesRDD is the RDD of tables of states.
func statesRDD[K, S any](sc *core.SparkContext, parts []*version[*core.States[K, S]]) *core.RDD[py.Tuple2[K, S]] {
	return core.Placed(sc, len(parts), func(i int) core.Part[py.Tuple2[K, S]] { return parts[i].get().Part() })
}
