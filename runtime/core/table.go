package core

import (
	"encoding/binary"
	"math"
	"math/bits"
	"unsafe"
)

// The tables are open addressing over slots that hold 32 bits of the hash and an entry number; entries lie in the
// order of their keys' first occurrence, as in CPython's dict. They know nothing of the types of keys and values, so that they
// are compiled once and not for each program. Entries of string and int tables hold no pointers, so that the garbage
// collector passes over them however many there are.

// slot is one place of the hash index. An entry number of 0 means empty; entry i is number i+1.
type slot struct{ hash, entry uint32 }

const firstSlots = 64

// index is the hash index common to the tables.
type index struct {
	slots []slot
	mask  uint32
	read  uint32 // made of what was read ahead, which is not left out then
}

// bigIndex is from how many slots on a table, with its entries, is so much larger than a core's cache that reading ahead pays. Tests make it
// small.
var bigIndex = 1 << 18

// readAhead reads the places in memory where keys with some hashes are looked for. As none depends on another, the processor waits for many of
// them at a time.
func readAhead[E any](x *index, entries *segments[E], hashes []uint32) {
	var at [maxRecent]uint32
	hashes = hashes[:min(len(hashes), len(at))]
	for i, hash := range hashes {
		at[i] = x.slots[hash&x.mask].entry
	}
	for _, n := range at[:len(hashes)] {
		x.read += uint32(*(*byte)(unsafe.Pointer(entries.at(int(max(n, 1) - 1)))))
	}
}

// add enters entry number n (1-based) at the free place i and grows the index when it is more than three quarters full.
func (x *index) add(i, hash uint32, n int) {
	x.slots[i] = slot{hash, uint32(n)}
	if n*4 > len(x.slots)*3 {
		x.resize(len(x.slots) * 2)
	}
}

