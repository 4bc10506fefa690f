package infer

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

func (c *checker) none(at syntax.Span) ir.Expr {
	return &ir.Const{X: ir.X{T: types.None, At: at}}
}

func (c *checker) str(s string, at syntax.Span) ir.Expr {
	return &ir.Const{X: ir.X{T: types.Str, At: at}, Value: s}
}

var fieldName = regexp.MustCompile(`^[\pL_][\pL\pN_]*$`)

// formatted notes the attributes that a text reaches by name if it is a format, as "{0.month:02}" does.
func (c *checker) formatted(s string) {
	for _, field := range strings.Split(s, "{")[1:] {
		end := strings.IndexAny(field, "}:!")
		if end < 0 {
			continue
		}
		first, rest, _ := strings.Cut(field[:end], ".")
		if strings.ContainsAny(first, " \t\n\"',") {
			continue
		}
		for _, name := range strings.FieldsFunc(rest, func(r rune) bool { return r == '.' || r == '[' }) {
			if fieldName.MatchString(name) && !c.dynamicNames.get[name] {
				c.dynamicNames.get[name], c.changed = true, true
			}
		}
	}
}

func (c *checker) boolean(b bool, at syntax.Span) ir.Expr {
	return &ir.Const{X: ir.X{T: types.Bool, At: at}, Value: b}
}

// bad stands for an expression that an error was reported for.
func (c *checker) bad(at syntax.Span) ir.Expr {
	c.swallowed = true
	return &ir.Const{X: ir.X{T: types.Bad, At: at}}
}

// never stands for a value whose type is not known yet in this round.
func (c *checker) never(at syntax.Span) ir.Expr { return &ir.Const{X: ir.X{T: types.Never, At: at}} }

// expr types an expression.
func (c *checker) expr(e syntax.Expr) ir.Expr {
	if len(c.catching) > 0 {
		return c.excusing(e)
	}
	return c.plainExpr(e)
}

func (c *checker) plainExpr(e syntax.Expr) ir.Expr {
	switch e := e.(type) {
	case *syntax.Name:
		return c.name(e)
	case *syntax.IntLit:
		if v := c.constant(e); v != nil {
			return v
		}
		return c.intLit(e)
	case *syntax.FloatLit:
		f, _ := strconv.ParseFloat(strings.ReplaceAll(e.Text, "_", ""), 64)
		return &ir.Const{X: ir.X{T: types.Float, At: e.Span}, Value: f}
	case *syntax.ImagLit:
		f, _ := strconv.ParseFloat(strings.ReplaceAll(strings.TrimRight(e.Text, "jJ"), "_", ""), 64)
		return &ir.Const{X: ir.X{T: types.Complex, At: e.Span}, Value: complex(0, f)}
	case *syntax.StrLit:
		c.formatted(e.Value)
		return c.str(e.Value, e.Span)
	case *syntax.BytesLit:
		return &ir.Const{X: ir.X{T: types.Bytes, At: e.Span}, Value: e.Value}
	case *syntax.BoolLit:
		return c.boolean(e.Value, e.Span)
	case *syntax.NoneLit:
		return c.none(e.Span)
	case *syntax.FString:
		return c.fstring(e)
	case *syntax.Lambda:
		return c.lambda(e)
	case *syntax.Call:
		return c.call(e)
	case *syntax.Attr:
		return c.attr(e)
	case *syntax.Index:
		return c.index(e)
	case *heldExpr:
		return e.v
	}
	return c.operator(e)
}

