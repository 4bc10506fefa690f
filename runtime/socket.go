package ds

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"sync"
	"syscall"
	"time"

	"github.com/dstreamc/dstreamc/runtime/core"
)

const (
	reconnectDelay = 2000 * time.Millisecond
	readSize       = 64 << 10
)

// SocketTextStream is ssc.socketTextStream(hostname, port, storageLevel): the lines that a TCP server sends. What comes within
// 200 ms (spark.streaming.blockInterval) is a partition; a batch in which nothing came has none. When the connection ends or cannot be made it is made anew
// after two seconds, for ever. A sender that is too fast has to wait ([Job.ReceiverBuffer]). The level has no effect.
func (ssc *StreamingContext) SocketTextStream(hostname string, port int64, level ...core.StorageLevel) *DStream[string] {
	ssc.checkOpen(javaContext + ".socketTextStream")
	j := ssc.job
	address := hostname + ":" + strconv.FormatInt(port, 10)
	name := j.sourceName(address)
	if in := ssc.replaced(name, true); in != nil {
		return replayLines(ssc, in, "SocketInputDStream")
	}
	r := &receiver{job: j, ssc: ssc, id: ssc.nextInput(), address: net.JoinHostPort(hostname, strconv.FormatInt(port, 10)),
		name: address, batches: map[int64][]*received{}, tape: ssc.tape(name), rules: rulesOf(ssc.sc.GetConf())}
	r.limit.set(r.rules.bounded(0))
	if r.rules.control {
		r.limit.set(r.rules.initial)
		r.control = &rateController{rules: &r.rules, batch: ssc.batch}
	}
	r.buf.maxLine = int(j.MaxLine)
	r.space = sync.NewCond(&r.mu)
	ssc.inputs = append(ssc.inputs, r)
	out := newStream(ssc, "SocketInputDStream", func(t int64) *core.RDD[string] {
		parts := r.of(t)
		if len(parts) == 0 {
			return core.EmptyRDD[string](ssc.sc)
		}
		return core.FromBlocks(ssc.sc, parts)
	})
	out.gave = r.gave
	out.pickled = core.PickledText
	return out
}

// receivers are the receivers of a context.
func (ssc *StreamingContext) receivers() (out []*receiver) {
	for _, in := range ssc.inputs {
		if r, ok := in.(*receiver); ok {
			out = append(out, r)
		}
	}
	return out
}

// receives reports whether a context has receivers, be they replaced by recordings.
func (ssc *StreamingContext) receives() bool {
	for _, in := range ssc.inputs {
		if r, ok := in.(*recorded); ok && r.records {
			return true
		}
	}
	return len(ssc.receivers()) > 0
}

// received is what came within one block interval: a partition.
type received struct {
	interval int64 // its start
	blocks   []core.Block
	size     int64
}

// receiver reads lines from a socket. It is a goroutine of its own; what it shares with the engine is under mu.
type receiver struct {
	job     *job
	ssc     *StreamingContext
	id      int64
	address string
	name    string // the address in messages
	rules   receiverRules
	control *rateController // nil: there is no back-pressure by rates

	mu       sync.Mutex
	buf      lineBuffer
	interval int64                 // of what is in buf
	waiting  []*received           // not yet given to a batch
	batches  map[int64][]*received // given to batches
	held     int64                 // bytes in waiting, and in the batches that have not been released
	space    *sync.Cond            // held has become less, or closed is set
	limit    rateLimit
	status   socketStatus // for the hint
	events   []func(StreamingListener)
	closed   bool
	cancel   context.CancelFunc
	ended    chan struct{}
	tape     *tape
	records  int64 // of the last batch, where they are counted
}

// socketStatus is how far a receiver has ever got.
type socketStatus uint8

const (
	neverConnected socketStatus = iota
	neverReceived
	neverLine
	hasLines
)

func (r *receiver) start() {
	ctx, cancel := context.WithCancel(context.Background())
	r.cancel, r.ended = cancel, make(chan struct{})
	go r.run(ctx)
}

// stop ends the receiver; the whole lines it has stay for batches.
func (r *receiver) stop() {
	r.mu.Lock()
	r.closed = true
	r.space.Broadcast()
	r.mu.Unlock()
	if r.cancel != nil {
		r.cancel()
		<-r.ended
	}
}

