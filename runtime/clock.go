package ds

import "time"

// Clock is the time that a job lives by: [RealClock] or a [NewVirtualClock].
type Clock interface {
	// Now is the current time.
	Now() time.Time
	// jump moves a virtual clock forward to t and reports true; a real clock reports false.
	jump(t time.Time) bool
}

// RealClock is the machine's clock.
func RealClock() Clock { return realClock{} }

type realClock struct{}

func (realClock) Now() time.Time        { return time.Now() }
func (realClock) jump(t time.Time) bool { return false }

// NewVirtualClock makes a clock that stands still while anything runs and jumps to the next deadline when everything
// waits: an hour of batches takes milliseconds, and every run is the same. It serves one [Run].
func NewVirtualClock(start time.Time) Clock { return &virtualClock{start} }

// virtualClock is only used under the driver's mutex.
type virtualClock struct{ now time.Time }

func (c *virtualClock) Now() time.Time { return c.now }

func (c *virtualClock) jump(t time.Time) bool {
	if t.After(c.now) {
		c.now = t
	}
	return true
}
