package ds

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// Job is the world that a script runs in. The zero value is the process's own.
type Job struct {
	Script         string   // sys.argv[0], and the name of the application where the script gives none
	Args           []string // the rest of sys.argv
	Stdout, Stderr io.Writer
	Clock          Clock // nil: the real one
	// Inputs replaces the script's sources (socketTextStream, textFileStream, binaryRecordsStream) in the order of their creation;
	// those beyond are live. When all recorded batches have run the contexts stop: awaitTermination returns.
	Inputs []Input
	// Recording replaces all sources of the script, and a Clock that is nil by a virtual one that starts at Recording.Start.
	// An input belongs to the source that it names, whatever the order. The job fails if there is no such source, or if a context
	// has sources and none of them is recorded.
	Recording *Recording
	// Record is a folder into which each source that is not replaced writes what it gave, as a file that [ReadRecording] reads. A file
	// appears when the job ends; until then its name ends in .txt.part. The folder is made if it is not there; it must not hold a
	// recording. "": nothing is written.
	Record string
	// Duration is how long the job runs, by its clock, before its contexts stop after the batches that are due, as after SIGTERM.
	// 0: as long as it likes.
	Duration time.Duration
	// Dial connects to the address host:port of a socketTextStream. nil: TCP.
	Dial func(ctx context.Context, address string) (net.Conn, error)
	// ReceiverBuffer is how many bytes a receiver may hold that no finished batch has used; then it stops
	// reading, and the sender has to wait. 0: 128 MiB.
	ReceiverBuffer int64
	// MaxLine is how long a received line may be, in bytes; a longer one is dropped with a message. 0: 64 MiB.
	MaxLine int64
}

// Input is the recorded input of one source. Only Batches is needed.
type Input struct {
	Batches [][]string // the lines of each batch; an empty batch is one in which nothing came
	// Source is the name of the source, see [Recording]; it counts only there. "": the only one.
	Source string
	// Cuts tells into which partitions the lines of a batch, by its index, are divided: where each but the first begins. A batch that is
	// not in it is one partition or, without lines, none.
	Cuts map[int][]int
	// First is the time of the first batch; zero: the first multiple of the interval after the start of the context.
	First time.Time

	origin string // the place of the source's name in a file
}

// ErrBusy is what Run returns while another job runs: a process has one SparkContext, as in PySpark.
var ErrBusy = errors.New("ds: another job is running in this process; a process runs one job at a time")

// job is a running Job.
type job struct {
	Job
	script    string
	driver    *driver
	main      *thread
	log       *logger
	out       *console
	active    *StreamingContext
	engines   sync.WaitGroup
	replay    replay
	recorder  *recorder
	until     time.Time // the end of Job.Duration
	threads   int       // of the script that run and are no daemons
	handlers  signalHandlers
	signalled chan func() // those that the main program is to call
	crash     string      // why the job cannot go on: the main program dies of it at its next wait

	running atomic.Int32 // started contexts: while there are, a signal drains
	drain   atomic.Bool  // a signal has come
	hinted  map[input]bool
	stuck   map[*node]int64 // where all records are lost: since which batch, or said
}

var current struct {
	sync.Mutex
	job atomic.Pointer[job]
}

// currentJob is the running job.
func currentJob() *job {
	j := current.job.Load()
	if j == nil {
		panic("ds: a StreamingContext is made outside of ds.Main and ds.Run")
	}
	return j
}

// Run runs the main program run in the world of j and returns when it ends: nil, or the exception it did not catch. A
// SystemExit counts only if its code is not 0. Batches end with the main program, as in PySpark.
func Run(j Job, run func()) error {
	if !current.TryLock() {
		return ErrBusy
	}
	defer current.Unlock()
	running := newJob(j)
	if j.Record != "" {
		var err error
		if running.recorder, err = newRecorder(j.Record, running.driver.now()); err != nil {
			return err
		}
	}
	current.job.Store(running)
	defer current.job.Store(nil)
	defer running.wire()()
	return running.run(run)
}

