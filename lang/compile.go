// Package lang is the compiler's front: it turns a script into a checked and planned program.
package lang

import (
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// Compile parses, checks and plans a script. The program is nil when the list has errors.
func Compile(src *syntax.Source) (*ir.Program, *diag.List) {
	list := diag.NewList(src)
	return nil, list
}
