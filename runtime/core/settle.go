package core

import (
	"math/bits"
	"sync"
	"sync/atomic"
)

// settling makes one table of entries that lie in several, one after the other, in which a key can have more than one entry. The first
// one of a key stays, in its place, and the others are merged into it in their order, so that the result is what one table had become
// to which all records were given.
//
// Entries are divided by their hashes into partitions so small that the index of one fits into a core's cache. Each partition is the
// work of one goroutine, which looks at the entries themselves only where hashes are equal: a key that comes once is
// not waited for. What is left is moved together at the end, in its place.
type settling struct {
	t     *strTable
	runs  []run
	merge func(into, from int) // merges the values of two entries

	shift   int      // a hash without its lowest shift bits is its partition
	records []slot   // of all entries, by partition, and there in their order
	starts  []uint32 // of the partitions in records, and the end
	next    atomic.Int32
}

// run is a range of entries that were one table's.
type run struct {
	from, to int
	chunk    int // where the table's arena begins
	counts   []uint32
}

// settled is how many entries a partition should have at most.
var settled = 1 << 14

// settle makes the first of some combiners of strings the one that has all, with a number of goroutines. Its index is gone then.
// What merge raises is raised.
func settle[K, V any](parts []*Combiner[K, V], merge func(V, V) V, workers int) {
	c := parts[0]
	s := &settling{t: &c.strs}
	for i, p := range parts {
		s.join(&p.strs)
		if i > 0 {
			c.vals.segs = append(c.vals.segs, p.vals.segs...)
		}
	}
	s.merge = func(into, from int) {
		p := c.val(into)
		*p = merge(*p, *c.val(from))
	}
	s.run(workers)
	s.compact(func(to, from int) {
		if !c.small {
			*c.vals.at(to) = *c.vals.at(from)
		}
	})
	c.strs.late, c.strs.doubles = false, nil
	if !c.small {
		truncate(&c.vals, c.strs.entries.n)
	}
}

// join appends the entries of a table, or those of the first one, which is s.t.
func (s *settling) join(t *strTable) {
	entries, arena := &s.t.entries, &s.t.arena
	r := run{from: len(entries.segs) * segmentSize, chunk: len(arena.chunks)}
	if t == s.t {
		r = run{}
	} else {
		entries.segs = append(entries.segs, t.entries.segs...)
		arena.chunks = append(arena.chunks, t.arena.chunks...)
	}
	t.slots = nil
	r.to = r.from + t.entries.n
	s.runs = append(s.runs, r)
}

// run finds all doubles.
func (s *settling) run(workers int) {
	n := 0
	for _, r := range s.runs {
		n += r.to - r.from
	}
	s.shift = 32 - min(bits.Len(uint(n/settled)), 12)
	s.each(workers, len(s.runs), func(i int) { s.count(&s.runs[i]) })
	s.starts = make([]uint32, 1<<(32-s.shift)+1)
	sum := uint32(0)
	for p := range s.starts[1:] {
		s.starts[p] = sum
		for _, r := range s.runs {
			r.counts[p], sum = sum, sum+r.counts[p]
		}
	}
	s.starts[len(s.starts)-1] = sum
	s.records = make([]slot, n)
	s.each(workers, len(s.runs), func(i int) { s.scatter(&s.runs[i]) })
	workers = min(workers, len(s.starts)-1)
	s.each(workers, workers, func(int) { s.partitions() })
	s.records = nil
}

// each calls f for numbers below n, in so many goroutines, and raises what they raise.
func (s *settling) each(workers, n int, f func(int)) {
	if workers <= 1 {
		for i := range n {
			f(i)
		}
		return
	}
	var all sync.WaitGroup
	var next atomic.Int32
	raised := make([]any, workers)
	for w := range workers {
		all.Go(func() {
			defer func() { raised[w] = recover() }()
			for i := int(next.Add(1)); i <= n; i = int(next.Add(1)) {
				f(i - 1)
			}
		})
	}
	all.Wait()
	for _, r := range raised {
		if r != nil {
			panic(r)
		}
	}
}

// segment gives the entries of a run by segments, with the number of the first.
func (s *settling) segments(r *run, yield func(first int, entries []strEntry)) {
	for at := r.from; at < r.to; at += segmentSize {
		yield(at, s.t.entries.segs[at/segmentSize][:min(segmentSize, r.to-at)])
	}
}

// count counts the entries of a run by partition, and says where their keys lie now.
func (s *settling) count(r *run) {
	r.counts = make([]uint32, 1<<(32-s.shift))
	s.segments(r, func(_ int, entries []strEntry) {
		for i := range entries {
			e := &entries[i]
			r.counts[e.hash>>s.shift]++
			if e.length > maxHead && r.chunk > 0 {
				e.setSecond(e.second() + uint64(r.chunk)<<32)
			}
		}
	})
}