func (c *checker) operator(e syntax.Expr) ir.Expr {
	switch e := e.(type) {
	case *syntax.Unary:
		if v := c.constant(e); v != nil {
			return v
		}
		return c.unary(e)
	case *syntax.Binary:
		if v := c.constant(e); v != nil {
			return v
		}
		l := c.expr(e.X)
		r := c.expr(e.Y)
		if e.Op == "|" && c.isUnion(e, l, r) {
			return ref(&types.Module{Name: "typing.Union"}, e.Span)
		}
		return c.binary(e.Op, l, r, e.Span)
	case *syntax.BoolOp:
		return c.boolOp(e)
	case *syntax.Compare:
		return c.compare(e)
	case *syntax.IfExp:
		return c.ifExp(e)
	case *syntax.NamedExpr:
		v := c.expr(e.Value)
		s := c.bind(e.Target.Id, e.Target.Span, typeOf(v))
		stored := &ir.Convert{X: ir.X{T: typeOf(v), At: e.Span}, V: v}
		out := &ir.Assigned{X: ir.X{T: typeOf(v), At: e.Span}, V: stored}
		c.later = append(c.later, func() {
			out.Var = c.final(s)
			out.T, stored.T = out.Var.Type, out.Var.Type
		})
		var read ir.Expr = out
		if n := len(c.bound); n > 0 && c.bound[n-1] == s.v { // the statement may read it
			c.bound = c.bound[:n-1]
			read = &ir.Let{X: out.X, Sets: []*ir.Assign{c.setFlag(s.v, true, e.Span).(*ir.Assign)}, V: out}
		}
		return &ir.Convert{X: ir.X{T: typeOf(v), At: e.Span}, V: read}
	}
	return c.display(e)
}

func (c *checker) display(e syntax.Expr) ir.Expr {
	switch e := e.(type) {
	case *syntax.Tuple:
		return c.tupleDisplay(e)
	case *syntax.List:
		elem := c.cell(e.Span, 0, "the elements of this list")
		out := &ir.List{X: ir.X{T: types.List(elem), At: e.Span}, Elts: c.elements(e.Elts, elem)}
		if len(out.Elts) < len(e.Elts) { // some have errors
			return c.bad(e.Span)
		}
		return out
	case *syntax.Set:
		elem := c.cell(e.Span, 0, "the elements of this set")
		out := &ir.Set{X: ir.X{T: types.Set(elem), At: e.Span}, Elts: c.elements(e.Elts, elem)}
		if len(out.Elts) < len(e.Elts) {
			return c.bad(e.Span)
		}
		for _, x := range out.Elts {
			c.hashable(valueType(x), x.Pos())
		}
		return out
	case *syntax.Dict:
		return c.dict(e)
	case *syntax.Comp:
		return c.comp(e)
	case *syntax.Yield:
		return c.yieldValue(e)
	case *syntax.YieldFrom:
		return c.yieldAll(e)
	case *syntax.Await:
		c.unsupported(e.Pos(), "await").WithHint("call the function")
	case *syntax.Star:
		c.errorf(e.Pos(), "DS312", "can't use starred expression here")
	case *syntax.Slice:
		c.errorf(e.Pos(), "DS312", "a slice stands only inside []")
	case *syntax.Ellipsis:
		c.unsupported(e.Pos(), "...").WithHint("use None")
	}
	return c.bad(e.Pos())
}

func (c *checker) intLit(e *syntax.IntLit) ir.Expr {
	text := strings.ReplaceAll(e.Text, "_", "")
	n, err := strconv.ParseInt(text, 0, 64)
	if err != nil {
		if strings.Trim(text, "0") == "" {
			n = 0
		} else {
			c.unsupported(e.Span, "an int of more than 64 bits").WithHint("use a float, or a smaller number")
			return c.bad(e.Span)
		}
	}
	return &ir.Const{X: ir.X{T: types.Int, At: e.Span}, Value: n}
}

// constant is the value of int literals and operators between them; nil for any other expression.
func (c *checker) constant(e syntax.Expr) ir.Expr {
	v, _ := syntax.IntConst(e)
	switch {
	case v == nil:
	case v.IsInt64():
		return &ir.Const{X: ir.X{T: types.Int, At: e.Pos()}, Value: v.Int64()}
	case c.exact:
		return &ir.Const{X: ir.X{T: types.BigInt, At: e.Pos()}, Value: v}
	}
	return nil
}

func (c *checker) lambda(e *syntax.Lambda) ir.Expr {
	fn := c.function(e, "<lambda>", e.Params, nil, e.Body)
	v := c.funcVal(fn, e.Span)
	if len(fn.sets) > 0 {
		return &ir.Let{X: ir.X{T: fn.typ, At: e.Span}, Sets: fn.sets, V: v}
	}
	return v
}

