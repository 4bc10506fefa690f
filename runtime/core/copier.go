package core

// copier gives copies of a zero value: PySpark pickles it anew for every partition and key, so that a function may
// change the one it gets. A list, dict or set is copied; its elements are not, nor are containers in a tuple.
func copier[T any](zero T) func() T {
	if c, ok := any(zero).(interface{ Copy() T }); ok {
		return c.Copy
	}
	return func() T { return zero }
}
