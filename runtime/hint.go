package ds

import "fmt"

// quietTime is how long a socket may give nothing before the program says what is missing.
const quietTime = 5000

// hints says once per receiver why batch after batch is empty, so that a program that prints nothing but headings is no riddle.
func (j *job) hints(ssc *StreamingContext, t int64) {
	if t-ssc.zero < quietTime {
		return
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
