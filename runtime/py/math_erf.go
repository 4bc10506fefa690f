package py

import "math"

// The error function as the C library computes it, by rational functions for pieces of the line.

var (
	erfPP = [5]float64{1.28379167095512558561e-01, -3.25042107247001499370e-01, -2.84817495755985104766e-02, -5.77027029648944159157e-03, -2.37630166566501626084e-05}
	erfQQ = [6]float64{1, 3.97917223959155352819e-01, 6.50222499887672944485e-02, 5.08130628187576562776e-03, 1.32494738004321644526e-04, -3.96022827877536812320e-06}
	erfPA = [7]float64{-2.36211856075265944077e-03, 4.14856118683748331666e-01, -3.72207876035701323847e-01, 3.18346619901161753674e-01, -1.10894694282396677476e-01, 3.54783043256182359371e-02, -2.16637559486879084300e-03}
	erfQA = [7]float64{1, 1.06420880400844228286e-01, 5.40397917702171048937e-01, 7.18286544141962662868e-02, 1.26171219808761642112e-01, 1.36370839120290507362e-02, 1.19844998467991074170e-02}
	erfRA = [8]float64{-9.86494403484714822705e-03, -6.93858572707181764372e-01, -1.05586262253232909814e+01, -6.23753324503260060396e+01, -1.62396669462573470355e+02, -1.84605092906711035994e+02, -8.12874355063065934246e+01, -9.81432934416914548592e+00}
	erfSA = [9]float64{1, 1.96512716674392571292e+01, 1.37657754143519042600e+02, 4.34565877475229228821e+02, 6.45387271733267880336e+02, 4.29008140027567833386e+02, 1.08635005541779435134e+02, 6.57024977031928170135e+00, -6.04244152148580987438e-02}
	erfRB = [7]float64{-9.86494292470009928597e-03, -7.99283237680523006574e-01, -1.77579549177547519889e+01, -1.60636384855821916062e+02, -6.37566443368389627722e+02, -1.02509513161107724954e+03, -4.83519191608651397019e+02}
	erfSB = [8]float64{1, 3.03380607434824582924e+01, 3.25792512996573918826e+02, 1.53672958608443695994e+03, 3.19985821950859553908e+03, 2.55305040643316442583e+03, 4.74528541206955367215e+02, -2.24409524465858183362e+01}
)

// pairwise is the value of a polynomial, whose terms are added in pairs.
func pairwise(c []float64, z float64) float64 {
	sum, power := 0.0, 1.0
	square := float64(z * z)
	for i := 0; i < len(c); i += 2 {
		pair := c[i]
		if i+1 < len(c) {
			pair += float64(z * c[i+1])
		}
		if i == 0 {
			sum = pair
		} else {
			power = float64(power * square)
			sum += float64(power * pair)
		}
	}
	return sum
}

// erfTail is exp(-x*x) and the rational function that erfc has for a large x, divided by x.
func erfTail(a float64) float64 {
	s := 1 / float64(a*a)
	var r, q float64
	if a < 1/0.35 {
		r, q = pairwise(erfRA[:], s), pairwise(erfSA[:], s)
	} else {
		r, q = pairwise(erfRB[:], s), pairwise(erfSB[:], s)
	}
	z := math.Float64frombits(math.Float64bits(a) &^ 0xffffffff)
	return expPlain(-float64(z*z)-0.5625) * expPlain(float64((z-a)*(z+a))+r/q) / a
}

const erx = 8.45062911510467529297e-01

// MathErf is math.erf(x).
func MathErf(x float64) float64 {
	const efx8 = 1.02703333676410069053e+00
	a := math.Abs(x)
	switch {
	case x != x:
		return x
	case math.IsInf(x, 0) || a >= 6:
		return math.Copysign(1, x)
	case a < math.Ldexp(1, -1022)*16:
		return 0.0625 * (float64(16*x) + float64(16*(efx8/8)*x))
	case a < 1.0/(1<<28):
		return x + float64((efx8/8)*x)
	case a < 0.84375:
		z := float64(x * x)
		return x + float64(x*(pairwise(erfPP[:], z)/pairwise(erfQQ[:], z)))
	case a < 1.25:
		s := a - 1
		return math.Copysign(erx+pairwise(erfPA[:], s)/pairwise(erfQA[:], s), x)
	}
	return math.Copysign(1-erfTail(a), x)
}

// MathErfc is math.erfc(x).
func MathErfc(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x:
		return x
	case math.IsInf(x, 1):
		return 0
	case math.IsInf(x, -1):
		return 2
	case a < 1.0/(1<<56):
		return 1 - x
	case a < 0.84375:
		z := float64(x * x)
		y := pairwise(erfPP[:], z) / pairwise(erfQQ[:], z)
		if x < 0.25 {
			return 1 - (x + float64(x*y))
		}
		return 0.5 - (x - 0.5 + float64(x*y))
	case a < 1.25:
		s := a - 1
		q := pairwise(erfPA[:], s) / pairwise(erfQA[:], s)
		if x >= 0 {
			return 1 - erx - q
		}
		return 1 + (erx + q)
	case a >= 28 || x < -6:
		if x > 0 {
			return 0
		}
		return 2
	}
	if x > 0 {
		return erfTail(a)
	}
	return 2 - erfTail(a)
}
