package core

import "github.com/dstreamc/dstreamc/runtime/py"

// objTable is the table for keys that no other table takes, by Python's hash and equality.
type objTable[K any] struct {
	index
	keys segments[K]
}

func (t *objTable[K]) slot(k K) (i int, fresh bool) {
	if t.slots == nil {
		t.resize(firstSlots)
	}
	hash := uint32(mix(uint64(py.Hash(k)), mixA))
	for i := hash & t.mask; ; i = (i + 1) & t.mask {
		s := t.slots[i]
		if s.entry == 0 {
			*t.keys.add() = k
			t.add(i, hash, t.keys.n)
			return t.keys.n - 1, true
		}
		if s.hash == hash && py.Equal(*t.keys.at(int(s.entry - 1)), k) {
			return int(s.entry - 1), false
		}
	}
}

func (t *objTable[K]) find(k K) int {
	if t.slots == nil {
		return -1
	}
	hash := uint32(mix(uint64(py.Hash(k)), mixA))
	for i := hash & t.mask; t.slots[i].entry != 0; i = (i + 1) & t.mask {
		if s := t.slots[i]; s.hash == hash && py.Equal(*t.keys.at(int(s.entry - 1)), k) {
			return int(s.entry - 1)
		}
	}
	return -1
}
