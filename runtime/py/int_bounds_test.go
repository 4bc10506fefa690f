package py

import (
	"math"
	"math/big"
	"testing"
)

// Sums and differences raise OverflowError just beyond 64 bits, also those that are told that the second operand is not negative.
func TestOverflowBounds(t *testing.T) {
	const most, least = math.MaxInt64, math.MinInt64
	for _, test := range []struct {
		name string
		f    func(a, b int64) int64
		a, b int64
		fits bool
	}{
		{"+", AddInt, most, 0, true}, {"+", AddInt, most, 1, false}, {"+", AddInt, least, -1, false}, {"+", AddInt, least, most, true},
		{"-", SubInt, least, 0, true}, {"-", SubInt, least, 1, false}, {"-", SubInt, 0, least, false}, {"-", SubInt, -1, least, true},
		{"+ up", AddUp, most - 5, 5, true}, {"+ up", AddUp, most - 5, 6, false}, {"+ up", AddUp, 1, most, false}, {"+ up", AddUp, least, most, true},
		{"- down", SubDown, least + 5, 5, true}, {"- down", SubDown, least + 5, 6, false}, {"- down", SubDown, -2, most, false}, {"- down", SubDown, most, most, true},
		{"*", MulInt, most, 1, true}, {"*", MulInt, 1 << 32, 1 << 31, false}, {"*", MulInt, -1 << 32, 1 << 31, true}, {"*", MulInt, least, -1, false},
	} {
		e := Try(func() { test.f(test.a, test.b) })
		if fits := e == nil; fits != test.fits {
			t.Errorf("%d %s %d fits: %t, want %t", test.a, test.name, test.b, fits, test.fits)
		}
		if e != nil && !e.IsA(OverflowError) {
			t.Errorf("%d %s %d raises %v", test.a, test.name, test.b, e)
		}
	}
}

// Linear raises for the first x on either side for which the result does not fit, and for none before.
func TestLinearBounds(t *testing.T) {
	for _, k := range []int64{2, 3, 7, 10, 1 << 20, math.MaxInt32} {
		for _, c := range []int64{0, 1, -1, 5, k, -k, k - 1, math.MaxInt32, -math.MaxInt32} {
			for _, x := range []int64{0, 1, -1, 12345, -12345, math.MaxInt64, math.MinInt64} {
				checkLinear(t, k, x, c)
			}
			for d := range int64(5) {
				checkLinear(t, k, math.MaxInt64/k-c/k+d-2, c)
				checkLinear(t, k, math.MinInt64/k-c/k+d-2, c)
			}
		}
	}
}

func checkLinear(t *testing.T, k, x, c int64) {
	t.Helper()
	want := new(big.Int).Mul(big.NewInt(k), big.NewInt(x))
	want.Add(want, big.NewInt(c))
	var got int64
	e := Try(func() { got = Linear(k, x, c) })
	if fits := e == nil; fits != want.IsInt64() || fits && got != want.Int64() {
		t.Errorf("%d*%d + %d: got %d, %v, want %d", k, x, c, got, e, want)
	}
}
