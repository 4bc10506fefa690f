package core

import (
	"math"
	"slices"
	"sort"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Histogram is rdd.histogram(buckets) for a number of buckets: they are even between the smallest and the largest record.
// The bounds are as mixed as PySpark's: ints where the width is one, and the last is a record.
func Histogram[T any](r *RDD[T], buckets int64) py.Tuple2[*py.List[any], *py.List[int64]] {
	if buckets < 1 {
		raise(py.ValueError, "number of buckets must be >= 1")
	}
	low, high, count := extent(r)
	if py.Compare(low, high) == 0 || buckets == 1 {
		return py.T2(py.NewList(py.Box(low), py.Box(high)), py.NewList(count))
	}
	ends := numbers([]T{low, high})
	if ends == nil {
		raise(py.TypeError, "Can not generate buckets with non-number in RDD")
	}
	span := ends[1] - ends[0]
	width := span / float64(buckets)
	if math.IsInf(width, 0) {
		raise(py.ValueError, "Can not generate buckets with infinite value")
	}
	if whole := math.Trunc(width); whole*float64(buckets) == span {
		width = whole
	}
	bounds := py.NewList[any]()
	edges := make([]float64, 0, buckets+1)
	for i := range buckets {
		edge := float64(float64(i)*width) + ends[0]
		edges = append(edges, edge)
		if _, ok := py.Box(low).(int64); ok && width == math.Trunc(width) {
			bounds.Append(int64(edge))
		} else {
			bounds.Append(edge)
		}
	}
	bounds.Append(py.Box(high))
	return py.T2(bounds, counted(r, evenBuckets[T](append(edges, ends[1]), width), len(edges)+1))
}

// HistogramBuckets is rdd.histogram(bounds): each bucket holds its lower bound, the last one its upper bound too.
func HistogramBuckets[T, B any](r *RDD[T], bounds *py.List[B]) py.Tuple2[*py.List[B], *py.List[int64]] {
	return py.T2(bounds, countedBetween(r, bounds.Raw()))
}

// HistogramTuple is rdd.histogram(bounds) for a tuple.
func HistogramTuple[T, B any](r *RDD[T], bounds *py.TupleOf[B]) py.Tuple2[*py.TupleOf[B], *py.List[int64]] {
	return py.T2(bounds, countedBetween(r, slices.Collect(bounds.All())))
}

func countedBetween[T, B any](r *RDD[T], bounds []B) *py.List[int64] {
	checkBounds(bounds)
	if edges := numbers(bounds); edges != nil {
		least, most := math.Inf(1), math.Inf(-1)
		for i := range edges[1:] {
			step := edges[i+1] - edges[i]
			least, most = min(least, step), max(most, step)
		}
		if last := len(edges) - 1; most-least < 1e-10 {
			return counted(r, evenBuckets[T](edges, (edges[last]-edges[0])/float64(last)), len(edges))
		}
	}
	return counted(r, func(t T) int {
		x := any(t)
		if py.DynLt(x, bounds[0]) || py.DynLt(bounds[len(bounds)-1], x) {
			return -1
		}
		return sort.Search(len(bounds), func(i int) bool { return py.DynLt(x, bounds[i]) }) - 1
	}, len(bounds))
}

// checkBounds raises ValueError for bounds that make no buckets.
func checkBounds[B any](bounds []B) {
	if len(bounds) < 2 {
		raise(py.ValueError, "buckets should have more than one value")
	}
	for _, b := range bounds {
		if isNothing(b) {
			raise(py.ValueError, "can not have None or NaN in buckets")
		}
	}
	for i := range bounds[1:] {
		switch c := py.Compare(bounds[i], bounds[i+1]); {
		case c > 0:
			raise(py.ValueError, "buckets should be sorted")
		case c == 0:
			raise(py.ValueError, "buckets should not contain duplicated values")
		}
	}
}

// numbers is the bounds as floats, nil if they are no numbers.
func numbers[B any](bounds []B) []float64 {
	var out []float64
	for _, b := range bounds {
		switch py.Box(b).(type) {
		case int64, *py.Wide, float64:
			out = append(out, toFloat(b))
		default:
			return nil
		}
	}
	return out
}

// evenBuckets finds the bucket of a number between buckets of the same width, -1 outside of all.
func evenBuckets[T any](edges []float64, width float64) func(T) int {
	low, high := edges[0], edges[len(edges)-1]
	return func(t T) int {
		x := toFloat(t)
		if !(x >= low && x <= high) {
			return -1
		}
		return int((x - low) / width)
	}
}

// extent is the smallest and the largest record and the number of records, None and NaN apart.
func extent[T any](r *RDD[T]) (low, high T, count int64) {
	type ends struct {
		low, high T
		n         int64
	}
	for _, e := range runAll(r, func(p Part[T]) (e ends) {
		for t := range p.All() {
			if isNothing(t) {
				continue
			}
			if e.n++; e.n == 1 {
				e.low, e.high = t, t
			}
			e.low, e.high = minOf(e.low, t), maxOf(e.high, t)
		}
		return e
	}) {
		switch {
		case e.n == 0:
			continue
		case count == 0:
			low, high = e.low, e.high
		}
		low, high = minOf(low, e.low), maxOf(high, e.high)
		count += e.n
	}
	if count == 0 {
		raise(py.ValueError, "Can not reduce() empty RDD")
	}
	return low, high, count
}

// isNothing reports None and NaN, which are in no bucket.
func isNothing[T any](t T) bool {
	x, ok := any(t).(float64)
	return ok && x != x || any(t) == any(py.None)
}

// counted counts the records of each bucket between n bounds; None and NaN do not count.
func counted[T any](r *RDD[T], bucket func(T) int, n int) *py.List[int64] {
	last := n - 1
	total := make([]int64, last)
	for _, counts := range runAll(r, func(p Part[T]) []int64 {
		counts := make([]int64, last+1)
		for t := range p.All() {
			if isNothing(t) {
				continue
			}
			if i := bucket(t); i >= 0 {
				counts[i]++
			}
		}
		counts[last-1] += counts[last]
		return counts[:last]
	}) {
		for i, n := range counts {
			total[i] += n
		}
	}
	return listOf(total)
}
