package py

import "iter"

// view is what d.keys(), d.values() and d.items() share: a view that follows the dict.
type view[T any] struct {
	name  string
	all   func() iter.Seq[T]
	size  func() int64
	begin func() *Iter[T]
}

// KeysView is the type of d.keys().
type KeysView[K any] struct {
	view[K]
	contains func(K) bool
}

// ValuesView is the type of d.values().
type ValuesView[V any] struct{ view[V] }

// ItemsView is the type of d.items().
type ItemsView[K, V any] struct{ view[Tuple2[K, V]] }

// All iterates over the view.
func (v view[T]) All() iter.Seq[T] { return v.all() }

// Len is len(view).
func (v view[T]) Len() int64 { return v.size() }

// PyTypeName is "dict_keys", "dict_values" or "dict_items".
func (v view[T]) PyTypeName() string { return v.name }

// PyLen is len(view).
func (v view[T]) PyLen() int64 { return v.size() }

// PyIter iterates over the boxed elements.
func (v view[T]) PyIter() iter.Seq[any] { return boxAll(v.all()) }

// Contains is x in view.
func (v view[T]) Contains(x T) bool {
	for y := range v.all() {
		if sameOrEqual(x, y) {
			return true
		}
	}
	return false
}

// Contains is k in d.keys(), by lookup.
func (v *KeysView[K]) Contains(k K) bool { return v.contains(k) }

// Isdisjoint is view.isdisjoint(other), of keys and items.
func (v view[T]) Isdisjoint(other iter.Seq[T]) bool { return viewDisjoint(v, boxAll(other)) }

func viewDisjoint(v viewAny, other iter.Seq[any]) bool {
	return SetIsdisjoint(SetOf(v.PyIter()), other)
}

// PyEqual compares views of keys or items like sets.
func (v view[T]) PyEqual(other any) bool {
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

// viewAny is a view of any dict.
type viewAny interface {
	isView()
	PyEqual(other any) bool
	PyIter() iter.Seq[any]
	PyTypeName() string
}

func (v view[T]) isView() {}

// PyBinary gives views of keys and items the operators of sets.
func (v view[T]) PyBinary(op string, other any, reflected bool) (any, bool) {
	return viewBinary(v, op, other, reflected)
}

func viewBinary(v viewAny, op string, other any, reflected bool) (any, bool) {
	_, isSet := other.(setAny)
	_, isView := other.(viewAny)
	switch op {
	case "&", "|", "-", "^":
		isSet = isSet || iterable(other)
	}
	if v.PyTypeName() == "dict_values" || !isSet && !isView {
		return nil, false
	}
	return SetOf(v.PyIter()).PyBinary(op, toSet(other), reflected)
}

func viewMethodTable() map[string]method {
	return map[string]method{
		"isdisjoint": def("other", func(v any, a []any) any { return viewDisjoint(v.(viewAny), Elems(a[0])) }),
	}
}

func (v view[T]) appendRepr(dst []byte, seen *visits) []byte {
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
