package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// owner returns the frame that holds a name assigned in the current frame: the frame itself
// unless the name is declared global or nonlocal.
func (c *checker) owner(name string) *frame {
	f := c.frame
	if f.scope.global[name] {
		return c.root()
	}
	if f.scope.nonlocal[name] {
		for p := f.parent; p != nil; p = p.parent {
			if p.scope.bound[name] && !p.scope.nonlocal[name] && !p.scope.global[name] {
				return p
			}
		}
	}
	return f
}

// bind records that a place assigns a value of type t to a name.
func (c *checker) bind(name string, at syntax.Span, t types.Type) *site {
	f := c.owner(name)
	s := f.site(name, at)
	s.store(t)
	if s.v.flag != nil {
		c.bound = append(c.bound, s.v)
	}
	if f == c.frame && f.state != nil {
		f.state[name] = flow{sites: []*site{s}, cur: t}
		for _, tr := range f.traps {
			tr.state = merge(tr.state, f.state.copy())
		}
	}
	return s
}

// bindStatic binds a name to what has no value at run time: a function, class or module.
func (c *checker) bindStatic(name string, at syntax.Span, t types.Type, fn *function) {
	s := c.bind(name, at, t)
	s.fn = fn
}

// store makes the assignment of a value to a name.
func (c *checker) store(n *syntax.Name, v ir.Expr, at syntax.Span) []ir.Stmt {
	v, before := c.storedFunction(n, v)
	t := typeOf(v)
	s := c.bind(n.Id, n.Span, t)
	if len(before) > 0 {
		return before
	}
	if types.IsBad(t) || !c.isValue(t) {
		return nil
	}
	target := &ir.VarTarget{}
	conv := &ir.Convert{X: ir.X{T: t, At: v.Pos()}, V: v}
	c.boxes(t, s.storage)
	c.later = append(c.later, func() {
		target.Var = c.final(s)
		conv.T = target.Var.Type
	})
	return []ir.Stmt{&ir.Assign{S: ir.S{At: at}, Target: target, Value: conv}}
}

// storedFunction prepares a function to be stored in a variable: it is boxed if the variable holds
// others too, and so is a method whose variable other functions use. Of a method the object is
// evaluated now: before is that assignment.
func (c *checker) storedFunction(n *syntax.Name, v ir.Expr) (out ir.Expr, before []ir.Stmt) {
	if !isFunction(typeOf(v)) {
		return v, nil
	}
	owner := c.owner(n.Id)
	if types.IsAny(owner.site(n.Id, n.Span).storage()) {
		return c.box(v), nil
	}
	if let, ok := v.(*ir.Let); ok && !c.isValue(typeOf(v)) {
		return c.box(let), nil
	}
	b, ok := typeOf(v).(*types.Builtin)
	if !ok {
		return v, nil
	}
	recv, ok := b.Recv.(ir.Expr)
	if !ok {
		return v, nil
	}
	if owner != c.frame || c.frame.scope.shared[n.Id] {
		return c.box(v), nil
	}
	s, set := c.keepValue(b.Name+" object", n.Span, recv)
	set.At = n.Span
	kept := &types.Builtin{Name: b.Name, Decl: b.Decl, Recv: c.readKept(s, n.Span)}
	return ref(kept, v.Pos()), []ir.Stmt{set}
}

// readKept reads the object of a method that a variable holds: by one expression in all rounds, as
// the types of two methods are the same only if they are of one object.
func (c *checker) readKept(s *site, at syntax.Span) ir.Expr {
	local := c.kept[s]
	if local == nil {
		local = &ir.Local{X: ir.X{At: at}}
		c.kept[s] = local
	}
	local.T = s.storage()
	c.later = append(c.later, func() {
		local.Var = c.final(s)
		local.T = local.Var.Type
	})
	return local
}

// isValue reports whether a type's values exist at run time. A function in lexical reach is
// called by its name; one that another function returned is a value.
func (c *checker) isValue(t types.Type) bool {
	switch t := types.Resolve(t).(type) {
	case *types.Module, *types.Class, *types.Builtin:
		return false
	case *types.Func:
		fn, ok := t.Fn.(*function)
		return ok && !c.inReach(fn)
	}
	return true
}

