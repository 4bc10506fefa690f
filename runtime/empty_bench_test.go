package ds

import (
	"io"
	"testing"
	"time"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// BenchmarkEmptyBatches is what a batch costs in which nothing came: of a word count, a window and a state.
func BenchmarkEmptyBatches(b *testing.B) {
	job := Job{Clock: NewVirtualClock(VirtualStart), Stdout: io.Discard, Stderr: io.Discard, Recording: &Recording{Inputs: []Input{{Batches: make([][]string, b.N+1)}}}}
	err := Run(job, func() {
		ssc := NewStreamingContext(core.NewSparkContext(py.Some("local[2]"), py.Some("bench"), nil), py.Some(1.0))
		ssc.Checkpoint(b.TempDir())
		words := mapEach(ssc.SocketTextStream("host", 9), func(s string) py.Tuple2[string, int64] { return py.T2(s, int64(1)) })
		Pprint(ReduceByKey(words, PairStage[string](py.AddInt), py.AddInt), 10)
		Pprint(Window(words, 10, py.Nothing[float64]()), 10)
		Pprint(UpdateStateByKey(words, func(news *py.List[int64], old py.Opt[int64]) py.Opt[int64] { return py.Some(old.V + news.Len()) },
			py.Nothing[int64](), py.Nothing[*core.RDD[py.Tuple2[string, int64]]]()), 10)
		b.ResetTimer()
		began := time.Now()
		ssc.Start()
		ssc.AwaitTermination(none)
		b.ReportMetric(float64(b.N)/time.Since(began).Seconds(), "batches/s")
	})
	if err != nil {
		b.Fatal(err)
	}
}
