package core

import "github.com/dstreamc/dstreamc/runtime/py"

// sides is what a join has of one key: its values on the left and on the right.
type sides[V, W any] struct {
	left  []V
	right []W
}

// bothSides brings the values of each key together. As in PySpark the default number of partitions is that of the
// union, so the sum of both unless they are partitioned alike.
func bothSides[K, V, W any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, W]], n []int64) *RDD[py.Tuple2[K, sides[V, W]]] {
	// Nobody reads the union: it has the partitions.
	union := Union(mapValues(a, func(V) struct{} { return struct{}{} }), mapValues(b, func(W) struct{} { return struct{}{} }))
	to := hashedTo[K](reducers(union, n))
	part := to.partitioner()
	var out *RDD[py.Tuple2[K, sides[V, W]]]
	if union.part.Same(part) {
		out = newRDD(a.sc, "PythonRDD", fixed(to.n), func(i int) Part[py.Tuple2[K, sides[V, W]]] {
			m := newMatches[K, V, W](hashedTo[K](1))
			m.add(a.Compute(i), b.Compute(i))
			return PartSeq(m.partition(0))
		}, union.debugNode)
	} else {
		matched, there := onceSeen(func() *matches[K, V, W] {
			m := newMatches[K, V, W](to)
			for i := range a.NumPartitions() {
				InTask(func() { m.add(a.Compute(i), Part[py.Tuple2[K, W]]{}) })
			}
			for i := range b.NumPartitions() {
				InTask(func() { m.add(Part[py.Tuple2[K, V]]{}, b.Compute(i)) })
			}
			return m
		})
		out = newRDD(a.sc, "PythonRDD", fixed(to.n), func(i int) Part[py.Tuple2[K, sides[V, W]]] { return PartSeq(matched().partition(i)) }, union.debugNode)
		out.located = func(i int) bool { return there() && len(matched().placed[i]) > 0 }
	}
	out.part = part
	return out
}

// matches has the keys of both sides, numbered as they come, and the values of each side as rows with the number of their key.
type matches[K, V, W any] struct {
	to     placing[K]
	keys   *Combiner[K, uint32] // their numbers
	placed [][]uint32           // by partition, in the order in which they came
	left   keyedRows[V]
	right  keyedRows[W]
}

func newMatches[K, V, W any](to placing[K]) *matches[K, V, W] {
	return &matches[K, V, W]{to: to, keys: NewCombiner[K, uint32](), placed: make([][]uint32, to.n)}
}

func (m *matches[K, V, W]) add(left Part[py.Tuple2[K, V]], right Part[py.Tuple2[K, W]]) {
	for kv := range left.All() {
		m.left.add(m.number(kv.V0), kv.V1)
	}
	for kw := range right.All() {
		m.right.add(m.number(kw.V0), kw.V1)
	}
}

func (m *matches[K, V, W]) number(k K) uint32 {
	at, fresh := m.keys.slot(k)
	if fresh {
		*at = uint32(m.keys.Len() - 1)
		p := m.to.of(k)
		m.placed[p] = append(m.placed[p], *at)
	}
	return *at
}

// partition is the keys of partition p and their values.
func (m *matches[K, V, W]) partition(p int) func(yield func(py.Tuple2[K, sides[V, W]]) bool) {
	m.left.sort(m.keys.Len())
	m.right.sort(m.keys.Len())
	return func(yield func(py.Tuple2[K, sides[V, W]]) bool) {
		for _, i := range m.placed[p] {
			if !yield(py.T2(m.keys.key(int(i)), sides[V, W]{m.left.of(i), m.right.of(i)})) {
				return
			}
		}
	}
}

// keyedRows are values with the numbers of their keys, in the order of their arrival until they are sorted by key.
type keyedRows[V any] struct {
	keys []uint32
	vals []V
	ends []uint32 // by key: where its values end, once sorted
}

func (r *keyedRows[V]) add(key uint32, v V) {
	r.keys, r.vals = append(r.keys, key), append(r.vals, v)
}

// sort puts the values of each of n keys together, in the order in which they came.
func (r *keyedRows[V]) sort(n int) {
	if r.ends != nil {
		return
	}
	r.ends = make([]uint32, n)
	for _, k := range r.keys {
		r.ends[k]++
	}
	sum := uint32(0)
	for k, count := range r.ends {
		r.ends[k] = sum
		sum += count
	}
	sorted := make([]V, len(r.vals))
	for i, k := range r.keys {
		sorted[r.ends[k]] = r.vals[i]
		r.ends[k]++
	}
	r.vals, r.keys = sorted, nil
}

// of is the values of a key.
func (r *keyedRows[V]) of(key uint32) []V {
	start := uint32(0)
	if key > 0 {
		start = r.ends[key-1]
	}
	return r.vals[start:r.ends[key]:r.ends[key]]
}

// pairs gives the pairs of left and right values, left by left.
func (s sides[V, W]) pairs(yield func(V, W) bool) bool {
	for _, v := range s.left {
		for _, w := range s.right {
			if !yield(v, w) {
				return false
			}
		}
	}
	return true
}

