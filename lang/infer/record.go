package infer

import (
	"slices"
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// record is what a dataclass or named tuple is made of.
type record struct {
	kind                                              recordKind
	fields                                            []recordField
	misplaced                                         string // what is wrong with their order
	init, repr, eq, order, frozen, unsafeHash, kwOnly bool
}

type recordKind uint8

const (
	dataClass recordKind = iota
	namedTuple
)

// recordField is a field: its default, or the function that makes one for each object.
type recordField struct {
	name                      string
	def, factory              syntax.Expr
	noInit, noRepr, noCompare bool
	kwOnly, initVar           bool
	scalar                    bool // annotated as a number or text, of which no two objects are told apart
	float                     bool // annotated as a float, which may be a nan
}

var scalarNames = map[string]bool{"int": true, "float": true, "str": true, "bool": true, "bytes": true}

// classDecorators reads the decorators of a class.
func (c *checker) classDecorators(k *class) {
	for _, d := range k.node.Decorators {
		if c.knownDecorator(k, d) || types.IsBad(typeOf(c.expr(d))) {
			continue
		}
		if k.canBeDynamic() {
			c.makeClassDynamic(k, d.Pos(), "it has a decorator")
		}
		c.unsupported(d.Pos(), "this decorator of a class").WithHint("call the function on the objects, or write its work into the class")
	}
	c.readFields(k)
}

// readFields reads the fields of a class, if it is a record.
func (c *checker) readFields(k *class) {
	r := k.record
	if r == nil {
		return
	}
	if r.fields == nil {
		r.fields = c.recordFields(k)
		r.misplaced = putInOrder(r)
	}
	if r.misplaced != "" {
		c.errorf(k.node.Name.Span, "DS320", "%s", r.misplaced)
	}
}

// putInOrder gives a field without a default that stands behind one with a default that one's, and tells what Python says when
// it makes the class; "" if there is none.
func putInOrder(r *record) string {
	misplaced := ""
	var last *recordField
	for i := range r.fields {
		f := &r.fields[i]
		switch {
		case f.noInit || f.kwOnly:
		case f.def != nil || f.factory != nil:
			last = f
		case last != nil:
			f.def, f.factory = last.def, last.factory
			if misplaced != "" {
				continue
			}
			misplaced = "non-default argument '" + f.name + "' follows default argument"
			if r.kind == namedTuple {
				misplaced = "Non-default namedtuple field " + f.name + " cannot follow default field " + last.name
			}
		}
	}
	return misplaced
}

// knownDecorator applies a decorator that writes methods, or that is there for type checkers.
func (c *checker) knownDecorator(k *class, d syntax.Expr) bool {
	e, args := d, []*syntax.Arg(nil)
	if call, ok := d.(*syntax.Call); ok {
		e, args = call.Fn, call.Args
	}
	name := ""
	switch e.(type) {
	case *syntax.Name, *syntax.Attr:
		switch t := typeOf(c.expr(e)).(type) {
		case *types.Module:
			name = t.Name
		case *types.Builtin:
			name = t.Name
		}
	}
	switch name {
	case "dataclasses.dataclass":
		if k.record == nil {
			k.record = &record{kind: dataClass, init: true, repr: true, eq: true}
		}
		c.dataclassOptions(k.record, args)
	case "functools.total_ordering", "total_ordering":
		k.ordered = true
	case "enum.unique", "enum.verify", "typing.final", "typing.runtime_checkable", "typing_extensions.runtime_checkable":
	default:
		return false
	}
	return true
}

func (c *checker) dataclassOptions(r *record, args []*syntax.Arg) {
	for _, a := range args {
		b, ok := a.Value.(*syntax.BoolLit)
		option := map[string]*bool{"init": &r.init, "repr": &r.repr, "eq": &r.eq, "order": &r.order, "frozen": &r.frozen,
			"unsafe_hash": &r.unsafeHash, "kw_only": &r.kwOnly, "slots": new(bool)}[a.Name]
		if !ok || option == nil {
			c.unsupported(a.Span, "this option of dataclass").WithHint("init, repr, eq, order, frozen, unsafe_hash and kw_only are, with True or False")
			continue
		}
		*option = b.Value
	}
}

// recordFields are the fields of the bases and those that the class body annotates, in Python's order.
func (c *checker) recordFields(k *class) []recordField {
	fields := []recordField{}
	add := func(f recordField) {
		for i := range fields {
			if fields[i].name == f.name {
				fields[i] = f
				return
			}
		}
		fields = append(fields, f)
	}
	for i := len(k.line) - 1; i > 0; i-- {
		if r := k.line[i].record; r != nil {
			for _, f := range r.fields {
				add(f)
			}
		}
	}
	kwOnly := k.record.kwOnly
	for _, s := range k.node.Body {
		a, ok := s.(*syntax.AnnAssign)
		if !ok {
			continue
		}
		n, ok := a.Target.(*syntax.Name)
		ann := c.src.Slice(a.Type.Pos())
		if !ok || strings.Contains(ann, "ClassVar") {
			continue
		}
		if strings.HasSuffix(ann, "KW_ONLY") {
			kwOnly = true
			continue
		}
		f := recordField{name: n.Id, def: a.Value, kwOnly: kwOnly, initVar: strings.Contains(ann, "InitVar"), scalar: scalarNames[ann], float: ann == "float"}
		if call, ok := c.fieldCall(a.Value); ok {
			c.fieldOptions(&f, call)
		}
		add(f)
	}
	return fields
}

// fieldCall recognises dataclasses.field(…).
func (c *checker) fieldCall(e syntax.Expr) (*syntax.Call, bool) {
	call, ok := e.(*syntax.Call)
	if !ok {
		return nil, false
	}
	switch call.Fn.(type) {
	case *syntax.Name, *syntax.Attr:
		t, ok := typeOf(c.expr(call.Fn)).(*types.Module)
		return call, ok && t.Name == "dataclasses.field"
	}
	return nil, false
}

func (c *checker) fieldOptions(f *recordField, call *syntax.Call) {
	f.def = nil
	for _, a := range call.Args {
		off := false
		if b, ok := a.Value.(*syntax.BoolLit); ok {
			off = !b.Value
		}
		switch a.Name {
		case "default":
			f.def = a.Value
		case "default_factory":
			f.factory = a.Value
		case "init":
			f.noInit = off
		case "repr":
			f.noRepr = off
		case "compare":
			f.noCompare = off
		case "kw_only":
			f.kwOnly = !off
		case "hash", "metadata":
		default:
			c.unsupported(a.Span, "this argument of field()").WithHint("use default, default_factory, init, repr, compare or kw_only")
		}
	}
}

// isRecordField reports a statement of a class body that only declares a field.
func (c *checker) isRecordField(k *class, s syntax.Stmt) bool {
	a, ok := s.(*syntax.AnnAssign)
	if !ok || k.record == nil || a.Value == nil {
		return false
	}
	_, isField := c.fieldCall(a.Value)
	return isField
}

// recordMember reads what a record's class has besides its methods.
func (c *checker) recordMember(k *class, name string, at syntax.Span) ir.Expr {
	r := k.record
	if r == nil {
		r = k.namedTuple()
	}
	if r == nil || name != "__match_args__" && (name != "_fields" || r.kind != namedTuple) {
		return nil
	}
	lit := &syntax.Tuple{At: syntax.At{Span: at}}
	for _, f := range r.fields {
		lit.Elts = append(lit.Elts, &syntax.StrLit{At: lit.At, Value: f.name})
	}
	return c.tupleDisplay(lit)
}

// asTuple makes a tuple of a named tuple, whose elements have types of their own; other values stay.
func (c *checker) asTuple(v ir.Expr) ir.Expr {
	k := c.classOf(typeOf(v))
	if k == nil || k.namedTuple() == nil {
		return v
	}
	if out := c.special(v, "_as_tuple", nil, v.Pos()); out != nil {
		return out
	}
	return v
}

// recordCalls are the functions about records: asdict(x), astuple(x), replace(x, a=…), fields(x), and
// x._replace(a=…).
func (c *checker) recordReplace(x ir.Expr, k *class, args []argument, at syntax.Span) ir.Expr {
	pre := &prelude{}
	x = pre.keep(c, x)
	args, known := c.expandArgs(args, pre)
	if known {
		return pre.wrap(c.recordReplaced(x, k, args, at))
	}
	return pre.wrap(c.recordReplaceAll(x, k, args, at))
}

// recordReplaceAll is replace(x, **d) where the names are known when running only.
func (c *checker) recordReplaceAll(x ir.Expr, k *class, args []argument, at syntax.Span) ir.Expr {
	changes, ok := c.namedValues(args, at)
	if !ok {
		return c.bad(at)
	}
	if k.namedTuple() != nil {
		return c.special(x, replaceValues, []ir.Expr{c.expr(changes)}, at)
	}
	c.makeClassDynamic(k, at, "replace() gets names that are known when running only")
	return c.bad(at)
}

// namedValues is a dict of arguments that all have names.
func (c *checker) namedValues(args []argument, at syntax.Span) (lit *syntax.Dict, ok bool) {
	lit = &syntax.Dict{At: syntax.At{Span: at}}
	for _, a := range args {
		var key syntax.Expr
		switch {
		case a.name != "":
			key = &syntax.StrLit{At: lit.At, Value: a.name}
		case a.star != "**":
			c.errorf(a.at, "DS320", "replace() takes the new values by name")
			return nil, false
		}
		lit.Keys, lit.Values = append(lit.Keys, key), append(lit.Values, c.held(c.asValue(a.val, a.at), a.at))
	}
	return lit, true
}

// recordReplaced is replace(x, a=…).
func (c *checker) recordReplaced(x ir.Expr, k *class, args []argument, at syntax.Span) ir.Expr {
	given := map[string]bool{}
	for _, a := range args {
		if a.name == "" {
			c.errorf(a.at, "DS320", "replace() takes the new values by name")
			return c.bad(at)
		}
		given[a.name] = true
	}
	r := k.record
	if r == nil {
		r = k.namedTuple()
	}
	exp := &expansion{}
	read := exp.param(c, typeOf(x), "x", at)
	all := append([]argument(nil), args...)
	for i := range all {
		all[i].val = exp.param(c, typeOf(args[i].val), args[i].name, args[i].at)
	}
	for _, f := range r.fields {
		if !given[f.name] && !f.noInit {
			all = append(all, argument{name: f.name, val: c.objectAttr(read, k, nil, f.name, at, at), at: at})
		}
	}
	exp.call = c.newObject(k, all, callAt(at))
	if types.IsBad(typeOf(exp.call)) {
		return exp.call
	}
	fn := c.wrapper(exp, &types.Callable{Result: k.self}, x).(*ir.FuncVal)
	vals := []ir.Expr{x}
	for _, a := range args {
		vals = append(vals, a.val)
	}
	return &ir.CallFunc{X: ir.X{T: k.self, At: at}, Func: fn.Func, Args: vals}
}

// recordFunction is v, or a lambda if v is a function of module dataclasses given to another function: the checker writes out
// each of its calls.
func (c *checker) recordFunction(v ir.Expr, at syntax.Span) ir.Expr {
	m, ok := typeOf(v).(*types.Module)
	if !ok {
		return v
	}
	switch m.Name {
	case "dataclasses.asdict", "dataclasses.astuple", "dataclasses.fields", "dataclasses.is_dataclass":
	default:
		return v
	}
	here := syntax.At{Span: at}
	call := &syntax.Call{At: here, Fn: c.held(v, at), Args: []*syntax.Arg{{At: here, Value: &syntax.Name{At: here, Id: "x"}}}}
	return c.writtenLambda(&syntax.Lambda{At: here, Params: []*syntax.Param{{At: here, Name: "x"}}, Body: call}, &prelude{})
}

// recordCall calls a function of module dataclasses.
func (c *checker) recordCall(name string, args []argument, e *syntax.Call) ir.Expr {
	var k *class
	if len(args) > 0 {
		k = c.classOf(typeOf(args[0].val))
		if cls, ok := typeOf(args[0].val).(*types.Class); ok {
			k, _ = cls.Decl.(*class)
		}
	}
	if len(args) > 0 && (k == nil && types.IsAny(typeOf(args[0].val)) || name == "fields" && k != nil && k.record != nil && k.canBeDynamic()) {
		return c.dynamicRecordCall(name, args, e)
	}
	if k == nil && name == "is_dataclass" && len(args) == 1 {
		return c.boolean(false, e.Span)
	}
	if k == nil || k.record == nil {
		if len(args) > 0 && (types.IsBad(typeOf(args[0].val)) || nothing(typeOf(args[0].val))) {
			return c.withType(args[0].val, typeOf(args[0].val))
		}
		c.unsupported(e.Fn.Pos(), "%s() of a value that is not known to be a dataclass", name).WithHint("call it on an object of one class")
		return c.bad(e.Span)
	}
	once := &prelude{} // the object is evaluated once, however many fields are read
	x := args[0].val
	switch name {
	case "replace":
		return c.recordReplace(x, k, args[1:], e.Span)
	case "is_dataclass":
		return c.boolean(true, e.Span)
	case "astuple", "asdict":
		for _, f := range k.record.fields {
			if a := k.family.attrs[f.name]; a != nil && holdsRecord(c, a.cell, false) {
				c.makeAllDynamic(e.Span, name+"() is called of a dataclass that has others in it")
			}
		}
		if x = once.keep(c, x); name == "astuple" {
			return once.wrap(c.recordTuple(x, k, e.Span))
		}
		return once.wrap(c.recordDict(x, k, e.Span))
	}
	c.unsupported(e.Fn.Pos(), "%s()", name).WithHint("name the fields")
	return c.bad(e.Span)
}

// recordDict is asdict(x): nested dataclasses become dicts too.
func (c *checker) recordDict(x ir.Expr, k *class, at syntax.Span) ir.Expr {
	out := &ir.Dict{X: ir.X{T: types.Dict(types.Str, types.Any), At: at}}
	for _, f := range k.record.fields {
		out.Keys = append(out.Keys, c.str(f.name, at))
		out.Values = append(out.Values, c.convertLater(c.fieldCopy(x, k, f.name, c.recordDict, at), types.Any))
	}
	return out
}

// recordTuple is astuple(x): nested dataclasses become tuples too.
func (c *checker) recordTuple(x ir.Expr, k *class, at syntax.Span) ir.Expr {
	var elts []ir.Expr
	for _, f := range k.record.fields {
		elts = append(elts, c.fieldCopy(x, k, f.name, c.recordTuple, at))
	}
	return c.tuple(elts, at)
}

// fieldCopy is a copy of what an object has in a field, with other dataclasses as parts makes them.
func (c *checker) fieldCopy(x ir.Expr, k *class, name string, parts func(ir.Expr, *class, syntax.Span) ir.Expr, at syntax.Span) ir.Expr {
	v := c.objectAttr(x, k, nil, name, at, at)
	if nk := c.classOf(typeOf(v)); nk != nil && nk.record != nil {
		v = parts(v, nk, at)
	} else if n, ok := types.Is(typeOf(v), "list"); ok {
		if ek := c.classOf(n.Args[0]); ek != nil && ek.record != nil {
			v = c.recordList(v, ek, parts, at)
		}
	}
	if copied(typeOf(v)) {
		v = c.callBuiltin(c.ix.Modules["copy"].Members["deepcopy"], []argument{{val: v, at: at}}, at)
	}
	return v
}

// copied reports a value of which asdict and astuple make another one: also a frozenset, whose copy may have another order.
func copied(t types.Type) bool {
	n, _ := types.Resolve(types.Unwrap(t)).(*types.Named)
	switch className(n) {
	case "list", "dict", "set", "frozenset", "deque", "Counter", "defaultdict", "OrderedDict", "Any":
		return true
	case "tuple", "tuple...":
		return slices.ContainsFunc(n.Args, copied)
	}
	return false
}

// holdsRecord reports a type with dataclasses in it, other than those that recordDict looks into: itself and the elements of a list.
func holdsRecord(c *checker, t types.Type, inside bool) bool {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok {
		return false
	}
	if k := c.classOf(n); k != nil {
		return inside && k.record != nil
	}
	for _, a := range n.Args {
		if holdsRecord(c, a, n.Name != "list" || inside) {
			return true
		}
	}
	return false
}

// recordList is the list of what parts makes of the records of a list.
func (c *checker) recordList(list ir.Expr, k *class, parts func(ir.Expr, *class, syntax.Span) ir.Expr, at syntax.Span) ir.Expr {
	v := &ir.Var{Name: "x", Type: k.self, Def: at}
	if c.frame.inst != nil {
		v.Owner = c.frame.inst.ir
	}
	elt := parts(&ir.Local{X: ir.X{T: k.self, At: at}, Var: v}, k, at)
	return &ir.Comp{X: ir.X{T: types.List(typeOf(elt)), At: at}, Kind: syntax.ListComp, Elt: elt,
		Clauses: []ir.CompClause{{Target: &ir.VarTarget{Var: v}, Iter: list}}}
}

// namedTupleCall is collections.namedtuple(name, fields): a class.
func (c *checker) namedTupleCall(args []argument, e *syntax.Call) ir.Expr {
	names, ok := c.namedTupleFields(e)
	if !ok {
		c.unsupported(e.Fn.Pos(), "namedtuple() with fields that are not written out").WithHint(`write namedtuple("Point", ["x", "y"])`)
		return c.bad(e.Span)
	}
	word := e.Args[0].Value.(*syntax.StrLit).Value
	k := c.madeClasses[defKey{c.frame, e.Span}]
	if k == nil {
		node := &syntax.ClassDef{At: e.At, Name: &syntax.Name{At: syntax.At{Span: e.Args[0].Value.Pos()}, Id: word}}
		newScope(node, c.frame.scope).class = true
		k = c.classRecord(node)
		k.record = &record{kind: namedTuple, fields: names}
		c.madeClasses[defKey{c.frame, e.Span}] = k
	}
	c.classStatement(k)
	return ref(k.typ, e.Span)
}

// factoryDefault is the default that a dataclass field's default_factory makes, anew for each object.
func (c *checker) factoryDefault(k *class, name string) ir.Expr {
	f := k.factories[name]
	outer := c.frame
	c.frame = k.frame
	defer func() { c.frame = outer }()
	return c.callValue(c.expr(f), nil, &syntax.Call{At: syntax.At{Span: f.Pos()}, Fn: f})
}
