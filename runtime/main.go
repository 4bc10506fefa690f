package ds

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// drainLimit is how long a drain may take before the program ends anyway.
const drainLimit = 30 * time.Second

// Main is a compiled script's main function: it runs the main program run with the process's arguments and streams, and
// exits. The code is 0, that of sys.exit, or 1 after an uncaught exception, whose traceback is printed.
//
// The first SIGINT or SIGTERM while a StreamingContext runs stops the receivers, runs a batch of what was received, and ends
// awaitTermination (or, if the main program sleeps, the program) with 0; the second ends it at once with 130 or 143, as the first does
// while no StreamingContext runs. In the environment, DSTREAMC_CLOCK=virtual makes time virtual, from 2025-01-01T00:00:00Z on,
// and DSTREAMC_RECEIVER_MIB sets [Job.ReceiverBuffer].
func Main(script string, run func()) {
	j := Job{Script: script, Args: os.Args[1:]}
	if os.Getenv("DSTREAMC_CLOCK") == "virtual" {
		j.Clock = NewVirtualClock(virtualStart)
	}
	if mib, err := strconv.ParseInt(os.Getenv("DSTREAMC_RECEIVER_MIB"), 10, 32); err == nil && mib > 0 {
		j.ReceiverBuffer = mib << 20
	}
	stop := handleSignals()
	err := Run(j, run)
	stop()
	os.Exit(exitStatus(err))
}

// exitStatus prints what ended the program, if anything did, and gives its exit code.
func exitStatus(err error) int {
	switch e := err.(type) {
	case nil:
		return 0
	case *py.Exception:
		if e.IsA(py.SystemExit) {
			return exitCode(e, os.Stderr)
		}
		io.WriteString(os.Stderr, e.Traceback())
	default:
		fmt.Fprintln(os.Stderr, err)
	}
	return 1
}

// exitCode is the exit status of a SystemExit: its code if that is an int, 0 for None; anything else is printed and gives 1.
func exitCode(e *py.Exception, stderr io.Writer) int {
	code, _ := e.PyGetAttr("code")
	switch c := code.(type) {
	case py.NoneType:
		return 0
	case int64:
		return int(c & 0xff)
	case bool:
		if c {
			return 1
		}
		return 0
	}
	fmt.Fprintln(stderr, py.Str(code))
	return 1
}

// handleSignals starts to watch for SIGINT and SIGTERM, until the function it gives is called.
func handleSignals() (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		for draining := false; ; {
			select {
			case <-ctx.Done():
				return
			case s := <-signals:
				j := current.job.Load()
				if draining || j == nil || j.running.Load() == 0 {
					leaveNow(j, s)
				}
				draining = true
				j.startDrain(s)
			}
		}
	}()
	return func() {
		signal.Stop(signals)
		cancel()
	}
}

// leaveNow ends the process as the signal would.
func leaveNow(j *job, s os.Signal) {
	if j != nil {
		j.out.Flush() // on the way out; there is no one to tell
	}
	code := 128
	if n, ok := s.(syscall.Signal); ok {
		code += int(n)
	}
	os.Exit(code)
}

// startDrain makes the running contexts stop after what they have received.
func (j *job) startDrain(s os.Signal) {
	j.log.warn("StreamingContext", fmt.Sprintf("%v: stopping after what has been received (a second signal stops at once)", s))
	j.drain.Store(true)
	j.driver.notify()
	time.AfterFunc(drainLimit, func() {
		j.log.error("StreamingContext", fmt.Sprintf("Not done after %v: stopping at once", drainLimit), "")
		leaveNow(j, s)
	})
}
