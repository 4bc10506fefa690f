package py

import "iter"

// Gen is a generator seen from inside: what its body yields with. Only generators that make use of more than yielding elements have
// one: those that take values, catch exceptions where they yield, or return something.
type Gen[T any] struct {
	yield  func(T) bool
	ctl    *generatorControl
	closed bool
}

// generatorControl is what passes between a generator and who uses it, besides elements.
type generatorControl struct {
	sent   any        // what the yield gives that the generator waits in; nil for None
	thrown *Exception // what that yield raises instead
	result any        // what the generator has returned
}

// NewGenerator is a generator with a body that may take values, exceptions and GeneratorExit where it yields.
func NewGenerator[T any](body func(g *Gen[T]) any) *Iter[T] {
	ctl := &generatorControl{}
	it := &Iter[T]{ctl: ctl}
	it.seq = func(yield func(T) bool) {
		g := &Gen[T]{yield: yield, ctl: ctl}
		if e := Try(func() { ctl.result = body(g) }); e != nil {
			switch {
			case g.closed && e.IsA(GeneratorExit, StopIteration):
			case e.IsA(StopIteration):
				raiseStopped(e)
			default:
				panic(e)
			}
		}
	}
	return it
}

// raiseStopped raises what a generator raises that a StopIteration would leave.
func raiseStopped(e *Exception) {
	raised := NewException(RuntimeError, "generator raised StopIteration")
	raised.Cause, raised.Context, raised.SuppressContext = e, e, true
	Raise(raised)
}

// Unstopped is the body of a generator that may raise StopIteration where it only yields, such as a generator expression. What is done
// with its elements may raise one, too, which is none of its own.
func Unstopped[T any](body iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		outside := false
		e := Try(func() {
			body(func(v T) bool {
				outside = true
				more := yield(v)
				outside = false
				return more
			})
		})
		switch {
		case e == nil:
		case !outside && e.IsA(StopIteration):
			raiseStopped(e)
		default:
			panic(e)
		}
	}
}

// Yield yields v and gives what the generator is sent; it raises what is thrown into the generator, and GeneratorExit when it is closed.
func (g *Gen[T]) Yield(v T) any {
	sent, e := g.pass(v)
	if e != nil {
		Raise(e)
	}
	return sent
}

// pass yields v and gives what comes back: a value or an exception.
func (g *Gen[T]) pass(v T) (sent any, e *Exception) {
	if g.closed {
		throw(RuntimeError, "generator ignored GeneratorExit")
	}
	if !g.yield(v) {
		g.closed = true
		return nil, NewException(GeneratorExit)
	}
	sent, e = g.ctl.sent, g.ctl.thrown
	g.ctl.sent, g.ctl.thrown = nil, nil
	if sent == nil {
		sent = None
	}
	return sent, e
}

// YieldFrom is yield from it: what the generator is sent or thrown goes to it; the value is what it returns.
func YieldFrom[T any](g *Gen[T], it *Iter[T]) any {
	return YieldFromAs(g, it, func(v T) T { return v })
}

// YieldFromAs is YieldFrom an iterator whose elements are of another static type.
func YieldFromAs[T, S any](g *Gen[T], it *Iter[S], as func(S) T) any {
	v, ok := it.Next()
	for ok {
		sent, e := g.pass(as(v))
		switch {
		case g.closed:
			it.Close()
			Raise(e)
		case e != nil:
			v, ok = it.resumeWith(nil, e)
		case !isNone(sent):
			v, ok = it.resumeWith(sent, nil)
		default:
			v, ok = it.Next()
		}
	}
	return it.result()
}

// result is what a generator has returned.
func (it *Iter[T]) result() any {
	if it.ctl == nil || it.ctl.result == nil {
		return None
	}
	return it.ctl.result
}

// resumeWith goes on where the generator waits, with a value or an exception.
func (it *Iter[T]) resumeWith(sent any, e *Exception) (v T, ok bool) {
	if it.ctl == nil {
		if e != nil {
			it.Close()
			Raise(e)
		}
		throwf(AttributeError, "'%s' object has no attribute 'send'", it.PyTypeName())
	}
	it.ctl.sent, it.ctl.thrown = sent, e
	return it.Next()
}

// Send is g.send(value).
func (it *Iter[T]) Send(value any) T {
	value = Box(value)
	if it.ctl != nil && it.next == nil && !isNone(value) {
		throw(TypeError, "can't send non-None value to a just-started generator")
	}
	v, ok := it.resumeWith(value, nil)
	if !ok {
		it.stopped()
	}
	return v
}

// Throw is g.throw(exception), or the exception's class.
func (it *Iter[T]) Throw(exception any) T {
	e := ExceptionOf(exception)
	if it.next == nil { // not started: it ends where it begins
		it.Close()
		Raise(e)
	}
	v, ok := it.resumeWith(nil, e)
	if !ok {
		if it.ctl != nil && it.ctl.thrown != nil { // it had ended before
			it.ctl.thrown = nil
			Raise(e)
		}
		it.stopped()
	}
	return v
}

// stopped raises the StopIteration of a generator's end, with what it has returned.
func (it *Iter[T]) stopped() {
	e := NewException(StopIteration)
	if it.ctl != nil && it.ctl.result != nil {
		if !isNone(it.ctl.result) {
			e.Args = []any{it.ctl.result}
		}
		it.ctl.result = nil
	}
	Raise(e)
}
