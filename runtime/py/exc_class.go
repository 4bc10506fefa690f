package py

// ExcClass is an exception class. The built-in ones are variables named as in Python, except for
// [ExceptionClass], which is Exception.
type ExcClass struct {
	Name   string
	Module string // "" for built-in classes and those of the script
	Bases  []*ExcClass

	str func(*Exception) string // __str__ of a class of the script
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

// PyTypeName is "type".
func (c *ExcClass) PyTypeName() string { return "type" }

// PyGetAttr gives the names of the class.
func (c *ExcClass) PyGetAttr(name string) (any, bool) {
	switch name {
	case "__name__", "__qualname__":
		return c.Name, true
	case "__module__":
		if c.Module == "" && builtinExceptions[c.Name] == c {
			return "builtins", true
		}
		if c.Module == "" {
			return "__main__", true
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
	return "<class '__main__." + c.Name + "'>"
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
