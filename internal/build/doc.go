// Package build turns generated Go into a static binary: it finds the Go toolchain, unpacks
// the embedded runtime into the user's cache, runs "go build" without network or module
// cache, and keeps the binaries by the content they were made from. It also copies the
// runtime into other people's modules for "dstreamc gen".
//
// It imports the root package (the embedded source) and the standard library, nothing of
// the compiler: what it is given is Go source and a key.
package build
