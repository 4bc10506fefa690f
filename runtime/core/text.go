package core

import (
	"bytes"
	"iter"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// Block is a piece of text: whole lines, each ended by \n, \r\n or \r; the end of the last line may be missing. It is
// valid UTF-8 and never changes, so lines are views of it.
type Block struct {
	text string
	cr   bool // some line may end with \r
}

// NewBlock makes a block of raw bytes, which it takes over: they must not change afterwards. They are decoded as
// [DecodeJava] does. A \r\n must not be cut into two blocks.
func NewBlock(raw []byte) Block {
	return Block{DecodeJava(raw), bytes.IndexByte(raw, '\r') >= 0}
}

// Text is the block's text with its line ends.
func (b Block) Text() string { return b.text }

// Lines iterates over the lines, without their ends.
func (b Block) Lines() iter.Seq[string] {
	return func(yield func(string) bool) { b.each(yield) }
}

// NumLines counts the lines.
func (b Block) NumLines() int64 {
	if !b.cr {
		n := int64(strings.Count(b.text, "\n"))
		if len(b.text) > 0 && b.text[len(b.text)-1] != '\n' {
			n++
		}
		return n
	}
	n := int64(0)
	for range b.Lines() {
		n++
	}
	return n
}

// each gives the lines to yield and reports whether it took them all.
func (b Block) each(yield func(string) bool) bool {
	s := b.text
	if b.cr {
		return eachAnyEnd(s, yield)
	}
	for len(s) > 0 {
		i := strings.IndexByte(s, '\n')
		if i < 0 {
			return yield(s)
		}
		if !yield(s[:i]) {
			return false
		}
		s = s[i+1:]
	}
	return true
}

// eachAnyEnd is each for text with \r in it.
func eachAnyEnd(s string, yield func(string) bool) bool {
	for len(s) > 0 {
		end, next := lineEnd(s)
		if !yield(s[:end]) {
			return false
		}
		s = s[next:]
	}
	return true
}

// lineEnd finds the end of the first line of s and the start of the next.
func lineEnd[S string | []byte](s S) (end, next int) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\n':
			return i, i + 1
		case '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				return i, i + 2
			}
			return i, i + 1
		}
	}
	return len(s), len(s)
}

// cut divides the block after line ends into blocks of about size bytes.
func (b Block) cut(size int) []Block {
	var out []Block
	s := b.text
	for len(s) > size {
		_, next := lineEnd(s[size:])
		out = append(out, Block{s[:size+next], b.cr})
		s = s[size+next:]
	}
	if len(s) > 0 {
		out = append(out, Block{s, b.cr})
	}
	return out
}

// linesOf iterates over the lines of a source. (Inlined, it would be compiled for each type of parts.)
//
//go:noinline
func linesOf(t textSource) iter.Seq[string] {
	return func(yield func(string) bool) {
		t.blocks(nil, func(b Block) bool { return b.each(yield) })
	}
}

// DecodeJava decodes UTF-8 as Java's CharsetDecoder does for sockets and Hadoop's Text for files: a malformed
// sequence becomes one U+FFFD, where a sequence is as long as the decoder got before it noticed. (A surrogate
// ED A0 80 is one, FF FE are two.) Valid input is not copied, so b must not change afterwards.
func DecodeJava(b []byte) string {
	if utf8.Valid(b) {
		return unsafe.String(unsafe.SliceData(b), len(b))
	}
	out := make([]byte, 0, len(b)+len(b)/8+8)
	for len(b) > 0 {
		if b[0] < utf8.RuneSelf {
			out = append(out, b[0])
			b = b[1:]
			continue
		}
		if _, n := utf8.DecodeRune(b); n > 1 {
			out = append(out, b[:n]...)
			b = b[n:]
			continue
		}
		out = utf8.AppendRune(out, utf8.RuneError)
		b = b[malformed(b):]
	}
	return unsafe.String(unsafe.SliceData(out), len(out))
}

// malformed is the length that Java gives to the malformed sequence at the start of b.
func malformed(b []byte) int {
	lead := b[0]
	switch {
	case lead >= 0xE0 && lead <= 0xEF:
		if len(b) < 2 || !continues(b[1]) || lead == 0xE0 && b[1] < 0xA0 {
			return 1
		}
		if len(b) < 3 || !continues(b[2]) {
			return 2
		}
		return 3 // a surrogate
	case lead >= 0xF0 && lead <= 0xF4:
		if len(b) < 2 || !continues(b[1]) || lead == 0xF0 && b[1] < 0x90 || lead == 0xF4 && b[1] > 0x8F {
			return 1
		}
		if len(b) < 3 || !continues(b[2]) {
			return 2
		}
		return 3
	}
	return 1
}

func continues(c byte) bool { return c&0xC0 == 0x80 }
