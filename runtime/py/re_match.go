package py

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// reState is one attempt to match a pattern: by backtracking, as CPython does it, so that the
// first alternative that leads to a match wins.
type reState struct {
	text   string
	starts []int // where a group that is open began
	caps   []int // byte offsets of the groups: start, end, or -1
	counts []int // iterations of the loops
	lasts  []int // where the last iteration of a loop began
	end    int
	full   bool // the match must reach the end of the text
	target int  // where a look-behind must end; -1 in the pattern itself, -2 in a look-ahead

	from       int // where the attempt began
	notEmptyAt int // where an empty match does not count, or -1
}

func (s *reState) reset() {
	for i := range s.caps {
		s.caps[i] = -1
	}
}

// at is the character at i and its length; 0 at the end.
func (s *reState) at(i int) (rune, int) {
	if i >= len(s.text) {
		return 0, 0
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.text[i:])
}

// one reports the length of the character at i that n accepts, or 0.
func (s *reState) one(n *reNode, i int) int {
	if i < len(s.text) && n.bytes[s.text[i]] != byteAsk {
		return int(n.bytes[s.text[i]])
	}
	r, size := s.at(i)
	switch {
	case size == 0:
		return 0
	case n.op == reSet:
		if n.set(r) {
			return size
		}
	case r == n.r || n.fold && sameFold(r, n.r):
		return size
	}
	return 0
}

func sameFold(a, b rune) bool {
	if unicode.ToLower(a) == b {
		return true
	}
	for f := unicode.SimpleFold(a); f != a; f = unicode.SimpleFold(f) {
		if f == b {
			return true
		}
	}
	return false
}

// match runs the nodes from n on at offset i.
func (s *reState) match(n *reNode, i int) bool {
	for {
		switch n.op {
		case reEnd:
			if s.target >= 0 && i != s.target ||
				s.target == -1 && (s.full && i != len(s.text) || i == s.from && i == s.notEmptyAt) {
				return false
			}
			s.end = i
			return true
		case reChar, reSet:
			if i < len(s.text) && n.bytes[s.text[i]] == byteIn {
				i++
				break
			}
			size := s.one(n, i)
			if size == 0 {
				return false
			}
			i += size
		case reAlt:
			last := s.lastWay(n, i)
			if last < 0 {
				return false
			}
			for k, a := range n.alts[:last] {
				if n.each[k].at(s.text, i) && s.match(a, i) {
					return true
				}
			}
			n = n.alts[last]
			continue
		case reSpan:
			end, count := s.run(n.body.body, i, n.body.max)
			if count < n.body.min {
				return false
			}
			s.caps[2*n.group], s.caps[2*n.group+1] = i, end
			i = end
		case reOpen:
			if n.undo {
				return s.open(n, i)
			}
			s.starts[n.group] = i
		case reClose:
			if n.undo {
				return s.close(n, i)
			}
			s.caps[2*n.group], s.caps[2*n.group+1] = s.starts[n.group], i
		case reByte:
			if i == len(s.text) || s.text[i] != n.text[0] {
				return false
			}
			i++
		case reText:
			if !strings.HasPrefix(s.text[i:], n.text) {
				return false
			}
			i += len(n.text)
		case reRepeat:
			if !n.sure {
				return s.repeat(n, i)
			}
			end, count := s.run(n.body, i, n.max)
			if count < n.min {
				return false
			}
			i = end
		case reLoopIn:
			count, last := s.counts[n.group], s.lasts[n.group]
			s.counts[n.group], s.lasts[n.group] = 0, -1
			if s.match(n.next, i) {
				return true
			}
			s.counts[n.group], s.lasts[n.group] = count, last
			return false
		case reLoop:
			if s.counts[n.group] < n.min || n.lazy || n.starts.at(s.text, i) {
				return s.loop(n, i)
			}
		case reBack:
			size, ok := s.back(n, i)
			if !ok {
				return false
			}
			i += size
		case reLook:
			if s.look(n, i) == n.not {
				return false
			}
		default:
			if !s.assertion(n, i) {
				return false
			}
		}
		n = n.next
	}
}

// lastWay is the last alternative that can begin at i, or -1.
func (s *reState) lastWay(n *reNode, i int) int {
	for k := len(n.alts) - 1; k >= 0; k-- {
		if n.each[k].at(s.text, i) {
			return k
		}
	}
	return -1
}

// open begins a group, or undoes that if what follows does not match.
func (s *reState) open(n *reNode, i int) bool {
	old := s.starts[n.group]
	s.starts[n.group] = i
	if s.match(n.next, i) {
		return true
	}
	s.starts[n.group] = old
	return false
}

