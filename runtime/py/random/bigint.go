package pyrandom

import (
	"math/bits"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// BigGetrandbits is r.getrandbits(k), of any size.
func (r *Random) BigGetrandbits(k int64) py.BigInt {
	if k < 0 {
		py.Throw(py.ValueError, "number of bits must be non-negative")
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.bigBits(k)
}

// bigBits takes words of 32 bits, the least first, and of the last one the upper bits.
func (r *Random) bigBits(k int64) py.BigInt {
	abs := make([]uint, k/bits.UintSize+1)
	for i := int64(0); i < k; i += 32 {
		w := uint(r.uint32() >> (32 - min(k-i, 32)))
		abs[i/bits.UintSize] |= w << (i % bits.UintSize)
	}
	return py.BigOfWords(false, abs)
}

// bigBelow is a number in [0, n), as _randbelow_with_getrandbits.
func (r *Random) bigBelow(n py.BigInt) py.BigInt {
	k := n.BitLength()
	for {
		if x := r.bigBits(k); x.Less(n) {
			return x
		}
	}
}

// BigRandrange is r.randrange(start, stop, step) of ints of any size; it raises ValueError for an empty range.
func (r *Random) BigRandrange(start, stop, step py.BigInt) py.BigInt {
	zero, one := py.Big(0), py.Big(1)
	width := stop.Sub(start)
	if step.Equal(one) && !zero.Less(width) {
		py.Throw(py.ValueError, "empty range for randrange() ("+start.String()+", "+stop.String()+", "+width.String()+")")
	}
	var n py.BigInt
	switch {
	case zero.Less(step):
		n = width.Add(step).Sub(one).FloorDiv(step)
	case step.Less(zero):
		n = width.Add(step).Add(one).FloorDiv(step)
	default:
		py.Throw(py.ValueError, "zero step for randrange()")
	}
	if !zero.Less(n) {
		py.Throw(py.ValueError, "empty range for randrange()")
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return start.Add(step.Mul(r.bigBelow(n)))
}

// BigRandrangeTo is r.randrange(stop) of an int of any size.
func (r *Random) BigRandrangeTo(stop py.BigInt) py.BigInt {
	if !py.Big(0).Less(stop) {
		py.Throw(py.ValueError, "empty range for randrange()")
	}
	return r.BigRandrange(py.Big(0), stop, py.Big(1))
}

// BigRandint is r.randint(a, b) of ints of any size: both ends included.
func (r *Random) BigRandint(a, b py.BigInt) py.BigInt {
	return r.BigRandrange(a, b.Add(py.Big(1)), py.Big(1))
}
