package ds

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"testing"
	"time"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

func TestRateLimit(t *testing.T) {
	l := &rateLimit{rate: 10}
	now := time.Unix(0, 0)
	step := func(ms, n int) string {
		now = now.Add(time.Duration(ms) * time.Millisecond)
		pass, wait := l.allow(now, n)
		return fmt.Sprint(pass, " ", wait.Round(time.Millisecond))
	}
	equal(t, []string{step(0, 5), step(0, 5), step(50, 5), step(150, 5), step(10000, 4), step(0, 100), step(1000, 100)},
		"1 0s", "0 100ms", "0 50ms", "2 0s", "4 0s", "6 0s", "10 0s")
}

// A receiver takes as many records as it may in each second, whatever the sender sends.
func TestReceiverRate(t *testing.T) {
	dial := func(context.Context, string) (net.Conn, error) {
		ours, theirs := net.Pipe()
		go theirs.Write(bytes.Repeat([]byte("x\n"), 1000)) // an error: the receiver has closed its end
		return ours, nil
	}
	var got []int64
	runProgram(t, Job{Dial: dial}, func() {
		conf := core.NewSparkConf().SetMaster("local[2]").SetAppName("test").Set("spark.streaming.receiver.maxRate", "10")
		ssc := NewStreamingContext(core.NewSparkContext(py.Nothing[string](), py.Nothing[string](), conf), py.Some(1.0))
		s := ssc.SocketTextStream("host", 9, core.StorageLevelNone)
		ForeachRDD(s, func(r *core.RDD[string]) { got = append(got, core.Count(r)) })
		d := ssc.job.driver
		d.pause()
		ssc.Start()
		r := ssc.receivers()[0]
		taken := func() int64 {
			r.mu.Lock()
			defer r.mu.Unlock()
			n := int64(r.buf.complete)
			for _, w := range r.waiting {
				n += w.size
			}
			return n / 2
		}
		step := func(ms int, want int64) {
			d.resume()
			sleep(float64(ms) / 1000)
			d.pause()
			waitFor(t, func() bool { return taken() == want })
		}
		waitFor(t, func() bool { return taken() == 1 })
		step(950, 10) // the first one came at once
		step(1000, 10)
		step(1000, 10)
		d.resume()
		ssc.Stop(true, false)
	})
	if fmt.Sprint(got) != "[10 10]" {
		t.Error(got)
	}
}

// The block interval divides a batch into partitions.
func TestBlockInterval(t *testing.T) {
	conf := core.NewSparkConf().Set("spark.streaming.blockInterval", "50ms")
	if got := rulesOf(conf).block; got != 50 {
		t.Error(got)
	}
	if got := rulesOf(core.NewSparkConf()).block; got != 200 {
		t.Error(got)
	}
}

// The controller of back-pressure gives what Spark's PIDRateEstimator gives.
func TestRateController(t *testing.T) {
	batches := [][4]int64{{1000, 1000, 500, 0}, {2000, 1000, 2000, 0}, {3000, 800, 900, 1200}, {3000, 5, 5, 5}, {4000, 0, 10, 0},
		{5000, 300, 0, 0}, {6000, 5000, 400, 100}, {7500, 40, 1000, 3000}, {9000, 700, 350, 10}}
	for _, c := range []struct {
		batch int64
		rules receiverRules
		want  string
	}{
		{1000, receiverRules{proportional: 1, integral: 0.2, least: 100}, "[none 500 675.5555555555554 none none none 12250 100 1996]"},
		{500, receiverRules{proportional: 0.8, integral: 0.1, derived: 0.3, least: 10},
			"[none 350 1179.4444444444443 none none none 11064.055555555553 10 4200.81111111111]"},
		{1000, receiverRules{proportional: 1, integral: 0.2, least: 100, most: 600}, "[none 500 600 none none none 600 100 600]"},
	} {
		control := &rateController{rules: &c.rules, batch: c.batch, time: -1, rate: -1, off: -1}
		var got []any
		for _, b := range batches {
			if rate, ok := control.estimate(b[0], b[1], b[2], b[3]); ok {
				got = append(got, rate)
			} else {
				got = append(got, "none")
			}
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%v, want %s", got, c.want)
		}
	}
}

// A slow batch slows its receiver down.
func TestBackPressureByRates(t *testing.T) {
	var r *receiver
	dial := func(context.Context, string) (net.Conn, error) {
		ours, theirs := net.Pipe()
		go theirs.Write(bytes.Repeat([]byte("x\n"), 10000))
		return ours, nil
	}
	runProgram(t, Job{Dial: dial}, func() {
		conf := core.NewSparkConf().SetMaster("local[2]").SetAppName("test").Set("spark.streaming.backpressure.enabled", "true").
			Set("spark.streaming.backpressure.initialRate", "500")
		ssc := NewStreamingContext(core.NewSparkContext(py.Nothing[string](), py.Nothing[string](), conf), py.Some(1.0))
		ForeachRDD(ssc.SocketTextStream("host", 9, core.StorageLevelNone), func(r *core.RDD[string]) {
			if core.Count(r) > 0 {
				sleep(2)
			}
		})
		ssc.Start()
		r = ssc.receivers()[0]
		if r.limit.rate != 500 {
			t.Errorf("the rate is %v before the first batch", r.limit.rate)
		}
		for range 20 {
			ssc.job.driver.pause()
			waitFor(t, func() bool { return r.pending() })
			ssc.job.driver.resume()
			sleep(1)
		}
		ssc.Stop(true, false)
	})
	if r.limit.rate != 100 {
		t.Errorf("the rate is %v, not the lowest", r.limit.rate)
	}
}
