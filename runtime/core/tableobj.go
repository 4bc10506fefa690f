package core

import (
	"strings"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// objTable is the table for keys that no other table takes, by Python's hash and equality.
type objTable[K any] struct {
	index
	keys segments[K]
}

func (t *objTable[K]) slot(k K) (i int, fresh bool) {
	if t.slots == nil {
		t.resize(firstSlots)
	}
	hash := hashObject(k)
	for i := hash & t.mask; ; i = (i + 1) & t.mask {
		s := t.slots[i]
		if s.entry == 0 {
			*t.keys.add() = detached(k)
			t.add(i, hash, t.keys.n)
			return t.keys.n - 1, true
		}
		if s.hash == hash && sameObject(*t.keys.at(int(s.entry - 1)), k) {
			return int(s.entry - 1), false
		}
	}
}

func (t *objTable[K]) find(k K) int {
	if t.slots == nil {
		return -1
	}
	hash := hashObject(k)
	for i := hash & t.mask; t.slots[i].entry != 0; i = (i + 1) & t.mask {
		if s := t.slots[i]; s.hash == hash && sameObject(*t.keys.at(int(s.entry - 1)), k) {
			return int(s.entry - 1)
		}
	}
	return -1
}

// hashObject is the table's own hash of a key: of a str, which equals nothing but a str, that of string keys.
func hashObject[K any](k K) uint32 {
	if s, ok := any(k).(string); ok {
		return digestOf(s).hash
	}
	return uint32(mix(uint64(py.Hash(k)), mixA))
}

func sameObject[K any](a, b K) bool {
	if s, ok := any(a).(string); ok {
		t, ok := any(b).(string)
		return ok && s == t
	}
	return py.Equal(a, b)
}

// detached is a key that does not keep the text in memory that it is a part of.
func detached[K any](k K) K {
	if s, ok := any(k).(string); ok {
		k, _ = any(strings.Clone(s)).(K)
	}
	return k
}
