package py

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
)

// Levels of logging.
const (
	LoggingDebug    = int64(10)
	LoggingInfo     = int64(20)
	LoggingWarning  = int64(30)
	LoggingError    = int64(40)
	LoggingCritical = int64(50)
	LoggingWarn     = LoggingWarning
	LoggingFatal    = LoggingCritical
)

var levelNames = map[int64]string{10: "DEBUG", 20: "INFO", 30: "WARNING", 40: "ERROR", 50: "CRITICAL"}

// logs is the state of module logging: one handler, of the root logger, that basicConfig sets up.
var logs struct {
	mu         sync.Mutex
	loggers    map[string]*Logger
	configured bool
	out        io.Writer
	format     string
	datefmt    Opt[string]
}

// Logger is logging.Logger.
type Logger struct {
	name  string
	level int64 // 0: that of its parent
}

var rootLogger = &Logger{name: "root", level: LoggingWarning}

// LoggingGetLogger is logging.getLogger(name), with Nothing for the root logger.
func LoggingGetLogger(name Opt[string]) *Logger {
	if name.Or("") == "" || name.V == "root" {
		return rootLogger
	}
	logs.mu.Lock()
	defer logs.mu.Unlock()
	l := logs.loggers[name.V]
	if l == nil {
		l = &Logger{name: name.V}
		if logs.loggers == nil {
			logs.loggers = map[string]*Logger{}
		}
		logs.loggers[name.V] = l
	}
	return l
}

// levelOf is a level given as a number or by name; it raises ValueError and TypeError.
func levelOf(level any) int64 {
	switch l := level.(type) {
	case int64:
		return l
	case string:
		for n, name := range levelNames {
			if name == l {
				return n
			}
		}
		throwf(ValueError, "Unknown level: %s", Repr(l))
	}
	throwf(TypeError, "Level not an integer or a valid string: %s", Repr(level))
	return 0
}

// LoggingBasicConfig is logging.basicConfig(level=…, format=…, datefmt=…, filename=…, filemode=…, stream=…, force=…). Without
// force only the first call counts. It raises OSError.
func LoggingBasicConfig(level any, format, datefmt, filename Opt[string], filemode string, stream Opt[*File], force bool) {
	logs.mu.Lock()
	defer logs.mu.Unlock()
	if logs.configured && !force {
		return
	}
	var out io.Writer = fileWriter{SysStderr}
	if stream.Ok {
		out = fileWriter{stream.V}
	}
	if filename.Ok {
		flags, _ := openFlags(filemode)
		f, err := os.OpenFile(filename.V, flags, 0o666)
		checkOS(err)
		out = f
	}
	logs.configured, logs.out, logs.datefmt = true, out, datefmt
	logs.format = format.Or("%(levelname)s:%(name)s:%(message)s")
	if !isNone(level) {
		rootLogger.level = levelOf(level)
	}
}

func (l *Logger) effective() int64 {
	for name := l.name; l != rootLogger; {
		if l != nil && l.level != 0 {
			return l.level
		}
		i := strings.LastIndexByte(name, '.')
		if i < 0 {
			break
		}
		name = name[:i]
		l = logs.loggers[name]
	}
	return rootLogger.level
}

// Log is l.log(level, message, args…).
func (l *Logger) Log(level int64, message any, args ...any) {
	logs.mu.Lock()
	defer logs.mu.Unlock()
	if level < l.effective() {
		return
	}
	text := strAny(Box(message))
	if len(args) > 0 {
		text = StrPercent(text, args...)
	}
	if !logs.configured { // the handler of last resort
		if level >= LoggingWarning {
			fmt.Fprintln(fileWriter{SysStderr}, text)
		}
		return
	}
	name := levelNames[level]
	if name == "" {
		name = fmt.Sprintf("Level %d", level)
	}
	fmt.Fprintln(logs.out, StrFormatPercent(logs.format, logRecord(l.name, name, level, text)))
}

// logRecord has what a format may name.
func logRecord(logger, levelName string, level int64, text string) *Dict[string, any] {
	now := clock().Now().Local()
	stamp := strftime(logs.datefmt.Or("%Y-%m-%d %H:%M:%S"), now)
	if !logs.datefmt.Ok {
		stamp += fmt.Sprintf(",%03d", now.Nanosecond()/1e6)
	}
	created := float64(now.UnixNano()) / 1e9
	return NewDict(T2("asctime", any(stamp)), T2("name", any(logger)), T2("levelname", any(levelName)), T2("levelno", any(level)),
		T2("message", any(text)), T2("process", any(OsGetpid())), T2("processName", any("MainProcess")), T2("threadName", any("MainThread")),
		T2("created", any(created)), T2("msecs", any(float64(now.Nanosecond()/1e6))))
}

// Debug is l.debug(message, args…); and so the others.
func (l *Logger) Debug(message any, args ...any) { l.Log(LoggingDebug, message, args...) }

// Info is l.info.
func (l *Logger) Info(message any, args ...any) { l.Log(LoggingInfo, message, args...) }

// Warning is l.warning.
func (l *Logger) Warning(message any, args ...any) { l.Log(LoggingWarning, message, args...) }

// Error is l.error.
func (l *Logger) Error(message any, args ...any) { l.Log(LoggingError, message, args...) }

// Critical is l.critical.
func (l *Logger) Critical(message any, args ...any) { l.Log(LoggingCritical, message, args...) }

// SetLevel is l.setLevel(level).
func (l *Logger) SetLevel(level any) {
	logs.mu.Lock()
	defer logs.mu.Unlock()
	l.level = levelOf(level)
}

// IsEnabledFor is l.isEnabledFor(level).
func (l *Logger) IsEnabledFor(level int64) bool {
	logs.mu.Lock()
	defer logs.mu.Unlock()
	return level >= l.effective()
}

// GetEffectiveLevel is l.getEffectiveLevel().
func (l *Logger) GetEffectiveLevel() int64 {
	logs.mu.Lock()
	defer logs.mu.Unlock()
	return l.effective()
}

// Name is l.name.
func (l *Logger) Name() string { return l.name }

// PyTypeName is "Logger".
func (l *Logger) PyTypeName() string { return "Logger" }

// PyRepr is <Logger app (INFO)>.
func (l *Logger) PyRepr() string {
	kind := "Logger"
	if l == rootLogger {
		kind = "RootLogger"
	}
	return "<" + kind + " " + l.name + " (" + levelNames[l.GetEffectiveLevel()] + ")>"
}

// PyEqual is identity.
func (l *Logger) PyEqual(other any) bool { return any(l) == other }

// logRoot is a function of the module: the first one sets up the default handler.
func logRoot(level int64, message any, args []any) {
	LoggingBasicConfig(None, Opt[string]{}, Opt[string]{}, Opt[string]{}, "a", Opt[*File]{}, false)
	rootLogger.Log(level, message, args...)
}

// LoggingLogDebug is logging.debug(message, args…); and so the others.
func LoggingLogDebug(message any, args ...any) { logRoot(LoggingDebug, message, args) }

// LoggingLogInfo is logging.info.
func LoggingLogInfo(message any, args ...any) { logRoot(LoggingInfo, message, args) }

// LoggingLogWarning is logging.warning.
func LoggingLogWarning(message any, args ...any) { logRoot(LoggingWarning, message, args) }

// LoggingLogError is logging.error.
func LoggingLogError(message any, args ...any) { logRoot(LoggingError, message, args) }

// LoggingLogCritical is logging.critical.
func LoggingLogCritical(message any, args ...any) { logRoot(LoggingCritical, message, args) }
