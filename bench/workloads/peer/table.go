package peer

import (
	"bytes"
	"encoding/binary"
	"io"
	"log"
	"math/bits"
	"os"
)

// Table maps words to counts: slots hold 32 bits of the hash and an entry's number from 1 on, entries lie in the order of arrival.
type Table struct {
	slots   []slot
	mask    uint64
	Entries []Entry
	arena   []byte // the words
}

type slot struct{ tag, entry uint32 }

// Entry is a word.
type Entry struct {
	first  uint64 // the word's first 8 bytes
	offset uint32 // of the word in the arena
	length uint32
	Count  int64
	hash   uint64
}

// NewTable makes a table of n slots.
func NewTable(n int) *Table { return &Table{slots: make([]slot, n), mask: uint64(n - 1)} }

// Feed counts the words of a file. It reads pieces, cuts them after their last line and carries the rest over.
func (t *Table) Feed(path string) {
	in, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer in.Close()
	buf := make([]byte, 1<<18+8)
	have := 0
	for {
		n, err := in.Read(buf[have : len(buf)-8])
		have += n
		cut := have
		for cut > 0 && buf[cut-1] != '\n' {
			cut--
		}
		t.words(buf, cut)
		have = copy(buf, buf[cut:have])
		switch {
		case err == io.EOF:
			if have > 0 {
				buf[have] = '\n'
				t.words(buf, have+1)
			}
			return
		case err != nil:
			log.Fatal(err)
		case have == len(buf)-8:
			buf = append(buf, make([]byte, len(buf))...)
		}
	}
}

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
func (t *Table) words(b []byte, n int) {
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

func (t *Table) add(hash, first uint64, word []byte) {
	for i := hash & t.mask; ; i = (i + 1) & t.mask {
		s := t.slots[i]
		if s.entry == 0 {
			t.Entries = append(t.Entries, Entry{first, uint32(len(t.arena)), uint32(len(word)), 1, hash})
			t.arena = append(t.arena, word...)
			t.slots[i] = slot{uint32(hash >> 32), uint32(len(t.Entries))}
			if len(t.Entries)*2 > len(t.slots) {
				t.grow()
			}
			return
		}
		if s.tag == uint32(hash>>32) {
			e := &t.Entries[s.entry-1]
			if e.first == first && int(e.length) == len(word) && (len(word) <= 8 || bytes.Equal(t.arena[e.offset+8:e.offset+e.length], word[8:])) {
				e.Count++
				return
			}
		}
	}
}

func (t *Table) grow() {
	t.slots = make([]slot, 4*len(t.slots))
	t.mask = uint64(len(t.slots) - 1)
	for j := range t.Entries {
		hash := t.Entries[j].hash
		i := hash & t.mask
		for t.slots[i].entry != 0 {
			i = (i + 1) & t.mask
		}
		t.slots[i] = slot{uint32(hash >> 32), uint32(j + 1)}
	}
}
