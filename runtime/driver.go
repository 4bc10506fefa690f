package ds

import (
	"sync"
	"time"
)

// driver lets one goroutine at a time run driver code, as Python's interpreter lock does, and is where all of
// them wait: for each other, for the clock, for an event. So driver code needs no other locks, and a virtual clock knows
// that everything waits, which is when it may jump.
type driver struct {
	mu      sync.Mutex
	clock   Clock
	held    bool
	holder  *thread
	waiters []*waiter // in the order of their arrival
	pauses  int       // while positive, a virtual clock stands still
	timer   *time.Timer
	spins   int  // readings of a virtual clock since it last moved
	runs    int  // how often the lock was given
	closed  bool // the main program has ended: everyone else ends at the next wait
}

// programEnded is what a thread panics with when the main program has ended while it waited.
type programEnded struct{}

// thread is a goroutine that runs driver code. When several are due at the same time, the lower rank goes first.
type thread struct {
	rank    int
	lastRun int         // when it last got the lock, in dispatches: on a real clock the longest waiting goes first
	alarm   *time.Timer // for its deadlines on a real clock
}

// The ranks: a batch that is due runs before the main program's timeout at the same instant, which is what happens
// in real time, where programs start between two ticks.
const (
	rankEngine = iota
	rankMain
	rankThread // of the script
	rankLast   // who yields
)

type waiter struct {
	thread *thread
	at     time.Time   // deadline; zero: none
	ready  func() bool // asked with the lock free; nil: only the deadline counts
	timed  bool        // it was the deadline that ended the wait
	wake   chan struct{}
}

func newDriver(c Clock) *driver { return &driver{clock: c} }

// now is the time. The spin guard makes a virtual clock move for a program that polls it without ever sleeping.
func (d *driver) now() time.Time {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.spin()
	return d.clock.Now()
}

// spinLimit is how often a virtual clock may be read before each further reading takes a millisecond.
const spinLimit = 10000

func (d *driver) spin() {
	if d.spins++; d.spins > spinLimit {
		d.clock.jump(d.clock.Now().Add(time.Millisecond))
	}
}

// acquire takes the lock for t.
func (d *driver) acquire(t *thread) {
	d.resumed(d.enroll(t))
}

// enroll makes t wait for the lock from now on; the goroutine that will be t gets it from resumed. So a virtual clock cannot
// jump before that goroutine has begun.
func (d *driver) enroll(t *thread) *waiter {
	d.mu.Lock()
	defer d.mu.Unlock()
	w := &waiter{thread: t, ready: func() bool { return true }}
	d.park(w)
	return w
}

// release gives up the lock.
func (d *driver) release() {
	d.mu.Lock()
	d.free()
	d.mu.Unlock()
}

// wait gives up the lock until ready reports true or the deadline comes, and takes it again. It reports whether it was
// the deadline. A zero deadline is none; ready may be nil. Only the goroutine that holds the lock may call it.
func (d *driver) wait(at time.Time, ready func() bool) (timedOut bool) {
	d.mu.Lock()
	w := &waiter{thread: d.holder, at: at, ready: ready}
	if !at.IsZero() && !at.After(d.clock.Now()) {
		d.spin()
	}
	d.held, d.holder = false, nil
	d.await(w)
	return w.timed
}

// await parks w until dispatch chooses it. Called with mu held, which it gives up.
func (d *driver) await(w *waiter) {
	d.park(w)
	d.mu.Unlock()
	d.resumed(w)
}

func (d *driver) park(w *waiter) {
	w.wake = make(chan struct{})
	d.waiters = append(d.waiters, w)
	d.dispatch()
}

// resumed waits until w is given the lock.
func (d *driver) resumed(w *waiter) {
	d.sleep(w)
	if d.closed && w.thread.rank != rankMain { // read under the lock that was just given
		panic(programEnded{})
	}
}

// sleep returns when w is given the lock. On a real clock a thread looks at its deadline itself: were it another goroutine that does, two would
// have to be woken at each.
func (d *driver) sleep(w *waiter) {
	if _, virtual := d.clock.(*virtualClock); !virtual && !w.at.IsZero() {
		for wait := w.at.Sub(d.clock.Now()); wait > 0; wait = w.at.Sub(d.clock.Now()) {
			if w.thread.ring(wait, w.wake) {
				return
			}
		}
		d.notify() // it is due, and gets the lock when nobody has it
	}
	<-w.wake
}

// ring waits until wake is closed, which it reports, or some time has passed.
func (t *thread) ring(wait time.Duration, wake chan struct{}) bool {
	if t.alarm == nil {
		t.alarm = time.NewTimer(wait)
	} else {
		t.alarm.Reset(wait)
	}
	select {
	case <-wake:
		t.alarm.Stop()
		return true
	case <-t.alarm.C:
		return false
	}
}

