package py

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// script is what tracebacks need to know of a compiled script.
type script struct {
	file  string
	lines []string
	funcs map[string]string
	defs  []Def
}

// Def says which lines a nested function takes.
type Def struct {
	from, to int
	name     string
}

// NewDef is a nested function of those lines. A lambda is called <lambda>.
func NewDef(from, to int, name string) Def { return Def{from, to, name} }

// RegisterDefs tells the functions inside of functions of a registered script, outer ones first.
func RegisterDefs(file string, defs ...Def) {
	if s := scriptOf(file); s != nil {
		s.defs = defs
	}
}

// nested is the innermost nested function around a line, or "".
func (s *script) nested(line int) string {
	name := ""
	for _, d := range s.defs {
		if d.from <= line && line <= d.to {
			name = d.name
		}
	}
	return name
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
	scripts = append(scripts, &script{file: file, lines: strings.Split(source, "\n"), funcs: funcs})
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
	goName = withoutRanges(goName)
	slash := strings.LastIndexByte(goName, '/') + 1
	pkg, _, _ := strings.Cut(goName[slash:], ".")
	pkg = goName[:slash] + pkg
	for name := goName; name != ""; {
		if py, ok := s.funcs[name]; ok {
			return py
		}
		// A literal of a function that Go inlined is named after the function it was inlined into: main.stage.words.func1.
		for i := len(pkg) + 1; i < len(name); i++ {
			if name[i] == '.' {
				if py, ok := s.funcs[pkg+name[i:]]; ok {
					return py
				}
			}
		}
		name = name[:max(strings.LastIndexByte(name, '.'), 0)]
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

// Frames are the script's frames from where e was caught to where it was raised, the innermost last.
func (e *Exception) Frames() []Frame {
	var out []Frame
	if len(e.stack) == 0 {
		return nil
	}
	frames := runtime.CallersFrames(e.stack)
	inner := "" // the Go function of the last frame
	body := ""  // the function of which the last frame was the body of a loop
	var between []Frame
	tries := 0
	for {
		f, more := frames.Next()
		if strings.HasSuffix(f.Function, tryName) {
			tries++
		}
		if s := scriptOf(f.File); s != nil {
			more = more && (tries == 0 || tries != e.tries) // the try statement that caught it
			fr := s.frame(f)
			name := withoutRanges(f.Function)
			switch {
			case body != "" && (sameFunction(body, name) || strings.HasPrefix(body, name+".")):
				if body, between = name, nil; f.Function == name {
					body = ""
				}
			case body != "": // the generator, which calls the loop's body
				between = append(between, fr)
			// Go's literals for try bodies and the like belong to the function around them.
			case fr.Function != "" && (len(out) == 0 || out[len(out)-1].Function != fr.Function || !literalIn(inner, f.Function)):
				out = append(out, fr)
				if f.Function != name {
					body = name
				}
			}
			inner = f.Function
		}
		if !more {
			out = append(out, between...)
			slices.Reverse(out)
			return out
		}
	}
}

// sameFunction reports whether two names in frames are of one function: of the body of a loop in a function that Go inlined it repeats
// what that was inlined into.
func sameFunction(body, function string) bool {
	slash := strings.LastIndexByte(function, '/') + 1
	_, local, _ := strings.Cut(function[slash:], ".")
	return body == function || strings.HasSuffix(body, "."+local)
}

// literalIn reports whether a Go function is a literal, or the body of a loop over an iterator, within another one.
func literalIn(inner, outer string) bool {
	in, out := withoutRanges(inner), withoutRanges(outer)
	return strings.HasPrefix(in, out+".") || in == out && inner != outer && inner != in
}

// withoutRanges is a name without what Go adds to it for the body of a loop over an iterator: -range and a number.
func withoutRanges(name string) string {
	for {
		before, after, found := strings.Cut(name, "-range")
		if !found {
			return name
		}
		name = before + strings.TrimLeft(after, "0123456789")
	}
}

// frame is a Go frame in the script's terms.
func (s *script) frame(f runtime.Frame) Frame {
	name := withoutRanges(f.Function)
	fr := Frame{File: s.file, Line: f.Line, Function: s.function(name)}
	if s.funcs[name] == "" {
		if name := s.nested(f.Line); name != "" {
			fr.Function = name
		}
	}
	if f.Line >= 1 && f.Line <= len(s.lines) {
		fr.Source = strings.TrimSpace(s.lines[f.Line-1])
	}
	return fr
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
		e.writeFrames(b, frames)
	}
	b.WriteString(e.Error())
	b.WriteByte('\n')
}

// writeFrames writes of equal frames in a row the first three.
func (e *Exception) writeFrames(b *strings.Builder, frames []Frame) {
	const shown = 3
	for i := 0; i < len(frames); {
		f, n := frames[i], 1
		for i+n < len(frames) && frames[i+n] == f {
			n++
		}
		i += n
		for range min(n, shown) {
			fmt.Fprintf(b, "  File \"%s\", line %d, in %s\n", f.File, f.Line, f.Function)
			if f.Source != "" {
				fmt.Fprintf(b, "    %s\n", f.Source)
			}
		}
		if n > shown {
			if e.left > 0 && n > len(frames)/2 { // those in the middle are of this kind, too
				n += e.left
			}
			fmt.Fprintf(b, "  [Previous line repeated %d more time%s]\n", n-shown, plural(n-shown))
		}
	}
}