func newJob(j Job) *job {
	if j.Stdout == nil {
		j.Stdout = os.Stdout
	}
	if j.Stderr == nil {
		j.Stderr = os.Stderr
	}
	switch {
	case j.Clock != nil:
	case j.Recording != nil:
		start := j.Recording.Start
		if start.IsZero() {
			start = VirtualStart
		}
		j.Clock = NewVirtualClock(start)
	default:
		j.Clock = RealClock()
	}
	if j.Dial == nil {
		j.Dial = func(ctx context.Context, address string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, "tcp", address)
		}
	}
	if j.ReceiverBuffer == 0 {
		j.ReceiverBuffer = 128 << 20
	}
	if j.MaxLine == 0 {
		j.MaxLine = 64 << 20
	}
	d := newDriver(j.Clock)
	out := &job{Job: j, script: j.Script, driver: d, main: &thread{rank: rankMain}, hinted: map[input]bool{}, stuck: map[*node]int64{}, signalled: make(chan func(), 16),
		out: newConsole(j.Stdout, j.Stderr), log: &logger{w: j.Stderr, now: d.now}}
	if j.Duration > 0 {
		out.until = d.now().Add(j.Duration)
	}
	return out
}

// over reports that the job is to end after what has been received: after a signal, or when its time is up. It is for the ready
// functions of [driver.wait]; elsewhere j.drain tells.
func (j *job) over() bool {
	if !j.until.IsZero() && !j.driver.clock.Now().Before(j.until) {
		j.drain.Store(true)
	}
	return j.drain.Load()
}

// wire connects package py to the job, until the function it gives is called.
func (j *job) wire() (restore func()) {
	stdout, stderr, argv := py.Stdout, py.Stderr, py.SysArgv
	py.Stdout, py.Stderr = j.out, j.Stderr
	py.SysArgv = py.NewList(append([]string{j.Script}, j.Args...)...)
	py.SetClock(pyClock{j})
	py.SetThreads(pyThreads{j})
	py.SetSignals(j.handleSignal)
	return func() {
		py.Stdout, py.Stderr, py.SysArgv = stdout, stderr, argv
		py.SetClock(nil)
		py.SetThreads(nil)
		py.SetSignals(nil)
	}
}

// leave is the panic by which the main program ends when a drained job has nothing left to do.
type leave struct{}

func (j *job) run(run func()) (err error) {
	j.driver.acquire(j.main)
	defer func() {
		j.active = nil
		j.driver.close()
		j.engines.Wait()
		core.StopActive()
		if flushErr := j.out.Flush(); err == nil && flushErr != nil {
			err = fmt.Errorf("ds: writing the output: %w", flushErr)
		}
		if recErr := j.endRecording(); err == nil {
			err = recErr
		}
		if err == nil {
			err = j.unbound()
		}
	}()
	defer func() {
		switch r := recover().(type) {
		case nil, leave:
		case jobError:
			err = r.error
		default:
			panic(r)
		}
	}()
	e := py.Try(run)
	j.joinThreads()
	if e != nil && !(e.IsA(py.SystemExit) && exitCode(e, io.Discard) == 0) {
		return e
	}
	return nil
}

// block makes the main program, or a function of a batch, wait.
func (j *job) block(at time.Time, ready func() bool) {
	j.flush()
	isMain := j.driver.holder == j.main
	for {
		timedOut := j.driver.wait(at, func() bool { return j.crash != "" || ready() || isMain && len(j.signalled) > 0 })
		if j.crash != "" {
			panic(j.crash)
		}
		select {
		case handler := <-j.signalled:
			handler()
			if timedOut || ready() {
				return
			}
		default:
			return
		}
	}
}

// sleep is time.sleep. Worker code sleeps where it is; driver code lets others run meanwhile. The main program of a job that
// has been drained does not wake up again.
func (j *job) sleep(d time.Duration) {
	if core.InWorker() {
		j.driver.advance(d)
		return
	}
	isMain := j.driver.holder == j.main
	drained := func() bool { return isMain && j.drain.Load() && j.running.Load() == 0 }
	at := j.driver.now().Add(d)
	if isMain && !j.until.IsZero() && j.until.Before(at) {
		at = j.until
	}
	j.block(at, func() bool { return j.over() && drained() })
	if drained() {
		panic(leave{})
	}
}

// catch keeps the panic of an engine, which is a fault of the runtime or of generated code, for the main program to die of.
// An engine that outlives the main program just ends.
func (j *job) catch() {
	switch r := recover().(type) {
	case nil, programEnded:
	default:
		j.crash = fmt.Sprintf("%v\n\n%s", r, debug.Stack())
	}
}

// guard runs code of the script that must not harm the engine: what it raises is logged.
func (j *job) guard(component, what string, run func()) {
	if e := py.Try(run); e != nil {
		j.log.error(component, what, e.Traceback())
	}
}

// flush writes out what was printed. If that fails the job cannot go on.
func (j *job) flush() {
	if err := j.out.Flush(); err != nil {
		j.crash = fmt.Sprintf("ds: writing the output: %v", err)
	}
}