// close ends the main program's part: it gives up the lock for good, and all other threads end when they get it.
func (d *driver) close() {
	d.mu.Lock()
	d.closed = true
	d.free()
	d.mu.Unlock()
}

func (d *driver) free() {
	d.held, d.holder = false, nil
	d.dispatch()
}

// notify makes waiters look again at what they wait for: for goroutines that do not hold the lock.
func (d *driver) notify() {
	d.mu.Lock()
	d.dispatch()
	d.mu.Unlock()
}

// advance lets d pass on a virtual clock without giving up the lock, and really sleeps on a real one.
func (d *driver) advance(by time.Duration) {
	d.mu.Lock()
	virtual := d.clock.jump(d.clock.Now().Add(by))
	d.mu.Unlock()
	if !virtual {
		time.Sleep(by)
	}
}

// after closes the channel when by has passed, for goroutines outside the lock.
func (d *driver) after(by time.Duration) <-chan struct{} {
	d.mu.Lock()
	defer d.mu.Unlock()
	w := &waiter{at: d.clock.Now().Add(by), wake: make(chan struct{})}
	d.waiters = append(d.waiters, w)
	d.dispatch()
	return w.wake
}

// pause keeps a virtual clock from jumping until resume: while the world outside is expected to act.
func (d *driver) pause() {
	d.mu.Lock()
	d.pauses++
	d.mu.Unlock()
}

func (d *driver) resume() {
	d.mu.Lock()
	d.pauses--
	d.dispatch()
	d.mu.Unlock()
}

// dispatch hands the lock to a waiter that is due, if it is free. With none due, a virtual clock jumps to the earliest
// deadline. On a real one threads look at theirs themselves, and a timer is set for those of after.
func (d *driver) dispatch() {
	for {
		earliest := d.fireTimers()
		if d.held {
			if !earliest.IsZero() {
				d.setTimer(earliest)
			}
			return
		}
		if i := d.choose(); i >= 0 {
			d.grant(i)
			continue // to set the timer
		}
		if earliest.IsZero() || d.pauses > 0 {
			return
		}
		if !d.clock.jump(earliest) {
			d.setTimer(earliest)
			return
		}
		d.spins = 0
	}
}

// fireTimers wakes the waiters of after that are due and gives the earliest deadline of those who still wait and cannot look at it themselves.
func (d *driver) fireTimers() (earliest time.Time) {
	_, virtual := d.clock.(*virtualClock)
	now := d.clock.Now()
	rest := d.waiters[:0]
	for _, w := range d.waiters {
		if w.thread == nil && !w.at.After(now) {
			close(w.wake)
			continue
		}
		rest = append(rest, w)
		if (virtual || w.thread == nil) && !w.at.IsZero() && w.at.After(now) && (earliest.IsZero() || w.at.Before(earliest)) {
			earliest = w.at
		}
	}
	clear(d.waiters[len(rest):])
	d.waiters = rest
	return earliest
}

// choose finds the waiter to run next, or -1.
func (d *driver) choose() int {
	now := d.clock.Now()
	best := -1
	for i, w := range d.waiters {
		if w.thread == nil {
			continue
		}
		w.timed = !w.at.IsZero() && !w.at.After(now)
		if d.closed || w.ready != nil && w.ready() {
			w.timed = false
		} else if !w.timed {
			continue
		}
		if best < 0 || d.before(w, d.waiters[best]) {
			best = i
		}
	}
	return best
}

// before orders two waiters that are due.
func (d *driver) before(a, b *waiter) bool {
	if _, virtual := d.clock.(*virtualClock); !virtual {
		return a.thread.lastRun < b.thread.lastRun
	}
	if a.timed && b.timed && !a.at.Equal(b.at) {
		return a.at.Before(b.at)
	}
	return a.thread.rank < b.thread.rank
}

func (d *driver) grant(i int) {
	w := d.waiters[i]
	d.waiters = append(d.waiters[:i], d.waiters[i+1:]...)
	d.runs++
	w.thread.lastRun = d.runs
	d.held, d.holder = true, w.thread
	close(w.wake)
}

func (d *driver) setTimer(at time.Time) {
	if _, virtual := d.clock.(*virtualClock); virtual {
		return
	}
	wait := at.Sub(d.clock.Now())
	if d.timer == nil {
		d.timer = time.AfterFunc(wait, d.notify)
		return
	}
	d.timer.Reset(wait)
}

// yield lets every other thread that is due run first.
func (d *driver) yield() {
	d.mu.Lock()
	me := d.holder
	rank, lastRun := me.rank, me.lastRun
	me.rank, me.lastRun = rankLast, d.runs+1
	defer func() { me.rank, me.lastRun = rank, lastRun }()
	w := &waiter{thread: me, ready: func() bool { return true }}
	d.held, d.holder = false, nil
	d.await(w)
}
