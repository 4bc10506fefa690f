package main

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/dstreamc/dstreamc/internal/build"
)

// patience is how long a build may take without a word.
const patience = time.Second

// progress tells the user why a first build takes its time. A build with a warm cache ends
// before it has anything to say.
type progress struct {
	w        io.Writer
	terminal bool
	target   string // "linux/amd64"

	mu       sync.Mutex
	timer    *time.Timer     // that ends the patience
	late     bool            // it has ended
	packages int             // compiled so far, or being compiled
	now      string          // the last of them
	said     map[string]bool // the parts that were written about: Go may come back to one after another
}

func newProgress(w io.Writer, target string, patience time.Duration) *progress {
	p := &progress{w: w, target: target, terminal: isTerminal(w) && knowsEscapes(), said: map[string]bool{}}
	p.timer = time.AfterFunc(patience, func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.late = true
		p.say()
	})
	return p
}

// compiling is told each package that Go compiles.
func (p *progress) compiling(pkg string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.packages++
	p.now = pkg
	p.say()
}

// say writes where the build is: on a terminal in one line that changes, elsewhere in a
// line for each part that takes long, but for the program itself.
func (p *progress) say() {
	if !p.late || p.now == "" {
		return
	}
	line := p.part()
	switch {
	case p.terminal:
		fmt.Fprintf(p.w, "\r\x1b[Kdstreamc: compiling %s: package %d, %s", line, p.packages, p.now)
	case line != theProgram && !p.said[line]:
		fmt.Fprintf(p.w, "dstreamc: compiling %s\n", line)
	}
	p.said[line] = true
}

const theProgram = "the program"

// part says what the package belongs to that is being compiled. Each target has a standard library and a runtime of its own.
func (p *progress) part() string {
	first, _, _ := strings.Cut(p.now, "/")
	switch {
	case first == build.ModuleName:
		return theProgram
	case !strings.Contains(first, "."):
		return "Go's standard library for " + p.target + ", which happens once on a machine"
	}
	return "the runtime for " + p.target + ", which happens once for a version of dstreamc"
}

// end removes the line from the terminal.
func (p *progress) end() {
	p.timer.Stop()
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.said) > 0 && p.terminal {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
	p.late = false // a timer that was due already says nothing
}
