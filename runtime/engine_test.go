package ds

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// collect notes the records of every batch of a stream: "+1s [1, 2]".
func collect[T any](s *DStream[T], into *[]string) {
	ForeachRDDTime(s, func(at py.DateTime, r *core.RDD[T]) {
		*into = append(*into, fmt.Sprintf("+%ds %s", epochSeconds(at)-VirtualStart.Unix(), py.Str(core.Collect(r))))
	})
}

func equal(t *testing.T, got []string, want ...string) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// division is the stage of map(lambda x: 100 / x).
func division(s *DStream[int64]) *DStream[float64] {
	return mapEach(s, func(x int64) float64 { return py.TrueDivInt(100, x) })
}

// An exception in a batch reaches awaitTermination at once: later outputs of the batch do not run.
func TestFailingBatchEndsTheProgram(t *testing.T) {
	out, err := runProgram(t, Job{}, func() {
		ssc := testContext(t)
		s := queue(ssc, l[int64](1, 2), l[int64](5, 0), l[int64](4))
		Pprint(division(s), 10)
		Pprint(Count(s), 10)
		ssc.Start()
		ssc.AwaitTermination(none)
		t.Error("AwaitTermination returned")
	})
	e, ok := err.(*py.Exception)
	if !ok || !e.IsA(core.Py4JJavaError) {
		t.Fatalf("error %v", err)
	}
	for _, part := range []string{
		"An error occurred while calling o25.awaitTermination.\n: org.apache.spark.SparkException: An exception was raised by Python:\nTraceback (most recent call last):\n",
		"py4j.protocol.Py4JJavaError: An error occurred while calling z:org.apache.spark.api.python.PythonRDD.",
		"An exception was thrown from the Python worker: Traceback (most recent call last):\n",
		"ZeroDivisionError: division by zero\n",
	} {
		if !strings.Contains(e.PyStr(), part) {
			t.Errorf("%q is not in\n%s", part, e.PyStr())
		}
	}
	want := blocks(t, "-------------------------------------------\nTime: 2025-01-01 00:00:01\n-------------------------------------------\n100.0\n50.0\n\n"+
		"-------------------------------------------\nTime: 2025-01-01 00:00:01\n-------------------------------------------\n2\n\n", 9)
	if got := blocks(t, out, 9); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A program that only sleeps is never told; the other outputs and later batches go on.
func TestFailingBatchAndSleep(t *testing.T) {
	var got []string
	_, err := runProgram(t, Job{}, func() {
		ssc := testContext(t)
		s := queue(ssc, l[int64](1), l[int64](0), l[int64](4))
		collect(division(s), &got)
		collect(s, &got)
		ssc.Start()
		sleep(3)
		ssc.Stop(true, false)
	})
	if err != nil {
		t.Error(err)
	}
	equal(t, got, "+1s [100.0]", "+1s [1]", "+2s [0]", "+3s [25.0]", "+3s [4]")
}

// An exception while a batch is generated loses all its outputs.
func TestFailingGeneration(t *testing.T) {
	var got []string
	var text string
	runProgram(t, Job{}, func() {
		ssc := testContext(t)
		s := queue(ssc, l[int64](1), l[int64](), l[int64](3))
		collect(s, &got)
		collect(Transform(s, func(r *core.RDD[int64]) *core.RDD[int64] {
			core.First(r)
			return r
		}), &got)
		ssc.Start()
		if e := py.Try(func() { ssc.AwaitTermination(none) }); e != nil {
			text = e.PyStr()
		}
		ssc.Stop(true, true)
	})
	equal(t, got, "+1s [1]", "+1s [1]", "+3s [3]", "+3s [3]")
	if !strings.Contains(text, "ValueError: RDD is empty\n") {
		t.Errorf("text %q", text)
	}
}

// A true result of a foreachRDD function is taken for an RDD.
func TestForeachRDDValue(t *testing.T) {
	for _, c := range []struct {
		result any
		want   string
	}{
		{py.NewList[int64](1), "AttributeError: 'list' object has no attribute '_jrdd'"},
		{true, "AttributeError: 'bool' object has no attribute '_jrdd'"},
		{false, ""},
		{py.None, ""},
		{py.NewList[int64](), ""},
		{int64(0), ""},
	} {
		calls := 0
		_, err := runProgram(t, Job{}, func() {
			ssc := testContext(t)
			ForeachRDDValue(queue(ssc, l("x")), func(*core.RDD[string]) any {
				calls++
				return c.result
			})
			ssc.Start()
			ssc.AwaitTerminationOrTimeout(1)
		})
		if calls != 1 {
			t.Errorf("%v: %d calls", c.result, calls)
		}
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v", c.result, err)
		}
	}
}

