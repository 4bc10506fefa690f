package core

// segments is a list that grows by pieces, so that no element is ever copied, and memory never holds it twice.
type segments[E any] struct {
	segs []*[segmentSize]E
	n    int
}

const segmentSize = 256

func (s *segments[E]) at(i int) *E { return &s.segs[uint(i)/segmentSize][uint(i)%segmentSize] }

// add appends an empty element.
func (s *segments[E]) add() *E {
	if s.n == len(s.segs)*segmentSize {
		s.segs = append(s.segs, new([segmentSize]E))
	}
	s.n++
	return s.at(s.n - 1)
}

// truncate drops all elements but the first n.
func truncate[E any](s *segments[E], n int) {
	used := (n + segmentSize - 1) / segmentSize
	clear(s.segs[used:])
	s.segs, s.n = s.segs[:used], n
	if rest := n % segmentSize; rest > 0 {
		clear(s.segs[used-1][rest:])
	}
}
