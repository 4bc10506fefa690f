package core

import (
	"fmt"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Broadcast is a broadcast variable. Workers run in this process and read the very value.
type Broadcast[T any] struct {
	id        int64
	value     T
	destroyed bool
}

// NewBroadcast is sc.broadcast(value).
func NewBroadcast[T any](sc *SparkContext, value T) *Broadcast[T] {
	sc.mustRun()
	sc.lastBroadcast++
	return &Broadcast[T]{id: sc.lastBroadcast - 1, value: value}
}

// Value is b.value. The driver keeps the value of a variable that was destroyed; a job that uses it fails.
func (b *Broadcast[T]) Value() T {
	if b.destroyed && InWorker() {
		raiseJava("z:org.apache.spark.api.python.PythonRDD.collectAndServe", "org.apache.spark.SparkException: Task not serializable\n"+
			"Caused by: java.io.IOException: "+b.gone())
	}
	return b.value
}

// Unpersist is b.unpersist(blocking): without effect here, as the value comes again on use.
func (b *Broadcast[T]) Unpersist(blocking bool) { b.check("unpersist") }

// Destroy is b.destroy(blocking); the variable must not be used in jobs afterwards.
func (b *Broadcast[T]) Destroy(blocking bool) {
	b.check("destroy")
	b.destroyed = true
}

func (b *Broadcast[T]) check(call string) {
	if b.destroyed {
		raiseJava(fmt.Sprintf("o%d.%s", b.id, call), b.gone())
	}
}

func (b *Broadcast[T]) gone() string {
	return fmt.Sprintf("org.apache.spark.SparkException: [INTERNAL_ERROR_BROADCAST] Attempted to use Broadcast(%d) after it was destroyed "+
		"(destroy at NativeMethodAccessorImpl.java:0)  SQLSTATE: XX000", b.id)
}

// PyTypeName is "Broadcast".
func (b *Broadcast[T]) PyTypeName() string { return "Broadcast" }

// PyModule is "pyspark.core.broadcast".
func (*Broadcast[T]) PyModule() string { return "pyspark.core.broadcast" }

// PyRepr is repr(b).
func (b *Broadcast[T]) PyRepr() string {
	return fmt.Sprintf("<pyspark.core.broadcast.Broadcast object at %p>", b)
}

// Accumulator is a variable that workers add to and the driver reads.
type Accumulator[T any] struct {
	id    int64
	value T
	add   func(a, b T) T
}

// AccumulatorParam says how the values of an accumulator are added: a script's class with addInPlace.
type AccumulatorParam[T any] interface {
	Zero(value T) T
	AddInPlace(a, b T) T
}

// Number is what sums and accumulators are made of.
type Number interface{ int64 | float64 | py.BigInt }

// NewAccumulator is sc.accumulator(value) for an int or a float.
func NewAccumulator[T Number](sc *SparkContext, value T) *Accumulator[T] {
	return newAccumulator(sc, value, addNumbers[T])
}

// NewAccumulatorParam is sc.accumulator(value, param).
func NewAccumulatorParam[T any](sc *SparkContext, value T, param AccumulatorParam[T]) *Accumulator[T] {
	return newAccumulator(sc, value, param.AddInPlace)
}

// NewAccumulatorFunc is an accumulator with the given addition, for a param that is known as a function.
func NewAccumulatorFunc[T any](sc *SparkContext, value T, addInPlace func(a, b T) T) *Accumulator[T] {
	return newAccumulator(sc, value, addInPlace)
}

func newAccumulator[T any](sc *SparkContext, value T, add func(a, b T) T) *Accumulator[T] {
	sc.lastAccum++
	return &Accumulator[T]{id: sc.lastAccum - 1, value: value, add: add}
}

// Add is acc.add(term) and acc += term. A stage that calls it must not be declared [RDD.Splittable].
func (a *Accumulator[T]) Add(term T) { a.value = a.add(a.value, term) }

// Value is acc.value, which only the driver may read.
func (a *Accumulator[T]) Value() T {
	a.driverOnly()
	return a.value
}

// SetValue is acc.value = v.
func (a *Accumulator[T]) SetValue(v T) {
	a.driverOnly()
	a.value = v
}

func (a *Accumulator[T]) driverOnly() {
	if InWorker() {
		raise(PySparkRuntimeError, "[VALUE_NOT_ACCESSIBLE] Value `Accumulator.value` cannot be accessed inside tasks.")
	}
}

// PyTypeName is "Accumulator".
func (a *Accumulator[T]) PyTypeName() string { return "Accumulator" }

// PyModule is "pyspark.accumulators".
func (*Accumulator[T]) PyModule() string { return "pyspark.accumulators" }

// PyStr is str(acc): its value.
func (a *Accumulator[T]) PyStr() string { return py.Str(a.value) }

// PyRepr is repr(acc).
func (a *Accumulator[T]) PyRepr() string {
	return fmt.Sprintf("Accumulator<id=%d, value=%s>", a.id, py.Str(a.value))
}
