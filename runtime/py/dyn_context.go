package py

// DynEnter is what `with x` does first, for a value whose class is known when running only; it raises TypeError for what is no
// context manager.
func DynEnter(x any) any {
	x = Box(x)
	if r, ok := calledByName(x, "__enter__"); ok {
		return r
	}
	switch o := x.(type) {
	case interface{ Enter() bool }: // a lock
		return o.Enter()
	case generatorContext:
		return o.enter()
	case interface{ Close() }: // a file
		return x
	}
	throwf(TypeError, "'%s' object does not support the context manager protocol", fullTypeName(x))
	return nil
}

// DynExit is what the with statement does at its end: x.__exit__(class, value, traceback).
func DynExit(x, class, value, traceback any) any {
	x = Box(x)
	if r, ok := calledByName(x, "__exit__", class, value, traceback); ok {
		return r
	}
	switch o := x.(type) {
	case interface{ Exit() }:
		o.Exit()
	case generatorContext:
		return o.exit(value)
	case interface{ Close() }:
		o.Close()
	}
	return None
}

// generatorContext is a generator that contextlib.contextmanager makes a context manager of.
type generatorContext interface {
	enter() any
	exit(value any) any
}

// enter runs the generator to its yield.
func (it *Iter[T]) enter() any {
	if it.PyTypeName() != "generator" {
		throwf(TypeError, "'%s' object does not support the context manager protocol", it.PyTypeName())
	}
	x, ok := it.nextAny()
	if !ok {
		throw(RuntimeError, "generator didn't yield")
	}
	return x
}

// exit runs the generator from its yield to its end; value is what the body of the with statement raised, or None. The generator
// swallows that if it ends.
func (it *Iter[T]) exit(value any) any {
	if isNone(value) {
		if _, more := it.Next(); more {
			throw(RuntimeError, "generator didn't stop")
		}
		return false
	}
	e, more := ExceptionOf(value), false
	switch raised := Try(func() { _, more = it.resumeWith(nil, e) }); {
	case raised == e:
		return false
	case raised != nil:
		panic(raised)
	case more:
		throw(RuntimeError, "generator didn't stop after throw()")
	}
	return true
}

// calledByName calls a method that the object's class has itself.
func calledByName(x any, name string, args ...any) (any, bool) {
	if o, ok := x.(KeywordMethodCaller); ok {
		return o.PyCallMethodKw(name, args, nil)
	}
	if o, ok := x.(MethodCaller); ok {
		if r, ok := o.PyCallMethod(name, args); ok {
			return r, true
		}
	}
	return boxedMethod(x, name, args, nil)
}
