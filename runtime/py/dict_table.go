package py

import (
	"encoding/binary"
	"hash/maphash"
	"math"
	"math/bits"
	"unsafe"
)

// dictTable finds the entry of a key: open addressing over the indices of the entries, as CPython's dict. Up to
// smallDict entries are searched one by one. Its hashes never decide an order, so that strings may use Go's
// fast hash; numbers that are equal have one hash, whatever their type.
type dictTable[K, V any] struct {
	entries []dictEntry[K, V] // in order of insertion; deleted ones stay, marked, until the next growth
	index   []int32           // entry number + 1, or 0; the size is a power of two
	used    int               // entries that are not deleted
}

type dictEntry[K, V any] struct {
	key     K
	value   V
	hash    uint64
	deleted bool
}

const smallDict = 8

// tableSeed and tableSecrets keep others from choosing keys that have one hash.
var (
	tableSeed    = maphash.MakeSeed()
	tableSecrets = [2]uint64{maphash.String(tableSeed, "a"), maphash.String(tableSeed, "b")}
)

// tableHash is the hash for dictTable of a key that may equal one of another type. It raises TypeError for an unhashable key.
func tableHash[K any](k K) uint64 {
	if _, ok := any((*K)(nil)).(*BigInt); ok {
		if x := any(k).(BigInt); x.wide == nil {
			return tableHashInt(x.n)
		}
	}
	return tableHashAny(Box(k))
}

// tableHashInt64 is the hash of an int in a table that has no other keys.
func tableHashInt64(n int64) uint64 {
	hi, lo := bits.Mul64(uint64(n)^tableSecrets[0], 0x9e3779b97f4a7c15)
	return hi ^ lo
}

func tableHashAny(k any) uint64 {
	switch x := k.(type) {
	case string:
		return tableHashText(x)
	case int64:
		return tableHashInt(x)
	case bool:
		return mix(uint64(boolInt(x)))
	case float64:
		if n := int64(x); float64(n) == x && x < 1<<63 {
			return tableHashInt(n)
		}
		if whole := math.Trunc(x); whole == x && !math.IsInf(x, 0) { // an int beyond 64 bits may equal it
			return mix(uint64(hashFloat(x)))
		}
		return mix(math.Float64bits(x))
	case interface{ PyPlain() any }: // a member of an enum, which is equal to its value
		return tableHashAny(x.PyPlain())
	case asksClass:
		if v := x.plain(); v != nil && !x.pyHas("__hash__") {
			return tableHashAny(v)
		}
	}
	return mix(uint64(hashAny(k)))
}

// tableHashText hashes a short text by its ends, which are all of it.
func tableHashText(s string) uint64 {
	n := len(s)
	b := unsafe.Slice(unsafe.StringData(s), n)
	var first, last uint64
	switch {
	case n > 16:
		return maphash.String(tableSeed, s)
	case n >= 8:
		first, last = binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint64(b[n-8:])
	case n >= 4:
		first, last = uint64(binary.LittleEndian.Uint32(b)), uint64(binary.LittleEndian.Uint32(b[n-4:]))
	case n > 0:
		first = uint64(b[0]) | uint64(b[n/2])<<8 | uint64(b[n-1])<<16
	}
	hi, lo := bits.Mul64(first^tableSecrets[0], last^tableSecrets[1]^uint64(n))
	return hi ^ lo
}

// tableHashInt is the hash of an int, and so of the numbers of other types that equal it: those know their hash in CPython.
func tableHashInt(n int64) uint64 {
	if n > -hashModulus && n < hashModulus && n != -1 {
		return mix(uint64(n))
	}
	return mix(uint64(hashInt(n)))
}

// mix spreads consecutive ints over the high and low bits.
func mix(x uint64) uint64 {
	x ^= x >> 32
	x *= 0x9e3779b97f4a7c15
	return x ^ x>>29
}

func sameKey[K any](a, b K) bool {
	switch x := any(a).(type) {
	case string:
		if y, ok := any(b).(string); ok {
			return x == y
		}
	case int64:
		if y, ok := any(b).(int64); ok {
			return x == y
		}
	case BigInt:
		if y, ok := any(b).(BigInt); ok {
			return x.Equal(y)
		}
	}
	x, y := Box(a), Box(b)
	return equalAny(x, y) || identical(x, y)
}

