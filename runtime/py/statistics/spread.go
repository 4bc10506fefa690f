package pystatistics

import (
	"iter"
	"math/big"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// squared sums the squares of the differences from a given mean, or from the data's own if it is None.
func squared[T any](data iter.Seq[T], mean any) (*total, *big.Rat) {
	if _, none := mean.(py.NoneType); none {
		t := sumOf(data, true)
		if t.nonFinite || t.n == 0 {
			return t, new(big.Rat)
		}
		return t, t.deviations()
	}
	t := &total{}
	for x := range data {
		d := py.DynSub(py.Box(x), mean)
		t.add(py.DynMul(d, d), false)
	}
	return t, t.rat()
}

// spread is the mean square, of n less fewer; name is that of the function in its error.
func spread[T any](data iter.Seq[T], mean any, fewer int64, name string) (*total, *big.Rat) {
	t, sum := squared(data, mean)
	if t.n <= fewer {
		if fewer == 0 {
			fail(name + " requires at least one data point")
		}
		fail(name + " requires at least two data points")
	}
	return t, divided(sum, t.n-fewer)
}

func variance[T any](data iter.Seq[T], mean any, fewer int64, name string) any {
	t, sum := spread(data, mean, fewer, name)
	if t.nonFinite {
		return t.special / float64(t.n-fewer)
	}
	return t.number(sum)
}

func deviation[T any](data iter.Seq[T], mean any, fewer int64, name string) float64 {
	t, sum := spread(data, mean, fewer, name)
	if t.nonFinite {
		py.Throw(py.AttributeError, "'float' object has no attribute 'numerator'")
	}
	return squareRoot(sum)
}

// Variance is statistics.variance(data, xbar).
func Variance[T any](data iter.Seq[T], xbar any) any { return variance(data, xbar, 1, "variance") }

// VarianceFloat is statistics.variance of floats.
func VarianceFloat(data iter.Seq[float64], xbar any) float64 { return Variance(data, xbar).(float64) }

// Pvariance is statistics.pvariance(data, mu).
func Pvariance[T any](data iter.Seq[T], mu any) any { return variance(data, mu, 0, "pvariance") }

// PvarianceFloat is statistics.pvariance of floats.
func PvarianceFloat(data iter.Seq[float64], mu any) float64 { return Pvariance(data, mu).(float64) }

// Stdev is statistics.stdev(data, xbar).
func Stdev[T any](data iter.Seq[T], xbar any) float64 { return deviation(data, xbar, 1, "stdev") }

// Pstdev is statistics.pstdev(data, mu).
func Pstdev[T any](data iter.Seq[T], mu any) float64 { return deviation(data, mu, 0, "pstdev") }

// paired are two inputs of the same length, with the sums that relations are made of.
type paired struct {
	x, y       []float64
	xbar, ybar float64
}

func pairs(x, y iter.Seq[float64], name string) *paired {
	p := &paired{x: py.ListOf(x).Raw(), y: py.ListOf(y).Raw()}
	if len(p.x) != len(p.y) {
		fail(name + " requires that both inputs have same number of data points")
	}
	if len(p.x) < 2 {
		fail(name + " requires at least two data points")
	}
	n := float64(len(p.x))
	p.xbar, p.ybar = py.MathFsum(py.NewList(p.x...).All())/n, py.MathFsum(py.NewList(p.y...).All())/n
	return p
}

// products adds the products of two differences from the means.
func products(a, b []float64, abar, bbar float64) float64 {
	return py.MathFsum(func(yield func(float64) bool) {
		for i := range a {
			if !yield((a[i] - abar) * (b[i] - bbar)) {
				return
			}
		}
	})
}

// Covariance is statistics.covariance(x, y).
func Covariance(x, y iter.Seq[float64]) float64 {
	p := pairs(x, y, "covariance")
	return products(p.x, p.y, p.xbar, p.ybar) / float64(len(p.x)-1)
}

// Correlation is statistics.correlation(x, y).
func Correlation(x, y iter.Seq[float64]) float64 {
	p := pairs(x, y, "correlation")
	sxy := products(p.x, p.y, p.xbar, p.ybar)
	root := py.MathSqrt(products(p.x, p.x, p.xbar, p.xbar) * products(p.y, p.y, p.ybar, p.ybar))
	if root == 0 {
		fail("at least one of the inputs is constant")
	}
	return sxy / root
}

// LinearRegression is the line that linear_regression finds, a named tuple.
type LinearRegression struct{ slope, intercept float64 }

// LinearRegressionOf is statistics.linear_regression(x, y, proportional=proportional).
func LinearRegressionOf(x, y iter.Seq[float64], proportional bool) *LinearRegression {
	p := pairs(x, y, "linear regression")
	if proportional {
		p.xbar, p.ybar = 0, 0
	}
	sxx := products(p.x, p.x, p.xbar, p.xbar)
	if sxx == 0 {
		fail("x is constant")
	}
	slope := products(p.x, p.y, p.xbar, p.ybar) / sxx
	if proportional {
		return &LinearRegression{slope, 0}
	}
	return &LinearRegression{slope, p.ybar - float64(slope*p.xbar)}
}

// Slope is r.slope.
func (r *LinearRegression) Slope() float64 { return r.slope }

// Intercept is r.intercept.
func (r *LinearRegression) Intercept() float64 { return r.intercept }

// All iterates over slope and intercept.
func (r *LinearRegression) All() iter.Seq[float64] { return py.NewList(r.slope, r.intercept).All() }

// At is r[i].
func (r *LinearRegression) At(i int64) float64 { return py.NewTupleOf(r.slope, r.intercept).At(i) }

// PyTypeName is "LinearRegression".
func (r *LinearRegression) PyTypeName() string { return "LinearRegression" }

// PyRepr is LinearRegression(slope=…, intercept=…).
func (r *LinearRegression) PyRepr() string {
	return "LinearRegression(slope=" + py.Repr(r.slope) + ", intercept=" + py.Repr(r.intercept) + ")"
}

// PyIter iterates over slope and intercept.
func (r *LinearRegression) PyIter() iter.Seq[any] { return py.BoxSeq(r.All()) }

// PyEqual compares with another line.
func (r *LinearRegression) PyEqual(other any) bool {
	o, ok := other.(*LinearRegression)
	return ok && *r == *o
}
