package pystatistics

import (
	"iter"
	"math"
	"math/big"

	"github.com/dstreamc/dstreamc/runtime/py"
)

func fail(message string) { py.Throw(py.StatisticsError, message) }

// Mean is statistics.mean(data): an int where the data are ints and it is whole, else a float.
func Mean[T any](data iter.Seq[T]) any {
	t := sumOf(data, false)
	switch {
	case t.n == 0:
		fail("mean requires at least one data point")
	case t.nonFinite:
		return t.special / float64(t.n)
	}
	return t.number(divided(t.rat(), t.n))
}

// MeanFloat is statistics.mean of floats.
func MeanFloat(data iter.Seq[float64]) float64 { return Mean(data).(float64) }

// Fmean is statistics.fmean(data).
func Fmean(data iter.Seq[float64]) float64 {
	x := py.ListOf(data)
	sum := py.MathFsum(x.All())
	if x.Len() == 0 {
		fail("fmean requires at least one data point")
	}
	return sum / float64(x.Len())
}

// FmeanWeighted is statistics.fmean(data, weights).
func FmeanWeighted(data, weights iter.Seq[float64]) float64 {
	x, w := py.ListOf(data), py.ListOf(weights)
	products := py.ZipSeq2(x.All(), w.All())
	num := py.MathFsum(py.MapSeq(func(p py.Tuple2[float64, float64]) float64 { return p.V0 * p.V1 }, products))
	if x.Len() != w.Len() {
		fail("data and weights must be the same length")
	}
	den := py.MathFsum(w.All())
	if den == 0 {
		fail("sum of weights must be non-zero")
	}
	return num / den
}

// GeometricMean is statistics.geometric_mean(data).
func GeometricMean(data iter.Seq[float64]) float64 {
	var out float64
	raised := py.Try(func() {
		out = py.MathExp(Fmean(py.MapSeq(py.MathLog, data)))
	})
	if raised != nil {
		if !raised.IsA(py.ValueError) {
			panic(raised)
		}
		fail("geometric mean requires a non-empty dataset containing positive numbers")
	}
	return out
}

// HarmonicMean is statistics.harmonic_mean(data, weights).
func HarmonicMean[T any](data iter.Seq[T], weights any) any {
	const negative = "harmonic mean does not support negative values"
	list := py.ListOf(py.BoxSeq(data))
	n := list.Len()
	_, unweighted := weights.(py.NoneType)
	switch {
	case n == 0:
		fail("harmonic_mean requires at least one data point")
	case n == 1 && unweighted:
		if py.DynLt(list.At(0), int64(0)) {
			fail(negative)
		}
		return list.At(0)
	}
	sum := &total{}
	w := py.ListMul(py.NewList[any](int64(1)), n)
	if unweighted {
		sum.add(n, false)
	} else {
		w = py.ListOf(py.Elems(weights))
		if w.Len() != n {
			fail("Number of weights does not match data size")
		}
		for x := range w.All() {
			if py.DynLt(x, int64(0)) {
				fail(negative)
			}
			sum.add(x, false)
		}
	}
	parts, zero := reciprocals(list, w, negative)
	if zero {
		return int64(0)
	}
	if parts.nonFinite {
		return toFloat(sum.rat()) / parts.special
	}
	if parts.sum.Sign() <= 0 {
		fail("Weighted sum must be positive")
	}
	return parts.number(new(big.Rat).Quo(sum.rat(), parts.rat()))
}

// reciprocals sums weight/x; zero reports an x that is 0.
func reciprocals(data, weights *py.List[any], negative string) (sum *total, zero bool) {
	sum = &total{}
	for i, x := range data.Raw() {
		if py.DynLt(x, int64(0)) {
			fail(negative)
		}
		var part any = int64(0)
		if w := weights.Raw()[i]; py.Truth(w) {
			if !py.Truth(x) {
				return nil, true
			}
			part = py.DynTrueDiv(w, x)
		}
		sum.add(part, false)
	}
	return sum, false
}

// middle sorts the data, which must not be empty.
func middle[T any](data iter.Seq[T]) []T {
	v := py.Sorted(data, false).Raw()
	if len(v) == 0 {
		fail("no median for empty data")
	}
	return v
}

// Median is statistics.median(data).
func Median[T any](data iter.Seq[T]) any {
	v := middle(data)
	i := len(v) / 2
	if len(v)%2 == 1 {
		return py.Box(v[i])
	}
	return py.DynTrueDiv(py.DynAdd(py.Box(v[i-1]), py.Box(v[i])), int64(2))
}

// MedianFloat is statistics.median of floats.
func MedianFloat(data iter.Seq[float64]) float64 { return Median(data).(float64) }

// MedianLow is statistics.median_low(data).
func MedianLow[T any](data iter.Seq[T]) T {
	v := middle(data)
	return v[(len(v)-1)/2]
}

// MedianHigh is statistics.median_high(data).
func MedianHigh[T any](data iter.Seq[T]) T {
	v := middle(data)
	return v[len(v)/2]
}

// MedianGrouped is statistics.median_grouped(data, interval).
func MedianGrouped(data iter.Seq[float64], interval float64) float64 {
	v := middle(data)
	x := v[len(v)/2]
	list := py.NewList(v...)
	before := py.BisectLeft(list, x, 0, py.Nothing[int64]())
	within := py.BisectRight(list, x, before, py.Nothing[int64]()) - before
	low := x - interval/2
	return low + interval*(float64(len(v))/2-float64(before))/float64(within)
}

// Mode is statistics.mode(data).
func Mode[T any](data iter.Seq[T]) T {
	counts := py.NewCounter(data).MostCommon(py.Some(int64(1)))
	if counts.Len() == 0 {
		fail("no mode for empty data")
	}
	return counts.At(0).V0
}

// Multimode is statistics.multimode(data).
func Multimode[T any](data iter.Seq[T]) *py.List[T] {
	out := py.NewList[T]()
	most := int64(math.MinInt64)
	for x, n := range py.NewCounter(data).Pairs() {
		if n > most {
			py.ListClear(out)
			most = n
		}
		if n == most {
			out.Append(x)
		}
	}
	return out
}

// Quantiles is statistics.quantiles(data, n=n, method=method).
func Quantiles[T any](data iter.Seq[T], n int64, method string) *py.List[float64] {
	if n < 1 {
		fail("n must be at least 1")
	}
	v := py.ListOf(py.BoxSeq(py.Sorted(data, false).All())).Raw()
	size := int64(len(v))
	if size < 2 {
		fail("must have at least two data points")
	}
	out := py.NewList[float64]()
	cut := func(j, delta int64) {
		a, b := py.DynMul(v[j], n-delta), py.DynMul(v[j+1], delta)
		out.Append(py.AsFloat(py.DynTrueDiv(py.DynAdd(a, b), n)))
	}
	switch method {
	case "inclusive":
		for i := int64(1); i < n; i++ {
			at := i * (size - 1)
			cut(at/n, at%n)
		}
	case "exclusive":
		for i := int64(1); i < n; i++ {
			j := min(max(i*(size+1)/n, 1), size-1)
			cut(j-1, i*(size+1)-j*n)
		}
	default:
		py.Throw(py.ValueError, "Unknown method: "+py.Repr(method))
	}
	return out
}
