package py

import (
	"iter"
	"reflect"
)

// setAny is a *Set of any element type. As for lists, all that is done to a set whose type is known at run time only is done by few
// methods, most of it on a set of boxed elements.
type setAny interface {
	PyLen() int64
	PyIter() iter.Seq[any]
	PyContains(x any) bool
	isFrozen() bool
	boxedSet() *Set[any] // the set itself where it has boxed elements, or else a copy
	takes(o *Set[any])   // becomes equal to o, in its order
	addAny(x any)
	discardAny(x any) bool
	popAny() any
	copyAny() any
	clear()
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
		return s.t.used == o.t.used && SetIsSubset(s, o)
	case setAny:
		return s.PyLen() == o.PyLen() && subsetAny(s, o)
	case viewAny:
		return o.PyEqual(s)
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
		x = FrozenSetOfAny(inner)
	}
	item, ok := unboxKey[T](x)
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
	return setBinary(s, op, other)
}

func setBinary(s setAny, op string, other any) (any, bool) {
	o, ok := other.(setAny)
	if !ok {
		return nil, false
	}
	x := s.boxedSet()
	y := boxedOther(s, x, o)
	var result *Set[any]
	switch op {
	case "|":
		result = SetUnion(x, y)
	case "&":
		result = SetIntersection(x, y)
	case "-":
		result = SetDifference(x, y)
	case "^":
		result = SetSymmetricDifference(x, y)
	case "<=":
		return SetIsSubset(x, y), true
	case ">=":
		return SetIsSubset(y, x), true
	case "<":
		return SetIsProperSubset(x, y), true
	case ">":
		return SetIsProperSubset(y, x), true
	default:
		return nil, false
	}
	if s == setAny(x) || reflect.TypeOf(s) != reflect.TypeOf(o) {
		return result, true
	}
	same := s.copyAny().(setAny)
	same.takes(result)
	return same, true
}

// boxedOther is the other operand boxed: the same set if it is s, whose boxed one is given.
func boxedOther(s setAny, boxed *Set[any], other setAny) *Set[any] {
	if s == other {
		return boxed
	}
	return other.boxedSet()
}

func (s *Set[T]) boxedSet() *Set[any] {
	if same, ok := any(s).(*Set[any]); ok {
		return same
	}
	return SetBoxed(s)
}

// SetBoxed is a copy of s whose elements have no static type; it has the same order.
func SetBoxed[T any](s *Set[T]) *Set[any] {
	return setConvert(s, func(x T) any { return Box(x) })
}

func (s *Set[T]) takes(o *Set[any]) {
	frozen := s.frozen
	*s = *setConvert(o, func(x any) T { return unboxElem[T](x, "set") })
	s.frozen = frozen
}

// setConvert is the set with other elements in the same places of its table, so that it has the same order.
func setConvert[T, U any](s *Set[T], convert func(T) U) *Set[U] {
	t := &s.t
	slots := make([]setSlot[U], len(t.slots))
	for i := range t.slots {
		slots[i].hash, slots[i].state = t.slots[i].hash, t.slots[i].state
		if t.slots[i].state == slotLive {
			slots[i].item = convert(t.slots[i].item)
		}
	}
	if len(slots) == 0 {
		slots = nil
	}
	return &Set[U]{setTable[U]{slots, t.fill, t.used, t.finger}, s.frozen}
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

func (s *Set[T]) addAny(x any) { s.Add(unboxElem[T](x, "set")) }
func (s *Set[T]) popAny() any {
	if s.t.used == 0 {
		throwKey("pop from an empty set")
	}
	return Box(s.t.pop())
}
func (s *Set[T]) copyAny() any { return SetCopy(s) }
func (s *Set[T]) clear()       { s.t = setTable[T]{} }
func (s *Set[T]) discardAny(x any) bool {
	item, ok := s.item(x)
	return ok && s.t.discard(item, Hash(item))
}

// setUpdate is s |= other and its kin.
func setUpdate(s setAny, op string, other setAny) {
	boxed := s.boxedSet()
	o := boxedOther(s, boxed, other)
	switch op {
	case "|":
		SetUpdateSet(boxed, o)
	case "&":
		SetIntersectionUpdate(boxed, o)
	case "-":
		SetDifferenceUpdate(boxed, o)
	case "^":
		SetSymmetricDifferenceUpdate(boxed, o)
	}
	if s != setAny(boxed) {
		s.takes(boxed)
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
		setUpdate(s, op, o)
		return true
	}
	return false
}

// SetOfAny is set(v) for a value whose type is known only when running.
func SetOfAny(v any) *Set[any] {
	switch x := Box(v).(type) {
	case setAny:
		return SetThawed(x.boxedSet())
	case dictAny:
		s := &Set[any]{}
		if TypeName(x) == "dict" {
			s.t.reserve(int(x.PyLen()))
		}
		return SetUpdate(s, Elems(x))
	default:
		return SetOf(Elems(x))
	}
}

// FrozenSetOfAny is frozenset(v) for such a value.
func FrozenSetOfAny(v any) *Set[any] {
	if s, ok := Box(v).(setAny); ok && s.isFrozen() {
		return s.boxedSet()
	}
	s := SetOfAny(v)
	s.frozen = true
	return s
}