// funcVal is a function of the script as a value: its only instance, once that is known.
func (c *checker) funcVal(fn *function, at syntax.Span) ir.Expr {
	out := &ir.FuncVal{X: ir.X{T: fn.typ, At: at}}
	c.later = append(c.later, func() {
		if fn.valueInst != nil && fn.valueRound == c.round {
			out.Func = fn.valueInst.ir
		} else if live := fn.unboxed(c.round); len(live) == 1 {
			out.Func = live[0].ir
		}
	})
	return out
}

func (c *checker) unary(e *syntax.Unary) ir.Expr {
	if e.Op == "not" {
		return c.condExpr(e)
	}
	if lit, ok := e.X.(*syntax.IntLit); ok && e.Op == "-" {
		if n, err := strconv.ParseInt("-"+strings.ReplaceAll(lit.Text, "_", ""), 0, 64); err == nil {
			return &ir.Const{X: ir.X{T: types.Int, At: e.Span}, Value: n}
		}
	}
	v := c.expr(e.X)
	t := typeOf(v)
	switch {
	case types.IsBad(t), nothing(t):
		return c.withType(v, t)
	case c.classOf(t) != nil:
		return c.unaryObject(e, c.plainValue(v))
	case types.IsOptional(t):
		return c.unaryOn(e, c.notNone(v, "bad operand type for unary %s: 'NoneType'", e.Op))
	}
	return c.unaryOn(e, v)
}

func (c *checker) unaryOn(e *syntax.Unary, v ir.Expr) ir.Expr {
	t := typeOf(v)
	switch {
	case isIntegral(t) && c.exact && e.Op != "+":
		return c.unaryBig(e, c.toInt(v))
	case types.IsBool(t):
		v, t = c.toInt(v), types.Int
	case types.IsAny(t):
		c.uses("unary")
	case types.IsInt(t), types.IsBigInt(t), types.IsFloat(t) && e.Op != "~":
	default:
		if out, ok := c.declaredUnary(e, v); ok {
			return out
		}
		if n, ok := t.(*types.Named); !ok || n.Name != "timedelta" || e.Op == "~" {
			c.errorf(e.Span, "DS301", "bad operand type for unary %s: '%s'", e.Op, t)
			return c.bad(e.Span)
		}
	}
	return &ir.Unary{X: ir.X{T: t, At: e.Span}, Op: e.Op, V: v}
}

// condExpr types a condition used as a value; what it learned about types ends with it.
func (c *checker) condExpr(e syntax.Expr) ir.Expr {
	v, yes, no := c.cond(e)
	c.frame.state = merge(yes, no)
	return v
}

func (c *checker) boolOp(e *syntax.BoolOp) ir.Expr {
	l := c.operand(e.Xs[0])
	var left state // of the places where the operands so far decide
	for i, x := range e.Xs[1:] {
		here := c.frame.state.copy()
		if c.narrowByOperand(l, e.Xs[i], e.Op); c.frame.state == nil {
			c.frame.state = here
			break // x is never reached
		}
		left = merge(left, here)
		l = c.logic(e.Op, l, c.operand(x), e.Span)
	}
	c.frame.state = merge(left, c.frame.state)
	return l
}

// narrowByOperand applies what is known when the operand after l, which stands for x, is reached; the state is nil if it cannot be.
func (c *checker) narrowByOperand(l ir.Expr, x syntax.Expr, op string) {
	if _, literal := x.(*syntax.NoneLit); falseAlways(typeOf(l)) && !literal {
		if op == "and" {
			c.frame.state = nil
		}
		return
	}
	if narrows(x) {
		_, yes, no := c.cond(x)
		c.frame.state = no
		if op == "and" {
			c.frame.state = yes
		}
	}
}

// narrows reports whether an operand may tell something of the variables in it, and does nothing else.
func narrows(x syntax.Expr) bool {
	switch x := x.(type) {
	case *syntax.Name:
		return true
	case *syntax.Unary:
		return x.Op == "not" && narrows(x.X)
	case *syntax.Compare:
		_, none := x.Ys[0].(*syntax.NoneLit)
		_, length := x.Ys[0].(*syntax.IntLit)
		return len(x.Ops) == 1 && (none || length)
	case *syntax.Call:
		n, ok := x.Fn.(*syntax.Name)
		return ok && n.Id == "isinstance"
	}
	return false
}

