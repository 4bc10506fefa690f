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
	case interface{ Close() }:
		o.Close()
	}
	return None
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
