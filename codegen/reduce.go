package codegen

import (
	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// reducer is the function that merges two values of a key. A lambda without captured variables
// becomes a function of the package; the stage and the shuffle behind it call it by name.
func (w *fn) reducer(e *ir.StageCall) (arg ex, ref func(*fn) *jen.Statement) {
	arg0 := e.Call.Args[0]
	if sig, ok := signature(arg0.Type()); ok && types.IsNone(sig.Result) {
		return w.withNone(arg0, sig), func(in *fn) *jen.Statement { return in.withNone(arg0, sig).Statement }
	}
	if fv, ok := plainFunc(arg0); ok && !w.g.used.needsOuter(fv.Func) && (isTopLevel(fv.Func) || fv.Func.Lambda || fv.Func.Wrapper) {
		name := w.g.reducerName(fv.Func, e.Stage.Name)
		return prim(jen.Id(name)), func(*fn) *jen.Statement { return jen.Id(name) }
	}
	if w.simple(arg0) {
		return w.expr(arg0), func(in *fn) *jen.Statement { return in.expr(arg0).Statement }
	}
	name := w.declare("merge", w.typed(arg0))
	return prim(jen.Id(name)), func(*fn) *jen.Statement { return jen.Id(name) }
}

// plainFunc looks through conversions that change nothing in Go.
func plainFunc(e ir.Expr) (*ir.FuncVal, bool) {
	if c, ok := e.(*ir.Convert); ok {
		want, ok1 := signature(c.Type())
		have, ok2 := signature(c.V.Type())
		if ok1 && ok2 && types.Equal(want.Result, have.Result) {
			return plainFunc(c.V)
		}
	}
	fv, ok := e.(*ir.FuncVal)
	return fv, ok
}

// reducerName is the package-level function of a reducer; equal lambdas share one.
func (g *generator) reducerName(f *ir.Func, stream string) string {
	if name, ok := g.funcNames[f]; ok {
		return name
	}
	if isTopLevel(f) {
		return g.topName(f)
	}
	key := g.text(f.At)
	for _, p := range f.Params {
		key += "\x00" + types.Key(p.Type)
	}
	if name, ok := g.reducers[key]; ok {
		return name
	}
	name := g.topTake(reducerVerb(f, stream))
	g.funcNames[f] = name
	g.reducers[key] = name
	g.writeFunc(f, name)
	return name
}

// reducerVerb names a reducer after what it does.
func reducerVerb(f *ir.Func, stream string) string {
	if len(f.Body) == 1 && len(f.Params) == 2 {
		if r, ok := f.Body[0].(*ir.Return); ok {
			v := r.V
			for {
				c, ok := v.(*ir.Convert)
				if !ok {
					break
				}
				v = c.V
			}
			switch v := v.(type) {
			case *ir.Binary:
				l, ok1 := v.L.(*ir.Local)
				r, ok2 := v.R.(*ir.Local)
				verb := map[string]string{"+": "add", "-": "subtract", "*": "multiply", "|": "union", "&": "intersect"}[v.Op]
				if ok1 && ok2 && l.Var != r.Var && verb != "" {
					return verb
				}
			case *ir.Call:
				if v.Recv == nil && (v.Fn.Name == "max" || v.Fn.Name == "min") {
					return v.Fn.Name + "_of"
				}
			}
		}
	}
	return "merge_" + stream
}
