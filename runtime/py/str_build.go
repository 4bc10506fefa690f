package py

import (
	"unicode/utf8"
	"unsafe"
)

// TextBuilder is a text that a loop adds to. What Text has given stays as it is: the buffer only grows, and never where that ends.
type TextBuilder struct {
	s   string
	buf []byte // which s is all of, once something was added
}

// BuildText begins with a text.
func BuildText(s string) TextBuilder { return TextBuilder{s: s} }

// Text is the text so far.
func (t *TextBuilder) Text() string { return t.s }

// Add puts the pieces behind the text.
func (t *TextBuilder) Add(parts ...string) {
	if t.buf == nil {
		n := len(t.s)
		for _, p := range parts {
			n += len(p)
		}
		if n == 0 {
			return
		}
		t.buf = append(make([]byte, 0, max(2*n, 16)), t.s...)
	}
	for _, p := range parts {
		t.buf = append(t.buf, p...)
	}
	t.s = unsafe.String(unsafe.SliceData(t.buf), len(t.buf))
}

// TextIndex is a text that a loop asks for characters by number: what characters it has is found out once, when the first is asked for.
type TextIndex struct {
	s     string
	ascii bool  // every byte is a character
	chars int   // how many there are
	marks []int // if not ascii, where every markEvery-th character begins; nil as long as nothing is known
}

const markEvery = 32

// IndexText is for a text.
func IndexText(s string) TextIndex { return TextIndex{s: s} }

// Len is len(s).
func (t *TextIndex) Len() int64 {
	if t.chars == 0 {
		t.look()
	}
	return int64(t.chars)
}

// At is s[i]; it raises IndexError.
func (t *TextIndex) At(i int64) string {
	if t.ascii && uint64(i) < uint64(len(t.s)) {
		return t.s[i : i+1]
	}
	return t.at(i)
}

// at is At for what is not the usual case, apart so that At is inlined.
func (t *TextIndex) at(i int64) string {
	t.look()
	at := t.offset(int(wrapIndex(i, t.chars, "string index out of range")))
	return t.s[at : at+charSize(t.s[at:])]
}

// Code is a number for s[i], the same for the same character; it raises IndexError.
func (t *TextIndex) Code(i int64) int64 {
	if t.ascii && uint64(i) < uint64(len(t.s)) {
		return int64(t.s[i])
	}
	return t.code(i)
}

// code puts the bytes of a character together.
func (t *TextIndex) code(i int64) (code int64) {
	char := t.at(i)
	for i := range len(char) {
		code = code<<8 | int64(char[i])
	}
	return code
}

// Part is s[lo:hi].
func (t *TextIndex) Part(lo, hi Opt[int64]) string {
	t.look()
	from, to := window(lo, hi, t.chars)
	return t.s[t.offset(from):t.offset(to)]
}

// look finds out what characters there are.
func (t *TextIndex) look() {
	if t.ascii || t.marks != nil {
		return
	}
	if t.ascii = isASCII(t.s); t.ascii {
		t.chars = len(t.s)
		return
	}
	t.chars = utf8.RuneCountInString(t.s)
	t.marks = make([]int, 0, t.chars/markEvery+1)
	n := 0
	for at := 0; at < len(t.s); at += charSize(t.s[at:]) {
		if n%markEvery == 0 {
			t.marks = append(t.marks, at)
		}
		n++
	}
}

// offset is the byte where character i starts; i may be the length.
func (t *TextIndex) offset(i int) int {
	switch {
	case t.ascii:
		return i
	case i == t.chars:
		return len(t.s)
	}
	at := t.marks[i/markEvery]
	return at + charOffset(t.s[at:], i%markEvery)
}
