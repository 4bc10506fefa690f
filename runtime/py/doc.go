// Package py is Python's semantics for generated Go: the built-in types, operators, functions and
// the parts of Python's library that scripts use, with the results, messages and orders of CPython 3.11.
//
// Python's int is int64 with checked arithmetic, float is float64, bool is bool, str is string (UTF-8,
// counted in code points), bytes is [Bytes] and None is [NoneType]. Containers are [List], [Dict], [Set],
// [Tuple2] and its kin, [TupleOf] and [Range]. A value without a static type is `any` holding one of
// these, never nil. Exceptions are panics of *[Exception].
//
// The package imports nothing but the standard library.
package py
