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

// Compile parses, checks and plans a script that imports no modules beside it. The program is nil when
// the list has errors; the list is sorted by place.
func Compile(src *syntax.Source) (*ir.Program, *diag.List) { return CompileWith(src, nil) }

// CompileWith is Compile for a script whose modules load finds. They become part of the program, and
// their texts of the Source.
func CompileWith(src *syntax.Source, load Loader) (*ir.Program, *diag.List) {
	list := diag.NewList(src)
	file, errs := syntax.Parse(src)
	list.AddSyntax(errs)
	modules := map[string]*syntax.File{}
	if load != nil {
		names, sources := Modules(file, load)
		for _, name := range names {
			module, errs := syntax.ParseIncluded(src, src.Include(sources[name]))
			list.AddSyntax(errs)
			modules[name] = module
		}
	}
	prog := infer.Check(file, modules, list)
	list.Sort()
	if list.HasErrors() {
		return nil, list
	}
	plan.Isolate(prog)
	plan.Associate(prog)
	plan.States(prog)
	plan.Regroup(prog)
	plan.Fuse(prog)
	plan.Lower(prog)
	plan.Rewrite(prog)
	plan.MarkPure(prog)
	return prog, list
}
