package ds

import "github.com/dstreamc/dstreamc/runtime/core"

// recorded replays recorded batches: one for each batch time, whether or not an output asks for it, like a receiver.
type recorded struct {
	batches [][]string
	next    int
	byTime  map[int64][]string
}

// textSource gives the recorded stream that replaces the next text source of the job, or nil.
func (ssc *StreamingContext) textSource() *DStream[string] {
	j := ssc.job
	if j.inputs >= len(j.Inputs) {
		return nil
	}
	in := &recorded{batches: j.Inputs[j.inputs].Batches, byTime: map[int64][]string{}}
	j.inputs++
	ssc.inputs = append(ssc.inputs, in)
	return newStream(ssc, "SocketInputDStream", func(t int64) *core.RDD[string] {
		lines := in.byTime[t]
		if len(lines) == 0 {
			return core.EmptyRDD[string](ssc.sc)
		}
		return core.FromPartitions(ssc.sc, [][]string{lines})
	})
}

func (r *recorded) start() {}

func (r *recorded) cut(t int64) int64 {
	if r.finished() {
		return 0
	}
	lines := r.batches[r.next]
	r.next++
	r.byTime[t] = lines
	return int64(len(lines))
}

func (r *recorded) release(_, oldest int64) {
	for at := range r.byTime {
		if at < oldest {
			delete(r.byTime, at)
		}
	}
}

func (r *recorded) pending() bool  { return !r.finished() }
func (r *recorded) finished() bool { return r.next >= len(r.batches) }
func (r *recorded) stop()          { r.next = len(r.batches) }
