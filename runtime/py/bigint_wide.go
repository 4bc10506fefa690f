package py

import "sync/atomic"

// Wide is an int that has more than 64 bits. In an `any` every other int is an int64, so that each value has one form.
// It can be read, printed, compared and used as a key in any program; arithmetic takes one with package bigint.
type Wide struct {
	neg bool
	abs []uint // words of the absolute value, the least first; the last is not 0
}

// WideArithmetic is the arithmetic of ints beyond 64 bits. Package bigint has the one implementation: a program that does
// not need it is not to link it.
type WideArithmetic interface {
	Add(a, b BigInt) BigInt
	Sub(a, b BigInt) BigInt
	Mul(a, b BigInt) BigInt
	// Divmod is floor division; b is not 0.
	Divmod(a, b BigInt) (q, r BigInt)
	// TrueDiv is correctly rounded; b is not 0. It raises OverflowError.
	TrueDiv(a, b BigInt) float64
	And(a, b BigInt) BigInt
	Or(a, b BigInt) BigInt
	Xor(a, b BigInt) BigInt
	Lshift(a BigInt, n uint) BigInt
	Rshift(a BigInt, n uint) BigInt
	// Pow is a ** n for n >= 0.
	Pow(a BigInt, n int64) BigInt
	// PowMod is pow(a, b, m); m is not 0. ok is false where b < 0 and a has no inverse.
	PowMod(a, b, m BigInt) (r BigInt, ok bool)
	// Text is the digits of the absolute value, and Parse reads digits: both for long ones, where it takes more than school methods.
	Text(a BigInt, base int) string
	Parse(digits string, base int) BigInt
}

var wideArithmetic atomic.Pointer[WideArithmetic]

// EnableWide makes ints grow beyond 64 bits, also those whose types are known only when running. Package bigint calls it.
func EnableWide(w WideArithmetic) { wideArithmetic.CompareAndSwap(nil, &w) }

// wide is the arithmetic of a program that has BigInts.
func wide() WideArithmetic {
	w := wideArithmetic.Load()
	if w == nil {
		panic(overflow)
	}
	return *w
}

// Grown is the value boxed; it raises OverflowError in a program whose ints have 64 bits.
func (a BigInt) Grown() any {
	if a.wide != nil {
		wide()
	}
	return a.boxed()
}

// PyTypeName is "int".
func (w *Wide) PyTypeName() string { return "int" }

// PyTruth is true.
func (w *Wide) PyTruth() bool { return true }

// PyHash is the value modulo 2**61-1.
func (w *Wide) PyHash() int64 { return w.hash() }

// PyFloat is float(w).
func (w *Wide) PyFloat() float64 { return BigInt{wide: w}.Float() }

// PyInt raises OverflowError: the value has more than 64 bits.
func (w *Wide) PyInt() int64 { return BigInt{wide: w}.Int() }

// PyEqual is w == other.
func (w *Wide) PyEqual(other any) bool {
	if c, ok := w.PyCompare(other); ok {
		return c == 0
	}
	o, ok := other.(Equaler) // a number of another kind, such as a Decimal
	return ok && o.PyEqual(w)
}

// PyCompare orders ints, floats and bools.
func (w *Wide) PyCompare(other any) (int, bool) {
	if f, ok := other.(float64); ok {
		return w.compareFloat(f), true
	}
	b, ok := bigOf(other)
	return BigInt{wide: w}.Compare(b), ok
}

// PyFormat is format(w, spec).
func (w *Wide) PyFormat(spec string) string { return FormatSpecBig(BigInt{wide: w}, spec) }
