package ds

import (
	"slices"
	"sync"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// panes reduces windows without an inverse function. Of the batches of a window, two piles are kept for each partition: the
// newer ones reduced to one table, and of the older ones a table of each with all that come after it in the pile. A new batch
// is merged into the first, an old one goes by dropping a table of the second, and the window is one of these tables merged with
// the first. When the second pile is used up it is made anew from the batches of the first. So each batch is merged
// three times, however long it stays in the window. Batches are always merged in their order.
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
	k := history[py.Tuple2[K, V]]{}
	return k.cut(t, hashed(p.parent.ssc.sc, len(p.piles), func(i int) []py.Tuple2[K, V] { return p.piles[i].window(batches, i) }))
}

// pile is one partition of the windows: the batches from..to, in steps.
type pile[K, V any] struct {
	merge    func(V, V) V
	mu       sync.Mutex
	from, to int64
	older    []*core.Combiner[K, V] // each with all that come after it; the oldest batch is the last
	newer    [][]py.Tuple2[K, V]
	merged   *core.Combiner[K, V] // of newer
}

// window reduces partition i of consecutive batches.
func (p *pile[K, V]) window(batches []batchOf[py.Tuple2[K, V]], i int) []py.Tuple2[K, V] {
	p.mu.Lock()
	defer p.mu.Unlock()
	whole := false
	defer func() {
		if !whole { // an exception: the next window starts from nothing
			p.clear()
		}
	}()
	first, last := batches[0].at, batches[len(batches)-1].at
	if p.size() == 0 || first < p.from || first > p.to || last < p.to {
		p.clear()
		p.from, p.to = first, first-1
	}
	for _, b := range batches {
		if b.at > p.to {
			p.push(b, i)
		}
	}
	for p.size() > len(batches) {
		p.drop()
	}
	p.from = first
	whole = true
	return p.result()
}

func (p *pile[K, V]) size() int { return len(p.older) + len(p.newer) }

func (p *pile[K, V]) clear() {
	p.older, p.newer, p.merged = nil, nil, core.NewCombiner[K, V]()
}

// push adds the next batch.
func (p *pile[K, V]) push(b batchOf[py.Tuple2[K, V]], i int) {
	var items []py.Tuple2[K, V]
	if b.rdd != nil {
		items = slices.Collect(b.rdd.Compute(i).All())
	}
	for _, kv := range items {
		p.merged.Merge(kv.V0, kv.V1, p.merge)
	}
	p.newer = append(p.newer, items)
	p.to = b.at
}

// drop takes the oldest batch away.
func (p *pile[K, V]) drop() {
	if len(p.older) == 0 {
		p.turn()
	}
	last := len(p.older) - 1
	p.older[last] = nil
	p.older = p.older[:last]
}

// turn makes the newer pile the older one.
func (p *pile[K, V]) turn() {
	var rest *core.Combiner[K, V]
	for _, items := range slices.Backward(p.newer) {
		c := core.NewCombiner[K, V]()
		for _, kv := range items {
			c.Put(kv.V0, kv.V1)
		}
		if rest != nil {
			for k, v := range rest.All() {
				c.Merge(k, v, p.merge)
			}
		}
		p.older = append(p.older, c)
		rest = c
	}
	p.newer, p.merged = nil, core.NewCombiner[K, V]()
}

// result is the window as pairs, keys in the order in which they came first.
func (p *pile[K, V]) result() []py.Tuple2[K, V] {
	all := p.merged
	if n := len(p.older); n > 0 {
		all = core.NewCombiner[K, V]()
		for k, v := range p.older[n-1].All() {
			all.Put(k, v)
		}
		for k, v := range p.merged.All() {
			all.Merge(k, v, p.merge)
		}
	}
	out := make([]py.Tuple2[K, V], 0, all.Len())
	for k, v := range all.All() {
		out = append(out, py.T2(k, v))
	}
	return out
}
