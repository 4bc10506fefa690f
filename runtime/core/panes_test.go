package core

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// reducedBatch is a batch of random records, reduced by key.
func reducedBatch[K any](keys []K, tag int, merge func(a, b string) string) []py.Tuple2[K, string] {
	c := NewCombiner[K, string]()
	for i, k := range keys {
		c.Merge(k, fmt.Sprintf("%d.%d ", tag, i), merge)
	}
	var out []py.Tuple2[K, string]
	for k, v := range c.All() {
		out = append(out, py.T2(k, v))
	}
	return out
}

// testPanes compares windows with the merge of all of their batches, as batches come and go at random.
func testPanes[K any](t *testing.T, key func(rng *rand.Rand, batch int) K) {
	join := func(a, b string) string { return a + b }
	rng := rand.New(rand.NewPCG(7, 7))
	p := NewPanes[K](join)
	var batches [][]py.Tuple2[K, string]
	late := func() string { return "" } // reads the window before this one
	lateWant := ""
	for i := range 400 {
		reading := make(chan string)
		go func() { reading <- late() }()
		keys := make([]K, rng.IntN(12))
		for j := range keys {
			keys[j] = key(rng, i)
		}
		batches = append(batches, reducedBatch(keys, i, join))
		p.Push(PartOf(batches[len(batches)-1]))
		for len(batches) > 1 && (len(batches) > 9 || rng.IntN(3) == 0) {
			batches = batches[1:]
			p.Drop()
		}
		c := NewCombiner[K, string]()
		for _, b := range batches {
			for _, kv := range b {
				c.Merge(kv.V0, kv.V1, join)
			}
		}
		var want []py.Tuple2[K, string]
		for k, v := range c.All() {
			want = append(want, py.T2(k, v))
		}
		window := p.Window()
		if got := slices.Collect(window.All()); fmt.Sprintf("%#v", got) != fmt.Sprintf("%#v", want) || p.Len() != len(batches) {
			t.Fatalf("batch %d: got %v of %d batches, want %v of %d", i, got, p.Len(), want, len(batches))
		}
		if got := <-reading; got != lateWant || window.Count() != int64(len(want)) {
			t.Fatalf("batch %d: the window before is %v, want %v; this one has %d keys", i, got, lateWant, window.Count())
		}
		late, lateWant = func() string { return fmt.Sprintf("%#v", slices.Collect(window.All())) }, fmt.Sprintf("%#v", want)
	}
	if n := p.ids.Len(); n > 2*9*12+64+9*12 {
		t.Errorf("%d keys are remembered", n)
	}
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

// BenchmarkPanes is a slide of a window of 30 batches of 20 thousand words each, whatever is in front of it.
func BenchmarkPanes(b *testing.B) {
	add := func(a, b int64) int64 { return a + b }
	rng := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(rng, 1.1, 20, 60_000)
	batches := make([][]py.Tuple2[string, int64], 64)
	for i := range batches {
		c := NewCombiner[string, int64]()
		for range 20_000 {
			c.Merge(fmt.Sprint("word", zipf.Uint64()), 1, add)
		}
		for k, n := range c.All() {
			batches[i] = append(batches[i], py.T2(k, n))
		}
	}
	p := NewPanes[string](add)
	keys := 0
	for i := 0; b.Loop(); i++ {
		p.Push(PartOf(batches[i%len(batches)]))
		if p.Len() > 30 {
			p.Drop()
		}
		keys = int(p.Window().Count())
	}
	b.ReportMetric(float64(keys), "keys")
}
