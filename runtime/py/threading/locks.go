package pythreading

import "github.com/dstreamc/dstreamc/runtime/py"

// TimeoutMax is threading.TIMEOUT_MAX.
const TimeoutMax = 9223372036.0

// limit is the timeout of acquire: -1 is none.
func limit(blocking bool, timeout float64) py.Opt[float64] {
	switch {
	case !blocking && timeout != -1:
		py.Throw(py.ValueError, "can't specify a timeout for a non-blocking call")
	case !blocking:
		return py.Some(0.0)
	case timeout == -1:
		return py.Opt[float64]{}
	case timeout < 0:
		py.Throw(py.ValueError, "timeout value must be a non-negative number")
	}
	return py.Some(timeout)
}

// Lock is threading.Lock.
type Lock struct{ held bool }

// NewLock is threading.Lock().
func NewLock() *Lock { return &Lock{} }

// Acquire is l.acquire(blocking, timeout).
func (l *Lock) Acquire(blocking bool, timeout float64) bool {
	t := limit(blocking, timeout)
	if !l.held {
		l.held = true
		return true
	}
	if !blocking || !wait(t, func() bool { return !l.held }) {
		return false
	}
	l.held = true
	return true
}

// Release is l.release(); it raises RuntimeError.
func (l *Lock) Release() {
	if !l.held {
		py.Throw(py.RuntimeError, "release unlocked lock")
	}
	l.held = false
}

// Locked is l.locked().
func (l *Lock) Locked() bool { return l.held }

// Enter acquires the lock for a with statement, Exit releases it.
func (l *Lock) Enter() bool { return l.Acquire(true, -1) }

// Exit releases the lock.
func (l *Lock) Exit() { l.Release() }

// PyTypeName is the class.
func (l *Lock) PyTypeName() string { return "_thread.lock" }

// PyRepr is <unlocked _thread.lock object at 0x…>.
func (l *Lock) PyRepr() string {
	if l.held {
		return "<locked _thread.lock object at " + address(l) + ">"
	}
	return "<unlocked _thread.lock object at " + address(l) + ">"
}

// PyEqual is identity.
func (l *Lock) PyEqual(other any) bool { return any(l) == other }

// RLock is threading.RLock: the thread that holds it may take it again.
type RLock struct {
	owner *Thread
	count int64
}

// NewRLock is threading.RLock().
func NewRLock() *RLock { return &RLock{} }

// Acquire is l.acquire(blocking, timeout).
func (l *RLock) Acquire(blocking bool, timeout float64) bool {
	t, me := limit(blocking, timeout), CurrentThread()
	if l.owner != nil && l.owner != me && (!blocking || !wait(t, func() bool { return l.owner == nil })) {
		return false
	}
	l.owner = me
	l.count++
	return true
}

// Release is l.release(); it raises RuntimeError.
func (l *RLock) Release() {
	if l.owner != CurrentThread() {
		py.Throw(py.RuntimeError, "cannot release un-acquired lock")
	}
	if l.count--; l.count == 0 {
		l.owner = nil
	}
}

// Enter acquires the lock for a with statement, Exit releases it.
func (l *RLock) Enter() bool { return l.Acquire(true, -1) }

// Exit releases the lock.
func (l *RLock) Exit() { l.Release() }

// PyTypeName is the class.
func (l *RLock) PyTypeName() string { return "_thread.RLock" }

// PyEqual is identity.
func (l *RLock) PyEqual(other any) bool { return any(l) == other }

// Semaphore is threading.Semaphore, and BoundedSemaphore.
type Semaphore struct {
	value   int64
	initial int64 // of a bounded one; -1: it is none
}

// NewSemaphore is threading.Semaphore(value); it raises ValueError.
func NewSemaphore(value int64) *Semaphore {
	if value < 0 {
		py.Throw(py.ValueError, "semaphore initial value must be >= 0")
	}
	return &Semaphore{value, -1}
}

// NewBoundedSemaphore is threading.BoundedSemaphore(value).
func NewBoundedSemaphore(value int64) *Semaphore {
	s := NewSemaphore(value)
	s.initial = value
	return s
}

// Acquire is s.acquire(blocking, timeout).
func (s *Semaphore) Acquire(blocking bool, timeout py.Opt[float64]) bool {
	if !blocking && timeout.Ok {
		py.Throw(py.ValueError, "can't specify timeout for non-blocking acquire")
	}
	if s.value == 0 && (!blocking || !wait(timeout, func() bool { return s.value > 0 })) {
		return false
	}
	s.value--
	return true
}