// logic types L and R or L or R, which give one of their operands.
func (c *checker) logic(op string, l, r ir.Expr, at syntax.Span) ir.Expr {
	lt, rt := typeOf(l), typeOf(r)
	if types.IsBad(lt) || types.IsBad(rt) {
		return c.bad(at)
	}
	if k, ok := l.(*ir.Const); ok && types.IsNone(lt) && k.Value == nil { // None or x
		if op == "or" {
			return r
		}
		return l
	}
	if types.IsNone(lt) && hasEffect(l) {
		return &ir.Logic{X: ir.X{T: rt, At: at}, Op: op, L: l, R: r}
	}
	left := lt
	if op == "or" && types.IsOptional(lt) {
		left = types.Unwrap(lt) // the result is L only if L is not None
	}
	t := types.Join(left, rt)
	if op == "or" && types.IsOptional(lt) && !types.IsAny(t) {
		l = &ir.Convert{X: ir.X{T: lt, At: l.Pos()}, V: l}
	} else {
		l = c.convertLater(l, t)
	}
	return &ir.Logic{X: ir.X{T: t, At: at}, Op: op, L: l, R: c.convertLater(r, t)}
}

func (c *checker) ifExp(e *syntax.IfExp) ir.Expr {
	test, yes, no := c.cond(e.Cond)
	if value, before, ok := outcome(test); ok {
		chosen := e.Else
		c.frame.state = no
		if value {
			chosen, c.frame.state = e.Then, yes
		}
		if len(before) == 0 {
			return c.expr(chosen)
		}
		return after(before, c.operand(chosen))
	}
	if (yes == nil) != (no == nil) { // a part of the test decides: it is evaluated, and the other branch is never reached
		chosen := e.Then
		if c.frame.state = yes; yes == nil {
			chosen, c.frame.state = e.Else, no
		}
		return after([]*ir.Assign{c.temp(test).set.(*ir.Assign)}, c.operand(chosen))
	}
	c.frame.state = yes
	then := c.operand(e.Then)
	after := c.frame.state
	c.frame.state = no
	orelse := c.operand(e.Else)
	c.frame.state = merge(after, c.frame.state)
	if types.IsBad(typeOf(then)) || types.IsBad(typeOf(orelse)) {
		return c.bad(e.Span)
	}
	t := types.Join(typeOf(then), typeOf(orelse))
	return &ir.Cond{X: ir.X{T: t, At: e.Span}, Test: test, Then: c.convertLater(then, t), Else: c.convertLater(orelse, t)}
}

func (c *checker) tuple(elts []ir.Expr, at syntax.Span) ir.Expr {
	ts := make([]types.Type, len(elts))
	for i, x := range elts {
		ts[i] = typeOf(x)
		if types.IsBad(ts[i]) {
			return c.bad(at)
		}
	}
	return &ir.Tuple{X: ir.X{T: types.Tuple(ts...), At: at}, Elts: elts}
}

// maxTuple is the most elements a tuple of known length has; longer ones are tuple[T, ...].
const maxTuple = 8

func (c *checker) tupleDisplay(e *syntax.Tuple) ir.Expr {
	star := false
	for _, x := range e.Elts {
		if _, ok := x.(*syntax.Star); ok {
			star = true
		}
	}
	if star || len(e.Elts) > maxTuple {
		elem := c.cell(e.Span, 0, "the elements of this tuple")
		return &ir.List{X: ir.X{T: types.TupleOf(elem), At: e.Span}, Elts: c.elements(e.Elts, elem)}
	}
	elts := make([]ir.Expr, len(e.Elts))
	for i, x := range e.Elts {
		elts[i] = c.value(x)
	}
	return c.tuple(elts, e.Span)
}

// value types an expression that must have a value at run time.
func (c *checker) value(e syntax.Expr) ir.Expr {
	return c.asValue(c.expr(e), e.Pos())
}

func (c *checker) asValue(v ir.Expr, at syntax.Span) ir.Expr {
	return c.box(c.asOperand(v, at))
}

// operand types an expression that may be a function of the script, but not what exists at
// compile time only.
func (c *checker) operand(e syntax.Expr) ir.Expr { return c.asOperand(c.expr(e), e.Pos()) }

