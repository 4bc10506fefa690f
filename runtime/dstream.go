package ds

import (
	"fmt"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// DStream is a discretized stream: an RDD for each of its batch times. It is computed when an output, or another stream
// that an output depends on, asks for a time, and only then.
type DStream[T any] struct {
	node
	// compute makes the RDD of a time, nil if there is none. It may ask parents for theirs.
	compute func(t int64) *core.RDD[T]
	rdds    map[int64]*core.RDD[T]
	// transformed streams (map, reduceByKey, transform …) fold into their transformed children, as in PySpark: each child runs
	// the whole chain of functions anew, unless the stream between is cached or checkpointed.
	transformed, cached, checkpointed bool
	splittable                        bool
	// pickled tells how PySpark keeps the records. Streams that differ in it cannot be in one ssc.union.
	pickled core.Pickling
	// onSettle computes the RDD of a time completely; see stream.settle.
	onSettle func(t int64)
}

// newStream makes a stream with the slide of its first parent.
func newStream[T any](ssc *StreamingContext, kind string, compute func(t int64) *core.RDD[T], deps ...*node) *DStream[T] {
	d := &DStream[T]{compute: compute, rdds: map[int64]*core.RDD[T]{}}
	d.node = node{ssc: ssc, kind: kind, deps: deps, upstream: deps, slide: ssc.batch, level: core.StorageLevelNone}
	d.node.forget = d.drop
	d.node.settle = func(t int64) {
		if d.onSettle != nil {
			d.onSettle(t)
		}
	}
	if len(deps) > 0 {
		d.slide = deps[0].base().slide
	}
	return d
}

// pull gives the function by which a transformed child reads d, and what the child then depends on.
func pull[T any](d *DStream[T]) (func(t int64) *core.RDD[T], []*node) {
	if d.transformed && !d.cached && !d.checkpointed {
		return d.compute, d.deps
	}
	return d.at, []*node{d.base()}
}

// transformed makes the stream whose RDDs are f of those of in.
func transformed[T, U any](in *DStream[T], f func(t int64, r *core.RDD[T]) *core.RDD[U]) *DStream[U] {
	from, deps := pull(in)
	out := newStream(in.ssc, "PythonTransformedDStream", func(t int64) *core.RDD[U] {
		if r := from(t); r != nil {
			return f(t, r)
		}
		return nil
	}, deps...)
	out.slide = in.slide
	out.transformed = true
	out.upstream = []*node{in.base()}
	return out
}

// at is the RDD of time t, computed if it is not remembered; nil if the stream has none at that time.
func (d *DStream[T]) at(t int64) *core.RDD[T] {
	if r, ok := d.rdds[t]; ok {
		return r
	}
	if !d.valid(t) {
		return nil
	}
	r := d.compute(t)
	if r == nil {
		return nil
	}
	if d.level != core.StorageLevelNone {
		r.Persist(d.level)
	}
	r = core.Handed(r, d.pickled)
	d.rdds[t] = r
	return r
}

// drop forgets RDDs, and the records that were kept of them: the stream's node.forget.
func (d *DStream[T]) drop(t int64) {
	for at, r := range d.rdds {
		if at <= t-d.rememberFor {
			delete(d.rdds, at)
			if d.level != core.StorageLevelNone {
				r.Unpersist(false)
			}
		}
	}
}

// between is the RDDs of the times from..to, both included, in the stream's slides.
func between[T any](d *DStream[T], from, to int64) []*core.RDD[T] {
	var out []*core.RDD[T]
	zero := d.ssc.zero
	// Times between two slides count as the slide before them.
	align := func(t int64) int64 {
		late := (t - zero) % d.slide
		if late < 0 {
			late += d.slide
		}
		return t - late
	}
	for t := align(from); t <= align(to); t += d.slide {
		if r := d.at(t); t >= zero && r != nil {
			out = append(out, r)
		}
	}
	return out
}

// Context is stream.context().
func (d *node) Context() *StreamingContext { return d.ssc }

// Cache is stream.cache().
func (d *DStream[T]) Cache() *DStream[T] { return d.Persist(core.StorageLevelMemoryOnly) }

// Persist is stream.persist(level): an RDD of the stream is computed once, however many outputs use it.
func (d *DStream[T]) Persist(level core.StorageLevel) *DStream[T] {
	d.checkNotStarted("persist", "storage level")
	d.cached = true
	d.level = level
	return d
}

// Checkpoint is stream.checkpoint(seconds). State needs no other help of the script than a directory
// ([StreamingContext.Checkpoint]); an interval only adds Spark's checks of it.
func (d *DStream[T]) Checkpoint(seconds float64) *DStream[T] {
	d.checkNotStarted("checkpoint", "checkpoint interval")
	d.checkpointed = true
	d.checkpointEvery = millis(seconds)
	if d.level == core.StorageLevelNone {
		d.level = core.StorageLevelMemoryOnly
	}
	return d
}

// checkNotStarted raises what Spark raises when a method changes something of a stream whose context has been started.
func (d *node) checkNotStarted(method, what string) {
	if d.ssc.state != initialized {
		javaError(javaStream+"."+method, "java.lang.UnsupportedOperationException",
			"Cannot change "+what+" of a DStream after streaming context has started")
	}
}

// Splittable promises that the stage and the merge function of the [ReduceByKey] or [ReduceByKeyAndWindow] that follows have
// no effects and that merging is associative, so that one big partition of text may be worked on by several cores.
func (d *DStream[T]) Splittable() *DStream[T] {
	d.splittable = true
	return d
}

// Slice is stream.slice(begin, end): the RDDs of the batch times from begin to end, both included. The context must have been
// started, and must remember them ([StreamingContext.Remember]).
func Slice[T any](d *DStream[T], begin, end py.DateTime) *py.List[*core.RDD[T]] {
	return py.NewList(slice(d, epochSeconds(begin)*1000, epochSeconds(end)*1000)...)
}

// SliceUnix is Slice for seconds since the epoch.
func SliceUnix[T any](d *DStream[T], begin, end float64) *py.List[*core.RDD[T]] {
	return py.NewList(slice(d, millis(begin), millis(end))...)
}

func slice[T any](d *DStream[T], from, to int64) []*core.RDD[T] {
	if !d.initialized {
		javaError(javaStream+".slice", "org.apache.spark.SparkException",
			fmt.Sprintf("%s has not been initialized", d.kind))
	}
	return between(d, from, to)
}
