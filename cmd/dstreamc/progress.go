package main

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// patience is how long a build may take without a word.
const patience = time.Second

// progress tells the user why a first build takes its time. A build with a warm cache ends
// before it has anything to say.
type progress struct {
	w        io.Writer
	terminal bool
	started  time.Time
	standard int // packages of the standard library compiled so far
	told     bool
}

func newProgress(w io.Writer) *progress {
	return &progress{w: w, terminal: isTerminal(w) && knowsEscapes(), started: time.Now()}
}

// compiling is told each package that Go compiles.
func (p *progress) compiling(pkg string) {
	if first, _, _ := strings.Cut(pkg, "/"); !strings.Contains(first, ".") {
		p.standard++
	}
	if p.standard == 0 || time.Since(p.started) < patience || p.told && !p.terminal {
		return
	}
	p.told = true
	const reason = "compiling Go's standard library, which happens once on a machine"
	if p.terminal {
		fmt.Fprintf(p.w, "\r\x1b[Kdstreamc: %s: %d packages, now %s", reason, p.standard, pkg)
	} else {
		fmt.Fprintf(p.w, "dstreamc: %s and takes up to a minute\n", reason)
	}
}

// end removes the line from the terminal.
func (p *progress) end() {
	if p.told && p.terminal {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
