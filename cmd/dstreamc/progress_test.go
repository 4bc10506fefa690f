package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

const (
	sayStandard = "dstreamc: compiling Go's standard library for plan9/arm, which happens once on a machine\n"
	sayRuntime  = "dstreamc: compiling the runtime for plan9/arm, which happens once for a version of dstreamc\n"
)

func TestProgress(t *testing.T) {
	const runtimePackage = "github.com/dstreamc/dstreamc/runtime/py"
	tests := []struct {
		packages string
		late     bool
		want     string
	}{
		{"runtime fmt " + runtimePackage, false, ""},
		{"runtime fmt", true, sayStandard},
		{"runtime fmt " + runtimePackage, true, sayStandard + sayRuntime},
		{"runtime " + runtimePackage + " net " + runtimePackage, true, sayStandard + sayRuntime},
		{runtimePackage + " dstreamc.program", true, sayRuntime},
		{"dstreamc.program", true, ""},
		{"dstreamc.program/part", true, ""},
		{"", true, ""},
	}
	for _, test := range tests {
		var out bytes.Buffer
		p := newProgress(&out, "plan9/arm", time.Hour)
		p.late = test.late
		for _, pkg := range strings.Fields(test.packages) {
			p.compiling(pkg)
		}
		p.end()
		if out.String() != test.want {
			t.Errorf("%s: wrote %q, want %q", test.packages, &out, test.want)
		}
	}
}

func TestProgressOnTerminal(t *testing.T) {
	var out bytes.Buffer
	p := newProgress(&out, "plan9/arm", time.Hour)
	p.terminal, p.late = true, true
	p.compiling("runtime")
	p.compiling("net")
	p.end()
	const line = "\r\x1b[Kdstreamc: compiling Go's standard library for plan9/arm, which happens once on a machine: package "
	if want := line + "1, runtime" + line + "2, net\r\x1b[K"; out.String() != want {
		t.Errorf("wrote %q, want %q", &out, want)
	}
}

// A build that compiles one package for long says so although no other begins.
func TestProgressWithoutNews(t *testing.T) {
	wrote := make(signalWriter, 1)
	p := newProgress(wrote, "plan9/arm", time.Hour)
	p.compiling("net")
	p.timer.Reset(0)
	if got := <-wrote; got != sayStandard {
		t.Errorf("wrote %q", got)
	}
	p.end()
}

// signalWriter sends what is written to it.
type signalWriter chan string

func (w signalWriter) Write(p []byte) (int, error) {
	w <- string(p)
	return len(p), nil
}
