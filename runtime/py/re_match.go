package py

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// reState is one attempt to match a pattern: by backtracking, as CPython does it, so that the
// first alternative that leads to a match wins. What is left to try is kept on a stack of its own, as the Go
// stack has a limit that a long text would reach.
type reState struct {
	text   string
	starts []int // where a group that is open began
	caps   []int // byte offsets of the groups: start, end, or -1
	counts []int // iterations of the loops
	lasts  []int // where the last iteration of a loop began
	closed int   // the group that ended last
	end    int
	full   bool // the match must reach the end of the text
	target int  // where a look-behind must end; -1 in the pattern itself, -2 in another part that is matched by itself

	from       int // where the attempt began
	notEmptyAt int // where an empty match does not count, or -1

	stack []reFrame
	room  *reRoom // where it lies
	steps int     // how often it went back
	limit int     // when it has to look for another way
	last  bool    // it did: this is the last limit
	memo  *reMemo
	pat   *Pattern
}

// reFrame is something to go back to: another way to go on at n, or what a group or loop was.
type reFrame struct {
	kind reFrameKind
	n    *reNode
	i    int // where to go on
	a, b int
}

type reFrameKind uint8

const (
	frameAlt     reFrameKind = iota // the alternatives of n from a on
	frameGreedy                     // a repetition that took up to b, at least up to i
	frameLazy                       // a repetition that took a characters up to i
	frameLoop                       // a greedy loop: what follows it; its state was a, b
	frameLazyOne                    // a lazy loop: another iteration
	frameStart                      // the start of a group was a
	frameGroup                      // a group was from a to b, and the last one closed i
	frameCounter                    // the state of a loop was a, b
)

// reRoom is room for a state, for what it needs mostly.
type reRoom struct {
	state  reState
	ints   [48]int
	frames [32]reFrame
}

// stateRooms are those that no match uses.
var stateRooms = sync.Pool{New: func() any { return new(reRoom) }}

// release gives the room back.
func (s *reState) release() {
	s.text, s.memo = "", nil
	stateRooms.Put(s.room)
}

