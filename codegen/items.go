package codegen

import (
	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// getItem is v[i].
func (w *fn) getItem(e *ir.GetItem) ex {
	switch n := typeName(e.V.Type()); n {
	case "str":
		v := w.expr(e.V)
		return w.g.py("StrAt").call(v, w.wordOf(e.I, "Index"))
	case "list", "bytes", "tuple...", "range":
		if isArgv(e.V) {
			return w.g.py("SysArgvAt").call(w.wordOf(e.I, "Index"))
		}
		v := w.expr(e.V)
		return v.method("At", w.wordOf(e.I, "Index"))
	case "dict":
		v := w.expr(e.V)
		return v.method("At", w.expr(e.I))
	case "tuple":
		v := w.expr(e.V)
		return w.g.unbox(v.method("At", w.wordOf(e.I, "Index")), e.Type())
	}
	return w.g.unbox(w.g.py("DynGetItem").call(w.dynArgs(e.V, e.I)...), e.Type())
}

// isArgv reports sys.argv, which has functions for what most scripts do with it.
func isArgv(e ir.Expr) bool {
	a, ok := e.(*ir.ModAttr)
	return ok && a.Module == "sys" && a.Name == "argv"
}

// getSlice is v[lo:hi:step].
func (w *fn) getSlice(v, lo, hi, step ir.Expr) ex {
	switch n := typeName(v.Type()); n {
	case "str":
		s := w.expr(v)
		return w.g.py("StrSlice").call(append([]ex{s}, w.bound3(lo, hi, step)...)...)
	case "Any":
		s := w.expr(v)
		return w.g.py("DynSlice").call(append([]ex{s}, w.bound3(lo, hi, step)...)...)
	case "tuple":
		return w.tupleSlice(v, lo, hi, step)
	}
	s := w.expr(v)
	return w.goMethod(v.Type(), s, "Slice", w.bound3(lo, hi, step)...)
}

// tupleSlice cuts a tuple of known length at constant bounds.
func (w *fn) tupleSlice(v, lo, hi, step ir.Expr) ex {
	elems := types.Resolve(v.Type()).(*types.Named).Args
	at := func(e ir.Expr, none int) int {
		n, ok := int64(none), e == nil
		if e != nil {
			n, ok = intConst(e)
		}
		if !ok || step != nil {
			fail("a slice of a tuple with bounds that are not constants")
		}
		if n < 0 {
			n += int64(len(elems))
		}
		return int(min(max(n, 0), int64(len(elems))))
	}
	from, to := at(lo, 0), at(hi, len(elems))
	t := w.stable(v, "t")
	var out []ex
	for i := from; i < to; i++ {
		out = append(out, w.elementOf(t(), len(elems), i, elems[i]))
	}
	return w.makeTuple(out)
}

// bound3 are the parts of a slice as optionals.
func (w *fn) bound3(parts ...ir.Expr) []ex {
	out := make([]ex, len(parts))
	for i, p := range parts {
		switch {
		case p == nil:
			out[i] = w.g.py("Nothing").index(jen.Int64()).call()
		case types.IsOptional(p.Type()):
			out[i] = w.expr(p)
		default:
			out[i] = w.g.py("Some").call(w.sliceBound(p))
		}
	}
	return out
}

// fstring joins the parts of a formatted string.
func (w *fn) fstring(e *ir.FString) ex {
	var out ex
	for i, p := range e.Parts {
		part := w.fpart(p)
		if i == 0 {
			out = part
			continue
		}
		out = binary("+", precAdd, out, part)
	}
	if len(e.Parts) == 0 {
		return prim(quoted(""))
	}
	return out
}

func (w *fn) fpart(p ir.FPart) ex {
	if p.V == nil {
		return prim(quoted(p.Text))
	}
	conv := map[byte]string{'r': "Repr", 's': "Str", 'a': "Ascii"}
	if p.Spec == nil {
		name := conv[p.Conv]
		if name == "" {
			name = "Str"
			if t := typeName(p.V.Type()); t == "Any" || w.g.userIR[t] != nil {
				name = "Formatted"
			}
		}
		return w.generic1(name, p.V)
	}
	if p.Conv != 0 {
		v := w.generic1(conv[p.Conv], p.V)
		return w.g.py("FormatSpecStr").call(v, w.expr(p.Spec))
	}
	fast := map[string]string{"int": "FormatSpecInt", "float": "FormatSpecFloat", "str": "FormatSpecStr", "bigint": "FormatSpecBig"}
	if name, ok := fast[typeName(p.V.Type())]; ok {
		v := w.expr(p.V)
		return w.g.py(name).call(v, w.expr(p.Spec))
	}
	v := w.boxed(p.V)
	return w.g.py("FormatSpec").call(v, w.expr(p.Spec))
}

// propertyOf finds the declaration of an attribute that is assigned to.
func propertyOf(v ir.Expr, name string) *api.Func {
	n, ok := types.Resolve(v.Type()).(*types.Named)
	if !ok {
		return nil
	}
	ix := api.Load()
	if c, ok := ix.Classes[n.Name]; ok {
		if o, _ := ix.Lookup(c, name); o != nil {
			return o.Funcs[0]
		}
	}
	return nil
}

// isInstance tests the class of a boxed value.
func (w *fn) isInstance(e *ir.IsInstance) ex {
	args := []ex{w.boxed(e.V)}
	for _, c := range e.Classes {
		args = append(args, prim(quoted(c)))
	}
	return w.g.py("IsInstance").call(args...)
}
