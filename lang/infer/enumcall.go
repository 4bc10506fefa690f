package infer

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// assignEnum types Color = Enum("Color", "RED GREEN") as the class statement that it stands for.
func (c *checker) assignEnum(s *syntax.Assign) ([]ir.Stmt, bool) {
	call, ok := s.Value.(*syntax.Call)
	if !ok || len(call.Args) == 0 {
		return nil, false
	}
	switch fn := call.Fn.(type) {
	case *syntax.Name:
	case *syntax.Attr: // of a module: a method that is called may be none that can be asked for
		module, named := fn.X.(*syntax.Name)
		if !named {
			return nil, false
		}
		if _, ok := typeOf(c.expr(module)).(*types.Module); !ok {
			return nil, false
		}
	default:
		return nil, false
	}
	m, ok := typeOf(c.expr(call.Fn)).(*types.Module)
	if !ok || enumBases[m.Name] == nil {
		return nil, false
	}
	key := defKey{c.frame, s.Span}
	def := c.enumDefs[key]
	if def == nil {
		if def = c.enumStatement(s, call); def == nil {
			c.unsupported(call.Span, "an Enum made by this call").WithHint("write class %s(%s): with a member on each line", c.src.Slice(s.Targets[0].Pos()), c.src.Slice(call.Fn.Pos()))
			return c.assign(s.Targets[0], c.bad(s.Span), s.Span), true
		}
		c.enumDefs[key] = def
		bind := &binder{}
		bind.class(c.frame.scope, def)
		bind.resolveUses()
	}
	return c.classDef(def), true
}

// enumStatement writes that statement; nil if the members are not written out, or the class has another name than the variable.
func (c *checker) enumStatement(s *syntax.Assign, call *syntax.Call) *syntax.ClassDef {
	target, isName := s.Targets[0].(*syntax.Name)
	word, isText := call.Args[0].Value.(*syntax.StrLit)
	if !isName || !isText || len(s.Targets) > 1 || word.Value != target.Id || len(call.Args) < 2 {
		return nil
	}
	names, values, ok := c.enumItems(call.Args[1].Value)
	start := 1
	for i, a := range call.Args[1:] {
		switch {
		case i == 0 && (a.Name == "" || a.Name == "names"), a.Name == "module", a.Name == "qualname":
		case a.Name == "start":
			lit, isInt := a.Value.(*syntax.IntLit)
			if !isInt {
				return nil
			}
			start, _ = strconv.Atoi(lit.Text)
		default:
			return nil
		}
	}
	if !ok || len(names) == 0 {
		return nil
	}
	var b strings.Builder
	for i, name := range names {
		if !fieldName.MatchString(name) {
			return nil
		}
		fmt.Fprintf(&b, "%s = %d\n", name, start+i)
	}
	body, errs := c.src.Generate(b.String(), s.Span)
	if len(errs) > 0 {
		return nil
	}
	for i, v := range values {
		body[i].(*syntax.Assign).Value = v
	}
	return &syntax.ClassDef{At: s.At, Name: target, Args: []*syntax.Arg{{At: syntax.At{Span: call.Fn.Pos()}, Value: call.Fn}}, Body: body}
}

// enumItems are the names of the members, and their values where these are written out.
func (c *checker) enumItems(e syntax.Expr) (names []string, values []syntax.Expr, ok bool) {
	if d, isDict := e.(*syntax.Dict); isDict {
		for _, k := range d.Keys {
			name, isText := k.(*syntax.StrLit)
			if !isText {
				return nil, nil, false
			}
			names = append(names, name.Value)
		}
		return names, d.Values, true
	}
	if elts, several := displayed(e); several {
		for _, x := range elts {
			if pair, isPair := x.(*syntax.Tuple); isPair && len(pair.Elts) == 2 {
				values = append(values, pair.Elts[1])
			}
		}
		if len(values) != 0 && len(values) != len(elts) {
			return nil, nil, false
		}
	}
	names, ok = c.fieldNames(e)
	return names, values, ok
}

// newAsInit turns a __new__ of an Enum that makes an object, sets its attributes and returns it into the __init__ that does the same. Any
// other stays.
func newAsInit(d *syntax.FuncDef) {
	if d.Name.Id != "__new__" || len(d.Body) < 2 || len(d.Params) == 0 {
		return
	}
	first, isAssign := d.Body[0].(*syntax.Assign)
	last, isReturn := d.Body[len(d.Body)-1].(*syntax.Return)
	if !isAssign || !isReturn || len(first.Targets) != 1 {
		return
	}
	object, isName := first.Targets[0].(*syntax.Name)
	result, returned := last.Value.(*syntax.Name)
	call, isCall := first.Value.(*syntax.Call)
	if !isName || !returned || result.Id != object.Id || !isCall || !madeByNew(call) {
		return
	}
	body := d.Body[1 : len(d.Body)-1]
	if set := setsValue(body); !set && len(call.Args) > 1 {
		value := &syntax.Attr{At: first.At, X: object, Name: "value", NameAt: first.Span}
		body = append([]syntax.Stmt{&syntax.Assign{At: first.At, Targets: []syntax.Expr{value}, Value: call.Args[1].Value}}, body...)
	}
	if len(body) == 0 {
		return
	}
	d.Name.Id, d.Params[0].Name, d.Body = "__init__", object.Id, body
}

// madeByNew reports object.__new__(cls) and its like.
func madeByNew(call *syntax.Call) bool {
	a, ok := call.Fn.(*syntax.Attr)
	return ok && a.Name == "__new__" && len(call.Args) > 0
}

// setsValue gives the attribute _value_ its other name, and reports whether statements set it.
func setsValue(body []syntax.Stmt) bool {
	found := false
	for _, s := range body {
		if a, ok := s.(*syntax.Assign); ok && len(a.Targets) == 1 {
			if t, isAttr := a.Targets[0].(*syntax.Attr); isAttr && t.Name == "_value_" {
				t.Name, found = "value", true
			}
		}
	}
	return found
}
