package core

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"unsafe"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// wide is a key with a part of every kind.
type wide = py.Tuple6[string, int64, py.Opt[py.Bytes], py.Tuple2[bool, py.NoneType], py.Opt[py.Tuple2[string, int64]], py.Date]

func randomWide(r *rand.Rand) wide {
	k := wide{V0: "ab"[:r.IntN(3)], V1: r.Int64N(3) - 1, V3: py.T2(r.IntN(2) == 0, py.None), V5: py.DateFromordinal(1 + r.Int64N(2))}
	if r.IntN(2) == 0 {
		k.V2 = py.Some(py.Bytes("xyxy"[:r.IntN(3)]))
	}
	if r.IntN(2) == 0 {
		k.V4 = py.Some(py.T2(strings.Repeat("é", r.IntN(2)), r.Int64N(2)))
	}
	return k
}

func TestCompositeKeys(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var wides []wide
	var floats []py.Tuple2[float64, float64]
	var maybe []py.Opt[string]
	for range 20_000 {
		wides = append(wides, randomWide(r))
		floats = append(floats, py.T2(float64(r.IntN(90))/4, -float64(1+r.IntN(80))))
		maybe = append(maybe, py.Opt[string]{}, py.Some(strings.Repeat("k", r.IntN(30))))
	}
	checkModel(t, "wide", wides)
	checkModel(t, "floats", floats)
	checkModel(t, "optional", maybe)
	checkModel(t, "bools", []bool{true, false, true})
	checkModel(t, "none", []py.NoneType{py.None, py.None})
	checkModel(t, "empty tuples", []py.Tuple0{{}, {}})
	checkModel(t, "pairs of strings", []py.Tuple2[string, string]{py.T2("a", "bc"), py.T2("ab", "c"), py.T2("", "abc"), py.T2("abc", "")})
}

// Zeros of both signs are one key and the first stays; a NaN is a key of its own each time, also when tables are merged.
func TestCompositeFloats(t *testing.T) {
	type pair = py.Tuple2[string, float64]
	zero := math.Copysign(0, -1)
	keys := []pair{py.T2("z", zero), py.T2("z", 0.0), py.T2("n", math.NaN()), py.T2("n", math.NaN()), py.T2("n", 1.0), py.T2("z", zero)}
	one, other := NewCombiner[pair, int64](), NewCombiner[pair, int64]()
	for _, k := range keys {
		one.Merge(k, 1, add)
		other.Merge(k, 10, add)
	}
	other.mergeAll(one, add)
	var got []string
	for k, v := range other.All() {
		got = append(got, fmt.Sprint(py.Repr(k), v))
	}
	want := "[('z', -0.0)33 ('n', nan)10 ('n', nan)10 ('n', 1.0)11 ('n', nan)1 ('n', nan)1]"
	if fmt.Sprint(got) != want {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	if _, ok := other.Get(py.T2("n", math.NaN())); ok {
		t.Error("NaN is found")
	}
	if v, _ := other.Get(py.T2("z", 0.0)); v != 33 {
		t.Errorf("0.0 has %d", v)
	}
	none := NewCombiner[py.Opt[float64], int64]()
	garbage := py.Opt[float64]{V: math.NaN()}
	none.Merge(garbage, 1, add)
	none.Merge(py.Nothing[float64](), 1, add)
	if none.Len() != 1 {
		t.Errorf("None is %d keys", none.Len())
	}
}

// The partition of a composite key is that of its boxed parts.
func TestCompositeHash(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 500 {
		checkHash(t, randomWide(r))
		checkHash(t, py.T3(r.NormFloat64(), math.Copysign(0, -1), py.T1(r.Int64())))
	}
	checkHash(t, py.Tuple0{})
	checkHash(t, py.T2(math.NaN(), math.Inf(-1)))
	checkHash(t, true)
	checkHash(t, 2.5)
	checkHash(t, py.Some("ü"))
	checkHash(t, py.Bytes("\xff\x00"))
}

func checkHash[K any](t *testing.T, k K) {
	t.Helper()
	s := shapeOf[K]()
	if s == nil {
		t.Fatalf("%T has no shape", k)
	}
	if got, want := s.portableHash(unsafe.Pointer(&k)), portableHash(py.Box(k)); got != want {
		t.Errorf("hash of %s is %d, want %d", py.Repr(k), got, want)
	}
}

func TestNoShape(t *testing.T) {
	for name, s := range map[string]*keyShape{
		"any": shapeOf[any](), "tuple with any": shapeOf[py.Tuple2[string, any]](), "tuple of any length": shapeOf[*py.TupleOf[int64]](),
		"list": shapeOf[*py.List[int64]](), "datetime": shapeOf[py.DateTime](), "optional any": shapeOf[py.Opt[*int64]](),
	} {
		if s != nil {
			t.Errorf("%s has a shape", name)
		}
	}
}

func TestCompositeMergeAllocatesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	keys := make([]wide, 100)
	for i := range keys {
		keys[i] = randomWide(r)
	}
	c := NewCombiner[wide, int64]()
	place := hashedTo[wide](7)
	sum := 0
	merge := func() {
		for _, k := range keys {
			c.Merge(k, 1, py.AddInt)
			sum += place.of(k)
		}
		for i := range c.Len() {
			sum += int(c.key(i).V1)
		}
	}
	merge()
	if n := testing.AllocsPerRun(100, merge); n != 0 {
		t.Errorf("%v allocations for known keys", n)
	}
}

func BenchmarkMergeComposite(b *testing.B) {
	var keys []py.Tuple2[string, int64]
	for i := range 20_000 {
		keys = append(keys, py.T2(fmt.Sprintf("host-%d.example.org", i%997), int64(i%5)))
	}
	for b.Loop() {
		c := NewCombiner[py.Tuple2[string, int64], int64]()
		for _, k := range keys {
			c.Merge(k, 1, py.AddInt)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(keys)), "ns/key")
}