// sleep is time.sleep.
func sleep(seconds float64) {
	currentJob().sleep(time.Duration(seconds * float64(time.Second)))
}

func TestMistakesAtStart(t *testing.T) {
	const illegal, state = "java.lang.IllegalArgumentException: requirement failed: ", "java.lang.IllegalStateException: "
	newSSC := func() *StreamingContext {
		return NewStreamingContext(core.NewSparkContext(py.Some("local[2]"), py.Some("test"), nil), py.Some(2.0))
	}
	for name, c := range map[string]struct {
		run  func()
		want string
	}{
		"no output": {func() {
			ssc := newSSC()
			mapEach(queue(ssc, l("x")), func(s string) string { return s })
			ssc.Start()
		}, "o25.start.\n: " + illegal + "No output operations registered, so nothing to execute"},
		"no checkpoint directory": {func() {
			ssc := newSSC()
			Pprint(UpdateStateByKey(wordPairs(queue(ssc, l("x"))), sumState, py.Nothing[int64](), noCounts), 10)
			ssc.Start()
		}, illegal + "The checkpoint directory has not been set. Please set it by StreamingContext.checkpoint()."},
		"inverse without directory": {func() {
			ssc := newSSC()
			Pprint(CountByWindow(queue(ssc, l("x")), 4, 2), 10)
			ssc.Start()
		}, illegal + "The checkpoint directory has not been set."},
		"window": {func() { Window(queue(newSSC(), l("x")), 3, py.Some(2.0)) },
			"ValueError: windowDuration must be multiple of the parent dstream's slide (batch) duration (2000 ms)"},
		"slide": {func() { Window(queue(newSSC(), l("x")), 4, py.Some(3.0)) },
			"ValueError: slideDuration must be multiple of the parent dstream's slide (batch) duration (2000 ms)"},
		"start after stop": {func() {
			ssc := newSSC()
			Pprint(queue(ssc, l("x")), 10)
			ssc.Start()
			ssc.Start() // only a warning
			ssc.Stop(false, false)
			ssc.Start()
		}, state + "StreamingContext has already been stopped"},
		"output after start": {func() {
			ssc := newSSC()
			s := queue(ssc, l("x"))
			Pprint(s, 10)
			ssc.Start()
			Pprint(s, 10)
		}, state + "Adding new inputs, transformations, and output operations after starting a context is not supported"},
		"two contexts": {func() {
			a := newSSC()
			b := NewStreamingContext(a.SparkContext(), py.Some(1.0))
			Pprint(queue(a, l("x")), 10)
			Pprint(queue(b, l("x")), 10)
			a.Start()
			b.Start()
		}, state + "Only one StreamingContext may be started in this JVM."},
		"slice before start": {func() { SliceUnix(queue(newSSC(), l("x")), 1, 2) }, "has not been initialized"},
		"empty queue":        {func() { queue[string](newSSC()) }, "IndexError: list index out of range"},
		"no interval": {func() {
			NewStreamingContext(core.NewSparkContext(py.Some("local"), py.Some("test"), nil), none)
		}, "AssertionError"},
		"unions of different slides": {func() {
			s := queue(newSSC(), l("x"))
			Union(s, Window(s, 4, py.Some(4.0)))
		}, "ValueError: the two DStream should have same slide duration"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := runProgram(t, Job{}, c.run)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %s", err, c.want)
			}
		})
	}
}

// A graceful stop runs the batch that the timer waits for, and one more.
func TestStop(t *testing.T) {
	for graceful, want := range map[bool][]string{
		false: {"+1s ['a']", "+2s ['b']"},
		true:  {"+1s ['a']", "+2s ['b']", "+3s ['c']", "+4s []"},
	} {
		var got []string
		runProgram(t, Job{}, func() {
			ssc := testContext(t)
			collect(queue(ssc, l("a"), l("b"), l("c")), &got)
			ssc.Start()
			if ssc.AwaitTerminationOrTimeout(2.5) {
				t.Error("stopped")
			}
			ssc.Stop(false, graceful)
			if !ssc.AwaitTerminationOrTimeout(1) {
				t.Error("not stopped")
			}
			if GetActive().Ok {
				t.Error("active")
			}
			// The SparkContext can be used again.
			again := NewStreamingContext(ssc.SparkContext(), py.Some(0.5))
			Pprint(queue(again, l("x")), 1)
			again.Start()
			again.Stop(true, false)
		})
		equal(t, got, want...)
	}
}

