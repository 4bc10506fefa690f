//go:build linux

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"time"
)

// sample is one run of a program.
type sample struct {
	wall, cpu time.Duration
	rssMB     float64
}

// measureWords runs the compiled word count and the hand-written one in turn over each text.
func measureWords(o options) error {
	script, err := compile(o, "wordcount")
	if err != nil {
		return err
	}
	byhand := filepath.Join(o.dir, "byhand")
	if err := goTool("build", "-o", byhand, "./bench/byhand"); err != nil {
		return err
	}
	fmt.Printf("word count, %d MB, medians of %d runs in turn\n\n", o.sizeMB, o.rounds)
	fmt.Println("| text | program | wall s | CPU s | MB/s | max RSS MB |")
	fmt.Println("|---|---|---|---|---|---|")
	for _, t := range texts {
		if err := t.compare(o, script, byhand); err != nil {
			return err
		}
	}
	return nil
}

// compare measures both programs over one text and checks that they agree.
func (t text) compare(o options, script, byhand string) error {
	path, err := t.generate(o)
	if err != nil {
		return err
	}
	ourOut, theirOut := filepath.Join(o.dir, "ours.txt"), filepath.Join(o.dir, "byhand.txt")
	var ours, theirs []sample
	for range o.rounds {
		a, err := measure(byhand, path, theirOut)
		if err != nil {
			return err
		}
		b, err := measure(script, path, ourOut)
		if err != nil {
			return err
		}
		theirs, ours = append(theirs, a), append(ours, b)
		if err := sameLines(theirOut, ourOut); err != nil {
			return err
		}
	}
	hand, own := medians(theirs), medians(ours)
	for _, row := range []struct {
		program string
		sample
	}{{"Go by hand", hand}, {"dstreamc", own}} {
		fmt.Printf("| %s | %s | %.2f | %.2f | %.0f | %.0f |\n", t.name, row.program,
			row.wall.Seconds(), row.cpu.Seconds(), float64(o.sizeMB)/row.wall.Seconds(), row.rssMB)
	}
	speed := hand.wall.Seconds() / own.wall.Seconds()
	fmt.Printf("| %s | by hand / dstreamc | %.2f | %.2f | | |\n", t.name, speed, hand.cpu.Seconds()/own.cpu.Seconds())
	return nil
}

// measure runs a program once.
func measure(program string, args ...string) (sample, error) {
	cmd := exec.Command(program, args...)
	cmd.Stderr = os.Stderr
	began := time.Now()
	if err := cmd.Run(); err != nil {
		return sample{}, fmt.Errorf("%s: %w", program, err)
	}
	s := sample{wall: time.Since(began), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		s.rssMB = float64(usage.Maxrss) / 1024
	}
	return s, nil
}

// medians takes the median of each quantity.
func medians(samples []sample) sample {
	middle := func(value func(sample) float64) float64 {
		var all []float64
		for _, s := range samples {
			all = append(all, value(s))
		}
		slices.Sort(all)
		return (all[(len(all)-1)/2] + all[len(all)/2]) / 2
	}
	return sample{
		wall:  time.Duration(middle(func(s sample) float64 { return float64(s.wall) })),
		cpu:   time.Duration(middle(func(s sample) float64 { return float64(s.cpu) })),
		rssMB: middle(func(s sample) float64 { return s.rssMB }),
	}
}

// sameLines reports whether two files have the same lines, in any order.
func sameLines(a, b string) error {
	var sorted [2][][]byte
	for i, path := range []string{a, b} {
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		sorted[i] = bytes.Split(data, []byte("\n"))
		slices.SortFunc(sorted[i], bytes.Compare)
	}
	if !slices.EqualFunc(sorted[0], sorted[1], bytes.Equal) {
		return fmt.Errorf("%s (%d lines) and %s (%d lines) differ", a, len(sorted[0]), b, len(sorted[1]))
	}
	return nil
}
