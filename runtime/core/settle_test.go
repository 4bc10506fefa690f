package core

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// affine is the function x -> a*x + b. To compose two is associative, and gives something else in the other order.
type affine struct{ a, b uint32 }

func compose(f, g affine) affine { return affine{f.a * g.a, f.a*g.b + f.b} }

// smallTables makes tables of some hundred keys count as large ones, for a test.
func smallTables(t *testing.T) {
	big, part := bigIndex, settled
	t.Cleanup(func() { bigIndex, settled = big, part })
	bigIndex, settled = 4*firstSlots, 64
}

// keySources are ways in which keys come: of each a function of the number of the record.
func keySources(r *rand.Rand) map[string]func(i int) string {
	word := func(n int) string {
		s := fmt.Sprint(n)
		return s + strings.Repeat("-", n*n%29)
	}
	return map[string]func(i int) string{
		"mostly new":        func(int) string { return word(r.IntN(20_000)) },
		"half of them new":  func(int) string { return word(r.IntN(20_000) >> (r.IntN(2) * 9)) },
		"known":             func(int) string { return word(r.IntN(900)) },
		"new, then known":   func(i int) string { return word(r.IntN(max(5000-i, 200))) },
		"few at a time":     func(i int) string { return word(i/500*40 + r.IntN(40)) },
		"one late":          func(i int) string { return word(min(i, 600)) },
		"all different":     func(i int) string { return word(i) },
		"some of no length": func(i int) string { return strings.Repeat("x", max(r.IntN(400)-300, 0)) + word(r.IntN(3000))[1:] },
	}
}

// TestSettle gives the same records to one table that is simply right and to several that may have doubles.
func TestSettle(t *testing.T) {
	smallTables(t)
	r := rand.New(rand.NewPCG(1, 2))
	defer SetWorkers(0)
	for name, source := range keySources(r) {
		for shares := 1; shares <= 4; shares++ {
			SetWorkers(1 + r.IntN(3))
			want := NewCombiner[string, affine]()
			var parts []*Combiner[string, affine]
			texts := NewCombiner[string, string]() // values that do not lie in the entries
			var textParts []*Combiner[string, string]
			i := 0
			for range shares {
				c, texts2 := newAhead[string, affine](), newAhead[string, string]()
				for range r.IntN(9000) {
					k, v := source(i), affine{r.Uint32() | 1, r.Uint32()}
					i++
					want.Merge(k, v, compose)
					c.Merge(k, v, compose)
					texts.Merge(k, fmt.Sprint(i), concat)
					texts2.Merge(k, fmt.Sprint(i), concat)
				}
				parts, textParts = append(parts, c), append(textParts, texts2)
			}
			sameCombined(t, name, want, mergedAhead(parts, compose))
			sameCombined(t, name, texts, mergedAhead(textParts, concat))
		}
	}
}

func sameCombined[V comparable](t *testing.T, name string, want, got *Combiner[string, V]) {
	t.Helper()
	if got.Len() != want.Len() {
		t.Fatalf("%s: %d keys, want %d", name, got.Len(), want.Len())
	}
	for i := range want.Len() {
		if got.key(i) != want.key(i) || *got.val(i) != *want.val(i) {
			t.Fatalf("%s: entry %d is %q: %v, want %q: %v", name, i, got.key(i), *got.val(i), want.key(i), *want.val(i))
		}
	}
}

// TestSettleEqualHashes has keys that are different and have the same hash.
func TestSettleEqualHashes(t *testing.T) {
	smallTables(t)
	r := rand.New(rand.NewPCG(3, 4))
	want, c := NewCombiner[string, int64](), newAhead[string, int64]()
	c.strs.doubles = newDoubles(0, make([]slot, firstSlots))
	for i := range int64(5000) {
		k := strings.Repeat(fmt.Sprint("key ", r.IntN(300)), 1+r.IntN(3))
		want.Merge(k, i, add)
		d := digestOf(k)
		d.hash &= 7<<29 | 3
		*c.val(c.strs.append(k, d, 0)) = i
	}
	sameCombined(t, "equal hashes", want, mergedAhead([]*Combiner[string, int64]{c}, add))
}

// TestManyWords counts texts of many words: the result is the same however many goroutines work on it, and whether tables are large.
func TestManyWords(t *testing.T) {
	sc := testContext(t, "local[2]")
	r := rand.New(rand.NewPCG(5, 6))
	defer SetWorkers(0)
	defer SetPieces(pieceSize, leastPieces)
	SetPieces(1<<10, 2)
	stages := map[string]func(Lines, *Combiner[string, int64]){
		"split(sep)": func(in Lines, c *Combiner[string, int64]) { CountParts(in, " ", c) },
		"split()":    CountFields,
		"merge":      countWords,
	}
	for name, source := range keySources(r) {
		var b strings.Builder
		for i := range 12_000 {
			b.WriteString(source(i))
			b.WriteString([]string{" ", " ", " ", "\n", "  "}[r.IntN(5)])
		}
		text := FromBlocks(sc, [][]Block{{NewBlock([]byte(b.String()))}})
		for stageName, stage := range stages {
			count := func(workers int) [][]py.Tuple2[string, int64] {
				SetWorkers(workers)
				return CollectPartitions(ReduceByKey(text.Splittable(), stage, py.AddInt, 3))
			}
			want := count(1)
			t.Run(name+", "+stageName, func(t *testing.T) {
				smallTables(t)
				for workers := 1; workers <= 5; workers++ {
					if got := count(workers); !slices.EqualFunc(got, want, slices.Equal) {
						t.Errorf("%d workers give something else", workers)
					}
				}
			})
		}
	}
}

// TestSettleRaises adds up counts that are too large for an int when tables are settled.
func TestSettleRaises(t *testing.T) {
	smallTables(t)
	var parts []*Combiner[string, int64]
	for range 2 {
		c := newAhead[string, int64]()
		for i := range 1000 {
			c.Merge(fmt.Sprint(i), 1<<62, py.AddInt)
		}
		parts = append(parts, c)
	}
	if e := py.Try(func() { mergedAhead(parts, py.AddInt) }); e == nil || !e.IsA(py.OverflowError) {
		t.Errorf("raised %v", e)
	}
}

func concat(a, b string) string { return a + b }
