package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// totality decides which expressions always give a value: evaluating them raises nothing, has no effects and comes to an end, so nobody
// can tell when that is done, or whether it is done at all. It knows values of Python's own types alone: operators on objects of the
// script's classes, and on values of unknown type, may call any method.
type totality struct {
	// stable tells that what the expressions read stays as it is: nothing near them changes variables of others or objects.
	stable  bool
	depth   int
	atLeast map[*ir.Var]int64 // lengths that variables have where the expression is evaluated
}

// maxCalled is how deep functions of the script are followed.
const maxCalled = 4

// total reports an expression that always gives a value.
func (t *totality) total(e ir.Expr) bool {
	switch e := e.(type) {
	case *ir.Const, *ir.FuncVal:
		return true
	case *ir.Local:
		return t.stable || !e.Var.Global && !e.Var.Shared && !changeable(e.Var.Type)
	case *ir.Convert:
		return t.convert(e)
	case *ir.Binary:
		return t.total(e.L) && t.total(e.R) && totalOperator(e)
	case *ir.Unary:
		return t.total(e.V) && plainNumber(e.V.Type()) && !(e.Op == "~" && types.IsFloat(e.V.Type()))
	case *ir.Not:
		return t.total(e.V)
	case *ir.Truth:
		return t.total(e.V) && plain(e.V.Type())
	case *ir.Logic:
		return t.total(e.L) && plain(e.Type()) && t.under(e.Op == "and", e.L, func() bool { return t.total(e.R) })
	case *ir.Cond:
		return t.total(e.Test) && t.under(true, e.Test, func() bool { return t.total(e.Then) }) && t.total(e.Else)
	case *ir.Compare:
		return t.total(e.L) && t.total(e.R) && totalComparison(e)
	case *ir.Chain:
		for _, l := range e.Links {
			if !t.total(l) {
				return false
			}
		}
		return true
	case *ir.Assigned:
		return !e.Var.Global && !e.Var.Shared && t.total(e.V)
	case *ir.Let:
		for _, s := range e.Sets {
			if v, ok := s.Target.(*ir.VarTarget); !ok || v.Var.Global || v.Var.Shared || !t.total(s.Value) {
				return false
			}
		}
		return t.total(e.V)
	case *ir.TupleGet:
		return t.total(e.V)
	case *ir.GetItem:
		return t.item(e)
	case *ir.GetSlice:
		return (e.Step == nil || nonZero(e.Step)) && plain(e.V.Type()) && t.total(e.V) && t.given(e.Lo) && t.given(e.Hi)
	case *ir.Tuple:
		return t.all(e.Elts)
	case *ir.List:
		return t.all(e.Elts)
	case *ir.Set:
		return t.all(e.Elts) && hashableAll(e.Elts)
	case *ir.Dict:
		return t.all(e.Keys) && t.all(e.Values) && hashableAll(e.Keys)
	case *ir.FString:
		return t.fstring(e)
	case *ir.Comp:
		return t.comp(e)
	case *ir.CallFunc:
		return t.callFunc(e)
	case *ir.Call:
		return t.call(e)
	}
	return false
}

// all reports that every expression is total; a merged mapping and a spread iterable are not known to be.
func (t *totality) all(es []ir.Expr) bool {
	for _, e := range es {
		if e == nil || !t.total(e) {
			return false
		}
	}
	return true
}

// given is total of a part that may be absent.
func (t *totality) given(e ir.Expr) bool { return e == nil || t.total(e) }

// convert is a conversion that cannot fail: to a wider type, an iterable, or of each part.
func (t *totality) convert(e *ir.Convert) bool {
	if e.Checked || !t.total(e.V) {
		return false
	}
	from, to := e.V.Type(), e.Type()
	if types.Equal(from, to) || types.IsAny(to) {
		return true
	}
	a, ok1 := types.Resolve(from).(*types.Named)
	b, ok2 := types.Resolve(to).(*types.Named)
	if !ok1 || !ok2 || types.IsAny(from) {
		return false
	}
	switch b.Name {
	case "int", "float":
		return types.IsBool(from) || types.IsInt(from)
	case "Optional":
		return !types.IsOptional(from)
	case "Iterable":
		return eager(from)
	case "tuple":
		return a.Name == "tuple"
	}
	return false
}

