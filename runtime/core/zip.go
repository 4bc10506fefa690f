package core

import (
	"fmt"
	"iter"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Cartesian is rdd.cartesian(other): every pair. Partition i*m+j has the pairs of partitions i and j; their order is
// PySpark's, the product of batch with batch.
func Cartesian[T, U any](a *RDD[T], b *RDD[U]) *RDD[py.Tuple2[T, U]] {
	m := b.NumPartitions()
	out := newRDD(a.sc, "CartesianRDD", fixed(a.NumPartitions()*m), func(i int) Part[py.Tuple2[T, U]] {
		return PartSeq(func(yield func(py.Tuple2[T, U]) bool) {
			left, right := slice(a.Compute(i/m)), slice(b.Compute(i%m))
			rightSizes := b.batch.of(i%m, len(right))
			for _, n := range a.batch.of(i/m, len(left)) {
				rest := right
				for _, k := range rightSizes {
					both := sides[T, U]{left[:n], rest[:k]}
					if !both.pairs(func(t T, u U) bool { return yield(py.T2(t, u)) }) {
						return
					}
					rest = rest[k:]
				}
				left = left[n:]
			}
		})
	}, a.debugNode, b.debugNode)
	out.batch = batching{Pickling: Pickling{kind: batchPairs}, sizes: func(i, _ int) []int {
		var sizes []int
		right := b.batch.of(i%m, len(slice(b.Compute(i%m))))
		for _, n := range a.batch.of(i/m, len(slice(a.Compute(i/m)))) {
			for _, k := range right {
				sizes = append(sizes, n*k)
			}
		}
		return sizes
	}}
	return out
}

// defaultZipBatch is the batch size that zip uses where neither side has one.
const defaultZipBatch = 100

// Zip is rdd.zip(other): the first with the first, and so on, partition by partition. Both must have as many partitions,
// and each as many records.
func Zip[T, U any](a *RDD[T], b *RDD[U]) *RDD[py.Tuple2[T, U]] {
	size := zipBatch(a.batch, b.batch)
	if a.NumPartitions() != b.NumPartitions() {
		raise(py.ValueError, "Can only zip with RDD which has the same number of partitions")
	}
	out := newRDD(a.sc, "ZippedPartitionsRDD2", a.parts, func(i int) Part[py.Tuple2[T, U]] {
		left, right := slice(a.Compute(i)), slice(b.Compute(i))
		checkZip(len(left), len(right), size)
		pairs := make([]py.Tuple2[T, U], len(left))
		for j := range left {
			pairs[j] = py.T2(left[j], right[j])
		}
		return PartOf(pairs)
	}, a.debugNode, b.debugNode)
	out.batch = batching{Pickling: Pickling{kind: batchPairs}, sizes: func(_, n int) []int { return batchesOf(n, size) }}
	return out
}

// zipBatch is the size of batches that both sides of a zip get.
func zipBatch(a, b batching) int {
	n, m := a.zipSize(), b.zipSize()
	if size := min(n, m); size > 0 {
		return size
	}
	return defaultZipBatch
}

// zipSize is the batch size of a serializer as PySpark's zip sees it: 0 if it is automatic, -1 if unlimited.
func (b batching) zipSize() int {
	switch b.kind {
	case batchAuto:
		return 0
	case batchFixed:
		return b.size
	case batchMoved:
		return -1
	}
	return 1
}

// checkZip raises what PySpark raises for partitions of different length: an error of the JVM if the number of
// batches differs, else one of Python.
func checkZip(n, m, size int) {
	if n == m {
		return
	}
	left, right := batchesOf(n, size), batchesOf(m, size)
	if len(left) != len(right) {
		raiseJava("z:org.apache.spark.api.python.PythonRDD.collectAndServe", "org.apache.spark.SparkException: "+
			"Can only zip RDDs with same number of elements in each partition")
	}
	last := len(left) - 1
	raise(py.ValueError, "Can not deserialize PairRDD with different number of items in batches: (%d, %d)", left[last], right[last])
}

// ZipWithIndex is rdd.zipWithIndex(). With more than one partition it runs a job to count the records of each.
func ZipWithIndex[T any](r *RDD[T]) *RDD[py.Tuple2[T, int64]] {
	starts := make([]int64, max(1, r.NumPartitions()))
	if r.NumPartitions() > 1 {
		counts := counts(r)
		for i, n := range counts[:len(counts)-1] {
			starts[i+1] = starts[i] + n
		}
	}
	return numbered(r, func(part int, i int64) int64 { return starts[part] + i })
}

// ZipWithUniqueId is rdd.zipWithUniqueId(): record i of partition k of n gets i*n+k.
func ZipWithUniqueId[T any](r *RDD[T]) *RDD[py.Tuple2[T, int64]] {
	n := int64(r.NumPartitions())
	return numbered(r, func(part int, i int64) int64 { return i*n + int64(part) })
}

func numbered[T any](r *RDD[T], number func(part int, i int64) int64) *RDD[py.Tuple2[T, int64]] {
	return mapSeq(r, func(part int, seq iter.Seq[T]) iter.Seq[py.Tuple2[T, int64]] {
		return func(yield func(py.Tuple2[T, int64]) bool) {
			i := int64(0)
			for t := range seq {
				if !yield(py.T2(t, number(part, i))) {
					return
				}
				i++
			}
		}
	})
}

// debugNode is an RDD in toDebugString.
type debugNode struct {
	text    string
	parts   int
	parents []lineage
}

func (r *dataset) debugNode() debugNode {
	return debugNode{fmt.Sprintf("%s[%d]", r.kind, r.id), r.parts(), r.parents}
}

// RDDDebugString is rdd.toDebugString(): the lineage, one RDD a line. The numbers and names of the RDDs are this
// package's.
func RDDDebugString[T any](r *RDD[T]) py.Opt[py.Bytes] {
	var text []byte
	var walk func(l lineage, indent string)
	walk = func(l lineage, indent string) {
		n := l()
		text = fmt.Appendf(text, "%s(%d) %s []\n", indent, n.parts, n.text)
		for _, p := range n.parents {
			walk(p, indent+" |  ")
		}
	}
	walk(r.debugNode, "")
	return py.Some(py.Bytes(text[:len(text)-1]))
}
