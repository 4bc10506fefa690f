package core

import "github.com/dstreamc/dstreamc/runtime/py"

// Union is sc.union(rdds): the partitions of all, one RDD after the other. RDDs without partitions do not count.
// Where all are partitioned alike, partition i is the i-th partition of each instead.
func Union[T any](sc *SparkContext, rdds *py.List[*RDD[T]]) *RDD[T] {
	return UnionOf(sc, rdds.Raw())
}

// UnionOf is Union of a Go slice. (A py.List of RDDs costs each program the compilation of all its methods for another type.)
func UnionOf[T any](sc *SparkContext, rdds []*RDD[T]) *RDD[T] {
	var full []*RDD[T]
	var parents []lineage
	alike := true
	for _, r := range rdds {
		if r.NumPartitions() == 0 {
			continue
		}
		full = append(full, r)
		parents = append(parents, r.debugNode)
		alike = alike && r.placement() != nil && r.placement().Same(full[0].placement())
	}
	var out *RDD[T]
	if alike && len(full) > 0 {
		out = newRDD(sc, "PartitionerAwareUnionRDD", fixed(full[0].NumPartitions()), func(i int) Part[T] {
			return PartSeq(func(yield func(T) bool) {
				for _, r := range full {
					for t := range r.Compute(i).All() {
						if !yield(t) {
							return
						}
					}
				}
			})
		}, parents...)
		out.placed = full[0].placement()
	} else {
		out = chained(sc, full, parents)
	}
	out.batch = jointBatching(rdds)
	return out
}

// Chained has the partitions of its parents one after the other, however they are partitioned.
func Chained[T any](sc *SparkContext, rdds []*RDD[T]) *RDD[T] {
	var parents []lineage
	for _, r := range rdds {
		parents = append(parents, r.debugNode)
	}
	out := chained(sc, rdds, parents)
	out.batch = jointBatching(rdds)
	return out
}

// jointBatching is the batching of a union.
func jointBatching[T any](rdds []*RDD[T]) batching {
	if len(rdds) == 0 {
		return batching{}
	}
	joint := rdds[0].batch
	joint.sizes = nil
	for _, r := range rdds {
		if !r.batch.same(rdds[0].batch) {
			return batching{}
		}
	}
	return joint
}

// Union is rdd.union(other), and rdd + other. Unlike sc.union it knows the result's partitioner where both have the
// same.
func (r *RDD[T]) Union(other *RDD[T]) *RDD[T] {
	out := UnionOf(r.sc, []*RDD[T]{r, other})
	if r.part.Same(other.part) && r.NumPartitions() == out.NumPartitions() {
		out.part = r.part
	}
	return out
}

// chained has the partitions of its parents one after the other.
func chained[T any](sc *SparkContext, rdds []*RDD[T], parents []lineage) *RDD[T] {
	type place struct {
		r *RDD[T]
		i int
	}
	var places []place
	for _, r := range rdds {
		for _, i := range r.allParts() {
			places = append(places, place{r, i})
		}
	}
	return newRDD(sc, "UnionRDD", fixed(len(places)), func(i int) Part[T] {
		return places[i].r.Compute(places[i].i)
	}, parents...)
}

// Coalesce is rdd.coalesce(n, shuffle). Without a shuffle neighbouring partitions are joined, and there are never
// more than before; with one it is [Repartition].
func Coalesce[T any](r *RDD[T], n int64, shuffle bool) *RDD[T] {
	if n <= 0 {
		raise(py.ValueError, "Number of partitions must be positive.")
	}
	if shuffle {
		return r.spread(int(n))
	}
	old := r.NumPartitions()
	groups := min(int(n), old)
	out := newRDD(r.sc, "CoalescedRDD", fixed(groups), func(i int) Part[T] {
		from, to := i*old/groups, (i+1)*old/groups
		if to-from == 1 {
			return r.Compute(from)
		}
		return PartSeq(func(yield func(T) bool) {
			for j := from; j < to; j++ {
				for t := range r.Compute(j).All() {
					if !yield(t) {
						return
					}
				}
			}
		})
	}, r.debugNode)
	out.batch = r.batch
	out.batch.sizes = nil
	return out
}

// Repartition is rdd.repartition(n): records move in batches of 10, dealt out in turn from a start that differs from
// partition to partition.
func Repartition[T any](r *RDD[T], n int64) *RDD[T] { return Coalesce(r, n, true) }

const repartitionBatch = 10

// spread deals out the batches of r to n partitions as Spark's coalesce with a shuffle does.
func (r *RDD[T]) spread(n int) *RDD[T] {
	type batches struct {
		items []T
		sizes []int
	}
	rule := batching{kind: batchFixed, size: repartitionBatch}
	sizes := rule.of
	if rule.same(r.batch) {
		sizes = r.batch.of
	}
	move := onceOK(func() []batches {
		out := make([]batches, n)
		for i := range r.NumPartitions() {
			var items []T
			InTask(func() { items = r.Compute(i).slice() })
			at := startPosition(i, n)
			for _, size := range sizes(i, len(items)) {
				at++
				b := &out[at%n]
				b.items = append(b.items, items[:size]...)
				b.sizes = append(b.sizes, size)
				items = items[size:]
			}
		}
		return out
	})
	out := newRDD(r.sc, "MapPartitionsRDD", fixed(n), func(i int) Part[T] { return PartOf(move()[i].items) }, r.debugNode)
	out.batch = batching{batchFixed, repartitionBatch, func(i, _ int) []int { return move()[i].sizes }}
	return out
}
