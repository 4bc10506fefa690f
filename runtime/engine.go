package ds

import (
	"fmt"
	"math"
	"time"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// engine runs the batches of a started context: at each multiple of the interval it cuts off the input, asks every output for
// its work in the order of definition (generation: the functions of transform run here), and does the work in the same
// order. Batches that are late run one after another and keep their times.
type engine struct {
	ssc    *StreamingContext
	job    *job
	thread *thread
	next   int64 // the next batch time
	last   int64 // the last one, when stopping gracefully

	stopping  bool // after the running batch
	graceful  bool // after the batch of time last
	stopSpark bool // stop the SparkContext when stopped
	done      bool
}

func newEngine(ssc *StreamingContext) *engine {
	return &engine{ssc: ssc, job: ssc.job, thread: &thread{rank: rankEngine}}
}

func (e *engine) now() int64 { return e.job.driver.now().UnixMilli() }

// start begins with the next multiple of the interval.
func (e *engine) start() {
	e.next = (floorDiv(e.now(), e.ssc.batch) + 1) * e.ssc.batch
	for _, in := range e.ssc.recordedSources() {
		if !in.First.IsZero() {
			e.next = max(e.next, floorDiv(in.First.UnixMilli(), e.ssc.batch)*e.ssc.batch)
		}
	}
	e.ssc.zero = e.next - e.ssc.batch
	if n := len(e.ssc.receivers()); n > 0 && n >= e.ssc.sc.Cores() {
		e.job.log.warn("StreamingContext", "spark.master should be set as local[n], n > 1 in local mode if you have receivers "+
			"to get data, otherwise Spark jobs will not get resources to process the received data. (This program does without.)")
	}
	for _, in := range e.ssc.inputs {
		in.start()
	}
	e.ssc.tell(func(l StreamingListener) { l.OnStreamingStarted(&StreamingStarted{e.now()}) })
	e.job.engines.Add(1)
	e.job.running.Add(1)
	go e.run(e.job.driver.enroll(e.thread))
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func atMillis(t int64) time.Time { return time.UnixMilli(t) }

// run is the engine's goroutine.
func (e *engine) run(w *waiter) {
	defer e.job.engines.Done()
	d := e.job.driver
	defer d.release()
	defer e.job.catch()
	defer e.finish()
	d.resumed(w)
	for !e.stopping {
		d.wait(e.wakeUp(), func() bool { return e.job.over() || e.stopping || e.drained() })
		switch {
		case e.stopping:
			return
		case e.drained():
			e.drain()
			return
		case e.graceful && e.next > e.last:
			return
		}
		e.step()
		if e.graceful && e.next > e.last {
			return
		}
	}
}

// wakeUp is when there is something to do: the next batch, or the job's end.
func (e *engine) wakeUp() time.Time {
	at := atMillis(e.next)
	if until := e.job.until; !until.IsZero() && until.Before(at) {
		return until
	}
	return at
}

// step runs the next batch.
func (e *engine) step() {
	t := e.next
	e.next += e.ssc.batch
	e.runBatch(t)
	e.ssc.endBatch(t)
}

// drain runs the batches that are due, and one more at once if something has been received that they did not take.
func (e *engine) drain() {
	if rec := e.job.Recording; rec != nil && rec.Stop && e.exhausted() {
		e.job.drain.Store(true)
	}
	for _, in := range e.ssc.inputs {
		in.stop()
	}
	for e.next <= e.now() {
		e.step()
	}
	if e.pending() {
		e.step()
	}
}

func (e *engine) pending() bool {
	for _, in := range e.ssc.inputs {
		if in.pending() {
			return true
		}
	}
	return false
}

// drained reports that a signal, the job's duration, or the end of recorded input asks for the end after what has been received.
func (e *engine) drained() bool { return e.job.drain.Load() || e.exhausted() }

// exhausted reports that recorded input has been used up, unless the script has said when to stop.
func (e *engine) exhausted() bool {
	if len(e.ssc.inputs) == 0 || e.graceful {
		return false
	}
	for _, in := range e.ssc.inputs {
		if !in.finished() {
			return false
		}
	}
	return true
}

// finish marks the context as stopped, for those who wait for it.
func (e *engine) finish() {
	for _, in := range e.ssc.inputs {
		in.stop()
	}
	e.done = true
	e.job.running.Add(-1)
	e.ssc.state = stopped
	if e.job.active == e.ssc {
		e.job.active = nil
	}
	if e.stopSpark {
		e.ssc.sc.Stop()
	}
	e.job.flush()
}

// stop ends the engine and waits for that. From within a batch it cannot wait; then it reports true, and the engine stops
// after the batch.
func (e *engine) stop(gracefully, stopSpark bool) (later bool) {
	d := e.job.driver
	within := d.holder == e.thread
	switch {
	case e.graceful: // Spark makes others wait for a graceful stop that is under way
	case gracefully:
		e.stopGracefully(!within)
	default:
		e.stopping = true
	}
	if within {
		e.stopSpark = stopSpark
		return true
	}
	d.wait(time.Time{}, func() bool { return e.done })
	return false
}

// stopGracefully stops the receivers and sets the last batch. Spark's timer, told to stop, still fires for the time it waits
// for and once more.
func (e *engine) stopGracefully(wait bool) {
	for _, in := range e.ssc.inputs {
		in.stop()
	}
	e.graceful, e.last = true, math.MaxInt64
	if wait {
		e.job.driver.wait(time.Time{}, func() bool { return e.done || !e.pending() })
	}
	e.last = (floorDiv(e.now(), e.ssc.batch) + 2) * e.ssc.batch
}

// runBatch generates and runs the batch of time t.
func (e *engine) runBatch(t int64) {
	ssc := e.ssc
	info := &BatchInfo{time: t, submitted: e.now()}
	cut := make([]int64, len(ssc.inputs))
	for i, in := range ssc.inputs {
		cut[i] = in.cut(t)
		info.records += cut[i]
	}
	work, failed := e.generate(t)
	if failed != nil {
		e.report(fmt.Sprintf("Error generating jobs for time %d ms", t), failed)
		ssc.writeCheckpoint(t)
		return
	}
	if len(ssc.listeners) > 0 {
		for i, in := range ssc.inputs {
			if r := in.report(t, cut[i]); r != nil {
				info.inputs = append(info.inputs, r)
			}
		}
	}
	for i := range work {
		info.ops = append(info.ops, &OutputOperationInfo{batch: t, id: int64(i)})
	}
	if len(work) > 0 {
		ssc.tell(func(l StreamingListener) { l.OnBatchSubmitted(&BatchEvent{info.asNow()}) })
	}
	for i, w := range work {
		e.runJob(info, i, w)
	}
	e.job.flush()
	if len(work) > 0 {
		info.ended = e.now()
		for _, r := range ssc.receivers() {
			r.completed(info)
		}
		ssc.tell(func(l StreamingListener) { l.OnBatchCompleted(&BatchEvent{info.asNow()}) })
	}
	e.clean(t)
	ssc.writeCheckpoint(t)
	e.job.hints(ssc, t)
}

// generate asks the outputs for their work. One exception, and the whole batch is lost.
func (e *engine) generate(t int64) (work []func(), failed *py.Exception) {
	failed = py.Try(func() {
		for _, o := range e.ssc.outputs {
			if w := o.generate(t); w != nil {
				work = append(work, w)
			}
		}
	})
	return work, failed
}

// runJob does the work of one output. An exception ends it alone.
func (e *engine) runJob(info *BatchInfo, i int, work func()) {
	op := info.ops[i]
	started := e.now()
	if i == 0 {
		info.started = started
		e.ssc.tell(func(l StreamingListener) { l.OnBatchStarted(&BatchEvent{info.asNow()}) })
	}
	op.started = started
	e.ssc.tell(func(l StreamingListener) { l.OnOutputOperationStarted(&OutputOperationEvent{op.asNow()}) })
	failed := py.Try(work)
	op.ended = e.now()
	if failed != nil {
		op.failure = py.Some(asJava(failed).PyStr())
	}
	e.ssc.tell(func(l StreamingListener) { l.OnOutputOperationCompleted(&OutputOperationEvent{op.asNow()}) })
	if failed != nil {
		e.report(fmt.Sprintf("Error running job streaming job %d ms.%d", info.time, i), failed)
	}
}

// report logs the failure of a batch and wakes the main program, if it awaits the end, before anything else runs.
func (e *engine) report(what string, failed *py.Exception) {
	failure := asJava(failed)
	e.job.log.error("JobScheduler", what, failure.PyStr())
	e.ssc.failure = failure
	e.job.flush()
	e.job.driver.yield()
}

// asJava is the exception that Spark's scheduler sees when Python code raised e: its text is what follows
// "An error occurred while calling …" when awaitTermination raises it.
func asJava(e *py.Exception) *py.Exception {
	if e.Class == sparkException {
		return e
	}
	text := e.Traceback()
	const head = "Traceback (most recent call last):\n"
	if len(text) < len(head) || text[:len(head)] != head {
		text = head + text
	}
	return py.NewException(sparkException, "org.apache.spark.SparkException: An exception was raised by Python:\n"+text)
}

// sparkException stands for exceptions of the engine itself, which no Python code raised.
var sparkException = &py.ExcClass{Name: "SparkException", Module: "org.apache.spark", Bases: []*py.ExcClass{core.Py4JJavaError}}

// raiseSpark raises an exception of the engine: a job or the generation of a batch fails with it.
func raiseSpark(format string, args ...any) {
	py.Raise(py.NewException(sparkException, "org.apache.spark.SparkException: "+fmt.Sprintf(format, args...)))
}

// clean forgets what no later batch needs.
func (e *engine) clean(t int64) {
	oldest := t
	walk(e.ssc.outputs, func(s *node) {
		n := s.base()
		if n.checkpointEvery > 0 && (t-e.ssc.zero)%n.checkpointEvery == 0 {
			s.settle(t)
		}
		s.forget(t)
		oldest = min(oldest, t-n.rememberFor)
	})
	for _, in := range e.ssc.inputs {
		in.release(t, oldest)
	}
}
