package core

import (
	"github.com/dstreamc/dstreamc/runtime/py"
)

// Collect is rdd.collect(): all records, partition after partition.
func Collect[T any](r *RDD[T]) *py.List[T] {
	parts := CollectPartitions(r)
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	out := make([]T, 0, n)
	for _, p := range parts {
		out = append(out, p...)
	}
	return listOf(out)
}

// Take is rdd.take(num). It reads the first partition alone and, if that was not enough, several of the next in one
// job, as many as PySpark guesses; of each partition no more records than are missing.
func Take[T any](r *RDD[T], num int64) *py.List[T] { return listOf(TakeSlice(r, num)) }

// TakeSlice is Take as a Go slice.
func TakeSlice[T any](r *RDD[T], num int64) []T {
	var items []T
	total := int64(r.NumPartitions())
	for scanned := int64(0); int64(len(items)) < num && scanned < total; {
		try := int64(1)
		if scanned > 0 {
			if len(items) == 0 {
				try = scanned * 4
			} else {
				try = int64(1.5*float64(num)*float64(scanned)/float64(len(items))) - scanned
				try = min(max(try, 1), scanned*4)
			}
		}
		left := num - int64(len(items))
		var parts []int
		for i := scanned; i < min(scanned+try, total); i++ {
			parts = append(parts, int(i))
		}
		for _, some := range runJob(r, parts, func(_ int, p Part[T]) []T { return firstOf(p, left) }) {
			items = append(items, some...)
		}
		scanned += try
	}
	if num < 0 {
		num = 0
	}
	return items[:min(int(num), len(items))]
}

// firstOf is the first n records of p; no more are computed.
func firstOf[T any](p Part[T], n int64) []T {
	var out []T
	for t := range p.All() {
		out = append(out, t)
		if int64(len(out)) >= n {
			break
		}
	}
	return out
}

// First is rdd.first(); ValueError if there is no record.
func First[T any](r *RDD[T]) T {
	items := TakeSlice(r, 1)
	if len(items) == 0 {
		raise(py.ValueError, "RDD is empty")
	}
	return items[0]
}

// IsEmpty is rdd.isEmpty().
func IsEmpty[T any](r *RDD[T]) bool { return r.NumPartitions() == 0 || Take(r, 1).Len() == 0 }

// Count is rdd.count().
func Count[T any](r *RDD[T]) int64 {
	sum := int64(0)
	for _, n := range counts(r) {
		sum += n
	}
	return sum
}

// counts is the number of records of each partition.
func counts[T any](r *RDD[T]) []int64 { return runAll(r, Len[T]) }

// Foreach is rdd.foreach(f).
func Foreach[T any](r *RDD[T], f func(T)) {
	runAll(r, func(p Part[T]) struct{} {
		for t := range p.All() {
			f(t)
		}
		return struct{}{}
	})
}

// ForeachPartition is rdd.foreachPartition(f).
func ForeachPartition[T any](r *RDD[T], f func(*py.Iter[T])) {
	runAll(r, func(p Part[T]) struct{} {
		f(py.NewIter(p.All()))
		return struct{}{}
	})
}

// Reduce is rdd.reduce(f): each partition from its first record on, then the results in order. ValueError if there is
// no record.
func Reduce[T any](r *RDD[T], f func(T, T) T) T {
	var out T
	some := false
	for _, part := range runAll(r, func(p Part[T]) py.Opt[T] { return reduced(p, f) }) {
		switch {
		case !part.Ok:
		case some:
			out = f(out, part.V)
		default:
			out, some = part.V, true
		}
	}
	if !some {
		raise(py.ValueError, "Can not reduce() empty RDD")
	}
	return out
}

// reduced is functools.reduce(f, p), None for an empty part.
func reduced[T any](p Part[T], f func(T, T) T) py.Opt[T] {
	var acc py.Opt[T]
	for t := range p.All() {
		if acc.Ok {
			acc.V = f(acc.V, t)
		} else {
			acc = py.Some(t)
		}
	}
	return acc
}

// Fold is rdd.fold(zero, op): zero starts each partition and once more the fold of their results.
func Fold[T any](r *RDD[T], zero T, op func(T, T) T) T { return Aggregate(r, zero, op, op) }

// Aggregate is rdd.aggregate(zero, seqOp, combOp). Each partition starts from a deep copy of zero.
func Aggregate[T, U any](r *RDD[T], zero U, seq func(U, T) U, comb func(U, U) U) U {
	fresh := copier(zero)
	acc := fresh()
	for _, u := range runAll(r, func(p Part[T]) U { return aggregated(p, fresh(), seq) }) {
		acc = comb(acc, u)
	}
	return acc
}

func aggregated[T, U any](p Part[T], acc U, seq func(U, T) U) U {
	for t := range p.All() {
		acc = seq(acc, t)
	}
	return acc
}

// TreeAggregate is rdd.treeAggregate(zero, seqOp, combOp, depth): partitions are combined in a tree, so that zero comes in
// once per partition only.
func TreeAggregate[T, U any](r *RDD[T], zero U, seq func(U, T) U, comb func(U, U) U, depth int64) U {
	checkDepth(depth)
	if r.NumPartitions() == 0 {
		return zero
	}
	fresh := copier(zero)
	return treeCombine(runAll(r, func(p Part[T]) U { return aggregated(p, fresh(), seq) }), comb, depth)
}

// TreeReduce is rdd.treeReduce(f, depth).
func TreeReduce[T any](r *RDD[T], f func(T, T) T, depth int64) T {
	checkDepth(depth)
	values := runAll(r, func(p Part[T]) py.Opt[T] { return reduced(p, f) })
	if len(values) > 0 {
		all := treeCombine(values, func(a, b py.Opt[T]) py.Opt[T] {
			switch {
			case !a.Ok:
				return b
			case !b.Ok:
				return a
			}
			return py.Some(f(a.V, b.V))
		}, depth)
		if all.Ok {
			return all.V
		}
	}
	raise(py.ValueError, "Cannot reduce empty RDD.")
	panic("unreachable")
}

func checkDepth(depth int64) {
	if depth < 1 {
		raise(py.ValueError, "Depth cannot be smaller than 1 but got %d.", depth)
	}
}
