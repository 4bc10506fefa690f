package py

import (
	"iter"
	"math"
	"sort"
)

// The functions of the module use one shared generator.

// RandomSeed is random.seed(a).
func RandomSeed(a any) { globalRandom.Seed(a) }

// RandomRandom is random.random().
func RandomRandom() float64 { return globalRandom.Random() }

// RandomRandint is random.randint(a, b).
func RandomRandint(a, b int64) int64 { return globalRandom.Randint(a, b) }

// RandomRandrange is random.randrange(start, stop, step).
func RandomRandrange(start, stop, step int64) int64 { return globalRandom.Randrange(start, stop, step) }

// RandomRandrangeTo is random.randrange(stop).
func RandomRandrangeTo(stop int64) int64 {
	if stop <= 0 {
		throw(ValueError, "empty range for randrange()")
	}
	return globalRandom.Randrange(0, stop, 1)
}

// RandomUniform is random.uniform(a, b).
func RandomUniform(a, b float64) float64 { return globalRandom.Uniform(a, b) }

// RandomGauss is random.gauss(mu, sigma).
func RandomGauss(mu, sigma float64) float64 { return globalRandom.Gauss(mu, sigma) }

// RandomNormalvariate is random.normalvariate(mu, sigma).
func RandomNormalvariate(mu, sigma float64) float64 { return globalRandom.Normalvariate(mu, sigma) }

// RandomExpovariate is random.expovariate(lambda).
func RandomExpovariate(lambda float64) float64 { return globalRandom.Expovariate(lambda) }

// RandomGetrandbits is random.getrandbits(k).
func RandomGetrandbits(k int64) int64 { return globalRandom.Getrandbits(k) }

// RandomChoice is random.choice(sequence).
func RandomChoice[T any](seq iter.Seq[T]) T { return Choice(globalRandom, ListOf(seq).v) }

// RandomShuffle is random.shuffle(l).
func RandomShuffle[T any](l *List[T]) { Shuffle(globalRandom, l.v) }

// RandomSample is random.sample(population, k).
func RandomSample[T any](seq iter.Seq[T], k int64) *List[T] {
	return &List[T]{Sample(globalRandom, ListOf(seq).v, k)}
}

// RandomChoiceIn is r.choice(sequence).
func RandomChoiceIn[T any](r *Random, seq iter.Seq[T]) T { return Choice(r, ListOf(seq).v) }

// RandomShuffleIn is r.shuffle(l).
func RandomShuffleIn[T any](r *Random, l *List[T]) { Shuffle(r, l.v) }

// RandomSampleIn is r.sample(population, k).
func RandomSampleIn[T any](r *Random, seq iter.Seq[T], k int64) *List[T] {
	return &List[T]{Sample(r, ListOf(seq).v, k)}
}

// RandomChoices is random.choices(population, k=k).
func RandomChoices[T any](population iter.Seq[T], k int64) *List[T] {
	items := ListOf(population).v
	if len(items) == 0 && k > 0 {
		throw(IndexError, "list index out of range")
	}
	out := &List[T]{}
	for range k {
		out.Append(items[int(math.Floor(globalRandom.Random()*float64(len(items))))])
	}
	return out
}

// RandomChoicesWeighted is random.choices(population, weights, k=k).
func RandomChoicesWeighted[T any](population iter.Seq[T], weights iter.Seq[float64], k int64) *List[T] {
	items := ListOf(population).v
	var sums []float64
	total := 0.0
	for w := range weights {
		total += w
		sums = append(sums, total)
	}
	switch {
	case len(sums) != len(items):
		throw(ValueError, "The number of weights does not match the population")
	case total <= 0:
		throw(ValueError, "Total of weights must be greater than zero")
	}
	out := &List[T]{}
	for range k {
		x := globalRandom.Random() * total
		i := sort.Search(len(sums)-1, func(i int) bool { return sums[i] > x })
		out.Append(items[i])
	}
	return out
}
