package pyrandom

import (
	"iter"

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
func RandrangeTo(stop int64) int64 { return shared.RandrangeTo(stop) }

// BigRandint is random.randint(a, b) of ints of any size.
func BigRandint(a, b py.BigInt) py.BigInt { return shared.BigRandint(a, b) }

// BigRandrange is random.randrange(start, stop, step) of ints of any size.
func BigRandrange(start, stop, step py.BigInt) py.BigInt {
	return shared.BigRandrange(start, stop, step)
}

// BigRandrangeTo is random.randrange(stop) of an int of any size.
func BigRandrangeTo(stop py.BigInt) py.BigInt { return shared.BigRandrangeTo(stop) }

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

// Lognormvariate is random.lognormvariate(mu, sigma).
func Lognormvariate(mu, sigma float64) float64 { return shared.Lognormvariate(mu, sigma) }

// Triangular is random.triangular(low, high, mode).
func Triangular(low, high float64, mode py.Opt[float64]) float64 {
	return shared.Triangular(low, high, mode)
}

// Gammavariate is random.gammavariate(alpha, beta).
func Gammavariate(alpha, beta float64) float64 { return shared.Gammavariate(alpha, beta) }

// Betavariate is random.betavariate(alpha, beta).
func Betavariate(alpha, beta float64) float64 { return shared.Betavariate(alpha, beta) }

// Paretovariate is random.paretovariate(alpha).
func Paretovariate(alpha float64) float64 { return shared.Paretovariate(alpha) }

// Weibullvariate is random.weibullvariate(alpha, beta).
func Weibullvariate(alpha, beta float64) float64 { return shared.Weibullvariate(alpha, beta) }

// Vonmisesvariate is random.vonmisesvariate(mu, kappa).
func Vonmisesvariate(mu, kappa float64) float64 { return shared.Vonmisesvariate(mu, kappa) }

// Randbytes is random.randbytes(n).
func Randbytes(n int64) py.Bytes { return shared.Randbytes(n) }

// Getstate is random.getstate().
func Getstate() any { return shared.Getstate() }

// Setstate is random.setstate(state).
func Setstate(state any) { shared.Setstate(state) }

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