// totalOperator reports an operator that gives a value whatever its operands are.
func totalOperator(e *ir.Binary) bool {
	l, r := e.L.Type(), e.R.Type()
	numbers := plainNumber(l) && plainNumber(r)
	whole := numbers && !types.IsFloat(l) && !types.IsFloat(r)
	switch e.Op {
	case "+":
		return numbers || plain(e.Type()) && types.Equal(l, r) && plain(l)
	case "-", "*":
		return numbers
	case "&", "|", "^":
		return whole || plain(l) && types.Equal(l, r)
	case "/", "//", "%":
		return numbers && nonZero(e.R)
	case "<<", ">>":
		n, ok := intValue(e.R)
		return whole && ok && n >= 0
	}
	return false
}

// nonZero reports a literal that is a number but not zero.
func nonZero(e ir.Expr) bool {
	e = unconverted(e)
	if c, ok := e.(*ir.Const); ok {
		if f, ok := c.Value.(float64); ok {
			return f != 0
		}
	}
	n, ok := intValue(e)
	return ok && n != 0
}

// totalComparison reports a comparison that gives a value whatever its operands are.
func totalComparison(e *ir.Compare) bool {
	l, r := e.L.Type(), e.R.Type()
	switch e.Op {
	case "is", "is not":
		return true
	case "==", "!=":
		return plain(l) && plain(r)
	case "in", "not in":
		n, ok := types.Resolve(r).(*types.Named)
		switch {
		case !ok || !plain(l) || !plain(r):
			return false
		case n.Name == "str":
			return types.IsStr(l)
		case n.Name == "bytes":
			return types.Equal(l, types.Bytes)
		}
		return hashable(l)
	}
	return plainNumber(l) && plainNumber(r) || types.Equal(l, r) && ordered(l)
}

// item is v[i] that is there: the first or last part of a split at a separator, or what the length of v was tested for.
func (t *totality) item(e *ir.GetItem) bool {
	n, known := intValue(e.I)
	if !known {
		return false
	}
	if s, ok := splitOf(e.V); ok {
		return s.sep != nil && (n == 0 || n == -1) && t.total(s.call)
	}
	v, ok := ir.Strip(e.V).(*ir.Local)
	return ok && t.total(v) && -t.atLeast[v.Var] <= n && n < t.atLeast[v.Var]
}

// under is what f says where a test holds, if it does: a variable that counts as true has an element.
func (t *totality) under(holds bool, test ir.Expr, f func() bool) bool {
	v, n := lengthTested(test)
	if !holds || v == nil || n <= t.atLeast[v] {
		return f()
	}
	if t.atLeast == nil {
		t.atLeast = map[*ir.Var]int64{}
	}
	was := t.atLeast[v]
	t.atLeast[v] = n
	defer func() { t.atLeast[v] = was }()
	return f()
}

// lengthTested is a variable and the length that it has at least where a test holds.
func lengthTested(test ir.Expr) (*ir.Var, int64) {
	indexed := func(e ir.Expr) *ir.Var {
		l, ok := ir.Strip(e).(*ir.Local)
		if !ok || l.Var.Global || l.Var.Shared {
			return nil
		}
		switch n, _ := types.Resolve(l.Var.Type).(*types.Named); typeName(n) {
		case "str", "bytes":
			return l.Var
		}
		return nil
	}
	switch test := ir.Strip(test).(type) {
	case *ir.Truth:
		return indexed(test.V), 1
	case *ir.Compare:
		arg, ok := builtin(test.L, "len")
		n, known := intValue(test.R)
		switch {
		case !ok || !known:
		case test.Op == ">":
			return indexed(arg), n + 1
		case test.Op == ">=" || test.Op == "==":
			return indexed(arg), n
		}
	}
	return nil, 0
}

func (t *totality) fstring(e *ir.FString) bool {
	for _, p := range e.Parts {
		if p.V == nil {
			continue
		}
		if p.Spec != nil || !plain(p.V.Type()) || !t.total(p.V) {
			return false
		}
	}
	return true
}

// comp is a comprehension, but not a generator expression, which is evaluated when it is asked.
func (t *totality) comp(e *ir.Comp) bool {
	return e.Kind != syntax.GenExp && t.total(iterated(e.Clauses[0].Iter)) && t.rest(e)
}

// rest is a comprehension after its first iterable was evaluated.
func (t *totality) rest(e *ir.Comp) bool {
	return t.clauses(e.Clauses, func() bool {
		switch e.Kind {
		case syntax.DictComp:
			return hashable(e.Key.Type()) && t.total(e.Key) && t.total(e.Elt)
		case syntax.SetComp:
			return hashable(e.Elt.Type()) && t.total(e.Elt)
		}
		return t.total(e.Elt)
	})
}

