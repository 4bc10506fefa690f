package py

import "iter"

// ItertoolsChain is chain(*iterables).
func ItertoolsChain[T any](seqs ...iter.Seq[T]) *Iter[T] {
	return namedIter("chain", func(yield func(T) bool) {
		for _, seq := range seqs {
			for x := range seq {
				if !yield(x) {
					return
				}
			}
		}
	})
}

// ItertoolsChainLists is chain.from_iterable(lists).
func ItertoolsChainLists[T any](lists iter.Seq[*List[T]]) *Iter[T] {
	return namedIter("chain", func(yield func(T) bool) {
		for l := range lists {
			for x := range l.All() {
				if !yield(x) {
					return
				}
			}
		}
	})
}

// ItertoolsChainAny is chain.from_iterable(iterables) of iterables of any kind.
func ItertoolsChainAny(seqs iter.Seq[any]) *Iter[any] {
	return namedIter("chain", func(yield func(any) bool) {
		for seq := range seqs {
			for x := range Elems(seq) {
				if !yield(x) {
					return
				}
			}
		}
	})
}

// ItertoolsIslice is islice(iterable, start, stop, step), with Nothing for no end. It takes no more than it gives.
func ItertoolsIslice[T any](seq iter.Seq[T], start int64, stop Opt[int64], step int64) *Iter[T] {
	if start < 0 || stop.Ok && stop.V < 0 {
		throw(ValueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
	}
	if step < 1 {
		throw(ValueError, "Step for islice() must be a positive integer or None.")
	}
	return namedIter("islice", func(yield func(T) bool) {
		if stop.Ok && stop.V <= start {
			return
		}
		i, next := int64(0), start
		for x := range seq {
			if i == next {
				if !yield(x) {
					return
				}
				next += step
				if stop.Ok && next >= stop.V {
					return
				}
			}
			i++
		}
	})
}

// ItertoolsIsliceTo is islice(iterable, stop).
func ItertoolsIsliceTo[T any](seq iter.Seq[T], stop Opt[int64]) *Iter[T] {
	return ItertoolsIslice(seq, 0, stop, 1)
}

// ItertoolsCount is count(start, step).
func ItertoolsCount(start, step int64) *Iter[int64] {
	return NewIterFunc("count", func() (int64, bool) {
		x := start
		start = AddInt(start, step)
		return x, true
	})
}

// ItertoolsCountFloat is count(start, step) of a float start.
func ItertoolsCountFloat(start, step float64) *Iter[float64] {
	return NewIterFunc("count", func() (float64, bool) {
		x := start
		start += step
		return x, true
	})
}

// ItertoolsCountBy is count(start, step) of a float step: the first number is the int.
func ItertoolsCountBy(start int64, step float64) *Iter[any] {
	next := any(start)
	return NewIterFunc("count", func() (any, bool) {
		x := next
		next = DynAdd(x, step)
		return x, true
	})
}

// ItertoolsCycle is cycle(iterable).
func ItertoolsCycle[T any](seq iter.Seq[T]) *Iter[T] {
	return namedIter("cycle", func(yield func(T) bool) {
		var all []T
		for x := range seq {
			all = append(all, x)
			if !yield(x) {
				return
			}
		}
		for len(all) > 0 {
			for _, x := range all {
				if !yield(x) {
					return
				}
			}
		}
	})
}

// ItertoolsRepeat is repeat(x, times), with Nothing for no end.
func ItertoolsRepeat[T any](x T, times Opt[int64]) *Iter[T] {
	return NewIterFunc("repeat", func() (T, bool) {
		if times.Ok {
			times.V--
		}
		return x, !times.Ok || times.V >= 0
	})
}

// ItertoolsAccumulate is accumulate(ints).
func ItertoolsAccumulate(seq iter.Seq[int64]) *Iter[int64] {
	return ItertoolsAccumulateBy(seq, AddInt)
}

// ItertoolsAccumulateFloat is accumulate(floats).
func ItertoolsAccumulateFloat(seq iter.Seq[float64]) *Iter[float64] {
	return ItertoolsAccumulateBy(seq, func(a, b float64) float64 { return a + b })
}

// ItertoolsAccumulateAny is accumulate(iterable) of values known when running.
func ItertoolsAccumulateAny(seq iter.Seq[any]) *Iter[any] { return ItertoolsAccumulateBy(seq, DynAdd) }

// ItertoolsAccumulateFrom is accumulate(iterable, function, initial=initial).
func ItertoolsAccumulateFrom[T, A any](seq iter.Seq[T], f func(total A, x T) A, initial A) *Iter[A] {
	c := &calling{}
	f = through2(c, f)
	return callingIter("accumulate", c, func(yield func(A) bool) {
		total := initial
		if !yield(total) {
			return
		}
		for x := range seq {
			if total = f(total, x); !yield(total) {
				return
			}
		}
	})
}

// ItertoolsAccumulateAnyFrom is accumulate(iterable, initial=initial); without an initial value it begins with the first.
func ItertoolsAccumulateAnyFrom(seq iter.Seq[any], initial any) *Iter[any] {
	if isNone(Box(initial)) {
		return ItertoolsAccumulateAny(seq)
	}
	return ItertoolsAccumulateFrom(seq, DynAdd, Box(initial))
}

// ItertoolsAccumulateBy is accumulate(iterable, function).
func ItertoolsAccumulateBy[T any](seq iter.Seq[T], f func(a, b T) T) *Iter[T] {
	c := &calling{}
	f = through2(c, f)
	return callingIter("accumulate", c, func(yield func(T) bool) {
		first := true
		var total T
		for x := range seq {
			if first {
				total, first = x, false
			} else {
				total = f(total, x)
			}
			if !yield(total) {
				return
			}
		}
	})
}

// ItertoolsTakewhile is takewhile(predicate, iterable).
func ItertoolsTakewhile[T any](f func(T) bool, seq iter.Seq[T]) *Iter[T] {
	c := &calling{}
	f = through1(c, f)
	return callingIter("takewhile", c, func(yield func(T) bool) {
		for x := range seq {
			if !f(x) || !yield(x) {
				return
			}
		}
	})
}

// ItertoolsDropwhile is dropwhile(predicate, iterable).
func ItertoolsDropwhile[T any](f func(T) bool, seq iter.Seq[T]) *Iter[T] {
	c := &calling{}
	f = through1(c, f)
	return callingIter("dropwhile", c, func(yield func(T) bool) {
		dropping := true
		for x := range seq {
			dropping = dropping && f(x)
			if !dropping && !yield(x) {
				return
			}
		}
	})
}

// FilterFalsy is filterfalse(None, iterable).
func FilterFalsy[T any](seq iter.Seq[T]) *Iter[T] {
	return namedIter("filterfalse", FilterSeq(func(x T) bool { return !Truth(x) }, seq))
}

// ItertoolsFilterfalse is filterfalse(predicate, iterable).
func ItertoolsFilterfalse[T any](f func(T) bool, seq iter.Seq[T]) *Iter[T] {
	c := &calling{}
	return callingIter("filterfalse", c, FilterSeq(through1(c, func(x T) bool { return !f(x) }), seq))
}

// ItertoolsPairwise is pairwise(iterable).
func ItertoolsPairwise[T any](seq iter.Seq[T]) *Iter[Tuple2[T, T]] {
	return namedIter("pairwise", func(yield func(Tuple2[T, T]) bool) {
		var last T
		first := true
		for x := range seq {
			if !first && !yield(T2(last, x)) {
				return
			}
			last, first = x, false
		}
	})
}

// ItertoolsZipLongest is zip_longest(a, b), with None for what is missing.
func ItertoolsZipLongest[A, B any](a iter.Seq[A], b iter.Seq[B]) *Iter[Tuple2[Opt[A], Opt[B]]] {
	return namedIter("zip_longest", func(yield func(Tuple2[Opt[A], Opt[B]]) bool) {
		left, right := NewIter(a), NewIter(b)
		for {
			x, ok1 := left.Next()
			y, ok2 := right.Next()
			if !ok1 && !ok2 || !yield(T2(Opt[A]{x, ok1}, Opt[B]{y, ok2})) {
				return
			}
		}
	})
}

// ItertoolsZipLongestFill is zip_longest(a, b, fillvalue=fill).
func ItertoolsZipLongestFill[T any](a, b iter.Seq[T], fill T) *Iter[Tuple2[T, T]] {
	return namedIter("zip_longest", MapSeq(func(p Tuple2[Opt[T], Opt[T]]) Tuple2[T, T] {
		return T2(p.V0.Or(fill), p.V1.Or(fill))
	}, ItertoolsZipLongest(a, b).All()))
}

// ItertoolsZipLongestAny is zip_longest(*iterables, fillvalue=fill).
func ItertoolsZipLongestAny(fill any, seqs ...iter.Seq[any]) *Iter[*TupleOf[any]] {
	its := make([]*Iter[any], len(seqs))
	for i, s := range seqs {
		its[i] = NewIter(s)
	}
	return NewIterFunc("zip_longest", func() (*TupleOf[any], bool) {
		row, some := &TupleOf[any]{}, false
		for _, it := range its {
			x, ok := it.Next()
			if !ok {
				x = fill
			}
			row.v, some = append(row.v, x), some || ok
		}
		return row, some
	})
}

// ItertoolsGroupby is groupby(iterable): runs of equal elements. A group ends when the next is asked for.
func ItertoolsGroupby[T any](seq iter.Seq[T]) *Iter[Tuple2[T, *Iter[T]]] {
	return ItertoolsGroupbyKey(seq, func(x T) T { return x })
}

// ItertoolsGroupbyKey is groupby(iterable, key).
func ItertoolsGroupbyKey[T, K any](seq iter.Seq[T], key func(T) K) *Iter[Tuple2[K, *Iter[T]]] {
	g := &groups[T, K]{src: NewIter(seq), by: key}
	return NewIterFunc("groupby", g.next)
}

// groups is the state of a groupby: an element is taken when it is asked for, and not before.
type groups[T, K any] struct {
	src         *Iter[T]
	by          func(T) K
	x           T // the element at hand, and its key; steps counts them
	key         K
	steps       int
	at          bool // whether there is an element at hand
	target      K    // the key of the group that was begun last, and of which element it is
	targetSteps int
	number      int
}

// step takes the next element.
func (g *groups[T, K]) step() bool {
	x, ok := g.src.Next()
	if ok {
		g.x, g.key, g.at = x, g.by(x), true
		g.steps++
	}
	return ok
}

// belongs reports that the element at hand is of the group that was begun last.
func (g *groups[T, K]) belongs() bool {
	return g.steps == g.targetSteps || sameOrEqual(g.target, g.key)
}

// next begins a group.
func (g *groups[T, K]) next() (out Tuple2[K, *Iter[T]], ok bool) {
	g.number++
	for !g.at || g.number > 1 && g.belongs() {
		if !g.step() {
			return out, false
		}
	}
	g.target, g.targetSteps = g.key, g.steps
	mine := g.number
	return T2(g.key, NewIterFunc("_grouper", func() (x T, ok bool) {
		if mine != g.number || !g.at && !g.step() || !g.belongs() {
			return x, false
		}
		g.at = false
		return g.x, true
	})), true
}