// inReach reports a function that is called by its name here. Go's functions do not see what a written function of the
// module's level holds, so that such a one is boxed as soon as another function has to do with it.
func (c *checker) inReach(fn *function) bool {
	if fn.holds && c.frame != fn.frame {
		c.makeDynamic(fn)
	}
	return c.reaches(fn.frame)
}

// reaches reports whether a frame encloses the current one.
func (c *checker) reaches(f *frame) bool {
	for p := c.frame; p != nil; p = p.parent {
		if p == f {
			return true
		}
	}
	return f.parent == nil // a module's
}

func (c *checker) assignStmt(s *syntax.Assign) []ir.Stmt {
	if out, ok := c.assignLambda(s); ok {
		return out
	}
	if out, ok := c.assignGlobalsItem(s); ok {
		return out
	}
	if out, ok := c.assignEnum(s); ok {
		return out
	}
	if p := defaultsOf(s.Targets[0]); p != nil && len(s.Targets) == 1 && c.setNewDefaults(p, s) {
		return nil
	}
	v := c.expr(s.Value)
	if len(s.Targets) == 1 {
		return c.assign(s.Targets[0], v, s.Span)
	}
	if isFunction(typeOf(v)) {
		v = c.box(v)
	}
	// a = b = value: the value is computed once
	tmp := c.temp(v)
	out := []ir.Stmt{tmp.set}
	for _, t := range s.Targets {
		out = append(out, c.assign(t, tmp.read(), s.Span)...)
	}
	return out
}

// assignLambda treats name = lambda …: as a def of that name.
func (c *checker) assignLambda(s *syntax.Assign) ([]ir.Stmt, bool) {
	lam, ok := s.Value.(*syntax.Lambda)
	if !ok || len(s.Targets) != 1 {
		return nil, false
	}
	n, ok := s.Targets[0].(*syntax.Name)
	if !ok || c.owner(n.Id) != c.frame {
		return nil, false
	}
	fn := c.function(lam, n.Id, lam.Params, nil, lam.Body)
	fn.named = true
	return c.define(fn, n.Id, n.Span, s.Span), true
}

// temporary is a variable that the script does not have.
type temporary struct {
	v   *ir.Var
	set ir.Stmt
	at  syntax.Span
}

func (c *checker) temp(v ir.Expr) *temporary {
	t := &temporary{v: &ir.Var{Name: "tmp", Type: typeOf(v), Def: v.Pos()}, at: v.Pos()}
	if c.frame.inst != nil {
		t.v.Owner = c.frame.inst.ir
	}
	t.set = &ir.Assign{S: ir.S{At: v.Pos()}, Target: &ir.VarTarget{Var: t.v}, Value: v}
	c.later = append(c.later, func() { t.v.Type = types.Resolve(v.Type()) })
	return t
}

func (t *temporary) read() ir.Expr {
	return &ir.Local{X: ir.X{T: t.v.Type, At: t.at}, Var: t.v}
}

// assign stores a value in any target of an assignment statement.
func (c *checker) assign(t syntax.Expr, v ir.Expr, at syntax.Span) []ir.Stmt {
	switch t := t.(type) {
	case *syntax.Name:
		return c.store(t, v, at)
	case *syntax.Index:
		v = c.box(v)
		if types.IsBad(typeOf(v)) {
			c.expr(t.X)
			return nil
		}
		if _, ok := t.I.(*syntax.Slice); ok {
			return c.assignSlice(t, v, at)
		}
		if out, ok := c.setObjectItem(t, v, at); ok {
			return out
		}
		target, val := c.itemStore(t, v)
		if target == nil {
			return nil
		}
		return []ir.Stmt{&ir.Assign{S: ir.S{At: at}, Target: target, Value: val}}
	case *syntax.Tuple, *syntax.List:
		v = c.fitting(c.unpackable(v), t)
		target := c.target(t, typeOf(v))
		if target == nil || types.IsBad(typeOf(v)) {
			return nil
		}
		return []ir.Stmt{&ir.Assign{S: ir.S{At: at}, Target: target, Value: v}}
	case *syntax.Attr:
		return c.assignAttr(t, v, at)
	}
	return nil
}