func (x *index) resize(n int) {
	old := x.slots
	x.slots = make([]slot, n)
	clear(x.slots) // which it is, but a page of new memory that is read before it is written costs two page faults
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

// strEntry is a string key, with room for a small value.
type strEntry struct {
	head   [16]byte // the key and zeros, or of a longer one the first 8 bytes and its place in the arena
	length uint32
	hash   uint32
	val    uint64
}

func (e *strEntry) first() uint64  { return binary.LittleEndian.Uint64(e.head[:8]) }
func (e *strEntry) second() uint64 { return binary.LittleEndian.Uint64(e.head[8:]) }

func (e *strEntry) setSecond(x uint64) { binary.LittleEndian.PutUint64(e.head[8:], x) }

// maxHead is the length of the longest key that lies in its entry.
const maxHead = 16

// strTable is the table for string keys, and for composite ones written as bytes. Of these an entry also has what follows
// the key but is not compared, in as many bytes as extra says; then all keys lie in the arena.
type strTable struct {
	index
	entries segments[strEntry]
	arena   arena
	extra   int
	late    bool     // it may have doubles, and is settled before it is read
	doubles *doubles // nil: it has none
}

// digest is what a string key is looked up by.
type digest struct {
	first, second uint64 // its first 16 bytes; second is 0 for a longer key
	hash          uint32
}

// slot finds the entry of k, whose digest is given, or appends one: fresh tells which.
func (t *strTable) slot(k string, d digest) (i int, fresh bool) {
	if t.slots == nil {
		t.resize(firstSlots)
	}
	slots := t.slots
	for i := d.hash & t.mask; ; i = (i + 1) & t.mask {
		s := slots[i]
		if s.entry == 0 {
			return t.append(k, d, i), true
		}
		if s.hash == d.hash && t.is(int(s.entry-1), k, d) {
			return int(s.entry - 1), false
		}
	}
}

// is reports whether k is the key of entry i.
func (t *strTable) is(i int, k string, d digest) bool {
	e := t.entries.at(i)
	switch {
	case e.first() != d.first || int(e.length) != len(k):
		return false
	case t.within(len(k)):
		return e.second() == d.second
	}
	return t.arena.view(e.second(), e.length) == k
}

// within reports whether a key of a length lies in its entry.
func (t *strTable) within(n int) bool { return n <= maxHead && t.extra == 0 }

// append enters k, whose slot is i.
func (t *strTable) append(k string, d digest, i uint32) int {
	e := t.entries.add()
	binary.LittleEndian.PutUint64(e.head[:8], d.first)
	if !t.within(len(k)) {
		d.second = t.arena.add(unsafe.String(unsafe.StringData(k), len(k)+t.extra))
	}
	e.setSecond(d.second)
	e.length, e.hash = uint32(len(k)), d.hash
	if !t.late || !t.isDouble(d.hash) {
		t.add(i, d.hash, t.entries.n)
	}
	return t.entries.n - 1
}

// reindex enters all entries into a new index.
func (t *strTable) reindex() {
	n := firstSlots
	for t.entries.n*4 > n*3 {
		n *= 2
	}
	t.slots = nil
	t.resize(n)
	for i := range t.entries.n {
		hash := t.entries.at(i).hash
		at := hash & t.mask
		for t.slots[at].entry != 0 {
			at = (at + 1) & t.mask
		}
		t.slots[at] = slot{hash, uint32(i + 1)}
	}
}

// apart enters a key that is equal to none.
func (t *strTable) apart(k string, d digest) int {
	if t.slots == nil {
		t.resize(firstSlots)
	}
	i := d.hash & t.mask
	for t.slots[i].entry != 0 {
		i = (i + 1) & t.mask
	}
	return t.append(k, d, i)
}

// noKey is the length in an entry that stands for a key elsewhere.
const noKey = math.MaxUint32

// stand appends an entry that is no key's, but stands for key n of another table.
func (t *strTable) stand(n uint32) int {
	e := t.entries.add()
	e.length = noKey
	e.setSecond(uint64(n))
	return t.entries.n - 1
}

// isKey reports whether entry i is that of a key of this table.
func (t *strTable) isKey(i int) bool { return t.entries.at(i).length != noKey }

// standsFor is the key of another table that entry i stands for.
func (t *strTable) standsFor(i int) (n int, ok bool) {
	return int(t.entries.at(i).second()), !t.isKey(i)
}

// find is the entry of k, or -1.
func (t *strTable) find(k string, d digest) int {
	if t.slots == nil {
		return -1
	}
	for i := d.hash & t.mask; t.slots[i].entry != 0; i = (i + 1) & t.mask {
		if s := t.slots[i]; s.hash == d.hash && t.is(int(s.entry-1), k, d) {
			return int(s.entry - 1)
		}
	}
	return -1
}

// key is the i-th key, a view of the table.
func (t *strTable) key(i int) string {
	e := t.entries.at(i)
	if t.within(int(e.length)) {
		return unsafe.String(&e.head[0], int(e.length))
	}
	return t.arena.view(e.second(), e.length)
}

// digest is the digest of the i-th key.
func (t *strTable) digest(i int) digest {
	e := t.entries.at(i)
	if e.length > maxHead || t.extra > 0 {
		return digestOf(t.key(i))
	}
	return digest{e.first(), e.second(), e.hash}
}

// behind is what follows the i-th key.
func (t *strTable) behind(i int) string {
	if t.extra == 0 {
		return ""
	}
	e := t.entries.at(i)
	return t.arena.view(e.second()+uint64(e.length), uint32(t.extra))
}

// arena holds the bytes of keys in chunks that never move. What is in it can be read while more is added.
type arena struct {
	chunks [][]byte // as long as they can be
	used   int      // of the last one
}

const (
	firstChunk = 1 << 10
	maxChunk   = 1 << 18
)

// add copies s and gives its place.
func (a *arena) add(s string) uint64 {
	last := len(a.chunks) - 1
	if last < 0 || len(a.chunks[last])-a.used < len(s) {
		size := firstChunk
		if last >= 0 {
			size = min(2*len(a.chunks[last]), maxChunk)
		}
		a.chunks, a.used = append(a.chunks, make([]byte, max(size, len(s)))), 0
		last++
	}
	place := uint64(last)<<32 | uint64(a.used)
	a.used += copy(a.chunks[last][a.used:], s)
	return place
}

func (a *arena) view(place uint64, length uint32) string {
	if length == 0 {
		return ""
	}
	return unsafe.String(&a.chunks[place>>32][uint32(place)], int(length))
}

const (
	mixA = 0x9E3779B97F4A7C15
	mixB = 0xD6E8FEB86659FD93
)

func mix(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a^mixA, b^mixB)
	return hi ^ lo
}

