package infer

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// specialMethod is a special method that the runtime calls for a value of unknown type: with how many
// boxed arguments, and what it must give (nil for anything).
type specialMethod struct {
	args   int
	result types.Type
}

// specialMethods are those for which the runtime has an interface.
var specialMethods = map[string]specialMethod{
	"__repr__": {0, types.Str}, "__str__": {0, types.Str}, "__format__": {1, types.Str}, "__len__": {0, types.Int},
	"__bool__": {0, types.Truth}, "__hash__": {0, types.Int}, "__eq__": {1, types.Any}, "__lt__": {1, types.Any},
	"__le__": {1, types.Any}, "__gt__": {1, types.Any}, "__ge__": {1, types.Any}, "__contains__": {1, types.Truth},
	"__iter__": {0, types.Iterable(types.Any)}, "__getitem__": {1, types.Any}, "__setitem__": {2, types.None}, "__delitem__": {1, types.None},
	"__int__": {0, types.Int}, "__float__": {0, types.Float}, "__index__": {0, types.Int}, "__next__": {0, types.Any},
	"__plain__": {0, types.Any}, // which the compiler writes for the members of an IntEnum and its like, and for named tuples
	"__neg__":   {0, types.Any}, "__pos__": {0, types.Any}, "__abs__": {0, types.Any}, "__invert__": {0, types.Any},
}

func init() {
	for _, name := range operatorMethods {
		for _, prefix := range []string{"", "r", "i"} {
			specialMethods["__"+prefix+name+"__"] = specialMethod{1, types.Any}
		}
	}
}

// dynamicNames are the attributes and methods that are reached by name on values of unknown type.
type dynamicNames struct {
	get, set map[string]bool
	ops      map[string]bool // operators on values of unknown type
	call     map[dynamicCall]bool
	all      bool // some name is known only at run time
	named    bool // a function known when running only is called with arguments by name
}

// uses notes an operator that is applied to values of unknown type: objects among them need it at run time.
func (c *checker) uses(op string) {
	if !c.dynamicNames.ops[op] {
		c.dynamicNames.ops[op] = true
		c.changed = true
	}
}

// operatorNames are the operators of special methods.
var operatorNames = map[string]string{}

func init() {
	for op, name := range operatorMethods {
		for _, prefix := range []string{"", "r", "i"} {
			operatorNames["__"+prefix+name+"__"] = op
		}
	}
	for name, op := range map[string]string{"__getitem__": "[]", "__setitem__": "[]=", "__delitem__": "del", "__contains__": "in",
		"__neg__": "unary", "__pos__": "unary", "__abs__": "unary", "__invert__": "unary"} {
		operatorNames[name] = op
	}
}

// mentions reports a name that is read or called on values of unknown type.
func (d *dynamicNames) mentions(name string) bool {
	for call := range d.call {
		if call.name == name {
			return true
		}
	}
	return d.get[name]
}

// dynamicCall is a call by name: how many arguments it has by position, and the names of others, with blanks between them.
type dynamicCall struct {
	name     string
	args     int
	keywords string
}

func newDynamicNames() dynamicNames {
	return dynamicNames{get: map[string]bool{}, set: map[string]bool{}, call: map[dynamicCall]bool{}, ops: map[string]bool{}}
}

// protocols types the methods that the runtime may call on objects of the script's classes.
func (c *checker) protocols() {
	seen := map[*family]bool{}
	for i := 0; i < len(c.classes); i++ { // typing a method may define classes
		k := c.classes[i]
		if k.exception != "" {
			if m, owner := k.find("__str__"); m != nil && len(k.line) > 0 {
				c.exceptionStr[k] = c.wrapMethod(k, "__str__", specialMethods["__str__"], []target{{m, owner, []*class{k}}}, nil)
			}
			continue
		}
		if !seen[k.family] && k.ir.Root != nil || !seen[k.family] {
			seen[k.family] = true
			c.familyProtocol(k.family.classes[0])
		}
	}
}

