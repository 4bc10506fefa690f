package codegen

import (
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// goTypes are the Python types that are Go's own: their methods are functions of runtime/py.
var goTypes = map[string]bool{"str": true, "int": true, "float": true, "bool": true, "bytes": true}

// boundFunc says how a declaration is called in Go.
type boundFunc struct {
	pkg    string // of a function; "" for a method
	name   string
	method bool
}

// bind finds the Go function of a declaration, by the rules of its kind.
func bind(f *api.Func) boundFunc {
	if name, ok := strings.CutPrefix(f.Bind, "py."); ok {
		return boundFunc{pkg: "py", name: name}
	}
	if f.Exact && (f.Class == nil || goTypes[f.Class.Name]) && modulePackage(f.Module) == "py" {
		return boundFunc{pkg: "bigint", name: funcName(f)}
	}
	if f.Class == nil {
		return boundFunc{pkg: modulePackage(f.Module), name: funcName(f)}
	}
	pkg := modulePackage(f.Class.Module)
	switch {
	case f.Name == "__init__":
		return boundFunc{pkg: pkg, name: orDefault(f.Bind, "New"+goClassName(f.Class.Name))}
	case goTypes[f.Class.Name]:
		return boundFunc{pkg: "py", name: orDefault(f.Bind, upperCamel(f.Class.Name)+upperCamel(f.Name))}
	case f.Static:
		return boundFunc{pkg: pkg, name: orDefault(f.Bind, goClassName(f.Class.Name)+upperCamel(f.Name))}
	case !f.Method && (len(f.TypeParams) > 0 || f.Self != nil):
		name := upperCamel(f.Name)
		if pkg == "py" {
			name = goClassName(f.Class.Name) + name
		}
		return boundFunc{pkg: pkg, name: orDefault(f.Bind, name)}
	}
	method := orDefault(f.Bind, upperCamel(f.Name))
	if name := containerFunc(goClassName(f.Class.Name), method); name != "" {
		return boundFunc{pkg: "py", name: name}
	}
	return boundFunc{name: method, method: true}
}

func orDefault(bind, name string) string {
	if bind != "" {
		return bind
	}
	return name
}

// funcName is the Go name of a function of a module: math.sqrt -> MathSqrt, len -> Len.
func funcName(f *api.Func) string {
	if f.Bind != "" {
		return f.Bind
	}
	return moduleName(f.Module, f.Name)
}

// moduleName is the Go name of a member of a module.
func moduleName(module, name string) string {
	if module == "builtins" || modulePackage(module) != "py" {
		return upperCamel(name)
	}
	var b strings.Builder
	for _, part := range strings.Split(module, ".") {
		b.WriteString(upperCamel(part))
	}
	return b.String() + upperCamel(name)
}

// call writes a call of a declared function.
func (w *fn) call(e *ir.Call) ex {
	result := e.Type()
	if types.IsNever(e.Fn.Result) { // sys.exit, in a place that takes a value
		result = types.None
	}
	return w.noneValue(result, w.flat(e, w.callDeclared(e)))
}

// flat is the result of a function that gives its type parameter or None, such as next(it, None), where the parameter is a type that has
// None already: two kinds of None are one.
func (w *fn) flat(e *ir.Call, call ex) ex {
	declared, ok := types.Is(e.Fn.Result, "Optional")
	if !ok {
		return call
	}
	param, ok := declared.Args[0].(*types.Param)
	if !ok {
		return call
	}
	found := map[string]types.Type{}
	if e.Recv != nil && e.Fn.Class != nil {
		self := e.Fn.Self
		if self == nil {
			self = types.Of(e.Fn.Class.Name, typeParams(e.Fn.Class.Params)...)
		}
		resultParams(self, e.Recv.Type(), found)
	}
	for i, p := range e.Fn.Params {
		if i >= len(e.Args) || e.Args[i] == nil {
			continue
		}
		if n, ok := p.Type.(*types.Named); ok && (n.Name == "Iterable" || n.Name == "Iterator") {
			resultParams(n.Args[0], iterElem(e.Args[i].Type()), found)
		}
	}
	switch t := found[param.Name]; {
	case t == nil:
	case types.IsAny(t):
		return w.g.py("Box").call(call)
	case types.IsOptional(t):
		return w.g.py("FlatOpt").call(call)
	}
	return call
}

func typeParams(names []string) []types.Type {
	out := make([]types.Type, len(names))
	for i, name := range names {
		out[i] = &types.Param{Name: name}
	}
	return out
}

// callDeclared writes the Go call, which has no value if the function's result is None.
func (w *fn) callDeclared(e *ir.Call) ex {
	if v, ok := w.special(e); ok {
		return v
	}
	f := bind(e.Fn)
	if keepsPartitioning(e.Fn) {
		e, f.name = withoutKeep(e, f.name)
	}
	f.name += stateVariant(e)
	absences := w.absences(e)
	if absences != nil {
		f.name += "Of"
	}
	var room []ex
	if e.Stays {
		f.name += "In"
		room = append(room, prim(jen.New(jen.Qual(w.g.im.py, "Match"))))
	}
	if f.method {
		recv := w.expr(e.Recv)
		return recv.method(f.name, append(w.args(e), room...)...)
	}
	fun := jen.Qual(w.g.im.path(f.pkg), f.name)
	var args []ex
	if e.Recv != nil {
		recv := w.typed(e.Recv)
		if class := goClassName(e.Fn.Class.Name); containerMethods[class] != nil && class != goClassName(typeName(e.Recv.Type())) {
			recv = recv.dot(class) // a Counter is a dict
		}
		for _, promise := range promises(e) {
			recv = recv.method(promise)
		}
		args = append(args, recv)
	}
	if inst := w.instantiate(e); inst != nil {
		fun.Types(inst...)
	}
	args = append(append(args, w.args(e)...), room...)
	if absences != nil {
		args = slices.Insert(args, 2, absences...) // behind both sides
	}
	return called(fun.Call(codes(args)...))
}

// instantiate gives the type arguments of a constructor of an empty container, which Go cannot
// infer.
func (w *fn) instantiate(e *ir.Call) []jen.Code {
	if inst := w.resultOnly(e); inst != nil {
		return inst
	}
	if e.Fn.Name != "__init__" || len(e.Args) > 0 || len(e.Rest) > 0 || e.Recv != nil {
		return nil
	}
	n, ok := types.Resolve(e.Type()).(*types.Named)
	if !ok || len(n.Args) == 0 {
		return nil
	}
	var out []jen.Code
	for _, a := range n.Args {
		out = append(out, w.g.goType(a))
	}
	return out
}

// resultOnly gives the type arguments of a function whose arguments do not tell them all.
func (w *fn) resultOnly(e *ir.Call) []jen.Code {
	known := map[string]bool{}
	for _, p := range e.Fn.Params {
		paramNames(p.Type, known)
	}
	if self, ok := e.Fn.Self.(*types.Named); ok && !goClasses[self.Name].plain {
		paramNames(self, known)
	}
	all := true
	for _, p := range e.Fn.TypeParams {
		all = all && known[p]
	}
	if all {
		return nil
	}
	found := map[string]types.Type{}
	resultParams(e.Fn.Result, e.Type(), found)
	if modulePackage(e.Fn.Module) != "py" && len(found) < len(e.Fn.TypeParams) {
		return nil
	}
	var out []jen.Code
	for _, p := range e.Fn.TypeParams {
		if t := found[p]; t != nil {
			out = append(out, w.g.goType(t))
		}
	}
	return out
}

// paramNames notes the type parameters in a declared type.
func paramNames(t types.Type, into map[string]bool) {
	switch t := t.(type) {
	case *types.Param:
		into[t.Name] = true
	case *types.Named:
		for _, a := range t.Args {
			paramNames(a, into)
		}
	case *types.Callable:
		for _, p := range t.Params {
			paramNames(p, into)
		}
		paramNames(t.Result, into)
	}
}

// resultParams finds the type parameters of a declared result in the actual one.
func resultParams(declared, actual types.Type, into map[string]types.Type) {
	actual = types.Resolve(actual)
	switch d := declared.(type) {
	case *types.Param:
		into[d.Name] = actual
	case *types.Named:
		n, ok := actual.(*types.Named)
		if goClasses[d.Name].plain || !ok || len(n.Args) != len(d.Args) {
			return
		}
		for i, a := range d.Args {
			resultParams(a, n.Args[i], into)
		}
	}
}

// args writes the arguments of a call in the order of the Go function: declared parameters,
// then those of *args or a trailing numPartitions, which are variadic.
func (w *fn) args(e *ir.Call) []ex {
	var out []ex
	params := e.Fn.Params
	// The types of a method's parameters are known from its receiver; those of a generic function
	// Go infers from the arguments.
	open := !bind(e.Fn).method
	for i, p := range params {
		if p.Kind == api.Rest || types.IsNone(p.Type) { // a parameter that can only be None is not passed
			continue
		}
		if i >= len(e.Args) || e.Args[i] == nil {
			continue
		}
		if i == len(params)-1 && isPartitionCount(p) {
			if a := partitionCount(e.Args[i]); a != nil {
				out = append(out, w.expr(a))
			}
			continue
		}
		out = append(out, w.arg(receiverParam(e, p), e.Args[i], open && hasParam(p.Type)))
	}
	for _, a := range e.Rest {
		if s, ok := a.(*ir.Spread); ok {
			return append(out, w.spreadRest(e.Rest, s)...)
		}
	}
	for _, a := range e.Rest {
		rest := restParam(params)
		out = append(out, w.arg(receiverParam(e, rest), a, open && hasParam(rest.Type)))
	}
	return out
}

// receiverParam is a parameter whose type is one of the receiver's type arguments, with that type.
func receiverParam(e *ir.Call, p *api.Param) *api.Param {
	t := types.Resolve(p.Type)
	iterable, isSeq := types.Is(t, "Iterable")
	if isSeq {
		t = types.Resolve(iterable.Args[0])
	}
	tp, ok := t.(*types.Param)
	if !ok || e.Recv == nil || e.Fn.Class == nil {
		return p
	}
	n, ok := types.Resolve(e.Recv.Type()).(*types.Named)
	if !ok {
		return p
	}
	for i, name := range e.Fn.Class.Params {
		if name == tp.Name && i < len(n.Args) {
			q := *p
			q.Type = n.Args[i]
			if isSeq {
				q.Type = types.Iterable(n.Args[i])
			}
			return &q
		}
	}
	return p
}

func restParam(params []*api.Param) *api.Param {
	for _, p := range params {
		if p.Kind == api.Rest {
			return p
		}
	}
	return &api.Param{Type: types.Any}
}

// spreadRest passes *args on as a slice.
func (w *fn) spreadRest(rest []ir.Expr, s *ir.Spread) []ex {
	elem := iterElem(s.V.Type())
	list := w.spreadList(elem, rest, false)
	return []ex{prim(list.method("Raw").Statement.Op("..."))}
}

// isPartitionCount reports a trailing numPartitions, which is variadic in Go.
func isPartitionCount(p *api.Param) bool {
	if !p.HasDefault {
		return false
	}
	return p.Name == "numPartitions" || p.Name == "numSlices" || p.Name == "minPartitions"
}

// partitionCount is the given count, or nil for None.
func partitionCount(e ir.Expr) ir.Expr {
	if types.IsNone(e.Type()) {
		return nil
	}
	if c, ok := e.(*ir.Convert); ok && types.IsOptional(c.Type()) {
		return partitionCount(c.V)
	}
	if k, ok := e.(*ir.Const); ok && k.Value == nil {
		return nil
	}
	return e
}

// arg writes one argument for a declared parameter. Where Go infers a type parameter from it, it has its
// type with it.
func (w *fn) arg(p *api.Param, a ir.Expr, open bool) ex {
	if inner, ok := types.Is(p.Type, "Optional"); ok {
		switch {
		case isPointer(inner.Args[0]):
			return w.orNil(a)
		case typeName(inner.Args[0]) == "StorageLevel":
			return w.storageLevel(a)
		}
	}
	if c, ok := a.(*ir.Convert); ok && types.IsAny(c.Type()) && scalars[typeName(p.Type)] != "" && typeName(p.Type) != "Any" {
		a = w.converted(c.V, p.Type) // the receiver knows better
	}
	if _, unknown := types.Resolve(a.Type()).(*types.Var); unknown && asNames[typeName(p.Type)] != "" {
		return w.g.unbox(w.expr(a), p.Type) // an element of what stays empty
	}
	if c, ok := p.Type.(*types.Callable); ok && hasParam(c.Result) {
		if sig, ok := signature(a.Type()); ok && types.IsNone(sig.Result) {
			return w.withNone(a, sig)
		}
	}
	switch typeName(p.Type) {
	case "Iterable":
		return w.seqOf(a, wantedElem(p.Type, a))
	case "Any":
		if open {
			return w.typed(w.converted(a, types.Any))
		}
		return w.boxed(a)
	case "float":
		if types.IsInt(a.Type()) {
			return w.asFloat(a)
		}
	}
	if open {
		return w.typed(a)
	}
	return w.expr(a)
}

// wantedElem is the element type of an Iterable parameter: the argument's own where the
// declaration leaves it open.
func wantedElem(p types.Type, a ir.Expr) types.Type {
	if want := elemType(p); !hasParam(want) {
		return want
	}
	if n := typeName(a.Type()); n == "Iterable" || n == "Iterator" {
		return elemType(a.Type())
	}
	return iterElem(a.Type())
}

// isPointer reports parameters that take nil for None: functions and objects of the runtime.
func isPointer(t types.Type) bool {
	switch t := types.Resolve(t).(type) {
	case *types.Callable, *types.Func:
		return true
	case *types.Named:
		return t.Name == "SparkConf" || t.Name == "SparkContext"
	}
	return false
}

func (w *fn) orNil(a ir.Expr) ex {
	if types.IsNone(a.Type()) {
		return prim(jen.Nil())
	}
	if c, ok := a.(*ir.Convert); ok && types.IsOptional(c.Type()) {
		return w.orNil(c.V)
	}
	if k, ok := a.(*ir.Const); ok && k.Value == nil {
		return prim(jen.Nil())
	}
	if types.IsOptional(a.Type()) {
		return w.expr(a).dot("V")
	}
	return w.expr(a)
}

// storageLevel is the level of a receiver; Spark's default for None.
func (w *fn) storageLevel(a ir.Expr) ex {
	if c, ok := a.(*ir.Convert); ok && types.IsOptional(c.Type()) {
		return w.storageLevel(c.V)
	}
	if types.IsNone(a.Type()) {
		return prim(jen.Qual(w.g.im.core, "StorageLevelMemoryAndDisk2"))
	}
	return w.expr(a)
}

// hasParam reports that a type parameter is part of a declared type, so that Go infers it from
// the argument.
func hasParam(t types.Type) bool {
	switch t := types.Resolve(t).(type) {
	case *types.Param:
		return true
	case *types.Named:
		for _, a := range t.Args {
			if hasParam(a) {
				return true
			}
		}
	}
	return false
}

// noneValue gives a call without a Go result the value None where a value is needed.
func (w *fn) noneValue(result types.Type, call ex) ex {
	if !types.IsNone(result) {
		return call
	}
	if w.canHoist {
		w.raw(call.Statement)
		out := w.g.none()
		out.placed = true
		return out
	}
	return prim(jen.Func().Params().Qual(w.g.im.py, "NoneType").Block(call.Statement, jen.Return(w.g.none().Statement)).Call())
}

// callFunc calls a function of the script.
func (w *fn) callFunc(e *ir.CallFunc) ex {
	if isMethod(e.Func) {
		object := w.expr(e.Args[0])
		return object.method(w.g.topName(e.Func), w.exprs(e.Args[1:])...)
	}
	return w.funcRef(e.Func).call(w.exprs(e.Args)...)
}

// callValue calls a function value.
func (w *fn) callValue(e *ir.CallValue) ex {
	if types.IsAny(e.Fn.Type()) {
		f := w.expr(e.Fn)
		return w.g.py("DynCall").call(append([]ex{f}, w.dynArgs(e.Args...)...)...)
	}
	f := w.expr(e.Fn)
	return w.noneValue(e.Type(), f.call(w.exprs(e.Args)...))
}

// field reads a property.
func (w *fn) field(e *ir.Field) ex {
	if e.Attr != nil {
		return w.attr(e)
	}
	if e.Decl == nil {
		return w.g.py("DynGetAttr").call(w.boxed(e.V), prim(quoted(e.Name)))
	}
	f := bind(e.Decl)
	if f.method {
		return w.expr(e.V).method(f.name)
	}
	return prim(jen.Qual(w.g.im.path(f.pkg), f.name).Call(w.expr(e.V).Statement))
}

// excClass is the Go variable of an exception class.
func (w *fn) excClass(name string) ex {
	if u := w.g.userClassNamed(name); u != nil {
		return prim(jen.Id(u.class))
	}
	if sparkExceptions[name] {
		return prim(jen.Qual(w.g.im.core, name))
	}
	return w.g.py(excGoName(name))
}

// sparkExceptions are the exception classes of runtime/core.
var sparkExceptions = map[string]bool{"Py4JError": true, "Py4JJavaError": true, "PySparkException": true, "PySparkRuntimeError": true}
