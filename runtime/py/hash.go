package py

import (
	"encoding/binary"
	"math"
	"math/bits"
	"runtime"
	"unsafe"
)

// Hash is CPython's hash(v) with PYTHONHASHSEED=0, which Spark sets for its workers: the placement of keys in
// partitions and the order of sets follow from it. It raises TypeError for lists, dicts and sets.
// hash(None) is an address in CPython 3.11; here it is 0, as in Spark's portable_hash.
func Hash[T any](v T) int64 {
	switch x := any(v).(type) {
	case string:
		return hashString(x)
	case int64:
		return hashInt(x)
	case float64:
		return hashFloat(x)
	case bool:
		return boolInt(x)
	case Bytes:
		return sipHash(string(x))
	case BigInt:
		return x.hash()
	}
	if h, ok := hashInPlace(&v); ok {
		return h
	}
	return hashAny(Box(v))
}

// hashInPlace is PyHash of a value that has it, such as a tuple within another, without boxing it.
func hashInPlace[T any](v *T) (h int64, ok bool) {
	if _, ok := any((*T)(nil)).(Hasher); !ok {
		return 0, false
	}
	h = inPlace(v).(Hasher).PyHash()
	runtime.KeepAlive(v)
	return h, true
}

// inPlace is any(v), behind the compiler's back: what an interface that is called refers to is allocated, since the compiler does
// not know whether the method keeps it. The caller calls one that does not, and keeps v alive.
//
//go:noinline
func inPlace[T any](v *T) any {
	x := any((*T)(nil))
	words := [2]uintptr{(*[2]uintptr)(unsafe.Pointer(&x))[0], uintptr(unsafe.Pointer(v))}
	return *(*any)(unsafe.Pointer(&words))
}

func hashAny(v any) int64 {
	switch x := v.(type) {
	case string:
		return hashString(x)
	case int64:
		return hashInt(x)
	case float64:
		return hashFloat(x)
	case bool:
		return boolInt(x)
	case NoneType:
		return 0
	case Bytes:
		return sipHash(string(x))
	case Hasher:
		return x.PyHash()
	case Equaler:
		return unhashable(TypeName(v))
	}
	return int64(Id(v) >> 4)
}

// hashable reports what has a hash of its own, if only one that raises.
func hashable(v any) bool {
	switch v.(type) {
	case string, int64, float64, bool, NoneType, Bytes, Hasher:
		return true
	case Equaler:
		return false
	}
	return true
}

func unhashable(typeName string) int64 {
	throwf(TypeError, "unhashable type: '%s'", typeName)
	return 0
}

// hashModulus is the Mersenne prime of numeric hashes.
const (
	hashBits    = 61
	hashModulus = 1<<hashBits - 1
)

func hashInt(n int64) int64 {
	if n > -hashModulus && n < hashModulus {
		if n == -1 {
			return -2
		}
		return n
	}
	h := int64(absUint(n) % hashModulus)
	if n < 0 {
		h = -h
	}
	return notMinusOne(h)
}

func notMinusOne(h int64) int64 {
	if h == -1 {
		return -2
	}
	return h
}

// hashFloat is the float modulo 2**61-1, equal to the hash of an equal int.
func hashFloat(f float64) int64 {
	switch {
	case math.IsInf(f, 1):
		return 314159
	case math.IsInf(f, -1):
		return -314159
	case f != f:
		return 0
	}
	m, e := math.Frexp(math.Abs(f))
	var x uint64
	for m != 0 {
		x = x<<28&hashModulus | x>>(hashBits-28)
		m *= 1 << 28
		e -= 28
		y := uint64(m)
		m -= float64(y)
		x += y
		if x >= hashModulus {
			x -= hashModulus
		}
	}
	if e >= 0 {
		e %= hashBits
	} else {
		e = hashBits - 1 - (-1-e)%hashBits
	}
	x = x<<e&hashModulus | x>>(hashBits-e)
	h := int64(x)
	if f < 0 {
		h = -h
	}
	return notMinusOne(h)
}

