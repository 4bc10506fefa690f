package py

import (
	"sync/atomic"
	"time"
)

// Threads runs the threads of a script. Package ds has one, whose threads take turns with the batches: one at a time runs code
// of the driver, and others get their turn where it waits.
type Threads interface {
	// Go starts a thread. Unless it is a daemon the program does not end before it.
	Go(daemon bool, run func())
	// Wait gives the turn away until ready reports true or the time comes; zero is never. It reports
	// whether it was the time.
	Wait(at time.Time, ready func() bool) (timedOut bool)
	// Away runs what waits for the world outside without needing the turn, which others have meanwhile.
	Away(block func())
	// Current tells the running thread from others; nil is the main one.
	Current() any
}

var currentThreads atomic.Pointer[Threads]

// SetThreads says what runs threads; nil: nothing does.
func SetThreads(t Threads) {
	if t == nil {
		currentThreads.Store(nil)
		return
	}
	currentThreads.Store(&t)
}

// Away runs what waits for the world outside, such as the network; other threads and batches go on meanwhile. It must not run code of
// the script.
func Away(block func()) {
	if t := currentThreads.Load(); t != nil {
		(*t).Away(block)
		return
	}
	block()
}

// ThreadsOf is what runs the threads of the script.
func ThreadsOf() Threads {
	t := currentThreads.Load()
	if t == nil {
		throw(RuntimeError, "no threads outside of a program")
	}
	return *t
}

// Now is the time of the script's clock.
func Now() time.Time { return clock().Now() }

// ThreadName is the name of the running thread; module threading knows better if it is there.
var ThreadName = func() string { return "MainThread" }
