//go:build linux

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"
)

// A workload is a folder of workloads/ with one program in several languages, and the inputs to run it on. Every program is called as
//
//	PROGRAM BATCHES OUT INPUT...
//
// reads its inputs, once for each batch or a file of the folder INPUT for each, and appends a line with the result of each batch to OUT.
// The lines of all programs must be the same.
type workload struct {
	name   string
	folder string
	goals  string // of the table, as text
	inputs []input
	// base and full are numbers of batches. With a base, what is measured is a batch after the first: what full batches take less what
	// base batches take, by the difference. Without, it is the whole process with one batch.
	base, full int
	small      float64 // how much smaller the input is on which the interpreters are measured too; 0: 8 times
	smallFull  int     // and its full, if that is another
}

// A trial is some programs that are measured in turn on the same input.
type trial struct {
	peers      []*peer
	inputs     []string
	base, full int
	samples    map[*peer][]sample
}

// measure measures the workload and makes a line of the table of it: the compiled programs on the input, then the interpreters beside dstreamc
// on a smaller one.
func (w workload) measure(o *options) (row, error) {
	fmt.Fprintf(os.Stderr, "== %s\n", w.name)
	compiled, interpreted, err := w.peers(o)
	if err != nil {
		return nil, err
	}
	large := &trial{peers: compiled, base: w.base, full: max(w.full, 1)}
	if err := large.run(o, w, 1, o.rounds); err != nil {
		return nil, err
	}
	ours := compiled[0]
	out := row{w.title(o), large.millis(ours), large.memory(ours)}
	cells := map[string]string{}
	for _, p := range compiled[1:] {
		cells[p.name] = large.ratio(p, ours)
	}
	if len(interpreted) > 0 {
		small := w.small
		if small == 0 {
			small = 8
		}
		slow := &trial{peers: append([]*peer{ours}, interpreted...), base: w.base, full: max(w.full, 1)}
		if w.smallFull > 0 {
			slow.full = w.smallFull
		}
		if err := slow.run(o, w, small, (o.rounds+1)/2); err != nil {
			return nil, err
		}
		for _, p := range interpreted {
			cells[p.name] = slow.ratio(p, ours)
		}
	}
	for _, p := range allPeers[1:] {
		if cells[p.name] == "" {
			cells[p.name] = "–"
		}
		out = append(out, cells[p.name])
	}
	return append(out, w.goals), nil
}

// title is the workload's name with the size of its input.
func (w workload) title(o *options) string {
	var bytes int64
	for _, in := range w.inputs {
		bytes += in.size(o, 1)
	}
	return fmt.Sprintf("%s, %d MB", w.name, (bytes+500_000)/1_000_000)
}

// peers builds the programs that the workload's folder has sources of.
func (w workload) peers(o *options) (compiled, interpreted []*peer, err error) {
	for i := range allPeers {
		p := allPeers[i]
		source := filepath.Join("bench", "workloads", w.folder, p.source)
		if _, err := os.Stat(source); err != nil || p.slow && o.fast {
			continue
		}
		if why := p.missing(); why != "" {
			fmt.Fprintf(os.Stderr, "   without %s: %s\n", p.name, why)
			continue
		}
		if p.command, err = p.build(o, source, filepath.Join(o.work, w.folder+"-"+strconv.Itoa(i))); err != nil {
			return nil, nil, err
		}
		if p.slow {
			interpreted = append(interpreted, &p)
		} else {
			compiled = append(compiled, &p)
		}
	}
	return compiled, interpreted, nil
}

// run measures the programs in turn, each the same number of times.
func (t *trial) run(o *options, w workload, smaller float64, rounds int) error {
	for _, in := range w.inputs {
		path, err := in.generate(o, smaller)
		if err != nil {
			return err
		}
		t.inputs = append(t.inputs, path)
	}
	t.samples = map[*peer][]sample{}
	for range rounds {
		var want []byte
		for _, p := range t.peers {
			s, result, err := t.sample(o, p)
			if err != nil {
				return err
			}
			t.samples[p] = append(t.samples[p], s)
			fmt.Fprintf(os.Stderr, "   %-14s %8.1f ms CPU %8.1f ms %6.0f MB\n", p.name, millis(s.cpu), millis(s.wall), s.rssMB)
			if want == nil {
				want = result
			}
			if !bytes.Equal(result, want) {
				return fmt.Errorf("%s gives\n%s\nand %s\n%s", t.peers[0].name, want, p.name, result)
			}
		}
	}
	return nil
}

// sample measures a program once and returns its result.
func (t *trial) sample(o *options, p *peer) (sample, []byte, error) {
	base, full, per := t.base, t.full, 1
	switch {
	case base > 0:
		per = full - base
	case p.warm: // what it is once it runs
		base, full, per = 1, 3, 2
	}
	s, result, err := t.once(o, p, full)
	if err != nil || base == 0 {
		return s, result, err
	}
	less, _, err := t.once(o, p, base)
	if err != nil {
		return s, result, err
	}
	s.cpu = (s.cpu - less.cpu) / time.Duration(per)
	s.wall = (s.wall - less.wall) / time.Duration(per)
	if t.base == 0 { // the others had one batch
		result = slices.Concat(bytes.SplitAfter(result, []byte("\n"))[:1]...)
	}
	return s, result, nil
}

func (t *trial) once(o *options, p *peer, batches int) (sample, []byte, error) {
	out := filepath.Join(o.work, "out.txt")
	if err := os.RemoveAll(out); err != nil {
		return sample{}, nil, err
	}
	s, err := measure(slices.Concat(p.command, []string{strconv.Itoa(batches), out}, t.inputs), "DSTREAMC_CLOCK=virtual")
	if err != nil {
		return s, nil, err
	}
	result, err := os.ReadFile(out)
	return s, result, err
}

// ratio is how many times the CPU time of ours p takes and, in brackets, of the time: medians of the rounds' ratios.
func (t *trial) ratio(p, ours *peer) string {
	var cpu, wall []float64
	for i, s := range t.samples[p] {
		cpu = append(cpu, float64(s.cpu)/float64(t.samples[ours][i].cpu))
		wall = append(wall, float64(s.wall)/float64(t.samples[ours][i].wall))
	}
	return factor(median(cpu)) + " (" + factor(median(wall)) + ")"
}

// factor is a ratio with two digits that say something.
func factor(x float64) string {
	if x >= 10 {
		return fmt.Sprintf("%.0f", x)
	}
	return fmt.Sprintf("%.2g", x)
}

func (t *trial) millis(p *peer) string {
	cpu := medianOf(t.samples[p], func(s sample) time.Duration { return s.cpu })
	return fmt.Sprintf("%.3g ms", millis(cpu))
}

func (t *trial) memory(p *peer) string {
	return fmt.Sprintf("%.0f MB", medianOf(t.samples[p], func(s sample) float64 { return s.rssMB }))
}

func millis(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