// A graceful stop is not put off by another one.
func TestStopGracefullyFromEachBatch(t *testing.T) {
	_, err := runProgram(t, Job{}, func() {
		ssc := testContext(t)
		ForeachRDD(queue(ssc, l("a")), func(*core.RDD[string]) { ssc.Stop(true, true) })
		ssc.Start()
		if !ssc.AwaitTerminationOrTimeout(10) {
			t.Error("not stopped")
		}
	})
	if err != nil {
		t.Error(err)
	}
}

// A function of a batch may stop the context; awaitTermination returns.
func TestStopFromBatch(t *testing.T) {
	var got []string
	_, err := runProgram(t, Job{}, func() {
		ssc := testContext(t)
		s := queue(ssc, l("a"), l("b"), l("c"))
		collect(s, &got)
		ForeachRDD(s, func(r *core.RDD[string]) {
			if core.First(r) == "b" {
				ssc.Stop(true, false)
			}
		})
		ssc.Start()
		ssc.AwaitTermination(none)
		got = append(got, "end")
	})
	if err != nil {
		t.Error(err)
	}
	equal(t, got, "+1s ['a']", "+2s ['b']", "end")
}

// Batches that take longer than the interval queue up and keep their times; the main program wakes in between.
func TestLateBatches(t *testing.T) {
	var got []string
	runProgram(t, Job{}, func() {
		ssc := testContext(t)
		now := func() time.Duration { return ssc.job.driver.now().Sub(VirtualStart) }
		ForeachRDDTime(queue(ssc, l("a"), l("b"), l("c")), func(at py.DateTime, r *core.RDD[string]) {
			sleep(2)
			got = append(got, fmt.Sprintf("batch of +%ds done at +%v", epochSeconds(at)-VirtualStart.Unix(), now()))
		})
		ssc.Start()
		ssc.AwaitTerminationOrTimeout(4)
		got = append(got, fmt.Sprintf("main at +%v", now()))
		ssc.Stop(true, false)
		got = append(got, fmt.Sprintf("stopped at +%v", now()))
	})
	equal(t, got, "batch of +1s done at +3s", "main at +4s", "batch of +2s done at +5s", "stopped at +5s")
}

// A stream that no output asks for is not computed, and a queue not emptied.
func TestDemand(t *testing.T) {
	var got []string
	calls := 0
	runProgram(t, Job{}, func() {
		ssc := testContext(t)
		mapEach(queue(ssc, l("unused")), func(s string) string { calls++; return s })
		collect(Window(queue(ssc, l("1"), l("2"), l("3")), 1, py.Some(2.0)), &got)
		ssc.Start()
		ssc.AwaitTerminationOrTimeout(4)
	})
	equal(t, got, "+2s ['1']", "+4s ['2']")
	if calls > 0 {
		t.Error("an unused stream was computed")
	}
}

// Transformed streams fold into their children: each child calls the function anew, outputs share one.
func TestTransformFolds(t *testing.T) {
	for cached, want := range map[bool]int{false: 3, true: 1} {
		calls := 0
		runProgram(t, Job{}, func() {
			ssc := testContext(t)
			s := Transform(queue(ssc, l("x")), func(r *core.RDD[string]) *core.RDD[string] { calls++; return r })
			if cached {
				s.Cache()
			}
			for range 2 {
				Pprint(mapEach(s, func(s string) string { return s }), 10)
				Pprint(s, 10)
			}
			ssc.Start()
			ssc.AwaitTerminationOrTimeout(1)
		})
		if calls != want {
			t.Errorf("cached %v: %d calls, want %d", cached, calls, want)
		}
	}
}

