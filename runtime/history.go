package ds

import (
	"iter"
	"sync"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// history cuts the chain of RDDs in which each is made from the one before: of a cut RDD a partition is computed once, and
// when all are, what it was made from is let go. (Spark writes such RDDs to the checkpoint directory every ten seconds.)
type history[T any] struct {
	mu   sync.Mutex
	open map[int64]*kept[T] // by time: those that are not complete
}

// kept is an RDD whose partitions are kept once computed.
type kept[T any] struct {
	mu    sync.Mutex
	from  *core.RDD[T] // nil when all partitions are there
	parts [][]T
	have  []bool
	left  int
	close func() // called when all partitions are there
}

// cut is r, the RDD of time t, without its history.
func (h *history[T]) cut(t int64, r *core.RDD[T]) *core.RDD[T] {
	n := r.NumPartitions()
	k := &kept[T]{from: r, parts: make([][]T, n), have: make([]bool, n), left: n, close: func() { h.closed(t) }}
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.open == nil {
		h.open = map[int64]*kept[T]{}
	}
	h.open[t] = k
	return hashed(r.Context(), n, k.part)
}

// closed drops the RDD of time t: whoever still needs it has it.
func (h *history[T]) closed(t int64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.open, t)
}

// settle computes what is missing of the RDD of time t, so that the RDDs before it can go.
func (h *history[T]) settle(t int64) {
	h.mu.Lock()
	k := h.open[t]
	h.mu.Unlock()
	if k != nil {
		for i := range k.parts {
			k.part(i)
		}
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	for at := range h.open {
		if at <= t {
			delete(h.open, at)
		}
	}
}

func (k *kept[T]) part(i int) []T {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.have[i] {
		core.InTask(func() {
			k.parts[i] = nil
			for x := range k.from.Compute(i).All() {
				k.parts[i] = append(k.parts[i], x)
			}
		})
		k.have[i] = true
		if k.left--; k.left == 0 {
			k.close()
			k.from, k.close = nil, nil
		}
	}
	return k.parts[i]
}

// hashed is an RDD of n partitions that are placed by portable_hash already, and made by part.
func hashed[T any](sc *core.SparkContext, n int, part func(i int) []T) *core.RDD[T] {
	// A shuffle of nothing has n empty partitions, and the partitioner.
	empty := core.PartitionBy(core.EmptyRDD[py.Tuple2[int64, int64]](sc), int64(n), nil)
	return core.MapPartitionsWithIndexKeep(empty, func(i int64, _ *py.Iter[py.Tuple2[int64, int64]]) iter.Seq[T] {
		return func(yield func(T) bool) {
			for _, x := range part(int(i)) {
				if !yield(x) {
					return
				}
			}
		}
	})
}
