package core

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// millionKeys is a state of a million keys, as pairs, and a batch of 100 thousand updates of them.
func millionKeys() (all, batch []py.Tuple2[string, int64]) {
	r := rand.New(rand.NewPCG(7, 7))
	for i := range 1_000_000 {
		all = append(all, py.T2(fmt.Sprintf("key-%07d", i), int64(1)))
	}
	for range 100_000 {
		batch = append(batch, py.T2(all[r.IntN(len(all))].V0, int64(1)))
	}
	return all, batch
}

// BenchmarkMillionStates is a batch on a state of a million keys: asking all keys, or those touched, and Go's map beside it,
// of which all keys are asked too.
func BenchmarkMillionStates(b *testing.B) {
	all, batch := millionKeys()
	add := func(v *py.List[int64], old py.Opt[int64]) py.Opt[int64] {
		sum := old.V
		for x := range v.All() {
			sum += x
		}
		return py.Some(sum)
	}
	for _, c := range []struct {
		name string
		asks Asks
	}{{"all", AskAll}, {"unstable", AskUnstable}, {"touched", AskNone}} {
		b.Run(c.name, func(b *testing.B) {
			u := &StateUpdate[int64, int64]{F: add, Asks: c.asks}
			s := UpdateStates(NewStates[string, int64](), PartOf(all), u)
			s = UpdateStates(s, PartOf(batch), u)
			for b.Loop() {
				s = UpdateStates(s, PartOf(batch), u)
			}
			runtime.KeepAlive(s)
		})
	}
	b.Run("collection", func(b *testing.B) { // of all garbage, while there is such a state
		s := UpdateStates(NewStates[string, int64](), PartOf(all), &StateUpdate[int64, int64]{F: add, Asks: AskNone})
		all, batch = nil, nil
		for b.Loop() {
			runtime.GC()
		}
		runtime.KeepAlive(s)
	})
	all, batch = millionKeys()
	b.Run("map", func(b *testing.B) {
		m := map[string]int64{}
		for _, kv := range all {
			m[kv.V0] = kv.V1
		}
		for b.Loop() {
			news := map[string][]int64{}
			for _, kv := range batch {
				news[kv.V0] = append(news[kv.V0], kv.V1)
			}
			for k, old := range m {
				for _, v := range news[k] {
					old += v
				}
				m[k] = old
			}
		}
	})
}
