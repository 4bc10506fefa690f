package infer

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// caughtType is the static type of what an except clause binds.
func (c *checker) caughtType(h *syntax.Handler) types.Type {
	if h.Type == nil {
		return exceptionType
	}
	if k, ok := c.namedClass(h.Type); ok && k.exception != "" {
		return k.self
	}
	return exceptionType
}

// namedClass is the class of the script that an expression names.
func (c *checker) namedClass(e syntax.Expr) (*class, bool) {
	switch e.(type) {
	case *syntax.Name, *syntax.Attr:
	default:
		return nil, false
	}
	cls, ok := typeOf(c.expr(e)).(*types.Class)
	if !ok {
		return nil, false
	}
	k, ok := cls.Decl.(*class)
	return k, ok
}

// isExceptionClass reports the unique name of an exception class of the script.
func (c *checker) isExceptionClass(name string) bool {
	for _, k := range c.classes {
		if k.name == name && k.exception != "" {
			return true
		}
	}
	return false
}

// condClass handles isinstance(x, K) where K, or one of several, is a class of the script.
func (c *checker) condClass(v ir.Expr, e *syntax.Call) (test ir.Expr, yes, no state, ok bool) {
	classes := []syntax.Expr{e.Args[1].Value}
	if parts, several := classParts(e.Args[1].Value); several {
		classes = parts
	}
	var ks []*class
	var rest []syntax.Expr
	var abcs []string
	for _, x := range classes {
		if k, ok := c.namedClass(x); ok {
			ks = append(ks, k)
			continue
		}
		if enums := c.enumClasses(x); len(enums) > 0 {
			ks = append(ks, enums...)
			continue
		}
		rest = append(rest, x)
		if full := c.abcOf(x); full != "" {
			abcs = append(abcs, full)
		}
	}
	vk := c.classOf(types.Unwrap(typeOf(v)))
	if vk != nil {
		ks = c.withABCs(ks, vk.possible(), abcs, e.Span)
	} else if types.IsAny(types.Unwrap(typeOf(v))) {
		abcs = slices.DeleteFunc(abcs, func(full string) bool { return full == abcModule+"Hashable" }) // which a derived class may not be
		ks = c.withABCs(ks, c.classes, abcs, e.Span)
	}
	if len(ks) == 0 && vk == nil || types.IsBad(typeOf(v)) || nothing(typeOf(v)) {
		return nil, nil, nil, false
	}
	yes, no = c.frame.state.copy(), c.frame.state
	name := condName(e.Args[0].Value)
	if vk != nil && !types.IsOptional(typeOf(v)) {
		return c.condObject(v, vk, ks, rest, name, yes, no, e.Span)
	}
	t := types.Unwrap(typeOf(v))
	if len(ks) == 0 || vk == nil && !types.IsAny(t) && className(t) != "Exception" {
		return nil, nil, nil, false
	}
	x := v
	if !types.IsAny(typeOf(v)) {
		x = c.convertLater(v, types.Any)
	}
	test = &ir.ClassIs{X: ir.X{T: types.Bool, At: e.Span}, V: x, Classes: irClasses(ks), Sub: true}
	if name != "" && len(ks) == 1 && len(rest) == 0 {
		yes.narrow(name, ks[0].self)
	}
	if len(rest) > 0 {
		names, ok := c.classNames(&syntax.Tuple{At: syntax.At{Span: e.Args[1].Value.Pos()}, Elts: rest})
		if !ok {
			return c.bad(e.Span), yes, no, true
		}
		test = &ir.Logic{X: ir.X{T: types.Bool, At: e.Span}, Op: "or", L: test, R: c.isInstanceCall(x, names, e.Span)}
	}
	return test, yes, no, true
}