// familyTargets are the methods of a name in a family; missing are the created classes without one.
func familyTargets(f *family, name string) (ts []target, missing []*class) {
	for _, d := range f.classes {
		if !d.created {
			continue
		}
		m, owner := d.find(name)
		ts, missing = addTarget(ts, missing, d, m, owner)
	}
	return ts, missing
}

func (c *checker) familyProtocol(root *class) {
	root.ir.Protocol, root.ir.Dynamic = nil, &ir.Dynamic{}
	var names []string
	for name := range specialMethods {
		names = append(names, name)
	}
	for _, name := range sorted(names) {
		ts, missing := familyTargets(root.family, name)
		if lengths, without := familyTargets(root.family, "__len__"); name == "__bool__" && len(ts) == 0 && len(without) > 0 {
			ts, missing = lengths, without // the objects without a length are true
		}
		if op := operatorNames[name]; len(ts) == 0 || op != "" && !c.dynamicNames.ops[op] {
			continue
		}
		c.equalsRichly(root, name)
		if f := c.wrapMethod(root, name, specialMethods[name], ts, missing); f != nil {
			root.ir.Protocol = append(root.ir.Protocol, &ir.Special{Name: name, Fn: f})
		}
	}
	c.dynamicMembers(root)
}

// dynamicMembers are the attributes and methods of a family that are reached by name.
func (c *checker) dynamicMembers(root *class) {
	d := root.ir.Dynamic
	for _, name := range c.dynamicGets(root) {
		ts, missing := familyTargets(root.family, name)
		switch {
		case len(ts) > 0 && ts[0].m.kind == property:
			d.Get = append(d.Get, &ir.Special{Name: name, Fn: c.wrapMethod(root, name, specialMethod{0, types.Any}, ts, missing)})
		case root.family.attrs[name] != nil && root.family.attrs[name].stored:
			cell := root.family.attrs[name].cell
			c.boxes(cell, func() types.Type { return types.Any })
			d.Get = append(d.Get, &ir.Special{Name: name})
		case len(ts) == 0:
			if f := c.classVars(root, name); f != nil {
				d.Get = append(d.Get, &ir.Special{Name: name, Fn: f})
			}
		}
	}
	for _, name := range sortedKeys(c.dynamicNames.set) {
		if a := root.family.attrs[name]; a != nil && a.stored {
			c.put(a.cell, types.Any)
			d.Set = append(d.Set, &ir.Special{Name: name})
		}
	}
	if c.dynamicNames.mentions("_replace") {
		if ts, missing := familyTargets(root.family, replaceValues); len(ts) > 0 {
			d.Call = append(d.Call, &ir.Special{Name: replaceValues, Fn: c.wrapMethod(root, replaceValues, specialMethod{1, types.Any}, ts, missing)})
		}
	}
	for _, call := range c.dynamicNames.calls() {
		ts, missing := familyTargets(root.family, call.name)
		if call.keywords != "" || len(ts) == 0 || ts[0].m.kind == property {
			continue
		}
		if !takes(ts, call.args) {
			if f := c.wrongCount(root, call, ts); f != nil {
				d.Call = append(d.Call, &ir.Special{Name: call.name, Fn: f})
			}
			continue
		}
		d.Call = append(d.Call, &ir.Special{Name: call.name, Fn: c.wrapMethod(root, call.name, specialMethod{call.args, types.Any}, ts, missing)})
	}
}

func (c *checker) dynamicGets(root *class) []string {
	names := map[string]bool{}
	for n := range c.dynamicNames.get {
		names[n] = true
	}
	if c.dynamicNames.all {
		for n := range root.family.attrs {
			names[n] = true
		}
	}
	return sortedKeys(names)
}

func sortedKeys(m map[string]bool) []string {
	var out []string
	for n := range m {
		out = append(out, n)
	}
	return sorted(out)
}

// takes reports whether all methods can be called with n arguments.
func takes(ts []target, n int) bool {
	for _, t := range ts {
		least, most := t.m.fn.arity()
		if t.m.kind != staticMethod {
			least, most = least-1, most-1
		}
		if n < least || most >= 0 && n > most {
			return false
		}
	}
	return true
}

