package pylogging

import (
	"fmt"
	"strings"
	"sync"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Levels of logging.
const (
	Notset   = int64(0)
	Debug    = int64(10)
	Info     = int64(20)
	Warning  = int64(30)
	Error    = int64(40)
	Critical = int64(50)
	Warn     = Warning
	Fatal    = Critical
)

// mu protects the loggers and their handlers: workers log too.
var mu sync.Mutex

// state is what the functions of the module set.
var state = struct {
	loggers  map[string]*Logger
	names    map[int64]string
	disabled int64 // levels up to this one
}{
	loggers: map[string]*Logger{},
	names:   map[int64]string{0: "NOTSET", 10: "DEBUG", 20: "INFO", 30: "WARNING", 40: "ERROR", 50: "CRITICAL"},
}

// Logger is logging.Logger.
type Logger struct {
	name      string
	level     int64 // 0: that of its parent
	propagate bool
	disabled  bool
	handlers  []*Handler
}

// Root is logging.root.
var Root = &Logger{name: "root", level: Warning, propagate: true}

// GetLogger is logging.getLogger(name), with Nothing for the root logger.
func GetLogger(name py.Opt[string]) *Logger {
	if name.Or("") == "" || name.V == "root" {
		return Root
	}
	mu.Lock()
	defer mu.Unlock()
	l := state.loggers[name.V]
	if l == nil {
		l = &Logger{name: name.V, propagate: true}
		state.loggers[name.V] = l
	}
	return l
}

// parent is the next logger up, which exists at least as the root.
func (l *Logger) parent() *Logger {
	if l == Root {
		return nil
	}
	for name := l.name; ; {
		i := strings.LastIndexByte(name, '.')
		if i < 0 {
			return Root
		}
		name = name[:i]
		if p := state.loggers[name]; p != nil {
			return p
		}
	}
}

// levelOf is a level given as a number or by name; it raises ValueError and TypeError.
func levelOf(level any) int64 {
	switch l := py.Box(level).(type) {
	case int64:
		return l
	case string:
		if n, ok := levelNamed(l); ok {
			return n
		}
		py.Throw(py.ValueError, "Unknown level: "+py.Repr(l))
	}
	py.Throw(py.TypeError, "Level not an integer or a valid string: "+py.Repr(level))
	return 0
}

func levelNamed(name string) (int64, bool) {
	switch name {
	case "WARN":
		return Warning, true
	case "FATAL":
		return Critical, true
	}
	for n, s := range state.names {
		if s == name {
			return n, true
		}
	}
	return 0, false
}

// nameOf is the name of a level.
func nameOf(level int64) string {
	if name, ok := state.names[level]; ok {
		return name
	}
	return fmt.Sprintf("Level %d", level)
}

// GetLevelName is logging.getLevelName(level): the name of a number, or the number of a name.
func GetLevelName(level any) any {
	mu.Lock()
	defer mu.Unlock()
	switch l := py.Box(level).(type) {
	case int64:
		return nameOf(l)
	case string:
		if n, ok := levelNamed(l); ok {
			return n
		}
	}
	return "Level " + py.Str(level)
}

// AddLevelName is logging.addLevelName(level, name).
func AddLevelName(level int64, name string) {
	mu.Lock()
	defer mu.Unlock()
	state.names[level] = name
}

// Disable is logging.disable(level): nothing up to it is logged any more.
func Disable(level int64) {
	mu.Lock()
	defer mu.Unlock()
	state.disabled = level
}

// Shutdown is logging.shutdown(): it flushes all handlers.
func Shutdown() {
	mu.Lock()
	defer mu.Unlock()
	for _, h := range Root.handlers {
		h.Flush()
	}
	for _, l := range state.loggers {
		for _, h := range l.handlers {
			h.Flush()
		}
	}
}

func (l *Logger) effective() int64 {
	for ; l != nil; l = l.parent() {
		if l.level != 0 {
			return l.level
		}
	}
	return 0
}

func (l *Logger) enabled(level int64) bool {
	return !l.disabled && level > state.disabled && level >= l.effective()
}

// Log is l.log(level, message, args…).
func (l *Logger) Log(level int64, message any, args ...any) {
	l.LogExc(py.Opt[*py.Exception]{}, level, message, args...)
}

// LogExc is l.log with exc_info: the traceback of exc follows the message.
func (l *Logger) LogExc(exc py.Opt[*py.Exception], level int64, message any, args ...any) {
	mu.Lock()
	if !l.enabled(level) {
		mu.Unlock()
		return
	}
	mu.Unlock()
	r := newRecord(l.name, level, py.Str(message), exc)
	if len(args) > 0 {
		r.message = percent(r.message, args)
	}
	mu.Lock()
	defer mu.Unlock()
	found := false
	for at := l; at != nil; at = at.parent() {
		for _, h := range at.handlers {
			found = true
			if level >= h.level {
				h.emit(r)
			}
		}
		if !at.propagate {
			break
		}
	}
	if !found && level >= Warning { // the handler of last resort
		py.SysStderr.Write(defaultFormatter.with(r, "%(message)s") + "\n")
	}
}

// percent is message % args, where one dict stands for the names in it.
func percent(message string, args []any) string {
	if d, ok := args[0].(interface{ PyGetItem(any) any }); ok && len(args) == 1 && py.TypeName(args[0]) == "dict" && py.Truth[any](d) {
		return py.StrFormatPercent(message, args[0])
	}
	return py.StrPercent(message, args...)
}

// Debug is l.debug(message, args…); and so the others.
func (l *Logger) Debug(message any, args ...any) { l.Log(Debug, message, args...) }

// Info is l.info.
func (l *Logger) Info(message any, args ...any) { l.Log(Info, message, args...) }

// Warning is l.warning.
func (l *Logger) Warning(message any, args ...any) { l.Log(Warning, message, args...) }

// Error is l.error.
func (l *Logger) Error(message any, args ...any) { l.Log(Error, message, args...) }

// Critical is l.critical.
func (l *Logger) Critical(message any, args ...any) { l.Log(Critical, message, args...) }

// SetLevel is l.setLevel(level).
func (l *Logger) SetLevel(level any) {
	mu.Lock()
	defer mu.Unlock()
	l.level = levelOf(level)
}

// Level is l.level.
func (l *Logger) Level() int64 {
	mu.Lock()
	defer mu.Unlock()
	return l.level
}

// Propagate is l.propagate: whether the handlers of the loggers above are used too.
func (l *Logger) Propagate() bool { return l.propagate }

// SetPropagate is l.propagate = on.
func (l *Logger) SetPropagate(on bool) {
	mu.Lock()
	defer mu.Unlock()
	l.propagate = on
}

// Disabled is l.disabled.
func (l *Logger) Disabled() bool { return l.disabled }

// SetDisabled is l.disabled = on.
func (l *Logger) SetDisabled(on bool) {
	mu.Lock()
	defer mu.Unlock()
	l.disabled = on
}

// AddHandler is l.addHandler(h).
func (l *Logger) AddHandler(h *Handler) {
	mu.Lock()
	defer mu.Unlock()
	for _, o := range l.handlers {
		if o == h {
			return
		}
	}
	l.handlers = append(l.handlers, h)
}

// RemoveHandler is l.removeHandler(h).
func (l *Logger) RemoveHandler(h *Handler) {
	mu.Lock()
	defer mu.Unlock()
	for i, o := range l.handlers {
		if o == h {
			l.handlers = append(l.handlers[:i:i], l.handlers[i+1:]...)
			return
		}
	}
}

// Handlers is l.handlers, as a copy.
func (l *Logger) Handlers() *py.List[*Handler] {
	mu.Lock()
	defer mu.Unlock()
	return py.NewList(l.handlers...)
}

// HasHandlers is l.hasHandlers().
func (l *Logger) HasHandlers() bool {
	mu.Lock()
	defer mu.Unlock()
	for at := l; at != nil; at = at.parent() {
		if len(at.handlers) > 0 {
			return true
		}
		if !at.propagate {
			return false
		}
	}
	return false
}

// GetChild is l.getChild(suffix).
func (l *Logger) GetChild(suffix string) *Logger {
	if l != Root {
		suffix = l.name + "." + suffix
	}
	return GetLogger(py.Some(suffix))
}

// IsEnabledFor is l.isEnabledFor(level).
func (l *Logger) IsEnabledFor(level int64) bool {
	mu.Lock()
	defer mu.Unlock()
	return l.enabled(level)
}

// GetEffectiveLevel is l.getEffectiveLevel().
func (l *Logger) GetEffectiveLevel() int64 {
	mu.Lock()
	defer mu.Unlock()
	return l.effective()
}

// Name is l.name.
func (l *Logger) Name() string { return l.name }

// PyTypeName is the class.
func (l *Logger) PyTypeName() string {
	if l == Root {
		return "RootLogger"
	}
	return "Logger"
}

// PyModule is "logging".
func (*Logger) PyModule() string { return "logging" }

// PyRepr is <Logger app (INFO)>.
func (l *Logger) PyRepr() string {
	return "<" + l.PyTypeName() + " " + l.name + " (" + nameOf(l.GetEffectiveLevel()) + ")>"
}

// PyEqual is identity.
func (l *Logger) PyEqual(other any) bool { return any(l) == other }

// LogRoot is logging.info(message, args…) and its kin: the first one sets up the default handler.
func LogRoot(exc py.Opt[*py.Exception], level int64, message any, args ...any) {
	mu.Lock()
	configured := len(Root.handlers) > 0
	mu.Unlock()
	if !configured {
		Root.AddHandler(withFormat(StreamHandler(py.None), defaultFormatter))
	}
	Root.LogExc(exc, level, message, args...)
}
