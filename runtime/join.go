package ds

import (
	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// TransformWith is stream.transformWith(f, other) for an f of two RDDs. A stream without an RDD at a time counts as one
// without partitions. KeepSerializer has no effect here.
func TransformWith[T, U, W any](d *DStream[T], f func(*core.RDD[T], *core.RDD[U]) *core.RDD[W], other *DStream[U], keepSerializer bool) *DStream[W] {
	return transform2(d, other, func(_ int64, a *core.RDD[T], b *core.RDD[U]) *core.RDD[W] { return f(a, b) })
}

// TransformWithTime is stream.transformWith(f, other) for an f of (time, rdd, rdd).
func TransformWithTime[T, U, W any](d *DStream[T], f func(py.DateTime, *core.RDD[T], *core.RDD[U]) *core.RDD[W], other *DStream[U], keepSerializer bool) *DStream[W] {
	return transform2(d, other, func(t int64, a *core.RDD[T], b *core.RDD[U]) *core.RDD[W] { return f(batchTime(t), a, b) })
}

func transform2[T, U, W any](d *DStream[T], other *DStream[U], f func(t int64, a *core.RDD[T], b *core.RDD[U]) *core.RDD[W]) *DStream[W] {
	d.ssc.checkOpen("None.org.apache.spark.streaming.api.python.PythonTransformed2DStream")
	return newStream(d.ssc, "PythonTransformed2DStream", func(t int64) *core.RDD[W] {
		a, b := d.at(t), other.at(t)
		if a == nil {
			a = core.EmptyRDD[T](d.ssc.sc)
		}
		if b == nil {
			b = core.EmptyRDD[U](d.ssc.sc)
		}
		return f(t, a, b)
	}, d.base(), other.base())
}

// Union is stream.union(other); both must have the same slide.
func Union[T any](d, other *DStream[T]) *DStream[T] {
	if d.slide != other.slide {
		py.Raise(py.NewException(py.ValueError, "the two DStream should have same slide duration"))
	}
	out := transform2(d, other, func(_ int64, a, b *core.RDD[T]) *core.RDD[T] { return core.Union(a, b) })
	out.pickled = d.pickled
	return out
}

// UnionStreams is ssc.union(*streams).
func UnionStreams[T any](ssc *StreamingContext, streams ...*DStream[T]) *DStream[T] {
	if len(streams) == 0 {
		py.Raise(py.NewException(py.ValueError, "should have at least one DStream to union"))
	}
	if len(streams) == 1 {
		return streams[0]
	}
	var deps []*node
	for _, s := range streams {
		if s.pickled != streams[0].pickled {
			py.Raise(py.NewException(py.ValueError, "All DStreams should have same serializer"))
		}
		if s.slide != streams[0].slide {
			py.Raise(py.NewException(py.ValueError, "All DStreams should have same slide duration"))
		}
		deps = append(deps, s.base())
	}
	ssc.checkOpen(javaContext + ".union")
	out := newStream(ssc, "UnionDStream", func(t int64) *core.RDD[T] {
		return core.UnionOf(ssc.sc, all(streams, t, "Could not generate RDD from a parent for unifying at time %d ms"))
	}, deps...)
	out.pickled = streams[0].pickled
	return out
}

// all is the RDDs of several streams at a time; it raises if one has none.
func all[T any](streams []*DStream[T], t int64, missing string) []*core.RDD[T] {
	var out []*core.RDD[T]
	for _, s := range streams {
		r := s.at(t)
		if r == nil {
			raiseSpark(missing, t)
		}
		out = append(out, r)
	}
	return out
}

// TransformStreams is ssc.transform(streams, f): f gets a tuple of the RDDs of a batch, in the order of the streams.
func TransformStreams[T, U any](ssc *StreamingContext, streams *py.List[*DStream[T]], f func(*py.TupleOf[*core.RDD[T]]) *core.RDD[U]) *DStream[U] {
	const call, class = javaContext + ".transform", "java.lang.IllegalArgumentException"
	var deps []*node
	for s := range streams.All() {
		if s.slide != streams.At(0).slide {
			javaError(call, class, "requirement failed: Some of the DStreams have different slide durations")
		}
		deps = append(deps, s.base())
	}
	if len(deps) == 0 {
		javaError(call, class, "requirement failed: List of DStreams to transform is empty")
	}
	ssc.checkOpen(call)
	from := append([]*DStream[T]{}, streams.Raw()...)
	return newStream(ssc, "TransformedDStream", func(t int64) *core.RDD[U] {
		return f(py.NewTupleOf(all(from, t, "Couldn't generate RDD from parent at time %d ms")...))
	}, deps...)
}

// Join is stream.join(other, n).
func Join[K, V, W any](d *DStream[py.Tuple2[K, V]], other *DStream[py.Tuple2[K, W]], n ...int64) *DStream[py.Tuple2[K, py.Tuple2[V, W]]] {
	return joined(d, other, core.Join[K, V, W], n)
}

// LeftOuterJoin is stream.leftOuterJoin(other, n).
func LeftOuterJoin[K, V, W any](d *DStream[py.Tuple2[K, V]], other *DStream[py.Tuple2[K, W]], n ...int64) *DStream[py.Tuple2[K, py.Tuple2[V, py.Opt[W]]]] {
	return LeftOuterJoinOf(d, other, core.OrNone[W](), n...)
}

// LeftOuterJoinOf is LeftOuterJoin for any kind of values on the right.
func LeftOuterJoinOf[K, V, W, O any](d *DStream[py.Tuple2[K, V]], other *DStream[py.Tuple2[K, W]], right core.Absent[W, O], n ...int64) *DStream[py.Tuple2[K, py.Tuple2[V, O]]] {
	return joined(d, other, func(a *core.RDD[py.Tuple2[K, V]], b *core.RDD[py.Tuple2[K, W]], n ...int64) *core.RDD[py.Tuple2[K, py.Tuple2[V, O]]] {
		return core.LeftOuterJoinOf(a, b, right, n...)
	}, n)
}

// RightOuterJoin is stream.rightOuterJoin(other, n).
func RightOuterJoin[K, V, W any](d *DStream[py.Tuple2[K, V]], other *DStream[py.Tuple2[K, W]], n ...int64) *DStream[py.Tuple2[K, py.Tuple2[py.Opt[V], W]]] {
	return RightOuterJoinOf(d, other, core.OrNone[V](), n...)
}

// RightOuterJoinOf is RightOuterJoin for any kind of values on the left.
func RightOuterJoinOf[K, V, W, O any](d *DStream[py.Tuple2[K, V]], other *DStream[py.Tuple2[K, W]], left core.Absent[V, O], n ...int64) *DStream[py.Tuple2[K, py.Tuple2[O, W]]] {
	return joined(d, other, func(a *core.RDD[py.Tuple2[K, V]], b *core.RDD[py.Tuple2[K, W]], n ...int64) *core.RDD[py.Tuple2[K, py.Tuple2[O, W]]] {
		return core.RightOuterJoinOf(a, b, left, n...)
	}, n)
}

// FullOuterJoin is stream.fullOuterJoin(other, n).
func FullOuterJoin[K, V, W any](d *DStream[py.Tuple2[K, V]], other *DStream[py.Tuple2[K, W]], n ...int64) *DStream[py.Tuple2[K, py.Tuple2[py.Opt[V], py.Opt[W]]]] {
	return FullOuterJoinOf(d, other, core.OrNone[V](), core.OrNone[W](), n...)
}

// FullOuterJoinOf is FullOuterJoin for any kinds of values.
func FullOuterJoinOf[K, V, W, P, O any](d *DStream[py.Tuple2[K, V]], other *DStream[py.Tuple2[K, W]], left core.Absent[V, P], right core.Absent[W, O], n ...int64) *DStream[py.Tuple2[K, py.Tuple2[P, O]]] {
	return joined(d, other, func(a *core.RDD[py.Tuple2[K, V]], b *core.RDD[py.Tuple2[K, W]], n ...int64) *core.RDD[py.Tuple2[K, py.Tuple2[P, O]]] {
		return core.FullOuterJoinOf(a, b, left, right, n...)
	}, n)
}

// Cogroup is stream.cogroup(other, n).
func Cogroup[K, V, W any](d *DStream[py.Tuple2[K, V]], other *DStream[py.Tuple2[K, W]], n ...int64) *DStream[py.Tuple2[K, py.Tuple2[*core.ResultIterable[V], *core.ResultIterable[W]]]] {
	return joined(d, other, core.Cogroup[K, V, W], n)
}

// joined applies a join of RDDs to two streams.
func joined[T, U, W any](d *DStream[T], other *DStream[U], join func(a *core.RDD[T], b *core.RDD[U], n ...int64) *core.RDD[W], n []int64) *DStream[W] {
	to := partitions(d.ssc, n)
	return transform2(d, other, func(_ int64, a *core.RDD[T], b *core.RDD[U]) *core.RDD[W] { return join(a, b, to) })
}
