package py

import (
	"iter"
	"slices"
)

// choices iterates over tuples of the pool's elements at the given places, which advance changes in place until it
// gives false.
func choices[T any](name string, pool []T, places []int, advance func() bool) *Iter[*TupleOf[T]] {
	more := true
	return NewIterFunc(name, func() (*TupleOf[T], bool) {
		if !more {
			return nil, false
		}
		out := &TupleOf[T]{v: make([]T, len(places))}
		for i, p := range places {
			out.v[i] = pool[p]
		}
		more = advance()
		return out, true
	})
}

func none[T any](name string) *Iter[T] {
	return NewIterFunc(name, func() (t T, ok bool) { return t, false })
}

func notNegative(r int64) int {
	if r < 0 {
		throw(ValueError, "r must be non-negative")
	}
	return int(r)
}

// ItertoolsCombinations is combinations(iterable, r).
func ItertoolsCombinations[T any](seq iter.Seq[T], r int64) *Iter[*TupleOf[T]] {
	pool, k := ListOf(seq).v, notNegative(r)
	if k > len(pool) {
		return none[*TupleOf[T]]("combinations")
	}
	places := make([]int, k)
	for i := range places {
		places[i] = i
	}
	return choices("combinations", pool, places, func() bool {
		for i := k - 1; i >= 0; i-- {
			if places[i] != i+len(pool)-k {
				places[i]++
				for j := i + 1; j < k; j++ {
					places[j] = places[j-1] + 1
				}
				return true
			}
		}
		return false
	})
}

// ItertoolsCombinationsWithReplacement is combinations_with_replacement(iterable, r).
func ItertoolsCombinationsWithReplacement[T any](seq iter.Seq[T], r int64) *Iter[*TupleOf[T]] {
	pool, k := ListOf(seq).v, notNegative(r)
	if len(pool) == 0 && k > 0 {
		return none[*TupleOf[T]]("combinations_with_replacement")
	}
	places := make([]int, k)
	return choices("combinations_with_replacement", pool, places, func() bool {
		for i := k - 1; i >= 0; i-- {
			if places[i] < len(pool)-1 {
				p := places[i] + 1
				for j := i; j < k; j++ {
					places[j] = p
				}
				return true
			}
		}
		return false
	})
}

// ItertoolsPermutations is permutations(iterable, r), with Nothing for all elements.
func ItertoolsPermutations[T any](seq iter.Seq[T], r Opt[int64]) *Iter[*TupleOf[T]] {
	pool := ListOf(seq).v
	k := notNegative(r.Or(int64(len(pool))))
	if k > len(pool) {
		return none[*TupleOf[T]]("permutations")
	}
	places := make([]int, k)
	used := make([]bool, len(pool))
	free := func(i, from int) bool {
		for p := from; p < len(pool); p++ {
			if !used[p] {
				places[i], used[p] = p, true
				return true
			}
		}
		return false
	}
	for i := range places {
		free(i, 0)
	}
	return choices("permutations", pool, places, func() bool {
		for i := k - 1; i >= 0; i-- {
			used[places[i]] = false
			if free(i, places[i]+1) {
				for j := i + 1; j < k; j++ {
					free(j, 0)
				}
				return true
			}
		}
		return false
	})
}

// ItertoolsProduct2 is product(a, b).
func ItertoolsProduct2[A, B any](a iter.Seq[A], b iter.Seq[B]) *Iter[Tuple2[A, B]] {
	right := ListOf(b).v
	return namedIter("product", func(yield func(Tuple2[A, B]) bool) {
		for _, x := range ListOf(a).v {
			for _, y := range right {
				if !yield(T2(x, y)) {
					return
				}
			}
		}
	})
}

// ItertoolsProduct3 is product(a, b, c).
func ItertoolsProduct3[A, B, C any](a iter.Seq[A], b iter.Seq[B], c iter.Seq[C]) *Iter[Tuple3[A, B, C]] {
	third := ListOf(c).v
	return namedIter("product", func(yield func(Tuple3[A, B, C]) bool) {
		for p := range ItertoolsProduct2(a, b).All() {
			for _, z := range third {
				if !yield(T3(p.V0, p.V1, z)) {
					return
				}
			}
		}
	})
}

// ItertoolsProductRepeat is product(iterable, repeat=n).
func ItertoolsProductRepeat[T any](seq iter.Seq[T], n int64) *Iter[*TupleOf[T]] {
	pool := ListOf(seq).v
	if n < 0 {
		throw(ValueError, "repeat argument cannot be negative")
	}
	if len(pool) == 0 && n > 0 {
		return none[*TupleOf[T]]("product")
	}
	places := make([]int, n)
	return choices("product", pool, places, func() bool {
		for i := len(places) - 1; i >= 0; i-- {
			if places[i]++; places[i] < len(pool) {
				return true
			}
			places[i] = 0
		}
		return false
	})
}

// ItertoolsProductAll is product(*iterables, repeat=n).
func ItertoolsProductAll[T any](n int64, seqs ...iter.Seq[T]) *Iter[*TupleOf[T]] {
	if n < 0 {
		throw(ValueError, "repeat argument cannot be negative")
	}
	pools := make([][]T, 0, len(seqs)*int(n))
	for _, seq := range seqs {
		pools = append(pools, ListOf(seq).v)
	}
	pools = slices.Repeat(pools, int(n))
	places := make([]int, len(pools))
	more := !slices.ContainsFunc(pools, func(pool []T) bool { return len(pool) == 0 })
	return NewIterFunc("product", func() (*TupleOf[T], bool) {
		if !more {
			return nil, false
		}
		out := &TupleOf[T]{v: make([]T, len(pools))}
		for i, at := range places {
			out.v[i] = pools[i][at]
		}
		i := len(places) - 1
		for ; i >= 0; i-- {
			if places[i]++; places[i] < len(pools[i]) {
				break
			}
			places[i] = 0
		}
		more = i >= 0
		return out, true
	})
}