// wrongCount makes the function that raises what Python says of a call by name with a number of arguments that a method does not take.
func (c *checker) wrongCount(root *class, call dynamicCall, ts []target) *ir.Func {
	if len(ts) > 1 {
		return nil
	}
	text := c.methodArityError(ts[0], make([]argument, call.args))
	if text == "" {
		return nil
	}
	at := ts[0].m.fn.node.Pos()
	f := &ir.Func{Name: call.name, Kind: ir.Virtual, Class: root.ir, At: at, Result: types.Any}
	f.Params = []*ir.Var{{Name: "self", Type: root.self, Param: true, Owner: f, Def: at}}
	for i := range call.args {
		f.Params = append(f.Params, &ir.Var{Name: string(rune('a' + i)), Type: types.Any, Param: true, Owner: f, Def: at})
	}
	exc := &ir.ExcNew{X: ir.X{T: exceptionType, At: at}, Class: "TypeError", Args: []ir.Expr{c.convertLater(c.str(text, at), types.Any)}}
	f.Body = []ir.Stmt{&ir.Raise{S: ir.S{At: at}, V: exc}}
	return f
}

// wrapMethod makes the function by which the runtime calls a special method: with boxed arguments, and
// with the result that it wants.
func (c *checker) wrapMethod(root *class, name string, sm specialMethod, ts []target, missing []*class) *ir.Func {
	at := ts[0].m.fn.node.Pos()
	f := &ir.Func{Name: name, Kind: ir.Virtual, Class: root.ir, At: at, Result: sm.result}
	if sm.result == types.Type(types.Truth) {
		f.Result = types.Bool
	}
	self := &ir.Var{Name: "self", Type: root.self, Param: true, Owner: f, Def: at}
	f.Params = []*ir.Var{self}
	var args []argument
	for i := range sm.args {
		p := &ir.Var{Name: string(rune('a' + i)), Type: types.Any, Param: true, Owner: f, Def: at}
		f.Params = append(f.Params, p)
		args = append(args, argument{val: &ir.Local{X: ir.X{T: types.Any, At: at}, Var: p}, at: at})
	}
	for i, t := range ts {
		x := &ir.Local{X: ir.X{T: root.self, At: at}, Var: self}
		call := c.callMember(t.m, t.owner, root, x, args, at)
		if types.IsBad(typeOf(call)) {
			return nil
		}
		c.fitsSpecial(root, name, typeOf(call), sm.result, at)
		switch {
		case name == "__len__":
			call = c.length(call, at)
		case t.m.fn.name == "__bool__":
			call = c.boolResult(call)
		}
		body := c.returnAs(call, sm.result, at)
		if i == len(ts)-1 && len(missing) == 0 {
			f.Body = append(f.Body, body...)
			break
		}
		test := &ir.ClassIs{X: ir.X{T: types.Bool, At: at}, V: &ir.Local{X: ir.X{T: root.self, At: at}, Var: self}, Classes: irClasses(t.classes)}
		f.Body = append(f.Body, &ir.If{S: ir.S{At: at}, Test: test, Body: body})
	}
	if len(missing) > 0 {
		f.Body = append(f.Body, c.inherits(self, root, name, f, at)...)
	}
	return f
}

// fitsSpecial has a class computed at run time whose special method gives what Python takes for an error.
func (c *checker) fitsSpecial(k *class, name string, t, want types.Type, at syntax.Span) {
	t = types.Resolve(t)
	iterates := types.Equal(want, types.Iterable(types.Any))
	switch {
	case types.IsAny(t), types.IsBad(t), types.IsAny(want), types.IsNone(want), types.Equal(want, types.Truth), types.IsNever(t) && !iterates:
		return
	case iterates && (className(t) == "Iterator" || c.classOf(t) != nil):
		return
	case !iterates && (c.assignable(t, want) || types.IsBigInt(t) && types.IsInt(want)):
		return
	}
	if !k.canBeDynamic() {
		return
	}
	if c.round < settleRound {
		c.changed = true
		return
	}
	c.makeClassDynamic(k, at, "its method %s gives %s", name, t)
}

