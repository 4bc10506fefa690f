package ds

import (
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// replay gives the recorded inputs of a job to the sources that they replace.
type replay struct {
	used  int             // of Job.Inputs
	names map[string]int  // how many sources of each name there have been
	bound map[string]bool // the inputs of Job.Recording that a source has
}

// jobError ends the main program: the job cannot be run as it was set up. Run returns the error in it.
type jobError struct{ error }

// recorded replays recorded batches: one for each batch time, whether or not an output asks for it, like a receiver.
type recorded struct {
	Input
	id      int64
	name    string // of the source
	records bool   // lines count as records of the batch, as those of a receiver do
	next    int
	byTime  map[int64]int // the batches that were given out
}

// sourceName makes the name of a source, which is unique in the job.
func (j *job) sourceName(name string) string {
	if j.replay.names == nil {
		j.replay.names = map[string]int{}
	}
	j.replay.names[name]++
	if n := j.replay.names[name]; n > 1 {
		return fmt.Sprintf("%s#%d", name, n)
	}
	return name
}

// replaced gives the recorded input that replaces a source, or nil.
func (ssc *StreamingContext) replaced(name string, records bool) *recorded {
	j := ssc.job
	in := &recorded{name: name, records: records, byTime: map[int64]int{}}
	switch {
	case j.Recording != nil: // bound at the start, when all sources are known
	case j.replay.used < len(j.Inputs):
		in.Input = j.Inputs[j.replay.used]
		j.replay.used++
	default:
		return nil
	}
	in.id = ssc.nextInput()
	ssc.inputs = append(ssc.inputs, in)
	return in
}

// replayLines is the stream of a replaced text source.
func replayLines(ssc *StreamingContext, r *recorded, kind string) *DStream[string] {
	out := newStream(ssc, kind, func(t int64) *core.RDD[string] {
		var blocks [][]core.Block
		for _, part := range r.parts(t) {
			if len(part) == 0 {
				blocks = append(blocks, nil)
				continue
			}
			text := strings.Join(part, "\n") + "\n"
			blocks = append(blocks, []core.Block{core.NewBlock([]byte(text))})
		}
		if len(blocks) == 0 {
			return core.EmptyRDD[string](ssc.sc)
		}
		return core.FromBlocks(ssc.sc, blocks)
	})
	out.pickled = core.PickledText
	return out
}

// replayBinary is the stream of a replaced source of binary records.
func replayBinary(ssc *StreamingContext, r *recorded) *DStream[py.Bytes] {
	out := newStream(ssc, "FileInputDStream", func(t int64) *core.RDD[py.Bytes] {
		var parts [][]py.Bytes
		for _, part := range r.parts(t) {
			records := make([]py.Bytes, len(part))
			for i, line := range part {
				record, err := hex.DecodeString(line)
				if err != nil {
					panic(jobError{fmt.Errorf("%s: the batch of %v has the record %q, which is not hexadecimal", r.name, atMillis(t).UTC(), line)})
				}
				records[i] = py.Bytes(record)
			}
			parts = append(parts, records)
		}
		return core.FromPartitions(ssc.sc, parts)
	})
	out.pickled = core.PickledBytes
	return out
}

// parts is the partitions of the batch of time t.
func (r *recorded) parts(t int64) (parts [][]string) {
	i, given := r.byTime[t]
	if !given {
		return nil
	}
	lines, from := r.Batches[i], 0
	cuts, divided := r.Cuts[i]
	if len(lines) == 0 && !divided {
		return nil
	}
	for _, cut := range cuts {
		parts = append(parts, lines[from:cut])
		from = cut
	}
	return append(parts, lines[from:])
}

func (r *recorded) start() {}

func (r *recorded) cut(t int64) int64 {
	if r.finished() {
		return 0
	}
	r.byTime[t] = r.next
	r.next++
	if !r.records {
		return 0
	}
	return int64(len(r.Batches[r.next-1]))
}

func (r *recorded) report(_, records int64) *StreamInputInfo {
	out := &StreamInputInfo{id: r.id, records: records}
	if !r.records {
		out.files = javaList{} // what they were called was not recorded
	}
	return out
}

func (r *recorded) release(_, oldest int64) {
	for at := range r.byTime {
		if at < oldest {
			delete(r.byTime, at)
		}
	}
}

func (r *recorded) pending() bool  { return !r.finished() }
func (r *recorded) finished() bool { return r.next >= len(r.Batches) }

// stop ends the input. What comes with the next batch counts as received already.
func (r *recorded) stop() {
	if r.finished() {
		return
	}
	n := r.next
	if len(r.Batches[n]) > 0 {
		n++
	}
	r.Batches = r.Batches[:n]
}

// bindRecording gives the sources of a context that starts what is recorded of them.
func (ssc *StreamingContext) bindRecording() error {
	rec := ssc.job.Recording
	if rec == nil {
		return nil
	}
	sources := ssc.recordedSources()
	if len(sources) == 0 {
		return nil
	}
	bound := ssc.job.replay.bind(rec, sources)
	switch {
	case bound > 0:
		return nil
	case len(rec.Inputs) == 0 && rec.Name == "":
		return fmt.Errorf("there are no recorded batches for %s", sourceNames(sources))
	case len(rec.Inputs) == 0:
		return fmt.Errorf("%s has no batches for %s", rec.Name, sourceNames(sources))
	case rec.Inputs[0].Source == "":
		return fmt.Errorf("%s: the script has several sources: each record must follow a line --- from NAME, where NAME is %s",
			rec.Inputs[0].origin, sourceNames(sources))
	}
	return fmt.Errorf("%s: the script has no source %s, but %s", rec.Inputs[0].origin, rec.Inputs[0].Source, sourceNames(sources))
}

func (ssc *StreamingContext) recordedSources() (out []*recorded) {
	for _, in := range ssc.inputs {
		if r, ok := in.(*recorded); ok {
			out = append(out, r)
		}
	}
	return out
}

func sourceNames(sources []*recorded) string {
	var names []string
	for _, s := range sources {
		names = append(names, s.name)
	}
	return strings.Join(names, " or ")
}

// bind gives sources their inputs and counts those that have one. With one source and one input names do not matter.
func (p *replay) bind(rec *Recording, sources []*recorded) (bound int) {
	if p.bound == nil {
		p.bound = map[string]bool{}
	}
	for _, s := range sources {
		i := slices.IndexFunc(rec.Inputs, func(in Input) bool { return in.Source == s.name })
		if i < 0 && len(sources) == 1 && len(rec.Inputs) == 1 {
			i = 0
		}
		if i >= 0 && !p.bound[rec.Inputs[i].Source] {
			s.Input = rec.Inputs[i]
			p.bound[s.Source] = true
			bound++
		}
	}
	return bound
}

// unbound is the error of a recording in which a source is named that the script does not have.
func (j *job) unbound() error {
	if j.Recording == nil {
		return nil
	}
	var errs []error
	for _, in := range j.Recording.Inputs {
		if !j.replay.bound[in.Source] {
			errs = append(errs, fmt.Errorf("%s: the script has no source %s", in.origin, in.Source))
		}
	}
	return errors.Join(errs...)
}
