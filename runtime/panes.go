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
	n      int
	last   []batchOf[py.Tuple2[K, V]] // those of the last window

	mu       sync.Mutex
	all      *core.Panes[K, V] // of the batches from..to
	from, to int64
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
	p := &panes[K, V]{parent: reduced, merge: merge, width: millis(window), n: int(max(n, 0))}
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
	parts := make([]*version[core.Part[py.Tuple2[K, V]]], p.n)
	for i := range parts {
		parts[i] = &version[core.Part[py.Tuple2[K, V]]]{step: func(core.Part[py.Tuple2[K, V]]) core.Part[py.Tuple2[K, V]] { return p.window(batches, i) }}
	}
	return core.Placed(p.parent.ssc.sc, len(parts), func(i int) core.Part[py.Tuple2[K, V]] { return parts[i].get() })
}

// window reduces partition i of consecutive batches.
func (p *panes[K, V]) window(batches []batchOf[py.Tuple2[K, V]], i int) core.Part[py.Tuple2[K, V]] {
	p.mu.Lock()
	defer p.mu.Unlock()
	first, last := batches[0].at, batches[len(batches)-1].at
	all := p.all
	if all == nil || first < p.from || first > p.to || last < p.to {
		all = core.NewPanes[K](p.n, p.merge)
		p.from, p.to = first, first-1
	}
	p.all = nil // after an exception the next window starts from nothing
	for _, b := range batches {
		if b.at > p.to {
			b.part(i)
		}
	}
	var out core.Part[py.Tuple2[K, V]]
	e := py.Try(func() {
		p.slide(all, batches)
		out = all.Window(i)
	})
	switch {
	case e == nil:
		p.all, p.from, p.to = all, first, last
	case p.n == 1:
		panic(e)
	default: // it may be of another partition, for which nobody has asked
		out = p.alone(batches, i)
	}
	return out
}

// slide makes the panes those of batches.
func (p *panes[K, V]) slide(all *core.Panes[K, V], batches []batchOf[py.Tuple2[K, V]]) {
	parts := make([]core.Part[py.Tuple2[K, V]], p.n)
	for _, b := range batches {
		if b.at <= p.to {
			continue
		}
		for j := range parts {
			parts[j] = b.part(j)
		}
		all.Push(parts)
	}
	for all.Len() > len(batches) {
		all.Drop()
	}
}

// alone reduces partition i of batches, and looks at no other.
func (p *panes[K, V]) alone(batches []batchOf[py.Tuple2[K, V]], i int) core.Part[py.Tuple2[K, V]] {
	one := core.NewPanes[K](1, p.merge)
	for _, b := range batches {
		one.Push([]core.Part[py.Tuple2[K, V]]{b.part(i)})
	}
	return one.Window(0)
}

// part is partition i of the batch.
func (b batchOf[T]) part(i int) (part core.Part[T]) {
	if b.rdd != nil {
		part = b.rdd.Compute(i)
	}
	return part
}
