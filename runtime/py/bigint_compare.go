package py

import (
	"cmp"
	"math"
	"math/bits"
)

// Equal is a == b.
func (a BigInt) Equal(b BigInt) bool {
	if small(a, b) {
		return a.n == b.n
	}
	return a.Compare(b) == 0
}

// Less is a < b.
func (a BigInt) Less(b BigInt) bool {
	if small(a, b) {
		return a.n < b.n
	}
	return a.Compare(b) < 0
}

// LessEqual is a <= b.
func (a BigInt) LessEqual(b BigInt) bool {
	if small(a, b) {
		return a.n <= b.n
	}
	return a.Compare(b) <= 0
}

// Greater is a > b.
func (a BigInt) Greater(b BigInt) bool { return b.Less(a) }

// GreaterEqual is a >= b.
func (a BigInt) GreaterEqual(b BigInt) bool { return b.LessEqual(a) }

// Truth is bool(a).
func (a BigInt) Truth() bool { return a.n != 0 || a.wide != nil }

// Compare orders a and b: -1, 0 or 1.
func (a BigInt) Compare(b BigInt) int {
	switch {
	case small(a, b):
		return cmp.Compare(a.n, b.n)
	case a.wide == nil:
		return -b.wide.sign()
	case b.wide == nil:
		return a.wide.sign()
	}
	return a.wide.compare(b.wide)
}

func (a BigInt) sign() int {
	if a.wide != nil {
		return a.wide.sign()
	}
	return cmp.Compare(a.n, 0)
}

func (a BigInt) even() bool {
	if a.wide != nil {
		return a.wide.abs[0]&1 == 0
	}
	return a.n&1 == 0
}

func (w *Wide) sign() int {
	if w.neg {
		return -1
	}
	return 1
}

func (w *Wide) compare(o *Wide) int {
	if w.neg != o.neg {
		return w.sign()
	}
	c := cmp.Compare(len(w.abs), len(o.abs))
	for i := len(w.abs) - 1; c == 0 && i >= 0; i-- {
		c = cmp.Compare(w.abs[i], o.abs[i])
	}
	return c * w.sign()
}

// compareFloat orders a wide int and a float, exactly.
func (w *Wide) compareFloat(f float64) int {
	switch {
	case f != f:
		return unordered
	case math.Abs(f) < 1<<63, math.IsInf(f, 0):
		if math.IsInf(f, w.sign()) {
			return -w.sign()
		}
		return w.sign()
	}
	return BigInt{wide: w}.Compare(BigOfFloat(f))
}

// bitLen is the number of bits of the absolute value.
func (w *Wide) bitLen() int {
	top := len(w.abs) - 1
	return top*bits.UintSize + bits.Len(w.abs[top])
}

// float is the nearest float, or an infinity.
func (w *Wide) float() float64 {
	n := w.bitLen()
	lead, rest := uint64(0), false
	for i := n - 1; i >= 0; i-- { // the 64 bits at the top, and whether more follow
		bit := w.abs[i/bits.UintSize] >> (i % bits.UintSize) & 1
		if n-1-i < 64 {
			lead = lead<<1 | uint64(bit)
		} else if bit != 0 {
			rest = true
			break
		}
	}
	if rest {
		lead |= 1
	}
	f := math.Ldexp(float64(lead), n-64)
	if w.neg {
		return -f
	}
	return f
}

func (a BigInt) hash() int64 {
	if a.wide != nil {
		return a.wide.hash()
	}
	return hashInt(a.n)
}

// hash is the value modulo 2**61-1.
func (w *Wide) hash() int64 {
	h := uint64(0)
	for i := len(w.abs) - 1; i >= 0; i-- {
		if bits.UintSize == 64 {
			h = bits.Rem64(h, uint64(w.abs[i]), hashModulus)
		} else {
			h = bits.Rem64(h>>32, h<<32|uint64(w.abs[i]), hashModulus)
		}
	}
	n := int64(h)
	if w.neg {
		n = -n
	}
	return notMinusOne(n)
}
