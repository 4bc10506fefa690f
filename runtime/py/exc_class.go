package py

import (
	"slices"
	"strings"
)

// ExcClass is an exception class. The built-in ones are variables named as in Python, except for
// [ExceptionClass], which is Exception.
type ExcClass struct {
	Name   string
	Module string // "" for built-in classes and those of the script
	Bases  []*ExcClass

	str      func(*Exception) string // __str__ of a class of the script
	inModule string                  // of a class of the script: "" for __main__
	qualname string                  // "" for Name
	dyn      dynamicExc              // the class itself, if it is one that is known when running
}

// dynamicExc is an exception class that is known when running. It is a Caller, too, which is not said here: every program
// has exceptions, and would compile the dict of a call's keyword arguments with them.
type dynamicExc interface {
	excGet(e *Exception, name string) (any, bool)
	excSet(e *Exception, name string, value any)
	// excSpecial calls a special method that a class of the script defines.
	excSpecial(e *Exception, name string, args ...any) (any, bool)
}

// OnStr gives a class of the script its __str__.
func (c *ExcClass) OnStr(str func(*Exception) string) { c.str = str }

// strMethod is the __str__ that the class has or inherits from a class of the script, or nil.
func (c *ExcClass) strMethod() func(*Exception) string {
	if c.str != nil {
		return c.str
	}
	for _, b := range c.Bases {
		if f := b.strMethod(); f != nil {
			return f
		}
	}
	return nil
}

// NewExcClass is `class name(bases...)` for an exception class of a script.
func NewExcClass(name string, bases ...*ExcClass) *ExcClass {
	return &ExcClass{Name: name, Bases: bases}
}

// NewExcClassIn is NewExcClass for a class of a module beside the script, or inside of a function or class: qualname has
// the names of those, too.
func NewExcClassIn(module, qualname, name string, bases ...*ExcClass) *ExcClass {
	return &ExcClass{Name: name, Bases: bases, inModule: module, qualname: qualname}
}

// tracedName is the name in the last line of a traceback: without the module __main__.
func (c *ExcClass) tracedName() string {
	if c.Module != "" {
		return c.Module + "." + c.Name
	}
	if builtinExceptions[c.Name] == c {
		return c.Name
	}
	return strings.TrimPrefix(fullName(c.inModule, c.qualname, c.Name), "__main__.")
}

// object is the class as scripts have it.
func (c *ExcClass) object() any {
	if c.dyn != nil {
		return c.dyn
	}
	return c
}

// PyTypeName is "type".
func (c *ExcClass) PyTypeName() string { return "type" }

// PyGetAttr gives the names of the class.
func (c *ExcClass) PyGetAttr(name string) (any, bool) {
	switch name {
	case "__name__":
		return c.Name, true
	case "__qualname__":
		if c.qualname != "" {
			return c.qualname, true
		}
		return c.Name, true
	case "__mro__":
		return TupleFrom(append(c.line(), objectType.class())), true
	case "__bases__":
		out := make([]any, len(c.Bases))
		for i, b := range c.Bases {
			out[i] = b.object()
		}
		if len(out) == 0 {
			out = []any{objectType.class()}
		}
		return TupleFrom(out), true
	case "__doc__":
		return None, true
	case "__module__":
		if c.Module == "" && builtinExceptions[c.Name] == c {
			return "builtins", true
		}
		if c.Module == "" && c.inModule == "" {
			return "__main__", true
		}
		if c.Module == "" {
			return c.inModule, true
		}
		return c.Module, true
	}
	return nil, false
}

// PyRepr is repr of the class: <class 'ValueError'>.
func (c *ExcClass) PyRepr() string {
	switch {
	case c.Module != "":
		return "<class '" + c.Module + "." + c.Name + "'>"
	case builtinExceptions[c.Name] == c:
		return "<class '" + c.Name + "'>"
	}
	return "<class '" + fullName(c.inModule, c.qualname, c.Name) + "'>"
}

// line is the classes from c to BaseException in the order in which Python looks through them.
func (c *ExcClass) line() []any {
	var out []any
	for _, b := range c.order() {
		out = append(out, b.object())
	}
	return out
}

// order is the method resolution order (C3) without object.
func (c *ExcClass) order() []*ExcClass {
	lines := [][]*ExcClass{c.Bases}
	for _, b := range c.Bases {
		lines = append(lines, b.order())
	}
	out := []*ExcClass{c}
	for {
		next := nextOfOrder(lines[1:], lines[0])
		if next == nil {
			return out
		}
		out = append(out, next)
		for i, l := range lines {
			if len(l) > 0 && l[0] == next {
				lines[i] = l[1:]
			}
		}
	}
}

// nextOfOrder is the first head of the lines, the bases themselves being the last, that is behind no other; nil at their end.
func nextOfOrder(lines [][]*ExcClass, bases []*ExcClass) *ExcClass {
	lines = append(slices.Clone(lines), bases)
	for _, l := range lines {
		if len(l) > 0 && !slices.ContainsFunc(lines, func(o []*ExcClass) bool { return slices.Contains(o[min(1, len(o)):], l[0]) }) {
			return l[0]
		}
	}
	return nil
}

