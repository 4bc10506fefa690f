package ds

import (
	"os"
	"os/signal"
	"syscall"
)

// handleSignal is signal.signal(sig, handler): the main program calls the handler where it waits. A nil handler restores what
// happens without one.
func (j *job) handleSignal(sig int64, handler func()) {
	s := os.Signal(syscall.Signal(sig))
	if handler == nil {
		j.handlers.Delete(s)
		if s != os.Interrupt && s != os.Signal(syscall.SIGTERM) {
			signal.Reset(s)
		}
		return
	}
	j.handlers.Store(s, handler)
	if s == os.Interrupt || s == os.Signal(syscall.SIGTERM) {
		return // [Main] watches for them
	}
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, s)
	go func() {
		for s := range signals {
			j.scriptHandles(s)
		}
	}()
}

// scriptHandles gives a signal to the script's handler, if it has one.
func (j *job) scriptHandles(s os.Signal) bool {
	handler, ok := j.handlers.Load(s)
	if !ok {
		return false
	}
	select {
	case j.signalled <- handler.(func()):
		j.driver.notify()
	default: // so many wait that one more makes no difference
	}
	return true
}
