// Package library holds the parts of Python's standard library that are written in Python: each file is a module, or, where
// lang/api declares the module too, the rest of it. They are compiled with a script that imports them, as modules that lie beside
// it are. So they cost nothing where they are not used, their functions have the types that a script calls them with, and classes
// of a script may derive from theirs.
// It knows syntax.
package library
