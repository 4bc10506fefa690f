package pytest

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dstreamc/dstreamc/lang"
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// covered are the modules of which every function and method must be called by some case.
var covered = []string{"builtins", "math", "itertools", "functools", "collections"}

// exempt are those that a case cannot call.
var exempt = []string{"input", "exit", "quit", "staticmethod", "File.name", "File.closed"}

// TestCoverage looks for declared functions and methods that no case calls through the compiler.
func TestCoverage(t *testing.T) {
	cases, err := Load(filepath.Join("..", "..", "testdata", "python"))
	if err != nil {
		t.Fatal(err)
	}
	called := map[string]bool{}
	for _, c := range cases {
		if p, _ := lang.Compile(syntax.NewSource(c.Name+".py", c.Script)); p != nil {
			note(p, called)
		}
	}
	ix := api.Load()
	for _, name := range covered {
		var missing []string
		for _, m := range ix.Modules[name].Members {
			switch m := m.(type) {
			case *api.Overloads:
				missing = append(missing, uncalled(m, called)...)
			case *api.Class:
				for _, method := range m.Members {
					missing = append(missing, uncalled(method, called)...)
				}
			}
		}
		slices.Sort(missing)
		if len(missing) > 0 {
			t.Errorf("module %s: no case in testdata/python calls %s", name, strings.Join(missing, ", "))
		}
	}
}

// uncalled is the name of a function of which no overload is called.
func uncalled(o *api.Overloads, called map[string]bool) []string {
	if len(o.Funcs) == 0 || strings.HasPrefix(o.Name, "_") || o.Funcs[0].Expanded || o.Funcs[0].Rejected != "" {
		return nil
	}
	name := o.Funcs[0].FullName()
	if called[name] || slices.Contains(exempt, name) {
		return nil
	}
	return []string{name}
}

// note notes what a program calls.
func note(p *ir.Program, called map[string]bool) {
	visit := func(e ir.Expr) {
		switch e := e.(type) {
		case *ir.Call:
			called[e.Fn.FullName()] = true
		case *ir.Field:
			if e.Decl != nil {
				called[e.Decl.FullName()] = true
			}
		}
	}
	ir.Visit(p.Body, visit)
	for _, f := range p.Funcs {
		ir.Visit(f.Body, visit)
	}
}
