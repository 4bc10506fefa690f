package ds

import (
	"iter"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// UpdateStateByKeyFrom is [UpdateStateByKey] with a list as initialRDD, which is parallelized. An empty one is none.
func UpdateStateByKeyFrom[K, V, S any](d *DStream[py.Tuple2[K, V]], f func(*py.List[V], py.Opt[S]) py.Opt[S], n py.Opt[int64], initial iter.Seq[py.Tuple2[K, S]]) *DStream[py.Tuple2[K, S]] {
	return UpdateStateByKey(d, f, n, parallelizedStates(d.ssc, initial))
}

// UpdateStateByKeyFromAny is UpdateStateByKeyFrom for states without a static type.
func UpdateStateByKeyFromAny[K, V any](d *DStream[py.Tuple2[K, V]], f func(*py.List[V], any) any, n py.Opt[int64], initial iter.Seq[py.Tuple2[K, any]]) *DStream[py.Tuple2[K, any]] {
	return UpdateStateByKeyAny(d, f, n, parallelizedStates(d.ssc, initial))
}

func parallelizedStates[T any](ssc *StreamingContext, initial iter.Seq[T]) py.Opt[*core.RDD[T]] {
	for range initial {
		return py.Some(core.Parallelize(ssc.sc, initial))
	}
	return py.Nothing[*core.RDD[T]]()
}
