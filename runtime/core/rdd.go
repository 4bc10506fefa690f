package core

import (
	"sync"
	"unsafe"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// RDD is a resilient distributed dataset: a recipe for partitions of records. It is computed anew by every action that
// needs it, unless it is cached or lies behind a shuffle, whose map side runs once.
type RDD[T any] struct {
	dataset
	compute func(i int) Part[T]
}

// dataset is what RDDs of all types have in common. Go compiles every method of a generic type, and whatever they call, for each type
// that a program has it with, so what does not depend on the records is a method of this, and what few programs call is a function.
type dataset struct {
	sc        *SparkContext
	id        int64
	kind      string       // the Java class that toDebugString names
	handed    bool         // Java gave it to Python: see Handed
	parents   []lineage    // for toDebugString and checkpoints
	parts     func() int   // may raise: the input path of a text file may not exist
	part      *Partitioner // nil where records have no known placement
	placed    *Partitioner // what Spark knows of a union, where PySpark has forgotten the partitioner
	batch     batching
	located   func(i int) bool // whether Spark knows a machine that has partition i, besides those that keep it; nil: of none
	splitting bool             // the next reduceByKey stage may run in pieces

	*keeping
}

// keeping is what is kept of an RDD.
type keeping struct {
	name       string
	level      StorageLevel
	checkpoint checkpointState
	mu         sync.Mutex
	kept       map[int]any  // the partitions: pointers to parts
	seen       map[int]bool // what of it Spark's scheduler has seen, in
	seenIn     int64        // its job of this number
}

// lineage describes an RDD of any type.
type lineage func() debugNode

// checkpointState is how far a checkpoint of an RDD has got.
type checkpointState uint8

const (
	notCheckpointed checkpointState = iota
	checkpointAsked                 // will be kept by the next action
	checkpointLocal                 // the same, by localCheckpoint
)

// Partitioner places keys in partitions: function(key) mod NumPartitions. Two are the same if both are.
type Partitioner struct {
	NumPartitions int
	// function is the identity of a script's partition function, nil for Python's portable_hash.
	function unsafe.Pointer
}

// HashPartitioner is the default partitioner with n partitions.
func HashPartitioner(n int) *Partitioner { return &Partitioner{NumPartitions: n} }

// Same reports whether two partitioners (or none) place keys alike.
func (p *Partitioner) Same(o *Partitioner) bool {
	if p == nil || o == nil {
		return p == o
	}
	return *p == *o
}

// newRDD registers an RDD with its context.
func newRDD[T any](sc *SparkContext, kind string, parts func() int, compute func(i int) Part[T], parents ...lineage) *RDD[T] {
	return &RDD[T]{newDataset(sc, kind, parts, parents), compute}
}

func newDataset(sc *SparkContext, kind string, parts func() int, parents []lineage) dataset {
	return dataset{sc: sc, id: sc.nextRDD(), kind: kind, parts: sync.OnceValue(parts), parents: parents,
		keeping: &keeping{level: StorageLevelNone}}
}

// child is an RDD with as many partitions as r.
func child[T, U any](r *RDD[T], compute func(i int) Part[U]) *RDD[U] {
	out := newRDD(r.sc, "PythonRDD", r.parts, compute, r.debugNode)
	out.located = r.isLocated
	return out
}

// fixed is a number of partitions; of less than none Spark makes none.
func fixed(n int) func() int { return func() int { return max(n, 0) } }

// NumPartitions is the number of partitions, for Go code; scripts have [RDD.GetNumPartitions].
func (r *dataset) NumPartitions() int { return r.parts() }

// GetNumPartitions is rdd.getNumPartitions().
func (r *dataset) GetNumPartitions() int64 { return int64(r.parts()) }

// Partitioner says how records are placed, nil if nothing is known.
func (r *dataset) Partitioner() *Partitioner { return r.part }

// placement is the partitioner that Spark itself knows.
func (r *dataset) placement() *Partitioner {
	if r.part != nil {
		return r.part
	}
	return r.placed
}

// Context is rdd.context.
func (r *dataset) Context() *SparkContext { return r.sc }

// Id is rdd.id(): unique in the context. Unlike Spark's, ids of neighbours have no gaps.
func (r *dataset) Id() int64 { return r.id }

// Name is rdd.name(): None until [RDD.SetName].
func (r *dataset) Name() py.Opt[string] {
	if r.name == "" {
		return py.Nothing[string]()
	}
	return py.Some(r.name)
}

// SetName is rdd.setName(name).
func (r *RDD[T]) SetName(name string) *RDD[T] {
	r.name = name
	return r
}

// Splittable declares that the stage which the next [ReduceByKey] runs over r is pure and its merge
// function associative: then big text partitions may be cut into pieces that run on several cores. Without
// it a partition is one sequence of calls.
func (r *RDD[T]) Splittable() *RDD[T] {
	r.splitting = true
	return r
}

// Compute gives partition i: as kept if the RDD is cached, else by running its recipe. Records may be produced while
// they are iterated over. It is for Go code inside a job; see [CollectPartitions] for a whole RDD.
func (r *RDD[T]) Compute(i int) Part[T] {
	if !r.keeps() {
		return r.compute(i)
	}
	if p, ok := r.stored(i).(*Part[T]); ok {
		return *p
	}
	p := kept(r.compute(i))
	r.store(i, &p)
	return p
}

// stored is what is kept of partition i, nil if nothing is.
func (r *dataset) stored(i int) any {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.look()
	return r.kept[i]
}

func (r *dataset) store(i int, part any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.kept == nil {
		r.kept = map[int]any{}
	}
	r.kept[i] = part
}

// isLocated reports whether Spark knows a machine that has partition i: in its cache, or from a shuffle.
func (r *dataset) isLocated(i int) bool {
	if r.level != StorageLevelNone {
		r.mu.Lock()
		r.look()
		seen := r.seen[i]
		r.mu.Unlock()
		if seen {
			return true
		}
	}
	return r.located != nil && r.located(i)
}

// look notes what is kept, once in a job: Spark's scheduler looks at its beginning, or else when it is first asked after it.
func (r *dataset) look() {
	job := r.sc.jobsRun.Load()
	if r.seen != nil && r.seenIn == job {
		return
	}
	r.seenIn, r.seen = job, make(map[int]bool, len(r.kept))
	for i := range r.kept {
		r.seen[i] = true
	}
}

func (r *dataset) keeps() bool {
	return r.level != StorageLevelNone || r.checkpoint != notCheckpointed
}

// allParts are the numbers of all partitions.
func (r *dataset) allParts() []int {
	out := make([]int, r.parts())
	for i := range out {
		out[i] = i
	}
	return out
}

// runJob runs task on the given partitions, in their order, and gives its results. Exceptions of worker code leave it
// as [WorkerError] makes them.
func runJob[T, R any](r *RDD[T], parts []int, task func(i int, p Part[T]) R) []R {
	out := make([]R, 0, len(parts))
	if len(parts) == 0 {
		return out
	}
	r.sc.jobsRun.Add(1)
	asWorker(func() {
		for _, i := range parts {
			InTask(func() { out = append(out, task(i, r.Compute(i))) })
		}
	})
	return out
}

// runAll is runJob on every partition.
func runAll[T, R any](r *RDD[T], task func(p Part[T]) R) []R {
	return runJob(r, r.allParts(), func(_ int, p Part[T]) R { return task(p) })
}

// CollectPartitions runs a job that gives the records of each partition.
func CollectPartitions[T any](r *RDD[T]) [][]T { return runAll(r, slice[T]) }
