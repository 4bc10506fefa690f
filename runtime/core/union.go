package core

import (
	"slices"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// UnionList is sc.union(rdds): the partitions of all, one RDD after the other. RDDs without partitions do not count.
// Where all are partitioned alike, partition i is the i-th partition of each instead.
func UnionList[T any](sc *SparkContext, rdds *py.List[*RDD[T]]) *RDD[T] {
	if rdds.Len() == 0 {
		raise(py.IndexError, "list index out of range")
	}
	return UnionOf(sc, rdds.Raw())
}

// UnionOf is UnionList of a Go slice. (A py.List of RDDs costs each program the compilation of all its methods for another type.)
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
	kind, parts, placed := "UnionRDD", singly(full), (*Partitioner)(nil)
	if alike && len(full) > 0 {
		kind, parts, placed = "PartitionerAwareUnionRDD", make([][]place[T], full[0].NumPartitions()), full[0].placement()
		for i := range parts {
			for _, r := range full {
				parts[i] = append(parts[i], place[T]{r, i})
			}
		}
	}
	out := joined(sc, kind, parts, jointPickling(rdds), parents...)
	out.placed = placed
	return out
}

// Chained has the partitions of its parents one after the other, however they are partitioned.
func Chained[T any](sc *SparkContext, rdds []*RDD[T]) *RDD[T] {
	var parents []lineage
	for _, r := range rdds {
		parents = append(parents, r.debugNode)
	}
	return joined(sc, "UnionRDD", singly(rdds), jointPickling(rdds), parents...)
}

// jointPickling is how the records of a union are pickled.
func jointPickling[T any](rdds []*RDD[T]) Pickling {
	for _, r := range rdds {
		if !r.batch.same(rdds[0].batch) {
			return Pickling{}
		}
	}
	if len(rdds) == 0 {
		return Pickling{}
	}
	return rdds[0].batch.Pickling
}

// place is a partition of an RDD.
type place[T any] struct {
	r *RDD[T]
	i int
}

// singly are the partitions of all RDDs, each by itself.
func singly[T any](rdds []*RDD[T]) [][]place[T] {
	var out [][]place[T]
	for _, r := range rdds {
		for _, i := range r.allParts() {
			out = append(out, []place[T]{{r, i}})
		}
	}
	return out
}

// joined is an RDD whose partition i is those of parts[i], one after the other, as they were pickled.
func joined[T any](sc *SparkContext, kind string, parts [][]place[T], as Pickling, parents ...lineage) *RDD[T] {
	return joinedLater(sc, kind, func() [][]place[T] { return parts }, as, parents...)
}

// joinedLater is joined where it is known only when the RDD is first used which partitions go together.
func joinedLater[T any](sc *SparkContext, kind string, parts func() [][]place[T], as Pickling, parents ...lineage) *RDD[T] {
	out := newRDD(sc, kind, func() int { return len(parts()) }, func(i int) Part[T] {
		own := parts()[i]
		if len(own) == 1 {
			return own[0].r.Compute(own[0].i)
		}
		return PartSeq(func(yield func(T) bool) {
			for _, p := range own {
				for t := range p.r.Compute(p.i).All() {
					if !yield(t) {
						return
					}
				}
			}
		})
	}, parents...)
	out.batch.Pickling = as
	out.located = func(i int) bool {
		return slices.ContainsFunc(parts()[i], func(p place[T]) bool { return p.r.isLocated(p.i) })
	}
	out.batch.sizes = func(i, n int) (sizes []int) {
		own := parts()[i]
		for _, p := range own {
			if len(own) > 1 {
				n = int(Len(p.r.Compute(p.i)))
			}
			pickled := p.r.batch
			if pickled.Pickling != as { // pickled anew
				pickled = out.batch
				pickled.sizes = nil
			}
			sizes = append(sizes, pickled.of(p.i, n)...)
		}
		return sizes
	}
	return out
}

// Union is rdd.union(other), and rdd + other. Unlike sc.union it knows the result's partitioner where both have the
// same.
func Union[T any](r, other *RDD[T]) *RDD[T] {
	out := UnionOf(r.sc, []*RDD[T]{r, other})
	if r.part.Same(other.part) && r.NumPartitions() == out.NumPartitions() {
		out.part = r.part
	}
	return out
}

// Repartition is rdd.repartition(n): records move in batches of 10, dealt out in turn from a start that differs from
// partition to partition.
func Repartition[T any](r *RDD[T], n int64) *RDD[T] { return Coalesce(r, n, true) }

const repartitionBatch = 10

// spread deals out the batches of r to n partitions as Spark's coalesce with a shuffle does.
func spread[T any](r *RDD[T], n int) *RDD[T] {
	type batches struct {
		items []T
		sizes []int
	}
	rule := batching{Pickling: Pickling{batchFixed, repartitionBatch}}
	sizes := rule.of
	if rule.same(r.batch) {
		sizes = r.batch.of
	}
	move, there := onceSeen(func() []batches {
		out := make([]batches, n)
		for i := range r.NumPartitions() {
			var items []T
			InTask(func() { items = slice(r.Compute(i)) })
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
	out.located = func(i int) bool { return there() && len(move()[i].items) > 0 }
	out.batch = batching{rule.Pickling, func(i, _ int) []int { return move()[i].sizes }}
	return out
}