func (s *reState) reset() {
	for i := range s.caps {
		s.caps[i] = -1
	}
	s.closed = 0
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

// accepts reports whether a node of one character is r.
func (n *reNode) accepts(r rune) bool {
	switch {
	case n.op == reSet:
		return n.set(r)
	case n.fold.ignore:
		return n.fold.equal(r, n.same)
	}
	return r == n.r
}

// match runs the nodes from n on at offset i, and goes back as long as there is something to go back to.
func (s *reState) match(n *reNode, i int) bool {
	base := len(s.stack)
	for {
		if s.forward(n, i) {
			return true
		}
		if n, i = s.back(base); n == nil {
			return false
		}
	}
}

// cut forgets the other ways since base, but not what groups and loops were before.
func (s *reState) cut(base int) {
	kept := s.stack[:base]
	for _, f := range s.stack[base:] {
		if f.kind >= frameStart {
			kept = append(kept, f)
		}
	}
	s.stack = kept
}

// undo goes back to base without trying another way.
func (s *reState) undo(base int) {
	for len(s.stack) > base {
		f := s.stack[len(s.stack)-1]
		s.stack = s.stack[:len(s.stack)-1]
		switch f.kind {
		case frameLoop, frameLazyOne:
			s.counts[f.n.group], s.lasts[f.n.group] = f.a, f.b
		default:
			s.restore(f)
		}
	}
}

// restore gives a group or loop its old state.
func (s *reState) restore(f reFrame) {
	switch f.kind {
	case frameStart:
		s.starts[f.n.group] = f.a
	case frameGroup:
		s.caps[2*f.n.group], s.caps[2*f.n.group+1], s.closed = f.a, f.b, f.i
	case frameCounter:
		s.counts[f.n.group], s.lasts[f.n.group] = f.a, f.b
	}
}

func (s *reState) push(kind reFrameKind, n *reNode, i, a, b int) {
	s.stack = append(s.stack, reFrame{kind, n, i, a, b})
}

// back is the way to try next: a node and where; nil if there is none above base.
func (s *reState) back(base int) (*reNode, int) {
	for len(s.stack) > base {
		top := len(s.stack) - 1
		f := s.stack[top]
		n := f.n
		switch f.kind {
		case frameAlt:
			if s.steps++; s.steps > s.limit {
				s.tooMany()
			}
			k := f.a
			for k < len(n.alts)-1 && !n.each[k].at(s.text, f.i) {
				k++
			}
			if last := s.lastWay(n, f.i); k >= last {
				s.stack = s.stack[:top]
				if k > last {
					continue
				}
			} else {
				s.stack[top].a = k + 1
			}
			return n.alts[k], f.i
		case frameGreedy:
			if s.steps++; s.steps > s.limit {
				s.tooMany()
			}
			if i, ok := s.shorter(n, f.i, f.b); ok {
				s.stack[top].b = i
				return n.next, i
			}
		case frameLazy:
			if s.steps++; s.steps > s.limit {
				s.tooMany()
			}
			if i, count, ok := s.longer(n, f.i, f.a); ok {
				s.stack[top].i, s.stack[top].a = i, count
				return n.next, i
			}
		case frameLoop:
			if s.steps++; s.steps > s.limit {
				s.tooMany()
			}
			s.stack = s.stack[:top]
			s.counts[n.group], s.lasts[n.group] = f.a, f.b
			return n.next, f.i
		case frameLazyOne:
			if s.steps++; s.steps > s.limit {
				s.tooMany()
			}
			s.stack[top].kind = frameCounter
			s.counts[n.group], s.lasts[n.group] = f.a+1, f.i
			return n.body, f.i
		default:
			s.restore(f)
		}
		s.stack = s.stack[:top]
	}
	return nil, 0
}

// shorter takes characters off a greedy repetition that ends at end, down to least, until what follows may begin.
func (s *reState) shorter(n *reNode, least, end int) (int, bool) {
	for end > least {
		for end--; end > least && !utf8.RuneStart(s.text[end]); end-- {
		}
		if n.starts.at(s.text, end) {
			return end, true
		}
	}
	return 0, false
}

// longer adds characters to a lazy repetition until what follows may begin.
func (s *reState) longer(n *reNode, i, count int) (int, int, bool) {
	for n.max < 0 || count < n.max {
		size := n.body.one(s.text, i)
		if size == 0 {
			break
		}
		i += size
		count++
		if n.starts.at(s.text, i) {
			return i, count, true
		}
	}
	return 0, 0, false
}

// forward runs nodes until the end, which is true, or until one does not match.
func (s *reState) forward(n *reNode, i int) bool {
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
			size := n.one(s.text, i)
			if size == 0 {
				return false
			}
			i += size
		case reAlt:
			first := s.firstWay(n, i)
			if first < 0 || s.memo != nil && s.seen(n, i) {
				return false
			}
			if first < s.lastWay(n, i) {
				s.push(frameAlt, n, i, first+1, 0)
			}
			n = n.alts[first]
			continue
		case reSpan:
			end, count := n.body.body.run(s.text, i, n.body.max)
			if count < n.body.min {
				return false
			}
			s.caps[2*n.group], s.caps[2*n.group+1], s.closed = i, end, n.group
			i = end
		case reOpen:
			if n.undo {
				s.push(frameStart, n, 0, s.starts[n.group], 0)
			}
			s.starts[n.group] = i
		case reClose:
			if n.undo {
				s.push(frameGroup, n, s.closed, s.caps[2*n.group], s.caps[2*n.group+1])
			}
			s.caps[2*n.group], s.caps[2*n.group+1], s.closed = s.starts[n.group], i, n.group
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
			end, ok := s.repeat(n, i)
			if !ok {
				return false
			}
			i = end
		case reLoopIn:
			s.push(frameCounter, n, 0, s.counts[n.group], s.lasts[n.group])
			s.counts[n.group], s.lasts[n.group] = 0, -1
		case reLoop:
			again, ok := s.loop(n, i)
			if !ok {
				return false
			}
			if again {
				n = n.body
				continue
			}
		case reBack:
			size, ok := s.reference(n, i)
			if !ok {
				return false
			}
			i += size
		case reCond:
			n = n.alts[boolInt(s.caps[2*n.group+1] < 0)]
			continue
		case reLook:
			if s.look(n, i) == n.not {
				return false
			}
		case reAtomic:
			if !s.part(n.body, i, -2) {
				return false
			}
			i = s.end
		case rePossess:
			if !s.possess(n, i) {
				return false
			}
			i = s.end
		default:
			if !n.assert(s.text, i) {
				return false
			}
		}
		n = n.next
	}
}

