// Package diag holds what the compiler has to tell about a script: errors and warnings
// with their place, notes that explain where a fact came from, and a hint what to write
// instead. WriteText renders them with the source line and a caret, WriteJSON, WriteGitHub
// and WriteSARIF for other programs; Nearest finds the name that was meant.
//
// It knows sources and spans (lang/syntax) and nothing else of the compiler.
package diag
