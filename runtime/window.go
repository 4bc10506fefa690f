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
func Window[T any](d *DStream[T], window float64, slide py.Opt[float64]) *DStream[T] {
	d.checkWindow(window, slide)
	d.ssc.checkOpen(javaStream + ".window")
	width := millis(window)
	// The batches of a window are used more than once.
	if d.level == core.StorageLevelNone {
		d.level = core.StorageLevelMemoryOnly
	}
	out := newStream(d.ssc, "WindowedDStream", func(t int64) *core.RDD[T] {
		return core.UnionOf(d.ssc.sc, between(d, t-width+d.slide, t))
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
		if n := core.Len(p); n > 0 {
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
	grouped := ReduceByKeyAndWindow(lists.KeepStates(), PairStage[K](grow), join, leave, window, py.Some(slide), py.Some(partitions(d.ssc, n)), nil)
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
		windowed := Window(reduced, window, slide)
		if !promised.keepStates && core.HoldsObjects[V]() {
			windowed = Copied(windowed) // the batches are used again
		}
		return ReduceByKey(windowed, PairStage[K](merge), merge, to)
	}
	in.ssc.checkOpen("None.org.apache.spark.streaming.api.python.PythonReducedWindowedDStream")
	w := &slidingReduce[K, V]{parent: reduced, window: millis(window), n: int(to), functions: &core.Sliding[K, V]{
		Merge: merge, Inverse: inverse, Keep: keep, KeepIsPure: promised.askUnstable, Changes: !promised.keepStates}}
	w.out = newStream(in.ssc, "PythonReducedWindowedDStream", w.compute, reduced.base())
	w.out.level = core.StorageLevelMemoryOnly
	w.versions = versionsOf[*core.States[K, V]](w.out)
	w.out.windowFor = w.window
	w.out.setSlide(slide)
	w.out.onSettle = w.settle
	return w.out
}

// slidingReduce is a window reduced step by step: the last result, less what left the window, plus what entered it.
type slidingReduce[K, V any] struct {
	versions[*core.States[K, V]]
	out       *DStream[py.Tuple2[K, V]]
	parent    *DStream[py.Tuple2[K, V]]
	functions *core.Sliding[K, V]
	window    int64
	n         int
}

// stepsForInverse is how many slides long a window must be for Spark to use the inverse function.
const stepsForInverse = 5

func (w *slidingReduce[K, V]) compute(t int64) *core.RDD[py.Tuple2[K, V]] {
	slide, step := w.out.slide, w.parent.slide
	last := w.out.at(t - slide)
	before := w.before(t)
	if last == nil || w.window < slide*stepsForInverse {
		return w.add(t, nil, nil, between(w.parent, t-w.window+step, t))
	}
	left := between(w.parent, t-slide-w.window+step, t-w.window)
	came := between(w.parent, t-slide+step, t)
	if len(left) == 0 && len(came) == 0 {
		w.batches[t] = before
		return last
	}
	return w.add(t, before, left, came)
}

// add is the window before without the batches that left and with those that came, or if there is none before with these alone.
func (w *slidingReduce[K, V]) add(t int64, before []*version[*core.States[K, V]], left, came []*core.RDD[py.Tuple2[K, V]]) *core.RDD[py.Tuple2[K, V]] {
	if before == nil && len(came) == 0 {
		return nil
	}
	return statesRDD(w.out.ssc.sc, w.next(t, w.n, before, func(i int, last *core.States[K, V]) *core.States[K, V] {
		return core.SlideStates(last, partsOf(left, i), partsOf(came, i), w.functions)
	}))
}

// partsOf is partition i of several RDDs.
func partsOf[T any](rdds []*core.RDD[T], i int) []core.Part[T] {
	out := make([]core.Part[T], len(rdds))
	for j, r := range rdds {
		out[j] = r.Compute(i)
	}
	return out
}
