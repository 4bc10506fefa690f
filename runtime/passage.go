package ds

import (
	"sync/atomic"

	"github.com/dstreamc/dstreamc/runtime/core"
)

// passage watches the operations of one stream for the hint that nothing passes them, until the first record does: from the
// next batch on they run unwatched, at no cost.
type passage struct {
	at     string // file:line of the script
	asked  atomic.Bool
	passed atomic.Bool
}

func newPassage() *passage { return &passage{at: core.CallSite()} }

// watched is stage, noting the first record that comes out of it.
func watched[In, Out any](w *passage, stage func(core.Part[In], func(Out) bool)) func(core.Part[In], func(Out) bool) {
	if w.passed.Load() {
		return stage
	}
	return func(p core.Part[In], yield func(Out) bool) {
		w.asked.Store(true)
		stage(p, func(x Out) bool {
			w.passed.Store(true)
			return yield(x)
		})
	}
}

// watchedCombine is watched for the map side of a combine.
func watchedCombine[In, K, V any](w *passage, stage func(core.Part[In], *core.Combiner[K, V])) func(core.Part[In], *core.Combiner[K, V]) {
	if w.passed.Load() {
		return stage
	}
	return func(p core.Part[In], c *core.Combiner[K, V]) {
		w.asked.Store(true)
		stage(p, c)
		if c.Touched() {
			w.passed.Store(true)
		}
	}
}

// gives reports whether any record has ever left a stream.
func (n *node) gives() bool {
	switch {
	case n.gave != nil:
		return n.gave()
	case n.passage != nil:
		return n.passage.passed.Load()
	}
	for _, up := range n.upstream {
		if up.gives() {
			return true
		}
	}
	return false
}

// barrier is the stream on the way to n, nearest to a source, which records reach and none has passed; nil if there is none.
func (n *node) barrier() *node {
	for _, up := range n.upstream {
		if b := up.barrier(); b != nil {
			return b
		}
	}
	if w := n.passage; w == nil || !w.asked.Load() || w.passed.Load() {
		return nil
	}
	for _, up := range n.upstream {
		if up.gives() {
			return n
		}
	}
	return nil
}
