// Package lang is the compiler's front: it turns a script into a checked and planned program.
//
//	text → lang/syntax → lang/infer (names, types, with lang/api) → lang/plan (stages)
package lang

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/infer"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/plan"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// Options are how a script is compiled.
type Options struct {
	// Load finds the modules that lie beside the script. They become part of the program, and their texts of the
	// Source. A nil one finds none.
	Load Loader
	// BigInt makes ints grow without limit, as the directive in a script and ints that it writes down do.
	BigInt bool
}

// Compile parses, checks and plans a script that imports no modules beside it. The program is nil when
// the list has errors; the list is sorted by place.
func Compile(src *syntax.Source) (*ir.Program, *diag.List) { return CompileWith(src, Options{}) }

// CompileWith is Compile with options.
func CompileWith(src *syntax.Source, opt Options) (*ir.Program, *diag.List) {
	list := diag.NewList(src)
	file, errs := syntax.Parse(src)
	list.AddSyntax(errs)
	files := []*syntax.File{file}
	modules := map[string]*syntax.File{}
	opt.BigInt = askedBigInt(src, file, list) || opt.BigInt
	names, sources := Modules(file, opt.Load)
	for _, name := range names {
		module, errs := syntax.ParseIncluded(src, src.Include(sources[name]))
		list.AddSyntax(errs)
		modules[name] = module
		files = append(files, module)
	}
	need, needed := needsBigInt(files)
	for _, f := range files {
		syntax.Mangle(f)
	}
	prog := infer.Check(file, modules, opt.BigInt || needed, list)
	prog.BigInt, prog.BigIntFor = opt.BigInt || needed, need
	list.Items = slices.DeleteFunc(list.Items, func(d *diag.Diagnostic) bool {
		at, _ := src.File(d.Span.Start)
		return at.Library && d.Kind == diag.Warning
	})
	list.Sort()
	if list.HasErrors() {
		return nil, list
	}
	plan.Dynamic(prog)
	plan.Isolate(prog)
	plan.Associate(prog)
	plan.States(prog)
	plan.Prefilter(prog)
	plan.Regroup(prog)
	plan.Fuse(prog)
	plan.Lower(prog)
	plan.Rewrite(prog)
	plan.MarkPure(prog)
	return prog, list
}