// returnAs returns a call's result as the runtime wants it.
func (c *checker) returnAs(call ir.Expr, want types.Type, at syntax.Span) []ir.Stmt {
	v := call
	switch {
	case types.IsNone(want):
		return []ir.Stmt{&ir.ExprStmt{S: ir.S{At: at}, V: call}, &ir.Return{S: ir.S{At: at}}}
	case want == types.Type(types.Truth):
		v = c.truth(call)
	case types.Equal(want, types.Iterable(types.Any)):
		it := c.iterable(call)
		if n := c.classOf(typeOf(call)); n != nil && it == call { // an iterator that is not its own iterable
			it = c.nextIter(call, n)
		}
		v = c.convertTo(it, want)
	default:
		v = c.convertTo(call, want)
	}
	return []ir.Stmt{&ir.Return{S: ir.S{At: at}, V: v}}
}

// inherits is what a special method does for the classes of a family that do not have it.
func (c *checker) inherits(self *ir.Var, root *class, name string, f *ir.Func, at syntax.Span) []ir.Stmt {
	x := &ir.Local{X: ir.X{T: root.self, At: at}, Var: self}
	if result := map[string]types.Type{"__repr__": types.Str, "__str__": types.Str, "__hash__": types.Int, "__eq__": types.Any}[name]; result != nil {
		out := &ir.Inherited{X: ir.X{T: result, At: at}, V: x, Name: name}
		for _, p := range f.Params[1:] {
			out.Args = append(out.Args, &ir.Local{X: ir.X{T: types.Any, At: at}, Var: p})
		}
		return []ir.Stmt{&ir.Return{S: ir.S{At: at}, V: out}}
	}
	if name == "__bool__" {
		if ts, missing := familyTargets(root.family, "__len__"); len(ts) > 0 && len(missing) == 0 {
			return c.returnAs(c.length(c.callEither(root, "__len__", " of all", ts, missing, x, nil, nil, at), at), types.Truth, at)
		}
		return []ir.Stmt{&ir.Return{S: ir.S{At: at}, V: c.boolean(true, at)}}
	}
	if reflected(name) && !inPlace(name) {
		return []ir.Stmt{&ir.Return{S: ir.S{At: at}, V: &ir.ModAttr{X: ir.X{T: types.Any, At: at}, Module: "builtins", Name: "NotImplemented"}}}
	}
	return []ir.Stmt{c.raiseMissing(self, root, name, at)}
}

// inPlace reports the method of an operator such as +=.
func inPlace(name string) bool {
	rest, ok := strings.CutPrefix(name, "__i")
	return ok && operatorNames["__"+rest] != ""
}

// special calls a special method of an object with operands, if its class has it.
func (c *checker) special(x ir.Expr, name string, args []ir.Expr, at syntax.Span) ir.Expr {
	k := c.classOf(typeOf(x))
	if k == nil {
		return nil
	}
	ts, missing := c.targets(k, name)
	if len(ts) == 0 {
		return nil
	}
	if len(missing) > 0 && reflected(name) && k.canBeDynamic() { // those that lack it leave it to the other operand
		c.makeClassDynamic(k, at, "only some of its objects have %s", name)
	}
	var as []argument
	for _, a := range args {
		as = append(as, argument{val: a, at: a.Pos()})
	}
	out := c.callEither(k, name, "", ts, missing, x, nil, as, at)
	if sm, ok := specialMethods[name]; ok {
		c.fitsSpecial(k, name, typeOf(out), sm.result, at)
	}
	if name == "__len__" {
		return c.length(out, at)
	}
	return out
}

// reflected reports a method of an operator that the right operand is asked for when the left one does not know it.
func reflected(name string) bool {
	switch name {
	case "__lt__", "__le__", "__gt__", "__ge__":
		return true
	}
	_, ok := operatorMethods[operatorNames[name]]
	return ok
}

// length is what the script's __len__ gives as a length: it must not be negative.
func (c *checker) length(v ir.Expr, at syntax.Span) ir.Expr {
	if t := typeOf(v); !types.IsInt(t) && !types.IsBigInt(t) && !types.IsAny(t) {
		return v
	}
	return c.callBuiltin(c.ix.Modules["builtins"].Members["_length"], []argument{{val: v, at: at}}, at)
}