// close ends a group, or undoes that.
func (s *reState) close(n *reNode, i int) bool {
	g := 2 * n.group
	lo, hi := s.caps[g], s.caps[g+1]
	s.caps[g], s.caps[g+1] = s.starts[n.group], i
	if s.match(n.next, i) {
		return true
	}
	s.caps[g], s.caps[g+1] = lo, hi
	return false
}

// assertion tests a position.
func (s *reState) assertion(n *reNode, i int) bool {
	end := len(s.text)
	switch n.op {
	case reBegin:
		return i == 0
	case reLineHead:
		return i == 0 || s.text[i-1] == '\n'
	case reTail:
		return i == end || i == end-1 && s.text[i] == '\n'
	case reLineTail:
		return i == end || s.text[i] == '\n'
	case reVeryEnd:
		return i == end
	}
	if end == 0 { // as CPython had it up to 3.13
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s.text[:i])
	after, _ := s.at(i)
	left := i > 0 && isWord(before, n.ascii)
	right := i < end && isWord(after, n.ascii)
	return (left != right) != n.not
}

// repeat matches one character over and over, and what follows.
func (s *reState) repeat(n *reNode, i int) bool {
	i, count := s.run(n.body, i, n.min)
	if count < n.min {
		return false
	}
	if n.lazy {
		return s.lazily(n, i)
	}
	least := i
	more := -1
	if n.max >= 0 {
		more = n.max - n.min
	}
	i, _ = s.run(n.body, i, more)
	for {
		if n.starts.at(s.text, i) && s.match(n.next, i) {
			return true
		}
		if i == least {
			return false
		}
		for i--; i > least && !utf8.RuneStart(s.text[i]); i-- {
		}
	}
}

// run passes at most so many characters that n accepts, any number if most < 0, and tells how many there were.
func (s *reState) run(n *reNode, i, most int) (end, count int) {
	text, tests := s.text, n.bytes
	stop := len(text)
	if most >= 0 && most < stop-i {
		stop = i + most
	}
	start := i
	for i < stop && tests[text[i]] == byteIn {
		i++
	}
	if i == stop || tests[text[i]] == byteOut {
		return i, i - start
	}
	return s.runOn(n, i, most, i-start)
}

// runOn is run from a character of more than one byte on.
func (s *reState) runOn(n *reNode, i, most, count int) (int, int) {
	for ; count != most; count++ {
		size := s.one(n, i)
		if size == 0 {
			break
		}
		i += size
	}
	return i, count
}

// lazily is a repetition that goes on only where what follows does not match.
func (s *reState) lazily(n *reNode, i int) bool {
	for count := n.min; ; count++ {
		if n.starts.at(s.text, i) && s.match(n.next, i) {
			return true
		}
		size := 0
		if n.max < 0 || count < n.max {
			size = s.one(n.body, i)
		}
		if size == 0 {
			return false
		}
		i += size
	}
}

// loop is at the head of a loop, before an iteration or its end.
func (s *reState) loop(n *reNode, i int) bool {
	count, last := s.counts[n.group], s.lasts[n.group]
	again := func() bool {
		s.counts[n.group], s.lasts[n.group] = count+1, i
		if s.match(n.body, i) {
			return true
		}
		s.counts[n.group], s.lasts[n.group] = count, last
		return false
	}
	if count < n.min {
		return again()
	}
	more := (n.max < 0 || count < n.max) && i != last
	if n.lazy {
		return s.match(n.next, i) || more && again()
	}
	return more && again() || s.match(n.next, i)
}

// back is the length of a group's text at i.
func (s *reState) back(n *reNode, i int) (int, bool) {
	lo, hi := s.caps[2*n.group], s.caps[2*n.group+1]
	if lo < 0 {
		return 0, false
	}
	want := s.text[lo:hi]
	if i+len(want) > len(s.text) {
		return 0, false
	}
	have := s.text[i : i+len(want)]
	return len(want), have == want || n.fold && strings.EqualFold(have, want)
}

// look tests a look-around.
func (s *reState) look(n *reNode, i int) bool {
	target, from := -2, i
	if n.behind >= 0 {
		target = i
		for range n.behind {
			if from == 0 {
				return false
			}
			_, size := utf8.DecodeLastRuneInString(s.text[:from])
			from -= size
		}
	}
	saved, end := s.target, s.end
	s.target = target
	ok := s.match(n.body, from)
	s.target, s.end = saved, end
	return ok
}
