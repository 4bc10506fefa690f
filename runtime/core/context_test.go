package core

import (
	"slices"
	"strings"
	"testing"

	"github.com/dstreamc/dstreamc/runtime/py"
)

func TestWorkerError(t *testing.T) {
	sc := testContext(t, "local[3]")
	failing := rmap(ints(sc, 3, 1), func(x int64) int64 { return py.FloorDivInt(1, x) })
	checkValue(t, "worker error", func() any { return Collect(failing) })
	for name, action := range map[string]func(){
		"collect": func() { Collect(failing) },
		"take":    func() { Take(failing, 1) },
		"shuffle": func() { Count(Distinct(failing)) },
		"sortBy":  func() { SortBy(failing, same[int64], true, 2) },
		"save":    func() { SaveAsTextFile(failing, t.TempDir()+"/out", py.Nothing[string]()) },
	} {
		e := py.Try(action)
		if e == nil || !e.IsA(Py4JJavaError) {
			t.Fatalf("%s: %v", name, e)
		}
		if text := e.PyStr(); !strings.Contains(text, "Traceback (most recent call last):\n") || !strings.Contains(text, "\nZeroDivisionError: integer division or modulo by zero\n") {
			t.Errorf("%s: text %q", name, text)
		}
		if InWorker() {
			t.Errorf("%s left worker mode on", name)
		}
	}
}

func TestConfigured(t *testing.T) {
	conf := NewSparkConf().SetMaster("local[2]").SetAppName("conf").Set("spark.default.parallelism", "5")
	sc := NewSparkContext(py.Nothing[string](), py.Nothing[string](), conf)
	defer sc.Stop()
	checkValue(t, "configured parallelism", func() any {
		one := rmap(ints(sc, 10, 3), func(x int64) py.Tuple2[int64, int64] { return py.T2(x, int64(1)) })
		return py.NewList(sc.DefaultParallelism(), sc.DefaultMinPartitions(), reduceByKey(one, add).GetNumPartitions(),
			Parallelize(sc, slices.Values([]int64{1})).GetNumPartitions())
	})
	checkValue(t, "conf", func() any {
		c := sc.GetConf()
		return py.NewList(c.Get("spark.app.name").V, c.GetOr("none", "d"), sc.Master(), sc.AppName(), py.Repr(sc))
	})
	checkValue(t, "level change", func() any { return ints(sc, 2, 1).Cache().Persist(StorageLevelDiskOnly) })
	checkValue(t, "checkpoint without directory", func() any {
		ints(sc, 2, 1).Checkpoint()
		return nil
	})
	checkValue(t, "bad level", func() any {
		sc.SetLogLevel("LOUD")
		return nil
	})
	checkValue(t, "name", func() any {
		return py.NewList(ints(sc, 2, 1).Name(), ints(sc, 2, 1).SetName("n").Name())
	})
	checkValue(t, "broadcast", func() any {
		b := NewBroadcast(sc, py.NewList("p", "q", "r"))
		return Collect(rmap(ints(sc, 3, 1), func(i int64) string { return b.Value().At(i) }))
	})
	checkValue(t, "storage levels", func() any {
		return py.NewList(py.Str(ints(sc, 3, 1).GetStorageLevel()), py.Str(ints(sc, 3, 1).Cache().GetStorageLevel()))
	})
	checkValue(t, "stringified accumulator", func() any {
		return py.NewList(py.Str(NewAccumulator[int64](sc, 5)), py.Str(NewAccumulator(sc, 2.5)))
	})
	checkValue(t, "pipe", func() any {
		return Collect(Pipe(list(sc, 2, "b", "a", "", "c\n"), "cat", py.Nothing[*py.Dict[string, string]](), false))
	})
}

func TestContexts(t *testing.T) {
	sc := testContext(t, "local[2]")
	e := py.Try(func() { NewSparkContext(py.Some("local"), py.Some("again"), nil) })
	if e == nil || !strings.HasPrefix(e.PyStr(), "Cannot run multiple SparkContexts at once; existing SparkContext(app=test, master=local[2]) created by __init__ at ") {
		t.Errorf("second context: %v", e)
	}
	if GetOrCreate(nil) != sc {
		t.Error("GetOrCreate made another context")
	}
	StopActive()
	e = py.Try(func() { list[int64](sc, 1, 1) })
	if e == nil || e.Error() != "AttributeError: 'NoneType' object has no attribute 'sc'" {
		t.Errorf("stopped context: %v", e)
	}
	for master, cores := range map[string]int{"local": 1, "local[4]": 4, "local[2, 3]": 2} {
		if got, ok := coresOf(master); !ok || got != cores {
			t.Errorf("%s has %d cores, %v", master, got, ok)
		}
	}
	for _, master := range []string{"bogus", "local[0]", "local[x]"} {
		if _, ok := coresOf(master); ok {
			t.Errorf("%s is a master", master)
		}
	}
}
