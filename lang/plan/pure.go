package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// MarkPure marks the stages that end in a combine of which nobody can tell in what order, how often and where they run: they
// only compute, and their reducer is associative. The runtime then combines pieces of the input on several cores, reads into
// the same memory over and over, and merges many records at a time; where something is raised it starts again, one record
// after the other. Whatever is not known to be harmless is not.
func MarkPure(p *ir.Program) {
	growing := growingDicts(p)
	mark := func(e ir.Expr) {
		sc, ok := e.(*ir.StageCall)
		if !ok || sc.Call == nil || len(sc.Call.Args) == 0 || !types.IsStr(sc.Stage.In) {
			return
		}
		fv, ok := unconverted(sc.Call.Args[0]).(*ir.FuncVal)
		if !ok || fv.Func == nil || !associative(fv.Func) || !pure(sc.Stage.Func, growing) {
			return
		}
		if !sc.Stage.Pure {
			sc.Stage.Pure = true
			p.Rewrites = append(p.Rewrites, ir.Note{At: sc.Call.At, Text: sc.Call.Fn.Name + " combines pieces of the input on all cores, as nothing has effects"})
			if countsParts(sc.Stage, fv.Func) {
				p.Rewrites = append(p.Rewrites, ir.Note{At: sc.Call.At, Text: sc.Call.Fn.Name + " counts the parts of lines while they are found"})
			}
		}
	}
	ir.Visit(p.Body, mark)
	for _, fn := range p.Funcs {
		ir.Visit(fn.Body, mark)
	}
	sortNotes(p)
}

// growingDicts reports whether a program has dicts that change when they are read.
func growingDicts(p *ir.Program) (found bool) {
	look := func(e ir.Expr) {
		c, ok := e.(*ir.Call)
		found = found || ok && c.Fn.Name == "defaultdict"
	}
	ir.Visit(p.Body, look)
	for _, fn := range p.Funcs {
		ir.Visit(fn.Body, look)
	}
	return found
}

// purity is what the functions that a stage can reach do.
type purity struct {
	*effects
	growing bool // some dicts change when they are read
}

// pure reports whether a function, with all that it calls, only computes.
func pure(f *ir.Func, growing bool) bool {
	p := &purity{effectsOf([]*ir.Func{f}), growing}
	for v := range p.touched() {
		if !p.funcs[v.Owner] {
			return false
		}
	}
	for f := range p.funcs {
		if !p.body(f.Body) {
			return false
		}
	}
	return true
}

func (p *purity) body(body []ir.Stmt) bool {
	ok := true
	ir.EachStmt(body, func(s ir.Stmt) {
		switch s.(type) {
		case *ir.With, *ir.DefClass:
			ok = false
		}
	})
	ir.Visit(body, func(x ir.Expr) { ok = ok && p.expr(x) })
	return ok
}

// expr reports whether evaluating an expression, but not its parts, has no effect.
func (p *purity) expr(x ir.Expr) bool {
	switch x := x.(type) {
	case *ir.Local:
		return p.funcs[x.Var.Owner] || p.quiet(x.Var.Type)
	case *ir.Call:
		return pureCall(x)
	case *ir.CallMethod:
		return pureMethods[x.Name]
	case *ir.Field:
		n, ok := types.Resolve(x.V.Type()).(*types.Named)
		return ok && (pureClasses[n.Name] || n.Name == "Broadcast")
	case *ir.FuncVal:
		return x.Func != nil
	case *ir.ModAttr:
		return pureFunctions[x.Module]["*"]
	case *ir.Const, *ir.Binary, *ir.Unary, *ir.Not, *ir.Truth, *ir.Logic, *ir.Compare, *ir.Chain, *ir.Cond, *ir.Convert,
		*ir.Tuple, *ir.TupleGet, *ir.List, *ir.Set, *ir.Dict, *ir.Spread, *ir.GetItem, *ir.GetSlice, *ir.CallFunc, *ir.BoundCheck, *ir.FuncBox, *ir.Let,
		*ir.Comp, *ir.FString, *ir.Assigned, *ir.IsInstance, *ir.TypeName, *ir.ExcNew, *ir.StageInput, *ir.Current:
		return true
	}
	return false
}

// quiet reports whether objects of a type, which the functions have from outside, stay as they are when they are read:
// an iterator is used up, a defaultdict grows, and any operator may call a method of an object of the script's classes. (What
// the functions make themselves are no such objects.)
func (p *purity) quiet(t types.Type) bool {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok {
		return false
	}
	if n.Name == "dict" && p.growing {
		return false
	}
	switch n.Name {
	case "int", "float", "str", "bool", "bytes", "None", "range", "Pattern", "datetime", "date", "timedelta":
		return true
	case "list", "tuple", "tuple...", "dict", "set", "frozenset", "Optional", "Broadcast":
		for _, a := range n.Args {
			if !p.quiet(a) {
				return false
			}
		}
		return true
	}
	return false
}

// pureClasses are built-in classes whose methods change nothing but their object.
var pureClasses = map[string]bool{
	"str": true, "bytes": true, "int": true, "float": true, "bool": true, "complex": true, "list": true, "tuple": true, "tuple...": true, "dict": true,
	"set": true, "frozenset": true, "range": true, "Counter": true, "Pattern": true, "Match": true, "SplitFields": true,
	"date": true, "datetime": true, "timedelta": true,
}

// clockMethods are those of them that tell the time.
var clockMethods = map[string]bool{"now": true, "today": true, "utcnow": true}

// pureMethods are methods of strings, lists and dicts, on a value of unknown type.
var pureMethods = map[string]bool{
	"get": true, "keys": true, "values": true, "items": true, "strip": true, "lstrip": true, "rstrip": true, "split": true, "lower": true,
	"upper": true, "startswith": true, "endswith": true, "replace": true, "find": true, "count": true, "index": true, "isdigit": true, "isalpha": true, "join": true,
}

// pureFunctions are the functions of modules that only compute, "*" for all.
var pureFunctions = map[string]map[string]bool{
	"builtins": {
		"abs": true, "all": true, "any": true, "bin": true, "bool": true, "bytes": true, "chr": true, "dict": true, "divmod": true, "enumerate": true,
		"filter": true, "float": true, "frozenset": true, "hex": true, "int": true, "len": true, "list": true, "map": true, "max": true, "min": true, "oct": true,
		"ord": true, "pow": true, "range": true, "repr": true, "reversed": true, "round": true, "set": true, "slice": true, "sorted": true, "str": true,
		"sum": true, "tuple": true, "zip": true,
	},
	"math":          {"*": true},
	"operator":      {"*": true},
	"string":        {"*": true},
	"plan-rewrites": {"*": true},
	"json":          {"loads": true, "dumps": true},
}

func pureCall(c *ir.Call) bool {
	switch {
	case c.Fn.Worker || c.Fn.Narrow || c.Fn.Combine || c.Fn.Output:
		return false
	case c.Fn.Class != nil:
		return pureClasses[c.Fn.Class.Name] && !clockMethods[c.Fn.Name]
	case c.Fn.Module == "re": // a pattern that is not always the same is kept
		_, literal := textValue(unconverted(c.Args[0]))
		return literal
	}
	of := pureFunctions[c.Fn.Module]
	return of["*"] || of[c.Fn.Name]
}
