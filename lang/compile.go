// Package lang is the compiler's front: it turns a script into a checked and planned program.
//
//	text → lang/syntax → lang/infer (names, types, with lang/api) → lang/plan (stages)
package lang

import (
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/infer"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/plan"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// Compile parses, checks and plans a script. The program is nil when the list has errors; the
// list is sorted by place.
func Compile(src *syntax.Source) (*ir.Program, *diag.List) {
	list := diag.NewList(src)
	file, errs := syntax.Parse(src)
	for _, e := range errs {
		d := list.Add(diag.Syntax, e.Code, e.Span, "%s", e.Msg)
		if e.Note != "" {
			d.Note(e.NoteAt, "%s", e.Note)
		}
		if e.Hint != "" {
			d.WithHint("%s", e.Hint)
		}
	}
	prog := infer.Check(file, list)
	list.Sort()
	if list.HasErrors() {
		return nil, list
	}
	plan.Isolate(prog)
	plan.Associate(prog)
	plan.Fuse(prog)
	return prog, list
}
