package core

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// reducedBatch is a batch of records, reduced by key, and its partitions: as they lie in a shuffle, or each for itself.
func reducedBatch[K any](keys []K, tag int, merge func(a, b string) string, to placing[K]) (all []py.Tuple2[K, string], parts []Part[py.Tuple2[K, string]]) {
	c := NewCombiner[K, string]()
	for i, k := range keys {
		c.Merge(k, fmt.Sprintf("%d.%d ", tag, i), merge)
	}
	c.close()
	b := &bucketed[K, string]{from: c, to: to}
	all = slices.Collect(iter.Seq[py.Tuple2[K, string]](c.pairs))
	for j := range to.n {
		part := Part[py.Tuple2[K, string]]{counted: partition[K, string]{b, j}}
		if tag%3 == 0 {
			part = PartOf(slice(part))
		}
		parts = append(parts, part)
	}
	return all, parts
}

// checkValues compares values that are read without their keys with those that are read with them.
func checkValues[K, V any](t *testing.T, pairs Part[py.Tuple2[K, V]]) {
	t.Helper()
	var want []V
	for kv := range pairs.All() {
		want = append(want, kv.V1)
	}
	for n := range len(want) + 1 { // stopping there
		var got []V
		for v := range ValuesOf(pairs) {
			if len(got) == n {
				break
			}
			got = append(got, v)
		}
		if fmt.Sprint(got) != fmt.Sprint(want[:n]) {
			t.Fatalf("got %v, want %v", got, want[:n])
		}
	}
}

// testPanes compares windows of three partitions with the merge of all of their batches, as batches come and go at random.
func testPanes[K any](t *testing.T, key func(rng *rand.Rand, batch int) K) {
	join := func(a, b string) string { return a + b }
	rng, to := rand.New(rand.NewPCG(7, 7)), hashedTo[K](3)
	p := NewPanes[K](to.n, join)
	var batches [][]py.Tuple2[K, string]
	late := func() string { return "" } // reads the window before this one
	lateWant := ""
	for i := range 400 {
		reading := make(chan string)
		go func() { reading <- late() }()
		keys := make([]K, rng.IntN(24))
		for j := range keys {
			keys[j] = key(rng, i)
		}
		batch, parts := reducedBatch(keys, i, join, to)
		batches = append(batches, batch)
		p.Push(parts)
		for len(batches) > 1 && (len(batches) > 9 || rng.IntN(3) == 0) {
			batches = batches[1:]
			p.Drop()
		}
		want, windows := mergedBatches(batches, join, to), make([]Part[py.Tuple2[K, string]], to.n)
		text := func() string {
			var all [][]py.Tuple2[K, string]
			for _, window := range windows {
				all = append(all, slices.Collect(window.All()))
			}
			return fmt.Sprintf("%#v", all)
		}
		for j := range windows {
			windows[j] = p.Window(j)
			checkValues(t, windows[j])
			if Len(windows[j]) != int64(len(want[j])) {
				t.Fatalf("batch %d: partition %d has %d keys, want %v", i, j, Len(windows[j]), want[j])
			}
		}
		if got, want := text(), fmt.Sprintf("%#v", want); got != want || p.Len() != len(batches) {
			t.Fatalf("batch %d: got %v of %d batches, want %v of %d", i, got, p.Len(), want, len(batches))
		}
		if got := <-reading; got != lateWant {
			t.Fatalf("batch %d: the window before is %v, want %v", i, got, lateWant)
		}
		late, lateWant = text, fmt.Sprintf("%#v", want)
	}
	if n := p.ids.Len(); n > 2*9*24+64+9*24 {
		t.Errorf("%d keys are remembered", n)
	}
}

// mergedBatches are the pairs of all batches, by partition.
func mergedBatches[K any](batches [][]py.Tuple2[K, string], merge func(a, b string) string, to placing[K]) [][]py.Tuple2[K, string] {
	c, out := NewCombiner[K, string](), make([][]py.Tuple2[K, string], to.n)
	for _, b := range batches {
		for _, kv := range b {
			c.Merge(kv.V0, kv.V1, merge)
		}
	}
	for k, v := range c.All() {
		out[to.of(k)] = append(out[to.of(k)], py.T2(k, v))
	}
	return out
}

func TestPanes(t *testing.T) {
	t.Run("words that stay", func(t *testing.T) {
		testPanes(t, func(rng *rand.Rand, _ int) string { return fmt.Sprint("k", rng.IntN(7)) })
	})
	t.Run("words that go", func(t *testing.T) {
		testPanes(t, func(rng *rand.Rand, batch int) string {
			return fmt.Sprint("a long word, number ", batch/2*10+rng.IntN(12))
		})
	})
	t.Run("numbers", func(t *testing.T) {
		testPanes(t, func(rng *rand.Rand, batch int) int64 { return int64(batch/20*5 + rng.IntN(9)) })
	})
	t.Run("equal keys that look different", func(t *testing.T) {
		alike := []any{int64(1), 1.0, true, int64(0), false, "x", 0.0}
		testPanes(t, func(rng *rand.Rand, _ int) any { return alike[rng.IntN(len(alike))] })
	})
	t.Run("tuples", func(t *testing.T) {
		testPanes(t, func(rng *rand.Rand, batch int) py.Tuple2[string, float64] {
			return py.T2(fmt.Sprint(batch/30), float64(rng.IntN(5))-2)
		})
	})
}

// benchBatches are batches of 20 thousand words each, counted, in two partitions.
func benchBatches() (batches [][]Part[py.Tuple2[string, int64]]) {
	rng := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(rng, 1.1, 20, 60_000)
	for range 64 {
		c := NewCombiner[string, int64]()
		for range 20_000 {
			c.Merge(fmt.Sprint("word", zipf.Uint64()), 1, py.AddInt)
		}
		b := &bucketed[string, int64]{from: c, to: hashedTo[string](2)}
		batches = append(batches, []Part[py.Tuple2[string, int64]]{{counted: partition[string, int64]{b, 0}}, {counted: partition[string, int64]{b, 1}}})
	}
	return batches
}

// BenchmarkPanes is a slide of a window of 30 batches, whatever is in front of it.
func BenchmarkPanes(b *testing.B) {
	batches := benchBatches()
	p := NewPanes[string](2, py.AddInt)
	keys := 0
	for i := 0; b.Loop(); i++ {
		p.Push(batches[i%len(batches)])
		if p.Len() > 30 {
			p.Drop()
		}
		keys = int(Len(p.Window(0)) + Len(p.Window(1)))
	}
	b.ReportMetric(float64(keys), "keys")
}

// BenchmarkWindow reads half of a window of 30 batches, with its keys and without.
func BenchmarkWindow(b *testing.B) {
	p := NewPanes[string](2, py.AddInt)
	for _, batch := range benchBatches()[:30] {
		p.Push(batch)
	}
	window, sum := p.Window(0), int64(0)
	b.Run("pairs", func(b *testing.B) {
		for b.Loop() {
			for kv := range window.All() {
				sum += kv.V1
			}
		}
	})
	b.Run("values", func(b *testing.B) {
		for b.Loop() {
			for v := range ValuesOf(window) {
				sum += v
			}
		}
	})
}
