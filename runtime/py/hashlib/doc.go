// Package pyhashlib is Python's module hashlib. It is a package of its own because package crypto
// makes every program that links it larger and slower to start. It may import the standard library
// and runtime/py.
package pyhashlib
