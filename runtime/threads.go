package ds

import (
	"sync/atomic"
	"time"

	"github.com/dstreamc/dstreamc/runtime/core"
)

// pyThreads runs the threads of module threading. They are driver code: one of them, the main program or an engine runs at
// a time.
type pyThreads struct{ j *job }

// Go starts a thread, which runs when the caller waits for the first time.
func (t pyThreads) Go(daemon bool, run func()) {
	d := t.j.driver
	th := &thread{rank: rankThread}
	if !daemon {
		t.j.threads++
	}
	w := d.enroll(th)
	go func() {
		defer d.release()
		defer t.j.catch()
		if !daemon {
			defer func() { t.j.threads-- }()
		}
		d.resumed(w)
		run()
	}()
}

// Wait lets others run until ready reports true or the time comes. The main program of a job that has been drained does
// not go on.
func (t pyThreads) Wait(at time.Time, ready func() bool) (timedOut bool) {
	j := t.j
	if core.InWorker() { // which holds no turn that it could give away
		for !ready() {
			if !at.IsZero() && !j.driver.now().Before(at) {
				return true
			}
			j.driver.advance(time.Millisecond)
		}
		return false
	}
	isMain := j.driver.holder == j.main
	drained := func() bool { return isMain && j.drain.Load() && j.running.Load() == 0 }
	j.block(at, func() bool { return ready() || j.over() && drained() })
	if !ready() && drained() {
		panic(leave{})
	}
	return !ready()
}

// Away runs block beside the driver's code. A virtual clock does not wait for it: a thread that accepts connections waits for good.
func (t pyThreads) Away(block func()) {
	if core.InWorker() {
		block()
		return
	}
	var done atomic.Bool
	go func() {
		block()
		done.Store(true)
		t.j.driver.notify()
	}()
	t.j.block(time.Time{}, done.Load)
}

// Current is the running thread; nil for the main program.
func (t pyThreads) Current() any {
	if h := t.j.driver.holder; h != nil && h != t.j.main {
		return h
	}
	return nil
}

// joinThreads makes the main program, at its end, wait for the threads that are no daemons.
func (j *job) joinThreads() {
	if j.threads > 0 {
		j.block(time.Time{}, func() bool { return j.threads == 0 || j.over() && j.running.Load() == 0 })
	}
}
