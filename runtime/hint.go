package ds

import "fmt"

// quietTime is how many milliseconds of empty batches there may be before the program says what is missing.
const quietTime = 5000

// said marks in job.stuck what has been told.
const said = -1

// hints says once per source and output why batch after batch is empty, so that a program that prints nothing but headings is
// no riddle.
func (j *job) hints(ssc *StreamingContext, t int64) {
	if t-ssc.zero < quietTime {
		return
	}
	j.hintStuck(ssc, t)
	for _, in := range ssc.inputs {
		if f, ok := in.(*directorySource); ok && !f.any && !j.hinted[f] {
			j.hinted[f] = true
			f.note("none", fmt.Sprintf("Batches are empty: no new file has come to %s; move finished files there while the program runs", f.pattern))
		}
	}
	for _, r := range ssc.receivers() {
		if j.hinted[r] {
			continue
		}
		j.hinted[r] = true
		r.mu.Lock()
		status := r.status
		r.mu.Unlock()
		switch status {
		case neverConnected:
			j.log.warn("SocketReceiver", fmt.Sprintf("Batches are empty: nothing accepts connections at %s; start the server there first", r.name))
		case neverReceived:
			j.log.warn("SocketReceiver", fmt.Sprintf("Batches are empty: connected to %s, but it has not sent anything", r.name))
		case neverLine:
			j.log.warn("SocketReceiver", fmt.Sprintf("Batches are empty: %s has sent data, but no line end; a line counts when it is complete", r.name))
		}
	}
}

// hintStuck says where all records are lost, when for some time records have come and nothing has passed.
func (j *job) hintStuck(ssc *StreamingContext, t int64) {
	for _, o := range ssc.outputs {
		b := o.parent.barrier()
		if b == nil {
			continue
		}
		since, seen := j.stuck[b]
		switch {
		case !seen:
			j.stuck[b] = t
		case since != said && t-since >= quietTime:
			j.stuck[b] = said
			j.log.warn("DStreamGraph", fmt.Sprintf("Batches are empty: records have come, but none has passed the operations at %s", b.passage.at))
		}
	}
}
