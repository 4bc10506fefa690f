package infer

import (
	"slices"
	"strings"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// special are functions whose types no declaration can express, by full name. (A function of
// its own because Go would see a cycle in a plain initialiser.)
var special map[string]func(c *checker, args []argument, e *syntax.Call) ir.Expr

func init() {
	special = map[string]func(c *checker, args []argument, e *syntax.Call) ir.Expr{}
	for name, op := range operatorFunctions {
		special["operator."+name] = func(c *checker, args []argument, e *syntax.Call) ir.Expr {
			return c.operatorCall(name, op, args, e)
		}
	}
	special["functools.wraps"] = (*checker).wraps
	special["operator.itemgetter"] = (*checker).itemGetter
	special["operator.attrgetter"], special["operator.methodcaller"] = (*checker).attrGetter, (*checker).methodCaller
	special["pow"] = func(c *checker, args []argument, e *syntax.Call) ir.Expr {
		if len(args) == 2 && args[0].star+args[1].star == "" {
			return c.binary("**", args[0].val, args[1].val, e.Span)
		}
		if slices.ContainsFunc(args, func(a argument) bool { return a.star != "" }) {
			return c.callDyn(c.box(c.expr(e.Fn)), "", args, e.Span)
		}
		modular := "_pow_mod"
		if slices.ContainsFunc(args, func(a argument) bool {
			return a.name == "" && (types.IsAny(typeOf(a.val)) || types.IsFloat(typeOf(a.val)) || types.IsOptional(typeOf(a.val)))
		}) {
			modular = "_pow_any"
		}
		return c.callOverloads(c.ix.Modules["builtins"].Members[modular].(*api.Overloads), nil, nil, args, e.Fn.Pos(), e.Span)
	}
	handledFunctions()
	contextFunctions()
	logFunctions()
	special["isinstance"], special["super"] = misused("write isinstance(value, class)"), misused("write super().method(…) inside a method")
	special["vars"] = (*checker).varsCall
	special["dir"] = (*checker).dirCall
	for _, name := range []string{"globals", "locals"} {
		special[name] = func(c *checker, args []argument, e *syntax.Call) ir.Expr {
			if len(args) > 0 {
				c.errorf(e.Fn.Pos(), "DS320", "%s() takes no arguments (%d given)", name, len(args))
				return c.bad(e.Span)
			}
			return c.localsCall(name, e.Span)
		}
	}
	special["functools.total_ordering"] = func(c *checker, _ []argument, e *syntax.Call) ir.Expr {
		c.unsupported(e.Fn.Pos(), "total_ordering() as a call").WithHint("write @total_ordering above the class")
		return c.bad(e.Span)
	}
	special["functools.lru_cache"], special["functools.cache"] = (*checker).lruCache, (*checker).cache
	special["functools.partial"] = (*checker).partial
	special["collections.namedtuple"] = (*checker).namedTupleCall
	special["getattr"], special["hasattr"], special["setattr"] = (*checker).getAttr, (*checker).hasAttr, (*checker).setAttr
	special["delattr"] = (*checker).delAttr
	special["dstreamc.mapWithState"] = (*checker).mapWithState
	special["type"], special["issubclass"] = (*checker).typeCall, (*checker).isSubclass
}

// misused is what is left of a call that other places know by its text: one that is written otherwise.
func misused(hint string) func(*checker, []argument, *syntax.Call) ir.Expr {
	return func(c *checker, _ []argument, e *syntax.Call) ir.Expr {
		c.unsupported(e.Fn.Pos(), "%s", c.src.Slice(e.Span)).WithHint("%s", hint)
		return c.bad(e.Span)
	}
}

// mapWithState is mapWithState(stream, ...) of dstreamc's own module: as a method of the stream it is like all other operators.
func (c *checker) mapWithState(args []argument, e *syntax.Call) ir.Expr {
	for i, a := range args {
		if a.star == "" && (a.name == "stream" || a.name == "" && i == 0) && className(typeOf(a.val)) == "DStream" {
			return c.method(a.val, "_mapWithState", slices.Concat(args[:i], args[i+1:]), e.Fn.Pos(), e.Span)
		}
	}
	return c.callOverloads(c.ix.Modules["dstreamc"].Members["mapWithState"].(*api.Overloads), nil, nil, args, e.Fn.Pos(), e.Span)
}

// varsCall is vars(x) of an object that keeps its attributes in a dict.
func (c *checker) varsCall(args []argument, e *syntax.Call) ir.Expr {
	if len(args) == 1 && className(typeOf(args[0].val)) == "Namespace" {
		return c.method(args[0].val, "__vars__", nil, e.Fn.Pos(), e.Span)
	}
	if len(args) == 1 {
		if k := c.classOf(typeOf(args[0].val)); k != nil {
			return c.objectDict(args[0].val, k, e.Span)
		}
	}
	if len(args) == 1 && types.IsAny(typeOf(args[0].val)) {
		c.makeAllDynamic(e.Span, "vars() of a value known when running only is used")
		name := argument{val: c.str("__dict__", e.Span), at: e.Span}
		return c.callBuiltin(c.ix.Modules["builtins"].Members["_getattr"], []argument{args[0], name}, e.Span)
	}
	if len(args) == 0 {
		return c.localsCall("vars", e.Span)
	}
	c.unsupported(e.Fn.Pos(), "vars()").WithHint("keep the values in a dict")
	return c.bad(e.Span)
}

// operatorFunctions are the functions of module operator and the operators they stand for.
var operatorFunctions = map[string]string{
	"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**",
	"and_": "&", "or_": "|", "xor": "^", "lshift": "<<", "rshift": ">>", "concat": "+",
	"lt": "<", "le": "<=", "eq": "==", "ne": "!=", "gt": ">", "ge": ">=", "is_": "is", "is_not": "is not",
}

func (c *checker) operatorCall(name, op string, args []argument, e *syntax.Call) ir.Expr {
	if len(args) != 2 {
		c.errorf(e.Fn.Pos(), "DS320", "operator.%s takes 2 arguments, found %d", name, len(args))
		return c.bad(e.Span)
	}
	switch op {
	case "<", "<=", "==", "!=", ">", ">=", "is", "is not":
		return c.compareOp(op, args[0].val, args[1].val, e.Span)
	}
	return c.binary(op, args[0].val, args[1].val, e.Span)
}

// specialCall handles calls that are known by their text.
func (c *checker) specialCall(e *syntax.Call) (ir.Expr, bool) {
	if out, ok := c.superValue(e); ok {
		return out, true
	}
	c.descriptorCall(e)
	if out, ok := c.globalsCall(e); ok {
		return out, true
	}
	if n, ok := e.Fn.(*syntax.Name); ok && n.Id == "isinstance" {
		if test, yes, no, ok := c.condIsInstance(e); ok {
			c.frame.state = merge(yes, no)
			return test, true
		}
	}
	return c.installation(e)
}

// installation accepts calls that only concern the installation of Spark: findspark.init().
func (c *checker) installation(e *syntax.Call) (ir.Expr, bool) {
	a, ok := e.Fn.(*syntax.Attr)
	if !ok {
		return nil, false
	}
	n, ok := a.X.(*syntax.Name)
	if !ok {
		return nil, false
	}
	m, ok := c.frame.state[n.Id]
	if !ok {
		return nil, false
	}
	if t, ok := types.Resolve(m.cur).(*types.Module); !ok || t.Name != "findspark" {
		return nil, false
	}
	for _, s := range m.sites {
		c.markImport(s)
	}
	return c.none(e.Span), true
}

// isInstanceCall tests the class of a value of unknown type.
func (c *checker) isInstanceCall(v ir.Expr, names []string, at syntax.Span) ir.Expr {
	call := &ir.IsInstance{X: ir.X{T: types.Bool, At: at}, V: v, Classes: names}
	return call
}

// typeArg returns x of a call type(x).
func (c *checker) typeArg(e syntax.Expr) (syntax.Expr, bool) {
	call, ok := e.(*syntax.Call)
	if !ok || len(call.Args) != 1 {
		return nil, false
	}
	n, ok := call.Fn.(*syntax.Name)
	if !ok || n.Id != "type" || c.frame.scope.lookup("type") != nil {
		return nil, false
	}
	return call.Args[0].Value, true
}

// typeName handles type(x).__name__.
func (c *checker) typeName(e *syntax.Attr) (ir.Expr, bool) {
	if e.Name != "__name__" {
		return nil, false
	}
	x, ok := c.typeArg(e.X)
	if !ok {
		return nil, false
	}
	v := c.value(x)
	if types.IsBad(typeOf(v)) {
		return c.bad(e.Span), true
	}
	if k := c.classOf(typeOf(v)); k != nil && k.exception == "" && len(k.possible()) == 1 {
		return c.behind(v, c.str(k.possible()[0].node.Name.Id, e.Span)), true
	}
	return &ir.TypeName{X: ir.X{T: types.Str, At: e.Span}, V: v}, true
}

// compareType handles type(x) is T and type(x) == T.
func (c *checker) compareType(e *syntax.Compare) (ir.Expr, bool) {
	x, ok := c.typeArg(e.X)
	if !ok {
		return nil, false
	}
	op := e.Ops[0]
	if full := c.abcOf(e.Ys[0]); strings.HasPrefix(full, "types.") { // from which nothing derives
		is := c.condExpr(&syntax.Call{At: e.At, Fn: &syntax.Name{At: e.At, Id: "isinstance"}, Args: []*syntax.Arg{{At: e.At, Value: x}, {At: e.At, Value: e.Ys[0]}}})
		if op == "is not" || op == "!=" {
			is = &ir.Not{X: ir.X{T: types.Bool, At: e.Span}, V: is}
		}
		return is, true
	}
	if op != "is" && op != "is not" && op != "==" && op != "!=" || c.classesWhenRunning(e.Ys[0]) {
		return nil, false
	}
	v := c.value(x)
	want := op == "is" || op == "=="
	var other ir.Expr
	if y, ok := c.typeArg(e.Ys[0]); ok {
		other = &ir.TypeName{X: ir.X{T: types.Str, At: e.Span}, V: c.value(y)}
	} else {
		if k, ok := c.namedClass(e.Ys[0]); ok {
			test := &ir.ClassIs{X: ir.X{T: types.Bool, At: e.Span}, V: v, Classes: []*ir.Class{k.ir}}
			if want {
				return c.classTest(test, k), true
			}
			return &ir.Not{X: ir.X{T: types.Bool, At: e.Span}, V: c.classTest(test, k)}, true
		}
		names, ok := c.classNames(e.Ys[0])
		if !ok || len(names) != 1 {
			return c.bad(e.Span), true
		}
		other = c.str(names[0], e.Span)
	}
	cmp := "!="
	if want {
		cmp = "=="
	}
	name := &ir.TypeName{X: ir.X{T: types.Str, At: e.Span}, V: v}
	return &ir.Compare{X: ir.X{T: types.Bool, At: e.Span}, Op: cmp, L: name, R: other}, true
}