// compareObjects compares where an operand is an object of a class of the script; nil if neither is.
func (c *checker) compareObjects(op string, l, r ir.Expr, at syntax.Span) ir.Expr {
	lk, rk := c.classOf(typeOf(l)), c.classOf(typeOf(r))
	if lk == nil && rk == nil || op == "is" || op == "is not" {
		return nil
	}
	switch op {
	case "in", "not in":
		return c.containsObject(op, l, r, rk, at)
	case "==", "!=":
		return c.equalObjects(op, l, r, lk, rk, at)
	}
	method := map[string]string{"<": "__lt__", "<=": "__le__", ">": "__gt__", ">=": "__ge__"}
	swapped := map[string]string{"<": "__gt__", "<=": "__ge__", ">": "__lt__", ">=": "__le__"}
	for i, out := range []func() ir.Expr{
		func() ir.Expr { return c.special(l, method[op], []ir.Expr{r}, at) },
		func() ir.Expr { return c.special(r, swapped[op], []ir.Expr{l}, at) },
	} {
		if i == 1 && (types.IsAny(typeOf(l)) || types.IsAny(typeOf(r))) {
			return nil
		}
		out := out()
		if out == nil {
			continue
		}
		if types.IsAny(typeOf(out)) {
			if rich := c.richCompare(op, l, r, at); rich != nil {
				return rich
			}
		}
		return c.compared(out)
	}
	c.notOrdered(op, l, r, at)
	return c.bad(at)
}

func (c *checker) equalObjects(op string, l, r ir.Expr, lk, rk *class, at syntax.Span) ir.Expr {
	if types.IsOptional(typeOf(l)) || types.IsOptional(typeOf(r)) || types.IsAny(typeOf(l)) || types.IsAny(typeOf(r)) {
		return nil
	}
	if op == "!=" {
		if out := c.special(l, "__ne__", []ir.Expr{r}, at); out != nil {
			if types.IsAny(typeOf(out)) {
				if rich := c.richEqual(op, l, r, at); rich != nil {
					return rich
				}
			}
			return c.compared(out)
		}
	}
	out := c.special(l, "__eq__", []ir.Expr{r}, at)
	if out == nil {
		out = c.special(r, "__eq__", []ir.Expr{l}, at)
	}
	if out != nil && (types.IsAny(typeOf(out)) || types.IsBad(typeOf(out))) { // it may be NotImplemented
		if op == "==" {
			return c.richEqual(op, l, r, at)
		}
		return nil
	}
	if out == nil {
		if lk == nil || rk == nil || lk.family != rk.family {
			return nil
		}
		is := "is"
		if op == "!=" {
			is = "is not"
		}
		return &ir.Compare{X: ir.X{T: types.Bool, At: at}, Op: is, L: l, R: r}
	}
	if op == "!=" {
		return &ir.Not{X: ir.X{T: types.Bool, At: at}, V: c.truth(out)}
	}
	return c.compared(out)
}

// compared is what a comparison gives that a method answers: an object that it made, such as the condition of a query, or its truth.
func (c *checker) compared(out ir.Expr) ir.Expr {
	switch t := types.Resolve(typeOf(out)).(type) {
	case *types.Named:
		if t.Class != nil || t.Name == "int" || t.Name == "bigint" || t.Name == "str" || t.Name == "float" || t.Name == "list" || t.Name == "tuple" || t.Name == "dict" || types.IsNone(t) {
			return out
		}
	}
	return c.truth(out)
}

func (c *checker) containsObject(op string, l, r ir.Expr, rk *class, at syntax.Span) ir.Expr {
	if rk == nil {
		return nil
	}
	var out ir.Expr
	pre := &prelude{}
	if hasEffect(r) { // the receiver of the call, which stands second
		l = pre.keep(c, l)
	}
	if has := c.special(r, "__contains__", []ir.Expr{l}, at); has != nil {
		out = c.truth(has)
	} else if it := c.iterableIfAny(r); it != r {
		out = c.compareOp("in", l, c.callBuiltinClass("list", it, at), at)
	} else {
		c.notIterable(typeOf(r), at, "argument of type")
		return c.bad(at)
	}
	if op == "not in" {
		out = &ir.Not{X: ir.X{T: types.Bool, At: at}, V: out}
	}
	return pre.wrap(out)
}

