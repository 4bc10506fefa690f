// Package hostile tests that no script can break out of what the compiler makes of it: whatever
// stands in its names, strings, comments, docstrings and file name, the Go is a program that does
// what the script does, and nothing but that. It may import everything.
package hostile