func (c *checker) assignSlice(t *syntax.Index, v ir.Expr, at syntax.Span) []ir.Stmt {
	sl := t.I.(*syntax.Slice)
	x := c.expr(t.X)
	x = c.notNone(x, noneItemSet)
	target := &ir.SliceTarget{V: x, Lo: c.sliceBound(sl.Lo), Hi: c.sliceBound(sl.Hi), Step: c.sliceBound(sl.Step)}
	if types.IsAny(typeOf(x)) {
		c.putAllBoxed(typeOf(v))
		return []ir.Stmt{&ir.Assign{S: ir.S{At: at}, Target: target, Value: c.convertLater(v, types.Any)}}
	}
	l, ok := types.Is(typeOf(x), "list")
	if !ok {
		if !types.IsBad(typeOf(x)) {
			c.noItemAssignment(t.Span, typeOf(x))
		}
		return nil
	}
	if cell, open := l.Args[0].(*types.Var); open { // a list that takes other elements, too
		if elem, ok := c.elem(v); ok {
			c.put(cell, elem)
		}
	}
	val := c.convertArg(v, types.Iterable(l.Args[0]))
	return []ir.Stmt{&ir.Assign{S: ir.S{At: at}, Target: target, Value: val}}
}

// target makes the target of unpacking, a loop or a comprehension: values of type t arrive.
func (c *checker) target(e syntax.Expr, t types.Type) ir.Target {
	switch e := e.(type) {
	case *syntax.Name:
		s := c.bind(e.Id, e.Span, t)
		out := &ir.VarTarget{From: t}
		c.later = append(c.later, func() { out.Var, out.From = c.final(s), types.Resolve(t) })
		return out
	case *syntax.Tuple:
		return c.unpack(e.Elts, t, e.Span)
	case *syntax.List:
		return c.unpack(e.Elts, t, e.Span)
	case *syntax.Index:
		return c.itemTarget(e, t)
	case *syntax.Attr:
		return c.attrTarget(e, t)
	}
	c.unsupported(e.Pos(), "this target").WithHint("assign to a name")
	return nil
}

func (c *checker) unpack(elts []syntax.Expr, t types.Type, at syntax.Span) ir.Target {
	return c.unpackTo(elts, t, at, c.target)
}

// unpackTo is unpack into what target makes of each target.
func (c *checker) unpackTo(elts []syntax.Expr, t types.Type, at syntax.Span, target func(syntax.Expr, types.Type) ir.Target) ir.Target {
	out := &ir.TupleTarget{Star: -1}
	if types.IsOptional(t) {
		t, out.None = types.Unwrap(t), noneUnpacked
	}
	out.From = t
	if as := c.unpacker(t, at); as != nil {
		out.As = as.Func
		t = typeOf(as)
		out.From = t
		c.later = append(c.later, func() { out.From = as.Func.Result })
	}
	for i, e := range elts {
		if _, ok := e.(*syntax.Star); ok {
			out.Star = i
		}
	}
	tup, known := types.Is(t, "tuple")
	if known && !c.unpackLength(len(tup.Args), len(elts), out.Star >= 0, at) {
		known, t = false, types.Bad
	}
	var elem types.Type = types.Bad
	if !known && !types.IsBad(t) {
		elem = c.elemOf(t, at, "cannot unpack")
	}
	for i, e := range elts {
		switch st, isStar := e.(*syntax.Star); {
		case isStar && known:
			rest := tup.Args[i : len(tup.Args)-(len(elts)-1-i)]
			out.Elts = append(out.Elts, target(st.X, c.restList(out, joinAll(rest), e.Pos())))
		case isStar:
			out.Elts = append(out.Elts, target(st.X, c.restList(out, elem, e.Pos())))
		case known && out.Star >= 0 && i > out.Star:
			out.Elts = append(out.Elts, target(e, tup.Args[len(tup.Args)-(len(elts)-i)]))
		case known:
			out.Elts = append(out.Elts, target(e, tup.Args[i]))
		default:
			out.Elts = append(out.Elts, target(e, elem))
		}
	}
	for _, e := range out.Elts {
		if e == nil {
			return nil
		}
	}
	return out
}