// scatter writes the records of a run.
func (s *settling) scatter(r *run) {
	next, shift, records := r.counts, s.shift, s.records
	s.segments(r, func(first int, entries []strEntry) {
		for i := range entries {
			hash := entries[i].hash
			p := &next[hash>>shift]
			records[*p] = slot{hash, uint32(first + i + 1)}
			*p++
		}
	})
}

// partitions settles partitions until there are no more.
func (s *settling) partitions() {
	var w settler
	for p := int(s.next.Add(1)); p < len(s.starts); p = int(s.next.Add(1)) {
		w.index(s.records[s.starts[p-1]:s.starts[p]])
		w.merge(s)
	}
}

// settler settles a partition.
type settler struct {
	slots []slot
	pairs []pair // of entries with the same hash, the first one and another
	odd   []int  // entries that have a hash of another key
	read  uint32 // made of what was read ahead
}

type pair struct{ first, other uint32 }

// index enters records into an index, and finds the pairs.
func (w *settler) index(records []slot) {
	size := 1 << bits.Len(uint(2*len(records)))
	if len(w.slots) < size {
		w.slots = make([]slot, size)
	}
	slots, mask := w.slots[:size], uint32(size-1)
	clear(slots)
	w.pairs, w.odd = w.pairs[:0], w.odd[:0]
next:
	for _, r := range records {
		i := r.hash & mask
		for ; slots[i].entry != 0; i = (i + 1) & mask {
			if slots[i].hash == r.hash {
				w.pairs = append(w.pairs, pair{slots[i].entry - 1, r.entry - 1})
				continue next
			}
		}
		slots[i] = r
	}
}

// merge merges the pairs that are one key's.
func (w *settler) merge(s *settling) {
	const ahead = 64
	for at := 0; at < len(w.pairs); at += ahead {
		some := w.pairs[at:min(at+ahead, len(w.pairs))]
		for _, p := range some {
			w.read += s.t.entries.at(int(p.first)).length + s.t.entries.at(int(p.other)).length
		}
		for _, p := range some {
			into := int(p.first)
			if !s.t.same(into, int(p.other)) {
				into = w.among(s.t, int(p.other))
			}
			if into >= 0 {
				s.merge(into, int(p.other))
				s.t.entries.at(int(p.other)).length = noKey
			}
		}
	}
}

// among finds the entry of the same key among the odd ones, or makes this one of them and gives -1.
func (w *settler) among(t *strTable, other int) int {
	for _, i := range w.odd {
		if t.same(i, other) {
			return i
		}
	}
	w.odd = append(w.odd, other)
	return -1
}

// same reports whether two entries have the same key.
func (t *strTable) same(i, j int) bool {
	a, b := t.entries.at(i), t.entries.at(j)
	switch {
	case a.first() != b.first() || a.length != b.length:
		return false
	case a.length <= maxHead:
		return a.second() == b.second()
	}
	return t.arena.view(a.second(), a.length) == t.arena.view(b.second(), b.length)
}

// compact moves the entries that are left together, and their keys in the arena; moved is told.
func (s *settling) compact(moved func(to, from int)) {
	t, n := s.t, 0
	keys := packing{arena: &t.arena}
	for i := range s.runs {
		s.segments(&s.runs[i], func(first int, entries []strEntry) {
			for i := range entries {
				e := &entries[i]
				if e.length == noKey {
					continue
				}
				if e.length > maxHead {
					e.setSecond(keys.move(e.second(), e.length))
				}
				if n != first+i {
					*t.entries.at(n) = *e
					moved(n, first+i)
				}
				n++
			}
		})
	}
	keys.done()
	truncate(&t.entries, n)
}

// packing moves keys in an arena towards its beginning, in their order.
type packing struct {
	arena *arena
	chunk int // where the next one goes
	used  int
}

// move moves a key and gives its place.
func (p *packing) move(place uint64, length uint32) uint64 {
	chunks := p.arena.chunks
	for len(chunks[p.chunk])-p.used < int(length) {
		p.chunk, p.used = p.chunk+1, 0
	}
	to := uint64(p.chunk)<<32 | uint64(p.used)
	if to != place {
		copy(chunks[p.chunk][p.used:], p.arena.view(place, length))
	}
	p.used += int(length)
	return to
}

// done gives back what is not used any more.
func (p *packing) done() {
	if len(p.arena.chunks) > 0 {
		clear(p.arena.chunks[p.chunk+1:])
		p.arena.chunks, p.arena.used = p.arena.chunks[:p.chunk+1], p.used
	}
}
