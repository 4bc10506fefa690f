package core

import (
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// plainStates is what States are: pairs in order.
type plainStates[K any] []py.Tuple2[K, int64]

// next is the states after a batch, by the definition of updateStateByKey.
func (p plainStates[K]) next(news []py.Tuple2[K, int64], f func(*py.List[int64], py.Opt[int64]) py.Opt[int64]) plainStates[K] {
	var out plainStates[K]
	valuesOf := func(k K) *py.List[int64] {
		values := py.NewList[int64]()
		for _, kv := range news {
			if py.Equal(kv.V0, k) {
				values.Append(kv.V1)
			}
		}
		return values
	}
	has := func(pairs []py.Tuple2[K, int64], k K) bool {
		return slices.ContainsFunc(pairs, func(kv py.Tuple2[K, int64]) bool { return py.Equal(kv.V0, k) })
	}
	for _, kv := range p {
		if s := f(valuesOf(kv.V0), py.Some(kv.V1)); s.Ok {
			out = append(out, py.T2(kv.V0, s.V))
		}
	}
	for i, kv := range news {
		if has(p, kv.V0) || has(news[:i], kv.V0) {
			continue
		}
		if s := f(valuesOf(kv.V0), py.Nothing[int64]()); s.Ok {
			out = append(out, py.T2(kv.V0, s.V))
		}
	}
	return out
}

func (s *States[K, S]) text() string {
	var out []string
	for k, v := range s.All() {
		out = append(out, py.Repr(py.T2(k, v)))
	}
	return fmt.Sprint(s.Len(), out)
}

func (p plainStates[K]) text() string {
	var out []string
	for _, kv := range p {
		out = append(out, py.Repr(kv))
	}
	return fmt.Sprint(len(p), out)
}

// stateFunctions are update functions, each with how seldom it may be asked.
var stateFunctions = []struct {
	name string
	asks []Asks
	f    func(*py.List[int64], py.Opt[int64]) py.Opt[int64]
}{
	{"sum", []Asks{AskAll, AskUnstable, AskNone}, func(v *py.List[int64], old py.Opt[int64]) py.Opt[int64] {
		return py.Some(old.V + sumOf(v))
	}},
	{"sum until 20", []Asks{AskAll, AskUnstable, AskNone}, func(v *py.List[int64], old py.Opt[int64]) py.Opt[int64] {
		sum := old.V + sumOf(v)
		return py.Opt[int64]{V: sum, Ok: sum < 20}
	}},
	{"half", []Asks{AskAll, AskUnstable}, func(v *py.List[int64], old py.Opt[int64]) py.Opt[int64] {
		return py.Some(old.V/2 + sumOf(v))
	}},
	{"half until 0", []Asks{AskAll, AskUnstable}, func(v *py.List[int64], old py.Opt[int64]) py.Opt[int64] {
		half := old.V/2 + sumOf(v)
		return py.Opt[int64]{V: half, Ok: half > 0}
	}},
	{"none", []Asks{AskAll, AskUnstable}, func(*py.List[int64], py.Opt[int64]) py.Opt[int64] { return py.Nothing[int64]() }},
}

func sumOf(v *py.List[int64]) (sum int64) {
	for x := range v.All() {
		sum += x
	}
	return sum
}

// Every version, whenever it is read, has what the definition says; a batch that fails changes nothing.
func TestStates(t *testing.T) {
	names := []string{"", "a", "b", "a much longer key", "ü"}
	checkStates(t, func(i int) string { return names[i%5] + fmt.Sprint(i/5) })
	checkStates(t, func(i int) int64 { return int64(i) - 5 })
	checkStates(t, func(i int) py.Tuple2[string, float64] {
		return py.T2(names[i%5], math.Copysign(float64(i/10), float64(i%3-1)))
	})
	checkStates(t, func(i int) any {
		return []any{int64(1), 1.0, true, "1", py.None, 0.0, math.Copysign(0, -1), false, py.T2("x", int64(2)), py.T2("x", 2.0), int64(i)}[i%11]
	})
	checkStates(t, func(i int) py.Opt[bool] { return py.Opt[bool]{V: i%2 == 0, Ok: i%3 > 0} })
}

func checkStates[K any](t *testing.T, key func(i int) K) {
	t.Helper()
	for _, f := range stateFunctions {
		for _, asks := range f.asks {
			for seed := range uint64(5) {
				r := rand.New(rand.NewPCG(seed, 1))
				run := &statesRun[K]{t: t, r: r, name: fmt.Sprintf("%T %s, asks %d, seed %d", key(0), f.name, asks, seed), key: key}
				run.fail = -1
				run.update = &StateUpdate[int64, int64]{Asks: asks, F: func(v *py.List[int64], old py.Opt[int64]) py.Opt[int64] {
					if run.fail == 0 {
						py.RaiseClass(py.ValueError)
					}
					run.fail--
					return f.f(v, old)
				}}
				run.batches(f.f)
			}
		}
	}
}

type statesRun[K any] struct {
	t      *testing.T
	r      *rand.Rand
	name   string
	key    func(i int) K
	update *StateUpdate[int64, int64]
	fail   int // after so many calls
}

// pairs is a random batch.
func (run *statesRun[K]) pairs(n, kinds int) []py.Tuple2[K, int64] {
	var out []py.Tuple2[K, int64]
	for range n {
		out = append(out, py.T2(run.key(run.r.IntN(kinds)), run.r.Int64N(9)-1))
	}
	return out
}

func (run *statesRun[K]) batches(f func(*py.List[int64], py.Opt[int64]) py.Opt[int64]) {
	var plain plainStates[K]
	s := NewStates[K, int64]()
	if run.r.IntN(3) == 0 {
		first := run.pairs(6, 12)
		s = StatesOf(PartOf(first))
		plain = plain.next(first, func(v *py.List[int64], _ py.Opt[int64]) py.Opt[int64] { return py.Some(v.At(0)) })
	}
	type held struct {
		version *States[K, int64]
		want    string
		rest    func() (K, int64, bool) // of an iteration that has begun
		stop    func()
		at      int
	}
	holds := []held{{version: s, want: plain.text()}}
	for batch := range 60 {
		news := run.pairs(run.r.IntN(8), 12+batch)
		for run.fail = run.r.IntN(40) - 1; run.fail >= 0; run.fail = run.r.IntN(3) - 1 {
			if e := py.Try(func() { UpdateStates(s, PartOf(news), run.update) }); e == nil {
				break // it was called less often: the version it made is dropped, and s reads as before
			}
		}
		run.fail = -1
		s = UpdateStates(s, PartOf(news), run.update)
		plain = plain.next(news, f)
		if got := s.text(); got != plain.text() {
			run.t.Fatalf("%s, batch %d:\ngot  %s\nwant %s", run.name, batch, got, plain.text())
		}
		if batch%8 == 0 {
			checkValues(run.t, s.Part())
		}
		if run.r.IntN(3) == 0 {
			h := held{version: s, want: plain.text()}
			if run.r.IntN(2) == 0 {
				h.rest, h.stop = iter.Pull2(s.All())
				if _, _, ok := h.rest(); ok {
					h.at = 1
				}
			}
			holds = append(holds, h)
		}
		if len(holds) > 0 && run.r.IntN(4) == 0 {
			i := run.r.IntN(len(holds))
			h := holds[i]
			if got := h.version.text(); got != h.want {
				run.t.Fatalf("%s, an earlier version after batch %d:\ngot  %s\nwant %s", run.name, batch, got, h.want)
			}
			if h.rest != nil {
				n := h.at
				for _, _, ok := h.rest(); ok; _, _, ok = h.rest() {
					n++
				}
				if n != h.version.Len() {
					run.t.Fatalf("%s: an iteration gave %d of %d keys", run.name, n, h.version.Len())
				}
				h.stop()
			}
			holds = slices.Delete(holds, i, i+1)
		}
	}
	for _, h := range holds {
		if h.stop != nil {
			h.stop()
		}
	}
}

// A batch asks the keys it has to ask, and in their order.
func TestStatesAsked(t *testing.T) {
	for asks, want := range map[Asks]string{
		AskAll:      "[k0 k1 k2 k3 k4 k0 k1 k2 k3 k4 n]",
		AskUnstable: "[k0 k1 k2 k3 k4 k1 k3 n]",
		AskNone:     "[k1 k3 n]",
	} {
		var asked []string
		u := &StateUpdate[string, string]{Asks: asks, F: func(v *py.List[string], old py.Opt[string]) py.Opt[string] {
			if !old.Ok {
				old = py.Some(v.At(0))
			}
			asked = append(asked, old.V)
			return old
		}}
		pair := func(k string) py.Tuple2[string, string] { return py.T2(k, k) }
		s := NewStates[string, string]()
		s = UpdateStates(s, PartOf([]py.Tuple2[string, string]{pair("k0"), pair("k1"), pair("k2"), pair("k3"), pair("k4")}), u)
		asked = nil
		s = UpdateStates(s, PartOf([]py.Tuple2[string, string]{}), u)
		s = UpdateStates(s, PartOf([]py.Tuple2[string, string]{pair("n"), pair("k3"), pair("k1"), pair("k3")}), u)
		_ = s
		if got := fmt.Sprint(asked); got != want {
			t.Errorf("%d: asked %s, want %s", asks, got, want)
		}
	}
}

// A state that is changed in place is a new state; those that came before stay what they were, also inside of others.
func TestStatesChangedInPlace(t *testing.T) {
	type nested = *py.Dict[string, *py.List[int64]]
	u := &StateUpdate[int64, nested]{Changes: true, F: func(v *py.List[int64], old py.Opt[nested]) py.Opt[nested] {
		if !old.Ok {
			old = py.Some(py.NewDict(py.T2("all", py.NewList[int64]())))
		}
		py.ListExtend(old.V.At("all"), v.All())
		return old
	}}
	one := []py.Tuple2[string, int64]{py.T2("k", int64(1))}
	first := UpdateStates(NewStates[string, nested](), PartOf(one), u)
	second := UpdateStates(first, PartOf(one), u)
	third := UpdateStates(second, PartOf(one), u)
	for i, s := range []*States[string, nested]{first, second, third} {
		want := []string{"1 [('k', {'all': [1]})]", "1 [('k', {'all': [1, 1]})]", "1 [('k', {'all': [1, 1, 1]})]"}[i]
		if got := s.text(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// The list of values that a function gets is its own, whatever it does with it.
func TestStatesKeepLists(t *testing.T) {
	u := &StateUpdate[int64, *py.List[int64]]{F: func(v *py.List[int64], old py.Opt[*py.List[int64]]) py.Opt[*py.List[int64]] {
		v.Append(7)
		if old.Ok {
			py.ListExtend(v, old.V.All())
		}
		return py.Some(v)
	}}
	pairs := []py.Tuple2[string, int64]{py.T2("a", int64(1)), py.T2("b", int64(2)), py.T2("a", int64(3))}
	s := UpdateStates(NewStates[string, *py.List[int64]](), PartOf(pairs), u)
	s = UpdateStates(s, PartOf(pairs[:0]), u)
	if got, want := s.text(), "2 [('a', [7, 1, 3, 7]) ('b', [7, 2, 7])]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Keys that come and go leave nothing behind, and a state of many keys takes little memory and no time of the collector.
func TestStatesMemory(t *testing.T) {
	u := &StateUpdate[int64, int64]{Asks: AskNone, F: func(v *py.List[int64], old py.Opt[int64]) py.Opt[int64] {
		return py.Opt[int64]{V: 1, Ok: !old.Ok}
	}}
	batch := func(i int) Part[py.Tuple2[string, int64]] {
		var out []py.Tuple2[string, int64]
		for j := range 1000 {
			out = append(out, py.T2(fmt.Sprintf("key-%09d", i*1000+j), int64(1)))
		}
		return PartOf(out)
	}
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap()
	s := NewStates[string, int64]()
	for i := range 300 {
		s = UpdateStates(s, batch(i), u)
		if i > 2 {
			s = UpdateStates(s, batch(i-3), u) // these go
		}
	}
	if s.Len() != 3000 {
		t.Fatalf("%d keys", s.Len())
	}
	if used := heap() - before; used > 3000*400 {
		t.Errorf("%d bytes for 3000 keys", used)
	}
	const many = 100
	for i := range many {
		s = UpdateStates(s, batch(1000+i), u)
	}
	if used := heap() - before; used > (many*1000+3000)*110 {
		t.Errorf("%d bytes for %d keys", used, s.Len())
	}
	runtime.KeepAlive(s)
}

func TestSameValue(t *testing.T) {
	list := func(v ...float64) *py.List[float64] { return py.NewList(v...) }
	zero := math.Copysign(0, -1)
	checkSame(t, true, py.T2("a", 0.0), py.T2("a", 0.0))
	checkSame(t, false, py.T2("a", 0.0), py.T2("a", zero))
	checkSame(t, true, math.NaN(), math.NaN())
	checkSame(t, true, list(1, 2), list(1, 2))
	checkSame(t, false, list(1, 2), list(1))
	checkSame(t, false, list(zero), list(0))
	checkSame(t, true, py.NewList("a", "b"), py.NewList("a", string([]byte("b"))))
	checkSame[any](t, false, int64(1), 1.0)
	checkSame[any](t, false, int64(1), true)
	checkSame[any](t, true, "x", "x")
	checkSame[any](t, false, list(), list())
	checkSame(t, true, py.Some(py.T3("a", int64(1), true)), py.Some(py.T3("a", int64(1), true)))
	checkSame(t, false, py.Some(int64(0)), py.Nothing[int64]())
	checkSame(t, false, py.NewDict(py.T2("a", int64(1))), py.NewDict(py.T2("a", int64(1))))
}

func checkSame[S any](t *testing.T, want bool, a, b S) {
	t.Helper()
	if got := sameValue[S]()(a, b); got != want {
		t.Errorf("%s and %s: %v", py.Repr(a), py.Repr(b), got)
	}
}
