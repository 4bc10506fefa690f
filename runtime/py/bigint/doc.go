// Package bigint is the arithmetic of ints beyond 64 bits, of programs compiled with --bigint. It is a package of its own
// because it links math/big: the type of such ints, and what can be done with small ones, is py.BigInt.
package bigint
