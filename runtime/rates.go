package ds

import (
	"time"

	"github.com/dstreamc/dstreamc/runtime/core"
)

// receiverRules are the settings of receivers, which mean what they mean in Spark.
type receiverRules struct {
	block   int64   // spark.streaming.blockInterval in ms: what comes within one is a partition
	most    float64 // spark.streaming.receiver.maxRate: records a second; 0: no limit
	initial float64 // spark.streaming.backpressure.initialRate, the rate before the first estimate; 0: no limit
	control bool    // spark.streaming.backpressure.enabled
	// The parts of the controller, spark.streaming.backpressure.pid.…
	proportional, integral, derived, least float64
}

func rulesOf(conf *core.SparkConf) receiverRules {
	const pid = "spark.streaming.backpressure.pid."
	r := receiverRules{
		block:        conf.Duration("spark.streaming.blockInterval", time.Millisecond, 200*time.Millisecond).Milliseconds(),
		most:         max(0, conf.Number("spark.streaming.receiver.maxRate", 0)),
		control:      conf.Flag("spark.streaming.backpressure.enabled", false),
		proportional: conf.Number(pid+"proportional", 1),
		integral:     conf.Number(pid+"integral", 0.2),
		derived:      conf.Number(pid+"derived", 0),
		least:        conf.Number(pid+"minRate", 100),
	}
	r.initial = r.bounded(conf.Number("spark.streaming.backpressure.initialRate", 0))
	if r.block <= 0 {
		javaError(javaContext+".start", "java.lang.IllegalArgumentException", "requirement failed: 'spark.streaming.blockInterval' should be a positive value")
	}
	return r
}

// bounded is a rate below the highest that is allowed.
func (r *receiverRules) bounded(rate float64) float64 {
	switch {
	case r.most == 0:
		return rate
	case rate <= 0:
		return r.most
	}
	return min(rate, r.most)
}

// rateLimit lets records pass at a rate, and after a pause as many at once as pass in a second.
type rateLimit struct {
	rate float64 // records a second; 0: no limit
	free float64 // records that may pass now
	at   time.Time
}

// set changes the rate.
func (l *rateLimit) set(rate float64) { l.rate = rate }

// allow gives how many of n records may pass at a time: at least one, or none and how long the next has to wait.
func (l *rateLimit) allow(now time.Time, n int) (pass int, wait time.Duration) {
	if l.at.IsZero() {
		l.free = 1
	} else {
		l.free = min(l.free+l.rate*now.Sub(l.at).Seconds(), max(1, l.rate))
	}
	l.at = now
	pass = min(n, int(l.free))
	if pass == 0 && n > 0 {
		return 0, time.Duration((1-l.free)/l.rate*float64(time.Second)) + 1
	}
	l.free -= float64(pass)
	return pass, 0
}

// rateController finds the rate at which batches keep up with their input: a PID controller, whose error is by how much the
// last rate was higher than records were processed.
type rateController struct {
	rules   *receiverRules
	batch   int64 // the interval
	started bool
	time    int64 // of the last estimate
	rate    float64
	off     float64
}

// estimate learns from a finished batch; ok is false if there is nothing to learn. Times are in ms.
func (c *rateController) estimate(at, records, processing, scheduling int64) (rate float64, ok bool) {
	if at <= c.time || records <= 0 || processing <= 0 {
		return 0, false
	}
	seconds := float64(at-c.time) / 1000
	processed := float64(records) / float64(processing) * 1000
	off := c.rate - processed
	waiting := float64(scheduling) * processed / float64(c.batch)
	rate = max(c.rules.least, c.rate-c.rules.proportional*off-c.rules.integral*waiting-c.rules.derived*(off-c.off)/seconds)
	c.time = at
	if !c.started {
		c.started, c.rate, c.off = true, processed, 0
		return 0, false
	}
	c.rate, c.off = rate, off
	return c.rules.bounded(rate), true
}
