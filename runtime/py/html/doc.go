// Package pyhtml is Python's module html. It is a package of its own because the names of characters are a table that a program
// without them should not link. It may import the standard library and runtime/py.
package pyhtml