func (c *checker) asOperand(v ir.Expr, at syntax.Span) ir.Expr {
	if s, ok := v.(*staticRef); ok && !types.IsBad(s.T) {
		if isFunction(s.T) {
			return c.box(v)
		}
		if !c.unknownModule(s.T, at) {
			c.unsupported(at, "a %s as a value", staticKind(s.T)).WithHint("use it where it stands, or wrap it in a lambda")
		}
		return c.bad(at)
	}
	return v
}

func staticKind(t types.Type) string {
	switch types.Resolve(t).(type) {
	case *types.Module:
		return "module"
	case *types.Class:
		return "class"
	}
	return "built-in function"
}

// elements types the elements of a display and puts their types into its cell.
func (c *checker) elements(elts []syntax.Expr, cell *types.Var) []ir.Expr {
	var out []ir.Expr
	for _, x := range elts {
		if st, ok := x.(*syntax.Star); ok {
			v := c.iterable(c.value(st.X))
			if t, ok := c.elem(v); ok {
				c.put(cell, t)
				out = append(out, &ir.Spread{X: ir.X{T: types.Iterable(cell), At: st.Span}, V: c.convertLater(v, types.Iterable(cell))})
			}
			continue
		}
		v := c.value(x)
		if !types.IsBad(typeOf(v)) {
			c.put(cell, typeOf(v))
			out = append(out, c.convertLater(v, cell))
		}
	}
	return out
}

func (c *checker) dict(e *syntax.Dict) ir.Expr {
	kc, vc := c.cell(e.Span, 0, "the keys of this dict"), c.cell(e.Span, 1, "the values of this dict")
	out := &ir.Dict{X: ir.X{T: types.Dict(kc, vc), At: e.Span}}
	ok := true
	for i, k := range e.Keys {
		v := c.value(e.Values[i])
		if k == nil {
			v = c.mapping(c.notNone(v, "'NoneType' object is not a mapping"))
			if d, ok := types.Is(typeOf(v), "dict"); ok {
				c.put(kc, types.Resolve(d.Args[0]))
				c.put(vc, types.Resolve(d.Args[1]))
				c.bindOpen(d, types.Dict(kc, vc))
				out.Keys, out.Values = append(out.Keys, nil), append(out.Values, c.convertLater(v, types.Dict(kc, vc)))
			} else if c.maybeMapping(typeOf(v)) {
				c.put(kc, types.Any)
				c.put(vc, types.Any)
				out.Keys, out.Values = append(out.Keys, nil), append(out.Values, c.boxedValue(v))
			} else if !types.IsBad(typeOf(v)) && !types.IsNever(typeOf(v)) {
				c.errorf(v.Pos(), "DS313", "'%s' object is not a mapping", typeOf(v))
			}
			continue
		}
		kv := c.value(k)
		if types.IsBad(typeOf(v)) || types.IsBad(typeOf(kv)) {
			ok = false
			continue
		}
		c.hashable(typeOf(kv), kv.Pos())
		c.put(kc, typeOf(kv))
		c.put(vc, typeOf(v))
		out.Keys, out.Values = append(out.Keys, c.convertLater(kv, kc)), append(out.Values, c.convertLater(v, vc))
	}
	if !ok {
		return c.bad(e.Span)
	}
	return out
}

// maybeMapping reports a value that is merged into a dict when running: of unknown type, or of a class with keys.
func (c *checker) maybeMapping(t types.Type) bool {
	switch className(t) {
	case "Any", "Counter", "defaultdict", "OrderedDict", "Optional":
		return true
	}
	return c.catching.catch("TypeError") && !types.IsBad(t) && !types.IsNever(t)
}

// valueType is the type of an element of a display before it is converted to what they have in
// common.
func valueType(e ir.Expr) types.Type {
	if conv, ok := e.(*ir.Convert); ok {
		return typeOf(conv.V)
	}
	return typeOf(e)
}

