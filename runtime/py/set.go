package py

import (
	"iter"
	"slices"
	"strings"
)

// Set is Python's set and frozenset. It iterates in CPython's order (for strings, that of PYTHONHASHSEED=0).
type Set[T any] struct {
	t      setTable[T]
	frozen bool
}

// NewSet is the set display {v0, v1, …}, whose elements are not all constants.
func NewSet[T any](v ...T) *Set[T] {
	s := &Set[T]{}
	for _, x := range v {
		s.Add(x)
	}
	return s
}

// NewConstSet is a set display of three or more constants. CPython makes it from a frozenset among the
// code's constants, which it has made anew from the elements of another one: that can change the order. It does so once more
// where it puts the text that stands for an element everywhere, which it has of some letters from its start, in the element's place.
func NewConstSet[T any](v ...T) *Set[T] {
	s := SetOf(NewSet(v...).All())
	if slices.ContainsFunc(v, func(x T) bool { return replacedText(x) }) {
		s = SetOf(s.All())
	}
	return SetCopy(s)
}

func replacedText(v any) bool {
	x, ok := v.(string)
	return ok && len(x) == 1 && strings.Contains("BCLST_abcdefhijklmnopqrstvwxy", x)
}

// NewFrozenSet is frozenset((v0, v1, …)).
func NewFrozenSet[T any](v ...T) *Set[T] {
	s := NewSet(v...)
	s.frozen = true
	return s
}

// SetOf is set(iterable).
func SetOf[T any](seq iter.Seq[T]) *Set[T] {
	s := &Set[T]{}
	for x := range seq {
		s.Add(x)
	}
	return s
}

// FrozenSetOf is frozenset(iterable).
func FrozenSetOf[T any](seq iter.Seq[T]) *Set[T] {
	s := SetOf(seq)
	s.frozen = true
	return s
}

// SetOfDict is set(d): CPython sizes the table in advance, which can change the order.
func SetOfDict[K, V any](d *Dict[K, V]) *Set[K] {
	s := &Set[K]{}
	s.t.reserve(int(d.Len()))
	for k := range d.All() {
		s.Add(k)
	}
	return s
}

// FrozenSetOfDict is frozenset(d).
func FrozenSetOfDict[K, V any](d *Dict[K, V]) *Set[K] {
	s := SetOfDict(d)
	s.frozen = true
	return s
}

// Len is len(s).
func (s *Set[T]) Len() int64 { return int64(s.t.used) }

// All iterates over the elements. It raises RuntimeError if the set changes size meanwhile.
func (s *Set[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		used := s.t.used
		for i := 0; i < len(s.t.slots); i++ {
			if s.t.slots[i].state != slotLive {
				continue
			}
			if !yield(s.t.slots[i].item) {
				return
			}
			if s.t.used != used {
				throw(RuntimeError, "Set changed size during iteration")
			}
		}
	}
}

// Contains is x in s.
func (s *Set[T]) Contains(x T) bool { return s.t.find(x, Hash(x)) >= 0 }

// Add is s.add(x).
func (s *Set[T]) Add(x T) { s.t.add(x, Hash(x)) }

// SetDiscard is s.discard(x).
func SetDiscard[T any](s *Set[T], x T) { s.t.discard(x, Hash(x)) }

// SetRemove is s.remove(x); it raises KeyError.
func SetRemove[T any](s *Set[T], x T) {
	if !s.t.discard(x, Hash(x)) {
		throwKey(Box(x))
	}
}

// SetPop is s.pop(); it raises KeyError.
func SetPop[T any](s *Set[T]) T {
	if s.t.used == 0 {
		throwKey("pop from an empty set")
	}
	return s.t.pop()
}

// SetClear is s.clear().
func SetClear[T any](s *Set[T]) { s.t = setTable[T]{} }

// SetCopy is s.copy().
func SetCopy[T any](s *Set[T]) *Set[T] {
	c := &Set[T]{frozen: s.frozen}
	c.t.merge(&s.t)
	return c
}

// SetFrozen is frozenset(s).
func SetFrozen[T any](s *Set[T]) *Set[T] {
	if s.frozen {
		return s
	}
	c := SetCopy(s)
	c.frozen = true
	return c
}

