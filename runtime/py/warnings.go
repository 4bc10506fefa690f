package py

import (
	"fmt"
	"sync"
)

// warningFilters are the actions for classes of warnings, the latest first.
var warningFilters struct {
	mu    sync.Mutex
	list  []warningFilter
	shown map[string]bool
}

type warningFilter struct {
	action  string
	message *Pattern // nil: any
	class   *ExcClass
}

// warningClass is a category argument; None is otherwise.
func warningClass(category any, otherwise *ExcClass) *ExcClass {
	switch c := Box(category).(type) {
	case *ExcClass:
		if c.IsSubclass(Warning) {
			return c
		}
	case NoneType:
		return otherwise
	case interface{ ExceptionClass() *ExcClass }:
		return c.ExceptionClass()
	}
	throwf(TypeError, "category must be a Warning subclass, not '%s'", fullTypeName(category))
	return nil
}

// WarningsFilterwarnings is warnings.filterwarnings(action, message, category, module, lineno, append); the module and the
// line are not looked at.
func WarningsFilterwarnings(action, message string, category any, _ string, _ int64, last bool) {
	switch action {
	case "default", "error", "ignore", "always", "module", "once":
	default:
		throwf(AssertionError, "invalid action: %s", Repr(action))
	}
	f := warningFilter{action: action, class: warningClass(category, Warning)}
	if message != "" {
		f.message = ReCompile(message, ReIgnorecase)
	}
	w := &warningFilters
	w.mu.Lock()
	defer w.mu.Unlock()
	if last {
		w.list = append(w.list, f)
	} else {
		w.list = append([]warningFilter{f}, w.list...)
	}
}

// WarningsSimplefilter is warnings.simplefilter(action, category, lineno, append).
func WarningsSimplefilter(action string, category any, line int64, last bool) {
	WarningsFilterwarnings(action, "", category, "", line, last)
}

// WarningsResetwarnings is warnings.resetwarnings().
func WarningsResetwarnings() {
	warningFilters.mu.Lock()
	defer warningFilters.mu.Unlock()
	warningFilters.list = nil
}

// WarningsWarn is warnings.warn(message, category, stacklevel): one line on standard error with the script's line, the first time
// that line warns of it.
func WarningsWarn(message, category any, stacklevel int64) {
	e, ok := Box(message).(*Exception)
	if !ok {
		e = NewException(warningClass(category, UserWarning), message)
	}
	here := NewException(e.Class)
	here.capture(0)
	frames := here.Frames()
	file, line, source := "<sys>", 0, ""
	if n := len(frames) - int(max(stacklevel, 1)); n >= 0 {
		file, line, source = frames[n].File, frames[n].Line, frames[n].Source
	}
	text := fmt.Sprintf("%s:%d: %s: %s\n", file, line, e.Class.Name, e.PyStr())
	switch action := warningAction(e, text); action {
	case "ignore":
	case "error":
		Raise(e)
	default:
		if source != "" {
			text += "  " + source + "\n"
		}
		SysStderr.Write(text)
	}
}

// warningAction is what a filter says, "ignore" for what was shown already.
func warningAction(e *Exception, text string) string {
	w := &warningFilters
	w.mu.Lock()
	defer w.mu.Unlock()
	action := "default"
	if e.Class.IsSubclass(DeprecationWarning) {
		action = "default" // as in __main__
	}
	for _, f := range w.list {
		if e.Class.IsSubclass(f.class) && (f.message == nil || f.message.Match(e.PyStr()).Ok) {
			action = f.action
			break
		}
	}
	if action == "always" || action == "error" || action == "ignore" {
		return action
	}
	if w.shown[text] {
		return "ignore"
	}
	if w.shown == nil {
		w.shown = map[string]bool{}
	}
	w.shown[text] = true
	return action
}
