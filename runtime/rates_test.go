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
		s.ForeachRDD(func(r *core.RDD[string]) { got = append(got, core.Count(r)) })
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
