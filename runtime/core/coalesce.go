package core

import (
	"math"
	"sync"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Coalesce is rdd.coalesce(n, shuffle). Without a shuffle partitions are joined, and there are never more than before; with one
// it is [Repartition].
func Coalesce[T any](r *RDD[T], n int64, shuffle bool) *RDD[T] {
	if n <= 0 {
		raise(py.ValueError, "Number of partitions must be positive.")
	}
	if shuffle {
		return spread(r, int(n))
	}
	var located bool
	parts := sync.OnceValue(func() [][]place[T] {
		var out [][]place[T]
		for _, group := range coalesced(r.NumPartitions(), int(min(n, math.MaxInt32)), r.isLocated, &located) {
			var places []place[T]
			for _, i := range group {
				places = append(places, place[T]{r, i})
			}
			out = append(out, places)
		}
		return out
	})
	out := joinedLater(r.sc, "CoalescedRDD", parts, r.batch.Pickling, r.debugNode)
	out.located = func(int) bool { return located }
	return out
}

// coalesced are the partitions of each group into which Spark joins those of an RDD: neighbours, or, where it knows that some are in
// the memory of a machine, what its DefaultPartitionCoalescer makes of that. Here all are on one machine.
func coalesced(parts, n int, isLocated func(i int) bool, located *bool) [][]int {
	var known []int
	for i := range parts {
		if isLocated(i) {
			known = append(known, i)
		}
	}
	groups := make([][]int, min(n, parts))
	if len(known) == 0 {
		for i := range groups {
			for j := i * parts / len(groups); j < (i+1)*parts/len(groups); j++ {
				groups[i] = append(groups[i], j)
			}
		}
		return groups
	}
	*located = true
	c := coalescer{groups: groups, random: newJavaRandom(7919), placed: make([]bool, parts), slack: parts / 10}
	c.setUp(known)
	for i := range parts {
		if !c.placed[i] {
			g := c.pick(isLocated(i))
			c.groups[g] = append(c.groups[g], i)
		}
	}
	return c.groups
}

// coalescer is Spark's DefaultPartitionCoalescer for one machine.
type coalescer struct {
	groups [][]int
	random javaRandom
	placed []bool
	slack  int // by how many partitions a group on the right machine may be the bigger one
}

func (c *coalescer) place(group, i int) bool {
	if c.placed[i] {
		return false
	}
	c.placed[i] = true
	c.groups[group] = append(c.groups[group], i)
	return true
}

// setUp gives each group a first partition: a random one of those that are somewhere, if no other group has it; else the first one
// that is left.
func (c *coalescer) setUp(known []int) {
	c.place(0, known[0])
	for g := 1; g < len(c.groups); g++ {
		c.place(g, known[c.random.intn(len(known))])
	}
	c.fill(known)
	all := make([]int, len(c.placed))
	for i := range all {
		all[i] = i
	}
	c.fill(all)
}

// fill puts partitions into empty groups.
func (c *coalescer) fill(from []int) {
	for g := range c.groups {
		for len(c.groups[g]) == 0 && len(from) > 0 {
			c.place(g, from[0])
			from = from[1:]
		}
	}
}

// pick chooses the group of another partition: the smallest one if the partition is somewhere, unless the smaller of two random ones
// is smaller by far.
func (c *coalescer) pick(located bool) int {
	first, second := c.random.intn(len(c.groups)), c.random.intn(len(c.groups))
	random := second
	if len(c.groups[first]) < len(c.groups[second]) {
		random = first
	}
	if !located {
		return random
	}
	least := 0
	for g := range c.groups {
		if len(c.groups[g]) < len(c.groups[least]) {
			least = g
		}
	}
	if len(c.groups[random])+c.slack <= len(c.groups[least]) {
		return random
	}
	return least
}

// javaRandom is java.util.Random.
type javaRandom int64

const javaFactor, javaMask = 0x5DEECE66D, 1<<48 - 1

func newJavaRandom(seed int64) javaRandom { return javaRandom((seed ^ javaFactor) & javaMask) }

// intn is random.nextInt(bound).
func (r *javaRandom) intn(bound int) int {
	next := func() int32 {
		*r = (*r*javaFactor + 0xB) & javaMask
		return int32(*r >> (48 - 31))
	}
	b := int32(bound)
	bits := next()
	if b&(b-1) == 0 {
		return int(int64(b) * int64(bits) >> 31)
	}
	for bits-bits%b+(b-1) < 0 {
		bits = next()
	}
	return int(bits % b)
}
