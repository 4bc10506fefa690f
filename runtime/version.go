package ds

import (
	"sync"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// versions are tables of states, one for each partition, after the batches that a stream remembers: of updateStateByKey, and of windows that
// are reduced step by step.
type versions[K, S any] struct {
	out     *DStream[py.Tuple2[K, S]]
	batches map[int64][]*version[K, S]
}

// before is the versions of the batch before time t; what out has forgotten is let go.
func (v *versions[K, S]) before(t int64) []*version[K, S] {
	before := v.batches[t-v.out.slide]
	for at := range v.batches {
		if _, ok := v.out.rdds[at]; !ok {
			delete(v.batches, at)
		}
	}
	return before
}

// rdd is the RDD of time t, whose partitions are the given versions.
func (v *versions[K, S]) rdd(t int64, parts []*version[K, S]) *core.RDD[py.Tuple2[K, S]] {
	if v.batches == nil {
		v.batches = map[int64][]*version[K, S]{}
	}
	v.batches[t] = parts
	return core.Placed(v.out.ssc.sc, len(parts), func(i int) core.Part[py.Tuple2[K, S]] { return parts[i].states().Part() })
}

// settle computes all partitions of time t, so that those before can go.
func (v *versions[K, S]) settle(t int64) {
	for _, p := range v.batches[t] {
		p.states()
	}
}

// version is one partition of the states after a batch. It is computed when first asked for.
type version[K, S any] struct {
	mu     sync.Mutex
	done   *core.States[K, S]
	before *version[K, S] // nil: no states
	step   func(before *core.States[K, S]) *core.States[K, S]
}

// states is the states by key. What they were made from is let go; an exception leaves everything to the next try.
func (p *version[K, S]) states() *core.States[K, S] {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.done == nil {
		core.InTask(func() {
			before := core.NewStates[K, S]()
			if p.before != nil {
				before = p.before.states()
			}
			p.done = p.step(before)
		})
		p.before, p.step = nil, nil
	}
	return p.done
}
