// Package infer checks a script and gives every expression its type. It resolves names as
// Python does, specialises each function at the types it is called with, follows the types of
// variables through branches and loops, and builds the typed tree of package ir. What has no
// static type becomes Any and is computed at run time; a script is rejected only where it is
// certain to fail or uses something that is not supported.
//
// # How it works
//
// Types flow one way: from the sources, whose element types are declared, through the
// operators, whose functions are called with those types. The whole script is walked in
// rounds until nothing changes: a round sees what the last one learned about variables that
// functions share, results of recursive functions, states at the heads of loops and elements
// of containers that began empty. Only the last round's diagnostics and tree are kept.
//
// Within one function a variable is followed by its assignments (sites). A read that can see
// several assignments unites them into one variable whose type is their join; assignments that
// never meet stay apart, so that "line = line.split()" makes two variables.
//
// It knows syntax, diag, types, api and ir, and nothing of Go.
package infer