// seek is the number of the key's entry, or -1, and the key's hash. Texts and ints, most of all keys, are hashed and looked for with no
// other call in between.
func (t *dictTable[K, V]) seek(k K) (i int, hash uint64) {
	switch t := any(t).(type) {
	case *dictTable[string, V]:
		s := any(k).(string)
		hash = tableHashText(s)
		return findExact(t, s, hash), hash
	case *dictTable[int64, V]:
		n := any(k).(int64)
		hash = tableHashInt64(n)
		return findExact(t, n, hash), hash
	}
	hash = tableHash(k)
	return t.find(k, hash), hash
}

// find is the number of the key's entry, or -1, for a key of neither of these types.
func (t *dictTable[K, V]) find(k K, hash uint64) int {
	if t.index == nil {
		for i := range t.entries {
			if e := &t.entries[i]; e.hash == hash && !e.deleted && sameKey(e.key, k) {
				return i
			}
		}
		return -1
	}
	mask := uint64(len(t.index) - 1)
	for slot := hash & mask; ; slot = (slot + 1) & mask {
		i := t.index[slot]
		if i == 0 {
			return -1
		}
		if e := &t.entries[i-1]; e.hash == hash && !e.deleted && sameKey(e.key, k) {
			return int(i - 1)
		}
	}
}

// findExact is find for keys whose == is Go's.
func findExact[K comparable, V any](t *dictTable[K, V], k K, hash uint64) int {
	if t.index == nil {
		for i := range t.entries {
			if e := &t.entries[i]; e.key == k && !e.deleted {
				return i
			}
		}
		return -1
	}
	mask := uint64(len(t.index) - 1)
	for slot := hash & mask; ; slot = (slot + 1) & mask {
		i := t.index[slot]
		if i == 0 {
			return -1
		}
		if e := &t.entries[i-1]; e.hash == hash && e.key == k && !e.deleted {
			return int(i - 1)
		}
	}
}

// insert appends an entry for a key that is not in the table.
func (t *dictTable[K, V]) insert(k K, v V, hash uint64) {
	if len(t.entries) >= smallDict && (len(t.entries)+1)*3 > len(t.index)*2 {
		t.rebuild()
	}
	t.entries = append(t.entries, dictEntry[K, V]{key: k, value: v, hash: hash})
	t.used++
	if t.index != nil {
		t.place(len(t.entries)-1, hash)
	}
}

func (t *dictTable[K, V]) place(entry int, hash uint64) {
	mask := uint64(len(t.index) - 1)
	slot := hash & mask
	for t.index[slot] != 0 {
		slot = (slot + 1) & mask
	}
	t.index[slot] = int32(entry + 1)
}

// rebuild drops the deleted entries and makes an index with room for twice those left, if there is one or they are many.
func (t *dictTable[K, V]) rebuild() {
	t.compact()
	if t.index == nil && t.used < smallDict {
		return
	}
	size := 32
	for size < t.used*3 {
		size *= 2
	}
	t.index = make([]int32, size)
	for i := range t.entries {
		t.place(i, t.entries[i].hash)
	}
}

func (t *dictTable[K, V]) compact() {
	if t.used == len(t.entries) {
		return
	}
	kept := t.entries[:0]
	for i := range t.entries {
		if !t.entries[i].deleted {
			kept = append(kept, t.entries[i])
		}
	}
	clear(t.entries[len(kept):])
	t.entries = kept
}

// remove deletes entry i. The others stay where they are in a small table, whose iterators see what comes in its place.
func (t *dictTable[K, V]) remove(i int) {
	var none dictEntry[K, V]
	none.hash, none.deleted = t.entries[i].hash, true
	t.entries[i] = none
	t.used--
	switch {
	case t.index == nil:
	case t.used == 0:
		t.reset()
	case len(t.entries) > 4*t.used+smallDict:
		t.rebuild()
	}
}

// last is the number of the last entry of a table that is not empty.
func (t *dictTable[K, V]) last() int {
	i := len(t.entries) - 1
	for t.entries[i].deleted {
		i--
	}
	return i
}

func (t *dictTable[K, V]) reset() { *t = dictTable[K, V]{} }

func (t *dictTable[K, V]) clone() dictTable[K, V] {
	c := *t
	c.entries = append([]dictEntry[K, V](nil), t.entries...)
	if t.index != nil {
		c.index = append([]int32(nil), t.index...)
	}
	return c
}
