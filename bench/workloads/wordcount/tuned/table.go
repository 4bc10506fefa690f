package main

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// table maps words to counts: slots hold 32 bits of the hash and an entry's number from 1 on, entries lie in the order of arrival.
type table struct {
	slots   []slot
	mask    uint64
	entries []entry
	arena   []byte // the words
}

type slot struct{ tag, entry uint32 }

type entry struct {
	first  uint64 // the word's first 8 bytes
	offset uint32 // of the word in the arena
	length uint32
	count  int64
	hash   uint64
}

func newTable(n int) *table { return &table{slots: make([]slot, n), mask: uint64(n - 1)} }

func mix(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a^0x9E3779B97F4A7C15, b^0xD6E8FEB86659FD93)
	return hi ^ lo
}

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// ends marks the first blank or line end among 8 bytes, by that byte's top bit.
func ends(x uint64) uint64 {
	blank, line := x^(ones*' '), x^(ones*'\n')
	return ((blank-ones)&^blank | (line-ones)&^line) & highs
}

// words counts the words of b[:n], which ends with a line; 8 bytes more can be read.
func (t *table) words(b []byte, n int) {
	for p := 0; p < n; p++ {
		start := p
		x := binary.LittleEndian.Uint64(b[p:])
		m := ends(x)
		first, hash := x, mix(x, 1)
		if m != 0 {
			first = x & (1<<(bits.TrailingZeros64(m)&^7) - 1)
			hash = mix(first, uint64(bits.TrailingZeros64(m)))
		} else {
			for {
				p += 8
				x = binary.LittleEndian.Uint64(b[p:])
				if m = ends(x); m != 0 {
					break
				}
				hash = mix(hash^x, 2)
			}
			hash = mix(hash^(x&(1<<(bits.TrailingZeros64(m)&^7)-1)), uint64(bits.TrailingZeros64(m)))
		}
		p += bits.TrailingZeros64(m) >> 3
		t.add(hash, first, b[start:p])
	}
}

func (t *table) add(hash, first uint64, word []byte) {
	for i := hash & t.mask; ; i = (i + 1) & t.mask {
		s := t.slots[i]
		if s.entry == 0 {
			t.entries = append(t.entries, entry{first, uint32(len(t.arena)), uint32(len(word)), 1, hash})
			t.arena = append(t.arena, word...)
			t.slots[i] = slot{uint32(hash >> 32), uint32(len(t.entries))}
			if len(t.entries)*2 > len(t.slots) {
				t.grow()
			}
			return
		}
		if s.tag == uint32(hash>>32) {
			e := &t.entries[s.entry-1]
			if e.first == first && int(e.length) == len(word) && (len(word) <= 8 || bytes.Equal(t.arena[e.offset+8:e.offset+e.length], word[8:])) {
				e.count++
				return
			}
		}
	}
}

func (t *table) grow() {
	t.slots = make([]slot, 4*len(t.slots))
	t.mask = uint64(len(t.slots) - 1)
	for j := range t.entries {
		hash := t.entries[j].hash
		i := hash & t.mask
		for t.slots[i].entry != 0 {
			i = (i + 1) & t.mask
		}
		t.slots[i] = slot{uint32(hash >> 32), uint32(j + 1)}
	}
}
