package core

import (
	"math"
	"sort"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Histogram is rdd.histogram(buckets) for a number of buckets: they are even between the smallest and the largest record.
// The bounds are as mixed as PySpark's: ints where the width is one, and the last is a record.
func Histogram[T Number](r *RDD[T], buckets int64) py.Tuple2[*py.List[any], *py.List[int64]] {
	if buckets < 1 {
		raise(py.ValueError, "number of buckets must be >= 1")
	}
	low, high, count := extent(r)
	if low == high || buckets == 1 {
		return py.T2(py.NewList[any](low, high), py.NewList(count))
	}
	width := float64(high-low) / float64(buckets)
	if math.IsInf(width, 0) {
		raise(py.ValueError, "Can not generate buckets with infinite value")
	}
	bounds := py.NewList[any]()
	whole := int64(width)
	inc := float64(whole)
	exact := T(whole)*T(buckets) == high-low
	if !exact {
		inc = width
	}
	edges := make([]float64, 0, buckets+1)
	for i := range buckets {
		if exact {
			v := T(i*whole) + low
			bounds.Append(v)
			edges = append(edges, float64(v))
			continue
		}
		v := float64(float64(i)*inc) + float64(low)
		bounds.Append(v)
		edges = append(edges, v)
	}
	bounds.Append(high)
	edges = append(edges, float64(high))
	return py.T2(bounds, counted(r, edges, true, inc))
}

// HistogramBuckets is rdd.histogram(bounds): each bucket holds its lower bound, the last one its upper bound too.
func HistogramBuckets[T, B Number](r *RDD[T], bounds *py.List[B]) py.Tuple2[*py.List[B], *py.List[int64]] {
	edges := checkedBounds(bounds.Raw())
	least, most := math.Inf(1), math.Inf(-1)
	for i := range edges[1:] {
		step := edges[i+1] - edges[i]
		least, most = min(least, step), max(most, step)
	}
	last := len(edges) - 1
	return py.T2(bounds, counted(r, edges, most-least < 1e-10, (edges[last]-edges[0])/float64(last)))
}

// checkedBounds are the bounds of buckets as floats.
func checkedBounds[B Number](bounds []B) []float64 {
	if len(bounds) < 2 {
		raise(py.ValueError, "buckets should have more than one value")
	}
	edges := make([]float64, len(bounds))
	for i, b := range bounds {
		if b != b {
			raise(py.ValueError, "can not have None or NaN in buckets")
		}
		edges[i] = float64(b)
	}
	if !sort.Float64sAreSorted(edges) {
		raise(py.ValueError, "buckets should be sorted")
	}
	for i := range edges[1:] {
		if edges[i] == edges[i+1] {
			raise(py.ValueError, "buckets should not contain duplicated values")
		}
	}
	return edges
}

// extent is the smallest and the largest record and the number of records, NaNs apart.
func extent[T Number](r *RDD[T]) (low, high T, count int64) {
	for _, s := range runAll(r, func(p Part[T]) StatCounter[T] {
		var s StatCounter[T]
		for t := range p.All() {
			if t == t {
				s.Merge(t)
			}
		}
		return s
	}) {
		switch {
		case s.n == 0:
			continue
		case count == 0:
			low, high = s.min, s.max
		}
		low, high = min(low, s.min), max(high, s.max)
		count += s.n
	}
	if count == 0 {
		raise(py.ValueError, "Can not reduce() empty RDD")
	}
	return low, high, count
}

// counted counts the records of each bucket; those outside of all, and NaN, do not count.
func counted[T Number](r *RDD[T], edges []float64, even bool, width float64) *py.List[int64] {
	last := len(edges) - 1
	total := make([]int64, last)
	for _, counts := range runAll(r, func(p Part[T]) []int64 {
		counts := make([]int64, last+1)
		for t := range p.All() {
			x := float64(t)
			if !(x >= edges[0] && x <= edges[last]) {
				continue
			}
			if even {
				counts[int((x-edges[0])/width)]++
			} else {
				counts[sort.Search(len(edges), func(i int) bool { return edges[i] > x })-1]++
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
