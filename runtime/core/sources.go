package core

import (
	"iter"
	"slices"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// maxBatch is PySpark's largest batch of a parallelized collection.
const maxBatch = 1024

// slices of a collection: numSlices as given, or the default parallelism.
func (sc *SparkContext) slices(n []int64) int {
	if len(n) > 0 {
		return int(n[0])
	}
	return int(sc.DefaultParallelism())
}

// Parallelize is sc.parallelize(c, numSlices). As PySpark does, it cuts the collection into batches of
// len/numSlices records (1 to 1024) and gives each partition an equal number of batches, the last batch being shorter.
// The collection is read at once; for a Python range see [ParallelizeRange].
func Parallelize[T any](sc *SparkContext, c iter.Seq[T], n ...int64) *RDD[T] {
	return parallelize(sc, slices.Collect(c), sc.slices(n))
}

func parallelize[T any](sc *SparkContext, items []T, n int) *RDD[T] {
	sc.mustRun()
	if n == 0 {
		raise(py.ZeroDivisionError, "integer division or modulo by zero")
	}
	size := max(1, min(len(items)/n, maxBatch))
	batches := (len(items) + size - 1) / size
	out := newRDD(sc, "ParallelCollectionRDD", slicesOf(n), func(i int) Part[T] {
		from, to := i*batches/n, (i+1)*batches/n
		return PartOf(items[min(from*size, len(items)):min(to*size, len(items))])
	})
	out.batch = batching{Pickling: Pickling{batchFixed, size}}
	return out
}

// slicesOf is the number of partitions of a parallelized collection. Nothing is wrong with less than none before somebody asks.
func slicesOf(n int) func() int {
	return func() int {
		if n < 0 {
			raiseJava("z:org.apache.spark.api.python.PythonRDD.collectAndServe", "java.lang.IllegalArgumentException: Positive number of partitions required")
		}
		return n
	}
}

// ParallelizeRange is sc.parallelize(range(…), numSlices): the range is cut evenly, whatever its length.
func ParallelizeRange(sc *SparkContext, r py.Range, n ...int64) *RDD[int64] {
	num := sc.slices(n)
	size := r.Len()
	empty := parallelize[int64](sc, nil, num)
	if size == 0 {
		return empty
	}
	start := func(split int) int64 { return int64(float64(int64(split)*size) / float64(num)) }
	return child(empty, func(i int) Part[int64] {
		from, to := start(i), start(i+1)
		return PartSeq(func(yield func(int64) bool) {
			for j := from; j < to; j++ {
				if !yield(r.At(j)) {
					return
				}
			}
		})
	})
}

// Range is sc.range(start, end, step, numSlices); with end None it starts at 0 and ends at start.
func Range(sc *SparkContext, start int64, end py.Opt[int64], step int64, n ...int64) *RDD[int64] {
	if !end.Ok {
		start, end.V = 0, start
	}
	return ParallelizeRange(sc, py.NewRange(start, end.V, step), n...)
}

// EmptyRDD is sc.emptyRDD(): an RDD without partitions.
func EmptyRDD[T any](sc *SparkContext) *RDD[T] {
	out := newRDD(sc, "EmptyRDD", fixed(0), func(int) Part[T] { return Part[T]{} })
	out.batch.kind = batchNone
	return out
}

// FromPartitions is an RDD of records in memory, one slice for each partition.
func FromPartitions[T any](sc *SparkContext, parts [][]T) *RDD[T] {
	return newRDD(sc, "ParallelCollectionRDD", fixed(len(parts)), func(i int) Part[T] { return PartOf(parts[i]) })
}

// FromParts is an RDD of the given partitions.
func FromParts[T any](sc *SparkContext, parts []Part[T]) *RDD[T] {
	return newRDD(sc, "BlockRDD", fixed(len(parts)), func(i int) Part[T] { return parts[i] })
}

// FromBlocks is an RDD of lines of text in memory, some blocks for each partition.
func FromBlocks(sc *SparkContext, parts [][]Block) *RDD[string] {
	out := newRDD(sc, "BlockRDD", fixed(len(parts)), func(i int) Lines { return TextPart(parts[i]...) })
	out.located = func(int) bool { return true }
	out.batch.kind = batchText
	return out
}
