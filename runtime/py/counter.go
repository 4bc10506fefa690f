package py

import (
	"iter"
	"sort"
)

// Counter is collections.Counter: a dict of counts in which a missing key counts 0.
type Counter[T any] struct{ *Dict[T, int64] }

// NewCounter is Counter(iterable).
func NewCounter[T any](seq iter.Seq[T]) *Counter[T] {
	c := &Counter[T]{NewDict[T, int64]()}
	c.Update(seq)
	return c
}

// CounterEmpty is Counter().
func CounterEmpty[T any]() *Counter[T] { return &Counter[T]{NewDict[T, int64]()} }

// CounterOfDict is Counter(dict).
func CounterOfDict[T any](d *Dict[T, int64]) *Counter[T] { return &Counter[T]{DictCopy(d)} }

// CounterOfAny is Counter(v), for a mapping of counts or an iterable.
func CounterOfAny(v any) *Counter[any] {
	c := CounterEmpty[any]()
	for k, n := range counted[any](v) {
		DictMerge(c.Dict, k, n, AddInt)
	}
	return c
}

// counted are the keys of a mapping with its counts, or the elements of an iterable, or nothing of None.
func counted[T any](v any) iter.Seq2[T, int64] {
	b := plain(Box(v))
	return func(yield func(T, int64) bool) {
		if b == any(None) {
			return
		}
		if items, ok := mappingItems(b); ok {
			for k, n := range items {
				if !yield(As[T](k), As[int64](n)) {
					return
				}
			}
			return
		}
		for x := range Elems(b) {
			if !yield(As[T](x), 1) {
				return
			}
		}
	}
}

// SubtractAny is c.subtract(v).
func (c *Counter[T]) SubtractAny(v any) {
	for k, n := range counted[T](v) {
		DictMerge(c.Dict, k, -n, AddInt)
	}
}

// CounterAs copies a Counter into one whose keys have another type.
func CounterAs[T, U any](c *Counter[T], key func(T) U) *Counter[U] {
	return &Counter[U]{DictAs(c.Dict, key, func(n int64) int64 { return n })}
}

// At is c[k]: 0 for a missing key.
func (c *Counter[T]) At(k T) int64 { return c.GetOr(k, 0) }

// Update is c.update(iterable): counts its elements.
func (c *Counter[T]) Update(seq iter.Seq[T]) {
	for x := range seq {
		DictMerge(c.Dict, x, 1, AddInt)
	}
}

// AddDict is c.update(dict): adds its counts.
func (c *Counter[T]) AddDict(d *Dict[T, int64]) {
	for k, n := range d.Pairs() {
		DictMerge(c.Dict, k, n, AddInt)
	}
}

// AddCounter is c.update(counter).
func (c *Counter[T]) AddCounter(o *Counter[T]) { c.AddDict(o.Dict) }

// Subtract is c.subtract(iterable).
func (c *Counter[T]) Subtract(seq iter.Seq[T]) {
	for x := range seq {
		c.Set(x, c.At(x)-1)
	}
}

// SubtractDict is c.subtract(dict): takes its counts off.
func (c *Counter[T]) SubtractDict(d *Dict[T, int64]) {
	for k, n := range d.Pairs() {
		c.Set(k, SubInt(c.At(k), n))
	}
}

// SubtractCounter is c.subtract(counter).
func (c *Counter[T]) SubtractCounter(o *Counter[T]) { c.SubtractDict(o.Dict) }

// MostCommon is c.most_common(n), with Nothing for all: the largest counts first, equal ones in the order of their keys.
func (c *Counter[T]) MostCommon(n Opt[int64]) *List[Tuple2[T, int64]] {
	all := ListOf(DictItems(c.Dict).All())
	sort.SliceStable(all.v, func(i, j int) bool { return all.v[i].V1 > all.v[j].V1 })
	if n.Ok {
		all.v = all.v[:max(0, min(n.V, int64(len(all.v))))]
	}
	return all
}

// Elements is c.elements(): each key as often as it counts.
func (c *Counter[T]) Elements() *Iter[T] {
	return namedIter("chain", func(yield func(T) bool) {
		for k, n := range c.Pairs() {
			for range max(n, 0) {
				if !yield(k) {
					return
				}
			}
		}
	})
}

