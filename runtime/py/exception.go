package py

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
)

// Exception is a Python exception object. It is raised by panicking with the pointer.
type Exception struct {
	Class *ExcClass
	Args  []any // boxed
	// Cause is __cause__ (raise … from cause), Context is __context__. SuppressContext is set by `from`.
	Cause, Context  *Exception
	SuppressContext bool

	text  string         // str(e) of the classes that compose it from attributes
	attrs map[string]any // the attributes of OSError and its like
	own   any            // those that the script has set: nil, or the *Dict of exceptionDict
	stack []uintptr      // callers where it was raised, innermost first
	left  int            // how many are left out in the middle of the stack
	tries int            // how many calls of Try it has left: which frames of the stack it has passed
}

// NewException makes the exception class(args...) without raising it.
func NewException(class *ExcClass, args ...any) *Exception {
	boxed := make([]any, len(args))
	for i, a := range args {
		boxed[i] = Box(a)
	}
	return &Exception{Class: class, Args: boxed}
}

// Raise is the raise statement: it records where it was called, unless e was raised before, and panics.
func Raise(e *Exception) {
	e.capture(1)
	panic(e)
}

// RaiseClass is `raise class`.
func RaiseClass(class *ExcClass) { Raise(NewException(class)) }

// ExceptionOf is the exception that `raise v` raises, of a value whose type is known only when running.
func ExceptionOf(v any) *Exception {
	switch x := Box(v).(type) {
	case *Exception:
		return x
	case *ExcClass:
		return NewException(x)
	case *Function:
		if e, ok := x.exception(); ok {
			return e
		}
	case dynamicExc:
		if e, ok := x.(Caller).PyCall(nil, nil).(*Exception); ok {
			return e
		}
	}
	throw(TypeError, "exceptions must derive from BaseException")
	return nil
}

// RaiseFrom is `raise e from cause`; a nil cause is None.
func RaiseFrom(e, cause *Exception) {
	e.Cause, e.SuppressContext = cause, true
	e.capture(1)
	panic(e)
}

// throw raises class(message) on behalf of a function of this package.
func throw(class *ExcClass, message string) { panic(thrown(class, message)) }

// thrown is the exception that throw raises.
func thrown(class *ExcClass, message string) *Exception {
	e := &Exception{Class: class, Args: []any{message}}
	if message == "" {
		e.Args = nil
	}
	e.capture(1)
	return e
}

func throwf(class *ExcClass, format string, args ...any) {
	throw(class, fmt.Sprintf(format, args...))
}

// late is an exception that is made when it is caught: raising it is a panic of a constant, which costs a function that Go shall inline next
// to nothing, and which does not come back, so that nothing has to be kept for that.
type late struct {
	class   *ExcClass
	message string
}

// Recovered is the exception that stands for a recovered panic of the kind late, or what was recovered itself.
func Recovered(r any) any {
	if l, ok := r.(*late); ok {
		return thrown(l.class, l.message)
	}
	return r
}

// Throw raises class(message): for the other packages of the runtime.
func Throw(class *ExcClass, message string) { throw(class, message) }

func (e *Exception) capture(skip int) {
	if e.stack == nil {
		pcs := make([]uintptr, 64)
		e.stack = pcs[:runtime.Callers(skip+2, pcs)]
	}
}

// captureDeep keeps both ends of a stack that may be very deep.
func (e *Exception) captureDeep(skip int) {
	pcs := make([]uintptr, 1<<12)
	n := runtime.Callers(skip+2, pcs)
	for n == len(pcs) {
		pcs = make([]uintptr, 8*n)
		n = runtime.Callers(skip+2, pcs)
	}
	const ends = 32
	e.stack = pcs[:n]
	if n > 2*ends {
		e.stack = append(slices.Clone(pcs[:ends]), pcs[n-ends:n]...)
		e.left = n - 2*ends
	}
}

// Error is the last line of a traceback, so that an Exception is a Go error.
func (e *Exception) Error() string {
	name := e.Class.tracedName()
	if s := e.PyStr(); s != "" {
		return name + ": " + s
	}
	return name
}

