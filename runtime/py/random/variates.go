package pyrandom

import (
	"math"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Lognormvariate is r.lognormvariate(mu, sigma).
func (r *Random) Lognormvariate(mu, sigma float64) float64 {
	return py.MathExp(r.Normalvariate(mu, sigma))
}

// Triangular is r.triangular(low, high, mode): the mode is the middle unless it is given.
func (r *Random) Triangular(low, high float64, mode py.Opt[float64]) float64 {
	u, c := r.Random(), 0.5
	if mode.Ok {
		if high == low {
			return low
		}
		c = (mode.V - low) / (high - low)
	}
	if u > c {
		u, c = 1-u, 1-c
		low, high = high, low
	}
	return low + (high-low)*math.Sqrt(u*c)
}

// Gammavariate is r.gammavariate(alpha, beta); it raises ValueError unless both are positive.
func (r *Random) Gammavariate(alpha, beta float64) float64 {
	switch {
	case !(alpha > 0) || !(beta > 0):
		py.Throw(py.ValueError, "gammavariate: alpha and beta must be > 0.0")
	case alpha > 1:
		return r.gammaLarge(alpha) * beta
	case alpha == 1:
		return -py.MathLog(1-r.Random()) * beta
	}
	for { // algorithm GS of Statistical Computing by Kennedy and Gentle
		b := (math.E + alpha) / math.E
		p := b * r.Random()
		x := 0.0
		if p <= 1 {
			x = py.PowFloat(p, 1/alpha)
		} else {
			x = -py.MathLog((b - p) / alpha)
		}
		u := r.Random()
		if p > 1 && u <= py.PowFloat(x, alpha-1) || p <= 1 && u <= py.MathExp(-x) {
			return x * beta
		}
	}
}

// gammaLarge is the gamma distribution for alpha above 1, by R. C. H. Cheng's method.
func (r *Random) gammaLarge(alpha float64) float64 {
	ainv := math.Sqrt(2*alpha - 1)
	bbb, ccc := alpha-py.MathLog(4), alpha+ainv
	magic := 1 + py.MathLog(4.5)
	for {
		u := r.Random()
		if !(1e-7 < u && u < 0.9999999) {
			continue
		}
		u2 := 1 - r.Random()
		v := py.MathLog(u/(1-u)) / ainv
		x := alpha * py.MathExp(v)
		z := u * u * u2
		t := bbb + ccc*v - x
		if t+magic-4.5*z >= 0 || t >= py.MathLog(z) {
			return x
		}
	}
}

// Betavariate is r.betavariate(alpha, beta).
func (r *Random) Betavariate(alpha, beta float64) float64 {
	y := r.Gammavariate(alpha, 1)
	if y == 0 {
		return 0
	}
	return y / (y + r.Gammavariate(beta, 1))
}

// Paretovariate is r.paretovariate(alpha).
func (r *Random) Paretovariate(alpha float64) float64 { return py.PowFloat(1-r.Random(), -1/alpha) }

// Weibullvariate is r.weibullvariate(alpha, beta).
func (r *Random) Weibullvariate(alpha, beta float64) float64 {
	return alpha * py.PowFloat(-py.MathLog(1-r.Random()), 1/beta)
}

// Vonmisesvariate is r.vonmisesvariate(mu, kappa): an angle in [0, 2π).
func (r *Random) Vonmisesvariate(mu, kappa float64) float64 {
	const turn = 2 * math.Pi
	if kappa <= 1e-6 {
		return turn * r.Random()
	}
	s := 0.5 / kappa
	t := s + math.Sqrt(1+s*s)
	z := 0.0
	for {
		z = py.MathCos(math.Pi * r.Random())
		d := z / (t + z)
		u := r.Random()
		if u < 1-d*d || u <= (1-d)*py.MathExp(d) {
			break
		}
	}
	q := 1 / t
	f := (q + z) / (1 + q*z)
	if r.Random() > 0.5 {
		return py.ModFloat(mu+py.MathAcos(f), turn)
	}
	return py.ModFloat(mu-py.MathAcos(f), turn)
}

// Randbytes is r.randbytes(n).
func (r *Random) Randbytes(n int64) py.Bytes {
	return py.BigToBytes(r.BigGetrandbits(py.MulInt(n, 8)), n, "little", false)
}
