package ds

import (
	"bytes"
	"io"
	"net"
	"strings"
	"testing"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// Records that come and never get through are explained once, with the first place that lets none pass.
func TestHintOfFilteredRecords(t *testing.T) {
	for _, c := range []struct {
		name string
		keep func(string) bool
		want int
	}{
		{"all dropped", func(string) bool { return false }, 1},
		{"some pass", func(s string) bool { return s == "a" }, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			var log bytes.Buffer
			p := &peer{d: func() *driver { return currentJob().driver }}
			p.talks = []func(net.Conn){func(conn net.Conn) { io.WriteString(conn, "a\nb\n") }}
			runProgram(t, Job{Dial: p.dial, Stderr: &log}, func() {
				ssc := testContext(t)
				lines := ssc.SocketTextStream("host", 9, core.StorageLevelNone)
				kept := filter(lines, c.keep)
				pairs := mapEach(kept, func(s string) py.Tuple2[string, int64] { return py.T2(s, int64(1)) })
				Pprint(ReduceByKey(pairs, PairStage[string](py.AddInt), py.AddInt), 10)
				Pprint(lines, 10)
				ssc.job.driver.pause() // until all has been received
				ssc.Start()
				waitFor(t, func() bool { return strings.Contains(logText(ssc, &log), "had no more data") })
				ssc.job.driver.resume()
				ssc.AwaitTerminationOrTimeout(30)
			})
			if n := strings.Count(log.String(), "none has passed the operations at"); n != c.want {
				t.Errorf("said %d times, want %d\n%s", n, c.want, log.String())
			}
		})
	}
}
