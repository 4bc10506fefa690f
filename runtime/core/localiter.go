package core

import (
	"github.com/dstreamc/dstreamc/runtime/py"
)

// ToLocalIterator is rdd.toLocalIterator(): one job for each partition, when the iterator gets to it.
func ToLocalIterator[T any](r *RDD[T], prefetch bool) *py.Iter[T] {
	parts := r.allParts()
	return py.NewIter(func(yield func(T) bool) {
		for _, i := range parts {
			for _, items := range runJob(r, []int{i}, func(_ int, p Part[T]) []T { return slice(p) }) {
				for _, t := range items {
					if !yield(t) {
						return
					}
				}
			}
		}
	})
}
