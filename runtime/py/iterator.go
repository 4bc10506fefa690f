package py

import (
	"iter"
	"runtime"
)

// Iter is a Python iterator: what iter(x), a generator, zip and their like give. It is used up once.
type Iter[T any] struct {
	next func() (T, bool)
	seq  iter.Seq[T] // not started yet, if next is nil
	name string      // the type's name; "generator" if empty
	stop func()      // ends the body of one that has started
	ctl  *generatorControl
	last *any // the value of the StopIteration that ended an iterator of the script
}

// NewIter is an iterator over seq, started at the first use: a generator's body, for example.
func NewIter[T any](seq iter.Seq[T]) *Iter[T] { return &Iter[T]{seq: seq} }

// NewIterFunc is an iterator that calls next until it gives false.
func NewIterFunc[T any](name string, next func() (T, bool)) *Iter[T] {
	return &Iter[T]{name: name, next: next}
}

// namedIter is NewIter for an iterator with a type of its own, such as "map".
func namedIter[T any](name string, seq iter.Seq[T]) *Iter[T] { return &Iter[T]{name: name, seq: seq} }

func (it *Iter[T]) start() {
	if it.next != nil {
		return
	}
	next, stop := pull(it.seq)
	it.seq = nil
	it.next, it.stop = next, stop
	// An iterator dropped before its end must not leave its coroutine behind.
	runtime.AddCleanup(it, func(stop func()) { stop() }, stop)
}

// pull is iter.Pull of a sequence in which exceptions are made where they are raised, in the coroutine that knows the way there.
// A generator that asks itself for its next element raises, where iter.Pull would panic.
func pull[T any](seq iter.Seq[T]) (next func() (T, bool), stop func()) {
	running := false
	pulled, drop := iter.Pull(func(yield func(T) bool) {
		defer func() {
			running = false
			if r := recover(); r != nil {
				panic(Recovered(r))
			}
		}()
		seq(yield)
	})
	return func() (x T, ok bool) {
			enter(&running)
			x, ok = pulled()
			running = false
			return x, ok
		}, func() {
			enter(&running)
			drop()
			running = false
		}
}

// enter marks a generator's body as running.
func enter(running *bool) {
	if *running {
		throw(ValueError, "generator already executing")
	}
	*running = true
}

// Next is the next element, or false at the end and ever after.
func (it *Iter[T]) Next() (T, bool) {
	it.start()
	return it.next()
}

// With runs body where the generator yields, as a with statement does whose context manager contextlib.contextmanager made of the
// generator: what body raises is raised by the yield. It raises RuntimeError for a generator that does not yield once.
func (it *Iter[T]) With(body func(T)) {
	seq, entered := it.seq, false
	var stopped *Exception // a StopIteration that body raises, of which the generator makes a RuntimeError
	it.seq = func(func(T) bool) {}
	raised := Try(func() {
		seq(func(x T) bool {
			if entered {
				throw(RuntimeError, "generator didn't stop")
			}
			entered = true
			if e := Try(func() { body(x) }); e != nil {
				if e.IsA(StopIteration) {
					stopped = e
				}
				panic(e)
			}
			return true
		})
	})
	switch {
	case raised != nil && stopped != nil && raised.Cause == stopped:
		panic(stopped)
	case raised != nil:
		panic(raised)
	case !entered:
		throw(RuntimeError, "generator didn't yield")
	}
}

// All iterates over what is left.
func (it *Iter[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		for {
			x, ok := it.Next()
			if !ok {
				return
			}
			if !yield(x) {
				return
			}
		}
	}
}

// Once iterates over an iterator that nothing else refers to, as in `for x in f():`. A generator left
// before its end runs its finally clauses at once, as Python drops it there.
func (it *Iter[T]) Once() iter.Seq[T] {
	if it.next == nil && it.seq != nil {
		return it.seq
	}
	return it.All()
}

// Close is the method close of generators: the body ends where it waits, running its finally clauses.
func (it *Iter[T]) Close() {
	if it.stop != nil {
		it.stop()
	}
	it.seq = nil
	it.next = func() (t T, ok bool) { return t, false }
}

// Next is next(it); it raises StopIteration.
func Next[T any](it *Iter[T]) T {
	x, ok := it.Next()
	if !ok {
		it.stopped()
	}
	return x
}

// NextOr is next(it, otherwise).
func NextOr[T any](it *Iter[T], otherwise T) T {
	if x, ok := it.Next(); ok {
		return x
	}
	return otherwise
}

// NextOpt is next(it, None).
func NextOpt[T any](it *Iter[T]) Opt[T] {
	x, ok := it.Next()
	return Opt[T]{x, ok}
}

// PyTypeName is "generator", or the name of the iterator's own type.
func (it *Iter[T]) PyTypeName() string {
	if it == nil || it.name == "" {
		return "generator"
	}
	return it.name
}

// PyIter iterates over what is left, boxed.
func (it *Iter[T]) PyIter() iter.Seq[any] { return boxAll(it.All()) }

// PyEqual is identity.
func (it *Iter[T]) PyEqual(other any) bool { return any(it) == other }

// PyHash is by identity.
func (it *Iter[T]) PyHash() int64 { return Id(it) >> 4 }

// nextAny is Next without the element type.
func (it *Iter[T]) nextAny() (any, bool) {
	x, ok := it.Next()
	if !ok {
		return nil, false
	}
	return Box(x), true
}

// PyCallMethod calls what generators have, by name.
func (it *Iter[T]) PyCallMethod(name string, args []any) (any, bool) {
	switch {
	case name == "close" && len(args) == 0:
		it.Close()
		return None, true
	case name == "__next__" && len(args) == 0:
		return Box(Next(it)), true
	case name == "__iter__" && len(args) == 0:
		return it, true
	case it.name != "":
	case name == "send" && len(args) == 1:
		return Box(it.Send(args[0])), true
	case name == "send":
		throwf(TypeError, "generator.send() takes exactly one argument (%d given)", len(args))
	case name == "throw" && len(args) == 1:
		return Box(it.Throw(args[0])), true
	case name == "throw" && (len(args) == 2 || len(args) == 3):
		return Box(IterThrowValue(it, args[0], args[1], None)), true
	}
	return nil, false
}
