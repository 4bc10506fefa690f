package core

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// pieceSize is the size in bytes of the pieces that big text partitions are cut into.
const pieceSize = 4 << 20

var workerCount atomic.Int32

// SetWorkers sets how many goroutines work on the pieces of a text partition; 0, the default, is GOMAXPROCS. It never
// changes a result.
func SetWorkers(n int) { workerCount.Store(int32(n)) }

func numWorkers() int {
	if n := int(workerCount.Load()); n > 0 {
		return n
	}
	return runtime.GOMAXPROCS(0)
}

// combinePieces runs stage on the pieces of p with a combiner each, several at a time, and merges these in the order
// of the pieces: keys come in the order in which they are first seen in p, whatever ran first.
func combinePieces[In, K, V any](p Part[In], stage func(Part[In], *Combiner[K, V]), merge func(V, V) V) *Combiner[K, V] {
	total := NewCombiner[K, V]()
	n := numWorkers()
	var pieces []Part[In]
	if n > 1 {
		pieces = p.pieces(pieceSize)
	}
	if len(pieces) < 2 {
		stage(p, total)
		return total
	}
	type result struct {
		c      *Combiner[K, V]
		failed any
	}
	results := make([]chan result, len(pieces))
	for i := range results {
		results[i] = make(chan result, 1)
	}
	var next atomic.Int64
	var workers sync.WaitGroup
	stop := make(chan struct{})
	tokens := make(chan struct{}, 2*n) // bounds the combiners that wait for an earlier one
	for range min(n, len(pieces)) {
		workers.Go(func() {
			for {
				select {
				case tokens <- struct{}{}:
				case <-stop:
					return
				}
				i := int(next.Add(1) - 1)
				if i >= len(pieces) {
					return
				}
				c := NewCombiner[K, V]()
				results[i] <- result{c, recovered(func() { stage(pieces[i], c) })}
			}
		})
	}
	defer workers.Wait()
	defer close(stop)
	for i, ch := range results {
		r := <-ch
		<-tokens
		if r.failed != nil {
			panic(r.failed)
		}
		if i == 0 {
			total = r.c
			continue
		}
		total.mergeAll(r.c, merge)
	}
	return total
}

// recovered runs f and returns what it panicked with, nil if it did not.
func recovered(f func()) (failed any) {
	defer func() { failed = recover() }()
	f()
	return nil
}
