package core

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// joinedByLoops is what a join has, by two loops: the keys in the order in which they come, left before right, and for each the
// values of both sides.
func joinedByLoops(left, right []py.Tuple2[string, int64]) []string {
	var keys, out []string
	for _, kv := range slices.Concat(left, right) {
		if !slices.Contains(keys, kv.V0) {
			keys = append(keys, kv.V0)
		}
	}
	values := func(pairs []py.Tuple2[string, int64], k string) (v []string) {
		for _, kv := range pairs {
			if kv.V0 == k {
				v = append(v, py.Repr(kv.V1))
			}
		}
		if v == nil {
			v = append(v, "None")
		}
		return v
	}
	for _, k := range keys {
		for _, v := range values(left, k) {
			for _, w := range values(right, k) {
				out = append(out, fmt.Sprintf("(%s, (%s, %s))", py.Repr(k), v, w))
			}
		}
	}
	return out
}

// The joins give what loops give, of keys placed as ever and in their order, however the sides are partitioned.
func TestJoinsAreLoops(t *testing.T) {
	sc := testContext(t, "local[3]")
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 2))
		side := func() (pairs []py.Tuple2[string, int64], rdd *RDD[py.Tuple2[string, int64]]) {
			var parts [][]py.Tuple2[string, int64]
			for range r.IntN(4) {
				var part []py.Tuple2[string, int64]
				for range r.IntN(6) {
					part = append(part, py.T2(fmt.Sprint("key", r.IntN(7)), r.Int64N(5)))
				}
				parts, pairs = append(parts, part), append(pairs, part...)
			}
			rdd = FromPartitions(sc, parts)
			if seed%4 == 0 {
				rdd = PartitionBy(rdd, 3, nil)
			}
			return pairs, rdd
		}
		leftPairs, left := side()
		rightPairs, right := side()
		all := joinedByLoops(leftPairs, rightPairs)
		keep := func(drop ...string) []string {
			return slices.DeleteFunc(slices.Clone(all), func(s string) bool {
				return slices.ContainsFunc(drop, func(d string) bool { return s[len(s)-len(d):] == d || s[9:9+len(d)] == d })
			})
		}
		const noLeft, noRight = "(None", "None))"
		checkJoin(t, keep(noLeft, noRight), Join(left, right, 3))
		checkJoin(t, keep(noLeft), LeftOuterJoin(left, right, 3))
		checkJoin(t, keep(noRight), RightOuterJoin(left, right, 3))
		checkJoin(t, all, FullOuterJoin(left, right, 3))
	}
}

func checkJoin[T any](t *testing.T, want []string, got *RDD[py.Tuple2[string, T]]) {
	t.Helper()
	for i, part := range CollectPartitions(got) {
		var texts, here []string
		for _, kv := range part {
			texts = append(texts, py.Repr(kv))
		}
		for _, s := range want {
			if modulo(PortableHash(s[2:6]), 3) == i {
				here = append(here, s)
			}
		}
		if !slices.Equal(texts, here) {
			t.Errorf("partition %d\ngot  %v\nwant %v", i, texts, here)
		}
	}
}
