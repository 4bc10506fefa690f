package core

import (
	"encoding/binary"
	"unicode/utf8"
	"unsafe"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// window is how many bytes of a text are looked at for the ends of its parts before these are counted: so many that offsets are bytes.
const window = 256

// partScanner finds the parts of a text, window by window: those between separators and line ends, which are \n, or those between white
// space, which is a line end, too.
type partScanner struct {
	text  string
	sep   byte
	white bool

	at, next int // where the window begins and ends
	start    int // of the first part that does not end before the window
	n        int // how many parts end in it
	ends     [window + 8]uint8
	parts    [window + 8]textPart
	wide     int // bytes at the beginning of the next window that belong to a white character
}

// bitsOf are, for each set of 8 bits, their numbers in their order, one in a byte, and how many there are.
var bitsOf, numBits = func() (of [256]uint64, num [256]uint8) {
	for set := range of {
		for i := range uint64(8) {
			if set>>i&1 != 0 {
				of[set] |= i << (8 * num[set])
				num[set]++
			}
		}
	}
	return of, num
}()

// scan goes to the next window.
func (p *partScanner) scan() bool {
	p.at, p.n = p.next, 0
	left := len(p.text) - p.at
	switch {
	case left <= 0:
		return false
	case left <= window:
		p.next += min(left, window-1)
		p.eachByte()
		if c := p.text[len(p.text)-1]; p.next == len(p.text) && (p.white || c != '\n') {
			p.end(p.next)
		}
		return true
	}
	p.next += window
	b := (*[window]byte)(unsafe.Slice(unsafe.StringData(p.text), len(p.text))[p.at:])
	if p.white {
		p.words(b)
		return true
	}
	seps := ones * uint64(p.sep)
	n := 0
	for i := 0; i < window; i += 8 {
		x := binary.LittleEndian.Uint64(b[i:])
		s, l := x^seps, x^(ones*'\n')
		set := gather(^((s&lows + lows | s) & (l&lows + lows | l)))
		binary.LittleEndian.PutUint64(p.ends[n:], bitsOf[set]+ones*uint64(i))
		n += int(numBits[set])
	}
	p.n = n
	return true
}

const lows = ^uint64(highs)

// gather makes a set of the highest bits of the bytes.
func gather(x uint64) uint8 { return uint8(x & highs * 0x0002040810204081 >> 56) }

// words is scan for white space, in a window.
func (p *partScanner) words(b *[window]byte) {
	n, odd := 0, uint64(p.wide)
	for i := 0; i < window; i += 8 {
		x := binary.LittleEndian.Uint64(b[i:])
		blank := ^(x&lows + ones*(0x7F-' '))
		// Of the bytes up to the blank, those from 0 to 8 and from 0x0E to 0x1B are not white.
		tab, escape := x&lows+ones*(0x80-'\t'), x&lows+ones*(0x7F-'\r')
		odd |= x&highs | blank&^tab&highs | blank&escape&^(x&lows+ones*(0x80-0x1C))&highs
		set := gather(blank)
		binary.LittleEndian.PutUint64(p.ends[n:], bitsOf[set]+ones*uint64(i))
		n += int(numBits[set])
	}
	if p.n = n; odd != 0 {
		p.n = 0
		p.eachByte()
	}
}

// eachByte is scan for any text, byte by byte.
func (p *partScanner) eachByte() {
	for i := p.at; i < p.next; i++ {
		c := p.text[i]
		switch {
		case !p.white:
			if c == p.sep || c == '\n' {
				p.end(i)
			}
		case p.wide > 0:
			p.wide--
			p.end(i)
		case c < utf8.RuneSelf:
			if py.IsSpace(rune(c)) {
				p.end(i)
			}
		default:
			if r, size := utf8.DecodeRuneInString(p.text[i:]); py.IsSpace(r) {
				p.end(i)
				p.wide = size - 1
			}
		}
	}
}

func (p *partScanner) end(i int) {
	p.ends[p.n] = uint8(i - p.at)
	p.n++
}

// lowBytes are masks of the lowest bytes.
var lowBytes = [9]uint64{0, 1<<8 - 1, 1<<16 - 1, 1<<24 - 1, 1<<32 - 1, 1<<40 - 1, 1<<48 - 1, 1<<56 - 1, 1<<64 - 1}

// textPart is a part in its text.
type textPart struct {
	digest
	start, length int
}

// part is the text of a part.
func (p *partScanner) part(of *textPart) string { return p.text[of.start : of.start+of.length] }

// read finds out what the parts of the window are. Empty ones between white space are left out.
func (p *partScanner) read() {
	b := unsafe.Slice(unsafe.StringData(p.text), len(p.text))
	start, n := p.start, 0
	for _, end := range p.ends[:p.n] {
		part := &p.parts[n]
		length := p.at + int(end) - start
		part.start, part.length = start, length
		switch {
		case uint(length) <= 8 && start+8 <= len(b):
			part.first = binary.LittleEndian.Uint64(b[start:]) & lowBytes[length]
			part.second = 0
			part.hash = uint32(mix(part.first^uint64(length), 0))
		default:
			part.digest = digestOf(p.text[start : start+length])
		}
		start += length + 1
		if length > 0 || !p.white {
			n++
		}
	}
	p.start, p.n = start, n
}
