package py

import (
	"encoding/binary"
	"iter"
	"math/bits"
	"slices"
)

// IntConjugate is n.conjugate(); and so the attributes real and numerator.
func IntConjugate(n int64) int64 { return n }

// IntReal is n.real.
func IntReal(n int64) int64 { return n }

// IntImag is n.imag.
func IntImag(int64) int64 { return 0 }

// IntNumerator is n.numerator.
func IntNumerator(n int64) int64 { return n }

// IntDenominator is n.denominator.
func IntDenominator(int64) int64 { return 1 }

// IntAsIntegerRatio is n.as_integer_ratio().
func IntAsIntegerRatio(n int64) Tuple2[int64, int64] { return T2(n, int64(1)) }

// IntToBytes is n.to_bytes(length, byteorder, signed); it raises OverflowError.
func IntToBytes(n, length int64, byteorder string, signed bool) Bytes {
	little := littleEndian(byteorder)
	switch {
	case length < 0:
		throw(ValueError, "length argument must be non-negative")
	case n < 0 && !signed:
		throw(OverflowError, "can't convert negative int to unsigned")
	case length < 8 && !fitsBytes(n, length, signed):
		throw(OverflowError, "int too big to convert")
	}
	var word [8]byte
	binary.LittleEndian.PutUint64(word[:], uint64(n))
	out := make([]byte, length)
	copy(out, word[:])
	if n < 0 {
		for i := 8; i < len(out); i++ {
			out[i] = 0xff
		}
	}
	if !little {
		slices.Reverse(out)
	}
	return Bytes(out)
}

// fitsBytes reports that n can be written with fewer than 8 bytes.
func fitsBytes(n, length int64, signed bool) bool {
	if signed {
		if n == 0 || n == -1 && length == 0 {
			return n == 0 || length > 0
		}
		limit := int64(1) << (8*length - 1)
		return length > 0 && n >= -limit && n < limit
	}
	return bits.Len64(uint64(n)) <= int(8*length)
}

// IntFromBytes is int.from_bytes(bytes, byteorder, signed).
func IntFromBytes(b Bytes, byteorder string, signed bool) int64 {
	word := []byte(b)
	if !littleEndian(byteorder) {
		slices.Reverse(word)
	}
	negative := signed && len(word) > 0 && word[len(word)-1] >= 0x80
	fill := byte(0)
	if negative {
		fill = 0xff
	}
	for len(word) > 8 && word[len(word)-1] == fill {
		word = word[:len(word)-1]
	}
	if len(word) > 8 {
		panic(overflow)
	}
	for len(word) < 8 {
		word = append(word, fill)
	}
	n := int64(binary.LittleEndian.Uint64(word))
	if n < 0 != negative {
		panic(overflow)
	}
	return n
}

// IntFromBytesSeq is int.from_bytes of an iterable of ints.
func IntFromBytesSeq(seq iter.Seq[int64], byteorder string, signed bool) int64 {
	return IntFromBytes(BytesOf(seq), byteorder, signed)
}

func littleEndian(byteorder string) bool {
	if byteorder != "little" && byteorder != "big" {
		throw(ValueError, "byteorder must be either 'little' or 'big'")
	}
	return byteorder == "little"
}