// condObject decides isinstance for an object whose class is known but for its subclasses.
func (c *checker) condObject(v ir.Expr, vk *class, ks []*class, rest []syntax.Expr, name string, yes, no state, at syntax.Span) (ir.Expr, state, state, bool) {
	for _, x := range rest {
		n, ok := x.(*syntax.Name)
		switch {
		case ok && n.Id == "object",
			ok && n.Id == "tuple" && vk.namedTuple() != nil,
			ok && vk.exception != "" && isException(n.Id),
			ok && vk.enum != nil && n.Id == vk.enum.mixin && n.Id != "":
			if vk.exception != "" && isException(n.Id) {
				return c.isInstanceCall(c.convertLater(v, types.Any), []string{n.Id}, at), yes, no, true
			}
			test, y, n, _ := c.decidedAfter(v, true, yes, no, at)
			return test, y, n, true
		}
	}
	var hits, misses int
	for _, d := range vk.possible() {
		hit := false
		for _, k := range ks {
			hit = hit || d.derives(k)
		}
		if hit {
			hits++
		} else {
			misses++
		}
	}
	switch {
	case misses == 0 && vk.settled():
		test, y, n, _ := c.decidedAfter(v, true, yes, no, at)
		return test, y, n, true
	case hits == 0 && vk.settled():
		test, y, n, _ := c.decidedAfter(v, false, yes, no, at)
		return test, y, n, true
	}
	if name != "" && len(ks) == 1 && ks[0].derives(vk) {
		yes.narrow(name, ks[0].self)
	}
	return &ir.ClassIs{X: ir.X{T: types.Bool, At: at}, V: v, Classes: irClasses(ks), Sub: true}, yes, no, true
}

// settled reports that some object of the static type is made, so that its possible classes are known.
func (k *class) settled() bool {
	for _, d := range k.descendants() {
		if d.created {
			return true
		}
	}
	return len(k.descendants()) == 1
}

// classTest is a test for a class where it is not decided by the static type.
func (c *checker) classTest(test *ir.ClassIs, k *class) ir.Expr {
	vk := c.classOf(typeOf(test.V))
	if vk == nil {
		test.V = c.convertLater(test.V, types.Any)
		return test
	}
	if ps := vk.possible(); len(ps) == 1 && vk.settled() {
		return c.boolean(ps[0] == k, test.At)
	}
	return test
}

// isSubclass is issubclass(K, L) of classes that are named.
func (c *checker) isSubclass(args []argument, e *syntax.Call) ir.Expr {
	if len(args) == 2 {
		a, ok1 := typeOf(args[0].val).(*types.Class)
		b, ok2 := typeOf(args[1].val).(*types.Class)
		if ok1 && ok2 {
			k, user := a.Decl.(*class)
			l, ofUser := b.Decl.(*class)
			switch {
			case user && ofUser:
				return c.boolean(k.derives(l), e.Span)
			case a == b || a.Name == b.Name && !user && !ofUser:
				return c.boolean(true, e.Span)
			}
		}
		if ok1 {
			of, isBuiltin := typeOf(args[1].val).(*types.Builtin)
			if k, user := a.Decl.(*class); user && isBuiltin && of.Name == "tuple" && k.namedTuple() != nil {
				return c.boolean(true, e.Span)
			}
		}
		if full := abcName(typeOf(args[1].val)); full != "" {
			if is, known := c.subclassOfABC(a, full, e.Span); known {
				return c.boolean(is, e.Span)
			}
		}
	}
	if len(args) != 2 {
		c.errorf(e.Fn.Pos(), "DS320", "issubclass expected 2 arguments, got %d", len(args))
		return c.bad(e.Span)
	}
	for i := range args {
		args[i].val = c.asValue(args[i].val, args[i].at)
	}
	return c.callBuiltin(c.ix.Modules["builtins"].Members["_issubclass"], args, e.Span)
}

// subclassOfABC decides whether a class derives from an abstract class; known is false where that is known when running.
func (c *checker) subclassOfABC(of *types.Class, full string, at syntax.Span) (is, known bool) {
	if of == nil {
		return false, false
	}
	if k, ok := of.Decl.(*class); ok {
		return c.hasABC(k, full, at), true
	}
	return isOfABC(types.Of(of.Name), full)
}

// typeCall is type(x) as a value.
func (c *checker) typeCall(args []argument, e *syntax.Call) ir.Expr {
	if len(args) != 1 {
		c.unsupported(e.Fn.Pos(), "type() with %d arguments", len(args)).WithHint("write a class statement")
		return c.bad(e.Span)
	}
	v := c.asValue(args[0].val, args[0].at)
	if k := c.classOf(typeOf(v)); k != nil {
		if ps := k.possible(); len(ps) == 1 {
			return ref(ps[0].typ, e.Span)
		}
		if k.canBeDynamic() {
			c.makeClassDynamic(k, e.Span, "type() of an object is used, which may be of several classes")
		}
	}
	if types.IsBad(typeOf(v)) || nothing(typeOf(v)) {
		return c.withType(v, typeOf(v))
	}
	return c.callBuiltin(c.ix.Modules["builtins"].Members["_type_of"], []argument{{val: v, at: args[0].at}}, e.Span)
}
