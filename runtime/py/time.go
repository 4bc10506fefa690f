package py

import (
	"fmt"
	"strings"
	"sync/atomic"
	"time"
)

// Clock is the time that a script sees. Tests and virtual time put another in its place.
type Clock interface {
	Now() time.Time
	Sleep(d time.Duration)
	Virtual() bool // time passes only where everything waits
}

type systemClock struct{}

func (systemClock) Now() time.Time        { return time.Now() }
func (systemClock) Sleep(d time.Duration) { time.Sleep(d) }
func (systemClock) Virtual() bool         { return false }

var currentClock atomic.Pointer[Clock]

func init() { SetClock(systemClock{}) }

// SetClock replaces the clock of time.time, time.sleep, datetime.now and their kin. nil restores the system's.
func SetClock(c Clock) {
	if c == nil {
		c = systemClock{}
	}
	currentClock.Store(&c)
}

func clock() Clock { return *currentClock.Load() }

var processStart = time.Now()

// TimeTime is time.time().
func TimeTime() float64 { return float64(clock().Now().UnixNano()) / 1e9 }

// TimeTimeNs is time.time_ns().
func TimeTimeNs() int64 { return clock().Now().UnixNano() }

// TimeMonotonic is time.monotonic() and time.perf_counter().
func TimeMonotonic() float64 { return clock().Now().Sub(processStart).Seconds() }

// TimePerfCounter is time.perf_counter().
func TimePerfCounter() float64 { return TimeMonotonic() }

// TimeMonotonicNs is time.monotonic_ns() and time.perf_counter_ns().
func TimeMonotonicNs() int64 { return clock().Now().Sub(processStart).Nanoseconds() }

// TimeProcessTimeNs is time.process_time_ns().
func TimeProcessTimeNs() int64 { return int64(TimeProcessTime() * 1e9) }

// TimeProcessTime is time.process_time(): CPU time, or in virtual time that.
func TimeProcessTime() float64 {
	if clock().Virtual() {
		return TimeMonotonic()
	}
	return cpuTime().Seconds()
}

// TimeSleep is time.sleep(seconds); it raises ValueError for a negative number.
func TimeSleep(seconds float64) {
	if seconds < 0 {
		throw(ValueError, "sleep length must be non-negative")
	}
	clock().Sleep(time.Duration(seconds * float64(time.Second)))
}

// StructTime is time.struct_time: year, month, day, hour, minute, second, weekday (Monday 0), day of the year, and daylight saving.
type StructTime struct{ *TupleOf[int64] }

func structTime(t time.Time, dst int64) StructTime {
	return StructTime{NewTupleOf(int64(t.Year()), int64(t.Month()), int64(t.Day()), int64(t.Hour()), int64(t.Minute()), int64(t.Second()),
		weekday(t), int64(t.YearDay()), dst)}
}

// TmYear and the like are the parts.
func (t StructTime) TmYear() int64  { return t.v[0] }
func (t StructTime) TmMon() int64   { return t.v[1] }
func (t StructTime) TmMday() int64  { return t.v[2] }
func (t StructTime) TmHour() int64  { return t.v[3] }
func (t StructTime) TmMin() int64   { return t.v[4] }
func (t StructTime) TmSec() int64   { return t.v[5] }
func (t StructTime) TmWday() int64  { return t.v[6] }
func (t StructTime) TmYday() int64  { return t.v[7] }
func (t StructTime) TmIsdst() int64 { return t.v[8] }

// PyTypeName is "time.struct_time".
func (t StructTime) PyTypeName() string { return "time.struct_time" }

// appendRepr writes time.struct_time(tm_year=2026, …).
func (t StructTime) appendRepr(dst []byte, _ *visits) []byte {
	names := [...]string{"year", "mon", "mday", "hour", "min", "sec", "wday", "yday", "isdst"}
	parts := make([]string, len(names))
	for i, n := range names {
		parts[i] = fmt.Sprintf("tm_%s=%d", n, t.v[i])
	}
	return fmt.Appendf(dst, "time.struct_time(%s)", strings.Join(parts, ", "))
}

// weekday is 0 for Monday.
func weekday(t time.Time) int64 { return (int64(t.Weekday()) + 6) % 7 }

func momentOf(seconds Opt[float64]) time.Time {
	if !seconds.Ok {
		return clock().Now()
	}
	whole := FloorDivFloat(seconds.V, 1)
	return time.Unix(int64(whole), int64((seconds.V-whole)*1e9))
}

// TimeGmtime is time.gmtime(seconds), with Nothing for now.
func TimeGmtime(seconds Opt[float64]) StructTime { return structTime(momentOf(seconds).UTC(), 0) }

// TimeLocaltime is time.localtime(seconds), with Nothing for now.
func TimeLocaltime(seconds Opt[float64]) StructTime {
	t := momentOf(seconds).Local()
	return structTime(t, boolInt(t.IsDST()))
}

func timeOf(t StructTime, loc *time.Location) time.Time {
	v := t.v
	return time.Date(int(v[0]), time.Month(v[1]), int(v[2]), int(v[3]), int(v[4]), int(v[5]), 0, loc)
}

// TimeMktime is time.mktime(t).
func TimeMktime(t StructTime) float64 { return float64(timeOf(t, time.Local).Unix()) }

// TimeStrftime is time.strftime(format, t), with Nothing for the local time now.
func TimeStrftime(format string, t Opt[StructTime]) string {
	if !t.Ok {
		return strftime(format, clock().Now().Local())
	}
	return strftime(format, timeOf(t.V, time.Local))
}

// TimeStrftimeNow is time.strftime(format).
func TimeStrftimeNow(format string) string { return TimeStrftime(format, Opt[StructTime]{}) }

// TimeStrptime is time.strptime(text, format).
func TimeStrptime(text, format string) StructTime {
	p := strptime(text, format)
	t := structTime(p.Time, -1)
	t.v[5], t.v[6], t.v[7] = int64(p.second), int64(p.weekday), int64(p.yearDay)
	if p.named {
		t.v[8] = 0
	}
	if p.leap {
		t.v[0] = 1900
	}
	return t
}

// TimeCtime is time.ctime(seconds), with Nothing for now.
func TimeCtime(seconds Opt[float64]) string {
	return strftime("%a %b %e %H:%M:%S %Y", momentOf(seconds).Local())
}

// TimeAsctime is time.asctime(t), with Nothing for the local time now.
func TimeAsctime(t Opt[StructTime]) string {
	if !t.Ok {
		return TimeCtime(Opt[float64]{})
	}
	return strftime("%a %b %e %H:%M:%S %Y", timeOf(t.V, time.UTC))
}
