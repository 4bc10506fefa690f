package ds

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// raceDetector tells that the test is built with it.
var raceDetector bool

// A day of batches of every kind of source, window and state leaves nothing behind: what the program has of memory, goroutines
// and open files after 24 hours is what it had after four.
func TestDay(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("8,640 batches; the race detector's memory would count")
	}
	goroutines := runtime.NumGoroutine()
	var early, late usage
	batches := 0
	dial := func(context.Context, string) (net.Conn, error) { return &brokenConn{text: "a b\nc", err: io.EOF}, nil }
	job := Job{Clock: NewVirtualClock(VirtualStart), Stdout: io.Discard, Stderr: io.Discard, Dial: dial}
	err := Run(job, func() {
		sc := core.NewSparkContext(py.Some("local[2]"), py.Some("test"), nil)
		ssc := NewStreamingContext(sc, py.Some(10.0))
		ssc.Checkpoint(t.TempDir())
		ssc.AddStreamingListener(BaseStreamingListener{})
		dayOfNumbers(ssc)
		dayOfText(t, ssc, t.TempDir())
		ForeachRDD(fileless(ssc), func(*core.RDD[int64]) { batches++ })
		ssc.Start()
		ssc.AwaitTerminationOrTimeout(4 * 3600)
		early = measure(ssc)
		ssc.AwaitTerminationOrTimeout(20 * 3600)
		late = measure(ssc)
		ssc.Stop(true, false)
	})
	if err != nil {
		t.Fatal(err)
	}
	if batches < 24*360-1 {
		t.Errorf("%d batches", batches)
	}
	const slack = 64 << 10 // 9 bytes for each batch between
	if late.memory > early.memory+slack || late.goroutines > early.goroutines || late.files > early.files {
		t.Errorf("after 4 hours %+v, after 24 %+v", early, late)
	}
	if n := runtime.NumGoroutine(); n > goroutines {
		t.Errorf("%d goroutines more than before the program", n-goroutines)
	}
}

// usage is what a process has at a time. Files counts where the system tells, else it is 0.
type usage struct {
	memory            uint64
	goroutines, files int
}

// measure is the usage between two batches, with the sources standing still.
func measure(ssc *StreamingContext) usage {
	d := ssc.job.driver
	d.pause()
	defer d.resume()
	var m runtime.MemStats
	for range 2 { // what a finalizer or a pool holds goes the second time
		runtime.GC()
	}
	runtime.ReadMemStats(&m)
	open, _ := os.ReadDir("/proc/self/fd")
	return usage{m.HeapAlloc, runtime.NumGoroutine(), len(open)}
}

// dayOfNumbers is windows, state and what else there is for pairs of numbers.
func dayOfNumbers(ssc *StreamingContext) {
	x, y := 0, int64(0)
	pairs := mapEach(fileless(ssc), func(int64) py.Tuple2[int64, int64] {
		x++
		return py.T2(int64(x%100), int64(1))
	})
	count := func(s *DStream[py.Tuple2[int64, int64]]) {
		ForeachRDD(s, func(r *core.RDD[py.Tuple2[int64, int64]]) { core.Count(r) })
	}
	add, none := py.AddInt, py.Nothing[int64]()
	count(ReduceByKeyAndWindow(pairs.Associative(), PairStage[int64](add), add, nil, 300, py.Some(50.0), none, nil))
	count(ReduceByKeyAndWindow(pairs, PairStage[int64](add), add, py.SubInt, 300, py.Some(20.0), none, nil))
	// An interval of the script's that is long: nothing may wait for it.
	rare := ReduceByKeyAndWindow(pairs, PairStage[int64](add), add, py.SubInt, 300, py.Some(20.0), none, nil)
	rare.Checkpoint(100_000)
	count(rare)
	state := UpdateStateByKey(pairs, func(news *py.List[int64], old py.Opt[int64]) py.Opt[int64] {
		return py.Some(old.V + news.Len())
	}, none, py.Nothing[*core.RDD[py.Tuple2[int64, int64]]]())
	total := core.NewAccumulator(ssc.sc, int64(0))
	Pprint(Join(state, Transform(pairs, func(r *core.RDD[py.Tuple2[int64, int64]]) *core.RDD[py.Tuple2[int64, int64]] {
		b := core.NewBroadcast(ssc.sc, int64(2))
		return core.Narrow(r.Cache(), func(p core.Part[py.Tuple2[int64, int64]], yield func(py.Tuple2[int64, int64]) bool) {
			for kv := range p.All() {
				total.Add(1)
				yield(py.T2(kv.V0, kv.V1*b.Value()))
			}
		})
	})), 10)
	// States of keys that come once, and are dropped some batches later.
	fresh := mapEach(pairs, func(kv py.Tuple2[int64, int64]) py.Tuple2[int64, int64] {
		y++
		return py.T2(y, kv.V1)
	})
	count(UpdateStateByKey(fresh, func(news *py.List[int64], old py.Opt[int64]) py.Opt[int64] {
		if old.V == 5 {
			return none
		}
		return py.Some(old.V + 1)
	}, none, py.Nothing[*core.RDD[py.Tuple2[int64, int64]]]()))
	Pprint(CountByWindow(pairs, 100, 20), 10)
	Pprint(Reduce(mapEach(Window(pairs, 40, py.Some(20.0)), func(kv py.Tuple2[int64, int64]) int64 { return kv.V1 }), add), 10)
}

// dayOfText is a socket whose connections end, and a directory in which files, with text and without, come and go.
func dayOfText(t *testing.T, ssc *StreamingContext, dir string) {
	lines := ssc.SocketTextStream("host", 9)
	Pprint(Union(lines, ssc.TextFileStream(dir)), 10)
	const every, keep = 50, 10 // seconds between two files; how many of them stay
	ForeachRDDTime(fileless(ssc), func(at py.DateTime, _ *core.RDD[int64]) {
		now := ssc.job.driver.now()
		if now.Unix()%every != 0 {
			return
		}
		name := func(at time.Time, kind string) string { return filepath.Join(dir, fmt.Sprint(kind, at.Unix())) }
		for _, kind := range []string{"empty", "text"} {
			path := name(now, kind)
			if err := errors.Join(os.WriteFile(path, []byte(strings.TrimPrefix(kind, "empty")), 0o666), os.Chtimes(path, now, now)); err != nil {
				t.Error(err)
			}
			os.Remove(name(now.Add(-keep*every*time.Second), kind)) // the first are not there
		}
	})
}
