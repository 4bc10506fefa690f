package py

import (
	"math"
	"strconv"
	"strings"
)

// Round is round(f): to the nearest int, halves to the even one. It raises ValueError for NaN and OverflowError.
func Round(f float64) int64 { return intOfWhole(math.RoundToEven(f)) }

// intOfWhole converts a float without a fraction.
func intOfWhole(f float64) int64 {
	return BigOfFloat(f).checked()
}

// RoundTo is round(f, ndigits): correct for the exact value of f, so that 2.675 rounds to 2.67.
func RoundTo(f float64, ndigits int64) float64 {
	switch {
	case f != f || math.IsInf(f, 0) || f == 0 || ndigits > 323:
		return f
	case ndigits < -308:
		return math.Copysign(0, f)
	case ndigits < 0:
		return roundTens(f, int(-ndigits))
	}
	r, _ := strconv.ParseFloat(strconv.FormatFloat(f, 'f', int(ndigits), 64), 64)
	return r
}

// roundTens rounds to a multiple of 10**k by the decimal digits of the whole part.
func roundTens(f float64, k int) float64 {
	whole, fraction := math.Modf(math.Abs(f))
	digits := strconv.FormatFloat(whole, 'f', 0, 64)
	if len(digits) < k {
		return math.Copysign(0, f)
	}
	head, tail := digits[:len(digits)-k], digits[len(digits)-k:]
	half := "5" + strings.Repeat("0", k-1)
	up := tail > half || tail == half && fraction > 0
	if tail == half && fraction == 0 && head != "" {
		up = (head[len(head)-1]-'0')%2 == 1
	}
	if head == "" {
		head = "0"
	}
	if up {
		head = increment(head)
	}
	r, err := strconv.ParseFloat(head+"e"+strconv.Itoa(k), 64)
	if err != nil {
		throw(OverflowError, "rounded value too large to represent")
	}
	return math.Copysign(r, f)
}

// increment adds one to a number in decimal digits.
func increment(digits string) string {
	b := []byte(digits)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] < '9' {
			b[i]++
			return string(b)
		}
		b[i] = '0'
	}
	return "1" + string(b)
}

// RoundInt is round(n, ndigits) of an int.
func RoundInt(n, ndigits int64) int64 {
	if ndigits >= 0 {
		return n
	}
	if ndigits < -19 {
		return 0
	}
	unit := uint64(1)
	for range -ndigits {
		unit *= 10
	}
	a := absUint(n)
	rest := a % unit
	a -= rest
	if rest > unit/2 || rest == unit/2 && a/unit%2 == 1 {
		if a+unit < a {
			panic(overflow)
		}
		a += unit
	}
	if n < 0 && a <= 1<<63 {
		return -int64(a)
	}
	if a >= 1<<63 {
		panic(overflow)
	}
	return int64(a)
}

// BigRound is round(n, ndigits) of an int.
func BigRound(n BigInt, ndigits int64) BigInt {
	if ndigits >= 0 {
		return n
	}
	if n.wide == nil && ndigits < -18 { // of at most 64 bits: 10**19 is reached by the largest only
		if ndigits < -19 || absUint(n.n) <= 5e18 {
			return BigInt{}
		}
	}
	if -ndigits > n.BitLength()/3+2 { // less than half a unit
		return BigInt{}
	}
	unit := Big(10).Pow(Big(-ndigits))
	// The nearest multiple of the unit, halves to the even one.
	q, r := n.FloorDiv(unit), n.Mod(unit)
	if c := r.Lshift(Big(1)).Compare(unit); c > 0 || c == 0 && !q.even() {
		q = q.Add(Big(1))
	}
	return q.Mul(unit)
}
