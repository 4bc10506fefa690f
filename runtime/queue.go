package ds

import (
	"iter"
	"slices"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// QueueStream is ssc.queueStream(rdds, oneAtATime, default) for lists, which are parallelized at once. A batch gets the
// next list (or, the first time, all that are there); when there is none it gets def or, if that is None, an empty RDD with one
// partition.
func QueueStream[T any](ssc *StreamingContext, batches iter.Seq[*py.List[T]], oneAtATime bool, def py.Opt[*core.RDD[T]]) *DStream[T] {
	return queueStream(ssc, parallelized(ssc, batches, (*py.List[T]).All), oneAtATime, def)
}

// QueueStreamList is QueueStream with a list as default.
func QueueStreamList[T any](ssc *StreamingContext, batches iter.Seq[*py.List[T]], oneAtATime bool, def iter.Seq[T]) *DStream[T] {
	return QueueStream(ssc, batches, oneAtATime, py.Some(core.Parallelize(ssc.sc, def)))
}

// QueueStreamTuples is QueueStream for tuples.
func QueueStreamTuples[T any](ssc *StreamingContext, batches iter.Seq[*py.TupleOf[T]], oneAtATime bool, def py.Opt[*core.RDD[T]]) *DStream[T] {
	return queueStream(ssc, parallelized(ssc, batches, (*py.TupleOf[T]).All), oneAtATime, def)
}

// QueueStreamRanges is QueueStream for ranges.
func QueueStreamRanges(ssc *StreamingContext, batches iter.Seq[py.Range], oneAtATime bool, def py.Opt[*core.RDD[int64]]) *DStream[int64] {
	var rdds []*core.RDD[int64]
	for r := range batches {
		rdds = append(rdds, core.ParallelizeRange(ssc.sc, r))
	}
	return queueStream(ssc, rdds, oneAtATime, def)
}

// QueueStreamRDD is ssc.queueStream(rdds, oneAtATime, default) for RDDs. Later changes of the list have no effect.
func QueueStreamRDD[T any](ssc *StreamingContext, rdds iter.Seq[*core.RDD[T]], oneAtATime bool, def py.Opt[*core.RDD[T]]) *DStream[T] {
	return queueStream(ssc, slices.Collect(rdds), oneAtATime, def)
}

// QueueStreamRDDList is QueueStreamRDD with a list as default.
func QueueStreamRDDList[T any](ssc *StreamingContext, rdds iter.Seq[*core.RDD[T]], oneAtATime bool, def iter.Seq[T]) *DStream[T] {
	return QueueStreamRDD(ssc, rdds, oneAtATime, py.Some(core.Parallelize(ssc.sc, def)))
}

// QueueStreamAny is QueueStream for what has no static type.
func QueueStreamAny(ssc *StreamingContext, batches iter.Seq[any], oneAtATime bool, def py.Opt[*core.RDD[any]]) *DStream[any] {
	var rdds []*core.RDD[any]
	for b := range batches {
		r, ok := b.(*core.RDD[any])
		if !ok {
			r = core.Parallelize(ssc.sc, py.Elems(b))
		}
		rdds = append(rdds, r)
	}
	return queueStream(ssc, rdds, oneAtATime, def)
}

func parallelized[C, T any](ssc *StreamingContext, batches iter.Seq[C], all func(C) iter.Seq[T]) (rdds []*core.RDD[T]) {
	for b := range batches {
		rdds = append(rdds, core.Parallelize(ssc.sc, all(b)))
	}
	return rdds
}

func queueStream[T any](ssc *StreamingContext, queue []*core.RDD[T], oneAtATime bool, def py.Opt[*core.RDD[T]]) *DStream[T] {
	ssc.checkOpen(javaContext + ".queueStream")
	ssc.nextInput()
	if len(queue) == 0 {
		if !def.Ok {
			py.Raise(py.NewException(py.IndexError, "list index out of range"))
		}
		queue = append(queue, core.Parallelize(ssc.sc, func(func(T) bool) {}))
	}
	empty := core.FromPartitions(ssc.sc, [][]T{nil})
	pickled := queue[0].Pickled()
	for _, r := range queue {
		if r.Pickled() != pickled { // then all are pickled anew, in the same way
			pickled = core.Pickling{}
		}
	}
	for i, r := range queue {
		queue[i] = core.Reserialized(r, pickled)
	}
	if def.Ok {
		def.V = core.Reserialized(def.V, pickled)
	}
	out := newStream(ssc, "QueueInputDStream", func(int64) *core.RDD[T] {
		switch {
		case len(queue) > 0 && oneAtATime:
			next := queue[0]
			queue = queue[1:]
			return next
		case len(queue) > 0:
			next := core.Chained(ssc.sc, queue)
			queue = nil
			return next
		case def.Ok:
			return def.V
		}
		return empty
	})
	out.pickled = pickled
	return out
}
