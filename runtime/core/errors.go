package core

import (
	"fmt"
	"strings"
	"sync/atomic"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// The exceptions by which PySpark passes on what went wrong in the JVM.
var (
	Py4JError     = &py.ExcClass{Name: "Py4JError", Module: "py4j.protocol", Bases: []*py.ExcClass{py.ExceptionClass}}
	Py4JJavaError = &py.ExcClass{Name: "Py4JJavaError", Module: "py4j.protocol", Bases: []*py.ExcClass{Py4JError}}
	// PySparkRuntimeError and PySparkValueError are PySpark's own.
	PySparkException    = &py.ExcClass{Name: "PySparkException", Module: "pyspark.errors.exceptions.base", Bases: []*py.ExcClass{py.ExceptionClass}}
	PySparkRuntimeError = &py.ExcClass{Name: "PySparkRuntimeError", Module: "pyspark.errors.exceptions.base", Bases: []*py.ExcClass{PySparkException, py.RuntimeError}}
)

// WorkerError is the exception that an action raises when worker code raised e: a Py4JJavaError whose text holds the
// Python traceback. Exceptions of the JVM side keep their class.
func WorkerError(e *py.Exception) *py.Exception {
	if e.IsA(Py4JJavaError) {
		return e
	}
	text := "org.apache.spark.api.python.PythonException: [PYTHON_EXCEPTION] An exception was thrown from the Python worker: " +
		workerTraceback(e) + " SQLSTATE: 38000"
	return JavaError("z:org.apache.spark.api.python.PythonRDD.collectAndServe", text)
}

// workerTraceback is Python's traceback, which has its first line even if no frame is known.
func workerTraceback(e *py.Exception) string {
	text := e.Traceback()
	if !strings.HasPrefix(text, "Traceback ") {
		text = "Traceback (most recent call last):\n" + text
	}
	return text
}

// JavaError is the Py4JJavaError for a Java exception (its class and message) in a call of the JVM.
func JavaError(call, exception string) *py.Exception {
	return py.NewException(Py4JJavaError, fmt.Sprintf("An error occurred while calling %s.\n: %s", call, exception))
}

func raiseJava(call, exception string) { py.Raise(JavaError(call, exception)) }

func raise(class *py.ExcClass, format string, args ...any) {
	py.Raise(py.NewException(class, fmt.Sprintf(format, args...)))
}

// working counts the jobs whose worker code is running.
var working atomic.Int32

// InWorker reports whether worker code is running. What it prints belongs on stderr, as in PySpark: whoever
// sets py.Stdout sees to that.
func InWorker() bool { return working.Load() > 0 }

// asWorker runs worker code. An exception that leaves it becomes a [WorkerError], unless this is a job inside a job.
func asWorker(run func()) {
	e := py.Try(func() {
		working.Add(1)
		defer working.Add(-1)
		run()
	})
	switch {
	case e == nil:
	case InWorker():
		panic(e)
	default:
		py.Raise(WorkerError(e))
	}
}
