package infer

import (
	"fmt"
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// record is what a dataclass or named tuple is made of.
type record struct {
	kind                                              recordKind
	fields                                            []recordField
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
}

// classDecorators reads the decorators of a class.
func (c *checker) classDecorators(k *class) {
	for _, d := range k.node.Decorators {
		e, args := d, []*syntax.Arg(nil)
		if call, ok := d.(*syntax.Call); ok {
			e, args = call.Fn, call.Args
		}
		name := ""
		switch t := typeOf(c.expr(e)).(type) {
		case *types.Module:
			name = t.Name
		case *types.Builtin:
			name = t.Name
		}
		switch name {
		case "dataclasses.dataclass":
			if k.record == nil {
				k.record = &record{kind: dataClass, init: true, repr: true, eq: true}
			}
			c.dataclassOptions(k.record, args)
		case "functools.total_ordering", "total_ordering":
			k.ordered = true
		case "enum.unique", "typing.final":
		default:
			if !types.IsBad(typeOf(c.expr(e))) {
				c.unsupported(d.Pos(), "this decorator of a class").WithHint("call the function on the objects, or write its work into the class")
			}
		}
	}
	if k.record != nil && k.record.fields == nil {
		k.record.fields = c.recordFields(k)
	}
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
		f := recordField{name: n.Id, def: a.Value, kwOnly: kwOnly, initVar: strings.Contains(ann, "InitVar")}
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

// makeMethods writes the methods that Python makes for a class.
func (c *checker) makeMethods(k *class) {
	var b strings.Builder
	switch {
	case k.enum != nil:
		c.enumMethods(k, &b)
	case k.record != nil && k.record.kind == dataClass:
		c.dataclassMethods(k, &b)
	case k.record != nil:
		c.namedTupleMethods(k, &b)
	}
	if k.ordered {
		orderMethods(k, &b)
	}
	if k.members["__eq__"] != nil && k.members["__hash__"] == nil && k.record == nil && k.enum == nil {
		if _, isVar := k.frame.vars["__hash__"]; !isVar {
			fmt.Fprintf(&b, "def __hash__(self):\n    raise TypeError(\"unhashable type: '%s'\")\n", k.node.Name.Id)
		}
	}
	k.made = []syntax.Stmt{}
	if b.Len() == 0 {
		return
	}
	body, errs := c.src.Generate(b.String(), k.node.Name.Span)
	if len(errs) > 0 {
		panic("generated methods: " + errs[0].Msg + "\n" + b.String())
	}
	bind := &binder{}
	bind.block(k.frame.scope, body)
	bind.resolveUses()
	storedNames(body, c.stores)
	k.made = body
	if k.record != nil {
		c.setDefaults(k)
	}
	c.changed = true
}

// setDefaults gives the parameters of the written __init__ the defaults of the fields.
func (c *checker) setDefaults(k *class) {
	for _, s := range k.made {
		def, ok := s.(*syntax.FuncDef)
		if !ok || def.Name.Id != "__init__" {
			continue
		}
		for _, p := range def.Params {
			for _, f := range k.record.fields {
				if f.name != p.Name || p.Default == nil {
					continue
				}
				if f.factory != nil {
					k.factories[p.Name] = f.factory
				} else {
					p.Default = f.def
				}
			}
		}
	}
}

// has reports whether the class itself defines a method.
func (k *class) has(name string) bool { return k.members[name] != nil }

func (c *checker) dataclassMethods(k *class, b *strings.Builder) {
	r := k.record
	if r.init && !k.has("__init__") {
		c.initMethod(k, b)
	}
	var shown, compared []string
	for _, f := range r.fields {
		if f.initVar {
			continue
		}
		if !f.noRepr {
			shown = append(shown, f.name)
		}
		if !f.noCompare {
			compared = append(compared, f.name)
		}
	}
	if r.repr && !k.has("__repr__") {
		reprMethod(b, "{self.__class__.__name__}", shown)
	}
	if r.eq && !k.has("__eq__") {
		tests := []string{"True"}
		for _, n := range compared {
			tests = append(tests, "self."+n+" == other."+n)
		}
		if len(tests) > 1 {
			tests = tests[1:]
		}
		fmt.Fprintf(b, "def __eq__(self, other):\n    if isinstance(other, %s) and type(other) is type(self):\n        return %s\n    return NotImplemented\n",
			k.selfName(), strings.Join(tests, " and "))
	}
	if r.order {
		for _, op := range [][2]string{{"__lt__", "<"}, {"__le__", "<="}, {"__gt__", ">"}, {"__ge__", ">="}} {
			fmt.Fprintf(b, "def %s(self, other):\n    if isinstance(other, %s):\n        return %s %s %s\n    return NotImplemented\n",
				op[0], k.selfName(), tupleOfFields("self", compared), op[1], tupleOfFields("other", compared))
		}
	}
	switch {
	case k.has("__hash__"):
	case r.eq && r.frozen || r.unsafeHash:
		fmt.Fprintf(b, "def __hash__(self):\n    return hash(%s)\n", tupleOfFields("self", compared))
	case r.eq:
		fmt.Fprintf(b, "def __hash__(self):\n    raise TypeError(\"unhashable type: '%s'\")\n", k.node.Name.Id)
	}
}

// selfName is how the written methods name the class: its name in the script may mean another thing
// inside of it.
func (k *class) selfName() string { return "__class__" }

func tupleOfFields(x string, fields []string) string {
	var b strings.Builder
	b.WriteByte('(')
	for _, f := range fields {
		b.WriteString(x + "." + f + ", ")
	}
	b.WriteByte(')')
	return b.String()
}

// initMethod writes __init__ from the fields.
func (c *checker) initMethod(k *class, b *strings.Builder) {
	params, body, vars := []string{"self"}, "", ""
	var keywords []string
	for _, f := range k.record.fields {
		switch {
		case f.noInit && f.factory == nil && f.def == nil:
			continue
		case f.noInit:
			e := f.def
			if f.factory != nil {
				e = f.factory
			}
			text := c.src.Slice(e.Pos())
			if f.factory != nil {
				text = "(" + text + ")()"
			}
			body += "    self." + f.name + " = " + text + "\n"
			continue
		}
		p := f.name
		if f.def != nil || f.factory != nil {
			p += "=None"
		}
		if f.kwOnly {
			keywords = append(keywords, p)
		} else {
			params = append(params, p)
		}
		if f.initVar {
			vars += f.name + ", "
		} else {
			body += "    self." + f.name + " = " + f.name + "\n"
		}
	}
	if len(keywords) > 0 {
		params = append(append(params, "*"), keywords...)
	}
	if m, _ := k.find("__post_init__"); m != nil {
		body += "    self.__post_init__(" + vars + ")\n"
	}
	if body == "" {
		body = "    pass\n"
	}
	fmt.Fprintf(b, "def __init__(%s):\n%s", strings.Join(params, ", "), body)
}

func reprMethod(b *strings.Builder, name string, fields []string) {
	var parts []string
	for _, f := range fields {
		parts = append(parts, f+"={self."+f+"!r}")
	}
	fmt.Fprintf(b, "def __repr__(self):\n    return f\"%s(%s)\"\n", name, strings.Join(parts, ", "))
}

func (c *checker) namedTupleMethods(k *class, b *strings.Builder) {
	var names []string
	for _, f := range k.record.fields {
		names = append(names, f.name)
	}
	c.initMethod(k, b)
	if !k.has("__repr__") {
		reprMethod(b, "{self.__class__.__name__}", names)
	}
	all, other := tupleOfFields("self", names), tupleOfFields("other", names)
	fmt.Fprintf(b, "def _as_tuple(self):\n    return %s\n", all)
	if !k.has("__eq__") {
		fmt.Fprintf(b, "def __eq__(self, other):\n    if isinstance(other, %s):\n        return %s == %s\n    return %s == other\n", k.selfName(), all, other, all)
	}
	if !k.has("__hash__") {
		fmt.Fprintf(b, "def __hash__(self):\n    return hash(%s)\n", all)
	}
	for _, op := range [][2]string{{"__lt__", "<"}, {"__le__", "<="}, {"__gt__", ">"}, {"__ge__", ">="}} {
		if !k.has(op[0]) {
			fmt.Fprintf(b, "def %s(self, other):\n    if isinstance(other, %s):\n        return %s %s %s\n    return %s %s other\n",
				op[0], k.selfName(), all, op[1], other, all, op[1])
		}
	}
	fmt.Fprintf(b, "def __iter__(self):\n    return iter(%s)\ndef __len__(self):\n    return %d\ndef __getitem__(self, i):\n    return %s[i]\n", all, len(names), all)
	fmt.Fprintf(b, "def __add__(self, other):\n    return %s + tuple(other)\n", all)
	fmt.Fprintf(b, "def index(self, x):\n    return %s.index(x)\ndef count(self, x):\n    return %s.count(x)\n", all, all)
	dict := ""
	for _, n := range names {
		dict += "'" + n + "': self." + n + ", "
	}
	fmt.Fprintf(b, "def _asdict(self):\n    return {%s}\n", dict)
	fmt.Fprintf(b, "@classmethod\ndef _make(cls, values):\n    %s = values\n    return cls(%s)\n", listOf(names), strings.Join(names, ", "))
}

func listOf(names []string) string { return "[" + strings.Join(names, ", ") + "]" }

// orderMethods writes the comparisons that functools.total_ordering derives from one.
func orderMethods(k *class, b *strings.Builder) {
	derive := map[string]map[string]string{
		"__lt__": {"__gt__": "not (self < other or self == other)", "__le__": "self < other or self == other", "__ge__": "not self < other"},
		"__le__": {"__ge__": "not self <= other or self == other", "__lt__": "self <= other and not self == other", "__gt__": "not self <= other"},
		"__gt__": {"__lt__": "not (self > other or self == other)", "__ge__": "self > other or self == other", "__le__": "not self > other"},
		"__ge__": {"__le__": "not self >= other or self == other", "__gt__": "self >= other and not self == other", "__lt__": "not self >= other"},
	}
	for _, base := range []string{"__lt__", "__le__", "__gt__", "__ge__"} {
		if !k.has(base) {
			continue
		}
		for _, name := range []string{"__lt__", "__le__", "__gt__", "__ge__"} {
			if text := derive[base][name]; text != "" && !k.has(name) {
				fmt.Fprintf(b, "def %s(self, other):\n    return %s\n", name, text)
			}
		}
		return
	}
}

// recordMember reads what a record's class has besides its methods.
func (c *checker) recordMember(k *class, e *syntax.Attr) ir.Expr {
	if k.record == nil || e.Name != "_fields" && e.Name != "__match_args__" {
		return nil
	}
	lit := &syntax.Tuple{At: e.At}
	for _, f := range k.record.fields {
		lit.Elts = append(lit.Elts, &syntax.StrLit{At: e.At, Value: f.name})
	}
	return c.tupleDisplay(lit)
}

// asTuple makes a tuple of a named tuple, whose elements have types of their own; other values stay.
func (c *checker) asTuple(v ir.Expr) ir.Expr {
	k := c.classOf(typeOf(v))
	if k == nil || k.record == nil || k.record.kind != namedTuple {
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
	given := map[string]bool{}
	for _, a := range args {
		if a.name == "" {
			c.errorf(a.at, "DS320", "replace() takes the new values by name")
			return c.bad(at)
		}
		given[a.name] = true
	}
	exp := &expansion{}
	read := exp.param(c, typeOf(x), "x", at)
	all := append([]argument(nil), args...)
	for i := range all {
		all[i].val = exp.param(c, typeOf(args[i].val), args[i].name, args[i].at)
	}
	for _, f := range k.record.fields {
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

// recordCall calls a function of module dataclasses.
func (c *checker) recordCall(name string, args []argument, e *syntax.Call) ir.Expr {
	var k *class
	if len(args) > 0 {
		k = c.classOf(typeOf(args[0].val))
		if cls, ok := typeOf(args[0].val).(*types.Class); ok {
			k, _ = cls.Decl.(*class)
		}
	}
	if k == nil || k.record == nil {
		if len(args) > 0 && (types.IsBad(typeOf(args[0].val)) || nothing(typeOf(args[0].val))) {
			return c.withType(args[0].val, typeOf(args[0].val))
		}
		c.unsupported(e.Fn.Pos(), "%s() of a value that is not known to be a dataclass", name).WithHint("call it on an object of one class")
		return c.bad(e.Span)
	}
	x := args[0].val
	switch name {
	case "replace":
		return c.recordReplace(x, k, args[1:], e.Span)
	case "is_dataclass":
		return c.boolean(true, e.Span)
	case "astuple":
		lit := &syntax.Tuple{At: e.At}
		for _, f := range k.record.fields {
			lit.Elts = append(lit.Elts, &syntax.Attr{At: e.At, X: c.held(x, e.Span), Name: f.name, NameAt: e.Span})
		}
		return c.tupleDisplay(lit)
	case "asdict":
		return c.recordDict(x, k, e.Span)
	}
	c.unsupported(e.Fn.Pos(), "%s()", name).WithHint("name the fields")
	return c.bad(e.Span)
}

// recordDict is asdict(x): nested dataclasses become dicts too.
func (c *checker) recordDict(x ir.Expr, k *class, at syntax.Span) ir.Expr {
	out := &ir.Dict{X: ir.X{T: types.Dict(types.Str, types.Any), At: at}}
	for _, f := range k.record.fields {
		v := c.objectAttr(x, k, nil, f.name, at, at)
		if nk := c.classOf(typeOf(v)); nk != nil && nk.record != nil {
			v = c.recordDict(v, nk, at)
		} else if n, ok := types.Is(typeOf(v), "list"); ok {
			if ek := c.classOf(n.Args[0]); ek != nil && ek.record != nil {
				v = c.recordDicts(v, ek, at)
			}
		}
		out.Keys = append(out.Keys, c.str(f.name, at))
		out.Values = append(out.Values, c.convertLater(v, types.Any))
	}
	return out
}

// recordDicts is the list of the dicts of a list of records.
func (c *checker) recordDicts(list ir.Expr, k *class, at syntax.Span) ir.Expr {
	v := &ir.Var{Name: "x", Type: k.self, Def: at}
	if c.frame.inst != nil {
		v.Owner = c.frame.inst.ir
	}
	elt := c.recordDict(&ir.Local{X: ir.X{T: k.self, At: at}, Var: v}, k, at)
	return &ir.Comp{X: ir.X{T: types.List(typeOf(elt)), At: at}, Kind: syntax.ListComp, Elt: elt,
		Clauses: []ir.CompClause{{Target: &ir.VarTarget{Var: v}, Iter: list}}}
}

// namedTupleCall is collections.namedtuple(name, fields): a class.
func (c *checker) namedTupleCall(args []argument, e *syntax.Call) ir.Expr {
	names, ok := namedTupleFields(e)
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

// namedTupleFields reads the fields of namedtuple("P", "x y", defaults=[…]) or
// NamedTuple("P", [("x", int), …]).
func namedTupleFields(e *syntax.Call) ([]recordField, bool) {
	if len(e.Args) < 2 {
		return nil, false
	}
	if _, ok := e.Args[0].Value.(*syntax.StrLit); !ok {
		return nil, false
	}
	var out []recordField
	switch v := e.Args[1].Value.(type) {
	case *syntax.StrLit:
		for _, n := range strings.Fields(strings.ReplaceAll(v.Value, ",", " ")) {
			out = append(out, recordField{name: n})
		}
	case *syntax.List, *syntax.Tuple:
		elts := []syntax.Expr{}
		if l, ok := v.(*syntax.List); ok {
			elts = l.Elts
		} else {
			elts = v.(*syntax.Tuple).Elts
		}
		for _, x := range elts {
			if t, ok := x.(*syntax.Tuple); ok && len(t.Elts) == 2 {
				x = t.Elts[0]
			}
			s, ok := x.(*syntax.StrLit)
			if !ok {
				return nil, false
			}
			out = append(out, recordField{name: s.Value})
		}
	default:
		return nil, false
	}
	for _, a := range e.Args[2:] {
		if a.Name != "defaults" {
			continue
		}
		var elts []syntax.Expr
		switch d := a.Value.(type) {
		case *syntax.List:
			elts = d.Elts
		case *syntax.Tuple:
			elts = d.Elts
		default:
			return nil, false
		}
		for i, d := range elts {
			if at := len(out) - len(elts) + i; at >= 0 {
				out[at].def = d
			}
		}
	}
	return out, true
}

// factoryDefault is the default that a dataclass field's default_factory makes, anew for each object.
func (c *checker) factoryDefault(k *class, name string) ir.Expr {
	f := k.factories[name]
	outer := c.frame
	c.frame = k.frame
	defer func() { c.frame = outer }()
	return c.callValue(c.expr(f), nil, &syntax.Call{At: syntax.At{Span: f.Pos()}, Fn: f})
}
