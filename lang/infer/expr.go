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
		out := c.call(e)
		c.forgetWritten()
		return out
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
		return c.member(c.ix.Modules["builtins"].Members["Ellipsis"], e.Pos())
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
		if k := c.classOf(t); e.Op != "~" || k.enum == nil || !k.enum.flag {
			v = c.plainValue(v)
		}
		return c.unaryObject(e, v)
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
			v := c.iterableValue(st.X)
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
