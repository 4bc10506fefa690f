package py

import (
	"sync/atomic"
	"syscall"
)

// Signals and the two handlers that are no functions.
const (
	SignalSigint  = int64(syscall.SIGINT)
	SignalSigterm = int64(syscall.SIGTERM)
	SignalSighup  = int64(syscall.SIGHUP)
	SignalSigquit = int64(syscall.SIGQUIT)
	SignalSigDfl  = int64(0)
	SignalSigIgn  = int64(1)
)

var signalHook atomic.Pointer[func(sig int64, handler func())]

// SetSignals says what sends signals to handlers, which are nil for the default; nil: nothing does.
func SetSignals(hook func(sig int64, handler func())) {
	if hook == nil {
		signalHook.Store(nil)
		return
	}
	signalHook.Store(&hook)
}

// SignalSignal is signal.signal(sig, handler). The handler runs where the main program waits; its frame is None.
func SignalSignal(sig int64, handler func(int64, any)) {
	setSignal(sig, func() { handler(sig, None) })
}

// SignalSignalDefault is signal.signal(sig, SIG_DFL) or SIG_IGN.
func SignalSignalDefault(sig, action int64) {
	switch action {
	case SignalSigDfl:
		setSignal(sig, nil)
	case SignalSigIgn:
		setSignal(sig, func() {})
	default:
		throw(TypeError, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
	}
}

func setSignal(sig int64, handler func()) {
	if sig < 1 || sig > 64 {
		throw(ValueError, "signal number out of range")
	}
	if hook := signalHook.Load(); hook != nil {
		(*hook)(sig, handler)
	}
}
