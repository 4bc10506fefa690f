package pylogging

import (
	"sync"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Handler is what writes messages: a StreamHandler, a FileHandler or a NullHandler.
type Handler struct {
	filterer
	class     string
	name      string
	level     int64
	formatter any // with a method format, or nil
	stream    any // with a method write; nil: standard error; None: nothing
	file      *py.File
	path      string
}

// The classes of handlers, which differ in what they write to.
type (
	StreamHandler = Handler
	FileHandler   = Handler
	NullHandler   = Handler
)

// NewStreamHandler is logging.StreamHandler(stream); None is standard error.
func NewStreamHandler(stream any) *Handler {
	h := &Handler{class: "StreamHandler", stream: py.Box(stream)}
	if _, none := h.stream.(py.NoneType); none {
		h.stream = py.SysStderr
	}
	return h
}

// NewFileHandler is logging.FileHandler(filename, mode, encoding, delay, errors); it raises OSError.
func NewFileHandler(filename, mode string, encoding py.Opt[string], _ bool, errors py.Opt[string]) *Handler {
	f := py.Open(filename, mode, encoding, errors, py.Opt[string]{})
	return &Handler{class: "FileHandler", stream: f, file: f, path: py.OsPathAbspath(filename)}
}

// NewNullHandler is logging.NullHandler().
func NewNullHandler() *Handler { return &Handler{class: "NullHandler"} }

// Format is h.format(record).
func (h *Handler) Format(record any) string {
	switch f := h.formatter.(type) {
	case nil:
		return plainFormatter.Format(record)
	case *Formatter:
		return f.Format(record)
	}
	return py.AsStr(py.DynCallMethod(h.formatter, "format", record))
}

// Emit is h.emit(record): it writes the record.
func (h *Handler) Emit(record any) {
	if h.stream == nil {
		return
	}
	text := h.Format(record)
	if _, file := h.stream.(*py.File); file {
		writing.Lock()
		defer writing.Unlock()
	}
	py.PrintTo(h.stream, "", "\n", py.DynHasAttr(h.stream, "flush"), text)
}

// writing protects files: workers log too.
var writing sync.Mutex

// Handle is h.handle(record): it writes the record if the filters let it pass.
func (h *Handler) Handle(record any) bool {
	pass := h.Filter(record)
	if pass {
		h.Emit(record)
	}
	return pass
}

// SetLevel is h.setLevel(level).
func (h *Handler) SetLevel(level any) {
	mu.Lock()
	defer mu.Unlock()
	h.level = LevelOf(level)
}

// Level is h.level.
func (h *Handler) Level() int64 { return h.level }

// SetFormatter is h.setFormatter(f): an object with a method format, or None.
func (h *Handler) SetFormatter(f any) {
	mu.Lock()
	defer mu.Unlock()
	h.formatter = py.Box(f)
	if isNone(h.formatter) {
		h.formatter = nil
	}
}

// Formatter is h.formatter.
func (h *Handler) Formatter() any {
	if h.formatter == nil {
		return py.None
	}
	return h.formatter
}

// Stream is h.stream.
func (h *Handler) Stream() any {
	if h.stream == nil {
		return py.None
	}
	return h.stream
}

// SetStream is h.setStream(stream): it gives the one before, or None.
func (h *Handler) SetStream(stream any) any {
	before := h.Stream()
	if h.stream = py.Box(stream); py.Is(before, h.stream) {
		return py.None
	}
	return before
}

// BaseFilename is h.baseFilename of a FileHandler.
func (h *Handler) BaseFilename() string { return h.path }

// Name is h.name.
func (h *Handler) Name() py.Opt[string] {
	if h.name == "" {
		return py.Nothing[string]()
	}
	return py.Some(h.name)
}

// SetName is h.name = name.
func (h *Handler) SetName(name string) { h.name = name }

// PySetAttr is h.name = value of a handler that is known when running only.
func (h *Handler) PySetAttr(name string, value any) bool {
	switch name {
	case "name":
		h.name = py.AsStr(value)
	case "level":
		h.level = py.AsInt(value)
	case "formatter":
		h.SetFormatter(value)
	case "stream":
		h.stream = value
	default:
		return false
	}
	return true
}

// Acquire is h.acquire(), which has nothing to wait for.
func (h *Handler) Acquire() {}

// Release is h.release().
func (h *Handler) Release() {}

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

// PyIsInstance reports the classes that the handler is of.
func (h *Handler) PyIsInstance(class string) bool {
	return class == "Handler" || class == h.class || class == "StreamHandler" && h.class == "FileHandler"
}

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
