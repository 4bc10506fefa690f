package py

import (
	"fmt"
	"runtime"
	"strings"
)

// TracebackObject is a traceback: e.__traceback__.
type TracebackObject struct{ e *Exception }

// PyTypeName is "traceback".
func (t *TracebackObject) PyTypeName() string { return "traceback" }

// PyEqual compares what the tracebacks are of.
func (t *TracebackObject) PyEqual(other any) bool {
	o, ok := other.(*TracebackObject)
	return ok && o.e == t.e
}

// PyGetAttr gives the line where the traceback begins.
func (t *TracebackObject) PyGetAttr(name string) (any, bool) {
	if frames := t.e.Frames(); name == "tb_lineno" && len(frames) > 0 {
		return int64(frames[0].Line), true
	}
	return nil, false
}

// caught drops the callers of the function that caught e: a traceback that is printed there begins with that function.
func (e *Exception) caught() *Exception {
	here := make([]uintptr, 64)
	here = here[:runtime.Callers(2, here)]
	stack := e.stack
	for len(stack) > 1 && len(here) > 0 && stack[len(stack)-1] == here[len(here)-1] {
		stack, here = stack[:len(stack)-1], here[:len(here)-1]
	}
	cut := *e
	cut.stack = stack
	return &cut
}

// TracebackFormatExc is traceback.format_exc() while e is handled.
func TracebackFormatExc(e *Exception) string {
	if e == nil {
		return "NoneType: None\n"
	}
	return e.caught().Traceback()
}

// TracebackPrintExc is traceback.print_exc(file=file) while e is handled; nothing is standard error.
func TracebackPrintExc(e *Exception, file any) {
	if isNone(Box(file)) {
		file = SysStderr
	}
	PrintTo(file, " ", "", false, TracebackFormatExc(e))
}

// TracebackFormatException is traceback.format_exception(e): the text in pieces.
func TracebackFormatException(e *Exception) *List[string] {
	out := NewList[string]()
	text := e.caught().Traceback()
	for text != "" {
		end := strings.IndexByte(text, '\n') + 1
		if strings.HasPrefix(text, "  File ") { // with the line it quotes
			if next := text[end:]; strings.HasPrefix(next, "    ") {
				end += strings.IndexByte(next, '\n') + 1
			}
		}
		out.Append(text[:end])
		text = text[end:]
	}
	return out
}

// TracebackFormatExceptionOnly is traceback.format_exception_only(e): its last line.
func TracebackFormatExceptionOnly(e *Exception) *List[string] { return NewList(e.Error() + "\n") }

// TracebackFormatTb is traceback.format_tb(tb): the lines of the calls.
func TracebackFormatTb(tb any) *List[string] {
	out := NewList[string]()
	if t, ok := tb.(*TracebackObject); ok {
		for _, f := range t.e.caught().Frames() {
			line := fmt.Sprintf("  File \"%s\", line %d, in %s\n", f.File, f.Line, f.Function)
			if f.Source != "" {
				line += "    " + f.Source + "\n"
			}
			out.Append(line)
		}
	}
	return out
}

// TracebackPrintTb is traceback.print_tb(tb, file=file).
func TracebackPrintTb(tb, file any) {
	if isNone(Box(file)) {
		file = SysStderr
	}
	for line := range TracebackFormatTb(tb).All() {
		PrintTo(file, " ", "", false, line)
	}
}

// CallerFrame is the line of the script that is running.
func CallerFrame() Frame {
	e := &Exception{Class: ExceptionClass}
	e.capture(1)
	if frames := e.Frames(); len(frames) > 0 {
		return frames[len(frames)-1]
	}
	return Frame{Function: "<module>"}
}
