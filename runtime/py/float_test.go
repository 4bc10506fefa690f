package py

import (
	"math"
	"math/rand/v2"
	"testing"
)

// The remainder by one multiplication is that of math.Mod, to the bit.
func TestRemainder(t *testing.T) {
	check := func(a, b float64) {
		want, got := math.Mod(a, b), remainder(a, b)
		if math.Float64bits(want) != math.Float64bits(got) && !(math.IsNaN(want) && math.IsNaN(got)) {
			t.Fatalf("%v %% %v: %v, want %v", a, b, got, want)
		}
	}
	special := []float64{math.Copysign(0, -1), 1, -1, 3, 0.1, 0.3, 1e-300, 1e300, math.MaxFloat64, 5e-324, math.Inf(1), math.Inf(-1), math.NaN(), 7.5, 1 << 53}
	for _, a := range special {
		for _, b := range special[1:] {
			check(a, b)
		}
	}
	rnd := rand.New(rand.NewPCG(3, 4))
	any := func() float64 { return (rnd.Float64() - 0.5) * math.Pow(10, float64(rnd.IntN(40)-20)) }
	for range 50000 {
		a, b, n := any(), any(), float64(rnd.IntN(1000))
		check(a, b)
		check(n*b, b)
		check(math.Nextafter(n*b, 0), b)
		check(math.Nextafter(n*b, math.MaxFloat64), b)
		check(math.Float64frombits(rnd.Uint64()), math.Float64frombits(rnd.Uint64()))
	}
}
