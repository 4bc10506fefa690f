package core

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// model is a combiner that is simply right.
type model[K comparable] struct {
	order  []K
	values map[K]int64
}

// checkModel merges keys into a combiner and a model and compares them.
func checkModel[K comparable](t *testing.T, name string, keys []K) {
	t.Helper()
	checkCombiner(t, name, keys, NewCombiner[K, int64]())
	checkCombiner(t, name+", ahead", keys, newAhead[K, int64]())
	big := bigIndex
	defer func() { bigIndex = big }()
	bigIndex = 2 * firstSlots
	checkCombiner(t, name+", read ahead", keys, newAhead[K, int64]())
}

func checkCombiner[K comparable](t *testing.T, name string, keys []K, c *Combiner[K, int64]) {
	t.Helper()
	m := model[K]{values: map[K]int64{}}
	for i, k := range keys {
		c.Merge(k, int64(i), add)
		if _, known := m.values[k]; !known {
			m.order = append(m.order, k)
		}
		m.values[k] += int64(i)
	}
	c = mergedAhead([]*Combiner[K, int64]{c}, add)
	if c.kind == strKey && c.strs.slots == nil {
		c.strs.reindex()
	}
	if c.Len() != len(m.order) {
		t.Fatalf("%s: %d keys, want %d", name, c.Len(), len(m.order))
	}
	i := 0
	for k, v := range c.All() {
		if k != m.order[i] || v != m.values[k] {
			t.Fatalf("%s: entry %d is %v: %d, want %v: %d", name, i, k, v, m.order[i], m.values[m.order[i]])
		}
		i++
	}
	for k, want := range m.values {
		if got, ok := c.Get(k); !ok || got != want {
			t.Fatalf("%s: Get(%v) is %d, %v, want %d", name, k, got, ok, want)
		}
	}
}

func TestCombiner(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var strs []string
	for range 20_000 {
		// Lengths around the 8 and 16 bytes that the table treats apart, few distinct letters, and one huge key.
		n := r.IntN(20)
		if r.IntN(5000) == 0 {
			n = 3 << 20
		}
		strs = append(strs, strings.Repeat(string(rune('a'+r.IntN(2))), n/2)+strings.Repeat(string(rune('a'+r.IntN(3))), n-n/2))
	}
	for i := range 40_000 {
		strs = append(strs, fmt.Sprint("key ", i%15_000))
	}
	checkModel(t, "strings", append(strs, "", "\x00", "\x00\x00", "a\x00", "aaaaaaaa", "aaaaaaaa\x00", ""))
	var numbers []int64
	for range 50_000 {
		numbers = append(numbers, r.Int64N(9000)-4500, r.Int64()>>r.IntN(63))
	}
	checkModel(t, "ints", numbers)
	var tuples []py.Tuple2[string, int64]
	for i, s := range strs[:3000] {
		tuples = append(tuples, py.T2(s[:min(len(s), 3)], numbers[i]%7))
	}
	checkModel(t, "tuples", tuples)
	var nested []py.Tuple3[string, py.Tuple2[bool, string], string]
	for i, s := range strs[:3000] {
		n := r.IntN(min(len(s), 6) + 1)
		nested = append(nested, py.T3(s[:n], py.T2(i%3 == 0, s[n:min(len(s), n+2)]), s[:min(len(s), i%2)]))
	}
	checkModel(t, "tuples of strings", nested)
	checkModel(t, "bools", []bool{true, false, true})
	var odd []py.Tuple2[float64, string]
	for i := range 1000 {
		odd = append(odd, py.T2(float64(i%17), strs[i][:min(len(strs[i]), 2)]))
	}
	checkModel(t, "floats and strings", odd)
	var mixed []any
	for i, s := range strs[:6000] {
		switch i % 5 {
		case 0, 1, 2:
			mixed = append(mixed, s[:min(len(s), i%40)])
		case 3:
			mixed = append(mixed, numbers[i]%50)
		default:
			mixed = append(mixed, py.T2(s[:min(len(s), 2)], numbers[i]%7))
		}
	}
	checkModel(t, "values of unknown type", mixed)
	checkModel(t, "ints of unknown type, then strings", append(append([]any(nil), mixed[3], mixed[8], mixed[13]), mixed...))
}

// TestHead has strings at the end of memory that can be read.
func TestHead(t *testing.T) {
	page := make([]byte, 3*pageSize)
	for i := range page {
		page[i] = byte(i%251 + 1)
	}
	for start := range page[:len(page)-8] {
		for n := range 9 {
			s := unsafe.String(&page[start], n)
			if got, want := head(s), headByBytes(s); got != want {
				t.Fatalf("%d bytes from %p: %x, want %x", n, &page[start], got, want)
			}
		}
	}
}

