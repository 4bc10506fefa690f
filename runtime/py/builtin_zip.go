package py

import (
	"iter"
	"strconv"
)

// ZipSeq2 is zip(a, b).
func ZipSeq2[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq[Tuple2[A, B]] {
	return func(yield func(Tuple2[A, B]) bool) {
		nextB, stop := pull(b)
		defer stop()
		for x := range a {
			y, ok := nextB()
			if !ok {
				return
			}
			if !yield(T2(x, y)) {
				return
			}
		}
	}
}

// ZipSeqList is zip(a, l) of a list, which is no coroutine to go on with.
func ZipSeqList[A, B any](a iter.Seq[A], l *List[B]) iter.Seq[Tuple2[A, B]] {
	return func(yield func(Tuple2[A, B]) bool) {
		i := 0
		for x := range a {
			if uint(i) >= uint(len(l.v)) {
				return
			}
			if !yield(T2(x, l.v[i])) {
				return
			}
			i++
		}
	}
}

// ZipSeqLists is zip(a, b) of two lists.
func ZipSeqLists[A, B any](a *List[A], b *List[B]) iter.Seq[Tuple2[A, B]] {
	return func(yield func(Tuple2[A, B]) bool) {
		for i := 0; ; i++ {
			v, w := a.v, b.v
			if uint(i) >= uint(len(v)) || uint(i) >= uint(len(w)) {
				return
			}
			if !yield(T2(v[i], w[i])) {
				return
			}
		}
	}
}

// ZippedLists is zip(a, b) of two lists for `for x, y in …`.
func ZippedLists[A, B any](a *List[A], b *List[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		for i := 0; ; i++ {
			v, w := a.v, b.v
			if uint(i) >= uint(len(v)) || uint(i) >= uint(len(w)) {
				return
			}
			if !yield(v[i], w[i]) {
				return
			}
		}
	}
}

// Zipped is zip(a, l) of a list for `for x, y in …`.
func Zipped[A, B any](a iter.Seq[A], l *List[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		i := 0
		for x := range a {
			if uint(i) >= uint(len(l.v)) {
				return
			}
			if !yield(x, l.v[i]) {
				return
			}
			i++
		}
	}
}

// ZipSeq3 is zip(a, b, c).
func ZipSeq3[A, B, C any](a iter.Seq[A], b iter.Seq[B], c iter.Seq[C]) iter.Seq[Tuple3[A, B, C]] {
	return func(yield func(Tuple3[A, B, C]) bool) {
		nextC, stop := pull(c)
		defer stop()
		for xy := range ZipSeq2(a, b) {
			z, ok := nextC()
			if !ok || !yield(T3(xy.V0, xy.V1, z)) {
				return
			}
		}
	}
}

// ZipSeq4 is zip(a, b, c, d).
func ZipSeq4[A, B, C, D any](a iter.Seq[A], b iter.Seq[B], c iter.Seq[C], d iter.Seq[D]) iter.Seq[Tuple4[A, B, C, D]] {
	return func(yield func(Tuple4[A, B, C, D]) bool) {
		nextD, stop := pull(d)
		defer stop()
		for t := range ZipSeq3(a, b, c) {
			w, ok := nextD()
			if !ok || !yield(T4(t.V0, t.V1, t.V2, w)) {
				return
			}
		}
	}
}

// zipSeqAny is zip(*iterables, strict) of any number.
func zipSeqAny(strict bool, seqs []iter.Seq[any]) iter.Seq[*TupleOf[any]] {
	return func(yield func(*TupleOf[any]) bool) {
		nexts := make([]func() (any, bool), len(seqs))
		for i, s := range seqs {
			next, stop := pull(s)
			defer stop()
			nexts[i] = next
		}
		for len(seqs) > 0 {
			row := make([]any, len(nexts))
			for i, next := range nexts {
				x, ok := next()
				if !ok {
					if strict {
						checkEnds(i, nexts)
					}
					return
				}
				row[i] = x
			}
			if !yield(NewTupleOf(row...)) {
				return
			}
		}
	}
}

// checkEnds raises ValueError unless all iterators are at their ends, as the one at ended is.
func checkEnds(ended int, nexts []func() (any, bool)) {
	before := func(i int) string {
		if i == 1 {
			return " 1"
		}
		return "s 1-" + strconv.Itoa(i)
	}
	if ended > 0 {
		throwf(ValueError, "zip() argument %d is shorter than argument%s", ended+1, before(ended))
	}
	for i := 1; i < len(nexts); i++ {
		if _, more := nexts[i](); more {
			throwf(ValueError, "zip() argument %d is longer than argument%s", i+1, before(i))
		}
	}
}

// ZipAny is zip(*iterables, strict).
func ZipAny(strict bool, seqs ...iter.Seq[any]) *Iter[*TupleOf[any]] {
	return namedIter("zip", zipSeqAny(strict, seqs))
}

// Zip1 is zip(a, strict).
func Zip1[A any](a iter.Seq[A], _ bool) *Iter[Tuple1[A]] { return namedIter("zip", MapSeq(T1[A], a)) }

// Zip2Strict is zip(a, b, strict).
func Zip2Strict[A, B any](a iter.Seq[A], b iter.Seq[B], strict bool) *Iter[Tuple2[A, B]] {
	rows := zipSeqAny(strict, []iter.Seq[any]{boxAll(a), boxAll(b)})
	return namedIter("zip", MapSeq(func(t *TupleOf[any]) Tuple2[A, B] { return T2(As[A](t.v[0]), As[B](t.v[1])) }, rows))
}

// Zip3Strict is zip(a, b, c, strict).
func Zip3Strict[A, B, C any](a iter.Seq[A], b iter.Seq[B], c iter.Seq[C], strict bool) *Iter[Tuple3[A, B, C]] {
	rows := zipSeqAny(strict, []iter.Seq[any]{boxAll(a), boxAll(b), boxAll(c)})
	return namedIter("zip", MapSeq(func(t *TupleOf[any]) Tuple3[A, B, C] { return T3(As[A](t.v[0]), As[B](t.v[1]), As[C](t.v[2])) }, rows))
}

// Zip2 is zip(a, b).
func Zip2[A, B any](a iter.Seq[A], b iter.Seq[B]) *Iter[Tuple2[A, B]] {
	return namedIter("zip", ZipSeq2(a, b))
}

// Zip3 is zip(a, b, c).
func Zip3[A, B, C any](a iter.Seq[A], b iter.Seq[B], c iter.Seq[C]) *Iter[Tuple3[A, B, C]] {
	return namedIter("zip", ZipSeq3(a, b, c))
}

// Zip4 is zip(a, b, c, d).
func Zip4[A, B, C, D any](a iter.Seq[A], b iter.Seq[B], c iter.Seq[C], d iter.Seq[D]) *Iter[Tuple4[A, B, C, D]] {
	return namedIter("zip", ZipSeq4(a, b, c, d))
}