// IsA reports isinstance(e, class) for any of the classes.
func (e *Exception) IsA(classes ...*ExcClass) bool {
	for _, c := range classes {
		if e.Class.IsSubclass(c) {
			return true
		}
	}
	return false
}

// value is what a StopIteration says that the iterator has returned.
func (e *Exception) value() any {
	if len(e.Args) == 0 {
		return None
	}
	return e.Args[0]
}

// IsExactly reports that e's class is one of the classes.
func (e *Exception) IsExactly(classes ...*ExcClass) bool {
	for _, c := range classes {
		if e.Class == c {
			return true
		}
	}
	return false
}

// PyTypeName is the name of the class.
func (e *Exception) PyTypeName() string { return e.Class.Name }

// PyStr is str(e).
func (e *Exception) PyStr() string {
	if f := e.Class.strMethod(); f != nil {
		return f(e)
	}
	if e.Class.dyn != nil {
		if r, ok := e.Class.dyn.excSpecial(e, "__str__"); ok {
			return mustBeStr("__str__", r)
		}
	}
	return e.baseStr()
}

// baseStr is the __str__ of the built-in classes.
func (e *Exception) baseStr() string {
	switch {
	case e.text != "":
		return e.text
	case len(e.Args) == 0:
		return ""
	case len(e.Args) == 1 && e.Class.IsSubclass(KeyError):
		return Repr(e.Args[0])
	case len(e.Args) == 1:
		return Str(e.Args[0])
	case len(e.Args) == 2 && e.Class.IsSubclass(OSError):
		return "[Errno " + Str(e.Args[0]) + "] " + Str(e.Args[1])
	}
	return Repr(NewTupleOf(e.Args...))
}

// PyCallMethod calls what exceptions have besides attributes; __init__ and __str__ are those of the
// built-in classes, which super() reaches.
func (e *Exception) PyCallMethod(name string, args []any) (any, bool) {
	if e.Class.dyn != nil {
		if r, ok := e.Class.dyn.excSpecial(e, name, args...); ok {
			return r, true
		}
	}
	switch name {
	case "__init__":
		e.Args = args
		return None, true
	case "__str__":
		return e.baseStr(), true
	case "__repr__":
		return e.PyRepr(), true
	case "with_traceback":
		return e, true
	case "add_note":
		e.addNote(args)
		return None, true
	}
	return nil, false
}

// addNote is e.add_note(text).
func (e *Exception) addNote(args []any) {
	notes, ok := e.PyGetAttr("__notes__")
	if !ok {
		notes = NewList[any]()
		e.setOwn("__notes__", notes)
	}
	listAppend(notes.(listAny), AsStr(args[0]))
}

// PyRepr is repr(e).
func (e *Exception) PyRepr() string {
	if e.Class.dyn != nil {
		if r, ok := e.Class.dyn.excSpecial(e, "__repr__"); ok {
			return mustBeStr("__repr__", r)
		}
	}
	return e.baseRepr()
}

// baseRepr is the __repr__ of the built-in classes: ValueError('message').
func (e *Exception) baseRepr() string {
	s := Repr(NewTupleOf(e.Args...))
	if len(e.Args) == 1 {
		s = s[:len(s)-2] + ")"
	}
	return e.Class.Name + s
}

// PyEqual is identity.
func (e *Exception) PyEqual(other any) bool { return any(e) == other }

// PyGetAttr gives args, the attributes of OSError and its like, and what PySetAttr has set.
func (e *Exception) PyGetAttr(name string) (any, bool) {
	if e.own != nil {
		if v, ok := exceptionDict(e).lookupAny(name); ok {
			return v, true
		}
	}
	if v, ok := e.attrs[name]; ok {
		return v, true
	}
	switch name {
	case "args":
		return TupleFrom(e.Args), true
	case "__class__":
		return e.Class.object(), true
	case "__suppress_context__":
		return e.SuppressContext, true
	case "__dict__":
		return exceptionDict(e), true
	case "__traceback__":
		if len(e.stack) == 0 {
			return None, true
		}
		return &TracebackObject{e}, true
	case "__cause__":
		return excOrNone(e.Cause), true
	case "__context__":
		return excOrNone(e.Context), true
	case "code", "value":
		if e.IsA(SystemExit, StopIteration) {
			switch {
			case len(e.Args) == 0:
				return None, true
			case len(e.Args) == 1 || name == "value":
				return e.Args[0], true
			}
			return TupleFrom(e.Args), true
		}
	case "errno", "strerror", "filename":
		if e.IsA(OSError) {
			return e.osAttr(name), true
		}
	case "name":
		if e.IsA(AttributeError, NameError, ImportError) {
			return e.missingName(), true
		}
	}
	return e.PyGetMethod(name)
}

