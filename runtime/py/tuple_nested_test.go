package py

import (
	"runtime"
	"testing"
)

// Tuples within tuples are hashed and compared where they stand, also while the stack moves under them.
func TestNestedTuples(t *testing.T) {
	type key = Tuple3[int64, Tuple2[any, string], Tuple1[Tuple2[any, float64]]]
	of := func(n int64) key { return T3(n, T2(any(n*1000), "b"), T1(T2(any("c"), 0.5))) }
	want := T3(int64(1), T2[any](int64(1000), any("b")), any(T1[any](T2[any, any]("c", 0.5)))).PyHash()
	a, b := of(1), of(1)
	if got := Hash(a); got != want {
		t.Errorf("the hash is %d, and of the same elements, boxed, %d", got, want)
	}
	if !Equal(a, b) || Equal(a, of(2)) || !sameOrEqual(a, b) || sameOrEqual(a, of(2)) {
		t.Error("equal tuples are not equal")
	}
	if n := testing.AllocsPerRun(100, func() { Hash(a); sameOrEqual(a.V1, b.V1) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
	var deep func(n int) int64
	deep = func(n int) int64 {
		if n == 0 {
			runtime.GC()
			return Hash(of(1))
		}
		return deep(n-1) ^ Hash(of(int64(n))) ^ Hash(of(int64(n)))
	}
	done := func() chan int64 {
		c := make(chan int64)
		go func() { c <- deep(2000) }()
		return c
	}
	if got := <-done(); got != want {
		t.Errorf("on a stack that grows the hash is %d", got)
	}
}
