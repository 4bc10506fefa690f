package py

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"testing"
)

// Short decimals are read as the general parser reads them.
func TestPlainFloat(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 200_000 {
		text := fmt.Sprintf("%d.%0*d", r.IntN(1_000_000), 1+r.IntN(9), r.IntN(1000))
		switch r.IntN(4) {
		case 0:
			text = strconv.Itoa(r.IntN(1e9)) + "."
		case 1:
			text = "-" + text
		case 2:
			text = "+" + strconv.FormatInt(r.Int64N(1e15), 10)
		}
		got, ok := plainFloat(text)
		want, err := strconv.ParseFloat(text, 64)
		if err != nil || ok && math.Float64bits(got) != math.Float64bits(want) {
			t.Fatalf("%s is %v (%v), want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"-0", "-0.0", ".5", "5.", "0.1", "999999999999999", "99999999999999.9"} {
		got, ok := plainFloat(text)
		if want, _ := strconv.ParseFloat(text, 64); !ok || math.Float64bits(got) != math.Float64bits(want) {
			t.Errorf("%s is %v (%v), want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "-", ".", "+.", "1e5", "nan", " 1", "1_0", "1.2.3", "12345678901234567", "1234567890123456", "١"} {
		if f, ok := plainFloat(text); ok {
			t.Errorf("%q is read as %v", text, f)
		}
	}
}

// The remainder of whole numbers is that of C's fmod, with Python's sign.
func TestModFloatOfWholes(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	values := []float64{0, math.Copysign(0, -1), 1, -1, 3, -3, 0.5, 1 << 53, -(1 << 53), 1<<53 - 1, math.Inf(1), math.Inf(-1), 1e300}
	for range 1000 {
		values = append(values, float64(r.Int64N(1<<60)>>r.IntN(60)-1000))
	}
	for _, a := range values {
		for _, b := range values {
			if b == 0 {
				continue
			}
			_, want := divmodFloat(a, b)
			if got := ModFloat(a, b); math.Float64bits(got) != math.Float64bits(want) {
				t.Fatalf("%v %% %v is %v, want %v", a, b, got, want)
			}
		}
	}
}
