package core

import (
	"encoding/binary"
	"iter"
	"math/bits"
	"strings"
	"unsafe"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// SplitLines iterates over the parts of line.split(sep) for all lines, as the two loops
//
//	for line := range lines.All() {
//		for part := range py.StrSplitSeq(line, sep) {
//
// do, but it looks for line ends and separators at once and makes no lines.
func SplitLines(lines Lines, sep string) iter.Seq[string] {
	if lines.text == nil || len(sep) != 1 || sep == "\n" {
		return eachPart(lines, func(line string) iter.Seq[string] { return py.StrSplitSeq(line, sep) })
	}
	return func(yield func(string) bool) {
		lines.text.blocks(nil, func(b Block) bool {
			if b.cr {
				return eachAnyEnd(b.text, func(line string) bool { return splitLine(line, sep, yield) })
			}
			return b.split(sep[0], yield)
		})
	}
}

// FieldsOfLines iterates over the parts of line.split() for all lines.
func FieldsOfLines(lines Lines) iter.Seq[string] {
	if lines.text == nil {
		return eachPart(lines, py.StrFieldsSeq)
	}
	return func(yield func(string) bool) {
		lines.text.blocks(nil, func(b Block) bool { // line ends are white space, too
			for word := range py.StrFieldsSeq(b.text) {
				if !yield(word) {
					return false
				}
			}
			return true
		})
	}
}

func eachPart(lines Lines, parts func(string) iter.Seq[string]) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range lines.All() {
			for part := range parts(line) {
				if !yield(part) {
					return
				}
			}
		}
	}
}

func splitLine(line, sep string, yield func(string) bool) bool {
	for part := range strings.SplitSeq(line, sep) {
		if !yield(part) {
			return false
		}
	}
	return true
}

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// firstZero marks the first byte of x that is 0 by its highest bit; those above it may be marked wrongly.
func firstZero(x uint64) uint64 { return (x - ones) &^ x & highs }

// split gives the parts between separators and line ends, which are \n, to yield. It looks at eight bytes at a time.
func (b Block) split(sep byte, yield func(string) bool) bool {
	s := unsafe.Slice(unsafe.StringData(b.text), len(b.text))
	seps := ones * uint64(sep)
	start, at := 0, 0
	for at+8 <= len(s) {
		x := binary.LittleEndian.Uint64(s[at:])
		m := firstZero(x^seps) | firstZero(x^(ones*'\n'))
		if m == 0 {
			at += 8
			continue
		}
		at += bits.TrailingZeros64(m) / 8
		if !yield(b.text[start:at]) {
			return false
		}
		at++
		start = at
	}
	for ; at < len(s); at++ {
		if s[at] == sep || s[at] == '\n' {
			if !yield(b.text[start:at]) {
				return false
			}
			start = at + 1
		}
	}
	return len(s) == 0 || s[len(s)-1] == '\n' || yield(b.text[start:])
}
