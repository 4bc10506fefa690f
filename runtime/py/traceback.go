package py

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
)

// script is what tracebacks need to know of a compiled script.
type script struct {
	file  string
	lines []string
	funcs map[string]string
}

var (
	scriptsMu sync.RWMutex
	scripts   []*script
)

// RegisterScript makes frames of the file appear in tracebacks. File is the name in the code's //line directives, as
// it should be printed; source is the script's text, for the lines quoted; funcs maps the names of Go functions,
// as runtime.Frame has them ("main.countLines"), to Python's. Go names each closure after the
// function around it, so a function without an entry takes the name of the nearest one that has.
func RegisterScript(file, source string, funcs map[string]string) {
	scriptsMu.Lock()
	defer scriptsMu.Unlock()
	scripts = append(scripts, &script{file, strings.Split(source, "\n"), funcs})
}

func scriptOf(file string) *script {
	scriptsMu.RLock()
	defer scriptsMu.RUnlock()
	for _, s := range scripts {
		if file == s.file || strings.HasSuffix(file, "/"+s.file) {
			return s
		}
	}
	return nil
}

func (s *script) function(goName string) string {
	for name := goName; name != ""; {
		if py, ok := s.funcs[name]; ok {
			return py
		}
		i := strings.LastIndexByte(name, '.')
		name = name[:max(i, 0)]
	}
	return "<module>"
}

// Frame is one line of a traceback.
type Frame struct {
	File     string
	Line     int
	Function string
	Source   string // the line's text without indentation
}

// tryName is how the name of Try ends in frames, in whatever module the runtime is.
const tryName = "/runtime/py.Try"

// Frames are the script's frames where e was raised, the innermost last.
func (e *Exception) Frames() []Frame {
	var out []Frame
	if len(e.stack) == 0 {
		return nil
	}
	frames := runtime.CallersFrames(e.stack)
	inner, try := "", false // the function of the last frame, and whether a try statement called it
	for {
		f, more := frames.Next()
		s := scriptOf(f.File)
		if s == nil {
			try = try || strings.HasSuffix(f.Function, tryName)
		} else if try && strings.HasPrefix(inner, f.Function+".") { // the body of a try statement is a closure of its function
			inner, try = f.Function, false
		} else {
			inner, try = f.Function, false
			fr := Frame{File: s.file, Line: f.Line, Function: s.function(f.Function)}
			if f.Line >= 1 && f.Line <= len(s.lines) {
				fr.Source = strings.TrimSpace(s.lines[f.Line-1])
			}
			out = append([]Frame{fr}, out...)
		}
		if !more {
			return out
		}
	}
}

// Traceback is what Python prints for an uncaught exception, with its causes, ending in a newline.
func (e *Exception) Traceback() string {
	var b strings.Builder
	e.writeTraceback(&b, map[*Exception]bool{})
	return b.String()
}

func (e *Exception) writeTraceback(b *strings.Builder, seen map[*Exception]bool) {
	seen[e] = true
	switch {
	case e.Cause != nil && !seen[e.Cause]:
		e.Cause.writeTraceback(b, seen)
		b.WriteString("\nThe above exception was the direct cause of the following exception:\n\n")
	case e.Cause == nil && e.Context != nil && !e.SuppressContext && !seen[e.Context]:
		e.Context.writeTraceback(b, seen)
		b.WriteString("\nDuring handling of the above exception, another exception occurred:\n\n")
	}
	if frames := e.Frames(); len(frames) > 0 {
		b.WriteString("Traceback (most recent call last):\n")
		for _, f := range frames {
			fmt.Fprintf(b, "  File \"%s\", line %d, in %s\n", f.File, f.Line, f.Function)
			if f.Source != "" {
				fmt.Fprintf(b, "    %s\n", f.Source)
			}
		}
	}
	b.WriteString(e.Error())
	b.WriteByte('\n')
}
