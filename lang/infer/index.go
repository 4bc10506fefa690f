package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// index types x[i].
func (c *checker) index(e *syntax.Index) ir.Expr {
	if key, ok := globalsKey(c.frame.scope, e); ok {
		return c.globalsItem(key)
	}
	x := c.expr(e.X)
	if types.IsBad(typeOf(x)) { // it may take what no other does: frame.iloc[i, :]
		return c.bad(e.Span)
	}
	if out, ok := c.indexObject(x, e); ok {
		return out
	}
	if alias, ok := c.typeAlias(x, e.Span); ok {
		return alias
	}
	x = c.asValue(x, e.X.Pos())
	t := typeOf(x)
	if types.IsOptional(t) {
		x = c.notNone(x, noneIndexed)
		t = typeOf(x)
	}
	if sl, ok := e.I.(*syntax.Slice); ok {
		return c.slice(x, sl, e)
	}
	i := c.value(e.I)
	if types.IsBad(t) || types.IsBad(typeOf(i)) {
		return c.bad(e.Span)
	}
	if nothing(t) {
		return c.neverAfter(e.Span, x, i)
	}
	get := &ir.GetItem{X: ir.X{At: e.Span}, V: x}
	n, _ := t.(*types.Named)
	switch {
	case className(typeOf(i)) == "slice" && c.classOf(t) == nil:
		return c.sliceBy(x, i, e)
	case n == nil:
	case types.IsAny(typeOf(i)) && c.slices && sliceable[n.Name]:
		c.uses("[]")
		get.V, get.I, get.T = c.convertLater(x, types.Any), i, types.Any
		return get
	case n.Name == "tuple":
		return c.tupleIndex(x, n, i, e)
	case n.Name == "list" || n.Name == "tuple..." || n.Name == "ResultIterable":
		get.T, get.I = n.Args[0], c.convertIndex(n.Name, i)
		return get
	case n.Name == "str" || n.Name == "bytes" || n.Name == "range":
		get.T, get.I = types.Int, c.convertIndex(n.Name, i)
		if n.Name == "str" {
			get.T = types.Str
		}
		return get
	case n.Name == "dict":
		return c.dictIndex(get, n, i)
	case n.Name == "Environ":
		get.T, get.I = types.Str, c.convertArg(i, types.Str)
		return get
	case n.Name == "Any":
		c.uses("[]")
		if c.defaultDicts {
			c.putBoxed(&c.boxedPuts.key, typeOf(i))
		}
		get.T, get.I = types.Any, c.convertLater(i, types.Any)
		return get
	}
	if out := c.tryMethod(x, "__getitem__", i, e.Span); out != nil {
		return out
	}
	c.notSubscriptable(x, e)
	return c.bad(e.Span)
}

// sliceable are the types whose index may be a slice.
var sliceable = map[string]bool{"list": true, "tuple": true, "tuple...": true, "str": true, "bytes": true, "range": true}

// makesSlices notes that the script makes slices that are values.
func (c *checker) makesSlices() {
	if !c.slices {
		c.slices, c.changed = true, true
	}
}

func (c *checker) notSubscriptable(x ir.Expr, e *syntax.Index) {
	d := c.errorf(e.Span, "DS307", "'%s' object is not subscriptable", typeOf(x))
	c.hintNone(d, x)
	c.origin(d, x)
}

func (c *checker) dictIndex(get *ir.GetItem, n *types.Named, i ir.Expr) ir.Expr {
	get.T = n.Args[1]
	if c.defaultDicts {
		c.put(n.Args[0], typeOf(i))
	}
	kt := types.Resolve(n.Args[0])
	if k := c.classOf(typeOf(i)); k != nil && k.enum != nil && k.enum.mixin == className(kt) {
		i = c.plainValue(i)
	}
	if !types.Equal(typeOf(i), kt) && !types.IsAny(kt) && (types.IsNone(typeOf(i)) || types.IsNone(kt) || types.Equal(types.Join(typeOf(i), kt), types.Any)) {
		// a key of another type: compared as Python does
		get.V, get.I = c.convertLater(get.V, types.Any), c.convertLater(i, types.Any)
		value := get.T
		get.T = types.Any
		return &ir.Convert{X: ir.X{T: value, At: get.At}, V: get, Checked: true}
	}
	get.I = c.convertLater(i, n.Args[0])
	return get
}

func (c *checker) convertIndex(name string, i ir.Expr) ir.Expr {
	t := typeOf(i)
	if !c.assignable(t, types.Int) {
		c.errorf(i.Pos(), "DS307", "%s indices must be integers or slices, not %s", name, t)
		return c.bad(i.Pos())
	}
	text := name + " indices must be integers or slices, not NoneType"
	switch name {
	case "str":
		text = "string indices must be integers, not 'NoneType'"
	case "bytes":
		text = "byte indices must be integers or slices, not NoneType"
	}
	return c.convertTo(c.toInt(c.notNone(i, "%s", text)), types.Int)
}