// Release is s.release(n); it raises ValueError.
func (s *Semaphore) Release(n int64) {
	switch {
	case n < 1:
		py.Throw(py.ValueError, "n must be one or more")
	case s.initial >= 0 && s.value+n > s.initial:
		py.Throw(py.ValueError, "Semaphore released too many times")
	}
	s.value += n
}

// Enter acquires the semaphore for a with statement, Exit releases it.
func (s *Semaphore) Enter() bool { return s.Acquire(true, py.Opt[float64]{}) }

// Exit releases the semaphore.
func (s *Semaphore) Exit() { s.Release(1) }

// PyTypeName is the class.
func (s *Semaphore) PyTypeName() string {
	if s.initial >= 0 {
		return "BoundedSemaphore"
	}
	return "Semaphore"
}

// PyEqual is identity.
func (s *Semaphore) PyEqual(other any) bool { return any(s) == other }

// Event is threading.Event.
type Event struct{ set bool }

// NewEvent is threading.Event().
func NewEvent() *Event { return &Event{} }

// IsSet is e.is_set().
func (e *Event) IsSet() bool { return e.set }

// Set is e.set().
func (e *Event) Set() { e.set = true }

// Clear is e.clear().
func (e *Event) Clear() { e.set = false }

// Wait is e.wait(timeout): it reports whether the event is set.
func (e *Event) Wait(timeout py.Opt[float64]) bool {
	woken := false
	wait(timeout, func() bool {
		woken = woken || e.set // it may be cleared again before this thread has its turn
		return woken
	})
	return woken
}

// PyTypeName is "Event".
func (e *Event) PyTypeName() string { return "Event" }

// PyEqual is identity.
func (e *Event) PyEqual(other any) bool { return any(e) == other }

// Condition is threading.Condition.
type Condition struct {
	lock    *RLock
	waiters []*bool // set for those who were notified
}

// NewCondition is threading.Condition().
func NewCondition() *Condition { return &Condition{lock: NewRLock()} }

// Acquire is c.acquire().
func (c *Condition) Acquire(blocking bool, timeout float64) bool {
	return c.lock.Acquire(blocking, timeout)
}

// Release is c.release().
func (c *Condition) Release() { c.lock.Release() }

// Enter acquires the lock for a with statement, Exit releases it.
func (c *Condition) Enter() bool { return c.lock.Enter() }

// Exit releases the lock.
func (c *Condition) Exit() { c.lock.Exit() }

// Wait is c.wait(timeout); it raises RuntimeError unless the lock is held.
func (c *Condition) Wait(timeout py.Opt[float64]) bool {
	me := CurrentThread()
	if c.lock.owner != me {
		py.Throw(py.RuntimeError, "cannot wait on un-acquired lock")
	}
	count := c.lock.count
	c.lock.owner, c.lock.count = nil, 0
	notified := new(bool)
	c.waiters = append(c.waiters, notified)
	ok := wait(timeout, func() bool { return *notified })
	wait(py.Opt[float64]{}, func() bool { return c.lock.owner == nil })
	c.lock.owner, c.lock.count = me, count
	for i, w := range c.waiters {
		if w == notified {
			c.waiters = append(c.waiters[:i:i], c.waiters[i+1:]...)
			break
		}
	}
	return ok
}

// WaitFor is c.wait_for(predicate, timeout).
func (c *Condition) WaitFor(predicate func() bool, timeout py.Opt[float64]) bool {
	end := py.Now()
	if timeout.Ok {
		end = end.Add(seconds(timeout.V))
	}
	for !predicate() {
		left := timeout
		if timeout.Ok {
			if left.V = end.Sub(py.Now()).Seconds(); left.V <= 0 {
				return false
			}
		}
		c.Wait(left)
	}
	return true
}

// Notify is c.notify(n); it raises RuntimeError unless the lock is held.
func (c *Condition) Notify(n int64) {
	if c.lock.owner != CurrentThread() {
		py.Throw(py.RuntimeError, "cannot notify on un-acquired lock")
	}
	for ; n > 0 && len(c.waiters) > 0; n-- {
		*c.waiters[0] = true
		c.waiters = c.waiters[1:]
	}
}

// NotifyAll is c.notify_all().
func (c *Condition) NotifyAll() { c.Notify(int64(len(c.waiters))) }

// PyTypeName is "Condition".
func (c *Condition) PyTypeName() string { return "Condition" }

// PyEqual is identity.
func (c *Condition) PyEqual(other any) bool { return any(c) == other }
