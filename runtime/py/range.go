package py

import (
	"iter"
	"strconv"
)

// Range is a range object.
type Range struct{ start, stop, step int64 }

// NewRange is range(start, stop, step); it raises ValueError for a step of 0.
func NewRange(start, stop, step int64) Range {
	if step == 0 {
		throw(ValueError, "range() arg 3 must not be zero")
	}
	return Range{start, stop, step}
}

// RangeTo is range(stop).
func RangeTo(stop int64) Range { return Range{0, stop, 1} }

// Start is r.start.
func (r Range) Start() int64 { return r.start }

// Stop is r.stop.
func (r Range) Stop() int64 { return r.stop }

// Step is r.step.
func (r Range) Step() int64 { return r.step }

// Len is len(r).
func (r Range) Len() int64 {
	var n uint64
	switch {
	case r.step > 0 && r.start < r.stop:
		n = (uint64(r.stop)-uint64(r.start)-1)/uint64(r.step) + 1
	case r.step < 0 && r.stop < r.start:
		n = (uint64(r.start)-uint64(r.stop)-1)/-uint64(r.step) + 1
	}
	if int64(n) < 0 {
		throw(OverflowError, "Python int too large to convert to C ssize_t")
	}
	return int64(n)
}

// All iterates over the numbers.
func (r Range) All() iter.Seq[int64] {
	return func(yield func(int64) bool) {
		x := r.start
		for range r.Len() {
			if !yield(x) {
				return
			}
			x += r.step
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
	return r.start + i*r.step
}

// Slice is r[lo:hi:step], a range.
func (r Range) Slice(lo, hi, step Opt[int64]) Range {
	from, to, by := clipSlice(lo, hi, step, int(r.Len()))
	return Range{r.start + from*r.step, r.start + to*r.step, r.step * by}
}

// Reversed is reversed(r).
func (r Range) Reversed() Range {
	n := r.Len()
	return Range{r.start + (n-1)*r.step, r.start - r.step, -r.step}
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

// IndexAny is r.index(v) of a value of any type.
func (r Range) IndexAny(v any) int64 {
	var n int64
	v = Box(v)
	if unboxNumber(&n, v) && r.Contains(n) {
		return r.offset(n)
	}
	switch v.(type) {
	case int64, bool, *Wide:
		throwf(ValueError, "%s is not in range", Repr(v))
	}
	throw(ValueError, "sequence.index(x): x not in sequence")
	return 0
}

// CountAny is r.count(v) of a value of any type.
func (r Range) CountAny(v any) int64 { return boolInt(r.PyContains(Box(v))) }

func (r Range) offset(x int64) int64 {
	d := x - r.start
	if d%r.step != 0 || d/r.step < 0 || d/r.step >= r.Len() {
		return -1
	}
	return d / r.step
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
	return ok && n == o.Len() && (n == 0 || r.start == o.start && (n == 1 || r.step == o.step))
}

// PyHash is the hash of (length, start, step).
func (r Range) PyHash() int64 {
	switch n := r.Len(); n {
	case 0:
		return T3[any, any, any](n, None, None).PyHash()
	case 1:
		return T3[any, any, any](n, r.start, None).PyHash()
	default:
		return T3(n, r.start, r.step).PyHash()
	}
}

// PyRepr is range(0, 3) or range(0, 3, 2).
func (r Range) PyRepr() string {
	s := "range(" + strconv.FormatInt(r.start, 10) + ", " + strconv.FormatInt(r.stop, 10)
	if r.step != 1 {
		s += ", " + strconv.FormatInt(r.step, 10)
	}
	return s + ")"
}
