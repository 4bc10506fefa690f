package core

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// pieceSize is the size in bytes of the pieces that text is cut into, to be worked on by several goroutines. Each gets
// leastPieces or more: with less, it would take longer to fill and merge a table of its own than it saves.
var (
	pieceSize   = 2 << 20
	leastPieces = 4
)

// SetPieces sets how long the pieces are that text is cut into, in bytes, and how many a goroutine gets at least. It never changes a
// result: tests make small texts to be worked on as big ones are. It must not be called while a job runs.
func SetPieces(size, least int) { pieceSize, leastPieces = size, least }

var workerCount atomic.Int32

// SetWorkers sets how many goroutines work on the pieces of a text; 0, the default, is GOMAXPROCS. It never
// changes a result.
func SetWorkers(n int) { workerCount.Store(int32(n)) }

func numWorkers() int {
	if n := int(workerCount.Load()); n > 0 {
		return n
	}
	return runtime.GOMAXPROCS(0)
}

// ahead combines text by a stage and a merge function that have no effects, and of which the second is associative. So all partitions
// go into one table, big ones in pieces and several at a time; the tables of the goroutines are merged in the order of the text, and
// keys come in the order in which they are first seen in it, whatever ran first.
type ahead[In, K, V any] struct {
	stage  func(Part[In], *Combiner[K, V])
	merge  func(V, V) V
	pieces []textSource
	reuse  bool // nothing that is kept is a view of the text

	mu     sync.Mutex
	shares []*share[K, V] // in the order of the text
	failed atomic.Bool
}

// share is a run of consecutive pieces that one goroutine combines into one table.
type share[K, V any] struct {
	next, end int
	c         *Combiner[K, V]
}

// combineAhead combines all partitions of in, if they are text; else, and if anything is raised, it gives nil: then they have to be
// combined one after the other, as they would be with effects.
func combineAhead[In, K, V any](in *RDD[In], stage func(Part[In], *Combiner[K, V]), merge func(V, V) V) *Combiner[K, V] {
	a := &ahead[In, K, V]{stage: stage, merge: merge, reuse: plain((*V)(nil)) && NewCombiner[K, V]().kind != objKey}
	n := numWorkers()
	for i := range in.NumPartitions() {
		p := in.Compute(i)
		switch {
		case p.text == nil:
			return nil
		case n > 1:
			a.pieces = append(a.pieces, p.text.pieces(pieceSize)...)
		default:
			a.pieces = append(a.pieces, p.text)
		}
	}
	n = min(n, len(a.pieces)/leastPieces)
	if len(a.pieces) == 0 {
		return NewCombiner[K, V]()
	}
	n = max(n, 1)
	for w := range n {
		a.shares = append(a.shares, &share[K, V]{next: w * len(a.pieces) / n, end: (w + 1) * len(a.pieces) / n})
	}
	var workers sync.WaitGroup
	shares := slices.Clone(a.shares) // who is done first adds to them before all have begun
	for _, s := range shares[1:] {
		workers.Go(func() { a.work(s) })
	}
	a.work(shares[0])
	workers.Wait()
	if a.failed.Load() {
		return nil
	}
	return a.merged()
}

// merged is all tables as one, or nil if anything is raised.
func (a *ahead[In, K, V]) merged() (total *Combiner[K, V]) {
	defer func() {
		if recover() != nil {
			total = nil
		}
	}()
	parts := make([]*Combiner[K, V], len(a.shares))
	for i, s := range a.shares {
		parts[i], s.c = s.c, nil
	}
	return mergedAhead(parts, a.merge)
}

// readMemory is what files are read into, batch after batch.
var readMemory = sync.Pool{New: func() any { return new([]byte) }}

// withMemory calls read with such memory. No generic function mentions the pool, or programs compiled what it consists of.
func withMemory(read func(memory *[]byte)) {
	memory := readMemory.Get().(*[]byte)
	defer readMemory.Put(memory)
	read(memory)
}

// work combines a share and, when that is done, half of what is left of another one.
func (a *ahead[In, K, V]) work(s *share[K, V]) {
	defer func() {
		if recover() != nil {
			a.failed.Store(true)
		}
	}()
	withMemory(func(memory *[]byte) {
		for ; s != nil; s = a.steal() {
			s.c = newAhead[K, V]()
			for i := a.take(s); i >= 0; i = a.take(s) {
				a.piece(a.pieces[i], s.c, memory)
			}
		}
	})
}

// piece combines a piece, block by block.
func (a *ahead[In, K, V]) piece(text textSource, c *Combiner[K, V], memory *[]byte) {
	if !a.reuse {
		memory = nil
	}
	text.blocks(memory, func(b Block) bool {
		a.stage(Part[In]{text: blockList{b}}, c)
		c.catchUp(a.merge)
		if c.holds && memory != nil {
			*memory = nil
		}
		return !a.failed.Load()
	})
}

// take is the next piece of a share, or -1.
func (a *ahead[In, K, V]) take(s *share[K, V]) int {
	a.mu.Lock()
	defer a.mu.Unlock()
	if s.next >= s.end || a.failed.Load() {
		return -1
	}
	s.next++
	return s.next - 1
}

// steal makes a share of the second half of what is left of the largest one.
func (a *ahead[In, K, V]) steal() *share[K, V] {
	a.mu.Lock()
	defer a.mu.Unlock()
	most, at := 1, -1
	for i, s := range a.shares {
		if left := s.end - s.next; left > most {
			most, at = left, i
		}
	}
	if at < 0 {
		return nil
	}
	from := a.shares[at]
	half := from.end - most/2
	s := &share[K, V]{next: half, end: from.end}
	from.end = half
	a.shares = append(a.shares, nil)
	copy(a.shares[at+2:], a.shares[at+1:])
	a.shares[at+1] = s
	return s
}