// hashString hashes the string as CPython stores it: one, two or four bytes a code point, by the largest.
func hashString(s string) int64 {
	if s == "" {
		return 0
	}
	if isASCII(s) {
		return sipHash(s)
	}
	width := 1
	for _, r := range s {
		if r > 0xffff {
			width = 4
			break
		}
		if r > 0xff {
			width = 2
		}
	}
	var stack [256]byte
	buf := stack[:0]
	for _, r := range s {
		switch width {
		case 1:
			buf = append(buf, byte(r))
		case 2:
			buf = append(buf, byte(r), byte(r>>8))
		default:
			buf = append(buf, byte(r), byte(r>>8), byte(r>>16), byte(r>>24))
		}
	}
	return sipHash(string(buf))
}

// sipHash is SipHash-1-3 with the zero key.
func sipHash(data string) int64 {
	if len(data) == 0 {
		return 0
	}
	v0, v1, v2, v3 := uint64(0x736f6d6570736575), uint64(0x646f72616e646f6d), uint64(0x6c7967656e657261), uint64(0x7465646279746573)
	b := unsafe.Slice(unsafe.StringData(data), len(data))
	for ; len(b) >= 8; b = b[8:] {
		m := binary.LittleEndian.Uint64(b)
		v3 ^= m
		v0, v1, v2, v3 = sipRound(v0, v1, v2, v3)
		v0 ^= m
	}
	tail := uint64(len(data))<<56 | lastBytes(data, len(b))
	v3 ^= tail
	v0, v1, v2, v3 = sipRound(v0, v1, v2, v3)
	v0 ^= tail
	v2 ^= 0xff
	for range 3 {
		v0, v1, v2, v3 = sipRound(v0, v1, v2, v3)
	}
	return notMinusOne(int64(v0 ^ v1 ^ v2 ^ v3))
}

// lastBytes are the last n bytes of s, less than 8, as a number.
func lastBytes(s string, n int) uint64 {
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	switch {
	case len(b) >= 8:
		return binary.LittleEndian.Uint64(b[len(b)-8:]) >> (64 - 8*uint(n))
	case n >= 4:
		return uint64(binary.LittleEndian.Uint32(b)) | uint64(binary.LittleEndian.Uint32(b[n-4:]))<<(8*uint(n-4))
	}
	return uint64(b[0]) | uint64(b[n/2])<<(8*uint(n/2)) | uint64(b[n-1])<<(8*uint(n-1))
}

func sipRound(v0, v1, v2, v3 uint64) (uint64, uint64, uint64, uint64) {
	v0 += v1
	v2 += v3
	v1 = bits.RotateLeft64(v1, 13) ^ v0
	v3 = bits.RotateLeft64(v3, 16) ^ v2
	v0 = bits.RotateLeft64(v0, 32)
	v2 += v1
	v0 += v3
	v1 = bits.RotateLeft64(v1, 17) ^ v2
	v3 = bits.RotateLeft64(v3, 21) ^ v0
	v2 = bits.RotateLeft64(v2, 32)
	return v0, v1, v2, v3
}

// tupleHash is CPython's hash of tuples, after xxHash.
type tupleHash uint64

const (
	tuplePrime1 = 11400714785074694791
	tuplePrime2 = 14029467366897019727
	tuplePrime5 = 2870177450012600261
)

func newTupleHash() tupleHash { return tuplePrime5 }

func (t *tupleHash) add(lane int64) {
	*t = tupleHash(bits.RotateLeft64(uint64(*t)+uint64(lane)*tuplePrime2, 31) * tuplePrime1)
}

func (t tupleHash) sum(n int) int64 {
	h := uint64(t) + (uint64(n) ^ (tuplePrime5 ^ 3527539))
	if h == math.MaxUint64 {
		return 1546275796
	}
	return int64(h)
}

// hashLanes is the hash of a tuple whose elements hash to lanes.
func hashLanes(lanes ...int64) int64 {
	t := newTupleHash()
	for _, l := range lanes {
		t.add(l)
	}
	return t.sum(len(lanes))
}