// SetThawed is set(s).
func SetThawed[T any](s *Set[T]) *Set[T] {
	c := SetCopy(s)
	c.frozen = false
	return c
}

// SetUpdate is s.update(iterables...). For a set there is UpdateSet.
func SetUpdate[T any](s *Set[T], seqs ...iter.Seq[T]) *Set[T] {
	for _, seq := range seqs {
		for x := range seq {
			s.Add(x)
		}
	}
	return s
}

// SetEach is s.union(*others) and its like: one step for each of them.
func SetEach[T, E any](s *Set[T], others iter.Seq[E], step func(*Set[T], E) *Set[T]) *Set[T] {
	for other := range others {
		s = step(s, other)
	}
	return s
}

// SetUpdateSet is s |= other; it returns s.
func SetUpdateSet[T any](s *Set[T], other *Set[T]) *Set[T] {
	s.t.merge(&other.t)
	return s
}

// SetUpdateDict is s.update(d), which makes room for all keys before it adds them; it returns s.
func SetUpdateDict[K, V any](s *Set[K], d *Dict[K, V]) *Set[K] {
	s.t.reserve(int(d.Len()))
	for k := range d.All() {
		s.Add(k)
	}
	return s
}

// SetUnion is s | other and s.union(other).
func SetUnion[T any](s *Set[T], other *Set[T]) *Set[T] {
	c := SetCopy(s)
	if s != other { // what is there already would still make the table grow
		c.t.merge(&other.t)
	}
	return c
}

// SetIntersection is s & other and s.intersection(other).
func SetIntersection[T any](s *Set[T], other *Set[T]) *Set[T] {
	if s == other {
		return SetCopy(s)
	}
	c := &Set[T]{frozen: s.frozen}
	small, big := other, s
	if other.t.used > s.t.used {
		small, big = s, other
	}
	for i := range small.t.slots {
		if e := &small.t.slots[i]; e.state == slotLive && big.t.find(e.item, e.hash) >= 0 {
			c.t.add(e.item, e.hash)
		}
	}
	return c
}

// SetDifference is s - other and s.difference(other).
func SetDifference[T any](s *Set[T], other *Set[T]) *Set[T] {
	if s.t.used>>2 > other.t.used {
		c := SetCopy(s)
		SetDifferenceUpdate(c, other)
		return c
	}
	c := &Set[T]{frozen: s.frozen}
	for i := range s.t.slots {
		if e := &s.t.slots[i]; e.state == slotLive && other.t.find(e.item, e.hash) < 0 {
			c.t.add(e.item, e.hash)
		}
	}
	return c
}

// SetSymmetricDifference is s ^ other and s.symmetric_difference(other).
func SetSymmetricDifference[T any](s *Set[T], other *Set[T]) *Set[T] {
	c := SetCopy(other)
	c.frozen = s.frozen
	SetSymmetricDifferenceUpdate(c, s)
	return c
}

// SetIntersectionUpdate is s &= other.
func SetIntersectionUpdate[T any](s *Set[T], other *Set[T]) { s.t = SetIntersection(s, other).t }

// SetDifferenceUpdate is s -= other.
func SetDifferenceUpdate[T any](s *Set[T], other *Set[T]) {
	if s == other {
		SetClear(s)
		return
	}
	if other.t.used>>3 > s.t.used {
		other = SetIntersection(s, other)
	}
	for i := range other.t.slots {
		if e := &other.t.slots[i]; e.state == slotLive {
			s.t.discard(e.item, e.hash)
		}
	}
	s.t.trim()
}

// SetSymmetricDifferenceUpdate is s ^= other.
func SetSymmetricDifferenceUpdate[T any](s *Set[T], other *Set[T]) {
	if s == other {
		SetClear(s)
		return
	}
	for i := range other.t.slots {
		if e := &other.t.slots[i]; e.state == slotLive && !s.t.discard(e.item, e.hash) {
			s.t.add(e.item, e.hash)
		}
	}
}

// SetIsSubset is s <= other. The method of the name is Issubset.
func SetIsSubset[T any](s *Set[T], other *Set[T]) bool {
	if s.t.used > other.t.used {
		return false
	}
	for i := range s.t.slots {
		if e := &s.t.slots[i]; e.state == slotLive && other.t.find(e.item, e.hash) < 0 {
			return false
		}
	}
	return true
}