// clauses are the loops and conditions of a comprehension, but for its first iterable, and what stands in them.
func (t *totality) clauses(list []ir.CompClause, inner func() bool) bool {
	c := list[0]
	if !totalTarget(c.Target) || !eager(iterated(c.Iter).Type()) {
		return false
	}
	return t.conditions(c.Conds, func() bool {
		if len(list) == 1 {
			return inner()
		}
		return t.total(iterated(list[1].Iter)) && t.clauses(list[1:], inner)
	})
}

func (t *totality) conditions(list []ir.Expr, inner func() bool) bool {
	if len(list) == 0 {
		return inner()
	}
	return t.total(list[0]) && t.under(true, list[0], func() bool { return t.conditions(list[1:], inner) })
}

// totalTarget reports variables that can be set to what they are given.
func totalTarget(target ir.Target) bool {
	switch target := target.(type) {
	case *ir.VarTarget:
		return !target.Var.Global && !target.Var.Shared && (target.From == nil || types.Equal(target.From, target.Var.Type))
	case *ir.TupleTarget:
		n, ok := types.Is(target.From, "tuple")
		if !ok || target.Star >= 0 || target.As != nil || target.None != "" || len(n.Args) != len(target.Elts) {
			return false
		}
		for _, e := range target.Elts {
			if !totalTarget(e) {
				return false
			}
		}
		return true
	}
	return false
}

// callFunc is a call of a function that is one expression, or conditions on such.
func (t *totality) callFunc(e *ir.CallFunc) bool {
	if e.Func.Yields != nil || e.Func.Class != nil || t.depth >= maxCalled || !t.all(e.Args) {
		return false
	}
	t.depth++
	ok := t.body(e.Func.Body)
	t.depth--
	return ok
}

func (t *totality) body(list []ir.Stmt) bool {
	for _, s := range list {
		ok := false
		switch s := s.(type) {
		case *ir.Return:
			ok = s.V == nil || t.total(s.V)
		case *ir.If:
			ok = t.total(s.Test) && t.body(s.Body) && t.body(s.Else)
		case *ir.Assign:
			ok = totalTarget(s.Target) && t.total(s.Value)
		case *ir.ExprStmt:
			ok = t.total(s.V)
		}
		if !ok {
			return false
		}
	}
	return true
}

// plainNames are Python's own types; the types of what is in them count as well.
var plainNames = map[string]bool{
	"int": true, "float": true, "str": true, "bool": true, "bytes": true, "None": true, "range": true,
	"list": true, "tuple": true, "tuple...": true, "dict": true, "set": true, "frozenset": true, "Optional": true,
	"DictKeys": true, "DictValues": true, "DictItems": true,
}

// plain reports a type whose values, and all that is in them, are of Python's own types.
func plain(t types.Type) bool {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok || !plainNames[n.Name] || n.Class != nil {
		return false
	}
	for _, a := range n.Args {
		if !plain(a) && !types.IsNever(a) {
			return false
		}
	}
	return true
}

// hashable reports plain values that can be keys.
func hashable(t types.Type) bool {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok || !plain(t) {
		return false
	}
	switch n.Name {
	case "list", "dict", "set", "DictKeys", "DictValues", "DictItems":
		return false
	}
	for _, a := range n.Args {
		if !hashable(a) {
			return false
		}
	}
	return true
}

func hashableAll(es []ir.Expr) bool {
	for _, e := range es {
		if !hashable(e.Type()) {
			return false
		}
	}
	return true
}

// ordered reports plain values that can be compared with others of the same type.
func ordered(t types.Type) bool {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok || !plain(t) {
		return false
	}
	switch n.Name {
	case "int", "float", "str", "bool", "bytes":
		return true
	case "list", "tuple", "tuple...":
		for _, a := range n.Args {
			if !ordered(a) {
				return false
			}
		}
		return true
	}
	return false
}

// eager reports an iterable whose elements are there when it is: a container of Python's own.
func eager(t types.Type) bool {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok || n.Class != nil {
		return false
	}
	switch n.Name {
	case "list", "tuple", "tuple...", "dict", "set", "frozenset", "str", "bytes", "range", "DictKeys", "DictValues", "DictItems":
		return true
	}
	return false
}

// typeName is the name of a type that has one.
func typeName(n *types.Named) string {
	if n == nil {
		return ""
	}
	return n.Name
}
