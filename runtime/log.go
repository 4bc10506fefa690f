package ds

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/dstreamc/dstreamc/runtime/core"
)

// logger writes what Spark logs, in the form of its log4j default. (log/slog would add more to a program than all of this
// package, for it brings reflection and JSON.)
type logger struct {
	mu  sync.Mutex
	w   io.Writer
	now func() time.Time
	sc  *core.SparkContext // whose log level counts
}

// obey takes the log level from a context.
func (l *logger) obey(sc *core.SparkContext) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sc = sc
}

// warn logs at level WARN.
func (l *logger) warn(component, message string) { l.write("WARN", component, message) }

// error logs at level ERROR, with the text of an exception on lines of its own if there is one.
func (l *logger) error(component, message, exception string) {
	if exception != "" {
		message += "\n" + strings.TrimRight(exception, "\n")
	}
	l.write("ERROR", component, message)
}

func (l *logger) write(level, component, message string) {
	line := fmt.Sprintf("%s %s %s: %s\n", l.now().Local().Format("06/01/02 15:04:05"), level, component, message)
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.sc != nil && quiet(l.sc.LogLevel(), level) {
		return
	}
	io.WriteString(l.w, line) // nowhere to report a failure to
}

// quiet reports whether a message is below the level that the script has set.
func quiet(set, level string) bool {
	switch set {
	case "OFF", "FATAL":
		return true
	case "ERROR":
		return level == "WARN"
	}
	return false
}

// console is the script's standard output: through a buffer that is flushed after every batch and before every wait or, on a
// terminal, at once. What worker code prints goes to standard error, as with PySpark, whose workers have no other.
type console struct {
	mu       sync.Mutex
	w        *bufio.Writer
	stderr   io.Writer
	terminal bool
}

func newConsole(stdout, stderr io.Writer) *console {
	c := &console{w: bufio.NewWriterSize(stdout, 64<<10), stderr: stderr}
	if f, ok := stdout.(*os.File); ok {
		info, err := f.Stat()
		c.terminal = err == nil && info.Mode()&os.ModeCharDevice != 0
	}
	return c
}

func (c *console) Write(p []byte) (int, error) {
	if core.InWorker() {
		return c.stderr.Write(p)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	n, err := c.w.Write(p)
	if err == nil && c.terminal {
		err = c.w.Flush()
	}
	return n, err
}

// Flush writes out what is buffered.
func (c *console) Flush() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.w.Flush()
}
