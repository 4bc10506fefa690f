// Package codegen prints a checked and planned script as Go: typed, formatted, free of vet's
// complaints, and meant to be read. It is the only package that knows both sides: its input is
// lang/ir, its output calls the packages under runtime by name.
//
// The output is built with jennifer through a thin layer that adds what jennifer leaves out:
// parentheses by Go's precedence (expr.go), names that collide with nothing (names.go), one
// place for imports (imports.go) and for comments (comment.go), and declarations of variables
// put where all uses see them (scope.go). Each operator chain that lang/plan found becomes one
// function (stage.go, inline.go).
//
// It may import lang/... and jennifer, never runtime.
package codegen