// TestCombinerEquality has keys that Python calls equal and Go does not.
func TestCombinerEquality(t *testing.T) {
	var c Combiner[any, string] // the zero value works too
	concat := func(a, b string) string { return a + b }
	if _, ok := c.Get(int64(1)); ok {
		t.Error("an empty combiner has a key")
	}
	for i, k := range []any{int64(1), 1.0, true, "1", py.T2(int64(1), 2.0), py.T2(true, int64(2)), py.None, 0.0, negativeZero(), false} {
		c.Merge(k, string(rune('a'+i)), concat)
	}
	var got []string
	for k, v := range c.All() {
		got = append(got, py.Repr(k)+":"+v)
	}
	want := []string{"1:abc", "'1':d", "(1, 2.0):ef", "None:g", "0.0:hij"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	e := py.Try(func() { c.Merge(py.NewList[any](), "", concat) })
	if e == nil || e.Error() != "TypeError: unhashable type: 'list'" {
		t.Errorf("list as key: %v", e)
	}
}

// TestCombinerKeepsNoInput changes the bytes that keys came from.
func TestCombinerKeepsNoInput(t *testing.T) {
	raw := []byte("one two-and-longer")
	c := NewCombiner[string, int64]()
	text := NewBlock(raw).Text()
	c.Merge(text[:3], 1, add)
	c.Merge(text[4:], 2, add)
	clear(raw)
	var got []string
	for k := range c.All() {
		got = append(got, k)
	}
	if !slices.Equal(got, []string{"one", "two-and-longer"}) {
		t.Errorf("got %q", got)
	}
}

func TestMergeAllocatesNothing(t *testing.T) {
	strs, numbers := NewCombiner[string, int64](), NewCombiner[int64, int64]()
	words := strings.Fields("the quick brown fox jumps over incomprehensibilities")
	merge := func() {
		for i, w := range words {
			strs.Merge(w, 1, py.AddInt)
			numbers.Merge(int64(i)*1e12, 1, py.AddInt)
		}
	}
	merge()
	if n := testing.AllocsPerRun(100, merge); n != 0 {
		t.Errorf("%v allocations for known keys", n)
	}
}

// TestWorkers counts words of a text of many pieces: the result is the same however many goroutines work on it.
func TestWorkers(t *testing.T) {
	sc := testContext(t, "local[2]")
	var blocks []Block
	r := rand.New(rand.NewPCG(3, 4))
	for range 26 {
		var b strings.Builder
		for b.Len() < 1<<20 {
			fmt.Fprintf(&b, "w%d w%d\r\nw%d\n", r.IntN(3000), r.IntN(100), r.IntN(5000))
		}
		blocks = append(blocks, NewBlock([]byte(b.String())))
	}
	text := FromBlocks(sc, [][]Block{blocks[:20], blocks[20:]})
	defer SetWorkers(0)
	var want [][]py.Tuple2[string, int64]
	for _, n := range []int{1, 2, 5} {
		SetWorkers(n)
		got := CollectPartitions(ReduceByKey(text.Splittable(), countWords, py.AddInt, 3))
		if want == nil {
			want = got
			continue
		}
		for i := range want {
			if !slices.Equal(got[i], want[i]) {
				t.Errorf("%d workers give another partition %d", n, i)
			}
		}
	}
	SetWorkers(2)
	e := py.Try(func() {
		Count(ReduceByKey(text.Splittable(), func(in Lines, c *Combiner[string, int64]) {
			py.Throw(py.ValueError, "bad line")
		}, py.AddInt))
	})
	if e == nil || !e.IsA(Py4JJavaError) || !strings.Contains(e.PyStr(), "ValueError: bad line") {
		t.Errorf("an exception in a piece: %v", e)
	}
}

// TestKeysOfUnknownTypeStay has keys that are parts of the text, which is read into the same memory over and over.
func TestKeysOfUnknownTypeStay(t *testing.T) {
	sc := testContext(t, "local[2]")
	text := TextFile(sc, benchText(t, 3<<20))
	for name, key := range map[string]func(line string) any{
		"strings": func(line string) any { return line[:12] },
		"ints":    func(line string) any { return int64(len(line)) },
		"tuples":  func(line string) any { return py.T2(line[:6], line[6:12]) },
	} {
		want := map[any]int64{}
		for line := range text.Compute(0).All() {
			want[key(strings.Clone(line))]++
		}
		for i := 1; i < text.NumPartitions(); i++ {
			for line := range text.Compute(i).All() {
				want[key(strings.Clone(line))]++
			}
		}
		got := map[any]int64{}
		for _, kv := range Collect(ReduceByKey(text.Splittable(), func(in Lines, c *Combiner[any, int64]) {
			for line := range in.All() {
				c.Merge(key(line), 1, py.AddInt)
			}
		}, py.AddInt)).Raw() {
			got[kv.V0] += kv.V1
		}
		if !maps.Equal(got, want) {
			t.Errorf("%s: %d keys, want %d, or other counts", name, len(got), len(want))
		}
	}
}