// Join is rdd.join(other, n): the product of the values of each key that both have.
func Join[K, V, W any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, W]], n ...int64) *RDD[py.Tuple2[K, py.Tuple2[V, W]]] {
	return flatMapValues(bothSides(a, b, n), func(s sides[V, W], yield func(py.Tuple2[V, W]) bool) bool {
		return s.pairs(func(v V, w W) bool { return yield(py.T2(v, w)) })
	})
}

// Absent is what an outer join makes of the values of a side that may be missing: a value of V is some(V), and none stands for no
// value.
type Absent[V, O any] struct {
	some func(V) O
	none O
}

// OrNone is for values that are not None.
func OrNone[V any]() Absent[V, py.Opt[V]] { return Absent[V, py.Opt[V]]{some: py.Some[V]} }

// Itself is for values that may be None already.
func Itself[V any](none V) Absent[V, V] { return Absent[V, V]{same[V], none} }

// LeftOuterJoin is rdd.leftOuterJoin(other, n): keys that only the left has come with None.
func LeftOuterJoin[K, V, W any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, W]], n ...int64) *RDD[py.Tuple2[K, py.Tuple2[V, py.Opt[W]]]] {
	return LeftOuterJoinOf(a, b, OrNone[W](), n...)
}

// LeftOuterJoinOf is LeftOuterJoin for any kind of values on the right.
func LeftOuterJoinOf[K, V, W, O any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, W]], right Absent[W, O], n ...int64) *RDD[py.Tuple2[K, py.Tuple2[V, O]]] {
	return flatMapValues(bothSides(a, b, n), func(s sides[V, W], yield func(py.Tuple2[V, O]) bool) bool {
		if len(s.right) > 0 {
			return s.pairs(func(v V, w W) bool { return yield(py.T2(v, right.some(w))) })
		}
		for _, v := range s.left {
			if !yield(py.T2(v, right.none)) {
				return false
			}
		}
		return true
	})
}

// RightOuterJoin is rdd.rightOuterJoin(other, n): keys that only the right has come with None.
func RightOuterJoin[K, V, W any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, W]], n ...int64) *RDD[py.Tuple2[K, py.Tuple2[py.Opt[V], W]]] {
	return RightOuterJoinOf(a, b, OrNone[V](), n...)
}

// RightOuterJoinOf is RightOuterJoin for any kind of values on the left.
func RightOuterJoinOf[K, V, W, O any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, W]], left Absent[V, O], n ...int64) *RDD[py.Tuple2[K, py.Tuple2[O, W]]] {
	return flatMapValues(bothSides(a, b, n), func(s sides[V, W], yield func(py.Tuple2[O, W]) bool) bool {
		if len(s.left) > 0 {
			return s.pairs(func(v V, w W) bool { return yield(py.T2(left.some(v), w)) })
		}
		for _, w := range s.right {
			if !yield(py.T2(left.none, w)) {
				return false
			}
		}
		return true
	})
}

// FullOuterJoin is rdd.fullOuterJoin(other, n): keys of either side, None for the missing other.
func FullOuterJoin[K, V, W any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, W]], n ...int64) *RDD[py.Tuple2[K, py.Tuple2[py.Opt[V], py.Opt[W]]]] {
	return FullOuterJoinOf(a, b, OrNone[V](), OrNone[W](), n...)
}

// FullOuterJoinOf is FullOuterJoin for any kinds of values.
func FullOuterJoinOf[K, V, W, P, O any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, W]], left Absent[V, P], right Absent[W, O], n ...int64) *RDD[py.Tuple2[K, py.Tuple2[P, O]]] {
	return flatMapValues(bothSides(a, b, n), func(s sides[V, W], yield func(py.Tuple2[P, O]) bool) bool {
		for _, v := range s.left {
			if len(s.right) == 0 && !yield(py.T2(left.some(v), right.none)) {
				return false
			}
		}
		for _, w := range s.right {
			if len(s.left) == 0 && !yield(py.T2(left.none, right.some(w))) {
				return false
			}
		}
		return s.pairs(func(v V, w W) bool { return yield(py.T2(left.some(v), right.some(w))) })
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
	all := Union(Union(tag(a, 0), tag(b, 1)), tag(c, 2))
	return mapValues(grouped(all, reducers(all, nil)), func(t []tagged) py.Tuple3[*ResultIterable[V], *ResultIterable[V1], *ResultIterable[V2]] {
		return py.T3(only[V](t, 0), only[V1](t, 1), only[V2](t, 2))
	})
}

// GroupWith4 is rdd.groupWith(b, c, d).
func GroupWith4[K, V, V1, V2, V3 any](a *RDD[py.Tuple2[K, V]], b *RDD[py.Tuple2[K, V1]], c *RDD[py.Tuple2[K, V2]], d *RDD[py.Tuple2[K, V3]]) *RDD[py.Tuple2[K, py.Tuple4[*ResultIterable[V], *ResultIterable[V1], *ResultIterable[V2], *ResultIterable[V3]]]] {
	all := Union(Union(Union(tag(a, 0), tag(b, 1)), tag(c, 2)), tag(d, 3))
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
