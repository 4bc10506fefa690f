package py

import (
	"iter"
	"reflect"
	"slices"
)

// listAny is a *List of any element type, whose elements are boxed and unboxed. All that is done to a list whose type is known at run
// time only is done by these few methods: they are compiled for every element type of every program, used or not.
type listAny interface {
	PyLen() int64
	PyIter() iter.Seq[any]
	at(i int) any
	setAt(i int, v any)
	splice(from, n int, v []any) // the n elements from there become others
	pick(from, by, n int) any    // a new list of n elements, each by further than the last
	copyAny() any
}

func (l *List[T]) at(i int) any       { return Box(l.v[i]) }
func (l *List[T]) setAt(i int, v any) { l.v[i] = unboxElem[T](v, "list") }

func (l *List[T]) splice(from, n int, v []any) {
	with := make([]T, len(v))
	for i, x := range v {
		with[i] = unboxElem[T](x, "list")
	}
	tail := l.v[from+n:]
	switch {
	case len(tail) == 0 && len(with) >= n:
		l.v = append(l.v[:from], with...)
	case len(with) <= n:
		end := from + copy(l.v[from:], with)
		end += copy(l.v[end:], tail)
		clear(l.v[end:])
		l.v = l.v[:end]
	default:
		l.v = append(append(append(make([]T, 0, len(l.v)-n+len(with)), l.v[:from]...), with...), tail...)
	}
}

func (l *List[T]) pick(from, by, n int) any {
	c := MakeList[T](n)
	for i := range n {
		c.v = append(c.v, l.v[from+i*by])
	}
	return c
}

func (l *List[T]) copyAny() any { return l.pick(0, 1, len(l.v)) }

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
	return equalLists(l, other)
}

func equalLists(l listAny, other any) bool {
	o, ok := other.(listAny)
	if !ok || l.PyLen() != o.PyLen() {
		return false
	}
	for i := range int(l.PyLen()) {
		if !sameOrEqualAny(l.at(i), o.at(i)) {
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
	return compareLists(l, other)
}

func compareLists(l listAny, other any) (int, bool) {
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
func (l *List[T]) PyGetItem(key any) any { return listGet(l, key) }

// PySetItem is l[key] = value.
func (l *List[T]) PySetItem(key, value any) { listSet(l, key, value) }

// PyDelItem is del l[key].
func (l *List[T]) PyDelItem(key any) { listDelete(l, key) }

// PyContains is x in l.
func (l *List[T]) PyContains(x any) bool { return listFind(l, x) >= 0 }

func listGet(l listAny, key any) any {
	if s, ok := key.(Slice); ok {
		return l.pick(bounds(s.Lo, s.Hi, s.Step, int(l.PyLen())))
	}
	return l.at(int(wrapIndex(indexKey(key, "list"), int(l.PyLen()), "list index out of range")))
}

func listSet(l listAny, key, value any) {
	s, ok := key.(Slice)
	if !ok {
		l.setAt(int(wrapIndex(indexKey(key, "list"), int(l.PyLen()), "list assignment index out of range")), value)
		return
	}
	if !iterable(value) {
		if s.Step.Or(1) == 1 {
			throw(TypeError, "can only assign an iterable")
		}
		throw(TypeError, "must assign iterable to extended slice")
	}
	items := slices.Collect(Elems(value))
	from, by, n := bounds(s.Lo, s.Hi, s.Step, int(l.PyLen()))
	if by == 1 {
		l.splice(from, n, items)
		return
	}
	checkExtended(len(items), n)
	for i, x := range items {
		l.setAt(from+i*by, x)
	}
}

func listDelete(l listAny, key any) {
	if s, ok := key.(Slice); ok {
		from, by, n := bounds(s.Lo, s.Hi, s.Step, int(l.PyLen()))
		if by == 1 {
			l.splice(from, n, nil)
			return
		}
		gone := make([]int, n)
		for i := range gone {
			gone[i] = from + i*by
		}
		slices.Sort(gone)
		for _, i := range slices.Backward(gone) {
			l.splice(i, 1, nil)
		}
		return
	}
	l.splice(int(wrapIndex(indexKey(key, "list"), int(l.PyLen()), "list assignment index out of range")), 1, nil)
}

// listFind is the index of the first element that equals x, or -1.
func listFind(l listAny, x any) int {
	for i := range int(l.PyLen()) {
		if sameOrEqualAny(l.at(i), x) {
			return i
		}
	}
	return -1
}

// unboxElem gives a boxed value the element type. A container whose elements were given a type when compiling cannot take
// others; Python could, so the error says what is different here.
func unboxElem[T any](v any, container string) T {
	t, ok := Unbox[T](v)
	if to, isTuple := any(&t).(tupleSetter); !ok && isTuple { // another Go type of tuples may have the same values
		src, _ := v.(tupleAny)
		ok = src != nil && to.setItems(src, false) && sameTypes(any(t).(tupleAny), src)
	}
	if !ok {
		throwf(TypeError, "this %s was compiled to hold %s and cannot take %s", container, typeNameOf[T](), TypeName(v))
	}
	return t
}

// sameTypes reports whether the elements of two tuples of one length have the same types.
func sameTypes(a, b tupleAny) bool {
	for i := range int(a.PyLen()) {
		x, y := a.item(i), b.item(i)
		inner, nested := x.(tupleAny)
		if TypeName(x) != TypeName(y) || nested && !sameTypes(inner, y.(tupleAny)) {
			return false
		}
	}
	return true
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
	throwf(TypeError, "%s indices must be integers or slices, not %s", typeName, fullTypeName(key))
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

// listConcat is a + b, of the element type of both where that is one.
func listConcat(a, b listAny) any {
	if reflect.TypeOf(a) != reflect.TypeOf(b) {
		out := make([]any, 0, a.PyLen()+b.PyLen())
		for _, l := range []listAny{a, b} {
			out = slices.AppendSeq(out, l.PyIter())
		}
		return NewList(out...)
	}
	out := a.copyAny().(listAny)
	listExtend(out, b)
	return out
}

// listExtend is l.extend(v). A list extended by itself must not see its own new elements.
func listExtend(l listAny, v any) { l.splice(int(l.PyLen()), 0, slices.Collect(Elems(v))) }

// listRepeat is l * n.
func listRepeat(l listAny, n int64) any {
	out := l.pick(0, 1, 0).(listAny)
	out.splice(0, 0, repeat(slices.Collect(l.PyIter()), n))
	return out
}

func listRemove(l listAny, x any) {
	i := listFind(l, x)
	if i < 0 {
		throw(ValueError, "list.remove(x): x not in list")
	}
	l.splice(i, 1, nil)
}

func listPop(l listAny, i int64) any {
	if l.PyLen() == 0 {
		throw(IndexError, "pop from empty list")
	}
	at := int(wrapIndex(i, int(l.PyLen()), "pop index out of range"))
	x := l.at(at)
	l.splice(at, 1, nil)
	return x
}

func listInsert(l listAny, i int64, x any) {
	n := l.PyLen()
	if i < 0 {
		i = max(i+n, 0)
	}
	l.splice(int(min(i, n)), 0, []any{x})
}

// listAppend is l.append(x).
func listAppend(l listAny, x any) {
	if same, ok := l.(*List[any]); ok {
		same.Append(x)
		return
	}
	l.splice(int(l.PyLen()), 0, []any{x})
}

// listChange replaces the elements of l by what change makes of them.
func listChange(l listAny, change func([]any)) {
	items := slices.Collect(l.PyIter())
	change(items)
	for i, x := range items {
		l.setAt(i, x)
	}
}
