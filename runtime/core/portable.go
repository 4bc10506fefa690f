package core

import (
	"iter"
	"math"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// PortableHash is pyspark.rdd.portable_hash: Python's hash, except that None is 0 and a tuple has a formula of its own.
func PortableHash[K any](k K) int64 {
	switch x := any(k).(type) {
	case string:
		return py.Hash(x)
	case int64:
		return py.Hash(x)
	case py.BigInt:
		return py.Hash(x)
	}
	return portableHash(py.Box(k))
}

// tuple is what the tuples of py have in common.
type tuple interface {
	PyTypeName() string
	PyLen() int64
	All() iter.Seq[any]
}

func portableHash(k any) int64 {
	t, ok := k.(tuple)
	if !ok || t.PyTypeName() != "tuple" {
		return py.Hash(k)
	}
	h := int64(0x345678)
	for x := range t.All() {
		h ^= portableHash(x)
		h *= 1000003
		h &= math.MaxInt64
	}
	return h ^ t.PyLen()
}

// modulo is Python's h % n: where there are no partitions, it raises.
func modulo(h int64, n int) int {
	if n > 0 && n&(n-1) == 0 {
		return int(h) & (n - 1)
	}
	return int(py.ModInt(h, int64(n)))
}
