package core

import (
	"fmt"
	"iter"
	"slices"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// ResultIterable is the group of values that groupByKey, groupBy and cogroup give for a key. It can be iterated any
// number of times and has a length, but no index and no useful repr.
type ResultIterable[T any] struct{ data []T }

func newResultIterable[T any](data []T) *ResultIterable[T] { return &ResultIterable[T]{data} }

// NewResultIterable makes a group of values; the slice is not copied.
func NewResultIterable[T any](data []T) *ResultIterable[T] { return &ResultIterable[T]{data} }

// Len is len(x).
func (x *ResultIterable[T]) Len() int64 { return int64(len(x.data)) }

// All iterates over the values.
func (x *ResultIterable[T]) All() iter.Seq[T] { return slices.Values(x.data) }

// PyTypeName is "ResultIterable".
func (x *ResultIterable[T]) PyTypeName() string { return "ResultIterable" }

// PyModule is "pyspark.resultiterable".
func (*ResultIterable[T]) PyModule() string { return "pyspark.resultiterable" }

// PyLen is len(x).
func (x *ResultIterable[T]) PyLen() int64 { return int64(len(x.data)) }

// PyRepr is <pyspark.resultiterable.ResultIterable object at 0x…>.
func (x *ResultIterable[T]) PyRepr() string {
	return fmt.Sprintf("<pyspark.resultiterable.ResultIterable object at %p>", x)
}

// PyIter iterates over the values, boxed.
func (x *ResultIterable[T]) PyIter() iter.Seq[any] {
	return func(yield func(any) bool) {
		for _, t := range x.data {
			if !yield(py.Box(t)) {
				return
			}
		}
	}
}