func TestSlice(t *testing.T) {
	var got []string
	runProgram(t, Job{}, func() {
		ssc := testContext(t)
		ssc.Remember(60)
		s := mapEach(queue(ssc, l[int64](1), l[int64](2, 3), l[int64](4)), func(x int64) int64 { return 10 * x })
		ForeachRDD(s, func(*core.RDD[int64]) {})
		ssc.Start()
		ssc.AwaitTerminationOrTimeout(3)
		for _, span := range [][2]int64{{1, 2}, {3, 3}, {-5, 1}} {
			from, to := batchTime(1000*(VirtualStart.Unix()+span[0])), batchTime(1000*(VirtualStart.Unix()+span[1]))
			for r := range Slice(s, from, to).All() {
				got = append(got, py.Str(core.Collect(r)))
			}
			got = append(got, ".")
		}
	})
	equal(t, got, "[10]", "[20, 30]", ".", "[40]", ".", "[10]", ".")
}

func TestQueues(t *testing.T) {
	var got []string
	runProgram(t, Job{}, func() {
		ssc := testContext(t)
		sc := ssc.SparkContext()
		collect(QueueStream(ssc, py.NewList(l("a"), l("b")).All(), false, py.Nothing[*core.RDD[string]]()), &got)
		collect(QueueStreamRDD(ssc, py.NewList(core.Parallelize(sc, l("c").All())).All(), true, py.Some(core.Parallelize(sc, l("d").All()))), &got)
		collect(Glom(queue(ssc, l("e"))), &got)
		ssc.Start()
		ssc.AwaitTerminationOrTimeout(2)
	})
	equal(t, got, "+1s ['a', 'b']", "+1s ['c']", "+1s [[], ['e']]", "+2s []", "+2s ['d']", "+2s [[]]")
}

func TestInitialState(t *testing.T) {
	var got []string
	runProgram(t, Job{}, func() {
		ssc := testContext(t)
		initial := core.Parallelize(ssc.SparkContext(), l(py.T2("b", int64(10)), py.T2("a", int64(20)), py.T2("b", int64(99))).All())
		collect(UpdateStateByKey(wordPairs(queue(ssc, l("a c"))), sumState, py.Some[int64](1), py.Some(initial)), &got)
		dyn := mapEach(wordPairs(queue(ssc, l("x x"), l("y"))), func(kv py.Tuple2[string, int64]) py.Tuple2[string, int64] { return kv })
		collect(UpdateStateByKeyAny(dyn, func(values *py.List[int64], old any) any {
			if old == py.None {
				return py.Str(values)
			}
			if values.Len() == 0 {
				return py.None
			}
			return old
		}, py.Some[int64](1), noInitial[any]()), &got)
		ssc.Start()
		ssc.AwaitTerminationOrTimeout(2)
	})
	equal(t, got, "+1s [('b', 10), ('a', 21), ('c', 1)]", "+1s [('x', '[1, 1]')]", "+2s [('b', 10), ('a', 21), ('c', 1)]", "+2s [('y', '[1]')]")
}

// A state function may change the old state in place: batches before keep theirs.
func TestStateInPlace(t *testing.T) {
	var got []string
	runProgram(t, Job{}, func() {
		ssc := testContext(t)
		states := UpdateStateByKey(wordPairs(queue(ssc, l("a"), l("a"))), func(v *py.List[int64], old py.Opt[*py.List[int64]]) py.Opt[*py.List[int64]] {
			if !old.Ok {
				old = py.Some(py.NewList[int64]())
			}
			py.ListExtend(old.V, v.All())
			return old
		}, py.Nothing[int64](), noInitial[*py.List[int64]]())
		collect(Window(states, 2, none), &got)
		ssc.Start()
		ssc.AwaitTerminationOrTimeout(2)
	})
	equal(t, got, "+1s [('a', [1])]", "+2s [('a', [1]), ('a', [1, 1])]")
}

// An hour of batches keeps nothing of the past, even if an output only looks at the first partition.
func TestHistoryIsForgotten(t *testing.T) {
	runProgram(t, Job{}, func() {
		ssc := testContext(t)
		s := queue(ssc, l("a b c d e f"))
		states := UpdateStateByKey(wordPairs(s), sumState, py.Nothing[int64](), noCounts)
		Pprint(states, 0)
		sums := ReduceByKeyAndWindow(wordPairs(s), PairStage[string](py.AddInt), py.AddInt, py.SubInt, 5, py.Some(1.0), py.Nothing[int64](), nil)
		Pprint(sums, 0)
		ssc.Start()
		ssc.AwaitTerminationOrTimeout(3600)
		if n := len(states.rdds) + len(sums.rdds); n > 4 {
			t.Errorf("%d RDDs are remembered", n)
		}
		files, _ := filepath.Glob(filepath.Join(ssc.checkpointDir, "checkpoint-*"))
		if len(files) != checkpointsKept {
			t.Errorf("%d checkpoint files", len(files))
		}
	})
}

