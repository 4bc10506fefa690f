package bigint

import (
	"iter"
	"math"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Abs is abs(n).
func Abs(n Int) Int { return n.Abs() }

// Round is round(x) of a float: halves to the even one.
func Round(x float64) Int { return py.BigOfFloat(math.RoundToEven(x)) }

// Divmod is divmod(a, b).
func Divmod(a, b Int) py.Tuple2[Int, Int] { return py.T2(a.FloorDiv(b), a.Mod(b)) }

// Sum is sum(iterable, start) of ints.
func Sum(seq iter.Seq[Int], start Int) Int {
	for x := range seq {
		start = start.Add(x)
	}
	return start
}

// BitLength is n.bit_length().
func BitLength(n Int) int64 { return n.BitLength() }

// BitCount is n.bit_count().
func BitCount(n Int) int64 { return n.BitCount() }

// ItertoolsAccumulate is itertools.accumulate(iterable) of ints.
func ItertoolsAccumulate(seq iter.Seq[Int]) *py.Iter[Int] {
	return py.ItertoolsAccumulateBy(seq, Int.Add)
}

// ItertoolsCount is itertools.count(start, step).
func ItertoolsCount(start, step Int) *py.Iter[Int] {
	return py.NewIterFunc("count", func() (Int, bool) {
		x := start
		start = start.Add(step)
		return x, true
	})
}