// firstWay is the first alternative that can begin at i, or -1.
func (s *reState) firstWay(n *reNode, i int) int {
	for k, f := range n.each {
		if f.at(s.text, i) {
			return k
		}
	}
	return -1
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

// assert tests a position.
func (n *reNode) assert(text string, i int) bool {
	end := len(text)
	switch n.op {
	case reBegin:
		return i == 0
	case reLineHead:
		return i == 0 || text[i-1] == '\n'
	case reTail:
		return i == end || i == end-1 && text[i] == '\n'
	case reLineTail:
		return i == end || text[i] == '\n'
	case reVeryEnd:
		return i == end
	}
	if end == 0 { // as CPython had it up to 3.13
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i:])
	left := i > 0 && isWord(before, n.ascii)
	right := i < end && isWord(after, n.ascii)
	return (left != right) != n.not
}

// repeat matches one character over and over, and tells where to go on.
func (s *reState) repeat(n *reNode, i int) (int, bool) {
	if n.sure {
		end, count := n.body.run(s.text, i, n.max)
		return end, count >= n.min
	}
	i, count := n.body.run(s.text, i, n.min)
	if count < n.min || s.memo != nil && s.seen(n, i) {
		return 0, false
	}
	if n.lazy {
		if n.starts.at(s.text, i) {
			s.push(frameLazy, n, i, count, 0)
			return i, true
		}
		end, count, ok := s.longer(n, i, count)
		if ok {
			s.push(frameLazy, n, end, count, 0)
		}
		return end, ok
	}
	least, more := i, -1
	if n.max >= 0 {
		more = n.max - n.min
	}
	i, _ = n.body.run(s.text, i, more)
	if n.starts.at(s.text, i) {
		if i > least {
			s.push(frameGreedy, n, least, 0, i)
		}
		return i, true
	}
	end, ok := s.shorter(n, least, i)
	if ok && end > least {
		s.push(frameGreedy, n, least, 0, end)
	}
	return end, ok
}

// loop is at the head of a loop: it goes on with an iteration, or with what follows. ok is false where neither can be.
func (s *reState) loop(n *reNode, i int) (again, ok bool) {
	count, last := s.counts[n.group], s.lasts[n.group]
	if count < n.min {
		s.push(frameCounter, n, 0, count, last)
		s.counts[n.group] = count + 1
		return true, true
	}
	if s.memo != nil && s.seen(n, i) {
		return false, false
	}
	more := (n.max < 0 || count < n.max) && i != last && n.starts.at(s.text, i)
	if !more {
		return false, true
	}
	if n.lazy {
		s.push(frameLazyOne, n, i, count, last)
		return false, true
	}
	s.push(frameLoop, n, i, count, last)
	s.counts[n.group], s.lasts[n.group] = count+1, i
	return true, true
}

// reference is the length of a group's text at i.
func (s *reState) reference(n *reNode, i int) (int, bool) {
	lo, hi := s.caps[2*n.group], s.caps[2*n.group+1]
	if lo < 0 || hi < lo {
		return 0, false
	}
	want := s.text[lo:hi]
	if !n.fold.ignore {
		return len(want), strings.HasPrefix(s.text[i:], want)
	}
	start := i
	for _, w := range want {
		r, size := s.at(i)
		if size == 0 || n.fold.lower(r) != n.fold.lower(w) {
			return 0, false
		}
		i += size
	}
	return i - start, true
}

// look tests a look-around. What groups of a positive one matched stays.
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
	base := len(s.stack)
	ok := s.part(n.body, from, target)
	if ok && n.not {
		s.undo(base)
	}
	return ok
}

// possess matches a part over and over.
func (s *reState) possess(n *reNode, i int) bool {
	last := -1
	for count := 0; n.max < 0 || count < n.max; count++ {
		if i == last || !s.part(n.body, i, -2) {
			if count < n.min {
				return false
			}
			break
		}
		if count >= n.min {
			last = i
		}
		i = s.end
	}
	s.end = i
	return true
}

// part matches nodes by themselves: their first match, or none.
func (s *reState) part(n *reNode, i, target int) bool {
	outer, memo, end := s.target, s.memo, s.end
	s.target = target
	if memo != nil {
		s.memo = newMemo(memo.pattern)
	}
	base := len(s.stack)
	ok := s.match(n, i)
	s.target, s.memo = outer, memo
	if ok {
		s.cut(base)
	} else {
		s.end = end
	}
	return ok
}
