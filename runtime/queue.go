package ds

import (
	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// QueueStream is ssc.queueStream(rdds, oneAtATime, default) for a list of lists, which are parallelized at once. A batch gets the
// next list (or, the first time, all that are there); when there is none it gets def or, if that is None, an empty RDD with one
// partition.
func QueueStream[T any](ssc *StreamingContext, batches *py.List[*py.List[T]], oneAtATime bool, def py.Opt[*core.RDD[T]]) *DStream[T] {
	rdds := make([]*core.RDD[T], 0, batches.Len())
	for b := range batches.All() {
		rdds = append(rdds, core.Parallelize(ssc.sc, b.All()))
	}
	return queueStream(ssc, rdds, oneAtATime, def)
}

// QueueStreamRDD is ssc.queueStream(rdds, oneAtATime, default) for a list of RDDs. Later changes of the list have no effect.
func QueueStreamRDD[T any](ssc *StreamingContext, rdds *py.List[*core.RDD[T]], oneAtATime bool, def py.Opt[*core.RDD[T]]) *DStream[T] {
	return queueStream(ssc, append([]*core.RDD[T]{}, rdds.Raw()...), oneAtATime, def)
}

func queueStream[T any](ssc *StreamingContext, queue []*core.RDD[T], oneAtATime bool, def py.Opt[*core.RDD[T]]) *DStream[T] {
	ssc.checkOpen(javaContext + ".queueStream")
	if len(queue) == 0 {
		if !def.Ok {
			py.Raise(py.NewException(py.IndexError, "list index out of range"))
		}
		queue = append(queue, core.Parallelize(ssc.sc, func(func(T) bool) {}))
	}
	empty := core.FromPartitions(ssc.sc, [][]T{nil})
	return newStream(ssc, "QueueInputDStream", func(int64) *core.RDD[T] {
		switch {
		case len(queue) > 0 && oneAtATime:
			next := queue[0]
			queue = queue[1:]
			return next
		case len(queue) > 0:
			next := core.UnionOf(ssc.sc, queue)
			queue = nil
			return next
		case def.Ok:
			return def.V
		}
		return empty
	})
}
