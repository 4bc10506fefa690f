// Package dsgen makes random programs of streams, and finds out whether what dstreamc makes of them prints what PySpark would
// print. It is the tests' machinery and is linked into nothing that users run.
//
// A program is made from a list of decisions (Generate, FromChoices): sources, operations on streams and on the RDDs of their
// batches, states, windows, outputs. What it should print says a small model of PySpark in Python (simulator.py, Simulate),
// which is itself compared with PySpark (sparkrun.py, AskPySpark). Build compiles many programs into one binary, Compare runs
// them. Package shrink makes a program that goes wrong smaller; smaller is one without some of the decisions.
//
// It may import package conformance, which builds the programs, and the standard library.
package dsgen
