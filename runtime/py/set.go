package py

import "iter"

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
// code's constants, which it has made anew from the elements of another one: that can change the order.
func NewConstSet[T any](v ...T) *Set[T] { return SetOf(NewSet(v...).All()).Copy() }

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

// Discard is s.discard(x).
func (s *Set[T]) Discard(x T) { s.t.discard(x, Hash(x)) }

// Remove is s.remove(x); it raises KeyError.
func (s *Set[T]) Remove(x T) {
	if !s.t.discard(x, Hash(x)) {
		throwKey(Box(x))
	}
}

// Pop is s.pop(); it raises KeyError.
func (s *Set[T]) Pop() T {
	if s.t.used == 0 {
		throwKey("pop from an empty set")
	}
	return s.t.pop()
}

// Clear is s.clear().
func (s *Set[T]) Clear() { s.t = setTable[T]{} }

// Copy is s.copy().
func (s *Set[T]) Copy() *Set[T] {
	c := &Set[T]{frozen: s.frozen}
	c.t.merge(&s.t)
	return c
}

// Frozen is frozenset(s).
func (s *Set[T]) Frozen() *Set[T] {
	if s.frozen {
		return s
	}
	c := s.Copy()
	c.frozen = true
	return c
}

// Thawed is set(s).
func (s *Set[T]) Thawed() *Set[T] {
	c := s.Copy()
	c.frozen = false
	return c
}

// Update is s.update(iterables...). For a set there is UpdateSet.
func (s *Set[T]) Update(seqs ...iter.Seq[T]) *Set[T] {
	for _, seq := range seqs {
		for x := range seq {
			s.Add(x)
		}
	}
	return s
}

// UpdateSet is s |= other; it returns s.
func (s *Set[T]) UpdateSet(other *Set[T]) *Set[T] {
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

// Union is s | other and s.union(other).
func (s *Set[T]) Union(other *Set[T]) *Set[T] {
	c := s.Copy()
	c.t.merge(&other.t)
	return c
}

// Intersection is s & other and s.intersection(other).
func (s *Set[T]) Intersection(other *Set[T]) *Set[T] {
	if s == other {
		return s.Copy()
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

// Difference is s - other and s.difference(other).
func (s *Set[T]) Difference(other *Set[T]) *Set[T] {
	if s.t.used>>2 > other.t.used {
		c := s.Copy()
		c.DifferenceUpdate(other)
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

// SymmetricDifference is s ^ other and s.symmetric_difference(other).
func (s *Set[T]) SymmetricDifference(other *Set[T]) *Set[T] {
	c := other.Copy()
	c.frozen = s.frozen
	c.SymmetricDifferenceUpdate(s)
	return c
}

// IntersectionUpdate is s &= other.
func (s *Set[T]) IntersectionUpdate(other *Set[T]) { s.t = s.Intersection(other).t }

// DifferenceUpdate is s -= other.
func (s *Set[T]) DifferenceUpdate(other *Set[T]) {
	if s == other {
		s.Clear()
		return
	}
	if other.t.used>>3 > s.t.used {
		other = s.Intersection(other)
	}
	for i := range other.t.slots {
		if e := &other.t.slots[i]; e.state == slotLive {
			s.t.discard(e.item, e.hash)
		}
	}
	s.t.trim()
}

// SymmetricDifferenceUpdate is s ^= other.
func (s *Set[T]) SymmetricDifferenceUpdate(other *Set[T]) {
	if s == other {
		s.Clear()
		return
	}
	for i := range other.t.slots {
		if e := &other.t.slots[i]; e.state == slotLive && !s.t.discard(e.item, e.hash) {
			s.t.add(e.item, e.hash)
		}
	}
}

// IsSubset is s <= other. The method of the name is Issubset.
func (s *Set[T]) IsSubset(other *Set[T]) bool {
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

// IsSuperset is s >= other.
func (s *Set[T]) IsSuperset(other *Set[T]) bool { return other.IsSubset(s) }

// IsProperSubset is s < other.
func (s *Set[T]) IsProperSubset(other *Set[T]) bool {
	return s.t.used < other.t.used && s.IsSubset(other)
}

// Issubset is s.issubset(iterable).
func (s *Set[T]) Issubset(seq iter.Seq[T]) bool { return s.IsSubset(SetOf(seq)) }

// Issuperset is s.issuperset(iterable).
func (s *Set[T]) Issuperset(seq iter.Seq[T]) bool { return SetOf(seq).IsSubset(s) }

// Isdisjoint is s.isdisjoint(iterable).
func (s *Set[T]) Isdisjoint(seq iter.Seq[T]) bool {
	for x := range seq {
		if s.Contains(x) {
			return false
		}
	}
	return true
}

// UnionSeq is s.union(iterables...).
func (s *Set[T]) UnionSeq(seqs ...iter.Seq[T]) *Set[T] { return s.combineAll("|", seqs) }

// IntersectionSeq is s.intersection(iterables...).
func (s *Set[T]) IntersectionSeq(seqs ...iter.Seq[T]) *Set[T] { return s.combineAll("&", seqs) }

// DifferenceSeq is s.difference(iterables...).
func (s *Set[T]) DifferenceSeq(seqs ...iter.Seq[T]) *Set[T] { return s.combineAll("-", seqs) }

// SymmetricDifferenceSeq is s.symmetric_difference(iterable).
func (s *Set[T]) SymmetricDifferenceSeq(seq iter.Seq[T]) *Set[T] {
	return s.SymmetricDifference(SetOf(seq))
}

func (s *Set[T]) combineAll(op string, seqs []iter.Seq[T]) *Set[T] {
	result := s.Copy()
	for _, seq := range seqs {
		result = result.combineSeq(op, seq)
	}
	return result
}

// combineSeq applies | & - to an iterable in its own order, on which the order of the result depends.
func (s *Set[T]) combineSeq(op string, seq iter.Seq[T]) *Set[T] {
	var c *Set[T]
	if op == "&" {
		c = &Set[T]{frozen: s.frozen}
	} else {
		c = s.Copy()
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

// IntersectionUpdateSeq is s.intersection_update(iterable).
func (s *Set[T]) IntersectionUpdateSeq(seq iter.Seq[T]) { s.IntersectionUpdate(SetOf(seq)) }

// DifferenceUpdateSeq is s.difference_update(iterable).
func (s *Set[T]) DifferenceUpdateSeq(seq iter.Seq[T]) { s.DifferenceUpdate(SetOf(seq)) }

// SymmetricDifferenceUpdateSeq is s.symmetric_difference_update(iterable).
func (s *Set[T]) SymmetricDifferenceUpdateSeq(seq iter.Seq[T]) {
	s.SymmetricDifferenceUpdate(SetOf(seq))
}
