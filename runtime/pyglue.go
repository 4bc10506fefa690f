package ds

import (
	"time"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// pyClock is the job's clock for Python's time and datetime modules.
type pyClock struct{ j *job }

func (c pyClock) Now() time.Time        { return c.j.driver.now() }
func (c pyClock) Sleep(d time.Duration) { c.j.sleep(d) }
func (c pyClock) Virtual() bool         { _, real := c.j.driver.clock.(realClock); return !real }

// batchTime is the time that functions of a batch are given, and that pprint shows: a naive local datetime.
func batchTime(t int64) py.DateTime { return py.DateTimeOf(time.UnixMilli(t)) }

// epochSeconds is int(time.mktime(d.timetuple())): fractions of a second are lost.
func epochSeconds(d py.DateTime) int64 { return d.Time().Unix() }