// restList is the list that a target with a star takes, into which later lines may put more.
func (c *checker) restList(out *ir.TupleTarget, elem types.Type, at syntax.Span) types.Type {
	cell := c.cell(at, 0, "the elements of this list")
	c.put(cell, elem)
	rest := types.List(cell)
	c.later = append(c.later, func() { out.Rest = types.Resolve(rest) })
	return rest
}

// unpackLength checks that a tuple of n elements fits its targets.
func (c *checker) unpackLength(n, targets int, star bool, at syntax.Span) bool {
	switch {
	case star && n >= targets-1, !star && n == targets:
		return true
	case n < targets:
		c.errorf(at, "DS310", "not enough values to unpack (expected %d, got %d)", targets, n)
	default:
		c.errorf(at, "DS310", "too many values to unpack (expected %d, got %d)", targets, n)
	}
	return false
}

func joinAll(ts []types.Type) types.Type {
	var t types.Type = types.Never
	for _, x := range ts {
		t = types.Join(t, x)
	}
	return t
}

// itemTarget makes X[I] a target into which values of type t are stored (nil for del).
func (c *checker) itemTarget(e *syntax.Index, t types.Type) ir.Target {
	if sl, ok := e.I.(*syntax.Slice); ok {
		x := c.notNone(c.expr(e.X), noneItemSet)
		if _, isList := types.Is(typeOf(x), "list"); !isList && !types.IsAny(typeOf(x)) && !types.IsBad(typeOf(x)) && !nothing(typeOf(x)) {
			c.noItemAssignment(e.Span, typeOf(x))
			x = c.bad(e.X.Pos())
		}
		if l, ok := types.Is(typeOf(x), "list"); ok && t != nil {
			t = types.Unwrap(types.Resolve(t))
			if elem, ok := elementType(t); ok {
				c.put(l.Args[0], elem)
			} else if !c.unknown(t) && !isOpen(t) {
				c.errorf(e.Span, "DS302", "can only assign an iterable, not %s", t).WithHint("assign it in a statement of its own, as a list")
			}
		}
		return &ir.SliceTarget{V: x, Lo: c.sliceBound(sl.Lo), Hi: c.sliceBound(sl.Hi), Step: c.sliceBound(sl.Step)}
	}
	x, i := c.expr(e.X), c.expr(e.I)
	if k := c.classOf(types.Unwrap(typeOf(x))); k != nil {
		return c.objectItem(c.itemOf(x, t), k, i, t, e)
	}
	x = c.itemOf(x, t)
	xt := typeOf(x)
	switch n, _ := xt.(*types.Named); {
	case n == nil || types.IsBad(xt):
		return nil
	case n.Name == "list":
		i = c.convertArg(i, types.Int)
		if t != nil {
			c.put(n.Args[0], t)
		}
	case n.Name == "dict":
		c.hashable(typeOf(i), e.I.Pos())
		c.put(n.Args[0], typeOf(i))
		i = c.convertLater(i, n.Args[0])
		if t != nil {
			c.put(n.Args[1], t)
		}
	case n.Name == "Any":
		c.uses("[]=")
		c.uses("del")
		if t != nil {
			c.putItemBoxed(typeOf(i), t)
		}
		i = c.convertArg(i, types.Any)
	case n.Name == "Environ" && t != nil:
		i = c.convertArg(i, types.Str)
	default:
		key, value, ok := c.declaredItem(xt)
		if !ok {
			c.noItemAssignment(e.Span, xt)
			return nil
		}
		c.put(key, typeOf(i))
		i = c.convertLater(i, key)
		if t != nil {
			c.put(value, t)
		}
	}
	return &ir.ItemTarget{V: x, I: i}
}

// itemOf is what an item is stored in, or deleted from where there is no type of what is stored.
func (c *checker) itemOf(x ir.Expr, stored types.Type) ir.Expr {
	if stored == nil {
		return c.notNone(x, noneItemGone)
	}
	return c.notNone(x, noneItemSet)
}

