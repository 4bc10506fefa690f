// Package pyast is the part of Python's module ast that needs no interpreter: literal_eval. It may import the standard library
// and runtime/py.
package pyast
