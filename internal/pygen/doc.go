// Package pygen makes random well-typed Python programs, and finds out whether what dstreamc makes
// of them prints what CPython prints. It is the tests' machinery and is linked into nothing that
// users run.
//
// A program comes from a seed (Generate): a few functions with statements of all kinds, whose
// expressions are put together by the rules of rules.txt, each a template with holes for
// expressions of given types, and by the forms of several lines in forms.txt. The program is a tree (Node), so that one that goes wrong can be cut
// down to its cause by package shrink: pieces are left out or replaced by simpler ones as long as
// the outcome stays the same. Compare compiles many programs into one binary, runs them here and in one
// CPython, and says for each what became of it (Outcome).
//
// It may import package conformance, which builds the programs, and the standard library.
package pygen
