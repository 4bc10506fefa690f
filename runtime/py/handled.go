package py

import "sync"

// handledNow are the exceptions that goroutines handle, by Go's descriptions of these. It is kept only by programs whose functions ask
// for the exception that a caller handles, as it is not free.
var handledNow struct {
	sync.Mutex
	by map[uintptr]*Exception
}

// TrackHandled begins a program whose functions ask which exception a caller handles.
func TrackHandled() { handledNow.by = map[uintptr]*Exception{} }

// nowHandled makes e what the goroutine handles and gives what it handled before.
func nowHandled(e *Exception) *Exception {
	if handledNow.by == nil {
		return nil
	}
	g := goroutine()
	handledNow.Lock()
	defer handledNow.Unlock()
	before := handledNow.by[g]
	if e == nil {
		delete(handledNow.by, g)
	} else {
		handledNow.by[g] = e
	}
	return before
}

// Handled is the exception that is being handled, perhaps by a caller; nil if there is none.
func Handled() *Exception {
	handledNow.Lock()
	defer handledNow.Unlock()
	return handledNow.by[goroutine()]
}

// SysExcInfoNow is sys.exc_info() where a caller may handle an exception.
func SysExcInfoNow() Tuple3[any, any, any] {
	e := Handled()
	if e == nil {
		return T3[any, any, any](None, None, None)
	}
	info := SysExcInfo(e)
	return T3(info.V0, any(info.V1), info.V2)
}

// Reraise is `raise` where a caller may handle an exception.
func Reraise() {
	if e := Handled(); e != nil {
		panic(e)
	}
	throw(RuntimeError, "No active exception to reraise")
}