// digestOf hashes a key for the table; a partition is chosen by Python's hash.
func digestOf(s string) digest {
	if len(s) > 8 {
		return digestLong(s)
	}
	d := digest{first: head(s)}
	d.hash = uint32(mix(d.first^uint64(len(s)), 0))
	return d
}

// head is a string of at most 8 bytes as a number, with zeros behind it. It reads 8 bytes at once where these lie in one page of
// memory, whatever the bytes behind the string are: for a string's length is mostly no sooner known than its bytes, and a branch on
// it is taken wrong as often as not.
//
//go:nocheckptr
//go:norace
func head(s string) uint64 {
	p := unsafe.Pointer(unsafe.StringData(s))
	if len(s) == 0 {
		return 0
	}
	if uintptr(p)&(pageSize-1) > pageSize-8 {
		return headByBytes(s)
	}
	x := binary.LittleEndian.Uint64((*[8]byte)(p)[:])
	return x & (^uint64(0) >> ((64 - 8*uint(len(s))) & 63))
}

// pageSize is at most that of any system.
const pageSize = 4096

func headByBytes(s string) (x uint64) {
	for i := range len(s) {
		x |= uint64(s[i]) << (8 * i)
	}
	return x
}

// digestLong is digestOf for more than 8 bytes.
func digestLong(s string) digest {
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	n := uint64(len(s))
	d := digest{first: binary.LittleEndian.Uint64(b)}
	last := binary.LittleEndian.Uint64(b[n-8:])
	if n <= maxHead {
		d.second = last >> (8 * (maxHead - n))
		d.hash = uint32(mix(d.first^n, d.second))
		return d
	}
	h := mix(d.first^n, last)
	for b = b[8:]; len(b) > 8; b = b[8:] {
		h = mix(binary.LittleEndian.Uint64(b)^h, n)
	}
	d.hash = uint32(h)
	return d
}

// intEntry is an int key, with room for a small value.
type intEntry struct {
	key int64
	val uint64
}

// intTable is the table for int keys.
type intTable struct {
	index
	entries segments[intEntry]
}

func hashInt(k int64) uint32 { return uint32(mix(uint64(k), mixA)) }

func (t *intTable) slot(k int64, hash uint32) (i int, fresh bool) {
	if t.slots == nil {
		t.resize(firstSlots)
	}
	for i := hash & t.mask; ; i = (i + 1) & t.mask {
		s := t.slots[i]
		if s.entry == 0 {
			*t.entries.add() = intEntry{key: k}
			t.add(i, hash, t.entries.n)
			return t.entries.n - 1, true
		}
		if s.hash == hash && t.entries.at(int(s.entry-1)).key == k {
			return int(s.entry - 1), false
		}
	}
}

func (t *intTable) find(k int64) int {
	if t.slots == nil {
		return -1
	}
	hash := hashInt(k)
	for i := hash & t.mask; t.slots[i].entry != 0; i = (i + 1) & t.mask {
		if s := t.slots[i]; s.hash == hash && t.entries.at(int(s.entry-1)).key == k {
			return int(s.entry - 1)
		}
	}
	return -1
}
