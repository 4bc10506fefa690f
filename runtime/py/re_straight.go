package py

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// Most patterns are straight: characters, repeated characters, groups, alternatives and optional parts one after another, none of which
// comes twice. They are matched by functions that call each other where there is more than one way to go on, so that nothing of an attempt
// is kept anywhere but on the goroutine's stack.

// straightRun is one attempt to match a straight pattern.
type straightRun struct {
	text   string
	caps   []int // byte offsets of the groups: start, end, or -1
	closed int   // the group that ended last
	steps  int   // how often it went another way
	full   bool  // the match must reach the end of the text

	from       int // where the attempt began
	notEmptyAt int // where an empty match does not count, or -1
}

// What forward gives where it gives no end of a match.
const (
	noMatch = -1
	stuck   = -2 // it takes too many steps; another way to match keeps a record of them
)

// straightSteps is when a run is stuck.
const straightSteps = 1 << 12

// isStraight reports whether the nodes from n on, up to stop, are those of a straight pattern.
func isStraight(n, stop *reNode) bool {
	for ; n != nil && n != stop; n = n.next {
		switch n.op {
		case reBack, reCond, reLook, reAtomic, rePossess:
			return false
		case reAlt:
			for _, a := range n.alts {
				if !isStraight(a, n.next) {
					return false
				}
			}
		case reLoop:
			if n.max != 1 || n.lazy || !isStraight(n.body, n) {
				return false
			}
		}
	}
	return true
}

// forward matches the nodes from n on at offset i, and gives where the match ends.
func (s *straightRun) forward(n *reNode, i int) int {
	text := s.text
	for ; ; n = n.next {
		switch n.op {
		case reEnd:
			if s.full && i != len(text) || i == s.from && i == s.notEmptyAt {
				return noMatch
			}
			return i
		case reByte:
			if i >= len(text) || text[i] != n.text[0] {
				return noMatch
			}
			i++
		case reText:
			if !n.begins(text, i) {
				return noMatch
			}
			i += len(n.text)
		case reChar, reSet:
			size := n.one(text, i)
			if size == 0 {
				return noMatch
			}
			i += size
		case reSpan:
			end, count := n.body.body.run(text, i, n.body.max)
			if count < n.body.min {
				return noMatch
			}
			s.caps[2*n.group], s.caps[2*n.group+1], s.closed = i, end, n.group
			i = end
		case reRepeat:
			if !n.sure {
				return s.ways(n, i)
			}
			end, count := n.body.run(text, i, n.max)
			if count < n.min {
				return noMatch
			}
			i = end
		case reOpen:
			s.caps[2*n.group] = i
			if n.undo {
				return s.orUndo(n, i, s.closed)
			}
		case reClose:
			s.caps[2*n.group+1] = i
			closed := s.closed
			s.closed = n.group
			if n.undo {
				return s.orUndo(n, i, closed)
			}
		case reAlt:
			return s.alternatives(n, i)
		case reLoopIn:
			if end := s.optional(n.next, i); end != noMatch || n.next.min > 0 {
				return end
			}
			n = n.next
		case reLoop: // the optional part is over
		default:
			if !n.assert(text, i) {
				return noMatch
			}
		}
	}
}

// begins reports whether the node's text is at i.
func (n *reNode) begins(text string, i int) bool {
	if n.mask != 0 && i+8 <= len(text) {
		return (eightBytes(text, i)^n.head)&n.mask == 0
	}
	return strings.HasPrefix(text[i:], n.text)
}

// orUndo goes on behind the beginning or the end of a group; if that leads nowhere, the group took no part.
func (s *straightRun) orUndo(n *reNode, i, closed int) int {
	end := s.forward(n.next, i)
	if end < 0 {
		s.caps[2*n.group], s.caps[2*n.group+1], s.closed = -1, -1, closed
	}
	return end
}

// another counts a step; it reports whether there were too many.
func (s *straightRun) another() bool {
	s.steps++
	return s.steps > straightSteps
}

// alternatives tries one after the other.
func (s *straightRun) alternatives(n *reNode, i int) int {
	for k, a := range n.alts {
		if !n.each[k].at(s.text, i) {
			continue
		}
		if end := s.forward(a, i); end != noMatch {
			return end
		}
		if s.another() {
			return stuck
		}
	}
	return noMatch
}

// optional is a match with the part that may be missing.
func (s *straightRun) optional(head *reNode, i int) int {
	if head.min == 0 && !head.starts.at(s.text, i) {
		return noMatch
	}
	end := s.forward(head.body, i)
	if end == noMatch && s.another() {
		return stuck
	}
	return end
}

