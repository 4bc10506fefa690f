package pylogging

import (
	"fmt"
	"strings"
	"time"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Handler is what writes messages: a StreamHandler, a FileHandler or a NullHandler.
type Handler struct {
	class     string
	level     int64
	formatter *Formatter
	stream    any // with a method write; nil: standard error; None: nothing
	file      *py.File
	path      string
}

// StreamHandler is logging.StreamHandler(stream); None is standard error.
func StreamHandler(stream any) *Handler {
	h := &Handler{class: "StreamHandler", stream: py.Box(stream)}
	if _, none := h.stream.(py.NoneType); none {
		h.stream = py.SysStderr
	}
	return h
}

// FileHandler is logging.FileHandler(filename, mode, encoding); it raises OSError.
func FileHandler(filename, mode string, encoding py.Opt[string]) *Handler {
	f := py.Open(filename, mode, encoding, py.Opt[string]{}, py.Opt[string]{})
	return &Handler{class: "FileHandler", stream: f, file: f, path: py.OsPathAbspath(filename)}
}

// NullHandler is logging.NullHandler().
func NullHandler() *Handler { return &Handler{class: "NullHandler"} }

// emit writes a record; mu is held.
func (h *Handler) emit(r *record) {
	if h.stream == nil {
		return
	}
	f := h.formatter
	if f == nil {
		f = plainFormatter
	}
	py.PrintTo(h.stream, " ", "\n", true, f.with(r, f.format))
}

// SetLevel is h.setLevel(level).
func (h *Handler) SetLevel(level any) {
	mu.Lock()
	defer mu.Unlock()
	h.level = levelOf(level)
}

// Level is h.level.
func (h *Handler) Level() int64 { return h.level }

// SetFormatter is h.setFormatter(f).
func (h *Handler) SetFormatter(f *Formatter) {
	mu.Lock()
	defer mu.Unlock()
	h.formatter = f
}

// Flush is h.flush().
func (h *Handler) Flush() {
	if h.file != nil {
		h.file.Flush()
	}
}

// Close is h.close().
func (h *Handler) Close() {
	if h.file != nil {
		h.file.Close()
		h.stream = nil
	}
}

// PyTypeName is the class.
func (h *Handler) PyTypeName() string { return h.class }

// PyModule is "logging".
func (*Handler) PyModule() string { return "logging" }

// PyRepr is <StreamHandler <stderr> (NOTSET)>.
func (h *Handler) PyRepr() string {
	what := ""
	switch s := h.stream.(type) {
	case *py.File:
		what = " " + s.Name()
	}
	if h.path != "" {
		what = " " + h.path
	}
	return "<" + h.class + what + " (" + nameOf(h.level) + ")>"
}

// PyEqual is identity.
func (h *Handler) PyEqual(other any) bool { return any(h) == other }

// Formatter is logging.Formatter.
type Formatter struct {
	format  string
	datefmt py.Opt[string]
	style   string
}

var (
	plainFormatter   = &Formatter{format: "%(message)s", style: "%"}
	defaultFormatter = &Formatter{format: "%(levelname)s:%(name)s:%(message)s", style: "%"}
)

// NewFormatter is logging.Formatter(fmt, datefmt, style); it raises ValueError.
func NewFormatter(format, datefmt py.Opt[string], style string) *Formatter {
	f := &Formatter{format.Or("%(message)s"), datefmt, style}
	switch {
	case style != "%" && style != "{":
		py.Throw(py.ValueError, "Style must be one of: %,{")
	case style == "{" && !format.Ok:
		f.format = "{message}"
	case style == "%" && !strings.Contains(f.format, "%("):
		py.Throw(py.ValueError, "Invalid format '"+f.format+"' for '%' style")
	}
	return f
}

// PyTypeName is "Formatter".
func (f *Formatter) PyTypeName() string { return "Formatter" }

// PyModule is "logging".
func (*Formatter) PyModule() string { return "logging" }

// PyEqual is identity.
func (f *Formatter) PyEqual(other any) bool { return any(f) == other }

// record is one message.
type record struct {
	logger, message string
	level           int64
	at              time.Time
	frame           py.Frame // of the script
	exc             string   // a traceback
}

func newRecord(logger string, level int64, message string, exc py.Opt[*py.Exception]) *record {
	r := &record{logger: logger, level: level, message: message, at: py.Now().Local(), frame: py.CallerFrame()}
	if exc.Ok {
		r.exc = strings.TrimSuffix(py.TracebackFormatExc(exc.V), "\n")
	}
	return r
}

// with is a record by a format, with its traceback.
func (f *Formatter) with(r *record, format string) string {
	fields := f.fields(r)
	text := ""
	if f.style == "{" {
		text = py.StrFormatMap(format, fields)
	} else {
		text = py.StrFormatPercent(format, fields)
	}
	if r.exc != "" {
		if !strings.HasSuffix(text, "\n") {
			text += "\n"
		}
		text += r.exc
	}
	return text
}

// started is when the program began, roughly.
var started = time.Now()

// fields are what a format may name.
func (f *Formatter) fields(r *record) *py.Dict[string, any] {
	local := py.TimeLocaltime(py.Some(float64(r.at.Unix())))
	stamp := py.TimeStrftime(f.datefmt.Or("%Y-%m-%d %H:%M:%S"), py.Some(local))
	if !f.datefmt.Ok {
		stamp += fmt.Sprintf(",%03d", r.at.Nanosecond()/1e6)
	}
	file := py.OsPathBasename(r.frame.File)
	d := py.NewDict[string, any]()
	for _, kv := range []struct {
		name  string
		value any
	}{
		{"asctime", stamp}, {"name", r.logger}, {"levelname", nameOf(r.level)}, {"levelno", r.level}, {"message", r.message},
		{"process", py.OsGetpid()}, {"processName", "MainProcess"}, {"threadName", py.ThreadName()}, {"thread", int64(1)},
		{"created", float64(r.at.UnixNano()) / 1e9}, {"msecs", float64(r.at.Nanosecond() / 1e6)},
		{"relativeCreated", float64(r.at.Sub(started).Milliseconds())},
		{"pathname", r.frame.File}, {"filename", file}, {"module", py.OsPathSplitext(file).V0},
		{"lineno", int64(r.frame.Line)}, {"funcName", r.frame.Function},
	} {
		d.Set(kv.name, kv.value)
	}
	return d
}

// BasicConfig is logging.basicConfig(level=…, format=…, …). Without force only the first call counts. It raises OSError and
// ValueError.
func BasicConfig(level any, format, datefmt, filename py.Opt[string], filemode string, stream any, force bool, style string,
	handlers py.Opt[*py.List[*Handler]], encoding py.Opt[string]) {
	mu.Lock()
	if force {
		Root.handlers = nil
	}
	configured := len(Root.handlers) > 0
	mu.Unlock()
	if configured {
		return
	}
	f := NewFormatter(format, datefmt, style)
	if !format.Ok {
		f = &Formatter{defaultFormatter.format, datefmt, "%"}
	}
	switch {
	case handlers.Ok:
		for _, h := range handlers.V.Raw() {
			if h.formatter == nil {
				h.SetFormatter(f)
			}
			Root.AddHandler(h)
		}
	case filename.Ok:
		Root.AddHandler(withFormat(FileHandler(filename.V, filemode, encoding), f))
	default:
		Root.AddHandler(withFormat(StreamHandler(stream), f))
	}
	if _, none := py.Box(level).(py.NoneType); !none {
		Root.SetLevel(level)
	}
}

func withFormat(h *Handler, f *Formatter) *Handler {
	h.formatter = f
	return h
}
