// Package pytest tests Python's own semantics end to end: the functions of testdata/python,
// compiled by dstreamc, must print what CPython printed. It is the tests' machinery and is linked
// into nothing that users run.
//
// Each file of the folder is a script of functions without parameters, each a case of its own;
// what stands before the first function, such as imports, belongs to every case. The file beside
// it with the extension .out has the recording, made by record.py.
//
// It may import the compiler, package conformance, which builds the cases, and the standard
// library.
package pytest
