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
	// Inputs replaces the script's text sources (socketTextStream, textFileStream) in the order of their creation. When all
	// recorded batches have run the job drains, as after SIGTERM: awaitTermination returns.
	Inputs []Input
	// Dial connects to the address host:port of a socketTextStream. nil: TCP.
	Dial func(ctx context.Context, address string) (net.Conn, error)
	// ReceiverBuffer is how many bytes a receiver may hold that no finished batch has used; then it stops
	// reading, and the sender has to wait. 0: 128 MiB.
	ReceiverBuffer int64
	// MaxLine is how long a received line may be, in bytes; a longer one is dropped with a message. 0: 64 MiB.
	MaxLine int64
}

// Input is the recorded input of one text source: the lines of each batch. An empty batch is one in which nothing came.
type Input struct{ Batches [][]string }

// ErrBusy is what Run returns while another job runs: a process has one SparkContext, as in PySpark.
var ErrBusy = errors.New("ds: another job is running in this process; a process runs one job at a time")

// job is a running Job.
type job struct {
	Job
	script  string
	driver  *driver
	main    *thread
	log     *logger
	out     *console
	active  *StreamingContext
	engines sync.WaitGroup
	inputs  int    // text sources made so far
	crash   string // why the job cannot go on: the main program dies of it at its next wait

	running atomic.Int32 // started contexts: while there are, a signal drains
	drain   atomic.Bool  // a signal has come
	hinted  map[input]bool
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
	if j.Clock == nil {
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
	return &job{Job: j, script: j.Script, driver: d, main: &thread{rank: rankMain}, hinted: map[input]bool{},
		out: newConsole(j.Stdout, j.Stderr), log: &logger{w: j.Stderr, now: d.now}}
}

// wire connects package py to the job, until the function it gives is called.
func (j *job) wire() (restore func()) {
	stdout, stderr, argv := py.Stdout, py.Stderr, py.SysArgv
	py.Stdout, py.Stderr = j.out, j.Stderr
	py.SysArgv = py.NewList(append([]string{j.Script}, j.Args...)...)
	py.SetClock(pyClock{j})
	return func() {
		py.Stdout, py.Stderr, py.SysArgv = stdout, stderr, argv
		py.SetClock(nil)
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
	}()
	defer func() {
		switch r := recover().(type) {
		case nil, leave:
		default:
			panic(r)
		}
	}()
	if e := py.Try(run); e != nil && !(e.IsA(py.SystemExit) && exitCode(e, io.Discard) == 0) {
		return e
	}
	return nil
}

// block makes the main program, or a function of a batch, wait.
func (j *job) block(at time.Time, ready func() bool) {
	j.flush()
	j.driver.wait(at, func() bool { return j.crash != "" || ready() })
	if j.crash != "" {
		panic(j.crash)
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
	j.block(j.driver.now().Add(d), drained)
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
