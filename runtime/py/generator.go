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

// YieldFromAny is yield from a value whose type is known when running only.
func YieldFromAny(g *Gen[any], v any) any {
	if o, ok := v.(*DynObject); ok {
		if it, ok := o.special("__iter__"); ok {
			v = it
		}
	}
	switch x := v.(type) {
	case *Iter[any]:
		return YieldFrom(g, x)
	case resumable:
		return yieldFromResumable(g, x)
	case *DynObject:
		if x.has("__next__") {
			return YieldFrom(g, NextIter(x, func(o *DynObject) any {
				v, _ := o.special("__next__")
				return v
			}))
		}
	}
	for x := range Elems(v) {
		g.Yield(x)
	}
	return None
}

// resumable is an iterator of any element type.
type resumable interface {
	nextAny() (any, bool)
	resumeAny(sent any, e *Exception) (any, bool)
	Close()
	result() any
}

// yieldFromResumable is YieldFrom an iterator whose element type is known when running only.
func yieldFromResumable(g *Gen[any], it resumable) any {
	v, ok := it.nextAny()
	for ok {
		sent, e := g.pass(v)
		switch {
		case g.closed:
			it.Close()
			Raise(e)
		case e != nil:
			v, ok = it.resumeAny(nil, e)
		case !isNone(sent):
			v, ok = it.resumeAny(sent, nil)
		default:
			v, ok = it.nextAny()
		}
	}
	return it.result()
}

// result is what a generator has returned.
func (it *Iter[T]) result() any {
	if it.last != nil && *it.last != nil {
		return *it.last
	}
	if it.ctl == nil || it.ctl.result == nil {
		return None
	}
	return it.ctl.result
}

// resumeWith goes on where the generator waits, with a value or an exception. A generator that only yields has no use for either.
func (it *Iter[T]) resumeWith(sent any, e *Exception) (v T, ok bool) {
	switch {
	case it.ctl != nil:
		it.ctl.sent, it.ctl.thrown = sent, e
	case e != nil:
		it.Close()
		Raise(e)
	case it.name != "":
		throwf(AttributeError, "'%s' object has no attribute 'send'", it.name)
	}
	return it.Next()
}

// resumeAny is resumeWith without the element type.
func (it *Iter[T]) resumeAny(sent any, e *Exception) (any, bool) {
	v, ok := it.resumeWith(sent, e)
	if !ok {
		return nil, false
	}
	return Box(v), true
}

// Send is g.send(value).
func (it *Iter[T]) Send(value any) T {
	value = Box(value)
	if it.name == "" && it.next == nil && !isNone(value) {
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
	e := thrownInto(exception)
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
	if it.last != nil && *it.last != nil {
		if !isNone(*it.last) {
			e.Args = []any{*it.last}
		}
		*it.last = nil
	}
	Raise(e)
}

// IterThrowValue is g.throw(class, value), with the value that an exception of the class is made with, or the exception itself.
func IterThrowValue[T any](it *Iter[T], class, value, traceback any) T {
	args := []any{Box(value)}
	switch v := args[0].(type) {
	case *Exception:
		return it.Throw(v)
	case NoneType:
		return it.Throw(class)
	case tupleAny:
		args = args[:0]
		for i := range int(v.PyLen()) {
			args = append(args, v.item(i))
		}
	}
	switch class := Box(class).(type) {
	case *ExcClass:
		return it.Throw(NewException(class, args...))
	case Caller:
		return it.Throw(class.PyCall(args, nil))
	}
	return it.Throw(class)
}

// thrownInto is the exception that is thrown into a generator.
func thrownInto(v any) *Exception {
	switch v := Box(v).(type) {
	case int64, float64, string, bool, NoneType:
		throwf(TypeError, "exceptions must be classes or instances deriving from BaseException, not %s", TypeName(v))
	}
	return ExceptionOf(v)
}