// binaryObjects types an operator where an operand is an object; nil if neither has it.
func (c *checker) binaryObjects(op string, l, r ir.Expr, at syntax.Span) ir.Expr {
	name, ok := operatorMethods[op]
	if !ok || c.classOf(typeOf(l)) == nil && c.classOf(typeOf(r)) == nil {
		return nil
	}
	out := c.special(l, "__"+name+"__", []ir.Expr{r}, at)
	if out == nil && (c.classOf(typeOf(l)) == nil || !types.Equal(typeOf(l), typeOf(r))) {
		out = c.special(r, "__r"+name+"__", []ir.Expr{l}, at)
	}
	if out != nil && (types.IsAny(typeOf(out)) || types.IsAny(typeOf(l))) { // NotImplemented and what an Any knows are seen at run time
		c.uses(op)
		return &ir.Binary{X: ir.X{T: types.Any, At: at}, Op: op, L: c.convertLater(l, types.Any), R: c.convertLater(r, types.Any)}
	}
	return out
}

// inPlaceBinary is the value of x op= v.
func (c *checker) inPlaceBinary(op string, cur, val ir.Expr, at syntax.Span) ir.Expr {
	if name, ok := operatorMethods[op]; ok {
		if out := c.special(cur, "__i"+name+"__", []ir.Expr{val}, at); out != nil {
			return out
		}
	}
	if t := types.Unwrap(typeOf(val)); types.IsAny(typeOf(cur)) && !types.IsStr(t) && className(t) != "bytes" && (op == "+" || op == "|" || op == "^") {
		c.putAllBoxed(t)
	}
	out := c.binary(op, cur, val, at)
	if b, ok := out.(*ir.Binary); ok {
		b.InPlace = true
	}
	return out
}

// iterable replaces an object of a class of the script by what its __iter__ gives; other values stay.
func (c *checker) iterable(v ir.Expr) ir.Expr {
	v = c.notNone(v, noneIterated)
	k := c.classOf(typeOf(v))
	if k == nil {
		return c.looseIterable(v)
	}
	it := c.special(v, "__iter__", nil, v.Pos())
	if it == nil {
		if m, _ := k.find("__getitem__"); m != nil && k.canBeDynamic() {
			c.makeClassDynamic(k, v.Pos(), "it is iterated over by __getitem__")
		}
		return c.looseIterable(v)
	}
	n := c.classOf(typeOf(it))
	if n == nil {
		return it
	}
	return c.nextIter(it, n)
}

// iterableIfAny is iterable for a value of which those who ask say it themselves if it is not.
func (c *checker) iterableIfAny(v ir.Expr) ir.Expr {
	t := types.Unwrap(typeOf(v))
	k := c.classOf(t)
	if _, ok := elementType(t); k == nil && !ok && !c.unknown(t) || k != nil && !c.iterates(k) {
		return v
	}
	return c.iterable(v)
}

// iterates reports a class whose objects, or some like them, can be iterated over.
func (c *checker) iterates(k *class) bool {
	for _, name := range []string{"__iter__", "__getitem__"} {
		if ts, _ := c.targets(k, name); len(ts) > 0 {
			return true
		}
	}
	return false
}

// nextIter makes an iterator of an object with a method __next__.
func (c *checker) nextIter(it ir.Expr, n *class) ir.Expr {
	self := &ir.Const{X: ir.X{T: n.self, At: it.Pos()}}
	call := c.special(self, "__next__", nil, it.Pos())
	f, ok := call.(*ir.CallFunc)
	if !ok {
		if n.canBeDynamic() {
			c.makeClassDynamic(n, it.Pos(), "it is an iterator for some of its objects only")
		}
		return it
	}
	t := typeOf(call)
	out := &ir.NextIter{X: ir.X{T: types.Iterator(t), At: it.Pos()}, V: it, Fn: f.Func}
	c.later = append(c.later, func() { out.T = types.Iterator(f.Func.Result) })
	return out
}
