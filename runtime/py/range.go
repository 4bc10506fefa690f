package py

import (
	"iter"
	"strconv"
)

// Range is a range object.
type Range struct{ Start, Stop, Step int64 }

// NewRange is range(start, stop, step); it raises ValueError for a step of 0.
func NewRange(start, stop, step int64) Range {
	if step == 0 {
		throw(ValueError, "range() arg 3 must not be zero")
	}
	return Range{start, stop, step}
}

// RangeTo is range(stop).
func RangeTo(stop int64) Range { return Range{0, stop, 1} }

// Len is len(r).
func (r Range) Len() int64 {
	var n uint64
	switch {
	case r.Step > 0 && r.Start < r.Stop:
		n = (uint64(r.Stop)-uint64(r.Start)-1)/uint64(r.Step) + 1
	case r.Step < 0 && r.Stop < r.Start:
		n = (uint64(r.Start)-uint64(r.Stop)-1)/-uint64(r.Step) + 1
	}
	if int64(n) < 0 {
		throw(OverflowError, "Python int too large to convert to C ssize_t")
	}
	return int64(n)
}

// All iterates over the numbers.
func (r Range) All() iter.Seq[int64] {
	return func(yield func(int64) bool) {
		x := r.Start
		for range r.Len() {
			if !yield(x) {
				return
			}
			x += r.Step
		}
	}
}

// At is r[i]; it raises IndexError.
func (r Range) At(i int64) int64 {
	n := r.Len()
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		throw(IndexError, "range object index out of range")
	}
	return r.Start + i*r.Step
}

// Slice is r[lo:hi:step], a range.
func (r Range) Slice(lo, hi, step Opt[int64]) Range {
	from, to, by := clipSlice(lo, hi, step, int(r.Len()))
	return Range{r.Start + from*r.Step, r.Start + to*r.Step, r.Step * by}
}

// Reversed is reversed(r).
func (r Range) Reversed() Range {
	n := r.Len()
	return Range{r.Start + (n-1)*r.Step, r.Start - r.Step, -r.Step}
}

// Contains is x in r.
func (r Range) Contains(x int64) bool { return r.offset(x) >= 0 }

// Index is r.index(x); it raises ValueError.
func (r Range) Index(x int64) int64 {
	i := r.offset(x)
	if i < 0 {
		throwf(ValueError, "%d is not in range", x)
	}
	return i
}

// Count is r.count(x).
func (r Range) Count(x int64) int64 { return boolInt(r.Contains(x)) }

func (r Range) offset(x int64) int64 {
	d := x - r.Start
	if d%r.Step != 0 || d/r.Step < 0 || d/r.Step >= r.Len() {
		return -1
	}
	return d / r.Step
}

// PyTypeName is "range".
func (r Range) PyTypeName() string { return "range" }

// PyLen is len(r).
func (r Range) PyLen() int64 { return r.Len() }

// PyIter iterates over the numbers.
func (r Range) PyIter() iter.Seq[any] { return boxAll(r.All()) }

// PyGetItem is r[key].
func (r Range) PyGetItem(key any) any {
	if s, ok := key.(Slice); ok {
		return r.Slice(s.Lo, s.Hi, s.Step)
	}
	return r.At(indexKey(key, "range"))
}

// PyContains is x in r, also for an equal float.
func (r Range) PyContains(x any) bool {
	var n int64
	return unboxNumber(&n, x) && r.Contains(n)
}

// PyEqual compares ranges as the sequences they are.
func (r Range) PyEqual(other any) bool {
	o, ok := other.(Range)
	n := r.Len()
	return ok && n == o.Len() && (n == 0 || r.Start == o.Start && (n == 1 || r.Step == o.Step))
}

// PyHash is the hash of (length, start, step).
func (r Range) PyHash() int64 {
	switch n := r.Len(); n {
	case 0:
		return T3[any, any, any](n, None, None).PyHash()
	case 1:
		return T3[any, any, any](n, r.Start, None).PyHash()
	default:
		return T3(n, r.Start, r.Step).PyHash()
	}
}

// PyRepr is range(0, 3) or range(0, 3, 2).
func (r Range) PyRepr() string {
	s := "range(" + strconv.FormatInt(r.Start, 10) + ", " + strconv.FormatInt(r.Stop, 10)
	if r.Step != 1 {
		s += ", " + strconv.FormatInt(r.Step, 10)
	}
	return s + ")"
}
