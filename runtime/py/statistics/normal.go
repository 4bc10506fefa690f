package pystatistics

import (
	"iter"
	"math"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// NormalDist is statistics.NormalDist.
type NormalDist struct{ mu, sigma float64 }

// NewNormalDist is NormalDist(mu, sigma); it raises StatisticsError.
func NewNormalDist(mu, sigma float64) *NormalDist {
	if sigma < 0 {
		fail("sigma must be non-negative")
	}
	return &NormalDist{mu, sigma}
}

// NormalDistFromSamples is NormalDist.from_samples(data).
func NormalDistFromSamples[T any](data iter.Seq[T]) *NormalDist {
	t, sum := squared(data, py.None)
	switch {
	case t.n < 2:
		fail("stdev requires at least two data points")
	case t.nonFinite:
		return NewNormalDist(t.special, t.special/t.special)
	}
	return NewNormalDist(toFloat(divided(t.rat(), t.n)), squareRoot(divided(sum, t.n-1)))
}

// Mean is d.mean; so are Median and Mode.
func (d *NormalDist) Mean() float64 { return d.mu }

// Median is d.median.
func (d *NormalDist) Median() float64 { return d.mu }

// Mode is d.mode.
func (d *NormalDist) Mode() float64 { return d.mu }

// Stdev is d.stdev.
func (d *NormalDist) Stdev() float64 { return d.sigma }

// Variance is d.variance.
func (d *NormalDist) Variance() float64 { return d.sigma * d.sigma }

// Pdf is d.pdf(x).
func (d *NormalDist) Pdf(x float64) float64 {
	variance := d.Variance()
	if variance == 0 {
		fail("pdf() not defined when sigma is zero")
	}
	diff := x - d.mu
	return py.MathExp(diff*diff/(-2*variance)) / math.Sqrt(2*math.Pi*variance)
}

// Cdf is d.cdf(x).
func (d *NormalDist) Cdf(x float64) float64 {
	if d.sigma == 0 {
		fail("cdf() not defined when sigma is zero")
	}
	return 0.5 * (1 + py.MathErf((x-d.mu)/float64(d.sigma*math.Sqrt2)))
}

// InvCdf is d.inv_cdf(p).
func (d *NormalDist) InvCdf(p float64) float64 {
	if p <= 0 || p >= 1 {
		fail("p must be in the range 0.0 < p < 1.0")
	}
	if d.sigma <= 0 {
		fail("cdf() not defined when sigma at or below zero")
	}
	return inverseNormal(p, d.mu, d.sigma)
}

// Quantiles is d.quantiles(n).
func (d *NormalDist) Quantiles(n int64) *py.List[float64] {
	out := py.NewList[float64]()
	for i := int64(1); i < n; i++ {
		out.Append(d.InvCdf(float64(i) / float64(n)))
	}
	return out
}

// Zscore is d.zscore(x).
func (d *NormalDist) Zscore(x float64) float64 {
	if d.sigma == 0 {
		fail("zscore() not defined when sigma is zero")
	}
	return (x - d.mu) / d.sigma
}

// Overlap is d.overlap(other).
func (d *NormalDist) Overlap(other *NormalDist) float64 {
	x, y := d, other
	if y.sigma < x.sigma || y.sigma == x.sigma && y.mu < x.mu {
		x, y = y, x
	}
	xVar, yVar := x.Variance(), y.Variance()
	if xVar == 0 || yVar == 0 {
		fail("overlap() not defined when sigma is zero")
	}
	dv, dm := yVar-xVar, math.Abs(y.mu-x.mu)
	if dv == 0 {
		return 1 - py.MathErf(dm/(2*x.sigma*math.Sqrt2))
	}
	a := float64(x.mu*yVar) - float64(y.mu*xVar)
	b := x.sigma * y.sigma * math.Sqrt(float64(dm*dm)+float64(dv*py.MathLog(yVar/xVar)))
	x1, x2 := (a+b)/dv, (a-b)/dv
	return 1 - (math.Abs(y.Cdf(x1)-x.Cdf(x1)) + math.Abs(y.Cdf(x2)-x.Cdf(x2)))
}

// Add is d + other, for independent distributions.
func (d *NormalDist) Add(other *NormalDist) *NormalDist {
	return NewNormalDist(d.mu+other.mu, math.Hypot(d.sigma, other.sigma))
}

// Shift is d + x.
func (d *NormalDist) Shift(x float64) *NormalDist { return NewNormalDist(d.mu+x, d.sigma) }

// Sub is d - other.
func (d *NormalDist) Sub(other *NormalDist) *NormalDist {
	return NewNormalDist(d.mu-other.mu, math.Hypot(d.sigma, other.sigma))
}

// ShiftBack is d - x.
func (d *NormalDist) ShiftBack(x float64) *NormalDist { return NewNormalDist(d.mu-x, d.sigma) }

// Mul is d * x.
func (d *NormalDist) Mul(x float64) *NormalDist { return NewNormalDist(d.mu*x, d.sigma*math.Abs(x)) }

// Div is d / x.
func (d *NormalDist) Div(x float64) *NormalDist {
	return NewNormalDist(py.DivFloat(d.mu, x), py.DivFloat(d.sigma, math.Abs(x)))
}

// PyTypeName is "NormalDist".
func (d *NormalDist) PyTypeName() string { return "NormalDist" }

// PyModule is "statistics".
func (*NormalDist) PyModule() string { return "statistics" }

// PyRepr is NormalDist(mu=…, sigma=…).
func (d *NormalDist) PyRepr() string {
	return "NormalDist(mu=" + py.Repr(d.mu) + ", sigma=" + py.Repr(d.sigma) + ")"
}

// PyEqual compares mu and sigma.
func (d *NormalDist) PyEqual(other any) bool {
	o, ok := other.(*NormalDist)
	return ok && *d == *o
}

// PyHash is by mu and sigma.
func (d *NormalDist) PyHash() int64 { return py.Hash(py.T2(d.mu, d.sigma)) }
