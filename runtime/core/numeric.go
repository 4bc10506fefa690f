package core

import (
	"fmt"
	"math"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// addNumbers is a + b: checked for ints, dynamic for records without a static type.
func addNumbers[T any](a, b T) T {
	switch x := any(a).(type) {
	case int64:
		if y, ok := any(b).(int64); ok {
			return any(py.AddInt(x, y)).(T)
		}
	case float64:
		if y, ok := any(b).(float64); ok {
			return any(x + y).(T)
		}
	case py.BigInt:
		if y, ok := any(b).(py.BigInt); ok {
			return any(x.Add(y)).(T)
		}
	}
	return any(py.DynAdd(any(a), any(b))).(T)
}

// Sum is rdd.sum(): each partition from 0 on, then their sums. It keeps the type of the records, int or float; records
// without a static type (any) are added as Python does.
func Sum[T any](r *RDD[T]) T {
	switch r := any(r).(type) {
	case *RDD[int64]:
		return any(sumInts(r)).(T)
	case *RDD[float64]:
		return any(sumFloats(r)).(T)
	}
	var zero T
	if any(zero) == nil {
		zero = any(int64(0)).(T)
	}
	return Aggregate(r, zero, addNumbers[T], addNumbers[T])
}

// The sums of the usual types are compiled once, and box nothing.

func sumInts(r *RDD[int64]) int64 { return Aggregate(r, 0, py.AddInt, py.AddInt) }

func sumFloats(r *RDD[float64]) float64 {
	add := func(a, b float64) float64 { return a + b }
	return Aggregate(r, 0, add, add)
}

// toFloat is the number v as a float; it raises TypeError for anything else.
func toFloat[T any](v T) float64 {
	switch x := any(v).(type) {
	case int64:
		return float64(x)
	case float64:
		return x
	case py.BigInt:
		return x.Float()
	case *py.Wide:
		return x.PyFloat()
	case bool:
		if x {
			return 1
		}
		return 0
	}
	raise(py.TypeError, "unsupported operand type(s) for -: '%s' and 'float'", py.TypeName(v))
	panic("unreachable")
}

// StatCounter is pyspark.statcounter.StatCounter: count, mean and variance in one pass, merged by partition.
type StatCounter[T any] struct {
	n        int64
	mu, m2   float64
	max, min T
}

// Stats is rdd.stats().
func Stats[T any](r *RDD[T]) *StatCounter[T] {
	counters := runAll(r, func(p Part[T]) *StatCounter[T] {
		c := &StatCounter[T]{}
		for t := range p.All() {
			c.Merge(t)
		}
		return c
	})
	if len(counters) == 0 {
		raise(py.ValueError, "Can not reduce() empty RDD")
	}
	for _, c := range counters[1:] {
		counters[0].MergeStats(c)
	}
	return counters[0]
}

// Merge is c.merge(value).
func (c *StatCounter[T]) Merge(value T) *StatCounter[T] {
	x := toFloat(value)
	delta := x - c.mu
	c.n++
	c.mu += delta / float64(c.n)
	c.m2 += float64(delta * (x - c.mu))
	if c.n == 1 {
		c.max, c.min = value, value
	} else {
		c.extend(value, value)
	}
	return c
}

// extend takes new extremes into account. NaN changes nothing, unless the counter has seen nothing else.
func (c *StatCounter[T]) extend(low, high T) {
	if py.Compare(high, c.max) > 0 || math.IsNaN(toFloat(c.max)) {
		c.max = high
	}
	if py.Compare(low, c.min) < 0 || math.IsNaN(toFloat(c.min)) {
		c.min = low
	}
}

// MergeStats is c.mergeStats(other).
func (c *StatCounter[T]) MergeStats(o *StatCounter[T]) *StatCounter[T] {
	switch {
	case o.n == 0:
		return c
	case o == c:
		o = c.Copy()
	}
	switch {
	case c.n == 0:
		*c = *o
		return c
	}
	n, m := float64(c.n), float64(o.n)
	delta := o.mu - c.mu
	switch {
	case o.n*10 < c.n:
		c.mu += float64(delta*m) / (n + m)
	case c.n*10 < o.n:
		c.mu = o.mu - float64(delta*n)/(n+m)
	default:
		c.mu = (float64(c.mu*n) + float64(o.mu*m)) / (n + m)
	}
	c.extend(o.min, o.max)
	c.m2 += o.m2 + float64(float64(float64(delta*delta)*n)*m)/(n+m)
	c.n += o.n
	return c
}

// Copy is c.copy().
func (c *StatCounter[T]) Copy() *StatCounter[T] {
	out := *c
	return &out
}

// StatCounterAsDict is c.asDict(sample). A method would make every program hold such a dict.
func StatCounterAsDict[T any](c *StatCounter[T], sample bool) *py.Dict[string, any] {
	stdev, variance := c.SampleStdev(), c.SampleVariance()
	if sample { // PySpark has it the wrong way round
		stdev, variance = c.Stdev(), c.Variance()
	}
	out := py.NewDict[string, any]()
	out.Set("count", c.Count())
	out.Set("mean", c.Mean())
	out.Set("sum", c.Sum())
	out.Set("min", boxExtreme(c.n, c.min, math.Inf(1)))
	out.Set("max", boxExtreme(c.n, c.max, math.Inf(-1)))
	out.Set("stdev", stdev)
	out.Set("variance", variance)
	return out
}

func boxExtreme[T any](n int64, v T, none float64) any {
	if n == 0 {
		return none
	}
	return v
}

// Count is c.count().
func (c *StatCounter[T]) Count() int64 { return c.n }

// Mean is c.mean(), 0.0 for no values.
func (c *StatCounter[T]) Mean() float64 { return c.mu }

// Sum is c.sum(), computed from the mean.
func (c *StatCounter[T]) Sum() float64 { return float64(c.n) * c.mu }

// Max is c.max(). Without values Python's is float("-inf"); an int cannot be that, which raises ValueError.
func (c *StatCounter[T]) Max() T { return c.extreme(c.max, math.Inf(-1)) }

// Min is c.min(). Without values Python's is float("inf"); an int cannot be that, which raises ValueError.
func (c *StatCounter[T]) Min() T { return c.extreme(c.min, math.Inf(1)) }

func (c *StatCounter[T]) extreme(v T, none float64) T {
	if c.n > 0 {
		return v
	}
	if f, ok := any(none).(T); ok {
		return f
	}
	raise(py.ValueError, "the StatCounter is empty: its extreme is %s, which is no int", py.Repr(none))
	panic("unreachable")
}

// Variance is c.variance(): nan for no values.
func (c *StatCounter[T]) Variance() float64 {
	if c.n == 0 {
		return math.NaN()
	}
	return c.m2 / float64(c.n)
}

// SampleVariance is c.sampleVariance(): nan for less than two values.
func (c *StatCounter[T]) SampleVariance() float64 {
	if c.n <= 1 {
		return math.NaN()
	}
	return c.m2 / float64(c.n-1)
}

// Stdev is c.stdev().
func (c *StatCounter[T]) Stdev() float64 { return math.Sqrt(c.Variance()) }

// SampleStdev is c.sampleStdev().
func (c *StatCounter[T]) SampleStdev() float64 { return math.Sqrt(c.SampleVariance()) }

// PyTypeName is "StatCounter".
func (c *StatCounter[T]) PyTypeName() string { return "StatCounter" }

// PyModule is "pyspark.statcounter".
func (*StatCounter[T]) PyModule() string { return "pyspark.statcounter" }

// PyRepr is (count: 4, mean: 2.5, stdev: 1.118033988749895, max: 4, min: 1).
func (c *StatCounter[T]) PyRepr() string {
	max, min := "-inf", "inf"
	if c.n > 0 {
		max, min = py.Str(c.max), py.Str(c.min)
	}
	return fmt.Sprintf("(count: %d, mean: %s, stdev: %s, max: %s, min: %s)", c.n, py.Str(c.mu), py.Str(c.Stdev()), max, min)
}

// Mean is rdd.mean().
func Mean[T any](r *RDD[T]) float64 { return Stats(r).Mean() }

// Variance is rdd.variance().
func Variance[T any](r *RDD[T]) float64 { return Stats(r).Variance() }

// Stdev is rdd.stdev().
func Stdev[T any](r *RDD[T]) float64 { return Stats(r).Stdev() }

// SampleStdev is rdd.sampleStdev().
func SampleStdev[T any](r *RDD[T]) float64 { return Stats(r).SampleStdev() }

// SampleVariance is rdd.sampleVariance().
func SampleVariance[T any](r *RDD[T]) float64 { return Stats(r).SampleVariance() }
