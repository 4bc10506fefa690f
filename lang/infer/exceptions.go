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
		"DeprecationWarning", "FutureWarning", "PendingDeprecationWarning", "ResourceWarning", "RuntimeWarning", "SyntaxWarning", "UserWarning",
	} {
		exceptions[name] = true
	}
}

// moduleExceptions are the exception classes that modules define.
var moduleExceptions = map[string]string{
	"json.JSONDecodeError": "JSONDecodeError", "json.decoder.JSONDecodeError": "JSONDecodeError", "re.error": "ReError", "struct.error": "StructError", "binascii.Error": "BinasciiError",
	"statistics.StatisticsError":      "StatisticsError",
	"csv.Error":                       "CsvError",
	"dataclasses.FrozenInstanceError": "FrozenInstanceError",
	"shutil.Error":                    "ShutilError",
	"shutil.SameFileError":            "SameFileError",
	"socket.error":                    "OSError",
	"socket.gaierror":                 "SocketGaierror",
	"socket.timeout":                  "TimeoutError",
	"io.UnsupportedOperation":         "UnsupportedOperation",
	"decimal.DecimalException":        "DecimalException",
	"decimal.InvalidOperation":        "DecimalInvalidOperation",
	"decimal.DivisionByZero":          "DecimalDivisionByZero",
	"decimal.Overflow":                "DecimalOverflow",
	"decimal.Inexact":                 "DecimalInexact",
	"decimal.Rounded":                 "DecimalRounded",
	"argparse.ArgumentError":          "ArgumentError",
	"argparse.ArgumentTypeError":      "ArgumentTypeError",

	"py4j.protocol.Py4JJavaError":        "Py4JJavaError",
	"py4j.protocol.Py4JError":            "Py4JError",
	"pyspark.errors.PySparkException":    "PySparkException",
	"pyspark.errors.PySparkRuntimeError": "PySparkRuntimeError",
}

// moduleOnly are those of them that have no name without their module, unlike socket.timeout, which is TimeoutError.
var moduleOnly = map[string]bool{}

func init() {
	for _, name := range moduleExceptions {
		moduleOnly[name] = !exceptions[name] || moduleOnly[name]
		exceptions[name] = true
	}
}

func isException(name string) bool { return exceptions[name] }

// isModuleException reports a class that has no name without its module.
func isModuleException(name string) bool { return moduleOnly[name] }

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