// Total is c.total().
func (c *Counter[T]) Total() int64 { return SumInt(DictValues(c.Dict).All(), 0) }

// Copy is c.copy().
func (c *Counter[T]) Copy() *Counter[T] { return CounterOfDict(c.Dict) }

// CounterAsDict is dict(c).
func CounterAsDict[T any](c *Counter[T]) *Dict[T, int64] { return DictCopy(c.Dict) }

// DelAt is del c[k], also of a missing key.
func (c *Counter[T]) DelAt(k T) {
	if c.Contains(k) {
		DictDel(c.Dict, k)
	}
}

// combine keeps the positive results of f for the keys of both, those of c first.
func (c *Counter[T]) combine(o *Counter[T], f func(a, b int64) int64) *Counter[T] {
	out := CounterEmpty[T]()
	for k, a := range c.Pairs() {
		if n := f(a, o.At(k)); n > 0 {
			out.Set(k, n)
		}
	}
	for k, b := range o.Pairs() {
		if n := f(0, b); n > 0 && !c.Contains(k) {
			out.Set(k, n)
		}
	}
	return out
}

// Add is c + o.
func (c *Counter[T]) Add(o *Counter[T]) *Counter[T] { return c.combine(o, AddInt) }

// Sub is c - o.
func (c *Counter[T]) Sub(o *Counter[T]) *Counter[T] { return c.combine(o, SubInt) }

// Or is c | o: the larger counts.
func (c *Counter[T]) Or(o *Counter[T]) *Counter[T] {
	return c.combine(o, func(a, b int64) int64 { return max(a, b) })
}

// And is c & o: the smaller counts.
func (c *Counter[T]) And(o *Counter[T]) *Counter[T] {
	return c.combine(o, func(a, b int64) int64 { return min(a, b) })
}

// AddInPlace is c += o.
func (c *Counter[T]) AddInPlace(o *Counter[T]) {
	c.AddCounter(o)
	c.keepPositive()
}

// SubInPlace is c -= o.
func (c *Counter[T]) SubInPlace(o *Counter[T]) {
	c.SubtractCounter(o)
	c.keepPositive()
}

// OrInPlace is c |= o.
func (c *Counter[T]) OrInPlace(o *Counter[T]) {
	for k, n := range o.Pairs() {
		if n > c.At(k) {
			c.Set(k, n)
		}
	}
	c.keepPositive()
}

// AndInPlace is c &= o.
func (c *Counter[T]) AndInPlace(o *Counter[T]) {
	for k, n := range c.Pairs() {
		c.Set(k, min(n, o.At(k)))
	}
	c.keepPositive()
}

// keepPositive takes away the keys that count less than 1.
func (c *Counter[T]) keepPositive() {
	var gone []T
	for k, n := range c.Pairs() {
		if n <= 0 {
			gone = append(gone, k)
		}
	}
	for _, k := range gone {
		DictDel(c.Dict, k)
	}
}

// Pos is +c: the counts above zero.
func (c *Counter[T]) Pos() *Counter[T] { return c.Add(CounterEmpty[T]()) }

// Neg is -c: the counts below zero, without their signs.
func (c *Counter[T]) Neg() *Counter[T] { return CounterEmpty[T]().Sub(c) }

// PyTypeName is "Counter".
func (c *Counter[T]) PyTypeName() string { return "Counter" }

// PyHash raises TypeError.
func (c *Counter[T]) PyHash() int64 { return unhashable("Counter") }

// PyModule is "collections".
func (*Counter[T]) PyModule() string { return "collections" }

// PyGetItem is c[k].
func (c *Counter[T]) PyGetItem(k any) any {
	if v, ok := c.lookupAny(k); ok {
		return v
	}
	return int64(0)
}

// counterAny is a Counter of whatever keys.
type counterAny interface {
	dictAny
	boxedCounter() *Counter[any]
}

func (c *Counter[T]) boxedCounter() *Counter[any] {
	return CounterAs(c, func(k T) any { return Box(k) })
}

