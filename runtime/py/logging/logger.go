package pylogging

import (
	"fmt"
	"slices"
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
	filterer
	name      string
	level     int64 // 0: that of its parent
	propagate bool
	disabled  bool
	handlers  *py.List[any] // each has a level and a method handle; or nil
	handling  *py.Exception // the one that the next message is about, where that was not known when compiling
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

// LevelOf is a level given as a number or by name; it raises ValueError and TypeError.
func LevelOf(level any) int64 {
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
	all := Root.own()
	for _, l := range state.loggers {
		all = append(all, l.own()...)
	}
	mu.Unlock()
	defer mu.Lock()
	for _, h := range all {
		if own, ok := h.(*Handler); ok {
			own.Flush()
		} else {
			py.DynCallMethod(h, "flush")
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
	l.LogMore(py.None, py.None, py.None, level, message, args...)
}

// LogMore is l.log with exc_info, the attributes of extra and a stack: the traceback of the exception follows the message.
func (l *Logger) LogMore(excInfo, extra, stack any, level int64, message any, args ...any) {
	mu.Lock()
	on := l.enabled(level)
	mu.Unlock()
	if !on {
		return
	}
	r := recordOf(l.name, level, py.CallerFrame(), py.Box(message), tupleOf(args), l.excInfo(py.Box(excInfo)), stackOf(stack))
	r.adds(py.Box(extra))
	l.Handle(r)
}

// excInfo is the exc_info of a record: a tuple, or None. True is the exception that is being handled.
func (l *Logger) excInfo(given any) any {
	handling := l.handling
	l.handling = nil
	if on, ok := given.(bool); ok && on && handling != nil {
		given = handling
	}
	switch x := given.(type) {
	case *py.Exception:
		return py.Box(py.SysExcInfo(x))
	case bool:
		if x {
			return py.Box(py.SysExcInfoNow())
		}
		return py.None
	}
	return given
}

// stackOf is stack_info: where the message was written, if that is asked for.
func stackOf(given any) any {
	if !py.Truth[any](py.Box(given)) {
		return py.None
	}
	where := py.CallerFrame()
	return fmt.Sprintf("Stack (most recent call last):\n  File \"%s\", line %d, in %s", where.File, where.Line, where.Function)
}

// Handling is the logger of a value, which gets to know the exception that is being handled: its next message may be about it.
func Handling(logger any, exc *py.Exception) any {
	logger = py.Box(logger)
	of := logger
	for py.TypeName(of) != "Logger" && py.TypeName(of) != "RootLogger" {
		if !py.DynHasAttr(of, "logger") {
			return logger
		}
		of = py.DynGetAttr(of, "logger")
	}
	if l, ok := of.(*Logger); ok {
		l.handling = exc
	}
	return logger
}

// LogWith is logger.log(level, msg, *args, **keywords).
func LogWith(logger any, level int64, msg, args, keywords any) {
	l, ok := py.Box(logger).(*Logger)
	if !ok {
		py.DynCallMethodKwArgs(logger, "log", append([]any{level, msg}, slices.Collect(py.Elems(args))...), py.NewKeywords().Merge(logger, keywords))
		return
	}
	named := map[string]any{"exc_info": py.None, "extra": py.None, "stack_info": py.None, "stacklevel": py.None}
	for k := range py.Elems(py.Box(keywords)) {
		name := py.AsStr(k)
		if _, ok := named[name]; !ok {
			py.Throw(py.TypeError, "Logger._log() got an unexpected keyword argument "+py.Repr(name))
		}
		named[name] = py.DynGetItem(keywords, k)
	}
	l.LogMore(named["exc_info"], named["extra"], named["stack_info"], level, msg, slices.Collect(py.Elems(args))...)
}

func tupleOf(args []any) any {
	items := make([]any, len(args))
	for i, a := range args {
		items[i] = py.Box(a)
	}
	return py.TupleFrom(items)
}

// Handle is l.handle(record): it gives the record to the handlers, if the filters let it pass.
func (l *Logger) Handle(record any) {
	if l.disabled || !l.Filter(record) {
		return
	}
	r := asRecord(record)
	level := py.AsInt(r.attrs.At("levelno"))
	handlers, found := l.allHandlers()
	for _, h := range handlers {
		switch h := h.(type) {
		case *Handler:
			if level >= h.level {
				h.Handle(r)
			}
		default:
			if level >= py.AsInt(py.DynGetAttr(h, "level")) {
				py.DynCallMethod(h, "handle", r)
			}
		}
	}
	if !found && level >= Warning { // the handler of last resort
		py.SysStderr.Write(plainFormatter.Format(r) + "\n")
	}
}

// own is a copy of a logger's handlers; mu is held.
func (l *Logger) own() []any {
	if l.handlers == nil {
		return nil
	}
	return slices.Clone(l.handlers.Raw())
}

// allHandlers are the handlers of a logger and of those above it.
func (l *Logger) allHandlers() (out []any, found bool) {
	mu.Lock()
	defer mu.Unlock()
	for at := l; at != nil; at = at.parent() {
		out = append(out, at.own()...)
		if !at.propagate {
			break
		}
	}
	return out, len(out) > 0
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
	l.level = LevelOf(level)
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
func (l *Logger) AddHandler(h any) {
	if indexOf(l.Handlers(), h) < 0 {
		l.Handlers().Append(py.Box(h))
	}
}

// RemoveHandler is l.removeHandler(h).
func (l *Logger) RemoveHandler(h any) {
	if i := indexOf(l.Handlers(), h); i >= 0 {
		py.ListPop(l.Handlers(), int64(i))
	}
}

// indexOf is the place of an object in a list.
func indexOf(l *py.List[any], x any) int {
	return slices.IndexFunc(l.Raw(), func(o any) bool { return py.Is(o, x) })
}

// Handlers is l.handlers.
func (l *Logger) Handlers() *py.List[any] {
	mu.Lock()
	defer mu.Unlock()
	if l.handlers == nil {
		l.handlers = py.NewList[any]()
	}
	return l.handlers
}

// SetHandlers is l.handlers = handlers.
func (l *Logger) SetHandlers(handlers *py.List[any]) {
	mu.Lock()
	defer mu.Unlock()
	l.handlers = handlers
}

// Parent is l.parent.
func (l *Logger) Parent() any {
	mu.Lock()
	defer mu.Unlock()
	if p := l.parent(); p != nil {
		return p
	}
	return py.None
}

// PySetAttr is l.name = value of a logger that is known when running only.
func (l *Logger) PySetAttr(name string, value any) bool {
	switch name {
	case "propagate":
		l.propagate = py.Truth[any](value)
	case "disabled":
		l.disabled = py.Truth[any](value)
	case "level":
		l.level = py.AsInt(value)
	default:
		return false
	}
	return true
}

// HasHandlers is l.hasHandlers().
func (l *Logger) HasHandlers() bool {
	mu.Lock()
	defer mu.Unlock()
	for at := l; at != nil; at = at.parent() {
		if len(at.own()) > 0 {
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
func LogRoot(excInfo, extra, stack any, level int64, message any, args ...any) {
	mu.Lock()
	configured := len(Root.own()) > 0
	mu.Unlock()
	if !configured {
		Root.AddHandler(withFormat(NewStreamHandler(py.None), defaultFormatter))
	}
	Root.LogMore(excInfo, extra, stack, level, message, args...)
}
