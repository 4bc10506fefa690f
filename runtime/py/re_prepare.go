package py

import (
	"encoding/binary"
	"slices"
	"unicode/utf8"
)

// byteTests says of each byte whether a character that begins with it passes a test.
type byteTests [256]uint8

const (
	byteOut = 0 // it does not
	byteIn  = 1 // it does, and is the whole character
	byteAsk = 2 // the whole character decides
)

// startSet is what a part of a pattern can begin with: it matches at no other byte, and at the end of the text only
// if it may be empty there.
type startSet struct {
	bytes [256]bool
	end   bool
}

// at reports whether the part may match at i.
func (f *startSet) at(text string, i int) bool {
	if i < len(text) {
		return f.bytes[text[i]]
	}
	return f.end
}

// prepare finds out what the nodes of a pattern need to know of each other.
func (p *Pattern) prepare() {
	prep := &rePreparer{seen: map[*reNode]bool{}, sure: map[int]bool{}}
	prep.chain(p.start, nil, false)
	p.whole = len(prep.sure) == p.groups
	p.starts = startsOf(p.start)
	n := p.start
	for n.op == reOpen {
		n = n.next
	}
	p.anchored = n.op == reBegin
	p.straight = isStraight(p.start, nil)
}

type rePreparer struct {
	seen map[*reNode]bool
	sure map[int]bool // groups that are in no part that may be left out
}

// chain prepares the nodes from n on, up to stop. undo tells that the match may come back to a point before them and
// go another way, so that groups must be what they were.
func (p *rePreparer) chain(n, stop *reNode, undo bool) {
	var spans []*reNode
	defer func() {
		for _, n := range spans {
			n.span()
		}
	}()
	for ; n != nil && n != stop && !p.seen[n]; n = n.next {
		p.seen[n] = true
		n.undo = undo
		switch n.op {
		case reChar, reSet:
			n.bytes = testsOf(n)
			n.merge(stop)
		case reRepeat:
			n.body.bytes = testsOf(n.body)
			n.body.bulk = bulkOf(n.body.bytes)
			n.starts = startsOf(n.next)
			n.sure = n.sure || !n.lazy && (n.max == n.min || isEnd(n.next) || n.body.bytes.apart(n.starts))
		case reAlt:
			for _, a := range n.alts {
				n.each = append(n.each, startsOf(a))
				p.chain(a, n.next, true)
			}
		case reCond:
			for _, a := range n.alts {
				p.chain(a, n.next, true)
			}
		case reAtomic, rePossess:
			p.chain(n.body, nil, true)
		case reOpen:
			spans = append(spans, n)
			if !undo {
				p.sure[n.group] = true
			}
		case reLoop:
			n.starts = startsOf(n.body)
			p.chain(n.body, n, true)
		case reLook:
			p.chain(n.body, nil, true)
		}
	}
}

// merge makes one node of a character and those that follow it.
func (n *reNode) merge(stop *reNode) {
	if n.op != reChar || n.fold.ignore {
		return
	}
	text := []rune{n.r}
	next := n.next
	for next != stop && next.op == reChar && !next.fold.ignore {
		text = append(text, next.r)
		next = next.next
	}
	n.op, n.text, n.next = reText, string(text), next
	if len(n.text) == 1 {
		n.op = reByte
	}
	if len(n.text) <= 8 {
		var eight [8]byte
		copy(eight[:], n.text)
		n.head, n.mask = binary.LittleEndian.Uint64(eight[:]), ^uint64(0)>>(64-8*len(n.text))
	}
}

// span makes one node of a group that is only a repetition which gives nothing back.
func (n *reNode) span() {
	if r := n.next; n.op == reOpen && !n.undo && r.op == reRepeat && r.sure && r.next.op == reClose {
		n.op, n.body, n.next = reSpan, r, r.next.next
	}
}

// isEnd reports whether nothing follows: a greedy repetition before it cannot do better with less.
func isEnd(n *reNode) bool {
	for n.op == reOpen || n.op == reClose {
		n = n.next
	}
	return n.op == reEnd
}

// testsOf is the test of a node for one character.
func testsOf(n *reNode) *byteTests {
	t := &byteTests{}
	var lead [utf8.UTFMax]byte
	utf8.EncodeRune(lead[:], n.r)
	for b := range t {
		r := rune(b)
		switch {
		case b >= utf8.RuneSelf && (n.op == reSet && !n.ascii || n.op == reChar && (n.fold.ignore || lead[0] == byte(b))):
			t[b] = byteAsk
		case b >= utf8.RuneSelf:
		case n.accepts(r):
			t[b] = byteIn
		}
	}
	return t
}

// apart reports whether no character that passes can begin what f is of.
func (t *byteTests) apart(f *startSet) bool {
	for b, test := range t {
		if test != byteOut && f.bytes[b] {
			return false
		}
	}
	return true
}

// startsOf is what the part from n on can begin with.
func startsOf(n *reNode) *startSet {
	f := &startSet{}
	f.add(n, nil)
	return f
}

// add adds what the part from n on can begin with, unless it was reached before.
func (f *startSet) add(n *reNode, seen []*reNode) {
	for !slices.Contains(seen, n) {
		seen = append(seen, n)
		switch n.op {
		case reByte, reText:
			f.bytes[n.text[0]] = true
			return
		case reChar, reSet:
			f.tests(testsOf(n))
			return
		case reRepeat:
			f.tests(testsOf(n.body))
			if n.min > 0 {
				return
			}
		case reSpan:
			f.tests(testsOf(n.body.body))
			if n.body.min > 0 {
				return
			}
		case reAlt, reCond:
			for _, a := range n.alts {
				f.add(a, seen)
			}
			return
		case reAtomic, rePossess:
			f.add(n.body, seen)
			if n.op == reAtomic || n.min > 0 {
				return
			}
		case reLoopIn:
			if n.next.min > 0 {
				n = n.next.body
				continue
			}
		case reLoop:
			f.add(n.body, seen)
		case reTail, reLineTail, reVeryEnd:
			rest := &startSet{}
			rest.add(n.next, seen)
			f.end = f.end || rest.end
			if n.op != reVeryEnd {
				f.bytes['\n'] = f.bytes['\n'] || rest.bytes['\n']
			}
			return
		case reEnd, reBack:
			for b := range f.bytes {
				f.bytes[b] = true
			}
			f.end = true
			return
		}
		n = n.next
	}
}

func (f *startSet) tests(t *byteTests) {
	for b, test := range t {
		f.bytes[b] = f.bytes[b] || test != byteOut
	}
}