// SetIsSuperset is s >= other.
func SetIsSuperset[T any](s *Set[T], other *Set[T]) bool { return SetIsSubset(other, s) }

// SetIsProperSubset is s < other.
func SetIsProperSubset[T any](s *Set[T], other *Set[T]) bool {
	return s.t.used < other.t.used && SetIsSubset(s, other)
}

// SetIssubset is s.issubset(iterable).
func SetIssubset[T any](s *Set[T], seq iter.Seq[T]) bool { return SetIsSubset(s, SetOf(seq)) }

// SetIssuperset is s.issuperset(iterable).
func SetIssuperset[T any](s *Set[T], seq iter.Seq[T]) bool { return SetIsSubset(SetOf(seq), s) }

// SetIsdisjoint is s.isdisjoint(iterable).
func SetIsdisjoint[T any](s *Set[T], seq iter.Seq[T]) bool {
	for x := range seq {
		if s.Contains(x) {
			return false
		}
	}
	return true
}

// SetUnionSeq is s.union(iterables...).
func SetUnionSeq[T any](s *Set[T], seqs ...iter.Seq[T]) *Set[T] { return setCombineAll(s, "|", seqs) }

// SetIntersectionSeq is s.intersection(iterables...).
func SetIntersectionSeq[T any](s *Set[T], seqs ...iter.Seq[T]) *Set[T] {
	return setCombineAll(s, "&", seqs)
}

// SetDifferenceSeq is s.difference(iterables...).
func SetDifferenceSeq[T any](s *Set[T], seqs ...iter.Seq[T]) *Set[T] {
	return setCombineAll(s, "-", seqs)
}

// SetDifferenceDict is s.difference(d): the elements in their order, or, for a dict that is much smaller or of another kind, a copy
// without its keys.
func SetDifferenceDict[K, V any](s *Set[K], d *Dict[K, V]) *Set[K] {
	if s.t.used>>2 > int(d.Len()) || d.factory != nil || d.ordered {
		return setCombineSeq(s, "-", d.All())
	}
	c := &Set[K]{frozen: s.frozen}
	for x := range s.All() {
		if !d.Contains(x) {
			c.Add(x)
		}
	}
	return c
}

// SetSymmetricDifferenceSeq is s.symmetric_difference(iterable).
func SetSymmetricDifferenceSeq[T any](s *Set[T], seq iter.Seq[T]) *Set[T] {
	return SetSymmetricDifference(s, SetOf(seq))
}

func setCombineAll[T any](s *Set[T], op string, seqs []iter.Seq[T]) *Set[T] {
	result := SetCopy(s)
	for _, seq := range seqs {
		result = setCombineSeq(result, op, seq)
	}
	return result
}

// setCombineSeq applies | & - to an iterable in its own order, on which the order of the result depends.
func setCombineSeq[T any](s *Set[T], op string, seq iter.Seq[T]) *Set[T] {
	var c *Set[T]
	if op == "&" {
		c = &Set[T]{frozen: s.frozen}
	} else {
		c = SetCopy(s)
	}
	for x := range seq {
		h := Hash(x)
		switch {
		case op == "-":
			c.t.discard(x, h)
		case op == "|" || s.t.find(x, h) >= 0:
			c.t.add(x, h)
		}
	}
	if op == "-" {
		c.t.trim()
	}
	return c
}

// SetIntersectionUpdateSeq is s.intersection_update(iterable).
func SetIntersectionUpdateSeq[T any](s *Set[T], seq iter.Seq[T]) {
	s.t = setCombineSeq(s, "&", seq).t
}

// SetDifferenceUpdateSeq is s.difference_update(iterable).
func SetDifferenceUpdateSeq[T any](s *Set[T], seq iter.Seq[T]) { SetDifferenceUpdate(s, SetOf(seq)) }

// SetSymmetricDifferenceUpdateSeq is s.symmetric_difference_update(iterable).
func SetSymmetricDifferenceUpdateSeq[T any](s *Set[T], seq iter.Seq[T]) {
	SetSymmetricDifferenceUpdate(s, SetOf(seq))
}