// comp types a comprehension. Its variables live in it alone.
func (c *checker) comp(e *syntax.Comp) ir.Expr {
	out := &ir.Comp{X: ir.X{At: e.Span}, Kind: e.Kind}
	scope := map[string]*compVar{}
	in := c.frame // another one is when a class turns out to be dynamic in a function that is called here
	in.comps = append(in.comps, scope)
	before := in.state.copy()
	defer func() {
		in.comps = in.comps[:len(in.comps)-1]
		in.state = merge(before, in.state)
	}()
	for _, cl := range e.Clauses {
		if cl.Async {
			c.unsupported(cl.Span, "async").WithHint("write an ordinary for")
		}
		iter := c.iterableValue(cl.Iter)
		elem, ok := c.elem(iter)
		if !ok {
			elem = types.Bad
		}
		clause := ir.CompClause{Target: c.compTarget(cl.Target, elem, scope), Iter: iter}
		for _, f := range cl.Ifs {
			test, yes, _ := c.cond(f)
			if yes != nil {
				c.frame.state = yes
			}
			clause.Conds = append(clause.Conds, test)
		}
		out.Clauses = append(out.Clauses, clause)
	}
	if e.Key != nil {
		out.Key = c.value(e.Key)
		c.hashable(typeOf(out.Key), e.Key.Pos())
	}
	out.Elt = c.value(e.Elt)
	if types.IsBad(typeOf(out.Elt)) || out.Key != nil && types.IsBad(typeOf(out.Key)) {
		return c.bad(e.Span)
	}
	c.compType(out, e)
	return c.evaluatesFirst(out, e)
}

func (c *checker) compType(out *ir.Comp, e *syntax.Comp) {
	elem := c.cell(e.Span, 0, "the elements of this comprehension")
	c.put(elem, typeOf(out.Elt))
	out.Elt = c.convertLater(out.Elt, elem)
	switch e.Kind {
	case syntax.ListComp:
		out.T = types.List(elem)
	case syntax.SetComp:
		c.hashable(elem, e.Elt.Pos())
		out.T = types.Set(elem)
	case syntax.GenExp:
		out.T = types.Iterator(elem)
	case syntax.DictComp:
		key := c.cell(e.Span, 1, "the keys of this comprehension")
		c.put(key, typeOf(out.Key))
		out.Key = c.convertLater(out.Key, key)
		out.T = types.Dict(key, elem)
	}
}

func (c *checker) compTarget(e syntax.Expr, t types.Type, scope map[string]*compVar) ir.Target {
	switch e := e.(type) {
	case *syntax.Name:
		v := &ir.Var{Name: e.Id, Type: t, Def: e.Span}
		if c.frame.inst != nil {
			v.Owner = c.frame.inst.ir
		}
		scope[e.Id] = &compVar{v, t}
		out := &ir.VarTarget{Var: v}
		c.later = append(c.later, func() { v.Type = types.Resolve(t) })
		return out
	case *syntax.Tuple:
		return c.compUnpack(e.Elts, t, scope, e.Span)
	case *syntax.List:
		return c.compUnpack(e.Elts, t, scope, e.Span)
	}
	c.unsupported(e.Pos(), "this target").WithHint("use names")
	return nil
}

func (c *checker) compUnpack(elts []syntax.Expr, t types.Type, scope map[string]*compVar, at syntax.Span) ir.Target {
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
	tup, known := types.Is(t, "tuple")
	var elem types.Type = types.Bad
	if known && !c.unpackLength(len(tup.Args), len(elts), false, at) {
		known, t = false, types.Bad
	}
	if !known && !types.IsBad(t) {
		elem = c.elemOf(t, at, "cannot unpack")
	}
	for i, e := range elts {
		et := elem
		if known {
			et = tup.Args[i]
		}
		out.Elts = append(out.Elts, c.compTarget(e, et, scope))
	}
	return out
}

func (c *checker) fstring(e *syntax.FString) ir.Expr {
	out := &ir.FString{X: ir.X{T: types.Str, At: e.Span}}
	for _, p := range e.Parts {
		switch p := p.(type) {
		case *syntax.StrLit:
			out.Parts = append(out.Parts, ir.FPart{Text: p.Value})
		case *syntax.FValue:
			if p.Debug != "" {
				out.Parts = append(out.Parts, ir.FPart{Text: p.Debug})
			}
			v := c.value(p.X)
			if types.IsBad(typeOf(v)) {
				return c.bad(e.Span)
			}
			part := ir.FPart{V: v, Conv: p.Conv}
			if p.Debug != "" && p.Conv == 0 && p.Spec == nil {
				part.Conv = 'r'
			}
			if p.Spec != nil {
				part.Spec = c.fstring(p.Spec)
			}
			out.Parts = append(out.Parts, part)
		}
	}
	return out
}
