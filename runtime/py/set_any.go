package py

import "iter"

// setAny is a *Set of any element type.
type setAny interface {
	PyLen() int64
	PyIter() iter.Seq[any]
	PyContains(x any) bool
	isFrozen() bool
}

func (s *Set[T]) isFrozen() bool { return s != nil && s.frozen }

// PyTypeName is "set" or "frozenset".
func (s *Set[T]) PyTypeName() string {
	if s.isFrozen() {
		return "frozenset"
	}
	return "set"
}

// PyLen is len(s).
func (s *Set[T]) PyLen() int64 { return int64(s.t.used) }

// PyIter iterates over the boxed elements.
func (s *Set[T]) PyIter() iter.Seq[any] { return boxAll(s.All()) }

// PyHash is CPython's hash of a frozenset; a set raises TypeError.
func (s *Set[T]) PyHash() int64 {
	if !s.frozen {
		return unhashable("set")
	}
	shuffle := func(h uint64) uint64 { return ((h ^ 89869747) ^ (h << 16)) * 3644798167 }
	var hash uint64
	for i := range s.t.slots {
		if s.t.slots[i].state == slotLive {
			hash ^= shuffle(uint64(s.t.slots[i].hash))
		}
	}
	hash ^= (uint64(s.t.used) + 1) * 1927868237
	hash ^= (hash >> 11) ^ (hash >> 25)
	hash = hash*69069 + 907133923
	if hash == ^uint64(0) {
		hash = 590923713
	}
	return int64(hash)
}

// PyEqual is s == other.
func (s *Set[T]) PyEqual(other any) bool {
	switch o := other.(type) {
	case *Set[T]:
		return s.t.used == o.t.used && s.IsSubset(o)
	case setAny:
		return s.PyLen() == o.PyLen() && subsetAny(s, o)
	}
	return false
}

func subsetAny(s, of setAny) bool {
	if s.PyLen() > of.PyLen() {
		return false
	}
	for x := range s.PyIter() {
		if !of.PyContains(x) {
			return false
		}
	}
	return true
}

// PyContains is x in s.
func (s *Set[T]) PyContains(x any) bool {
	item, ok := s.item(x)
	return ok && s.Contains(item)
}

// item gives a boxed value the element type; ok is false if no element of the type can equal it. A set
// stands for the frozenset of its elements, as in CPython.
func (s *Set[T]) item(x any) (T, bool) {
	if inner, ok := x.(setAny); ok && !inner.isFrozen() {
		x = FrozenSetOf(inner.PyIter())
	}
	item, ok := Unbox[T](x)
	if !ok {
		ok = unboxNumber(&item, x)
	}
	if !ok {
		hashAny(x) // raises TypeError for what is unhashable
	}
	return item, ok
}

// PyBinary is | & - ^ and the comparisons by inclusion with another set.
func (s *Set[T]) PyBinary(op string, other any, reflected bool) (any, bool) {
	if reflected {
		return nil, false
	}
	if o, ok := other.(*Set[T]); ok {
		return s.binary(op, o)
	}
	o, ok := other.(setAny)
	if !ok {
		return nil, false
	}
	return anySet(s).binary(op, anySet(o))
}

// anySet is the set with its elements boxed.
func anySet(s setAny) *Set[any] {
	if a, ok := s.(*Set[any]); ok {
		return a
	}
	a := SetOf(s.PyIter())
	a.frozen = s.isFrozen()
	return a
}

func (s *Set[T]) binary(op string, o *Set[T]) (any, bool) {
	switch op {
	case "|":
		return s.Union(o), true
	case "&":
		return s.Intersection(o), true
	case "-":
		return s.Difference(o), true
	case "^":
		return s.SymmetricDifference(o), true
	case "<=":
		return s.IsSubset(o), true
	case ">=":
		return o.IsSubset(s), true
	case "<":
		return s.IsProperSubset(o), true
	case ">":
		return o.IsProperSubset(s), true
	}
	return nil, false
}

func (s *Set[T]) appendRepr(dst []byte, seen *visits) []byte {
	name := s.PyTypeName()
	if s.t.used == 0 {
		return append(append(dst, name...), "()"...)
	}
	if !seen.enter(s) {
		return append(append(dst, name...), "(...)"...)
	}
	defer seen.leave()
	if s.frozen {
		dst = append(dst, "frozenset("...)
	}
	dst = append(dst, '{')
	first := true
	for x := range s.All() {
		if !first {
			dst = append(dst, ", "...)
		}
		first = false
		dst = appendRepr(dst, x, seen)
	}
	dst = append(dst, '}')
	if s.frozen {
		dst = append(dst, ')')
	}
	return dst
}

// setMutable is what methods called by name change a set with.
type setMutable interface {
	setAny
	addAny(x any)
	discardAny(x any) bool
	popAny() any
	copyAny() any
	updateAny(op string, other *Set[any])
	Clear()
}

func (s *Set[T]) addAny(x any) { s.Add(unboxElem[T](x, "set")) }
func (s *Set[T]) popAny() any  { return Box(s.Pop()) }
func (s *Set[T]) copyAny() any { return s.Copy() }
func (s *Set[T]) discardAny(x any) bool {
	item, ok := s.item(x)
	return ok && s.t.discard(item, Hash(item))
}

func (s *Set[T]) updateAny(op string, other *Set[any]) {
	o, ok := any(other).(*Set[T])
	if !ok {
		o = SetOf(func(yield func(T) bool) {
			for x := range other.All() {
				item, ok := s.item(x)
				if !ok && (op == "|" || op == "^") {
					item = unboxElem[T](x, "set")
				}
				if (ok || op == "|" || op == "^") && !yield(item) {
					return
				}
			}
		})
	}
	switch op {
	case "|":
		s.UpdateSet(o)
	case "&":
		s.IntersectionUpdate(o)
	case "-":
		s.DifferenceUpdate(o)
	case "^":
		s.SymmetricDifferenceUpdate(o)
	}
}

// PyInPlace is s |= other and its kin.
func (s *Set[T]) PyInPlace(op string, other any) bool {
	o, ok := other.(setAny)
	if !ok || s.frozen {
		return false
	}
	switch op {
	case "|", "&", "-", "^":
		s.updateAny(op, anySet(o))
		return true
	}
	return false
}

// SetOfAny is set(v) for a value whose type is known only when running.
func SetOfAny(v any) *Set[any] {
	switch x := Box(v).(type) {
	case setAny:
		return anySet(x).Thawed()
	case *Dict[any, any]:
		return SetOfDict(x)
	default:
		return SetOf(Elems(x))
	}
}
