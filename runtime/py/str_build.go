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

// TextIndex is a text that a loop asks for characters by number: what characters it has is found out once. It is small enough to stay
// in registers, and a number of the usual text is one load.
type TextIndex struct {
	bytes unsafe.Pointer // to the text
	chars int64          // how many there are
	codes unsafe.Pointer // to a uint32 for each character, the bytes of it; nil if every byte is a character
	wide  *wideText      // if not every byte is a character
}

// wideText is a text whose characters have several bytes.
type wideText struct {
	s     string
	marks []int // where every markEvery-th character begins
}

const markEvery = 32

var badTextIndex any = &late{IndexError, "string index out of range"}

// IndexText is for a text.
func IndexText(s string) TextIndex {
	t := TextIndex{bytes: unsafe.Pointer(unsafe.StringData(s)), chars: int64(len(s))}
	if !isASCII(s) {
		t.look(s)
	}
	return t
}

// look finds out what characters there are.
func (t *TextIndex) look(s string) {
	t.wide = &wideText{s: s}
	codes := make([]uint32, 0, utf8.RuneCountInString(s))
	for at := 0; at < len(s); {
		if len(codes)%markEvery == 0 {
			t.wide.marks = append(t.wide.marks, at)
		}
		code := uint32(0)
		for end := at + charSize(s[at:]); at < end; at++ {
			code = code<<8 | uint32(s[at])
		}
		codes = append(codes, code)
	}
	t.chars, t.codes = int64(len(codes)), unsafe.Pointer(unsafe.SliceData(codes))
}

// Len is len(s).
func (t TextIndex) Len() int64 { return t.chars }

// At is s[i]; it raises IndexError.
func (t TextIndex) At(i int64) string {
	if uint64(i) >= uint64(t.chars) {
		if i += t.chars; uint64(i) >= uint64(t.chars) { // it was not negative
			panic(badTextIndex)
		}
	}
	if t.wide != nil {
		return t.wide.at(int(i))
	}
	return unsafe.String((*byte)(unsafe.Add(t.bytes, i)), 1)
}

// Code is a number for s[i], the same for the same character; it raises IndexError. It calls nothing, which would push what the loop
// has in registers to memory.
func (t TextIndex) Code(i int64) int64 {
	if uint64(i) >= uint64(t.chars) {
		if i += t.chars; uint64(i) >= uint64(t.chars) { // it was not negative
			panic(badTextIndex)
		}
	}
	if t.codes != nil {
		return int64(*(*uint32)(unsafe.Add(t.codes, i*4)))
	}
	return int64(*(*byte)(unsafe.Add(t.bytes, i)))
}

// Part is s[lo:hi].
func (t TextIndex) Part(lo, hi Opt[int64]) string {
	from, to := window(lo, hi, int(t.chars))
	if t.wide == nil {
		return unsafe.String((*byte)(t.bytes), t.chars)[from:to]
	}
	return t.wide.part(from, to, int(t.chars))
}

func (w *wideText) at(i int) string {
	at := w.start(i)
	return w.s[at : at+charSize(w.s[at:])]
}

// start is the byte where character i starts.
func (w *wideText) start(i int) int {
	at := w.marks[i/markEvery]
	return at + charOffset(w.s[at:], i%markEvery)
}

// part is the text between characters, of which there are n.
func (w *wideText) part(from, to, n int) string {
	end := len(w.s)
	if to < n {
		end = w.start(to)
	}
	if from >= to {
		return ""
	}
	return w.s[w.start(from):end]
}
