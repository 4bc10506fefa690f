package core

import (
	"iter"
	"slices"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Panes are the consecutive batches of a window without an inverse function, each reduced by key. The batches of each partition
// are two piles: the newer ones reduced to one pane, and of the older ones a pane of each with all that come after it in the pile.
// A new batch is merged into the first, an old one goes by dropping a pane of the second, and the window is one of these panes
// merged with the first. When the second pile is used up it is made anew from the batches of the first. So each batch is merged
// three times, however long it stays in the window. Batches are always merged in their order.
//
// Keys have numbers, which they keep from batch to batch: a key is looked for once, when its batch comes, and what is merged
// after that are arrays. Its partition is found once, when it first comes.
type Panes[K, V any] struct {
	merge   func(V, V) V // without effects
	ids     *Combiner[K, keyNumber]
	place   []uint32 // by number: where a key is in what is merged of its partition, counted from 1
	piles   []panePiles[K, V]
	batches int
	both    []bool // memory of Window
	recent  recent[string, struct{}]
}

// keyNumber is what is known of a key.
type keyNumber struct{ id, part uint32 }

// panePiles are those of a partition.
type panePiles[K, V any] struct {
	older  []*pane[K, V] // the oldest batch is the last
	newer  []*pane[K, V]
	merged *pane[K, V] // of newer
}

// pane is some batches of a partition reduced: each key once, in the order in which they came first.
type pane[K, V any] struct {
	ids  []uint32
	vals []V
	keys []K // only for types of which equal keys can differ: those that came first
}

// NewPanes makes panes of no batches, of n partitions by Python's hash.
func NewPanes[K, V any](n int, merge func(V, V) V) *Panes[K, V] {
	p := &Panes[K, V]{merge: merge, ids: NewCombiner[K, keyNumber](), piles: make([]panePiles[K, V], n)}
	for j := range p.piles {
		p.piles[j].merged = &pane[K, V]{}
	}
	return p
}

// Len is the number of batches.
func (p *Panes[K, V]) Len() int { return p.batches }

// Push adds the partitions of the next batch, which has each key once.
func (p *Panes[K, V]) Push(batch []Part[py.Tuple2[K, V]]) {
	var in []*pane[K, V]
	if b := bucketsOf(batch); b != nil {
		in = p.divide(b)
	} else {
		for j, part := range batch {
			in = append(in, p.number(part, j))
		}
	}
	p.place = append(p.place, make([]uint32, p.ids.Len()-len(p.place))...)
	for j, pane := range in {
		to := &p.piles[j]
		to.newer = append(to.newer, pane)
		to.merged.add(pane, p.place, p.merge)
	}
	p.batches++
}

// room is an empty pane with room for n keys.
func (p *Panes[K, V]) room(n int) *pane[K, V] {
	out := &pane[K, V]{ids: make([]uint32, 0, n), vals: make([]V, 0, n)}
	if p.ids.looksVary() {
		out.keys = make([]K, 0, n)
	}
	return out
}

// number makes a pane of a partition of a batch.
func (p *Panes[K, V]) number(batch Part[py.Tuple2[K, V]], j int) *pane[K, V] {
	in := p.room(int(Len(batch)))
	var keys [maxRecent]K
	var found [maxRecent]int32
	some := 0
	numbered := func() {
		p.ids.look(keys[:some], &found)
		for i, k := range keys[:some] {
			at := int(found[i])
			if at < 0 {
				n, fresh := p.ids.slot(k)
				if fresh {
					*n = keyNumber{uint32(p.ids.Len() - 1), uint32(j)}
				}
				in.ids = append(in.ids, n.id)
				continue
			}
			in.ids = append(in.ids, p.ids.val(at).id)
		}
		if in.keys != nil {
			in.keys = append(in.keys, keys[:some]...)
		}
		some = 0
	}
	for kv := range batch.All() {
		keys[some] = kv.V0
		in.vals = append(in.vals, kv.V1)
		if some++; some == maxRecent {
			numbered()
		}
	}
	numbered()
	return in
}

// bucketsOf is what all partitions of a batch lie in, or nil.
func bucketsOf[K, V any](batch []Part[py.Tuple2[K, V]]) (b *bucketed[K, V]) {
	for j, part := range batch {
		p, ok := part.counted.(partition[K, V])
		if !ok || p.j != j || b != nil && p.of != b || p.of.to.n != len(batch) || p.of.to.f != nil {
			return nil
		}
		b = p.of
	}
	return b
}

// divide makes panes of the partitions of a batch. The keys that are known are not hashed, neither for their place in the table nor, which takes
// longer, for their partition.
func (p *Panes[K, V]) divide(b *bucketed[K, V]) []*pane[K, V] {
	in := make([]*pane[K, V], len(p.piles))
	for j := range in {
		in[j] = p.room(b.from.Len()/len(in)*9/8 + 8)
	}
	for lo := 0; lo < b.from.Len(); lo += maxRecent {
		n := min(maxRecent, b.from.Len()-lo)
		p.lookFrom(b.from, lo, n)
		for i, at := range p.recent.found[:n] {
			of := p.numberFrom(b, lo+i, int(at))
			to := in[of.part]
			to.ids, to.vals = append(to.ids, of.id), append(to.vals, *b.from.val(lo + i))
			if to.keys != nil {
				to.keys = append(to.keys, b.from.key(lo+i))
			}
		}
	}
	return in
}

// lookFrom looks for n keys of a table.
func (p *Panes[K, V]) lookFrom(from *Combiner[K, V], lo, n int) {
	if from.kind == strKey {
		readStrings(&p.recent.keys, &p.recent.digests, &from.strs, lo, n)
		p.ids.strs.look(p.recent.keys[:n], &p.recent.digests, &p.recent.found)
		return
	}
	var keys [maxRecent]K
	for i := range n {
		keys[i] = from.key(lo + i)
	}
	p.ids.look(keys[:n], &p.recent.found)
}

// numberFrom is the number of the i-th key of a batch, which has been found at entry at, or not if that is negative.
func (p *Panes[K, V]) numberFrom(b *bucketed[K, V], i, at int) keyNumber {
	if at >= 0 {
		return *p.ids.val(at)
	}
	of, fresh := slotFrom(p.ids, b.from, i)
	if fresh {
		*of = keyNumber{uint32(p.ids.Len() - 1), uint32(b.to.of(b.from.key(i)))}
	}
	return *of
}

// add merges other, whose batches are later; place says where the keys are, and is kept up to date.
func (a *pane[K, V]) add(other *pane[K, V], place []uint32, merge func(V, V) V) {
	ids, vals := a.ids, a.vals
	for i, id := range other.ids {
		if at := place[id]; at > 0 {
			vals[at-1] = merge(vals[at-1], other.vals[i])
			continue
		}
		ids, vals = append(ids, id), append(vals, other.vals[i])
		if other.keys != nil {
			a.keys = append(a.keys, other.keys[i])
		}
		place[id] = uint32(len(ids))
	}
	a.ids, a.vals = ids, vals
}

// forget takes the keys of a pane out of place.
func (a *pane[K, V]) forget(place []uint32) {
	for _, id := range a.ids {
		place[id] = 0
	}
}

// reset makes a pane empty. Its memory is kept.
func (a *pane[K, V]) reset() {
	clear(a.vals)
	clear(a.keys)
	a.ids, a.vals, a.keys = a.ids[:0], a.vals[:0], a.keys[:0]
}

// Drop takes the oldest batch away.
func (p *Panes[K, V]) Drop() {
	if len(p.piles) > 0 && len(p.piles[0].older) == 0 {
		p.turn()
	}
	for j := range p.piles {
		older := &p.piles[j].older
		last := len(*older) - 1
		(*older)[last] = nil
		*older = (*older)[:last]
	}
	p.batches--
}

// turn makes the newer piles the older ones.
func (p *Panes[K, V]) turn() {
	sum := 0
	for _, pile := range p.piles {
		pile.merged.forget(p.place)
		sum += len(pile.merged.ids)
	}
	const spare = 64
	if p.ids.Len() > 2*sum+spare {
		p.renumber()
	}
	for j := range p.piles {
		p.pileUp(&p.piles[j])
	}
}

// pileUp makes the newer pile of a partition the older one.
func (p *Panes[K, V]) pileUp(pile *panePiles[K, V]) {
	most := len(pile.merged.ids)
	pile.merged.reset()
	var rest *pane[K, V]
	for _, batch := range slices.Backward(pile.newer) {
		if rest == nil {
			rest = batch
		} else {
			both := p.room(min(len(batch.ids)+len(rest.ids), most))
			both.add(batch, p.place, p.merge)
			both.add(rest, p.place, p.merge)
			both.forget(p.place)
			rest = both
		}
		pile.older = append(pile.older, rest)
	}
	clear(pile.newer)
	pile.newer = pile.newer[:0]
}

// renumber forgets the keys that are in no batch any more. (There are no older ones.)
func (p *Panes[K, V]) renumber() {
	ids := NewCombiner[K, keyNumber]()
	now := make([]uint32, p.ids.Len())
	for j, pile := range p.piles {
		for _, id := range pile.merged.ids {
			n := keyNumber{uint32(ids.Len()), uint32(j)}
			at, _ := slotFrom(ids, p.ids, int(id))
			*at, now[id] = n, n.id
		}
	}
	for _, pile := range p.piles {
		for _, batch := range pile.newer {
			for i, id := range batch.ids {
				batch.ids[i] = now[id]
			}
		}
	}
	p.ids, p.place = ids, make([]uint32, ids.Len())
}

// Window is partition j of all batches reduced. Its pairs are made when they are read, which may be after more batches have come.
func (p *Panes[K, V]) Window(j int) Part[py.Tuple2[K, V]] {
	pile := &p.piles[j]
	older, merged := &pane[K, V]{}, pile.merged
	if n := len(pile.older); n > 0 {
		older = pile.older[n-1]
	}
	both := p.noneOf(len(merged.ids))
	vals, common := slices.Clone(older.vals), 0
	for i, id := range older.ids {
		if at := p.place[id]; at > 0 {
			both[at-1] = true
			vals[i] = p.merge(vals[i], merged.vals[at-1])
			common++
		}
	}
	rest := p.room(len(merged.ids) - common)
	for i, known := range both {
		if !known {
			rest.ids, rest.vals = append(rest.ids, merged.ids[i]), append(rest.vals, merged.vals[i])
			if merged.keys != nil {
				rest.keys = append(rest.keys, merged.keys[i])
			}
		}
	}
	out := &windowPairs[K, V]{names: *p.ids, older: pane[K, V]{older.ids, vals, older.keys}, rest: *rest}
	out.names.close()
	return Part[py.Tuple2[K, V]]{counted: out}
}

// noneOf is n times false.
func (p *Panes[K, V]) noneOf(n int) []bool {
	if cap(p.both) < n {
		p.both = make([]bool, n+n/4)
	}
	both := p.both[:n]
	clear(both)
	return both
}

// windowPairs are the pairs of a window: the keys of its older batches and the others. The keys lie far apart, the values do not.
type windowPairs[K, V any] struct {
	names       Combiner[K, keyNumber] // as it was: later keys come behind these, and what is there stays
	older, rest pane[K, V]
}

func (w *windowPairs[K, V]) len() int { return len(w.older.ids) + len(w.rest.ids) }

func (w *windowPairs[K, V]) all() iter.Seq[py.Tuple2[K, V]] {
	return func(yield func(py.Tuple2[K, V]) bool) {
		_ = w.pairs(&w.older, yield) && w.pairs(&w.rest, yield)
	}
}

// pairs gives the pairs of a pane and reports whether more are wanted.
func (w *windowPairs[K, V]) pairs(of *pane[K, V], yield func(py.Tuple2[K, V]) bool) bool {
	var some [64]K // at a time, as they lie far apart
	for lo := 0; lo < len(of.ids); lo += len(some) {
		hi := min(lo+len(some), len(of.ids))
		keys := some[:hi-lo]
		if of.keys != nil {
			keys = of.keys[lo:hi]
		} else {
			for i, id := range of.ids[lo:hi] {
				keys[i] = w.names.key(int(id))
			}
		}
		for i, k := range keys {
			if !yield(py.T2(k, of.vals[lo+i])) {
				return false
			}
		}
	}
	return true
}

func (w *windowPairs[K, V]) values() iter.Seq[V] {
	return func(yield func(V) bool) {
		for _, vals := range [][]V{w.older.vals, w.rest.vals} {
			for _, v := range vals {
				if !yield(v) {
					return
				}
			}
		}
	}
}
