package core

import "github.com/dstreamc/dstreamc/runtime/py"

// copier gives copies of a zero value: PySpark pickles it anew for every partition and key, so that a function may
// change the one it gets. A list, dict or set is copied; its elements are not, nor are containers in a tuple.
func copier[T any](zero T) func() T {
	if _, ok := any(zero).(py.Lener); ok {
		return func() T { return py.CopyCopy(zero) }
	}
	return func() T { return zero }
}
