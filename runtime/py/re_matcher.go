package py

import (
	"math/bits"
	"unicode/utf8"
	"unsafe"
)

// ReMatcher is a pattern as Go, which dstreamc writes for simple ones. It tells where the match of text ends that begins at offset
// i, or ReNo, or ReAsk; at has room for where the groups begin and end, and is not kept. It looks at characters of ASCII only.
type ReMatcher func(text string, i int, at []int) int

// What a ReMatcher gives where it gives no end of a match.
const (
	ReNo  = noMatch
	ReAsk = stuck // the text has other characters, or takes too many steps: the pattern itself must tell
)

// By has p matched by m where m can.
func (p *Pattern) By(m ReMatcher) *Pattern {
	p.matcher = m
	for n := p.start; n != nil; n = n.next {
		if n.op == reClose || n.op == reSpan {
			p.closes = n.group
		}
	}
	return p
}

// matched matches at offset i by the matcher, and gives what that gives; ReAsk if there is none.
func (p *Pattern) matched(text string, i int, full bool, at []int) int {
	if p.matcher == nil {
		return ReAsk
	}
	at[0] = 0 // counts steps
	end := p.matcher(text, i, unwatched(at))
	if end >= 0 && full && end != len(text) {
		return ReAsk
	}
	return end
}

// unwatched is at, behind the compiler's back: what a function that is not known is given is allocated, since the compiler does not
// know whether it keeps it. A matcher keeps nothing.
//
//go:noinline
func unwatched(at []int) []int {
	words := [3]uintptr{uintptr(unsafe.Pointer(unsafe.SliceData(at))), uintptr(len(at)), uintptr(cap(at))}
	return *(*[]int)(unsafe.Pointer(&words))
}

// ReFail is ReNo, or ReAsk if the character at i is not of ASCII.
func ReFail(text string, i int) int {
	if i < len(text) && text[i] >= utf8.RuneSelf {
		return ReAsk
	}
	return ReNo
}

// ReEnd is i, where a match ends unless the character there is not of ASCII.
func ReEnd(text string, i int) int {
	if i < len(text) && text[i] >= utf8.RuneSelf {
		return ReAsk
	}
	return i
}

// ReTired counts a step of a matcher that goes back, and reports whether there were too many.
func ReTired(at []int) bool {
	at[0]++
	return at[0] > straightSteps
}

// ReIsTail reports whether $ matches at i.
func ReIsTail(text string, i int) bool {
	return i == len(text) || i == len(text)-1 && text[i] == '\n'
}

// ReClass is a set of characters of ASCII.
type ReClass struct {
	has  [256]bool
	bulk byteRange
}

// ReChars is the class of a pattern for one character.
func ReChars(pattern string) *ReClass {
	tests := testsOf(ReCompile(pattern, 0).start)
	out := &ReClass{bulk: bulkOf(tests)}
	for b, test := range tests {
		out.has[b] = test == byteIn && b < utf8.RuneSelf
	}
	return out
}

// Has reports whether the character at i is one of c.
func (c *ReClass) Has(text string, i int) bool { return i < len(text) && c.has[text[i]] }

// Run is where the characters of c end that begin at i.
func (c *ReClass) Run(text string, i int) int {
	if c.bulk.any {
		for ; i+8 <= len(text); i += 8 { // what pass does, which costs a tenth more here
			x := eightBytes(text, i)
			if outside := (x | ^((x | topBits) - c.bulk.low) | (x&^topBits + c.bulk.over)) & topBits; outside != 0 {
				i += bits.TrailingZeros64(outside) / 8
				break
			}
		}
	}
	for i < len(text) && c.has[text[i]] {
		i++
	}
	return i
}

// RunTo is Run of at most so many characters.
func (c *ReClass) RunTo(text string, i, most int) int {
	for ; most > 0 && i < len(text) && c.has[text[i]]; most-- {
		i++
	}
	return i
}
