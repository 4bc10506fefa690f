package pyrandom

import (
	"iter"
	"math"
	"sort"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// shared is the generator of the functions of the module, seeded from the clock.
var shared = NewRandom(py.None)

// Seed is random.seed(a).
func Seed(a any) { shared.Seed(a) }

// Next is random.random().
func Next() float64 { return shared.Random() }

// Randint is random.randint(a, b).
func Randint(a, b int64) int64 { return shared.Randint(a, b) }

// Randrange is random.randrange(start, stop, step).
func Randrange(start, stop, step int64) int64 { return shared.Randrange(start, stop, step) }

// RandrangeTo is random.randrange(stop).
func RandrangeTo(stop int64) int64 {
	if stop <= 0 {
		py.Throw(py.ValueError, "empty range for randrange()")
	}
	return shared.Randrange(0, stop, 1)
}

// BigRandint is random.randint(a, b) of ints of any size.
func BigRandint(a, b py.BigInt) py.BigInt { return shared.BigRandint(a, b) }

// BigRandrange is random.randrange(start, stop, step) of ints of any size.
func BigRandrange(start, stop, step py.BigInt) py.BigInt {
	return shared.BigRandrange(start, stop, step)
}

// BigRandrangeTo is random.randrange(stop) of an int of any size.
func BigRandrangeTo(stop py.BigInt) py.BigInt {
	if !py.Big(0).Less(stop) {
		py.Throw(py.ValueError, "empty range for randrange()")
	}
	return shared.BigRandrange(py.Big(0), stop, py.Big(1))
}

// BigGetrandbits is random.getrandbits(k).
func BigGetrandbits(k int64) py.BigInt { return shared.BigGetrandbits(k) }

// Uniform is random.uniform(a, b).
func Uniform(a, b float64) float64 { return shared.Uniform(a, b) }

// Gauss is random.gauss(mu, sigma).
func Gauss(mu, sigma float64) float64 { return shared.Gauss(mu, sigma) }

// Normalvariate is random.normalvariate(mu, sigma).
func Normalvariate(mu, sigma float64) float64 { return shared.Normalvariate(mu, sigma) }

// Expovariate is random.expovariate(lambda).
func Expovariate(lambda float64) float64 { return shared.Expovariate(lambda) }

// Getrandbits is random.getrandbits(k).
func Getrandbits(k int64) int64 { return shared.Getrandbits(k) }

// Choice is random.choice(sequence).
func Choice[T any](seq iter.Seq[T]) T { return choice(shared, py.ListOf(seq).Raw()) }

// Shuffle is random.shuffle(l).
func Shuffle[T any](l *py.List[T]) { shuffle(shared, l.Raw()) }

// Sample is random.sample(population, k).
func Sample[T any](seq iter.Seq[T], k int64) *py.List[T] {
	return py.NewList(sample(shared, py.ListOf(seq).Raw(), k)...)
}

// ChoiceIn is r.choice(sequence).
func ChoiceIn[T any](r *Random, seq iter.Seq[T]) T { return choice(r, py.ListOf(seq).Raw()) }

// ShuffleIn is r.shuffle(l).
func ShuffleIn[T any](r *Random, l *py.List[T]) { shuffle(r, l.Raw()) }

// SampleIn is r.sample(population, k).
func SampleIn[T any](r *Random, seq iter.Seq[T], k int64) *py.List[T] {
	return py.NewList(sample(r, py.ListOf(seq).Raw(), k)...)
}

// Choices is random.choices(population, k=k).
func Choices[T any](population iter.Seq[T], k int64) *py.List[T] {
	items := py.ListOf(population).Raw()
	if len(items) == 0 && k > 0 {
		py.Throw(py.IndexError, "list index out of range")
	}
	out := py.NewList[T]()
	for range k {
		out.Append(items[int(math.Floor(shared.Random()*float64(len(items))))])
	}
	return out
}

// ChoicesWeighted is random.choices(population, weights, k=k).
func ChoicesWeighted[T any](population iter.Seq[T], weights iter.Seq[float64], k int64) *py.List[T] {
	items := py.ListOf(population).Raw()
	var sums []float64
	total := 0.0
	for w := range weights {
		total += w
		sums = append(sums, total)
	}
	switch {
	case len(sums) != len(items):
		py.Throw(py.ValueError, "The number of weights does not match the population")
	case len(items) == 0:
		py.Throw(py.IndexError, "list index out of range")
	case total <= 0:
		py.Throw(py.ValueError, "Total of weights must be greater than zero")
	}
	out := py.NewList[T]()
	for range k {
		x := shared.Random() * total
		i := sort.Search(len(sums)-1, func(i int) bool { return sums[i] > x })
		out.Append(items[i])
	}
	return out
}
