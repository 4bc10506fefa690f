package ds

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"sync"
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
// while no StreamingContext runs.
//
// In the environment,
//
//	DSTREAMC_INPUT=PATH       replaces the sources by a [Recording], and makes time virtual; an empty PATH is one of no source
//	DSTREAMC_CLOCK=virtual    makes time virtual
//	DSTREAMC_START=TIME       is when virtual time starts, for the recording's Start and VirtualStart; its zone becomes the local one
//	DSTREAMC_FOR=90s          sets [Job.Duration]
//	DSTREAMC_RECORD=DIR       sets [Job.Record]
//	DSTREAMC_SCRIPT_DIR=DIR   is where __file__ says that the script is, in place of the program's own folder
//	DSTREAMC_RECEIVER_MIB=N   sets [Job.ReceiverBuffer]
func Main(script string, run func()) {
	j := Job{Script: script, Args: os.Args[1:]}
	if err := j.fromEnvironment(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	stop := handleSignals()
	err := Run(j, run)
	stop()
	code := exitStatus(err)
	exit(code)
}

var exiting struct {
	sync.Once
	calls []func()
}

// AtExit has f called before [Main] ends the process. It is for packages that are linked into a program beside the script, and
// may be called by their init functions only.
func AtExit(f func()) { exiting.calls = append(exiting.calls, f) }

// exit ends the process. A signal and the program's own end may come here at the same time.
func exit(code int) {
	exiting.Do(func() {
		for _, f := range exiting.calls {
			f()
		}
		os.Exit(code)
	})
}

// fromEnvironment sets what the environment says.
func (j *Job) fromEnvironment() (err error) {
	if path, ok := os.LookupEnv("DSTREAMC_INPUT"); path != "" {
		if j.Recording, err = ReadRecording(path); err != nil {
			return err
		}
	} else if ok {
		j.Recording = &Recording{}
	}
	if text := os.Getenv("DSTREAMC_FOR"); text != "" {
		if j.Duration, err = time.ParseDuration(text); err != nil || j.Duration <= 0 {
			return fmt.Errorf("DSTREAMC_FOR: %q is no length of time as in 1h30m or 90s", text)
		}
	}
	if mib, err := strconv.ParseInt(os.Getenv("DSTREAMC_RECEIVER_MIB"), 10, 32); err == nil && mib > 0 {
		j.ReceiverBuffer = mib << 20
	}
	j.Record = os.Getenv("DSTREAMC_RECORD")
	if j.Recording == nil && os.Getenv("DSTREAMC_CLOCK") != "virtual" {
		return nil
	}
	start := VirtualStart
	if text := os.Getenv("DSTREAMC_START"); text != "" {
		if start, err = ParseTime(text); err != nil {
			return fmt.Errorf("DSTREAMC_START: %w", err)
		}
	} else if j.Recording != nil && !j.Recording.Start.IsZero() {
		start = j.Recording.Start
	}
	time.Local = start.Location() // so that the times that a program shows are the same everywhere
	j.Clock = NewVirtualClock(start)
	return nil
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
				if j != nil && j.scriptHandles(s) {
					continue
				}
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
		j.endRecording()
	}
	code := 128
	if n, ok := s.(syscall.Signal); ok {
		code += int(n)
	}
	exit(code)
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
