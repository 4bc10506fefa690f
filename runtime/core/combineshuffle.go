package core

import (
	"iter"
	"slices"
	"sync"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// combineShuffle moves combined records between two stages. As in Spark, the map side runs once, however
// many jobs read the result. So does each reduce: merge functions change their arguments in place.
type combineShuffle[K, C any] struct {
	to      placing[K]
	merge   func(C, C) C
	mapSide func() []*Combiner[K, C]

	mu      sync.Mutex
	maps    []*bucketed[K, C] // until everything is reduced
	reduced []*Combiner[K, C] // by partition; not where there is one map: its buckets are the result
	left    int               // partitions to reduce
}

func newCombineShuffle[K, C any](to placing[K], merge func(C, C) C, mapSide func() []*Combiner[K, C]) *combineShuffle[K, C] {
	return &combineShuffle[K, C]{to: to, merge: merge, mapSide: mapSide, reduced: make([]*Combiner[K, C], to.n), left: to.n}
}

// has reports whether the map side has run and gave something to partition j.
func (s *combineShuffle[K, C]) has(j int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.reduced[j] != nil {
		return s.reduced[j].Len() > 0
	}
	return slices.ContainsFunc(s.maps, func(m *bucketed[K, C]) bool { return len(m.bucket(j)) > 0 })
}

// part is reduce partition j. Its pairs are made when they are read, and not kept where the partition is.
func (s *combineShuffle[K, C]) part(j int) Part[py.Tuple2[K, C]] {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.reduced[j] != nil {
		return Part[py.Tuple2[K, C]]{counted: reducedPairs[K, C]{s.reduced[j]}}
	}
	if s.maps == nil {
		for _, c := range s.mapSide() {
			c.close()
			s.maps = append(s.maps, &bucketed[K, C]{from: c, to: s.to})
		}
		if s.to.f != nil { // the script's, so it is called now
			InTask(func() {
				for _, m := range s.maps {
					m.bucket(0)
				}
			})
		}
	}
	if len(s.maps) == 1 {
		return Part[py.Tuple2[K, C]]{counted: partition[K, C]{s.maps[0], j}}
	}
	c := NewCombiner[K, C]()
	for _, m := range s.maps {
		for _, e := range m.bucket(j) {
			c.mergeFrom(m.from, int(e), s.merge)
		}
	}
	s.reduced[j] = c
	if s.left--; s.left == 0 {
		s.maps = nil
	}
	c.close()
	return Part[py.Tuple2[K, C]]{counted: reducedPairs[K, C]{c}}
}

// reducedPairs are the pairs of a combiner.
type reducedPairs[K, C any] struct{ from *Combiner[K, C] }

func (p reducedPairs[K, C]) len() int { return p.from.Len() }

func (p reducedPairs[K, C]) all() iter.Seq[py.Tuple2[K, C]] { return p.from.pairs }

// pairs gives all entries.
func (c *Combiner[K, C]) pairs(yield func(py.Tuple2[K, C]) bool) {
	for i := range c.Len() {
		if !yield(py.T2(c.key(i), *c.val(i))) {
			return
		}
	}
}

// partition is the pairs of partition j.
type partition[K, C any] struct {
	of *bucketed[K, C]
	j  int
}

func (p partition[K, C]) len() int {
	if p.of.to.n == 1 {
		return p.of.from.Len()
	}
	return len(p.of.bucket(p.j))
}

func (p partition[K, C]) all() iter.Seq[py.Tuple2[K, C]] {
	return func(yield func(py.Tuple2[K, C]) bool) { p.of.pairs(p.j, yield) }
}

// bucketed is the output of a map side with its entries by reduce partition, in their order.
type bucketed[K, C any] struct {
	from *Combiner[K, C]
	to   placing[K]

	mu      sync.Mutex
	entries []uint32 // entries[starts[j]:starts[j+1]] are those of partition j; nil until somebody asks
	starts  []int
}

// bucket is the entries of partition j.
func (b *bucketed[K, C]) bucket(j int) []uint32 {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.entries == nil {
		b.place()
	}
	return b.entries[b.starts[j]:b.starts[j+1]]
}

func (b *bucketed[K, C]) placed() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.entries != nil
}

func (b *bucketed[K, C]) place() {
	b.starts = make([]int, b.to.n+1)
	to := make([]uint32, b.from.Len())
	for i := range to {
		to[i] = uint32(b.to.of(b.from.key(i)))
		b.starts[to[i]+1]++
	}
	for j := range b.to.n {
		b.starts[j+1] += b.starts[j]
	}
	next := append([]int(nil), b.starts...)
	b.entries = make([]uint32, len(to))
	for i, j := range to {
		b.entries[next[j]] = uint32(i)
		next[j]++
	}
}

// fewEntries is how many entries are looked at before all are placed: as many as one prints of a batch.
const fewEntries = 64

// pairs gives the entries of partition j. Python's hash of a string takes longer than to combine it, so it is not computed for
// more entries than are asked for, if these are few.
func (b *bucketed[K, C]) pairs(j int, yield func(py.Tuple2[K, C]) bool) {
	c, first := b.from, 0
	if b.to.n == 1 {
		c.pairs(yield)
		return
	}
	if !b.placed() {
		for first = 0; first < min(fewEntries, c.Len()); first++ {
			if k := c.key(first); b.to.of(k) == j && !yield(py.T2(k, *c.val(first))) {
				return
			}
		}
		if first == c.Len() {
			return
		}
	}
	for _, e := range b.bucket(j) {
		if i := int(e); i >= first && !yield(py.T2(c.key(i), *c.val(i))) {
			return
		}
	}
}
