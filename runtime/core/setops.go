package core

// sideCounts is how often a record comes on the left and on the right.
type sideCounts struct{ left, right int }

func addCounts(a, b sideCounts) sideCounts {
	return sideCounts{a.left + b.left, a.right + b.right}
}

// countedRDD is what the set operations have in common. It moves the records of left and right (which may be nil) to n partitions and yields each distinct one, in the
// order in which it is first seen, as often as times says.
func countedRDD[T any](left, right *RDD[T], n int, times func(c sideCounts) int) *RDD[T] {
	s := newCombineShuffle(hashedTo[T](n), addCounts, func() (maps []*Combiner[T, sideCounts]) {
		for _, side := range []struct {
			r   *RDD[T]
			one sideCounts
		}{{left, sideCounts{left: 1}}, {right, sideCounts{right: 1}}} {
			if side.r == nil {
				continue
			}
			for i := range side.r.NumPartitions() {
				c := NewCombiner[T, sideCounts]()
				InTask(func() {
					for t := range side.r.Compute(i).All() {
						c.Merge(t, side.one, addCounts)
					}
				})
				maps = append(maps, c)
			}
		}
		return maps
	})
	parents := []lineage{left.debugNode}
	if right != nil {
		parents = append(parents, right.debugNode)
	}
	out := newRDD(left.sc, "PythonRDD", fixed(n), func(i int) Part[T] {
		return PartSeq(func(yield func(T) bool) {
			for kv := range s.part(i).All() {
				for range times(kv.V1) {
					if !yield(kv.V0) {
						return
					}
				}
			}
		})
	}, parents...)
	out.located = s.has
	return out
}

// Distinct is rdd.distinct(n).
func Distinct[T any](r *RDD[T], n ...int64) *RDD[T] {
	return countedRDD(r, nil, reducers(r, n), func(sideCounts) int { return 1 })
}

// Intersection is rdd.intersection(other): the distinct records that both have.
func Intersection[T any](r *RDD[T], other *RDD[T]) *RDD[T] {
	return countedRDD(r, other, reducersOfBoth(r, other, nil), func(c sideCounts) int { return min(1, c.left, c.right) })
}

// Subtract is rdd.subtract(other, n): the records that other does not have, each as often as it comes.
func Subtract[T any](r *RDD[T], other *RDD[T], n ...int64) *RDD[T] {
	return countedRDD(r, other, reducersOfBoth(r, other, n), func(c sideCounts) int {
		if c.right > 0 {
			return 0
		}
		return c.left
	})
}

// reducersOfBoth is numPartitions of an operation on the union of r and other.
func reducersOfBoth[T any](r, other *RDD[T], n []int64) int {
	if len(n) == 0 && !r.sc.conf.Contains("spark.default.parallelism") {
		return r.NumPartitions() + other.NumPartitions()
	}
	return reducers(r, n)
}
