package py

import "iter"

// dictView is what d.keys(), d.values() and d.items() share: a view that follows the dict.
type dictView[T any] struct {
	name string
	all  func() iter.Seq[T]
	size func() int64
}

// KeysView is the type of d.keys().
type KeysView[K any] struct {
	dictView[K]
	contains func(K) bool
}

// ValuesView is the type of d.values().
type ValuesView[V any] struct{ dictView[V] }

// ItemsView is the type of d.items().
type ItemsView[K, V any] struct{ dictView[Tuple2[K, V]] }

// All iterates over the view.
func (v dictView[T]) All() iter.Seq[T] { return v.all() }

// Len is len(view).
func (v dictView[T]) Len() int64 { return v.size() }

// PyTypeName is "dict_keys", "dict_values" or "dict_items".
func (v dictView[T]) PyTypeName() string { return v.name }

// PyLen is len(view).
func (v dictView[T]) PyLen() int64 { return v.size() }

// PyIter iterates over the boxed elements.
func (v dictView[T]) PyIter() iter.Seq[any] { return boxAll(v.all()) }

// Contains is x in view.
func (v dictView[T]) Contains(x T) bool {
	for y := range v.all() {
		if Equal(x, y) {
			return true
		}
	}
	return false
}

// Contains is k in d.keys(), by lookup.
func (v *KeysView[K]) Contains(k K) bool { return v.contains(k) }

// Set is set(d.keys()), the operand of view & other and its kin.
func (v *KeysView[K]) Set() *Set[K] { return SetOf(v.All()) }

// Set is set(d.items()), the operand of view & other and its kin.
func (v *ItemsView[K, V]) Set() *Set[Tuple2[K, V]] { return SetOf(v.All()) }

// PyEqual compares views of keys or items like sets.
func (v dictView[T]) PyEqual(other any) bool {
	o, ok := other.(Lener)
	if !ok || v.name == "dict_values" {
		return false
	}
	switch other.(type) {
	case setAny, viewAny:
	default:
		return false
	}
	if o.PyLen() != v.PyLen() {
		return false
	}
	for x := range boxAll(v.all()) {
		if !DynContains(other, x) {
			return false
		}
	}
	return true
}

type viewAny interface{ isView() }

func (v dictView[T]) isView() {}

func (v dictView[T]) appendRepr(dst []byte, seen *visits) []byte {
	dst = append(dst, v.name...)
	dst = append(dst, "(["...)
	first := true
	for x := range v.all() {
		if !first {
			dst = append(dst, ", "...)
		}
		first = false
		dst = appendRepr(dst, x, seen)
	}
	return append(dst, "])"...)
}
