package core

import (
	"encoding/binary"
	"math/bits"
	"unsafe"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// The tables are open addressing over slots that hold 32 bits of the hash and an entry number; entries lie in the
// order of their keys' first occurrence, as in CPython's dict. Entries of string and int tables hold no pointers
// (if their values hold none), so that the garbage collector passes over them however many there are.

// slot is one place of the hash index. An entry number of 0 means empty; entry i is number i+1.
type slot struct{ hash, entry uint32 }

const firstSlots = 64

// index is the hash index common to the tables.
type index struct {
	slots []slot
	mask  uint32
}

// add enters entry number n (1-based) at the free place i and grows the index when it is more than half full.
func (x *index) add(i, hash uint32, n int) {
	x.slots[i] = slot{hash, uint32(n)}
	if n*2 > len(x.slots) {
		x.resize(len(x.slots) * 2)
	}
}

func (x *index) resize(n int) {
	old := x.slots
	x.slots = make([]slot, n)
	x.mask = uint32(n - 1)
	for _, s := range old {
		if s.entry == 0 {
			continue
		}
		i := s.hash & x.mask
		for x.slots[i].entry != 0 {
			i = (i + 1) & x.mask
		}
		x.slots[i] = s
	}
}

// strEntry is a string key and its value: the first bytes of the key (all of them up to 8) for a comparison
// without following the arena.
type strEntry[V any] struct {
	prefix uint64
	place  uint64 // chunk number << 32 | offset
	length uint32
	hash   uint32
	val    V
}

// strTable is the table for string keys, and for composite ones written as bytes. Of these an entry also has what follows
// the key but is not compared, in as many bytes as extra says.
type strTable[V any] struct {
	index
	entries []strEntry[V]
	arena   arena
	extra   int
}

// slot finds the value of k, whose hash is given, or appends an entry for it.
func (t *strTable[V]) slot(k string, hash uint32) (*V, bool) {
	if t.slots == nil {
		t.resize(firstSlots)
	}
	pre := prefix(k)
	for i := hash & t.mask; ; i = (i + 1) & t.mask {
		s := t.slots[i]
		if s.entry == 0 {
			return t.enter(i, k, pre, hash), true
		}
		if s.hash == hash {
			if e := &t.entries[s.entry-1]; e.prefix == pre && int(e.length) == len(k) && (len(k) <= 8 || t.arena.tail(e.place, e.length) == k[8:]) {
				return &e.val, false
			}
		}
	}
}

// enter appends an entry for k, whose slot is i.
func (t *strTable[V]) enter(i uint32, k string, pre uint64, hash uint32) *V {
	whole := unsafe.String(unsafe.StringData(k), len(k)+t.extra)
	t.entries = append(t.entries, strEntry[V]{prefix: pre, place: t.arena.add(whole), length: uint32(len(k)), hash: hash})
	t.add(i, hash, len(t.entries))
	return &t.entries[len(t.entries)-1].val
}

// apart enters a key that is equal to none.
func (t *strTable[V]) apart(k string, hash uint32) *V {
	if t.slots == nil {
		t.resize(firstSlots)
	}
	i := hash & t.mask
	for t.slots[i].entry != 0 {
		i = (i + 1) & t.mask
	}
	return t.enter(i, k, prefix(k), hash)
}

// find is the value of k, or nil.
func (t *strTable[V]) find(k string, hash uint32) *V {
	if t.slots == nil {
		return nil
	}
	pre := prefix(k)
	for i := hash & t.mask; t.slots[i].entry != 0; i = (i + 1) & t.mask {
		if t.slots[i].hash != hash {
			continue
		}
		if e := &t.entries[t.slots[i].entry-1]; e.prefix == pre && int(e.length) == len(k) && (len(k) <= 8 || t.arena.tail(e.place, e.length) == k[8:]) {
			return &e.val
		}
	}
	return nil
}

// key is the i-th key, a view of the arena.
func (t *strTable[V]) key(i int) string {
	e := &t.entries[i]
	return t.arena.view(e.place, e.length)
}

// behind is what follows the i-th key.
func (t *strTable[V]) behind(i int) string {
	e := &t.entries[i]
	return t.arena.view(e.place+uint64(e.length), uint32(t.extra))
}

// arena holds the bytes of keys in chunks that never move.
type arena struct{ chunks [][]byte }

const (
	firstChunk = 1 << 10
	maxChunk   = 1 << 20
)

// add copies s and gives its place.
func (a *arena) add(s string) uint64 {
	last := len(a.chunks) - 1
	if last < 0 || cap(a.chunks[last])-len(a.chunks[last]) < len(s) {
		size := firstChunk
		if last >= 0 {
			size = min(2*cap(a.chunks[last]), maxChunk)
		}
		a.chunks = append(a.chunks, make([]byte, 0, max(size, len(s))))
		last++
	}
	c := a.chunks[last]
	a.chunks[last] = append(c, s...)
	return uint64(last)<<32 | uint64(len(c))
}

func (a *arena) view(place uint64, length uint32) string {
	if length == 0 {
		return ""
	}
	return unsafe.String(&a.chunks[place>>32][uint32(place)], int(length))
}

// tail is view without its first 8 bytes.
func (a *arena) tail(place uint64, length uint32) string {
	return a.view(place+8, length-8)
}

// prefix is the first 8 bytes of s or, for a shorter string, a number that no other string of its length has.
func prefix(s string) uint64 {
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	switch {
	case len(b) >= 8:
		return binary.LittleEndian.Uint64(b)
	case len(b) >= 4:
		return uint64(binary.LittleEndian.Uint32(b)) | uint64(binary.LittleEndian.Uint32(b[len(b)-4:]))<<32
	case len(b) > 0:
		return uint64(b[0]) | uint64(b[len(b)>>1])<<8 | uint64(b[len(b)-1])<<16
	}
	return 0
}

const (
	mixA = 0x9E3779B97F4A7C15
	mixB = 0xD6E8FEB86659FD93
)

func mix(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a^mixA, b^mixB)
	return hi ^ lo
}

