// Package testcase knows what a test of a script is made of: its files, and how its output is compared with the wanted one.
// It imports the standard library only, and runs nothing: that is done by package dstest for Go tests, and by the
// command dstreamc for programs.
package testcase
