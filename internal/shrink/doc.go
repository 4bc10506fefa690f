// Package shrink cuts random programs that go wrong down to what makes them go wrong. What a smaller program is, the packages
// that make the programs know.
//
// It may import the standard library.
package shrink
