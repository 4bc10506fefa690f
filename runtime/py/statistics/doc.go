// Package pystatistics is Python's module statistics. It is a package of its own because exact sums
// need package math/big, which a program without them should not link. It may import the standard
// library, runtime/py and runtime/py/bigint.
package pystatistics
