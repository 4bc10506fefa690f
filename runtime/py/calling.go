package py

import "iter"

// calling is the state of an iterator that calls a function of the script, such as that of map. A StopIteration which the
// function raises ends the iteration: so it does with Python's iterators that are not generators.
type calling struct{ inside bool }

// callingIter is the iterator of a sequence whose function is called through c.
func callingIter[T any](name string, c *calling, seq iter.Seq[T]) *Iter[T] {
	return namedIter(name, func(yield func(T) bool) {
		defer c.ended()
		seq(yield)
	})
}

// ended ends an iteration whose function has raised StopIteration.
func (c *calling) ended() {
	if !c.inside {
		return
	}
	r := Recovered(recover())
	if e, ok := r.(*Exception); !ok || !e.IsA(StopIteration) {
		panic(r)
	}
}

// through1 is f, called through c.
func through1[A, R any](c *calling, f func(A) R) func(A) R {
	return func(a A) R {
		c.inside = true
		r := f(a)
		c.inside = false
		return r
	}
}

// through2 is f, called through c.
func through2[A, B, R any](c *calling, f func(A, B) R) func(A, B) R {
	return func(a A, b B) R {
		c.inside = true
		r := f(a, b)
		c.inside = false
		return r
	}
}
