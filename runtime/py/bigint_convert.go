package py

import (
	"iter"
	"math"
	"math/bits"
)

// BigOfWords is the int of a sign and words, the least first, which it keeps.
func BigOfWords(neg bool, abs []uint) BigInt {
	for len(abs) > 0 && abs[len(abs)-1] == 0 {
		abs = abs[:len(abs)-1]
	}
	if len(abs)*bits.UintSize <= 64 {
		n := uint64(0)
		for i, w := range abs {
			n |= uint64(w) << (i * bits.UintSize)
		}
		switch {
		case !neg && n < 1<<63:
			return BigInt{n: int64(n)}
		case neg && n <= 1<<63:
			return BigInt{n: -int64(n)}
		}
	}
	return BigInt{wide: &Wide{neg, abs}}
}

func bigOfUint(n uint64) BigInt {
	return BigOfWords(false, []uint{uint(n), uint(n >> (bits.UintSize - 1) >> 1)})
}

// uint is the value if it has 64 bits without a sign.
func (a BigInt) uint() (n uint64, ok bool) {
	if a.wide == nil {
		return uint64(a.n), a.n >= 0
	}
	for i, w := range a.wide.abs {
		n |= uint64(w) << (i * bits.UintSize)
	}
	return n, !a.wide.neg && a.wide.bitLen() <= 64
}

// Words are the sign and the words of the absolute value, the least first, which must not be changed.
func (a BigInt) Words() (neg bool, abs []uint) {
	if a.wide != nil {
		return a.wide.neg, a.wide.abs
	}
	n := absUint(a.n)
	if bits.UintSize == 32 {
		return a.n < 0, []uint{uint(n), uint(n >> 16 >> 16)}
	}
	return a.n < 0, []uint{uint(n)}
}

// Int is the value where only 64 bits are possible; it raises OverflowError.
func (a BigInt) Int() int64 {
	if a.wide != nil {
		throw(OverflowError, "Python int too large to convert to C ssize_t")
	}
	return a.n
}

// checked is the value in a program whose ints have 64 bits; it raises OverflowError.
func (a BigInt) checked() int64 {
	if a.wide != nil {
		panic(overflow)
	}
	return a.n
}

// Index is the value as an index of a sequence; it raises IndexError.
func (a BigInt) Index() int64 {
	if a.wide != nil {
		throw(IndexError, unfit)
	}
	return a.n
}

// Times is the value as a number of repetitions; it raises OverflowError.
func (a BigInt) Times() int64 {
	if a.wide != nil {
		throw(OverflowError, unfit)
	}
	return a.n
}

const unfit = "cannot fit 'int' into an index-sized integer"

// Bound is the value as a bound of a slice: a huge one is as good as the largest.
func (a BigInt) Bound() int64 {
	if a.wide == nil {
		return a.n
	}
	if a.wide.neg {
		return math.MinInt64
	}
	return math.MaxInt64
}

// Float is float(a), the nearest one; it raises OverflowError.
func (a BigInt) Float() float64 {
	if a.wide == nil {
		return float64(a.n)
	}
	f := a.wide.float()
	if math.IsInf(f, 0) {
		throw(OverflowError, "int too large to convert to float")
	}
	return f
}

// BigOfFloat is int(f): towards zero. It raises ValueError for NaN and OverflowError for infinities.
func BigOfFloat(f float64) BigInt {
	switch {
	case math.Abs(f) < 1<<63:
		return BigInt{n: int64(f)}
	case f != f:
		throw(ValueError, "cannot convert float NaN to integer")
	case math.IsInf(f, 0):
		throw(OverflowError, "cannot convert float infinity to integer")
	}
	m, e := math.Frexp(math.Abs(f))
	mantissa, shift := uint64(m*(1<<53)), e-53 // not below 11
	abs := make([]uint, e/bits.UintSize+1)
	for i := range 53 {
		if mantissa>>i&1 != 0 {
			abs[(shift+i)/bits.UintSize] |= 1 << ((shift + i) % bits.UintSize)
		}
	}
	return BigOfWords(f < 0, abs)
}

// BigSeq is the ints of a sequence.
func BigSeq(seq iter.Seq[int64]) iter.Seq[BigInt] {
	return func(yield func(BigInt) bool) {
		for n := range seq {
			if !yield(BigInt{n: n}) {
				return
			}
		}
	}
}

// BigInteger is int(v).
func BigInteger(v any) BigInt {
	switch x := Box(v).(type) {
	case *Wide:
		return BigInt{wide: x}
	case float64:
		return BigOfFloat(x)
	case string:
		return BigOfStr(x, 10)
	case Bytes:
		return bigOfBytes(x, 10)
	default:
		if n, ok := intConverter(x); ok {
			return n
		}
		return BigInt{n: Int(x)}
	}
}

// intConverter is int(v) of an object that has a conversion: PyBig, or PyInt where the value always has 64 bits.
func intConverter(v any) (BigInt, bool) {
	switch x := v.(type) {
	case interface{ PyBig() BigInt }:
		return x.PyBig(), true
	case interface{ PyInt() int64 }:
		return BigInt{n: x.PyInt()}, true
	}
	return BigInt{}, false
}

// BigBase is int(v, base); it raises TypeError unless v is a str or bytes.
func BigBase(v any, base int64) BigInt {
	switch x := Box(v).(type) {
	case string:
		return BigOfStr(x, base)
	case Bytes:
		return bigOfBytes(x, base)
	}
	throw(TypeError, "int() can't convert non-string with explicit base")
	return BigInt{}
}

func bigOfBytes(b Bytes, base int64) (n BigInt) {
	if e := Try(func() { n = BigOfStr(string(b), base) }); e != nil {
		if e.Class != ValueError {
			panic(e)
		}
		throwf(ValueError, "invalid literal for int() with base %d: %s", base, Repr(b))
	}
	return n
}

// AsBig takes the int out of an any; a bool counts. It raises TypeError for other types.
func AsBig(v any) BigInt {
	if w, ok := Box(v).(*Wide); ok {
		return BigInt{wide: w}
	}
	return BigInt{n: AsInt(v)}
}

// bigOf is a boxed value that is an int or a bool.
func bigOf(v any) (BigInt, bool) {
	switch x := v.(type) {
	case int64:
		return BigInt{n: x}, true
	case *Wide:
		return BigInt{wide: x}, true
	case bool:
		return BigInt{n: boolInt(x)}, true
	}
	return BigInt{}, false
}

func (a BigInt) boxed() any {
	if a.wide != nil {
		return a.wide
	}
	return a.n
}

func (a *BigInt) setBoxed(v any) bool {
	switch x := v.(type) {
	case int64:
		*a = BigInt{n: x}
	case *Wide:
		*a = BigInt{wide: x}
	default:
		return false
	}
	return true
}

func (a BigInt) elemName() string { return "int" }
