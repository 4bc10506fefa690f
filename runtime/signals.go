package ds

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// signalHandlers are the functions of the script that handle signals. (A sync.Map would do, but each program would
// compile it.)
type signalHandlers struct {
	mu sync.Mutex
	of map[os.Signal]func()
}

// set is the handler of a signal from now on; nil for none.
func (h *signalHandlers) set(s os.Signal, handler func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.of == nil {
		h.of = map[os.Signal]func(){}
	}
	h.of[s] = handler
}

// get is the handler of a signal, or nil.
func (h *signalHandlers) get(s os.Signal) func() {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.of[s]
}

// handleSignal is signal.signal(sig, handler): the main program calls the handler where it waits. A nil handler restores what
// happens without one.
func (j *job) handleSignal(sig int64, handler func()) {
	s := os.Signal(syscall.Signal(sig))
	if handler == nil {
		j.handlers.set(s, nil)
		if s != os.Interrupt && s != os.Signal(syscall.SIGTERM) {
			signal.Reset(s)
		}
		return
	}
	j.handlers.set(s, handler)
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
	handler := j.handlers.get(s)
	if handler == nil {
		return false
	}
	select {
	case j.signalled <- handler:
		j.driver.notify()
	default: // so many wait that one more makes no difference
	}
	return true
}