// hashString is the table's own hash; a partition is chosen by Python's.
func hashString(s string) uint32 {
	n := uint64(len(s))
	if len(s) <= 8 {
		return uint32(mix(prefix(s), n))
	}
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	h := n
	for len(b) > 16 {
		h = mix(binary.LittleEndian.Uint64(b)^h, binary.LittleEndian.Uint64(b[8:]))
		b = b[16:]
	}
	if len(b) > 8 {
		h = mix(binary.LittleEndian.Uint64(b)^h, n)
	}
	b = unsafe.Slice(unsafe.StringData(s), len(s))
	return uint32(mix(binary.LittleEndian.Uint64(b[len(b)-8:])^h, n))
}

// intEntry is an int key and its value.
type intEntry[V any] struct {
	key int64
	val V
}

// intTable is the table for int keys.
type intTable[V any] struct {
	index
	entries []intEntry[V]
}

func (t *intTable[V]) slot(k int64) (*V, bool) {
	if t.slots == nil {
		t.resize(firstSlots)
	}
	hash := uint32(mix(uint64(k), mixA))
	for i := hash & t.mask; ; i = (i + 1) & t.mask {
		s := t.slots[i]
		if s.entry == 0 {
			t.entries = append(t.entries, intEntry[V]{key: k})
			t.add(i, hash, len(t.entries))
			return &t.entries[len(t.entries)-1].val, true
		}
		if s.hash == hash && t.entries[s.entry-1].key == k {
			return &t.entries[s.entry-1].val, false
		}
	}
}

func (t *intTable[V]) find(k int64) *V {
	if t.slots == nil {
		return nil
	}
	hash := uint32(mix(uint64(k), mixA))
	for i := hash & t.mask; t.slots[i].entry != 0; i = (i + 1) & t.mask {
		if s := t.slots[i]; s.hash == hash && t.entries[s.entry-1].key == k {
			return &t.entries[s.entry-1].val
		}
	}
	return nil
}

// objEntry is a key of any type and its value.
type objEntry[K, V any] struct {
	key K
	val V
}

// objTable is the table for all other keys, by Python's hash and equality.
type objTable[K, V any] struct {
	index
	entries []objEntry[K, V]
}

func (t *objTable[K, V]) slot(k K) (*V, bool) {
	if t.slots == nil {
		t.resize(firstSlots)
	}
	hash := uint32(mix(uint64(py.Hash(k)), mixA))
	for i := hash & t.mask; ; i = (i + 1) & t.mask {
		s := t.slots[i]
		if s.entry == 0 {
			t.entries = append(t.entries, objEntry[K, V]{key: k})
			t.add(i, hash, len(t.entries))
			return &t.entries[len(t.entries)-1].val, true
		}
		if s.hash == hash && py.Equal(t.entries[s.entry-1].key, k) {
			return &t.entries[s.entry-1].val, false
		}
	}
}

func (t *objTable[K, V]) find(k K) *V {
	if t.slots == nil {
		return nil
	}
	hash := uint32(mix(uint64(py.Hash(k)), mixA))
	for i := hash & t.mask; t.slots[i].entry != 0; i = (i + 1) & t.mask {
		if s := t.slots[i]; s.hash == hash && py.Equal(t.entries[s.entry-1].key, k) {
			return &t.entries[s.entry-1].val
		}
	}
	return nil
}
