// Package pydecimal is Python's module decimal: arithmetic in base ten, rounded to the context's precision exactly as CPython
// does it. It is a package of its own because it links math/big. It may import the standard library and
// runtime/py, and runtime/py/bigint.
package pydecimal