func TestSaveAsTextFiles(t *testing.T) {
	prefix := filepath.Join(t.TempDir(), "out")
	runProgram(t, Job{}, func() {
		ssc := testContext(t)
		s := queue(ssc, l("x", "y", "z"))
		SaveAsTextFiles(s, prefix, py.Nothing[string]())
		SaveAsTextFiles(s, prefix, py.Some("txt"))
		SaveAsTextFiles(s, prefix, py.Some("txt")) // is there already
		ssc.Start()
		ssc.AwaitTerminationOrTimeout(2)
	})
	var got []string
	for _, dir := range []string{"-1735689601000", "-1735689601000.txt", "-1735689602000", "-1735689602000.txt"} {
		entries, err := os.ReadDir(prefix + dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			got = append(got, e.Name())
		}
		got = append(got, readFile(t, prefix+dir+"/part-00000"))
	}
	two := []string{"._SUCCESS.crc", ".part-00000.crc", ".part-00001.crc", "_SUCCESS", "part-00000", "part-00001", "x\n"}
	one := []string{"._SUCCESS.crc", ".part-00000.crc", "_SUCCESS", "part-00000", ""}
	equal(t, got, append(append(append(two, two...), one...), one...)...)
}

// Recorded input replaces text sources; when it is used up awaitTermination returns.
func TestRecordedInput(t *testing.T) {
	out, err := runProgram(t, Job{
		Script: "x.py", Args: []string{"h", "9"},
		Inputs: []Input{{Batches: [][]string{{"a b"}, {}, {"b"}}}, {Batches: [][]string{{"second"}}}},
	}, func() {
		ssc := NewLocalStreamingContext(1)
		if name := ssc.SparkContext().AppName(); name != "x.py" {
			t.Errorf("app name %s", name)
		}
		lines := ssc.SocketTextStream(py.SysArgv.At(1), 9, core.StorageLevelMemoryAndDisk2)
		Pprint(CountByValue(lines), 10)
		Pprint(Count(lines), 10)
		Pprint(ssc.TextFileStream("nowhere"), 10)
		ssc.Start()
		ssc.AwaitTermination(none)
	})
	if err != nil {
		t.Error(err)
	}
	text := strings.NewReplacer("-------------------------------------------\n", "", "Time: 2025-01-01 00:00:0", "", "\n", "|").Replace(out)
	if want := "1|('a b', 1)||1|1||1|second||2||2||2||3|('b', 1)||3|1||3||"; text != want {
		t.Errorf("got %s want %s", text, want)
	}
}

func TestOneJobAtATime(t *testing.T) {
	_, err := runProgram(t, Job{}, func() {
		if err := Run(Job{}, func() {}); err != ErrBusy {
			t.Errorf("inner Run: %v", err)
		}
	})
	if err != nil {
		t.Error(err)
	}
}

func TestListener(t *testing.T) {
	c := &counter{}
	runProgram(t, Job{}, func() {
		ssc := testContext(t)
		ssc.AddStreamingListener(c)
		s := queue(ssc, l("a"), l("b"))
		ForeachRDD(s, func(*core.RDD[string]) {})
		ForeachRDD(s, func(*core.RDD[string]) {})
		ssc.Start()
		ssc.AwaitTerminationOrTimeout(2)
	})
	equal(t, c.log, "started", "submitted", "op 0", "op 1", "completed 0", "submitted", "op 0", "op 1", "completed 0")
}

type counter struct {
	BaseStreamingListener
	log []string
}

func (c *counter) OnStreamingStarted(*StreamingStarted) { c.log = append(c.log, "started") }
func (c *counter) OnBatchSubmitted(*BatchEvent)         { c.log = append(c.log, "submitted") }
func (c *counter) OnBatchCompleted(e *BatchEvent) {
	c.log = append(c.log, fmt.Sprintf("completed %d", e.BatchInfo().NumRecords()))
}
func (c *counter) OnOutputOperationCompleted(e *OutputOperationEvent) {
	c.log = append(c.log, fmt.Sprintf("op %d", e.OutputOperationInfo().Id()))
}

