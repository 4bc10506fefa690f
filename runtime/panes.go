package ds

import (
	"sync"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// panes reduces windows without an inverse function; [core.Panes] says how.
type panes[K, V any] struct {
	parent *DStream[py.Tuple2[K, V]]
	merge  func(V, V) V
	width  int64
	piles  []*pile[K, V]
	last   []batchOf[py.Tuple2[K, V]] // those of the last window
}

// batchOf is the RDD of a batch.
type batchOf[T any] struct {
	at  int64
	rdd *core.RDD[T]
}

// paneWindow is the window of a stream of reduced batches with n partitions each.
func paneWindow[K, V any](reduced *DStream[py.Tuple2[K, V]], merge func(V, V) V, window float64, slide py.Opt[float64], n int64) *DStream[py.Tuple2[K, V]] {
	reduced.checkWindow(window, slide)
	reduced.ssc.checkOpen(javaStream + ".window")
	if reduced.level == core.StorageLevelNone {
		reduced.level = core.StorageLevelMemoryOnly
	}
	p := &panes[K, V]{parent: reduced, merge: merge, width: millis(window)}
	for range n {
		p.piles = append(p.piles, &pile[K, V]{merge: merge})
	}
	out := newStream(reduced.ssc, "WindowedDStream", p.compute, reduced.base())
	out.windowFor = p.width
	out.setSlide(slide)
	return out
}

// compute asks for the batches of the window that ends at t, and gives its RDD.
func (p *panes[K, V]) compute(t int64) *core.RDD[py.Tuple2[K, V]] {
	step, zero := p.parent.slide, p.parent.ssc.zero
	to := t - (t-zero)%step
	from := max(to-p.width, zero) + step
	batches := p.last
	start := from
	if n := len(batches); n > 0 && batches[0].at <= from && from <= batches[n-1].at && batches[n-1].at <= to {
		start = batches[n-1].at + step
		batches = batches[(from-batches[0].at)/step:]
	} else {
		batches = nil
	}
	for at := start; at <= to; at += step {
		batches = append(batches, batchOf[py.Tuple2[K, V]]{at, p.parent.at(at)})
	}
	p.last = batches
	// The array of batches is only appended to, so an RDD that is used late still has its own.
	parts := make([]*version[core.Part[py.Tuple2[K, V]]], len(p.piles))
	for i, pile := range p.piles {
		parts[i] = &version[core.Part[py.Tuple2[K, V]]]{step: func(core.Part[py.Tuple2[K, V]]) core.Part[py.Tuple2[K, V]] { return pile.window(batches, i) }}
	}
	return core.Placed(p.parent.ssc.sc, len(parts), func(i int) core.Part[py.Tuple2[K, V]] { return parts[i].get() })
}

// pile is one partition of the windows: the batches from..to, in steps.
type pile[K, V any] struct {
	merge    func(V, V) V
	mu       sync.Mutex
	from, to int64
	panes    *core.Panes[K, V]
}

// window reduces partition i of consecutive batches.
func (p *pile[K, V]) window(batches []batchOf[py.Tuple2[K, V]], i int) core.Part[py.Tuple2[K, V]] {
	p.mu.Lock()
	defer p.mu.Unlock()
	whole := false
	defer func() {
		if !whole { // an exception: the next window starts from nothing
			p.panes = nil
		}
	}()
	first, last := batches[0].at, batches[len(batches)-1].at
	if p.panes == nil || first < p.from || first > p.to || last < p.to {
		p.panes = core.NewPanes[K](p.merge)
		p.from, p.to = first, first-1
	}
	for _, b := range batches {
		if b.at > p.to {
			p.push(b, i)
		}
	}
	for p.panes.Len() > len(batches) {
		p.panes.Drop()
	}
	p.from = first
	out := p.panes.Window()
	whole = true
	return out
}

// push adds the next batch.
func (p *pile[K, V]) push(b batchOf[py.Tuple2[K, V]], i int) {
	var batch core.Part[py.Tuple2[K, V]]
	if b.rdd != nil {
		batch = b.rdd.Compute(i)
	}
	p.panes.Push(batch)
	p.to = b.at
}
