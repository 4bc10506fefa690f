package py

import (
	"iter"
	"math/bits"
	"slices"
)

// BigToBytes is n.to_bytes(length, byteorder, signed) of an int of any size; it raises OverflowError.
func BigToBytes(n BigInt, length int64, byteorder string, signed bool) Bytes {
	little := littleEndian(byteorder)
	size := n.BitLength()
	if signed && n.sign() < 0 {
		size = n.Invert().BitLength() + 1
	} else if signed && n.Truth() {
		size++
	}
	switch {
	case length < 0:
		throw(ValueError, "length argument must be non-negative")
	case n.sign() < 0 && !signed:
		throw(OverflowError, "can't convert negative int to unsigned")
	case size > 8*length:
		throw(OverflowError, "int too big to convert")
	}
	fill := byte(0)
	if n.sign() < 0 { // the complement of -n-1
		n, fill = n.Invert(), 0xff
	}
	_, abs := n.Words()
	out := make([]byte, length)
	for i := range out {
		if word := i * 8 / bits.UintSize; word < len(abs) {
			out[i] = byte(abs[word] >> (i * 8 % bits.UintSize))
		}
		out[i] ^= fill
	}
	if !little {
		slices.Reverse(out)
	}
	return Bytes(out)
}

// BigFromBytes is int.from_bytes(bytes, byteorder, signed) of any size.
func BigFromBytes(b Bytes, byteorder string, signed bool) BigInt {
	digits := []byte(b)
	if !littleEndian(byteorder) {
		slices.Reverse(digits)
	}
	fill := byte(0)
	if signed && len(digits) > 0 && digits[len(digits)-1] >= 0x80 {
		fill = 0xff
	}
	abs := make([]uint, len(digits)*8/bits.UintSize+1)
	for i, d := range digits {
		abs[i*8/bits.UintSize] |= uint(d^fill) << (i * 8 % bits.UintSize)
	}
	n := BigOfWords(false, abs)
	if fill != 0 {
		return n.Invert()
	}
	return n
}

// BigFromBytesSeq is int.from_bytes of an iterable of ints.
func BigFromBytesSeq(seq iter.Seq[int64], byteorder string, signed bool) BigInt {
	return BigFromBytes(BytesOf(seq), byteorder, signed)
}

// BigBytesOf is bytes(iterable) of ints of any size.
func BigBytesOf(seq iter.Seq[BigInt]) Bytes {
	return BytesOf(func(yield func(int64) bool) {
		for n := range seq {
			if !yield(n.Bound()) { // what does not fit is out of range anyway
				return
			}
		}
	})
}

// BigAsIntegerRatio is n.as_integer_ratio().
func BigAsIntegerRatio(n BigInt) Tuple2[BigInt, int64] { return T2(n, int64(1)) }

// BigSame is what of an int is itself: real, numerator, conjugate(), and math.floor, ceil and trunc of it.
func BigSame(n BigInt) BigInt { return n }
