package infer

import (
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// excClass is a built-in exception class.
type excClass string

// exceptionType is the static type of every exception object; its class is known at run time.
var exceptionType = types.Of("Exception")

// exceptions are the classes a script can name.
var exceptions = map[string]bool{}

func init() {
	for _, name := range []string{
		"BaseException", "Exception", "ArithmeticError", "AssertionError", "AttributeError", "BlockingIOError",
		"BrokenPipeError", "BufferError", "ChildProcessError", "ConnectionAbortedError", "ConnectionError",
		"ConnectionRefusedError", "ConnectionResetError", "EOFError", "EnvironmentError", "FileExistsError",
		"FileNotFoundError", "FloatingPointError", "GeneratorExit", "IOError", "ImportError", "IndexError",
		"InterruptedError", "IsADirectoryError", "KeyError", "KeyboardInterrupt", "LookupError", "MemoryError",
		"ModuleNotFoundError", "NameError", "NotADirectoryError", "NotImplementedError", "OSError", "OverflowError",
		"PermissionError", "ProcessLookupError", "RecursionError", "ReferenceError", "RuntimeError", "StopIteration",
		"SyntaxError", "SystemError", "SystemExit", "TimeoutError", "TypeError", "UnboundLocalError",
		"UnicodeDecodeError", "UnicodeEncodeError", "UnicodeError", "ValueError", "Warning", "ZeroDivisionError",
	} {
		exceptions[name] = true
	}
}

// moduleExceptions are the exception classes that modules define.
var moduleExceptions = map[string]string{
	"json.JSONDecodeError": "JSONDecodeError", "re.error": "ReError", "struct.error": "StructError", "binascii.Error": "BinasciiError",
	"statistics.StatisticsError": "StatisticsError",
	"csv.Error":                  "CsvError",
	"io.UnsupportedOperation":    "UnsupportedOperation",
	"decimal.DecimalException":   "DecimalException",
	"decimal.InvalidOperation":   "DecimalInvalidOperation",
	"decimal.DivisionByZero":     "DecimalDivisionByZero",
	"decimal.Overflow":           "DecimalOverflow",
	"decimal.Inexact":            "DecimalInexact",
	"decimal.Rounded":            "DecimalRounded",
	"argparse.ArgumentError":     "ArgumentError",
	"argparse.ArgumentTypeError": "ArgumentTypeError",
}

func init() {
	for _, name := range moduleExceptions {
		exceptions[name] = true
	}
}

func isException(name string) bool { return exceptions[name] }

// isModuleException reports a class that has no name without its module.
func isModuleException(name string) bool {
	for _, class := range moduleExceptions {
		if class == name {
			return true
		}
	}
	return false
}

// exceptionClasses reads the classes of an except clause.
func (c *checker) exceptionClasses(e syntax.Expr) []string {
	names, ok := c.classNames(e)
	if !ok {
		return nil
	}
	for _, n := range names {
		if !isException(n) && !c.isExceptionClass(n) {
			c.errorf(e.Pos(), "DS315", "catching '%s', which is not an exception class", n)
		}
	}
	return names
}