// ways tries all lengths that a repetition may have.
func (s *straightRun) ways(n *reNode, i int) int {
	i, count := n.body.run(s.text, i, n.min)
	switch {
	case count < n.min:
		return noMatch
	case n.lazy:
		return s.lazyWays(n, i, count)
	}
	more := -1
	if n.max >= 0 {
		more = n.max - n.min
	}
	end, _ := n.body.run(s.text, i, more)
	for {
		if n.starts.at(s.text, end) {
			if to := s.forward(n.next, end); to != noMatch {
				return to
			}
			if s.another() {
				return stuck
			}
		}
		if end == i {
			return noMatch
		}
		for end--; end > i && !utf8.RuneStart(s.text[end]); end-- {
		}
	}
}

func (s *straightRun) lazyWays(n *reNode, i, count int) int {
	for {
		if n.starts.at(s.text, i) {
			if to := s.forward(n.next, i); to != noMatch {
				return to
			}
			if s.another() {
				return stuck
			}
		}
		size := 0
		if n.max < 0 || count < n.max {
			size = n.body.one(s.text, i)
		}
		if size == 0 {
			return noMatch
		}
		i += size
		count++
	}
}

// one reports the length of the character at i that n accepts, or 0.
func (n *reNode) one(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	if test := n.bytes[text[i]]; test != byteAsk {
		return int(test)
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	if n.accepts(r) {
		return size
	}
	return 0
}

// run passes at most so many characters that n accepts, any number if most < 0, and tells how many there were.
func (n *reNode) run(text string, i, most int) (end, count int) {
	stop := len(text)
	if most >= 0 && most < stop-i {
		stop = i + most
	}
	start := i
	if n.bulk.any {
		if i = n.bulk.pass(text, i, stop); i+8 > len(text) && i < stop && len(text) >= 8 {
			i = n.bulk.passLast(text, i, stop)
		}
	}
	tests := n.bytes
	for i < stop && tests[text[i]] == byteIn {
		i++
	}
	if i == stop || tests[text[i]] == byteOut {
		return i, i - start
	}
	return n.runOn(text, i, most, i-start)
}

// runOn is run from a character of more than one byte on.
func (n *reNode) runOn(text string, i, most, count int) (int, int) {
	for ; count != most; count++ {
		size := n.one(text, i)
		if size == 0 {
			break
		}
		i += size
	}
	return i, count
}

// byteRange is the longest range of bytes that a node accepts as whole characters, of which eight are tested at once.
type byteRange struct {
	any       bool
	low, over uint64 // in each byte: the first one; and what makes those beyond the last one at least 128
}

// leastRange is how many bytes must be in a range for a test of eight to find more than one of them, mostly.
const leastRange = 20

func bulkOf(tests *byteTests) (out byteRange) {
	best, from := leastRange-1, 0
	for b := range utf8.RuneSelf {
		if tests[b] != byteIn {
			from = b + 1
			continue
		}
		if b-from >= best {
			best = b - from
			out = byteRange{true, eachByte * uint64(from), eachByte * uint64(utf8.RuneSelf-1-b)}
		}
	}
	return out
}

// eachByte has a 1 in each byte.
const eachByte = 0x0101010101010101

// pass is where the bytes of the range that begin at i end, as far as there are eight to look at.
func (r *byteRange) pass(text string, i, stop int) int {
	b := unsafe.Slice(unsafe.StringData(text), len(text))
	for ; i+8 <= stop; i += 8 {
		x := binary.LittleEndian.Uint64(b[i:])
		below := ^((x | topBits) - r.low)
		beyond := x&^topBits + r.over
		if outside := (x | below | beyond) & topBits; outside != 0 {
			return i + bits.TrailingZeros64(outside)/8
		}
	}
	return i
}

// passLast is pass for less than eight bytes at the end of a text, which are looked at with some of those before them.
func (r *byteRange) passLast(text string, i, stop int) int {
	left := 8 * uint(len(text)-i) // bits
	x := eightBytes(text, len(text)-8) >> ((64 - left) & 63)
	below := ^((x | topBits) - r.low)
	beyond := x&^topBits + r.over
	outside := (x|below|beyond)&topBits | 0x80<<(left&63) // there the text ends
	return min(i+bits.TrailingZeros64(outside)/8, stop)
}

// eightBytes are those of a text from i on. It has so many.
func eightBytes(text string, i int) uint64 {
	return binary.LittleEndian.Uint64(unsafe.Slice(unsafe.StringData(text), len(text))[i:])
}
