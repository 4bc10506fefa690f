package py

import (
	"math"
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