// PyGetMethod reads what the class of the exception has.
func (e *Exception) PyGetMethod(name string) (any, bool) {
	if e.Class.dyn != nil {
		return e.Class.dyn.excGet(e, name)
	}
	switch name {
	case "add_note", "with_traceback":
		return NewBuiltin(name, func(args []any) any { r, _ := e.PyCallMethod(name, args); return r }), true
	}
	return nil, false
}

// missingName is the name that was not found: the last that the message quotes, if it is Python's own.
func (e *Exception) missingName() any {
	if len(e.Args) != 1 {
		return None
	}
	text, _ := e.Args[0].(string)
	text = strings.TrimSuffix(text, " is not defined")
	for _, words := range []string{"name '", "No module named '", " has no attribute '"} {
		i := strings.LastIndex(text, words)
		name, ends := strings.CutSuffix(text[max(i, 0):], "'")
		if i >= 0 && ends && (i == 0 || words[0] == ' ') {
			return strings.TrimPrefix(name, words)
		}
	}
	return None
}

func (e *Exception) osAttr(name string) any {
	i := 0
	if name == "strerror" {
		i = 1
	}
	if len(e.Args) < 2 || name == "filename" {
		return None
	}
	return e.Args[i]
}

// PySetAttr sets an attribute.
func (e *Exception) PySetAttr(name string, value any) bool {
	if e.Class.dyn != nil {
		e.Class.dyn.excSet(e, name, value)
		return true
	}
	e.setOwn(name, value)
	return true
}

func (e *Exception) setOwn(name string, value any) {
	switch name {
	case "args":
		e.Args = tupleItems(Box(value).(tupleAny))
		return
	case "__cause__":
		e.Cause, _ = value.(*Exception)
		e.SuppressContext = true
		return
	case "__context__":
		e.Context, _ = value.(*Exception)
		return
	case "__suppress_context__":
		e.SuppressContext = truthAny(value)
		return
	}
	exceptionDict(e).Set(name, value)
}

// exceptionDict is __dict__: the attributes that the script has set. Neither a method nor a field of Exception mentions
// the dict's type: every program has exceptions, and would compile that type with them.
func exceptionDict(e *Exception) *Dict[string, any] {
	if e.own == nil {
		e.own = NewDict[string, any]()
	}
	return e.own.(*Dict[string, any])
}

// PyDelAttr deletes an attribute that the script has set.
func (e *Exception) PyDelAttr(name string) bool {
	if e.own == nil || !exceptionDict(e).Contains(name) {
		return false
	}
	DictDel(exceptionDict(e), name)
	return true
}

func excOrNone(e *Exception) any {
	if e == nil {
		return None
	}
	return e
}

// Try runs body and returns the exception it raised, or nil. Every other panic goes on: it is a fault of the
// compiler or the runtime, not of the script.
func Try(body func()) (raised *Exception) {
	defer func() {
		switch r := Recovered(recover()).(type) {
		case nil:
		case *Exception:
			raised = r
			r.tries++
		default:
			panic(r)
		}
	}()
	body()
	return nil
}

// Handling runs the body of an except clause for e, or of a finally clause that e may pass: exceptions that leave it get e as
// their context.
func (e *Exception) Handling(body func()) {
	if e == nil {
		body()
		return
	}
	before := nowHandled(e)
	raised := Try(body)
	nowHandled(before)
	if raised != nil {
		if raised != e && raised.Context == nil && !e.follows(raised) {
			raised.Context = e
		}
		panic(raised)
	}
}

// follows reports that an exception is among the contexts of e.
func (e *Exception) follows(other *Exception) bool {
	for c := e.Context; c != nil; c = c.Context {
		if c == other {
			return true
		}
	}
	return false
}
