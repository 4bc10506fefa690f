//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"
)

// loopResult is what a program of the folder loops prints of one loop.
type loopResult struct {
	name, result string
	cpu          time.Duration
}

// measureLoops measures loops of each kind as dstreamc compiles them and as one writes them in Go, in turn.
func measureLoops(o *options) ([]row, error) {
	fmt.Fprintln(os.Stderr, "== loops")
	ours, hand := filepath.Join(o.work, "loops"), filepath.Join(o.work, "loops-hand")
	if err := tool(o.compiler(), "build", "bench/loops/loops.py", "-o", ours); err != nil {
		return nil, err
	}
	if err := goTool("build", "-o", hand, "./bench/loops/hand"); err != nil {
		return nil, err
	}
	var names []string
	cpu, ratios := map[string][]time.Duration{}, map[string][]float64{}
	for round := range o.rounds {
		a, b, err := runBoth(ours, hand, round%2 != 0, o.scale)
		if err != nil {
			return nil, err
		}
		if len(a) != len(b) {
			return nil, fmt.Errorf("%d loops, and %d in Go", len(a), len(b))
		}
		names = names[:0]
		for i := range a {
			if a[i].name != b[i].name || a[i].result != b[i].result {
				return nil, fmt.Errorf("%s gives %s, and in Go %s gives %s", a[i].name, a[i].result, b[i].name, b[i].result)
			}
			names = append(names, a[i].name)
			cpu[a[i].name] = append(cpu[a[i].name], a[i].cpu)
			ratios[a[i].name] = append(ratios[a[i].name], float64(b[i].cpu)/float64(max(a[i].cpu, 1)))
		}
	}
	var rows []row
	for _, name := range names {
		rows = append(rows, row{name, fmt.Sprintf("%.3g ms", millis(median(cpu[name]))), factor(median(ratios[name]))})
	}
	return rows, nil
}

// runBoth runs both programs, the second one first if other is set: whoever runs first pays for what the machine did meanwhile.
func runBoth(ours, hand string, other bool, scale float64) (a, b []loopResult, err error) {
	runs := []struct {
		program string
		results *[]loopResult
	}{{ours, &a}, {hand, &b}}
	if other {
		slices.Reverse(runs)
	}
	for _, r := range runs {
		touchMemory()
		if *r.results, err = runLoops(r.program, scale); err != nil {
			return nil, nil, err
		}
	}
	return a, b, nil
}

// touchMemory asks for as much memory as a program does and gives it back, so that a machine which has to ask its host for it does so
// before what is measured.
func touchMemory() {
	const most, page = 256 << 20, 4096
	b := make([]byte, most)
	for i := 0; i < len(b); i += page {
		b[i] = 1
	}
	runtime.KeepAlive(b)
	debug.FreeOSMemory()
}

// runLoops runs one of the programs; scale is how often each loop turns.
func runLoops(program string, scale float64) ([]loopResult, error) {
	out, err := exec.Command(program, strconv.FormatFloat(scale, 'g', -1, 64)).Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", program, err)
	}
	var all []loopResult
	for line := range strings.Lines(string(out)) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) != 3 {
			return nil, fmt.Errorf("%s prints %q", program, line)
		}
		ns, err := strconv.ParseInt(cells[2], 10, 64)
		if err != nil {
			return nil, err
		}
		all = append(all, loopResult{cells[0], cells[1], time.Duration(ns)})
	}
	return all, nil
}