// tupleIndex reads an element of a tuple of known length: by a constant its type is known.
func (c *checker) tupleIndex(x ir.Expr, n *types.Named, i ir.Expr, e *syntax.Index) ir.Expr {
	if k, ok := i.(*ir.Const); ok && types.IsInt(k.T) {
		at := k.Value.(int64)
		if at < 0 {
			at += int64(len(n.Args))
		}
		if at < 0 || at >= int64(len(n.Args)) {
			if x, ok := c.ofAnyLength(x); ok {
				t, _ := types.Is(typeOf(x), "tuple...")
				return &ir.GetItem{X: ir.X{T: t.Args[0], At: e.Span}, V: x, I: i}
			}
			c.errorf(e.I.Pos(), "DS308", "tuple index out of range: %s has %d elements", n, len(n.Args))
			return c.bad(e.Span)
		}
		return &ir.TupleGet{X: ir.X{T: n.Args[at], At: e.Span}, V: x, N: int(at)}
	}
	t := c.tupleOf(n)
	return &ir.GetItem{X: ir.X{T: t.Args[0], At: e.Span}, V: c.convertLater(x, t), I: c.convertIndex("tuple", i)}
}

func (c *checker) sliceBound(e syntax.Expr) ir.Expr {
	if e == nil {
		return nil
	}
	v := c.value(e)
	return c.sliceBoundOf(v)
}

// sliceBoundOf is a part of a slice: nil for None.
func (c *checker) sliceBoundOf(v ir.Expr) ir.Expr {
	switch t := typeOf(v); {
	case types.IsNone(t):
		return nil
	case types.IsAny(t):
		return c.callBuiltin(c.ix.Modules["builtins"].Members["_slice_bound"], []argument{{val: v, at: v.Pos()}}, v.Pos())
	case types.IsOptional(t) && c.assignable(types.Unwrap(t), types.Int):
		return c.convertTo(v, types.Optional(types.Int))
	case !c.assignable(t, types.Int):
		c.errorf(v.Pos(), "DS307", "slice indices must be integers or None, not %s", t)
		return c.bad(v.Pos())
	}
	return c.convertTo(c.toInt(v), types.Int)
}

// sliceBy is x[s] of a slice object.
func (c *checker) sliceBy(x, s ir.Expr, e *syntax.Index) ir.Expr {
	pre := &prelude{}
	if hasParts(s) {
		tmp := c.temp(s)
		pre.sets = append(pre.sets, tmp.set.(*ir.Assign))
		s = tmp.read()
	}
	part := func(name string) ir.Expr {
		f := c.ix.Classes["slice"].Members[name].Funcs[0]
		return &ir.Field{X: ir.X{T: f.Result, At: e.Span}, V: s, Name: name, Decl: f}
	}
	return pre.wrap(c.sliced(x, part("start"), part("stop"), part("step"), e))
}

func (c *checker) slice(x ir.Expr, sl *syntax.Slice, e *syntax.Index) ir.Expr {
	return c.sliced(x, c.sliceBound(sl.Lo), c.sliceBound(sl.Hi), c.sliceBound(sl.Step), e)
}

func (c *checker) sliced(x, lo, hi, step ir.Expr, e *syntax.Index) ir.Expr {
	out := &ir.GetSlice{X: ir.X{T: typeOf(x), At: e.Span}, V: x, Lo: lo, Hi: hi, Step: step}
	n, _ := typeOf(x).(*types.Named)
	switch {
	case n == nil:
	case n.Name == "list" || n.Name == "str" || n.Name == "bytes" || n.Name == "tuple..." || n.Name == "Any" || n.Name == "range":
		return out
	case n.Name == "tuple":
		return c.tupleSlice(x, n, out)
	case n.Name == "struct_time": // a tuple whose parts have names
		out.V = c.partsOfTime(x)
		out.T = typeOf(out.V)
		return out
	case types.IsBad(n), types.IsNever(n):
		return x
	}
	c.notSubscriptable(x, e)
	return c.bad(e.Span)
}

// tupleSlice makes a tuple of the elements where the bounds are constants.
func (c *checker) tupleSlice(x ir.Expr, n *types.Named, out *ir.GetSlice) ir.Expr {
	places, ok := constSlice(out, len(n.Args))
	if ok && !hasParts(x) {
		var elts []ir.Expr
		for _, i := range places {
			elts = append(elts, &ir.TupleGet{X: ir.X{T: n.Args[i], At: out.At}, V: x, N: i})
		}
		return c.tuple(elts, out.At)
	}
	t := c.tupleOf(n)
	out.V, out.T = c.convertLater(x, t), t
	return out
}

// constSlice lists the places of a slice of a tuple of n elements, if its bounds and its step are constants.
func constSlice(e *ir.GetSlice, n int) (places []int, ok bool) {
	step, ok1 := constBound(e.Step, 1)
	first, last := 0, n
	if step < 0 {
		first, last = n-1, -1
	}
	lo, ok2 := constBound(e.Lo, first)
	hi, ok3 := constBound(e.Hi, last)
	if !ok1 || !ok2 || !ok3 || step == 0 {
		return nil, false
	}
	clip := func(i int, absent bool) int {
		switch {
		case absent:
			return i
		case i < 0:
			i += n
		}
		if step < 0 {
			return max(-1, min(i, n-1))
		}
		return max(0, min(i, n))
	}
	hi = clip(hi, e.Hi == nil)
	for i := clip(lo, e.Lo == nil); step > 0 && i < hi || step < 0 && i > hi; i += step {
		places = append(places, i)
	}
	return places, true
}

// constBound is a part of a slice that is a constant, or absent.
func constBound(e ir.Expr, absent int) (int, bool) {
	if e == nil {
		return absent, true
	}
	if conv, ok := e.(*ir.Convert); ok {
		e = conv.V
	}
	k, ok := e.(*ir.Const)
	if !ok {
		return 0, false
	}
	i, ok := k.Value.(int64)
	return int(max(-1<<30, min(i, 1<<30))), ok
}