// itemStore makes X[I] = v, converting v to what the container holds.
func (c *checker) itemStore(e *syntax.Index, v ir.Expr) (ir.Target, ir.Expr) {
	target := c.itemTarget(e, typeOf(v))
	it, ok := target.(*ir.ItemTarget)
	if !ok {
		return nil, nil
	}
	return it, c.convertLater(v, c.itemType(typeOf(it.V)))
}

// itemType is what X[I] = v stores.
func (c *checker) itemType(t types.Type) types.Type {
	n := t.(*types.Named)
	switch n.Name {
	case "list":
		return n.Args[0]
	case "dict":
		return n.Args[1]
	case "Environ":
		return types.Str
	}
	if _, value, ok := c.declaredItem(t); ok {
		return value
	}
	return types.Any
}

func (c *checker) augAssign(s *syntax.AugAssign) []ir.Stmt {
	if out, ok := c.augGlobalsItem(s); ok {
		return out
	}
	switch t := s.Target.(type) {
	case *syntax.Name:
		cur := c.expr(t)
		val := c.expr(s.Value)
		if out, ok := c.inPlace(cur, s.Op, val, s.Span); ok {
			return out
		}
		return c.store(t, c.inPlaceBinary(s.Op, cur, val, s.Span), s.Span)
	case *syntax.Index:
		if sl, ok := t.I.(*syntax.Slice); ok {
			return c.augSlice(t, sl, s)
		}
		return c.augItem(t, s)
	case *syntax.Attr:
		return c.augAttr(t, s)
	}
	return nil
}

// inPlaceMethods are the methods that do what an operator does to its left operand in place.
var inPlaceMethods = map[string]string{
	"list +": "extend", "list *": "__imul__", "deque +": "extend", "deque *": "__imul__", "dict |": "update", "Accumulator +": "add",
	"Counter +": "__iadd__", "Counter -": "__isub__", "Counter |": "__ior__", "Counter &": "__iand__",
	"set |": "update", "set &": "intersection_update", "set -": "difference_update", "set ^": "symmetric_difference_update",
}

// inPlace handles the operators that change their left operand: those of lists, sets, dicts and Counters, and +=
// of an accumulator.
func (c *checker) inPlace(cur ir.Expr, op string, val ir.Expr, at syntax.Span) ([]ir.Stmt, bool) {
	if inner := className(types.Unwrap(typeOf(cur))); types.IsOptional(typeOf(cur)) && inPlaceMethods[inner+" "+op] != "" {
		cur = c.notNone(cur, noneOperand, op+"=", operandsWithNone(typeOf(val), true, "and"))
	}
	name := className(typeOf(cur))
	method := inPlaceMethods[name+" "+op]
	if method == "" || name == "set" && className(typeOf(val)) != "set" && className(typeOf(val)) != "frozenset" {
		return nil, false
	}
	call := c.method(cur, method, []argument{{val: val, at: val.Pos()}}, at, at)
	if types.IsBad(typeOf(call)) {
		return nil, true
	}
	return []ir.Stmt{&ir.ExprStmt{S: ir.S{At: at}, V: call}}, true
}

func (c *checker) augItem(t *syntax.Index, s *syntax.AugAssign) []ir.Stmt {
	if out, ok := c.augObjectItem(t, s); ok {
		return out
	}
	target, ok := c.itemTarget(t, nil).(*ir.ItemTarget)
	if !ok {
		c.expr(s.Value)
		return nil
	}
	elem := c.itemType(typeOf(target.V))
	cur := &ir.Current{X: ir.X{T: elem, At: t.Span}}
	val := c.expr(s.Value)
	if name := className(elem); name == "deque" || name == "Counter" {
		read := &ir.GetItem{X: cur.X, V: target.V, I: target.I}
		if out, ok := c.inPlace(read, s.Op, val, s.Span); ok {
			return out
		}
	}
	if types.IsAny(typeOf(target.V)) {
		c.putResultBoxed(s.Op, typeOf(target.I), typeOf(val))
	}
	v := c.inPlaceBinary(s.Op, cur, val, s.Span)
	if types.IsBad(typeOf(v)) {
		return nil
	}
	c.put(elem, typeOf(v))
	return []ir.Stmt{&ir.AugItem{S: ir.S{At: s.Span}, Target: target, Value: c.convertLater(v, elem)}}
}