func (r *receiver) finished() bool { return false }

// run connects and receives until the receiver is stopped.
func (r *receiver) run(ctx context.Context) {
	defer close(r.ended)
	for ctx.Err() == nil {
		r.event(func(l StreamingListener) {
			l.OnReceiverStarted(&ReceiverEvent{&ReceiverInfo{stream: r.id, active: true}})
		})
		why, err := r.connection(ctx)
		if ctx.Err() != nil {
			break
		}
		r.failed(why, err)
		select {
		case <-ctx.Done():
		case <-r.job.driver.after(reconnectDelay):
		}
	}
	r.event(func(l StreamingListener) {
		l.OnReceiverStopped(&ReceiverEvent{&ReceiverInfo{stream: r.id, message: "Stopped by driver"}})
	})
}

// failed logs the end of a connection.
func (r *receiver) failed(why string, err error) {
	text := why
	if err != nil {
		text += " - " + err.Error()
	}
	r.job.log.warn("ReceiverSupervisorImpl", fmt.Sprintf("Restarting receiver with delay 2000 ms: %s", text))
	r.job.log.error("ReceiverTracker", fmt.Sprintf("Deregistered receiver for stream %d: Restarting receiver with delay 2000ms: %s", r.id, text), "")
	info := &ReceiverInfo{stream: r.id, message: "Restarting receiver with delay 2000ms: " + why}
	if err != nil {
		info.lastError, info.failed = javaText(err), r.job.driver.now().UnixMilli()
	}
	r.event(func(l StreamingListener) { l.OnReceiverStopped(&ReceiverEvent{info}) })
}

// javaText is an error of the network in Java's words, where it has some.
func javaText(err error) string {
	if errors.Is(err, syscall.ECONNREFUSED) {
		return "java.net.ConnectException: Connection refused"
	}
	return err.Error()
}

// connection makes one connection and reads it to its end. It gives the reason of the end in Spark's words.
func (r *receiver) connection(ctx context.Context) (why string, err error) {
	// Virtual time stands still meanwhile, so that it does not depend on how long connecting really takes.
	r.job.driver.pause()
	conn, err := r.job.Dial(ctx, r.address)
	r.job.driver.resume()
	if err != nil {
		return "Error connecting to " + r.name, err
	}
	defer conn.Close()
	unwatch := context.AfterFunc(ctx, func() { conn.Close() })
	defer unwatch()
	r.reached(neverReceived)
	buf := make([]byte, readSize)
	for {
		n, err := conn.Read(buf)
		if n > 0 && !r.takeInTime(ctx, buf[:n]) {
			return "", nil
		}
		switch {
		case errors.Is(err, io.EOF):
			r.hangUp(true)
			return "Socket data stream had no more data", nil
		case err != nil:
			r.hangUp(false)
			return "Error receiving data", err
		}
	}
}

func (r *receiver) reached(s socketStatus) {
	r.mu.Lock()
	r.status = max(r.status, s)
	r.mu.Unlock()
}

// gave reports whether any whole line has come.
func (r *receiver) gave() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.status == hasLines
}

func (r *receiver) event(e func(StreamingListener)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.ssc.listeners) > 0 {
		r.events = append(r.events, e)
	}
}

// hangUp ends the text of a connection: by FIN its last line counts even without an end, by RST it is lost.
func (r *receiver) hangUp(orderly bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if orderly {
		r.buf.end()
	}
	r.seal()
	r.buf.reset()
}

// takeInTime puts received bytes into the buffer, no faster than the limit allows.
func (r *receiver) takeInTime(ctx context.Context, p []byte) bool {
	for len(p) > 0 {
		n, wait := r.allowed(p)
		if n == 0 {
			select {
			case <-ctx.Done():
				return false
			case <-r.job.driver.after(wait):
			}
			continue
		}
		if !r.take(p[:n]) {
			return false
		}
		p = p[n:]
	}
	return true
}

