package py

import "iter"

// listAny is a *List of any element type.
type listAny interface {
	PyLen() int64
	PyIter() iter.Seq[any]
	at(i int) any
	indexAny(x any) int
	appendAny(v any)
	extendAny(v any)
	insertAny(i int64, v any)
	popAny(i int64) any
	removeAny(v any)
	copyAny() any
	concatAny(o listAny) any
	repeatAny(n int64) any
	imulAny(n int64)
	sortAny(key func(any) any, reverse bool)
	Clear()
	Reverse()
}

func (l *List[T]) at(i int) any { return Box(l.v[i]) }

// PyTypeName is "list".
func (l *List[T]) PyTypeName() string { return "list" }

// PyLen is len(l).
func (l *List[T]) PyLen() int64 { return int64(len(l.v)) }

// PyHash raises TypeError.
func (l *List[T]) PyHash() int64 { return unhashable("list") }

// PyEqual is l == other; lists of different element types compare by their elements.
func (l *List[T]) PyEqual(other any) bool {
	if o, ok := other.(*List[T]); ok {
		return l == o || equalSlices(l.v, o.v)
	}
	o, ok := other.(listAny)
	if !ok || l.PyLen() != o.PyLen() {
		return false
	}
	for i := range l.v {
		if !Equal(l.at(i), o.at(i)) {
			return false
		}
	}
	return true
}

// PyCompare orders lists element by element.
func (l *List[T]) PyCompare(other any) (int, bool) {
	if o, ok := other.(*List[T]); ok {
		return compareSlices(l.v, o.v), true
	}
	o, ok := other.(listAny)
	if !ok {
		return 0, false
	}
	for i := range int(min(l.PyLen(), o.PyLen())) {
		if c := compareItems(l.at(i), o.at(i)); c != 0 {
			return c, true
		}
	}
	return int(l.PyLen() - o.PyLen()), true
}

// PyIter iterates over the boxed elements.
func (l *List[T]) PyIter() iter.Seq[any] { return boxAll(l.All()) }

// PyGetItem is l[key] for an int or a Slice.
func (l *List[T]) PyGetItem(key any) any {
	if s, ok := key.(Slice); ok {
		return l.Slice(s.Lo, s.Hi, s.Step)
	}
	return Box(l.At(indexKey(key, "list")))
}

// PySetItem is l[key] = value.
func (l *List[T]) PySetItem(key, value any) {
	if s, ok := key.(Slice); ok {
		if !iterable(value) {
			if s.Step.Or(1) == 1 {
				throw(TypeError, "can only assign an iterable")
			}
			throw(TypeError, "must assign iterable to extended slice")
		}
		l.SetSlice(s.Lo, s.Hi, s.Step, l.unboxAll(value))
		return
	}
	l.SetAt(indexKey(key, "list"), l.unbox(value))
}

// PyDelItem is del l[key].
func (l *List[T]) PyDelItem(key any) {
	if s, ok := key.(Slice); ok {
		l.DelSlice(s.Lo, s.Hi, s.Step)
		return
	}
	l.DelAt(indexKey(key, "list"))
}

// PyContains is x in l.
func (l *List[T]) PyContains(x any) bool { return l.indexAny(x) >= 0 }

func (l *List[T]) indexAny(x any) int {
	for i := range l.v {
		if Equal(l.at(i), x) {
			return i
		}
	}
	return -1
}

// unbox gives a boxed value the element type. A list whose elements were given a type when compiling cannot take
// others; Python could, so the error says what is different here.
func (l *List[T]) unbox(v any) T { return unboxElem[T](v, "list") }

func (l *List[T]) unboxAll(v any) iter.Seq[T] {
	return func(yield func(T) bool) {
		for x := range Elems(v) {
			if !yield(l.unbox(x)) {
				return
			}
		}
	}
}

func unboxElem[T any](v any, container string) T {
	t, ok := Unbox[T](v)
	if !ok {
		throwf(TypeError, "this %s was compiled to hold %s and cannot take %s", container, typeNameOf[T](), TypeName(v))
	}
	return t
}

// indexKey is the int of a subscript of a sequence.
func indexKey(key any, typeName string) int64 {
	switch k := key.(type) {
	case int64:
		return k
	case bool:
		return boolInt(k)
	case *Wide:
		return BigInt{wide: k}.Index()
	}
	throwf(TypeError, "%s indices must be integers or slices, not %s", typeName, TypeName(key))
	return 0
}

func boxAll[T any](seq iter.Seq[T]) iter.Seq[any] {
	return func(yield func(any) bool) {
		for x := range seq {
			if !yield(Box(x)) {
				return
			}
		}
	}
}

func (l *List[T]) appendRepr(dst []byte, seen *visits) []byte {
	if !seen.enter(l) {
		return append(dst, "[...]"...)
	}
	defer seen.leave()
	dst = append(dst, '[')
	dst = appendReprs(dst, l.v, seen)
	return append(dst, ']')
}

func (l *List[T]) concatAny(o listAny) any {
	if same, ok := o.(*List[T]); ok {
		return l.Add(same)
	}
	return concatMixed(l, o)
}

// concatMixed is a + b for lists of different element types. It is not part of a method, since those are compiled for each element
// type, with all the types that they mention.
func concatMixed(a, b listAny) any {
	out := make([]any, 0, a.PyLen()+b.PyLen())
	for _, l := range []listAny{a, b} {
		for x := range l.PyIter() {
			out = append(out, x)
		}
	}
	return NewList(out...)
}

func (l *List[T]) repeatAny(n int64) any { return l.Mul(n) }
func (l *List[T]) imulAny(n int64)       { l.IMul(n) }
func (l *List[T]) appendAny(v any)       { l.Append(l.unbox(v)) }
func (l *List[T]) extendAny(v any)       { l.Extend(l.unboxAll(v)) }
func (l *List[T]) insertAny(i int64, v any) {
	l.Insert(i, l.unbox(v))
}
func (l *List[T]) popAny(i int64) any { return Box(l.Pop(i)) }
func (l *List[T]) copyAny() any       { return l.Copy() }
func (l *List[T]) removeAny(v any) {
	i := l.indexAny(v)
	if i < 0 {
		throw(ValueError, "list.remove(x): x not in list")
	}
	l.DelAt(int64(i))
}

// sortAny is l.sort(key=key, reverse=reverse), with a nil key for none.
func (l *List[T]) sortAny(key func(any) any, reverse bool) {
	if key == nil {
		l.Sort(reverse)
		return
	}
	ListSortBy(l, func(x T) any { return key(Box(x)) }, reverse)
}
