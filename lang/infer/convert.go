package infer

import (
	"fmt"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// convertLater converts to a type that is known in full only when inference is done.
func (c *checker) convertLater(e ir.Expr, t types.Type) ir.Expr {
	if types.IsBad(typeOf(e)) {
		return e
	}
	if types.IsAny(t) {
		e = c.box(e)
	}
	c.boxes(typeOf(e), func() types.Type { return t })
	out := &ir.Convert{X: ir.X{T: t, At: e.Pos()}, V: e}
	c.later = append(c.later, func() { out.T = types.Resolve(t) })
	return out
}

// unwrapChecked takes the value out of T | None; None raises at run time, as it does in Python.
func (c *checker) unwrapChecked(e ir.Expr) ir.Expr {
	t := typeOf(e)
	if !types.IsOptional(t) {
		return e
	}
	return &ir.Convert{X: ir.X{T: types.Unwrap(t), At: e.Pos()}, V: e, Checked: true}
}

// notNone is unwrapChecked for a use that has an error of its own for None.
func (c *checker) notNone(e ir.Expr, format string, args ...any) ir.Expr {
	out := c.unwrapChecked(e)
	if conv, ok := out.(*ir.Convert); ok && out != e {
		conv.None = fmt.Sprintf(format, args...)
	}
	return out
}

// Errors for None.
const (
	noneIterated  = "'NoneType' object is not iterable"
	noneIndexed   = "'NoneType' object is not subscriptable"
	noneUnpacked  = "cannot unpack non-iterable NoneType object"
	noneItemSet   = "'NoneType' object does not support item assignment"
	noneItemGone  = "'NoneType' object doesn't support item deletion"
	noneContains  = "argument of type 'NoneType' is not iterable"
	noneOperand   = "unsupported operand type(s) for %s: %s"
	noneUnordered = "'%s' not supported between instances of %s"
)

// operandsWithNone names the types of two operands of which one, the first or the second, is None.
func operandsWithNone(other types.Type, first bool, and string) string {
	name := className(types.Unwrap(other))
	if name == "tuple..." {
		name = "tuple"
	}
	if first {
		return "'NoneType' " + and + " '" + name + "'"
	}
	return "'" + name + "' " + and + " 'NoneType'"
}

// operandNotNone is an operand of an operator that None does not have; the other one stands behind or before it.
func (c *checker) operandNotNone(op string, v, other ir.Expr, first bool) ir.Expr {
	ot := types.Unwrap(typeOf(other))
	text := fmt.Sprintf(noneOperand, op, operandsWithNone(ot, first, "and"))
	switch name := className(ot); {
	case op == "**":
		text = fmt.Sprintf(noneOperand, "** or pow()", operandsWithNone(ot, first, "and"))
	case !first && op == "+" && (name == "str" || name == "list" || name == "tuple" || name == "tuple..."):
		if name == "tuple..." {
			name = "tuple"
		}
		text = fmt.Sprintf(`can only concatenate %s (not "NoneType") to %s`, name, name)
	case op == "*" && (name == "str" || name == "list" || name == "tuple" || name == "tuple..." || name == "bytes"):
		text = "can't multiply sequence by non-int of type 'NoneType'"
	}
	return c.notNone(v, "%s", text)
}

// unwrapFor is unwrapChecked for an attribute, which None does not have.
func (c *checker) unwrapFor(e ir.Expr, attr string) ir.Expr {
	out := c.unwrapChecked(e)
	if conv, ok := out.(*ir.Convert); ok && out != e {
		conv.Attr = attr
	}
	return out
}

// assignable reports whether a value of type t can stand where want is declared, possibly
// after a conversion. Type parameters must have been filled in.
func (c *checker) assignable(t, want types.Type) bool {
	t, want = types.Resolve(t), types.Resolve(want)
	if types.Equal(t, want) || types.IsNever(t) || types.IsBad(t) || types.IsAny(want) {
		return true
	}
	if k := c.classOf(t); k != nil {
		if w, ok := want.(*types.Named); ok && (types.Derives(k.self, w) || w.Name == "Sized" || c.standsFor(k, w)) {
			return true
		}
	}
	if types.IsAny(t) {
		return !c.strict || types.Equal(want, types.Truth) || types.Equal(want, types.Iterable(types.Any))
	}
	if _, ok := t.(*types.Var); ok {
		return true
	}
	w, ok := want.(*types.Named)
	if !ok {
		return c.assignableFunc(t, want)
	}
	switch w.Name {
	case "truth", "Hashable":
		return true
	case "Sized":
		return sized(t)
	case "Optional":
		if types.IsNone(t) {
			return true
		}
		return c.assignable(types.Unwrap(t), w.Args[0])
	case "Union":
		return c.assignable(t, w.Args[0]) || c.assignable(t, w.Args[1])
	case "Iterable":
		e, ok := elementType(types.Unwrap(t))
		switch {
		case c.strict && types.IsOptional(t) || ok && c.strict && types.IsOptional(e) && !types.IsOptional(w.Args[0]):
			return types.IsAny(w.Args[0]) && ok
		case ok && c.strict && types.IsBigInt(e) && (types.IsInt(w.Args[0]) || types.IsFloat(w.Args[0])):
			return false
		}
		return ok && c.assignable(e, w.Args[0])
	case "float":
		return isNumeric(types.Unwrap(t))
	case "int":
		return isIntegral(t) || types.IsOptional(t) && c.assignable(types.Unwrap(t), want)
	case "bigint":
		return isIntegral(types.Unwrap(t))
	}
	return c.assignableNamed(t, w)
}

// sized reports whether values of a type may have a length.
func sized(t types.Type) bool {
	switch className(types.Unwrap(t)) {
	case "int", "bigint", "float", "bool", "None", "Iterator", "RDD", "DStream", "SparkContext", "StreamingContext", "":
		return false
	}
	return true
}

func (c *checker) assignableNamed(t types.Type, w *types.Named) bool {
	n, ok := t.(*types.Named)
	if !ok {
		return false
	}
	if n.Name == "Optional" {
		return c.assignable(types.Unwrap(t), w) // None raises at run time
	}
	if w.Name == "Iterator" && n.Name != "Iterator" {
		return false
	}
	if n.Name == "tuple" && w.Name == "tuple..." {
		for _, a := range n.Args {
			if !c.assignable(a, w.Args[0]) {
				return false
			}
		}
		return true
	}
	if n.Name != w.Name || len(n.Args) != len(w.Args) {
		return false
	}
	for i := range n.Args {
		if !c.assignableElem(n.Name, n.Args[i], w.Args[i]) {
			return false
		}
	}
	return true
}

// assignableElem compares type arguments: elements of a tuple convert one by one, those of a
// container must agree unless they are still open.
func (c *checker) assignableElem(name string, t, want types.Type) bool {
	switch name {
	case "tuple", "Iterator":
		return c.assignable(t, want)
	case "DStream", "RDD": // convertStream maps the elements
		return c.assignable(t, want)
	}
	if v, open := t.(*types.Var); open {
		// An overload whose elements are of another kind is not meant, though a list could hold both.
		return !c.strict || v.Bound == nil || types.IsAny(want) || !types.IsAny(types.Join(v.Bound, want))
	}
	if types.IsBigInt(t) && types.IsInt(want) { // the function gets a copy
		return true
	}
	if types.IsNever(t) || types.IsAny(want) && name != "list" && name != "dict" && name != "set" {
		return true
	}
	return types.Equal(t, want)
}

func (c *checker) assignableFunc(t, want types.Type) bool {
	w, ok := want.(*types.Callable)
	if !ok {
		return false
	}
	switch t := t.(type) {
	case *types.Func:
		fn := t.Fn.(*function)
		least, most := fn.arity()
		n := len(w.Params)
		return w.Dots || n >= least && (most < 0 || n <= most)
	case *types.Builtin, *types.Class:
		return true
	}
	return types.IsAny(t) || types.IsNever(t)
}

// convertArg converts an argument to a declared type without type parameters, or reports that
// it cannot stand there.
func (c *checker) convertArg(e ir.Expr, want types.Type) ir.Expr {
	t := typeOf(e)
	if types.IsBad(t) {
		return e
	}
	if !c.assignable(t, want) {
		c.errorf(e.Pos(), "DS305", "expected %s, found %s", declared(want), t)
		return c.bad(e.Pos())
	}
	return c.convertTo(e, want)
}

// convertTo converts to a type that assignable allowed. None and Any are checked at run time.
func (c *checker) convertTo(e ir.Expr, want types.Type) ir.Expr {
	w := types.Resolve(want)
	if w == types.Type(types.Truth) {
		return c.truth(e)
	}
	if n, ok := w.(*types.Named); ok && c.classOf(typeOf(e)) != nil {
		e = c.objectAs(e, n)
	}
	t := typeOf(e)
	if n, ok := w.(*types.Named); ok && (n.Name == "Sized" || n.Name == "Hashable") {
		return e
	}
	if n, ok := w.(*types.Named); ok && n.Name == "Iterable" {
		e = c.notNone(e, noneIterated)
		t = typeOf(e)
	}
	if types.IsAny(w) {
		e = c.box(e)
		t = typeOf(e)
	}
	c.boxes(t, func() types.Type { return want })
	out := &ir.Convert{X: ir.X{T: w, At: e.Pos()}, V: e}
	if types.IsOptional(t) && !types.IsOptional(w) && !types.IsAny(w) || types.IsAny(t) && !types.IsAny(w) {
		out.Checked = true
	}
	if types.HasVar(w) {
		c.later = append(c.later, func() { out.T = types.Resolve(want) })
	}
	return out
}

// declared prints a type of a declaration for a message.
func declared(t types.Type) string {
	if n, ok := t.(*types.Named); ok && n.Name == "Union" {
		return declared(n.Args[0]) + " or " + declared(n.Args[1])
	}
	return t.String()
}

// elementType is what iterating over a value of a type gives.
func elementType(t types.Type) (types.Type, bool) {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok {
		return nil, false
	}
	switch n.Name {
	case "list", "set", "frozenset", "tuple...", "Iterable", "Iterator", "ResultIterable", "DictKeys", "DictValues", "deque":
		return types.Resolve(n.Args[0]), true
	case "dict", "Counter", "defaultdict", "OrderedDict":
		return types.Resolve(n.Args[0]), true
	case "DictItems":
		return types.Tuple(n.Args...), true
	case "tuple":
		return joinAll(n.Args), true
	case "str":
		return types.Str, true
	case "bytes", "range":
		return types.Int, true
	case "Any", "Never", "<error>":
		return n, true
	}
	return declaredElement(n)
}

// elem is the element type of an iterable expression; otherwise it reports the error.
func (c *checker) elem(e ir.Expr) (types.Type, bool) {
	t := types.Unwrap(typeOf(e))
	if types.IsBad(t) {
		return types.Bad, false
	}
	out, ok := elementType(t)
	if !ok {
		c.notIterable(t, e.Pos(), "")
	}
	return out, ok
}

func (c *checker) elemOf(t types.Type, at syntax.Span, what string) types.Type {
	out, ok := elementType(types.Unwrap(t))
	if !ok {
		c.notIterable(t, at, what)
		return types.Bad
	}
	return out
}

// hashable reports a key type that Python cannot hash.
func (c *checker) hashable(t types.Type, at syntax.Span) {
	if bad := unhashable(t); bad != "" {
		c.errorf(at, "DS314", "unhashable type: '%s'", bad).WithHint("use a tuple instead")
	}
}

func unhashable(t types.Type) string {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok {
		return ""
	}
	switch n.Name {
	case "list", "dict", "set":
		return n.Name
	case "tuple", "Optional":
		for _, a := range n.Args {
			if bad := unhashable(a); bad != "" {
				return bad
			}
		}
	}
	return ""
}
