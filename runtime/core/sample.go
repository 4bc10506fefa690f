package core

import (
	"iter"
	"math"
	"math/rand/v2"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// seedOr is the seed given, or a random one.
func seedOr(seed py.Opt[int64]) int64 {
	if seed.Ok {
		return seed.V
	}
	return rand.Int64()
}

// sampler is the random generator of one partition, as pyspark.rddsampler makes it.
func sampler(seed int64, part int) *mersenne {
	m := newMersenne(seed ^ int64(part))
	for range 10 {
		m.below(2)
	}
	return m
}

// poisson is a Poisson random number, by Knuth's algorithm.
func (m *mersenne) poisson(mean float64) int {
	k := 0
	if mean < 20 {
		limit := math.Exp(-mean)
		for p := m.random(); p > limit; p *= m.random() {
			k++
		}
		return k
	}
	exponential := func() float64 { return -math.Log(1-m.random()) / mean }
	for p := exponential(); p < 1; p += exponential() {
		k++
	}
	return k
}

// sampled keeps each record as often as times says.
func sampled[T any](r *RDD[T], seed int64, times func(m *mersenne, t T) int) *RDD[T] {
	out := mapSeq(r, func(part int, seq iter.Seq[T]) iter.Seq[T] {
		return func(yield func(T) bool) {
			m := sampler(seed, part)
			for t := range seq {
				for range times(m, t) {
					if !yield(t) {
						return
					}
				}
			}
		}
	})
	out.part, out.placed = r.part, r.placed
	return out
}

// drawn is how often a record comes in a sample of the given fraction.
func drawn(m *mersenne, withReplacement bool, fraction float64) int {
	switch {
	case withReplacement:
		return m.poisson(fraction)
	case m.random() < fraction:
		return 1
	}
	return 0
}

// Sample is rdd.sample(withReplacement, fraction, seed). A seed gives PySpark's sample; None a random one.
func Sample[T any](r *RDD[T], withReplacement bool, fraction float64, seed py.Opt[int64]) *RDD[T] {
	if !(fraction >= 0) {
		raise(py.ValueError, "Fraction must be nonnegative.")
	}
	return sampled(r, seedOr(seed), func(m *mersenne, _ T) int { return drawn(m, withReplacement, fraction) })
}

// SampleByKey is rdd.sampleByKey(withReplacement, fractions, seed): a fraction for each key.
func SampleByKey[K, V any](r *RDD[py.Tuple2[K, V]], withReplacement bool, fractions *py.Dict[K, float64], seed py.Opt[int64]) *RDD[py.Tuple2[K, V]] {
	for _, f := range fractions.Pairs() {
		if !(f >= 0) {
			raise(py.AssertionError, "Negative fraction value: %s", py.Str(f))
		}
	}
	return sampled(r, seedOr(seed), func(m *mersenne, kv py.Tuple2[K, V]) int {
		return drawn(m, withReplacement, fractions.At(kv.V0))
	})
}

// RandomSplit is rdd.randomSplit(weights, seed): each record goes to one of the results.
func RandomSplit[T any](r *RDD[T], weights iter.Seq[float64], seed py.Opt[int64]) *py.List[*RDD[T]] {
	var all []float64
	sum := 0.0
	for w := range weights {
		if !(w >= 0) {
			raise(py.ValueError, "Weights must be nonnegative")
		}
		all = append(all, w)
		sum += w
	}
	if !(sum > 0) {
		raise(py.ValueError, "Sum of weights must be positive")
	}
	s := seedOr(seed)
	if !seed.Ok {
		s &= math.MaxUint32
	}
	out := py.NewList[*RDD[T]]()
	low := 0.0
	for _, w := range all {
		from, to := low, low+w/sum
		out.Append(sampled(r, s, func(m *mersenne, _ T) int {
			if x := m.random(); from <= x && x < to {
				return 1
			}
			return 0
		}))
		low = to
	}
	return out
}

// TakeSample is rdd.takeSample(withReplacement, num, seed).
func TakeSample[T any](r *RDD[T], withReplacement bool, num int64, seed py.Opt[int64]) *py.List[T] {
	if num < 0 {
		raise(py.ValueError, "Sample size cannot be negative.")
	}
	if num == 0 || r.NumPartitions() == 0 {
		return py.NewList[T]()
	}
	total := Count(r)
	if total == 0 {
		return py.NewList[T]()
	}
	m := newMersenne(seedOr(seed))
	if !withReplacement && num >= total {
		all := Collect(r).Raw()
		shuffle(m, all)
		return listOf(all)
	}
	fraction := sampleFraction(num, total, withReplacement)
	some := Collect(Sample(r, withReplacement, fraction, seed)).Raw()
	for int64(len(some)) < num {
		next := py.Some(int64(m.below(1 << 63)))
		some = Collect(Sample(r, withReplacement, fraction, next)).Raw()
	}
	shuffle(m, some)
	return listOf(some[:num])
}

// sampleFraction is the fraction which gives at least num of total records, almost surely.
func sampleFraction(num, total int64, withReplacement bool) float64 {
	fraction := float64(num) / float64(total)
	if withReplacement {
		deviations := 5.0
		if num < 12 {
			deviations = 9
		}
		return fraction + deviations*math.Sqrt(fraction/float64(total))
	}
	gamma := -math.Log(0.00005) / float64(total)
	return min(1, fraction+gamma+math.Sqrt(gamma*gamma+2*gamma*fraction))
}
