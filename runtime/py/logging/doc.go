// Package pylogging is Python's module logging: loggers, handlers and formatters. It is a package of its own so that scripts
// without it do not compile it. It may import the standard library and runtime/py.
package pylogging
