package infer

import (
	"slices"
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// cond types a condition and returns it as a bool, with the states in which it is true and
// false: tests for None and for types narrow the variables they are about.
func (c *checker) cond(e syntax.Expr) (test ir.Expr, yes, no state) {
	switch e := e.(type) {
	case *syntax.Unary:
		if e.Op == "not" {
			v, yes, no := c.cond(e.X)
			if value, before, ok := outcome(v); ok {
				return after(before, c.boolean(!value, e.Span)), no, yes
			}
			return &ir.Not{X: ir.X{T: types.Bool, At: e.Span}, V: v}, no, yes
		}
	case *syntax.BoolOp:
		return c.condLogic(e)
	case *syntax.Compare:
		if len(e.Ops) == 1 {
			if test, yes, no, ok := c.condNone(e); ok {
				return test, yes, no
			}
			if test, yes, no, ok := c.condLength(e); ok {
				return test, yes, no
			}
		}
	case *syntax.Call:
		if test, yes, no, ok := c.condIsInstance(e); ok {
			return test, yes, no
		}
	case *syntax.Name, *syntax.NamedExpr:
		v := c.expr(e)
		yes, no := c.frame.state.copy(), c.frame.state
		if falseAlways(typeOf(v)) && !hasEffect(v) {
			test, yes, no, _ = c.decided(false, yes, no, e.Pos())
			return test, yes, no
		}
		if n := condName(e); n != "" {
			if t := typeOf(v); types.IsOptional(t) {
				yes.narrow(n, types.Unwrap(t))
			}
		}
		return c.truth(v), yes, no
	}
	v := c.expr(e)
	if types.IsNone(typeOf(v)) {
		test, yes, no, _ = c.decidedAfter(v, false, c.frame.state.copy(), c.frame.state, e.Pos())
		return test, yes, no
	}
	t := c.truth(v)
	return t, c.frame.state.copy(), c.frame.state
}

// condName is the variable a condition is about.
func condName(e syntax.Expr) string {
	switch e := e.(type) {
	case *syntax.Name:
		return e.Id
	case *syntax.NamedExpr:
		return e.Target.Id
	}
	return ""
}

// narrow sets what is known of a variable's type.
func (st state) narrow(name string, t types.Type) {
	if f, ok := st[name]; ok {
		f.cur, f.stale = t, false
		st[name] = f
	}
}

func (c *checker) condLogic(e *syntax.BoolOp) (test ir.Expr, yes, no state) {
	test, yes, no = c.cond(e.Xs[0])
	for _, x := range e.Xs[1:] {
		if e.Op == "and" {
			c.frame.state = yes
		} else {
			c.frame.state = no
		}
		if value, before, ok := outcome(test); ok {
			if value == (e.Op == "and") { // decided by what follows
				test, yes, no = c.cond(x)
				test = after(before, test)
			}
			continue
		}
		r, y, n := c.cond(x)
		test = &ir.Logic{X: ir.X{T: types.Bool, At: e.Span}, Op: e.Op, L: test, R: r}
		if e.Op == "and" {
			yes, no = y, merge(no, n)
		} else {
			yes, no = merge(yes, y), n
		}
	}
	return test, yes, no
}

// condNone handles x is None and its kin.
func (c *checker) condNone(e *syntax.Compare) (test ir.Expr, yes, no state, ok bool) {
	op := e.Ops[0]
	if _, none := e.Ys[0].(*syntax.NoneLit); !none || op != "is" && op != "is not" && op != "==" && op != "!=" {
		return c.condMain(e)
	}
	v := c.expr(e.X)
	t := typeOf(v)
	is := op == "is" || op == "=="
	yes, no = c.frame.state.copy(), c.frame.state
	isNone, notNone := yes, no
	if !is {
		isNone, notNone = no, yes
	}
	if types.IsBad(t) || types.IsNever(t) {
		return &ir.Truth{X: ir.X{T: types.Bool, At: e.Span}, V: v}, yes, no, true
	}
	if n := condName(e.X); n != "" && types.IsOptional(t) {
		isNone.narrow(n, types.None)
		notNone.narrow(n, types.Unwrap(t))
	}
	if _, static := v.(*staticRef); static || !types.IsOptional(t) && !types.IsAny(t) {
		return c.decidedAfter(v, types.IsNone(t) == is, yes, no, e.Span)
	}
	op = "is not"
	if is {
		op = "is"
	}
	return &ir.Compare{X: ir.X{T: types.Bool, At: e.Span}, Op: op, L: v, R: c.none(e.Ys[0].Pos())}, yes, no, true
}

// decided is a condition whose outcome the types tell; the other branch cannot be reached.
func (c *checker) decided(value bool, yes, no state, at syntax.Span) (ir.Expr, state, state, bool) {
	if value {
		return c.boolean(true, at), yes, nil, true
	}
	return c.boolean(false, at), nil, no, true
}

// decidedAfter is a condition whose outcome the type of v tells, after v has been evaluated.
func (c *checker) decidedAfter(v ir.Expr, value bool, yes, no state, at syntax.Span) (ir.Expr, state, state, bool) {
	test, yes, no, ok := c.decided(value, yes, no, at)
	if _, static := v.(*staticRef); !static && hasEffect(v) {
		test = after([]*ir.Assign{c.temp(v).set.(*ir.Assign)}, test)
	}
	return test, yes, no, ok
}

// outcome tells how a condition comes out if that is decided, and what is evaluated for it all the same.
func outcome(test ir.Expr) (value bool, before []*ir.Assign, ok bool) {
	if let, isLet := test.(*ir.Let); isLet {
		test, before = let.V, let.Sets
	}
	k, ok := test.(*ir.Const)
	if !ok || types.IsBad(k.T) {
		return false, nil, false
	}
	return k.Value == true, before, true
}

// after is v after some assignments.
func after(before []*ir.Assign, v ir.Expr) ir.Expr {
	if len(before) == 0 {
		return v
	}
	if let, ok := v.(*ir.Let); ok {
		return &ir.Let{X: let.X, Sets: append(slices.Clip(before), let.Sets...), V: let.V}
	}
	return &ir.Let{X: ir.X{T: v.Type(), At: v.Pos()}, Sets: before, V: v}
}

// condMain folds __name__ == "__main__".
func (c *checker) condMain(e *syntax.Compare) (test ir.Expr, yes, no state, ok bool) {
	n, isName := e.X.(*syntax.Name)
	s, isStr := e.Ys[0].(*syntax.StrLit)
	if !isName || !isStr || n.Id != "__name__" || e.Ops[0] != "==" || c.frame.scope.lookup("__name__") != nil {
		return nil, nil, nil, false
	}
	return c.decided(s.Value == c.moduleName(), c.frame.state.copy(), c.frame.state, e.Span)
}

// condIsInstance handles isinstance(x, T): decided where x has a static type.
func (c *checker) condIsInstance(e *syntax.Call) (test ir.Expr, yes, no state, ok bool) {
	n, isName := e.Fn.(*syntax.Name)
	if !isName || n.Id != "isinstance" || len(e.Args) != 2 || c.frame.scope.lookup("isinstance") != nil {
		return nil, nil, nil, false
	}
	v := c.expr(e.Args[0].Value)
	if c.classesWhenRunning(e.Args[1].Value) {
		args := []argument{{val: c.asValue(v, e.Args[0].Span), at: e.Args[0].Span}, {val: c.value(e.Args[1].Value), at: e.Args[1].Span}}
		return c.callBuiltin(c.ix.Modules["builtins"].Members["_isinstance"], args, e.Span), c.frame.state.copy(), c.frame.state, true
	}
	if test, yes, no, ok := c.condClass(v, e); ok {
		return test, yes, no, true
	}
	names, ok := c.classNames(e.Args[1].Value)
	if !ok {
		return c.bad(e.Span), c.frame.state.copy(), c.frame.state, true
	}
	t := typeOf(v)
	yes, no = c.frame.state.copy(), c.frame.state
	if len(names) == 0 { // isinstance(x, ())
		return c.decidedAfter(v, false, yes, no, e.Span)
	}
	name := condName(e.Args[0].Value)
	if types.IsAny(t) {
		if name != "" && len(names) == 1 {
			if nt := instanceType(names[0]); nt != nil {
				yes.narrow(name, nt)
			}
		}
		return c.isInstanceCall(v, names, e.Span), yes, no, true
	}
	if types.IsOptional(t) && !contains(names, "NoneType") {
		if name != "" {
			yes.narrow(name, types.Unwrap(t))
		}
		if is, known := isInstanceOf(types.Unwrap(t), names); !known {
			return c.isInstanceCall(c.convertLater(v, types.Any), names, e.Span), c.frame.state.copy(), no, true
		} else if is {
			return &ir.Compare{X: ir.X{T: types.Bool, At: e.Span}, Op: "is not", L: v, R: c.none(e.Span)}, yes, no, true
		}
		test, yes, no, _ = c.decidedAfter(v, false, yes, no, e.Span)
		return test, yes, no, true
	}
	if types.IsBad(t) || types.IsNever(t) {
		return &ir.Truth{X: ir.X{T: types.Bool, At: e.Span}, V: v}, yes, no, true
	}
	is, known := isInstanceOf(t, names)
	if !known {
		return c.isInstanceCall(c.convertLater(v, types.Any), names, e.Span), yes, no, true
	}
	test, yes, no, _ = c.decidedAfter(v, is, yes, no, e.Span)
	return test, yes, no, true
}

func contains(names []string, name string) bool {
	for _, n := range names {
		if n == name {
			return true
		}
	}
	return false
}

// classParts are the classes of a tuple or of a union, A | B.
func classParts(e syntax.Expr) ([]syntax.Expr, bool) {
	switch e := e.(type) {
	case *syntax.Tuple:
		return e.Elts, true
	case *syntax.Binary:
		return []syntax.Expr{e.X, e.Y}, e.Op == "|"
	}
	return nil, false
}

// classesWhenRunning reports a class, or a tuple of classes, that is known when running only.
func (c *checker) classesWhenRunning(e syntax.Expr) bool {
	if parts, several := classParts(e); several {
		for _, x := range parts {
			if c.classesWhenRunning(x) {
				return true
			}
		}
		return false
	}
	switch e.(type) {
	case *syntax.Name, *syntax.Attr, *syntax.Call, *syntax.Index, *syntax.IfExp:
		t := typeOf(c.expr(e))
		n, ok := t.(*types.Named)
		return ok && (types.IsAny(t) || n.Name == "tuple" || n.Name == "tuple...")
	}
	return false
}

// classNames reads the second argument of isinstance or the classes of an except.
func (c *checker) classNames(e syntax.Expr) ([]string, bool) {
	if parts, several := classParts(e); several {
		var out []string
		_, union := e.(*syntax.Binary)
		for _, x := range parts {
			if _, none := x.(*syntax.NoneLit); none && union {
				out = append(out, "NoneType")
				continue
			}
			names, ok := c.classNames(x)
			if !ok {
				return nil, false
			}
			out = append(out, names...)
		}
		return out, true
	}
	v := c.expr(e)
	switch t := typeOf(v).(type) {
	case *types.Class:
		if k, ok := t.Decl.(*class); ok {
			return []string{k.name}, true
		}
		return []string{t.Name}, true
	case *types.Builtin:
		return []string{t.Name}, true
	case *types.Func:
		if full := abcName(t); full != "" {
			return []string{full}, true
		}
	case *types.Module:
		if full := abcName(t); full != "" {
			return []string{full}, true
		}
		if enumBases[t.Name] != nil {
			var out []string
			for _, k := range c.enumClasses(e) {
				out = append(out, k.name)
			}
			return out, true
		}
	}
	if !types.IsBad(typeOf(v)) && !c.unknownModule(typeOf(v), e.Pos()) {
		c.errorf(e.Pos(), "DS311", "expected a class, found %s", typeOf(v))
	}
	return nil, false
}

// isInstanceOf decides isinstance for a static type; known is false where the type does not tell.
func isInstanceOf(t types.Type, names []string) (is, known bool) {
	n, ok := t.(*types.Named)
	if !ok {
		for _, name := range names {
			if typesOfCode[strings.TrimPrefix(name, "types.")] {
				return false, !isFunction(t)
			}
		}
		return isFunction(t) && (contains(names, abcModule+"Callable") || contains(names, abcModule+"Hashable")), true
	}
	known = true
	for _, want := range names {
		if strings.Contains(want, ".") {
			is, ok := isOfABC(n, want)
			if is {
				return true, true
			}
			known = known && ok
			continue
		}
		switch {
		case n.Name == "dict" && (want == "OrderedDict" || want == "defaultdict"): // dicts of other kinds, which the type does not tell
			known = false
		case n.Name == "Exception" && want != "BaseException" && isException(want): // which stands for all of them
			known = false
		case want == "object", want == n.Name, n.Name == "Exception" && want == "BaseException",
			want == "int" && (n.Name == "bool" || n.Name == "bigint"),
			want == "tuple" && n.Name == "tuple...",
			want == "dict" && n.Name == "Counter",
			want == "date" && n.Name == "datetime",
			want == "NoneType" && n.Name == "None":
			return true, true
		}
	}
	return false, known
}

// instanceType is what isinstance(x, name) makes of an Any.
func instanceType(name string) types.Type {
	switch name {
	case "str":
		return types.Str
	case "float":
		return types.Float
	case "bool":
		return types.Bool
	case "bytes":
		return types.Bytes
	}
	return nil // int may be a bool, containers hold unknown elements: they stay Any
}

// truth makes Python's bool() of a value.
func (c *checker) truth(v ir.Expr) ir.Expr {
	t := typeOf(v)
	if k, ok := v.(*ir.Const); ok && types.IsBool(t) {
		return k
	}
	if types.IsBool(t) || types.IsBad(t) {
		return v
	}
	_, static := v.(*staticRef)
	if _, named := ir.Strip(v).(*ir.FuncVal); static || named { // a function that nobody calls is not there
		return c.boolean(true, v.Pos())
	}
	if c.classOf(t) != nil {
		return c.truthOfObject(v)
	}
	return &ir.Truth{X: ir.X{T: types.Bool, At: v.Pos()}, V: v}
}
