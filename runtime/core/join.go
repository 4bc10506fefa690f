package core

import "github.com/dstreamc/dstreamc/runtime/py"

// either is a value of the left or the right side of a join.
type either[V, W any] struct {
	right bool
	v     V
	w     W
}

// sides is what a join makes of the values of one key.
type sides[V, W any] struct {
	left  []V
	right []W
}

// bothSides brings the values of each key together. As in PySpark the default number of partitions is that of the
// union, so the sum of both unless they are partitioned alike.
func bothSides[K, V, W any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, W]], n []int64) *RDD[py.Tuple2[K, sides[V, W]]] {
	all := mapValues(a, func(v V) either[V, W] { return either[V, W]{v: v} }).
		Union(mapValues(b, func(w W) either[V, W] { return either[V, W]{right: true, w: w} }))
	return mapValues(grouped(all, reducers(all, n)), func(values []either[V, W]) sides[V, W] {
		var s sides[V, W]
		for _, e := range values {
			if e.right {
				s.right = append(s.right, e.w)
			} else {
				s.left = append(s.left, e.v)
			}
		}
		return s
	})
}

// product gives the pairs of left and right values, left by left.
func product[V, W any](left []V, right []W, yield func(py.Tuple2[V, W]) bool) bool {
	for _, v := range left {
		for _, w := range right {
			if !yield(py.T2(v, w)) {
				return false
			}
		}
	}
	return true
}

// optionals is values as Optionals, a single None if there are none.
func optionals[V any](values []V) []py.Opt[V] {
	if len(values) == 0 {
		return []py.Opt[V]{py.Nothing[V]()}
	}
	out := make([]py.Opt[V], len(values))
	for i, v := range values {
		out[i] = py.Some(v)
	}
	return out
}

// Join is rdd.join(other, n): the product of the values of each key that both have.
func Join[K, V, W any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, W]], n ...int64) *RDD[py.Tuple2[K, py.Tuple2[V, W]]] {
	return flatMapValues(bothSides(a, b, n), func(s sides[V, W], yield func(py.Tuple2[V, W]) bool) bool {
		return product(s.left, s.right, yield)
	})
}

// LeftOuterJoin is rdd.leftOuterJoin(other, n): keys that only the left has come with None.
func LeftOuterJoin[K, V, W any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, W]], n ...int64) *RDD[py.Tuple2[K, py.Tuple2[V, py.Opt[W]]]] {
	return flatMapValues(bothSides(a, b, n), func(s sides[V, W], yield func(py.Tuple2[V, py.Opt[W]]) bool) bool {
		return product(s.left, optionals(s.right), yield)
	})
}

// RightOuterJoin is rdd.rightOuterJoin(other, n): keys that only the right has come with None.
func RightOuterJoin[K, V, W any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, W]], n ...int64) *RDD[py.Tuple2[K, py.Tuple2[py.Opt[V], W]]] {
	return flatMapValues(bothSides(a, b, n), func(s sides[V, W], yield func(py.Tuple2[py.Opt[V], W]) bool) bool {
		return product(optionals(s.left), s.right, yield)
	})
}

// FullOuterJoin is rdd.fullOuterJoin(other, n): keys of either side, None for the missing other.
func FullOuterJoin[K, V, W any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, W]], n ...int64) *RDD[py.Tuple2[K, py.Tuple2[py.Opt[V], py.Opt[W]]]] {
	return flatMapValues(bothSides(a, b, n), func(s sides[V, W], yield func(py.Tuple2[py.Opt[V], py.Opt[W]]) bool) bool {
		return product(optionals(s.left), optionals(s.right), yield)
	})
}

// Cogroup is rdd.cogroup(other, n): for each key the values of both sides.
func Cogroup[K, V, W any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, W]], n ...int64) *RDD[py.Tuple2[K, py.Tuple2[*ResultIterable[V], *ResultIterable[W]]]] {
	return mapValues(bothSides(a, b, n), func(s sides[V, W]) py.Tuple2[*ResultIterable[V], *ResultIterable[W]] {
		return py.T2(newResultIterable(s.left), newResultIterable(s.right))
	})
}

// tagged is a value of one of several RDDs.
type tagged struct {
	from  int
	value any
}

func tag[K, V any](r *RDD[py.Tuple2[K, V]], from int) *RDD[py.Tuple2[K, tagged]] {
	return mapValues(r, func(v V) tagged { return tagged{from, v} })
}

// only gives the values of one of the RDDs.
func only[V any](values []tagged, from int) *ResultIterable[V] {
	var out []V
	for _, t := range values {
		if t.from == from {
			out = append(out, t.value.(V))
		}
	}
	return newResultIterable(out)
}

// GroupWith2 is rdd.groupWith(other).
func GroupWith2[K, V, W any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, W]]) *RDD[py.Tuple2[K, py.Tuple2[*ResultIterable[V], *ResultIterable[W]]]] {
	return Cogroup(a, b)
}

// GroupWith3 is rdd.groupWith(b, c).
func GroupWith3[K, V, V1, V2 any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, V1]], c *RDD[py.Tuple2[K, V2]]) *RDD[py.Tuple2[K, py.Tuple3[*ResultIterable[V], *ResultIterable[V1], *ResultIterable[V2]]]] {
	all := tag(a, 0).Union(tag(b, 1)).Union(tag(c, 2))
	return mapValues(grouped(all, reducers(all, nil)), func(t []tagged) py.Tuple3[*ResultIterable[V], *ResultIterable[V1], *ResultIterable[V2]] {
		return py.T3(only[V](t, 0), only[V1](t, 1), only[V2](t, 2))
	})
}

// GroupWith4 is rdd.groupWith(b, c, d).
func GroupWith4[K, V, V1, V2, V3 any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, V1]], c *RDD[py.Tuple2[K, V2]], d *RDD[py.Tuple2[K, V3]]) *RDD[py.Tuple2[K, py.Tuple4[*ResultIterable[V], *ResultIterable[V1], *ResultIterable[V2], *ResultIterable[V3]]]] {
	all := tag(a, 0).Union(tag(b, 1)).Union(tag(c, 2)).Union(tag(d, 3))
	return mapValues(grouped(all, reducers(all, nil)), func(t []tagged) py.Tuple4[*ResultIterable[V], *ResultIterable[V1], *ResultIterable[V2], *ResultIterable[V3]] {
		return py.T4(only[V](t, 0), only[V1](t, 1), only[V2](t, 2), only[V3](t, 3))
	})
}

// SubtractByKey is rdd.subtractByKey(other, n): the pairs whose key other does not have.
func SubtractByKey[K, V, W any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, W]], n ...int64) *RDD[py.Tuple2[K, V]] {
	return flatMapValues(bothSides(a, b, n), func(s sides[V, W], yield func(V) bool) bool {
		if len(s.right) > 0 {
			return true
		}
		for _, v := range s.left {
			if !yield(v) {
				return false
			}
		}
		return true
	})
}
