package py

import "unsafe"

// wrapIndex turns a Python index into an offset below n; it raises IndexError with the message.
func wrapIndex(i int64, n int, message string) int64 {
	if i < 0 {
		i += int64(n)
	}
	if i < 0 || i >= int64(n) {
		throw(IndexError, message)
	}
	return i
}

// bounds resolves lo:hi:step against a length as slice.indices does: the offsets are lo, lo+step, … and there
// are n of them. It raises ValueError for a step of 0.
func bounds(lo, hi, step Opt[int64], length int) (start, by, n int) {
	from, to, by64 := clipSlice(lo, hi, step, length)
	var count int64
	if by64 > 0 && from < to {
		count = (to-from-1)/by64 + 1
	} else if by64 < 0 && to < from {
		// The distance is below 2**63 and -by64 may overflow only for the least int64.
		count = int64(uint64(from-to-1)/uint64(-by64)) + 1
	}
	return int(from), int(by64), int(count)
}

// clipSlice is slice.indices: the bounds within the length, and the step.
func clipSlice(lo, hi, step Opt[int64], length int) (from, to, by int64) {
	by64 := step.Or(1)
	if by64 == 0 {
		throw(ValueError, "slice step cannot be zero")
	}
	size := int64(length)
	clip := func(o Opt[int64], none int64) int64 {
		if !o.Ok {
			return none
		}
		i := o.V
		if i < 0 {
			i += size
		}
		if by64 > 0 {
			return min(max(i, 0), size)
		}
		return min(max(i, -1), size-1)
	}
	if by64 > 0 {
		return clip(lo, 0), clip(hi, size), by64
	}
	return clip(lo, size-1), clip(hi, -1), by64
}

// window is bounds for a step of 1: the half-open range [lo, hi) with lo <= hi.
func window(lo, hi Opt[int64], length int) (int, int) {
	from, _, n := bounds(lo, hi, Opt[int64]{}, length)
	return from, from + n
}

// sliceOf copies v[lo:hi:step].
func sliceOf[T any](v []T, lo, hi, step Opt[int64]) []T {
	from, by, n := bounds(lo, hi, step, len(v))
	if by == 1 {
		return append([]T(nil), v[from:from+n]...)
	}
	out := make([]T, n)
	for i := range out {
		out[i] = v[from]
		from += by
	}
	return out
}

// repeat is v * n.
func repeat[T any](v []T, n int64) []T {
	if n <= 0 || len(v) == 0 {
		return nil
	}
	if n > int64(1)<<40/int64(len(v)) {
		throw(MemoryError, "")
	}
	out := make([]T, len(v)*int(n))
	if allZero(v) {
		return out
	}
	block := len(v) * max(1, repeatBlock/len(v))
	for done := copy(out, v); done < len(out); {
		done += copy(out[done:], out[:min(done, block)])
	}
	return out
}

// repeatBlock is how many elements are copied at once: the processor has them at hand, and not all that was copied before.
const repeatBlock = 2048

// allZero reports elements that are what new memory holds.
func allZero[T any](v []T) bool {
	for _, b := range unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(v))), len(v)*int(unsafe.Sizeof(v[0]))) {
		if b != 0 {
			return false
		}
	}
	return true
}

func indexOf[T any](v []T, x T) int {
	for i := range v {
		if sameOrEqual(v[i], x) {
			return i
		}
	}
	return -1
}

func countOf[T any](v []T, x T) (n int64) {
	for i := range v {
		if sameOrEqual(v[i], x) {
			n++
		}
	}
	return n
}

func equalSlices[T any](a, b []T) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !sameOrEqual(a[i], b[i]) {
			return false
		}
	}
	return true
}

// compareSlices orders sequences as Python does: by the first elements that are not equal, then by length.
func compareSlices[T any](a, b []T) int {
	for i := range min(len(a), len(b)) {
		if c := compareItems(a[i], b[i]); c != 0 {
			return c
		}
	}
	return len(a) - len(b)
}