// IsSubclass is issubclass(c, of).
func (c *ExcClass) IsSubclass(of *ExcClass) bool {
	if c == of {
		return true
	}
	for _, b := range c.Bases {
		if b.IsSubclass(of) {
			return true
		}
	}
	return false
}

var builtinExceptions = map[string]*ExcClass{}

func builtinClass(name string, base *ExcClass) *ExcClass {
	c := &ExcClass{Name: name}
	if base != nil {
		c.Bases = []*ExcClass{base}
	}
	builtinExceptions[name] = c
	return c
}

// Python's built-in exception classes.
var (
	BaseException     = builtinClass("BaseException", nil)
	SystemExit        = builtinClass("SystemExit", BaseException)
	KeyboardInterrupt = builtinClass("KeyboardInterrupt", BaseException)
	GeneratorExit     = builtinClass("GeneratorExit", BaseException)
	ExceptionClass    = builtinClass("Exception", BaseException)

	StopIteration  = builtinClass("StopIteration", ExceptionClass)
	AssertionError = builtinClass("AssertionError", ExceptionClass)
	AttributeError = builtinClass("AttributeError", ExceptionClass)
	BufferError    = builtinClass("BufferError", ExceptionClass)
	EOFError       = builtinClass("EOFError", ExceptionClass)
	ImportError    = builtinClass("ImportError", ExceptionClass)
	MemoryError    = builtinClass("MemoryError", ExceptionClass)
	NameError      = builtinClass("NameError", ExceptionClass)
	ReferenceError = builtinClass("ReferenceError", ExceptionClass)
	RuntimeError   = builtinClass("RuntimeError", ExceptionClass)
	SyntaxError    = builtinClass("SyntaxError", ExceptionClass)
	SystemError    = builtinClass("SystemError", ExceptionClass)
	TypeError      = builtinClass("TypeError", ExceptionClass)
	ValueError     = builtinClass("ValueError", ExceptionClass)
	Warning        = builtinClass("Warning", ExceptionClass)

	ArithmeticError    = builtinClass("ArithmeticError", ExceptionClass)
	FloatingPointError = builtinClass("FloatingPointError", ArithmeticError)
	OverflowError      = builtinClass("OverflowError", ArithmeticError)
	ZeroDivisionError  = builtinClass("ZeroDivisionError", ArithmeticError)

	LookupError = builtinClass("LookupError", ExceptionClass)
	IndexError  = builtinClass("IndexError", LookupError)
	KeyError    = builtinClass("KeyError", LookupError)

	ModuleNotFoundError = builtinClass("ModuleNotFoundError", ImportError)
	UnboundLocalError   = builtinClass("UnboundLocalError", NameError)
	FrozenInstanceError = builtinClass("FrozenInstanceError", AttributeError)
	NotImplementedError = builtinClass("NotImplementedError", RuntimeError)
	RecursionError      = builtinClass("RecursionError", RuntimeError)

	OSError                = builtinClass("OSError", ExceptionClass)
	BlockingIOError        = builtinClass("BlockingIOError", OSError)
	ConnectionError        = builtinClass("ConnectionError", OSError)
	BrokenPipeError        = builtinClass("BrokenPipeError", ConnectionError)
	ConnectionAbortedError = builtinClass("ConnectionAbortedError", ConnectionError)
	ConnectionRefusedError = builtinClass("ConnectionRefusedError", ConnectionError)
	ConnectionResetError   = builtinClass("ConnectionResetError", ConnectionError)
	FileExistsError        = builtinClass("FileExistsError", OSError)
	FileNotFoundError      = builtinClass("FileNotFoundError", OSError)
	InterruptedError       = builtinClass("InterruptedError", OSError)
	IsADirectoryError      = builtinClass("IsADirectoryError", OSError)
	NotADirectoryError     = builtinClass("NotADirectoryError", OSError)
	PermissionError        = builtinClass("PermissionError", OSError)
	ProcessLookupError     = builtinClass("ProcessLookupError", OSError)
	TimeoutError           = builtinClass("TimeoutError", OSError)

	UnicodeError       = builtinClass("UnicodeError", ValueError)
	UnicodeDecodeError = builtinClass("UnicodeDecodeError", UnicodeError)
	UnicodeEncodeError = builtinClass("UnicodeEncodeError", UnicodeError)

	DeprecationWarning        = builtinClass("DeprecationWarning", Warning)
	FutureWarning             = builtinClass("FutureWarning", Warning)
	PendingDeprecationWarning = builtinClass("PendingDeprecationWarning", Warning)
	ResourceWarning           = builtinClass("ResourceWarning", Warning)
	RuntimeWarning            = builtinClass("RuntimeWarning", Warning)
	SyntaxWarning             = builtinClass("SyntaxWarning", Warning)
	UserWarning               = builtinClass("UserWarning", Warning)
)

// IOError and EnvironmentError are other names of OSError.
var (
	IOError          = OSError
	EnvironmentError = OSError
)
