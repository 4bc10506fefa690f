package pylogging

import (
	"strings"
	"time"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Record is logging.LogRecord: one message with what is known of it. Filters and formatters of scripts read its attributes, change them and
// add others, so they are in a dict, as in Python.
type Record struct{ attrs *py.Dict[string, any] }

// started is when the program began, roughly.
var started = time.Now()

// recordOf makes a record for a place of the script. Of the arguments a single dict stands for the names in it.
func recordOf(name string, level int64, where py.Frame, msg, args, excInfo, stack any) *Record {
	if py.TypeName(args) == "tuple" && py.Len(args) == 1 {
		if only := py.DynGetItem(args, int64(0)); isFilledDict(only) {
			args = only
		}
	}
	at := py.Now().Local()
	file := py.OsPathBasename(where.File)
	d := py.NewDict[string, any]()
	for _, kv := range []struct {
		name  string
		value any
	}{
		{"name", name}, {"msg", msg}, {"args", args}, {"levelname", nameOf(level)}, {"levelno", level},
		{"pathname", where.File}, {"filename", file}, {"module", py.OsPathSplitext(file).V0},
		{"exc_info", excInfo}, {"exc_text", py.None}, {"stack_info", stack},
		{"lineno", int64(where.Line)}, {"funcName", where.Function},
		{"created", float64(at.UnixNano()) / 1e9}, {"msecs", float64(at.Nanosecond() / 1e6)},
		{"relativeCreated", float64(at.Sub(started).Milliseconds())},
		{"thread", int64(1)}, {"threadName", py.ThreadName()}, {"processName", "MainProcess"}, {"process", py.OsGetpid()},
	} {
		d.Set(kv.name, kv.value)
	}
	return &Record{d}
}

func isFilledDict(v any) bool {
	_, ok := v.(interface{ PyGetItem(any) any })
	return ok && py.TypeName(v) == "dict" && py.Truth[any](v)
}

// LogRecord is logging.LogRecord(name, level, pathname, lineno, msg, args, exc_info, func, sinfo).
func LogRecord(name string, level int64, pathname string, lineno int64, msg, args, excInfo any, function py.Opt[string], stack any) any {
	where := py.Frame{File: pathname, Line: int(lineno), Function: function.Or("")}
	r := recordOf(name, level, where, py.Box(msg), py.Box(args), py.Box(excInfo), py.Box(stack))
	if !function.Ok {
		r.attrs.Set("funcName", py.None)
	}
	return r
}

// MakeLogRecord is logging.makeLogRecord(attributes).
func MakeLogRecord(attributes any) any {
	r := recordOf("", 0, py.Frame{}, "", py.Tuple0{}, py.None, py.None)
	r.update(py.Box(attributes))
	return r
}

func (r *Record) update(attributes any) {
	for k := range py.Elems(attributes) {
		r.attrs.Set(py.AsStr(k), py.DynGetItem(attributes, k))
	}
}

// adds sets the attributes of extra; it raises KeyError for those that records have.
func (r *Record) adds(extra any) {
	if isNone(extra) {
		return
	}
	for k := range py.Elems(extra) {
		name := py.AsStr(k)
		if r.attrs.Contains(name) || name == "message" || name == "asctime" {
			py.Throw(py.KeyError, "Attempt to overwrite "+py.Repr(name)+" in LogRecord")
		}
	}
	r.update(extra)
}

func isNone(v any) bool {
	_, none := v.(py.NoneType)
	return v == nil || none
}

func (r *Record) text(name string) string { return py.Str(r.attrs.At(name)) }

// message is record.getMessage(): the message with its arguments.
func (r *Record) message() string {
	msg, args := r.text("msg"), r.attrs.At("args")
	if !py.Truth[any](args) {
		return msg
	}
	return py.StrFormatPercent(msg, args)
}

// exception is what exc_info is about, if that is an exception.
func exceptionOf(excInfo any) *py.Exception {
	switch x := excInfo.(type) {
	case *py.Exception:
		return x
	case py.NoneType, nil, bool:
		return nil
	}
	e, _ := py.DynGetItem(excInfo, int64(1)).(*py.Exception)
	return e
}

// FormatException is formatter.formatException(exc_info): the traceback.
func FormatException(excInfo any) string {
	e := exceptionOf(py.Box(excInfo))
	if e == nil {
		return "NoneType: None"
	}
	return strings.TrimSuffix(py.TracebackFormatExc(e), "\n")
}

// PyTypeName is "LogRecord".
func (*Record) PyTypeName() string { return "LogRecord" }

// PyModule is "logging".
func (*Record) PyModule() string { return "logging" }

// PyRepr is <LogRecord: app, 20, job.py, 3, "text">.
func (r *Record) PyRepr() string {
	return "<LogRecord: " + r.text("name") + ", " + r.text("levelno") + ", " + r.text("pathname") + ", " + r.text("lineno") + ", \"" + r.text("msg") + "\">"
}

// PyEqual is identity.
func (r *Record) PyEqual(other any) bool { return any(r) == other }

// PyGetAttr is record.name.
func (r *Record) PyGetAttr(name string) (any, bool) {
	switch name {
	case "getMessage":
		return py.NewBuiltin(name, func([]any) any { return r.message() }), true
	case "__dict__":
		return r.attrs, true
	}
	if !r.attrs.Contains(name) {
		return nil, false
	}
	return r.attrs.At(name), true
}

// PySetAttr is record.name = value.
func (r *Record) PySetAttr(name string, value any) bool {
	r.attrs.Set(name, py.Box(value))
	return true
}

// PyDelAttr is del record.name.
func (r *Record) PyDelAttr(name string) bool {
	if !r.attrs.Contains(name) {
		return false
	}
	py.DictDel(r.attrs, name)
	return true
}
