package py

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
)

// SysArgv is sys.argv. The compiled program sets it before the script runs.
var SysArgv = NewList(os.Args...)

// SysArgvAt is sys.argv[i]. By this and by SysArgvLen, which are not inlined, a program that does no more with its arguments compiles no list.
//
//go:noinline
func SysArgvAt(i int64) string { return SysArgv.At(i) }

// SysArgvLen is len(sys.argv).
//
//go:noinline
func SysArgvLen() int64 { return SysArgv.Len() }

// SysStdin, SysStdout and SysStderr are sys.stdin and its kin. The output streams follow Stdout and Stderr when those are redirected.
var (
	SysStdin  = &File{name: "<stdin>", mode: "r", encoding: "utf-8", errors: "strict", universal: true, r: bufio.NewReader(os.Stdin)}
	SysStdout = &File{name: "<stdout>", mode: "w", encoding: "utf-8", errors: "strict", w: follow{&Stdout}}
	SysStderr = &File{name: "<stderr>", mode: "w", encoding: "utf-8", errors: "strict", w: follow{&Stderr}}
)

// follow writes to what a variable holds at that moment.
type follow struct{ w *io.Writer }

func (f follow) Write(p []byte) (int, error) { return (*f.w).Write(p) }

func (f follow) Flush() error {
	if w, ok := (*f.w).(interface{ Flush() error }); ok {
		return w.Flush()
	}
	return nil
}

// SetStdin redirects sys.stdin and input().
func SetStdin(r io.Reader) { SysStdin.r = bufio.NewReader(r) }

// SysVersionInfo is sys.version_info: that of the CPython whose behaviour the package has.
var SysVersionInfo = T5[int64, int64, int64, string, int64](3, 11, 7, "final", 0)

// Attributes of sys.
const (
	SysVersion   = "3.11.7 (dstreamc)"
	SysPlatform  = "linux"
	SysMaxsize   = int64(1<<63 - 1)
	SysByteorder = "little"
)

// SysExit is sys.exit(code), exit and quit: it raises SystemExit.
func SysExit(code any) {
	e := NewException(SystemExit)
	if code != nil && !isNone(Box(code)) {
		e.Args = []any{Box(code)}
	}
	Raise(e)
}

// ExitCode is what a SystemExit that nobody caught means for the process: the status, and the text for standard error.
func (e *Exception) ExitCode() (status int, message string) {
	code, _ := e.PyGetAttr("code")
	switch c := code.(type) {
	case NoneType:
		return 0, ""
	case int64:
		return int(c) & 0xff, ""
	case bool:
		return int(boolInt(c)), ""
	}
	return 1, Str(code) + "\n"
}

// SysExcInfo is sys.exc_info() while e is handled.
func SysExcInfo(e *Exception) Tuple3[any, *Exception, any] {
	tb, _ := e.PyGetAttr("__traceback__")
	return T3(any(e.Class), e, tb)
}

// Input is input(prompt); it raises EOFError at the end of the input.
func Input(prompt string) string {
	_, err := io.WriteString(Stdout, prompt)
	checkWrite(err)
	checkWrite(Flush())
	line := SysStdin.Readline()
	if line == "" {
		throw(EOFError, "EOF when reading a line")
	}
	return StrRemovesuffix(line, "\n")
}

// ScriptFile is __file__ of a file of a script whose first file is main, both named as the compiler was told them. That file is beside
// the program, or where "dstreamc run" says that it is.
func ScriptFile(name, main string) string {
	dir := os.Getenv("DSTREAMC_SCRIPT_DIR")
	if dir == "" {
		program, err := os.Executable()
		if err != nil {
			return name
		}
		dir = filepath.Dir(program)
	}
	beside, err := filepath.Rel(filepath.Dir(filepath.FromSlash(main)), filepath.FromSlash(name))
	if err != nil {
		return name
	}
	return filepath.Join(dir, beside)
}
