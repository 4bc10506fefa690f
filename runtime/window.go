package ds

import (
	"fmt"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// checkWindow raises ValueError for windows and slides that are no multiple of the parent's slide.
func (n *node) checkWindow(window float64, slide py.Opt[float64]) {
	check := func(what string, duration int64) {
		if duration%n.slide != 0 {
			py.Raise(py.NewException(py.ValueError,
				fmt.Sprintf("%s must be multiple of the parent dstream's slide (batch) duration (%d ms)", what, n.slide)))
		}
	}
	check("windowDuration", millis(window))
	if slide.Ok && slide.V != 0 {
		check("slideDuration", millis(slide.V))
	}
}

// Window is stream.window(windowDuration, slideDuration): the records of the batches of the last window, at every slide. Without
// a slide it has the stream's.
func (d *DStream[T]) Window(window float64, slide py.Opt[float64]) *DStream[T] {
	d.checkWindow(window, slide)
	d.ssc.checkOpen(javaStream + ".window")
	width := millis(window)
	// The batches of a window are used more than once.
	if d.level == core.StorageLevelNone {
		d.level = core.StorageLevelMemoryOnly
	}
	out := newStream(d.ssc, "WindowedDStream", func(t int64) *core.RDD[T] {
		return core.UnionOf(d.ssc.sc, d.between(t-width+d.slide, t))
	}, d.base())
	out.windowFor = width
	out.pickled = d.pickled
	out.setSlide(slide)
	return out
}

func (n *node) setSlide(slide py.Opt[float64]) {
	if slide.Ok {
		n.slide = max(1, millis(slide.V))
	}
}

// ReduceByWindow is stream.reduceByWindow(reduceFunc, invReduceFunc, windowDuration, slideDuration). (A method of DStream[T] must
// not make a stream of a type that contains T, or Go would have to instantiate without end.)
func ReduceByWindow[T any](d *DStream[T], f, inverse func(T, T) T, window, slide float64) *DStream[T] {
	return reduceByWindow(d, reduceStage(f), f, inverse, window, slide)
}

// reduceStage reduces a part to one record, which it puts under the one key.
func reduceStage[T any](f func(T, T) T) func(core.Part[T], *core.Combiner[int64, T]) {
	return func(p core.Part[T], c *core.Combiner[int64, T]) {
		for t := range p.All() {
			c.Merge(1, t, f)
		}
	}
}

func reduceByWindow[In, T any](d *DStream[In], stage func(core.Part[In], *core.Combiner[int64, T]), f, inverse func(T, T) T, window, slide float64) *DStream[T] {
	reduced := ReduceByKeyAndWindow(d, stage, f, inverse, window, py.Some(slide), py.Some(int64(1)), nil)
	return mapEach(reduced, func(kv py.Tuple2[int64, T]) T { return kv.V1 })
}

// CountByWindow is stream.countByWindow(windowDuration, slideDuration). A window without records gives none, or 0 if it is at
// least five slides long.
func CountByWindow[T any](d *DStream[T], window, slide float64) *DStream[int64] {
	return reduceByWindow(d, func(p core.Part[T], c *core.Combiner[int64, int64]) {
		if n := p.Count(); n > 0 {
			c.Put(1, n)
		}
	}, py.AddInt, py.SubInt, window, slide)
}

// CountByValueAndWindow is stream.countByValueAndWindow(windowDuration, slideDuration, n).
func CountByValueAndWindow[T any](d *DStream[T], window, slide float64, n ...int64) *DStream[py.Tuple2[T, int64]] {
	counted := ReduceByKeyAndWindow(d, countStage[T], py.AddInt, py.SubInt, window, py.Some(slide), py.Some(partitions(d.ssc, n)), nil)
	return filter(counted, func(kv py.Tuple2[T, int64]) bool { return kv.V1 > 0 })
}

// GroupByKeyAndWindow is stream.groupByKeyAndWindow(windowDuration, slideDuration, n).
func GroupByKeyAndWindow[K, V any](d *DStream[py.Tuple2[K, V]], window, slide float64, n ...int64) *DStream[py.Tuple2[K, *core.ResultIterable[V]]] {
	lists := mapValues(d, func(v V) []V { return []V{v} })
	// Both make new lists: the old ones belong to batches that are used again.
	join := func(a, b []V) []V { return append(a[:len(a):len(a)], b...) }
	leave := func(a, b []V) []V { return a[min(len(a), len(b)):] }
	// The lists that the stage merges are its own.
	grow := func(a, b []V) []V { return append(a, b...) }
	grouped := ReduceByKeyAndWindow(lists, PairStage[K](grow), join, leave, window, py.Some(slide), py.Some(partitions(d.ssc, n)), nil)
	return mapValues(grouped, core.NewResultIterable[V])
}

// ReduceByKeyAndWindow is stream.reduceByKeyAndWindow(func, invFunc, windowDuration, slideDuration, n, filterFunc) with the chain
// before it fused in as in [ReduceByKey]. Without an inverse, and with one if the window is shorter than five
// slides, each window is reduced anew.
func ReduceByKeyAndWindow[In, K, V any](in *DStream[In], stage func(core.Part[In], *core.Combiner[K, V]), merge, inverse func(V, V) V,
	window float64, slide py.Opt[float64], n py.Opt[int64], keep func(py.Tuple2[K, V]) bool) *DStream[py.Tuple2[K, V]] {
	promised := in.promised()
	in.checkWindow(window, slide)
	to := n.Or(in.ssc.sc.DefaultParallelism())
	reduced := ReduceByKey(in, stage, merge, to)
	if inverse == nil && promised.associative {
		return paneWindow(reduced, merge, window, slide, to)
	}
	if inverse == nil {
		return ReduceByKey(reduced.Window(window, slide), PairStage[K](merge), merge, to)
	}
	in.ssc.checkOpen("None.org.apache.spark.streaming.api.python.PythonReducedWindowedDStream")
	w := &slidingReduce[K, V]{parent: reduced, merge: merge, inverse: inverse, keep: keep, window: millis(window), n: to}
	w.out = newStream(in.ssc, "PythonReducedWindowedDStream", w.compute, reduced.base())
	w.out.level = core.StorageLevelMemoryOnly
	w.out.mustCheckpoint = true
	w.out.windowFor = w.window
	w.out.setSlide(slide)
	w.out.onSettle = w.history.settle
	return w.out
}

// slidingReduce is a window reduced step by step: the last result, less what left the window, plus what entered it.
type slidingReduce[K, V any] struct {
	out, parent    *DStream[py.Tuple2[K, V]]
	merge, inverse func(V, V) V
	keep           func(py.Tuple2[K, V]) bool // nil: all
	window         int64
	n              int64
	history        history[py.Tuple2[K, V]]
}

// stepsForInverse is how many slides long a window must be for Spark to use the inverse function.
const stepsForInverse = 5

func (w *slidingReduce[K, V]) compute(t int64) *core.RDD[py.Tuple2[K, V]] {
	slide, step := w.out.slide, w.parent.slide
	last := w.out.at(t - slide)
	if last == nil || w.window < slide*stepsForInverse {
		return w.add(t, nil, w.parent.between(t-w.window+step, t))
	}
	if left := w.parent.between(t-slide-w.window+step, t-w.window); len(left) > 0 {
		last = w.subtract(last, left)
	}
	return w.add(t, last, w.parent.between(t-slide+step, t))
}

// add reduces new batches, and merges them into the rest of the last window if there is one.
func (w *slidingReduce[K, V]) add(t int64, rest *core.RDD[py.Tuple2[K, V]], batches []*core.RDD[py.Tuple2[K, V]]) *core.RDD[py.Tuple2[K, V]] {
	if len(batches) == 0 {
		return rest
	}
	r := w.reduce(core.UnionOf(w.parent.ssc.sc, batches))
	if rest != nil {
		r = w.reduce(rest.Union(r))
	}
	if w.keep != nil {
		r = filterRDD(r, w.keep)
	}
	return w.history.cut(t, r)
}

func (w *slidingReduce[K, V]) subtract(last *core.RDD[py.Tuple2[K, V]], batches []*core.RDD[py.Tuple2[K, V]]) *core.RDD[py.Tuple2[K, V]] {
	left := w.reduce(core.UnionOf(w.parent.ssc.sc, batches))
	both := core.LeftOuterJoin(last, left, w.n)
	return core.NarrowKeep(both, func(p core.Part[py.Tuple2[K, py.Tuple2[V, py.Opt[V]]]], yield func(py.Tuple2[K, V]) bool) {
		for kv := range p.All() {
			v := kv.V1.V0
			if gone := kv.V1.V1; gone.Ok {
				v = w.inverse(v, gone.V)
			}
			if !yield(py.T2(kv.V0, v)) {
				return
			}
		}
	})
}

func (w *slidingReduce[K, V]) reduce(r *core.RDD[py.Tuple2[K, V]]) *core.RDD[py.Tuple2[K, V]] {
	return core.ReduceByKey(r, PairStage[K](w.merge), w.merge, w.n)
}

func filterRDD[T any](r *core.RDD[T], keep func(T) bool) *core.RDD[T] {
	return core.NarrowKeep(r, func(p core.Part[T], yield func(T) bool) {
		for t := range p.All() {
			if keep(t) && !yield(t) {
				return
			}
		}
	})
}
