package core

import (
	"sync"
	"sync/atomic"
	"unsafe"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// reducers is numPartitions of an operation on r: as given, or PySpark's default, which is
// spark.default.parallelism if that is set and else the partitions of r.
func reducers[T any](r *RDD[T], n []int64) int {
	switch {
	case len(n) > 0:
		return int(n[0])
	case r.sc.conf.Contains("spark.default.parallelism"):
		return int(r.sc.DefaultParallelism())
	}
	return r.NumPartitions()
}

// ReduceByKey is rdd.reduceByKey(func) with the chain before it fused in: stage merges the pairs of one partition into
// the combiner. Keys lie in partition portable_hash(key) mod n, in the order in which they are first seen, reading the
// partitions of in one after another. Without n it is PySpark's default. How in is partitioned says nothing of the pairs that
// stage makes.
func ReduceByKey[In, K, V any](in *RDD[In], stage func(Part[In], *Combiner[K, V]), merge func(V, V) V, n ...int64) *RDD[py.Tuple2[K, V]] {
	splitting := in.splitting
	in.splitting = false
	var whole func() *Combiner[K, V]
	if splitting {
		whole = func() *Combiner[K, V] { return combineAhead(in, stage, merge) }
	}
	return shuffleBy(in, hashedTo[K](reducers(in, n)), whole, func(p Part[In]) *Combiner[K, V] {
		c := NewCombiner[K, V]()
		stage(p, c)
		return c
	}, merge)
}

// placing is how a shuffle places keys: in partition f(key) mod n.
type placing[K any] struct {
	n     int
	f     func(K) int64 // nil: portable_hash
	shape *keyShape     // of K, for portable_hash
}

// hashedTo places keys by portable_hash. Of less than no partitions Spark makes none.
func hashedTo[K any](n int) placing[K] { return placing[K]{n: max(n, 0), shape: shapeOf[K]()} }

// placedTo places keys by f or, if it is nil, by portable_hash.
func placedTo[K any](n int, f func(K) int64) placing[K] {
	p := hashedTo[K](n)
	p.f = f
	return p
}

// partitioner is the placing as an RDD remembers it. Two are the same if they have the same function object; a
// func value is a pointer to it.
func (p placing[K]) partitioner() *Partitioner {
	out := HashPartitioner(p.n)
	if p.f != nil {
		out.function = *(*unsafe.Pointer)(unsafe.Pointer(&p.f))
	}
	return out
}

// of is the partition of a key.
func (p placing[K]) of(k K) int {
	switch {
	case p.f != nil:
		return modulo(p.f(k), p.n)
	case p.n == 1:
		return 0
	case p.shape != nil:
		return modulo(p.shape.portableHash(unsafe.Pointer(&k)), p.n)
	}
	return modulo(PortableHash(k), p.n)
}

// combineBy is shuffleBy for pairs that combine leaves their keys. Where they are already partitioned that way nothing moves.
func combineBy[K, V, C any](in *RDD[py.Tuple2[K, V]], to placing[K], combine func(Part[py.Tuple2[K, V]]) *Combiner[K, C], merge func(C, C) C) *RDD[py.Tuple2[K, C]] {
	part := to.partitioner()
	if !in.part.Same(part) {
		return shuffleBy(in, to, nil, combine, merge)
	}
	out := child(in, func(i int) Part[py.Tuple2[K, C]] {
		return PartSeq(func(yield func(py.Tuple2[K, C]) bool) { combine(in.Compute(i)).pairs(yield) })
	})
	out.part = part
	return out
}

// shuffleBy combines each partition of in, moves what that gives to other partitions and merges it there. If whole is there, it is
// asked first to combine all partitions at once; it gives nil if it cannot.
func shuffleBy[In, K, C any](in *RDD[In], to placing[K], whole func() *Combiner[K, C], combine func(Part[In]) *Combiner[K, C], merge func(C, C) C) *RDD[py.Tuple2[K, C]] {
	s := newCombineShuffle(to, merge, func() []*Combiner[K, C] {
		if whole != nil {
			var c *Combiner[K, C]
			InTask(func() { c = whole() })
			if c != nil {
				return []*Combiner[K, C]{c}
			}
		}
		maps := make([]*Combiner[K, C], in.NumPartitions())
		for i := range maps {
			InTask(func() { maps[i] = combine(in.Compute(i)) })
		}
		return maps
	})
	out := newRDD(in.sc, "PythonRDD", fixed(to.n), s.part, in.debugNode)
	out.part = to.partitioner()
	out.located = s.has
	return out
}

// PartitionBy is rdd.partitionBy(n, f): each pair moves to partition f(key) mod n, keeping the order of arrival,
// partition after partition. A nil f is portable_hash. Where r is already partitioned so, it is r itself.
func PartitionBy[K, V any](r *RDD[py.Tuple2[K, V]], n int64, f func(K) int64) *RDD[py.Tuple2[K, V]] {
	to := placedTo(int(n), f)
	part := to.partitioner()
	if r.part.Same(part) {
		return r
	}
	out := moved(r, to.n, func(_ int, kv py.Tuple2[K, V]) int { return to.of(kv.V0) })
	out.part = part
	return out
}

// moved is r with its records moved to n other partitions. The move happens once, however many jobs read the result.
func moved[T any](r *RDD[T], n int, to func(from int, t T) int) *RDD[T] {
	type bucket struct {
		items []T
		sizes []int // of the batches that it came in
	}
	move, there := onceSeen(func() []bucket {
		out := make([]bucket, n)
		for i := range r.NumPartitions() {
			sent := sending{open: make([]int, n), limit: float64(min(10*n, 1000)), close: func(j, size int) { out[j].sizes = append(out[j].sizes, size) }}
			InTask(func() {
				for t := range r.Compute(i).All() {
					j := to(i, t)
					out[j].items = append(out[j].items, t)
					sent.add(j)
				}
			})
			sent.flush()
		}
		return out
	})
	out := newRDD(r.sc, "MapPartitionsRDD", fixed(n), func(i int) Part[T] { return PartOf(move()[i].items) }, r.debugNode)
	out.located = func(i int) bool { return there() && len(move()[i].items) > 0 }
	out.batch = batching{Pickling: Pickling{kind: batchMoved}, sizes: func(i, _ int) []int { return move()[i].sizes }}
	return out
}

// sending is how a worker of PySpark sends the records of a partition to the buckets of a shuffle: when it has more than limit, it
// sends those of each bucket as a batch, and then waits for half as many again.
type sending struct {
	open  []int // records that wait in each bucket
	count int
	limit float64
	close func(bucket, size int)
}

func (s *sending) add(bucket int) {
	s.open[bucket]++
	if s.count++; float64(s.count) > s.limit {
		s.flush()
		s.count, s.limit = 0, s.limit*1.5
	}
}

func (s *sending) flush() {
	for i, n := range s.open {
		if n > 0 {
			s.close(i, n)
			s.open[i] = 0
		}
	}
}

// onceOK is f, called until it first returns: a panic leaves the next call to try again.
func onceOK[T any](f func() T) func() T {
	get, _ := onceSeen(f)
	return get
}

// onceSeen is onceOK, and whether f has returned.
func onceSeen[T any](f func() T) (get func() T, there func() bool) {
	var mu sync.Mutex
	var done atomic.Bool
	var v T
	return func() T {
		mu.Lock()
		defer mu.Unlock()
		if !done.Load() {
			v = f()
			done.Store(true)
		}
		return v
	}, done.Load
}
