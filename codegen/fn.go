package codegen

import (
	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// fn writes the body of one Go function: a package-level one, a function literal for a nested def or
// lambda, or a literal that only groups statements (then ir is that of the function around it).
type fn struct {
	*unit
	parent *fn
	ir     *ir.Func // nil for the module's own statements
	names  *scope
	blk    *block
	caught map[*ir.Var]*variable // the Go variables of exceptions being handled
	result types.Type            // of return statements
	yield  string                // the function that takes a generator's elements
	gen    string                // the generator itself, of one that takes values
	sink   *sink                 // of a stage
	loops  []*loop
	flow   *flow     // how return, break and continue leave a try body; nil outside of one
	exc    *variable // the exception being handled
	// handling tells that what is raised gets exc as its context without the statement's help.
	handling bool
	// givesNone tells that the function is one that is written in an expression's place and that its result is py.None.
	givesNone bool
	cur       func() ex // the value of ir.Current
	at        int       // line of the statement being written

	// canHoist tells that statements may be put in front of the one being written: nothing of it
	// with an effect has been evaluated yet, and it is evaluated unconditionally.
	canHoist bool
}

// newUnit starts a package-level function.
func (g *generator) newUnit(f *ir.Func) *fn {
	u := &unit{g: g, vars: map[*ir.Var]*variable{}, funcs: map[*ir.Func]*variable{}, usesTop: map[string]bool{}, root: &block{closure: true}}
	w := &fn{unit: u, ir: f, names: newScope(g.top), blk: u.root, caught: map[*ir.Var]*variable{}}
	if f != nil {
		w.result = f.Result
	}
	w.names.below = map[string]bool{}
	w.names.wanted = g.used.wantedNames(f)
	return w
}

// finish places declarations and prints what waited for them.
func (w *fn) finish() []jen.Code {
	for f, v := range w.funcs {
		if v.reads > 0 && !v.defined() {
			fail("%s is used outside of the function that defines it", f.Name)
		}
	}
	w.declareAll()
	w.nameAll(w.names)
	for _, f := range w.lazy {
		f()
	}
	return w.codes(w.root)
}

// child is a writer for a function literal inside this function. With f nil the literal belongs
// to the same function of the script.
func (w *fn) child(f *ir.Func) *fn {
	in := *w
	in.parent = w
	in.loops, in.flow = nil, nil
	in.names = newScope(w.names)
	if f != nil {
		in.ir, in.result, in.yield, in.gen, in.exc, in.givesNone = f, f.Result, "", "", nil, false
	} else {
		in.names = w.names
	}
	return &in
}

// inBlock writes statements into a new block, a loop's body if in has one.
func (w *fn) inBlock(l *loop, f func()) *block {
	b := &block{parent: w.blk, at: len(w.blk.items), loop: l != nil}
	saved, hoist := w.blk, w.canHoist
	w.blk = b
	if l != nil {
		l.body = b
		w.loops = append(w.loops, l)
	}
	f()
	if l != nil {
		w.loops = w.loops[:len(w.loops)-1]
	}
	w.blk, w.canHoist = saved, hoist
	return b
}

func (w *fn) add(it *item) {
	it.line = w.at
	w.blk.items = append(w.blk.items, it)
}

// raw adds a statement that is complete.
func (w *fn) raw(code ...jen.Code) {
	w.add(&item{render: func() []jen.Code { return code }})
}

// declare adds `name := value` for a variable of the generator and returns its name.
func (w *fn) declare(name string, value ex) string {
	name = w.names.take(name)
	w.add(&item{local: true, render: func() []jen.Code { return []jen.Code{jen.Id(name).Op(":=").Add(value.Statement)} }})
	return name
}

func (w *fn) codes(b *block) []jen.Code { return b.codes(w.g.opt.LineDirectives) }

// lazyBlock is a block inside an expression, printed when the unit is finished.
func (w *fn) lazyBlock(b *block) *jen.Statement {
	s := jen.Null()
	w.lazy = append(w.lazy, func() { *s = *jen.Block(w.codes(b)...) })
	return s
}

// newVariable makes a variable that declareAll declares and names.
func (u *unit) newVariable(want string, typ func() *jen.Statement) *variable {
	gv := &variable{want: want, ident: jen.Null(), typ: typ}
	u.order = append(u.order, gv)
	return gv
}

// variable is the Go variable of a variable of the script.
func (w *fn) variable(v *ir.Var) *variable {
	if gv, ok := w.vars[v]; ok {
		return gv
	}
	gv := w.newVariable(lowerCamel(v.Name), func() *jen.Statement { return w.g.goType(v.Type) })
	gv.stream, gv.fresh = isStream(v.Type), v.Fresh
	w.vars[v] = gv
	return gv
}

// params declares a function's parameters and returns them for its signature.
func (w *fn) params(f *ir.Func) []jen.Code {
	var out []jen.Code
	list := f.Params
	if isMethod(f) {
		list = list[1:] // the first is the receiver
	}
	for _, p := range list {
		gv := w.variable(p)
		gv.placed, gv.home = true, []*block{w.blk}
		out = append(out, gv.id().Add(w.g.goType(p.Type)))
	}
	return groupParams(out)
}

// receiver declares the object of a method.
func (w *fn) receiver(f *ir.Func) *jen.Statement {
	gv := w.variable(f.Params[0])
	gv.placed, gv.home = true, []*block{w.blk}
	return gv.id().Add(w.g.goType(f.Params[0].Type))
}

// groupParams is where a, b int64 would be written for a int64, b int64; jennifer prints each
// with its type and gofmt keeps that, so the types are compared in print.
func groupParams(params []jen.Code) []jen.Code {
	for i := 0; i+1 < len(params); i++ {
		a, b := params[i].(*jen.Statement), params[i+1].(*jen.Statement)
		if typeOf(a) == typeOf(b) {
			params[i] = jen.Add((*a)[0])
		}
	}
	return params
}

// typeOf prints the type of a parameter written as name and type.
func typeOf(param *jen.Statement) string {
	rest := jen.Statement((*param)[1:])
	return jen.Var().Id("x").Add(&rest).GoString()
}

// pure reports that evaluating e has no effect, cannot fail and gives the same wherever it is
// done within a statement.
func (w *fn) pure(e ir.Expr) bool {
	switch e := e.(type) {
	case *ir.Const, *ir.FuncVal, *ir.ModAttr:
		return true
	case *written:
		return true
	case *ir.Local:
		return !e.Var.Global && !e.Var.Shared
	case *ir.TupleGet:
		return w.pure(e.V)
	case *ir.Field:
		return e.Decl != nil && w.pure(e.V)
	case *ir.Tuple:
		return w.allPure(e.Elts)
	case *ir.List:
		return w.allPure(e.Elts)
	case *ir.Not:
		return w.pure(e.V)
	case *ir.Truth:
		return w.pure(e.V) && goComparable[typeName(e.V.Type())]
	case *ir.Compare:
		return w.pure(e.L) && w.pure(e.R) && (goComparable[typeName(e.L.Type())] || types.IsNone(e.R.Type()))
	case *ir.Convert:
		return !e.Checked && !types.IsAny(e.V.Type()) && w.pure(e.V)
	}
	return false
}

func (w *fn) allPure(list []ir.Expr) bool {
	for _, e := range list {
		if !w.pure(e) {
			return false
		}
	}
	return true
}

// simple reports that e is cheap and may be written more than once.
func (w *fn) simple(e ir.Expr) bool {
	switch e := e.(type) {
	case *ir.Const, *written:
		return true
	case *ir.Local:
		return true
	case *ir.FuncVal:
		return !e.Func.Lambda && !e.Func.Wrapper
	case *ir.TupleGet:
		return w.simple(e.V)
	}
	return false
}