// A directory that comes counts as a file, with what is in it; a link is as old as what it leads to.
func TestDirectoriesAndLinks(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	put := func(path, text string, at time.Time) {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(text), 0o666), os.Chtimes(path, at, at)); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	var log bytes.Buffer
	listener := &inputs{}
	runProgram(t, Job{Stderr: &log}, func() {
		ssc := testContext(t)
		ssc.AddStreamingListener(listener)
		collect(ssc.TextFileStream(dir), &got)
		ssc.Start()
		at := VirtualStart.Add(500 * time.Millisecond)
		put(filepath.Join(dir, "sub", "part-0"), "1\n", at)
		put(filepath.Join(dir, "sub", "part-1"), "2\n", at)
		put(filepath.Join(dir, "sub", "_SUCCESS"), "", at)
		put(filepath.Join(elsewhere, "new"), "3\n", at)
		put(filepath.Join(elsewhere, "old"), "no\n", VirtualStart.Add(-time.Hour))
		put(filepath.Join(dir, "_temporary"), "no\n", at)
		put(filepath.Join(dir, "tomorrow"), "no\n", VirtualStart.Add(24*time.Hour))
		if err := errors.Join(os.Chtimes(filepath.Join(dir, "sub"), at, at), os.Mkdir(filepath.Join(dir, "empty"), 0o777), os.Chtimes(filepath.Join(dir, "empty"), at, at),
			os.Symlink(filepath.Join(elsewhere, "new"), filepath.Join(dir, "link")), os.Symlink(filepath.Join(elsewhere, "old"), filepath.Join(dir, "oldlink"))); err != nil {
			t.Fatal(err)
		}
		ssc.AwaitTerminationOrTimeout(2)
	})
	equal(t, got, "+1s ['3', '1', '2']", "+2s []")
	first := []string{"file:" + filepath.Join(dir, "empty"), "file:" + filepath.Join(dir, "link"), "file:" + filepath.Join(dir, "sub")}
	equal(t, listener.got, "0 0 "+strings.Join(first, "\n"), "0 0 ")
	for _, part := range []string{"empty has no data in it", "_temporary is ignored: names that begin with", "tomorrow waits: it will have been modified only at"} {
		if !strings.Contains(log.String(), part) {
			t.Errorf("%q is not said in\n%s", part, log.String())
		}
	}
}

// inputs is a listener of what sources gave.
type inputs struct {
	BaseStreamingListener
	got []string
}

func (i *inputs) OnBatchCompleted(e *BatchEvent) {
	for _, in := range BatchInfoInputInfos(e.BatchInfo()).Pairs() {
		i.got = append(i.got, fmt.Sprint(in.InputStreamId(), in.NumRecords(), " ", in.MetadataDescription().V))
	}
}

// Files that are there when the program starts, hidden ones and those with an old time do not count; a file counts once.
func TestTextFileStream(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string, at time.Time) {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		os.Chtimes(path, at, at)
	}
	var got []string
	var log bytes.Buffer
	runProgram(t, Job{Stderr: &log}, func() {
		put("before", "no\n", VirtualStart)
		ssc := testContext(t)
		s := ssc.TextFileStream(dir)
		collect(s, &got)
		ForeachRDD(s, func(r *core.RDD[string]) {
			got = append(got, fmt.Sprint(r.NumPartitions()))
		})
		ssc.Start()
		put("b", "3\n", VirtualStart.Add(500*time.Millisecond))
		put("a", "1\n\n2", VirtualStart.Add(time.Second))
		put(".hidden", "no", VirtualStart.Add(time.Second))
		put("later", "4\n", VirtualStart.Add(time.Minute))
		ssc.AwaitTerminationOrTimeout(1)
		got = append(got, "-")
		sleep(58)
		got = got[:4]
		sleep(1)
		sleep(60)
		put("old", "no\n", VirtualStart.Add(time.Second))
		put("moved", "no\n", VirtualStart.Add(-time.Hour))
		sleep(1)
	})
	equal(t, got[:6], "+1s ['1', '', '2', '3']", "2", "-", "+2s []", "+60s ['4']", "1")
	for _, part := range []string{"before is ignored: it was last modified before the program started", "old is ignored: it was last modified more than 60 s before",
		"moved is ignored: it came later, but was last modified before the program started"} {
		if !strings.Contains(log.String(), part) {
			t.Errorf("%q is not said in\n%s", part, log.String())
		}
	}
}