// allowed is how many bytes of p may be taken now; if none, how long to wait.
func (r *receiver) allowed(p []byte) (n int, wait time.Duration) {
	now := r.job.driver.now()
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.limit.rate == 0 {
		return len(p), 0
	}
	lines := bytes.Count(p, []byte{'\n'})
	if lines == 0 {
		return len(p), 0
	}
	pass, wait := r.limit.allow(now, lines)
	if pass == lines {
		return len(p), 0
	}
	for range pass {
		n += bytes.IndexByte(p[n:], '\n') + 1
	}
	return n, wait
}

// completed tells the back-pressure of a batch that has run.
func (r *receiver) completed(b *BatchInfo) {
	if r.control == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if rate, ok := r.control.estimate(b.ended, r.records, b.ended-b.started, b.started-b.submitted); ok {
		r.limit.set(rate)
	}
}

// take puts received bytes into the buffer, waiting for room if batches are behind. It reports false when the receiver is
// to stop.
func (r *receiver) take(p []byte) bool {
	now := r.job.driver.now().UnixMilli()
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.held+int64(r.buf.complete) >= r.job.ReceiverBuffer && !r.closed {
		r.seal()
		r.space.Wait()
	}
	if r.closed {
		return false
	}
	// A block does not reach over a batch time.
	if start := max(now-now%r.rules.block, now-now%r.ssc.batch); start != r.interval {
		r.seal()
		r.interval = start
	}
	if n := r.buf.write(p); n > 0 {
		r.job.log.error("SocketReceiver", fmt.Sprintf("Dropped a line of %d bytes from %s: a line may have at most %d", n, r.name, r.buf.maxLine), "")
	}
	if r.buf.complete >= blockSize {
		r.seal()
	}
	if r.buf.complete > 0 {
		r.status = hasLines
	}
	r.status = max(r.status, neverLine)
	return true
}

// seal makes a block of the whole lines that have come. Called with mu held.
func (r *receiver) seal() {
	size := int64(r.buf.complete)
	b, ok := r.buf.cut()
	if !ok {
		return
	}
	r.status = hasLines
	r.held += size
	last := len(r.waiting) - 1
	if last < 0 || r.waiting[last].interval != r.interval {
		r.waiting = append(r.waiting, &received{interval: r.interval})
		last++
	}
	w := r.waiting[last]
	w.blocks = append(w.blocks, b)
	w.size += size
}

func (r *receiver) report(_, records int64) *StreamInputInfo {
	return &StreamInputInfo{id: r.id, records: records}
}

// cut gives the batch of time t what came before t.
func (r *receiver) cut(t int64) (records int64) {
	r.mu.Lock()
	events := r.events
	r.events = nil
	if r.interval < t {
		r.seal()
	}
	n := 0
	for n < len(r.waiting) && r.waiting[n].interval < t {
		n++
	}
	taken := r.waiting[:n:n]
	r.waiting = r.waiting[n:]
	if n > 0 {
		r.batches[t] = taken
	}
	counting := len(r.ssc.listeners) > 0 || r.control != nil
	r.mu.Unlock()
	for _, e := range events {
		r.ssc.tell(e)
	}
	r.record(taken)
	for _, w := range taken {
		for _, b := range w.blocks {
			if !counting {
				return 1 // only whether there is anything is of interest
			}
			records += b.NumLines()
		}
	}
	r.records = records
	return records
}

// record writes what a batch is given to the recording, if there is one.
func (r *receiver) record(taken []*received) {
	if r.tape == nil {
		return
	}
	for _, w := range taken {
		r.tape.part(func(yield func(string) bool) {
			for _, b := range w.blocks {
				for line := range b.Lines() {
					if !yield(line) {
						return
					}
				}
			}
		})
	}
}

// of is what the batch of time t was given, a partition for each block interval.
func (r *receiver) of(t int64) (parts [][]core.Block) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, w := range r.batches[t] {
		parts = append(parts, w.blocks)
	}
	return parts
}

// release frees the room of the batches up to done, and forgets those before oldest.
func (r *receiver) release(done, oldest int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for t, batch := range r.batches {
		if t <= done {
			for _, w := range batch {
				r.held -= w.size
				w.size = 0
			}
		}
		if t < oldest {
			delete(r.batches, t)
		}
	}
	r.space.Broadcast()
}

// pending reports whether whole lines have come that no batch has.
func (r *receiver) pending() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.waiting) > 0 || r.buf.complete > 0
}
