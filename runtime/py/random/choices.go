package pyrandom

import (
	"iter"
	"math"
	"sort"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Choices is random.choices(population, k=k).
func Choices[T any](population iter.Seq[T], k int64) *py.List[T] {
	return ChoicesIn(shared, population, k)
}

// ChoicesWeighted is random.choices(population, weights, k=k).
func ChoicesWeighted[T any](population iter.Seq[T], weights iter.Seq[float64], k int64) *py.List[T] {
	return ChoicesWeightedIn(shared, population, weights, k)
}

// ChoicesSummed is random.choices(population, cum_weights=sums, k=k).
func ChoicesSummed[T any](population iter.Seq[T], sums iter.Seq[float64], k int64) *py.List[T] {
	return ChoicesSummedIn(shared, population, sums, k)
}

// ChoicesIn is r.choices(population, k=k).
func ChoicesIn[T any](r *Random, population iter.Seq[T], k int64) *py.List[T] {
	items := py.ListOf(population).Raw()
	if len(items) == 0 && k > 0 {
		py.Throw(py.IndexError, "list index out of range")
	}
	out := py.NewList[T]()
	for range k {
		out.Append(items[int(math.Floor(r.Random()*float64(len(items))))])
	}
	return out
}

// ChoicesWeightedIn is r.choices(population, weights, k=k).
func ChoicesWeightedIn[T any](r *Random, population iter.Seq[T], weights iter.Seq[float64], k int64) *py.List[T] {
	total := 0.0
	return ChoicesSummedIn(r, population, py.MapSeq(func(w float64) float64 {
		total += w
		return total
	}, weights), k)
}

// ChoicesSummedIn is r.choices(population, cum_weights=sums, k=k).
func ChoicesSummedIn[T any](r *Random, population iter.Seq[T], cumulative iter.Seq[float64], k int64) *py.List[T] {
	items, sums := py.ListOf(population).Raw(), py.ListOf(cumulative).Raw()
	switch {
	case len(sums) != len(items):
		py.Throw(py.ValueError, "The number of weights does not match the population")
	case len(items) == 0:
		py.Throw(py.IndexError, "list index out of range")
	}
	total := sums[len(sums)-1]
	switch {
	case total <= 0:
		py.Throw(py.ValueError, "Total of weights must be greater than zero")
	case math.IsInf(total, 0) || math.IsNaN(total):
		py.Throw(py.ValueError, "Total of weights must be finite")
	}
	out := py.NewList[T]()
	for range k {
		x := r.Random() * total
		i := sort.Search(len(sums)-1, func(i int) bool { return sums[i] > x })
		out.Append(items[i])
	}
	return out
}

// SampleCounted is random.sample(population, k, counts=counts).
func SampleCounted[T any](population iter.Seq[T], k int64, counts iter.Seq[int64]) *py.List[T] {
	return SampleCountedIn(shared, population, k, counts)
}

// SampleCountedIn is r.sample(population, k, counts=counts): as if each element were there as often as its count says.
func SampleCountedIn[T any](r *Random, population iter.Seq[T], k int64, counts iter.Seq[int64]) *py.List[T] {
	items := py.ListOf(population).Raw()
	var sums []int64
	total := int64(0)
	for n := range counts {
		total = py.AddInt(total, n)
		sums = append(sums, total)
	}
	switch {
	case len(sums) != len(items):
		py.Throw(py.ValueError, "The number of counts does not match the population")
	case total <= 0:
		py.Throw(py.ValueError, "Total of counts must be greater than zero")
	}
	out := py.NewList[T]()
	for _, at := range sampleRange(r, total, k) {
		out.Append(items[sort.Search(len(sums), func(i int) bool { return sums[i] > at })])
	}
	return out
}
