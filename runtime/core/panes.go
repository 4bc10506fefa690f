package core

import (
	"iter"
	"slices"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Panes are the consecutive batches of a window without an inverse function, each reduced by key: one partition of them. They are
// two piles: the newer ones reduced to one pane, and of the older ones a pane of each with all that come after it in the pile.
// A new batch is merged into the first, an old one goes by dropping a pane of the second, and the window is one of these panes
// merged with the first. When the second pile is used up it is made anew from the batches of the first. So each batch is merged
// three times, however long it stays in the window. Batches are always merged in their order.
//
// Keys have numbers, which they keep from batch to batch: a key is looked for once, when its batch comes, and what is merged
// after that are arrays.
type Panes[K, V any] struct {
	merge  func(V, V) V // without effects
	ids    *Combiner[K, uint32]
	older  []*pane[K, V] // the oldest batch is the last
	newer  []*pane[K, V]
	merged *pane[K, V] // of newer
	place  []uint32    // by number: where a key is in merged, counted from 1
}

// pane is some batches reduced: each key once, in the order in which they came first.
type pane[K, V any] struct {
	ids  []uint32
	vals []V
	keys []K // only for types of which equal keys can differ: those that came first
}

// NewPanes makes panes of no batches.
func NewPanes[K, V any](merge func(V, V) V) *Panes[K, V] {
	return &Panes[K, V]{merge: merge, ids: NewCombiner[K, uint32](), merged: &pane[K, V]{}}
}

// Len is the number of batches.
func (p *Panes[K, V]) Len() int { return len(p.older) + len(p.newer) }

// Push adds the next batch, which has each key once.
func (p *Panes[K, V]) Push(batch Part[py.Tuple2[K, V]]) {
	n := int(batch.Count())
	in := &pane[K, V]{ids: make([]uint32, 0, n), vals: make([]V, 0, n)}
	if p.ids.looksVary() {
		in.keys = make([]K, 0, n)
	}
	var keys [maxRecent]K
	some := 0
	for kv := range batch.All() {
		keys[some] = kv.V0
		in.vals = append(in.vals, kv.V1)
		if some++; some == maxRecent {
			p.number(keys[:], in)
			some = 0
		}
	}
	p.number(keys[:some], in)
	for len(p.place) < p.ids.Len() {
		p.place = append(p.place, 0)
	}
	p.newer = append(p.newer, in)
	p.merged.add(in, p.place, p.merge)
}

// number appends the numbers of at most maxRecent keys to those of a pane.
func (p *Panes[K, V]) number(keys []K, in *pane[K, V]) {
	var found [maxRecent]int32
	p.ids.look(keys, &found)
	for i, k := range keys {
		if at := found[i]; at >= 0 {
			in.ids = append(in.ids, *p.ids.val(int(at)))
			continue
		}
		id, fresh := p.ids.slot(k)
		if fresh {
			*id = uint32(p.ids.Len() - 1)
		}
		in.ids = append(in.ids, *id)
	}
	if in.keys != nil {
		in.keys = append(in.keys, keys...)
	}
}

// add merges other, whose batches are later; place says where the keys are, and is kept up to date.
func (a *pane[K, V]) add(other *pane[K, V], place []uint32, merge func(V, V) V) {
	for i, id := range other.ids {
		if at := place[id]; at > 0 {
			a.vals[at-1] = merge(a.vals[at-1], other.vals[i])
			continue
		}
		a.append(other, i)
		place[id] = uint32(len(a.ids))
	}
}

// append adds the i-th key of another pane, which a does not have.
func (a *pane[K, V]) append(other *pane[K, V], i int) {
	a.ids, a.vals = append(a.ids, other.ids[i]), append(a.vals, other.vals[i])
	if other.keys != nil {
		a.keys = append(a.keys, other.keys[i])
	}
}

// forget takes the keys of a pane out of place.
func (a *pane[K, V]) forget(place []uint32) {
	for _, id := range a.ids {
		place[id] = 0
	}
}

// Drop takes the oldest batch away.
func (p *Panes[K, V]) Drop() {
	if len(p.older) == 0 {
		p.turn()
	}
	last := len(p.older) - 1
	p.older[last] = nil
	p.older = p.older[:last]
}

// turn makes the newer pile the older one.
func (p *Panes[K, V]) turn() {
	p.merged.forget(p.place)
	const spare = 64
	if p.ids.Len() > 2*len(p.merged.ids)+spare {
		p.renumber()
	}
	p.merged = &pane[K, V]{}
	var rest *pane[K, V]
	for _, batch := range slices.Backward(p.newer) {
		if rest == nil {
			rest = batch
		} else {
			both := p.room(batch, rest)
			both.add(batch, p.place, p.merge)
			both.add(rest, p.place, p.merge)
			both.forget(p.place)
			rest = both
		}
		p.older = append(p.older, rest)
	}
	p.newer = nil
}

// room is an empty pane with room for two.
func (p *Panes[K, V]) room(a, b *pane[K, V]) *pane[K, V] {
	n := min(len(a.ids)+len(b.ids), p.ids.Len())
	return &pane[K, V]{ids: make([]uint32, 0, n), vals: make([]V, 0, n)}
}

// renumber forgets the keys that are in no batch any more. (There are no older ones.)
func (p *Panes[K, V]) renumber() {
	ids := NewCombiner[K, uint32]()
	now := make([]uint32, p.ids.Len())
	for i, id := range p.merged.ids {
		at, _ := ids.slotFrom(p.ids, int(id))
		*at, now[id] = uint32(i), uint32(i)
	}
	for _, batch := range p.newer {
		for i, id := range batch.ids {
			batch.ids[i] = now[id]
		}
	}
	p.ids, p.place = ids, make([]uint32, ids.Len())
}

// Window is all batches reduced. Its pairs are made when they are read, which may be after more batches have come.
func (p *Panes[K, V]) Window() Part[py.Tuple2[K, V]] {
	older := &pane[K, V]{}
	if n := len(p.older); n > 0 {
		older = p.older[n-1]
	}
	out := &windowPairs[K, V]{names: *p.ids, pane: p.room(older, p.merged)}
	out.names.close()
	both := make([]bool, len(p.merged.ids))
	for i, id := range older.ids {
		out.append(older, i)
		if at := p.place[id]; at > 0 {
			both[at-1] = true
			out.vals[i] = p.merge(out.vals[i], p.merged.vals[at-1])
		}
	}
	for i := range p.merged.ids {
		if !both[i] {
			out.append(p.merged, i)
		}
	}
	return Part[py.Tuple2[K, V]]{counted: out}
}

// windowPairs are the pairs of a window.
type windowPairs[K, V any] struct {
	names Combiner[K, uint32] // as it was: later keys come behind these, and what is there stays
	*pane[K, V]
}

func (w *windowPairs[K, V]) len() int { return len(w.ids) }

func (w *windowPairs[K, V]) all() iter.Seq[py.Tuple2[K, V]] {
	return func(yield func(py.Tuple2[K, V]) bool) {
		var some [64]K // at a time, as they lie far apart
		for lo := 0; lo < len(w.ids); lo += len(some) {
			hi := min(lo+len(some), len(w.ids))
			keys := some[:hi-lo]
			if w.keys != nil {
				keys = w.keys[lo:hi]
			} else {
				for i, id := range w.ids[lo:hi] {
					keys[i] = w.names.key(int(id))
				}
			}
			for i, k := range keys {
				if !yield(py.T2(k, w.vals[lo+i])) {
					return
				}
			}
		}
	}
}
