// Package pyrandom is Python's module random: the Mersenne Twister with CPython's way of making
// numbers of its output, so that a seed gives the numbers it gives there.
//
// It is a package of its own because seeding with a text needs SHA-512, and package crypto makes
// every program that links it larger and slower to start. It may import the standard library and
// runtime/py.
package pyrandom