// countsHold reports whether a test holds for the two counts of each key; one that is missing counts 0.
func countsHold(c, o counterAny, holds func(a, b int64) bool) bool {
	for k, n := range c.pairsAny() {
		if !holds(n.(int64), o.PyGetItem(k).(int64)) {
			return false
		}
	}
	for k, n := range o.pairsAny() {
		if !holds(c.PyGetItem(k).(int64), n.(int64)) {
			return false
		}
	}
	return true
}

// PyEqual is c == other.
func (c *Counter[T]) PyEqual(other any) bool {
	if o, ok := other.(counterAny); ok {
		return countsHold(c, o, func(a, b int64) bool { return a == b })
	}
	return equalDicts(c, other)
}

// counterOrder is the tests of inclusion: no count is larger, or none is smaller.
func counterOrder(c, o counterAny, op string) bool {
	included := countsHold(c, o, func(a, b int64) bool { return a <= b && op[0] == '<' || a >= b && op[0] == '>' })
	return included && (len(op) == 2 || !c.boxedCounter().PyEqual(o))
}

// PyBinary is + and - and the like of two counters.
func (c *Counter[T]) PyBinary(op string, other any, reflected bool) (any, bool) {
	if reflected {
		return nil, false
	}
	if o, ok := other.(*Counter[T]); ok {
		switch op {
		case "+":
			return c.Add(o), true
		case "-":
			return c.Sub(o), true
		case "|":
			return c.Or(o), true
		case "&":
			return c.And(o), true
		}
	}
	o, ok := other.(counterAny)
	switch {
	case !ok:
		return nil, false
	case op == "<" || op == "<=" || op == ">" || op == ">=":
		return counterOrder(c, o, op), true
	}
	if _, boxed := any(c).(*Counter[any]); boxed {
		if _, boxed := any(o).(*Counter[any]); boxed { // was asked above
			return nil, false
		}
	}
	return c.boxedCounter().PyBinary(op, o.boxedCounter(), false)
}

// PyInPlace is c += other and the like.
func (c *Counter[T]) PyInPlace(op string, other any) bool {
	o, ok := other.(*Counter[T])
	if !ok {
		if _, ok := other.(dictAny); !ok {
			throwf(AttributeError, "'%s' object has no attribute 'items'", TypeName(other))
		}
		o = CounterEmpty[T]()
		o.countAll([]any{other}, 1)
	}
	switch op {
	case "+":
		c.AddInPlace(o)
	case "-":
		c.SubInPlace(o)
	case "|":
		c.OrInPlace(o)
	case "&":
		c.AndInPlace(o)
	default:
		return false
	}
	return true
}

// PyCallMethod calls the methods that a dict does not have.
func (c *Counter[T]) PyCallMethod(name string, args []any) (any, bool) {
	switch name {
	case "most_common":
		if len(args) > 0 {
			return c.mostCommon(args[0]), true
		}
		return c.mostCommon(None), true
	case "total":
		return c.Total(), true
	case "elements":
		return c.Elements(), true
	case "update":
		return c.countAll(args, 1), true
	case "subtract":
		return c.countAll(args, -1), true
	}
	return nil, false
}

func (c *Counter[T]) methodNames() []string {
	return []string{"most_common", "total", "elements", "update", "subtract"}
}

// countAll adds the counts of a mapping, or one for each element of another iterable, times by.
func (c *Counter[T]) countAll(args []any, by int64) any {
	for _, a := range args {
		if d, ok := a.(dictAny); ok {
			for k, n := range d.pairsAny() {
				key := As[T](k)
				c.Set(key, AddInt(c.At(key), by*AsInt(n)))
			}
			continue
		}
		for x := range Elems(a) {
			c.Set(As[T](x), AddInt(c.At(As[T](x)), by))
		}
	}
	return None
}

func (c *Counter[T]) mostCommon(n any) any { return c.MostCommon(SliceBound(n)) }

func (c *Counter[T]) copyAny() any { return c.Copy() }

// appendRepr writes Counter({'a': 2, 'b': 1}), the largest counts first.
func (c *Counter[T]) appendRepr(dst []byte, seen *visits) []byte {
	if c.Len() == 0 {
		return append(dst, "Counter()"...)
	}
	dst = append(dst, "Counter("...)
	dst = DictOf(c.MostCommon(Opt[int64]{}).All()).appendRepr(dst, seen)
	return append(dst, ')')
}
