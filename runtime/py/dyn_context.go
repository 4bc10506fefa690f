package py

// DynEnter is what `with x` does first, for a value whose class is known when running only; it raises TypeError for what is no
// context manager.
func DynEnter(x any) any {
	x = Box(x)
	if o, ok := x.(asksClass); ok && o.pyHas("__enter__") && !o.pyHas("__exit__") {
		throwf(TypeError, "'%s' object does not support the context manager protocol (missed __exit__ method)", fullTypeName(x))
	}
	if r, ok := calledByName(x, "__enter__"); ok {
		return r
	}
	switch o := x.(type) {
	case interface{ Enter() bool }: // a lock
		return o.Enter()
	case anyIterator:
		return enterGenerator(o)
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
	case anyIterator:
		return exitGenerator(o, value)
	case interface{ Close() }:
		o.Close()
	}
	return None
}

// anyIterator is an iterator without its element type. That of a generator is the context manager that contextlib.contextmanager makes.
type anyIterator interface {
	MethodCaller
	nextAny() (any, bool)
	PyTypeName() string
}

// enterGenerator runs a generator to its yield.
func enterGenerator(it anyIterator) any {
	if name := it.PyTypeName(); name != "generator" {
		throwf(TypeError, "'%s' object does not support the context manager protocol", name)
	}
	x, ok := it.nextAny()
	if !ok {
		throw(RuntimeError, "generator didn't yield")
	}
	return x
}

// exitGenerator runs a generator from its yield to its end; value is what the body of the with statement raised, or None. The
// generator swallows that if it ends.
func exitGenerator(it anyIterator, value any) any {
	if isNone(value) {
		if _, more := it.nextAny(); more {
			throw(RuntimeError, "generator didn't stop")
		}
		return false
	}
	e, takes := ExceptionOf(value), false
	raised := Try(func() { _, takes = it.PyCallMethod("throw", []any{e}) })
	switch {
	case raised == nil && takes:
		throw(RuntimeError, "generator didn't stop after throw()")
	case raised == nil: // nothing in it catches exceptions where it yields
		it.PyCallMethod("close", nil)
	case raised != e && !raised.IsA(StopIteration):
		panic(raised)
	}
	return raised != nil && raised != e
}

// calledByName calls a method that the object's class has itself: neither its __getattr__ nor its attributes are asked.
func calledByName(x any, name string, args ...any) (any, bool) {
	if o, ok := x.(asksClass); ok {
		if r, ok := o.special(name, args...); ok || o.pyHas("__getattr__") {
			return r, ok
		}
	}
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
