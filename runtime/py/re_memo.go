package py

// A pattern such as (a+)+$ has exponentially many ways to match a text. After many steps a match goes on with a record of where it
// has been: a node that was reached at a place with the same state of the loops around it has nothing new to try. So every pattern
// without backreferences takes time in proportion to the text, whatever it is; others end with an error.

const (
	firstSteps = 1 << 16 // and so many for each byte of the text, before the record is made
	perByte    = 32
	lastSteps  = 1 << 24 // after that
	memoSize   = 1 << 23 // entries
)

// reMemo is the record of a match.
type reMemo struct {
	pattern *Pattern
	been    map[rePlace]struct{}
}

// rePlace is a node at an offset, with the state of the loops around it in one number.
type rePlace struct {
	node, at int32
	loops    uint64
}

func newMemo(p *Pattern) *reMemo { return &reMemo{p, map[rePlace]struct{}{}} }

// tooMany is called when the steps are used up: for the first time to make the record, if there can be one.
func (s *reState) tooMany() {
	if s.last {
		throwf(TimeoutError, "the regular expression %s takes too many steps on a text of %d characters", Repr(s.pat.source), StrLen(s.text))
	}
	s.last = true
	s.limit += lastSteps + perByte*len(s.text)
	if !s.pat.refers {
		s.memo = newMemo(s.pat)
	}
}

// seen reports whether the node was reached at i before, with the same state of the loops around it. It records that it was.
func (s *reState) seen(n *reNode, i int) bool {
	loops, ok := s.loopState(n, i)
	if !ok || len(s.memo.been) >= memoSize {
		return false
	}
	place := rePlace{int32(n.id), int32(i), loops}
	if _, ok := s.memo.been[place]; ok {
		return true
	}
	s.memo.been[place] = struct{}{}
	return false
}

// loopState is the state of the loops around a node as far as it matters: how many iterations there were, up to the number from which
// on they make no difference, and whether the last one began here. ok is false if that does not fit a number.
func (s *reState) loopState(n *reNode, i int) (state uint64, ok bool) {
	state = 1
	for _, head := range n.around {
		most := uint64(head.min)
		if head.max >= 0 {
			most = uint64(head.max)
		}
		if state > 1<<62/(2*most+2) {
			return 0, false
		}
		state = state*(most+1) + min(uint64(s.counts[head.group]), most)
		state = state*2 + uint64(boolInt(s.lasts[head.group] == i))
	}
	return state, true
}
