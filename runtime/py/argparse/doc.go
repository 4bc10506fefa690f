// Package pyargparse is Python's module argparse: the same parsing, the same usage, help and error texts.
// It is a package of its own so that scripts without command lines do not compile it. It may import
// the standard library and runtime/py.
package pyargparse
