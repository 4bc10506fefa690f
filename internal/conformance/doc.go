// Package conformance runs the scripts of testdata/conformance, compiled by dstreamc or under
// real PySpark, and brings what they print into one comparable form. It is the tests' machinery
// and is linked into nothing that users run.
//
// A script's directives say how it is run (Script), Feed serves its input so that each group of
// lines falls into one batch, Build compiles all scripts into one binary, Run is one run of one
// command, and Canon normalises what came out.
//
// It may import the compiler (lang, codegen) and the standard library, and neither runtime nor
// cmd: generated programs are run as processes, as users run them.
package conformance
