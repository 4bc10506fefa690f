package pythreading

import (
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Thread is threading.Thread.
type Thread struct {
	name     string
	daemon   bool
	target   func()
	started  bool
	finished bool
	ident    int64
}

// registry knows the threads that run. It has a lock of its own because code of workers may ask for the current one.
var registry = struct {
	sync.Mutex
	running map[any]*Thread // by what Threads.Current tells
	order   []*Thread
	named   int64 // how many threads got a name of ours
	idents  int64
}{running: map[any]*Thread{}}

var mainThread = &Thread{name: "MainThread", started: true, ident: 1}

// NewThread is threading.Thread(target=…, name=…, daemon=…). Target calls the function with its arguments; function is its name.
func NewThread(target func(), name py.Opt[string], daemon py.Opt[bool], function py.Opt[string]) *Thread {
	t := &Thread{target: target, name: name.V, daemon: daemon.Or(CurrentThread().daemon)}
	if !name.Ok {
		t.name = newName()
		if function.Ok {
			t.name += " (" + function.V + ")"
		}
	}
	return t
}

func newName() string {
	registry.Lock()
	defer registry.Unlock()
	registry.named++
	return fmt.Sprintf("Thread-%d", registry.named)
}

// Start is t.start(); it raises RuntimeError the second time.
func (t *Thread) Start() {
	if t.started {
		py.Throw(py.RuntimeError, "threads can only be started once")
	}
	t.started = true
	registry.Lock()
	registry.idents++
	t.ident = registry.idents + 1
	registry.order = append(registry.order, t)
	registry.Unlock()
	py.ThreadsOf().Go(t.daemon, t.run)
}

// run is the thread's life. What the function raises ends it, with a traceback on standard error.
func (t *Thread) run() {
	id := py.ThreadsOf().Current()
	registry.Lock()
	registry.running[id] = t
	registry.Unlock()
	defer t.leave(id)
	raised := py.Try(t.Run)
	if raised != nil && !raised.IsA(py.SystemExit) {
		py.PrintTo(py.SysStderr, " ", "", true, "Exception in thread "+t.name+":\n"+raised.Traceback())
	}
}

func (t *Thread) leave(id any) {
	t.finished = true
	registry.Lock()
	defer registry.Unlock()
	delete(registry.running, id)
	for i, o := range registry.order {
		if o == t {
			registry.order = append(registry.order[:i:i], registry.order[i+1:]...)
			break
		}
	}
}

// Run is t.run(): it calls the function.
func (t *Thread) Run() {
	if t.target != nil {
		t.target()
	}
}

// Join is t.join(timeout): it waits until the thread has ended. It raises RuntimeError.
func (t *Thread) Join(timeout py.Opt[float64]) {
	switch {
	case !t.started:
		py.Throw(py.RuntimeError, "cannot join thread before it is started")
	case t == CurrentThread():
		py.Throw(py.RuntimeError, "cannot join current thread")
	}
	wait(timeout, func() bool { return t.finished })
}

// wait gives others their turn until ready reports true, at most for the seconds of timeout. It reports whether ready did.
func wait(timeout py.Opt[float64], ready func() bool) bool {
	if ready() {
		return true
	}
	var at time.Time
	if timeout.Ok {
		at = py.Now().Add(seconds(max(timeout.V, 0)))
	}
	return !py.ThreadsOf().Wait(at, ready)
}

func seconds(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }

// IsAlive is t.is_alive().
func (t *Thread) IsAlive() bool { return t.started && !t.finished }

// Name is t.name.
func (t *Thread) Name() string { return t.name }

// SetName is t.name = name.
func (t *Thread) SetName(name string) { t.name = name }

// Daemon is t.daemon.
func (t *Thread) Daemon() bool { return t.daemon }

// SetDaemon is t.daemon = daemon; it raises RuntimeError once the thread runs.
func (t *Thread) SetDaemon(daemon bool) {
	if t.started {
		py.Throw(py.RuntimeError, "cannot set daemon status of active thread")
	}
	t.daemon = daemon
}

// Ident is t.ident: None before the start.
func (t *Thread) Ident() py.Opt[int64] { return py.Opt[int64]{V: t.ident, Ok: t.started} }

// PyTypeName is the class.
func (t *Thread) PyTypeName() string {
	if t == mainThread {
		return "_MainThread"
	}
	return "Thread"
}

// PyRepr is <Thread(name, started 123)>.
func (t *Thread) PyRepr() string {
	state := "initial"
	if t.started {
		state = "started"
	}
	if t.finished {
		state = "stopped"
	}
	if t.daemon {
		state += " daemon"
	}
	if t.started {
		state += fmt.Sprintf(" %d", t.ident)
	}
	return "<" + t.PyTypeName() + "(" + t.name + ", " + state + ")>"
}

// PyEqual is identity.
func (t *Thread) PyEqual(other any) bool { return any(t) == other }

// PyHash is by identity.
func (t *Thread) PyHash() int64 { return py.Id(t) >> 4 }

// CurrentThread is threading.current_thread().
func CurrentThread() *Thread {
	id := py.ThreadsOf().Current()
	if id == nil {
		return mainThread
	}
	registry.Lock()
	defer registry.Unlock()
	if t := registry.running[id]; t != nil {
		return t
	}
	return mainThread // the code of a batch
}

// MainThread is threading.main_thread().
func MainThread() *Thread { return mainThread }

// Enumerate is threading.enumerate(): the threads that run.
func Enumerate() *py.List[*Thread] {
	registry.Lock()
	defer registry.Unlock()
	return py.NewList(append([]*Thread{mainThread}, registry.order...)...)
}

// ActiveCount is threading.active_count().
func ActiveCount() int64 { return Enumerate().Len() }

// GetIdent is threading.get_ident().
func GetIdent() int64 { return CurrentThread().ident }

// Timer is threading.Timer: a thread that calls a function later.
type Timer struct {
	Thread
	cancelled bool
}

// NewTimer is threading.Timer(interval, function).
func NewTimer(interval float64, function func()) *Timer {
	t := &Timer{}
	t.Thread = *NewThread(func() {
		wait(py.Some(interval), func() bool { return t.cancelled })
		if !t.cancelled {
			function()
		}
	}, py.Opt[string]{}, py.Opt[bool]{}, py.Opt[string]{})
	return t
}

// Cancel is t.cancel().
func (t *Timer) Cancel() { t.cancelled = true }

// PyTypeName is "Timer".
func (t *Timer) PyTypeName() string { return "Timer" }

// PyEqual is identity.
func (t *Timer) PyEqual(other any) bool { return any(t) == other }

// Local is threading.local: attributes that each thread has for itself.
type Local struct {
	values map[*Thread]*py.Dict[string, any]
}

// NewLocal is threading.local().
func NewLocal() *Local { return &Local{map[*Thread]*py.Dict[string, any]{}} }

func (l *Local) mine() *py.Dict[string, any] {
	t := CurrentThread()
	if l.values[t] == nil {
		l.values[t] = py.NewDict[string, any]()
	}
	return l.values[t]
}

// Set is l.name = value.
func (l *Local) Set(name string, value any) { l.mine().Set(name, py.Box(value)) }

// PyGetAttr is l.name.
func (l *Local) PyGetAttr(name string) (any, bool) { return l.mine().Lookup(name) }

// PySetAttr is l.name = value of a value whose type is known only when running.
func (l *Local) PySetAttr(name string, value any) bool {
	l.Set(name, value)
	return true
}

// PyTypeName is "_thread._local".
func (l *Local) PyTypeName() string { return "_thread._local" }

// PyEqual is identity.
func (l *Local) PyEqual(other any) bool { return any(l) == other }

// address is how repr names an object.
func address(v any) string { return strings.ToLower(fmt.Sprintf("0x%x", py.Id(v))) }

func init() {
	py.ThreadName = func() string { return CurrentThread().name }
}
