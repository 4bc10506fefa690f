package py

import "time"

// Clock is where a program's time comes from: time.time, time.sleep and datetime.now use it, so
// that a program can run on virtual time.
type Clock interface {
	Now() time.Time
	Sleep(d time.Duration)
}

type wallClock struct{}

func (wallClock) Now() time.Time        { return time.Now() }
func (wallClock) Sleep(d time.Duration) { time.Sleep(d) }

var clock Clock = wallClock{}

// SetClock sets the program's clock; nil is the machine's.
func SetClock(c Clock) {
	if c == nil {
		c = wallClock{}
	}
	clock = c
}

// TimeTime is time.time(): seconds since the epoch.
func TimeTime() float64 { return float64(clock.Now().UnixMicro()) / 1e6 }

// TimeSleep is time.sleep(secs).
func TimeSleep(secs float64) {
	if secs < 0 {
		panic(NewException(ValueError, "sleep length must be non-negative"))
	}
	clock.Sleep(time.Duration(secs * float64(time.Second)))
}
