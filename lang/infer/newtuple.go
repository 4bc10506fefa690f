package infer

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/syntax"
)

// namedTuple is the record of the named tuple that the class is, or derives from; nil if it is none.
func (k *class) namedTuple() *record {
	for _, d := range k.line {
		if d.record != nil && d.record.kind == namedTuple {
			return d.record
		}
	}
	if k.record != nil && k.record.kind == namedTuple {
		return k.record
	}
	return nil
}

// newsAsInit turns the __new__ of a class that derives from a named tuple, which gives the fields to that of the named tuple, into the
// __init__ that does the same. Any other is rejected.
func (c *checker) newsAsInit(k *class) {
	if k.record != nil || k.namedTuple() == nil {
		return
	}
	for _, s := range k.node.Body {
		d, ok := s.(*syntax.FuncDef)
		if !ok || d.Name.Id != "__new__" {
			continue
		}
		if len(d.Params) > 0 && d.Params[0].Kind == syntax.PlainParam {
			n := &newBody{class: d.Params[0].Name}
			if body := n.block(d.Body); !n.other {
				d.Name.Id, d.Body, k.newed = "__init__", body, true
				continue
			}
		}
		c.unsupported(d.Name.Span, "this __new__ of a named tuple").WithHint("end it with return super().__new__(cls, …)")
	}
}

// newBody rewrites the body of a __new__.
type newBody struct {
	class  string // the name of the first parameter
	object string // the variable that has the object, or ""
	other  bool   // it does something else
}

func (n *newBody) block(body []syntax.Stmt) []syntax.Stmt {
	var out []syntax.Stmt
	for _, s := range body {
		out = append(out, n.stmt(s)...)
	}
	return out
}

func (n *newBody) stmt(s syntax.Stmt) []syntax.Stmt {
	switch s := s.(type) {
	case *syntax.Return:
		if call := n.made(s.Value); call != nil {
			return []syntax.Stmt{&syntax.ExprStmt{At: s.At, X: call}, &syntax.Return{At: s.At}}
		}
		if v, ok := s.Value.(*syntax.Name); ok && v.Id == n.object {
			return []syntax.Stmt{&syntax.Return{At: s.At}}
		}
	case *syntax.Assign:
		if call := n.made(s.Value); call != nil && len(s.Targets) == 1 {
			if v, ok := s.Targets[0].(*syntax.Name); ok {
				n.object = v.Id
				self := &syntax.Name{At: s.At, Id: n.class}
				return []syntax.Stmt{&syntax.ExprStmt{At: s.At, X: call}, &syntax.Assign{At: s.At, Targets: s.Targets, Value: self}}
			}
		}
	case *syntax.If:
		return []syntax.Stmt{&syntax.If{At: s.At, Test: s.Test, Body: n.block(s.Body), Else: n.block(s.Else), Elif: s.Elif}}
	}
	syntax.Walk(s, func(x syntax.Node) bool {
		switch x := x.(type) {
		case *syntax.FuncDef, *syntax.Lambda:
			return false
		case *syntax.Return:
			n.other = true
		case *syntax.Call:
			n.other = n.other || madeByNew(x)
		}
		return true
	})
	return []syntax.Stmt{s}
}

// made is super().__init__(…) for super().__new__(cls, …), and nil for other expressions.
func (n *newBody) made(e syntax.Expr) syntax.Expr {
	call, ok := e.(*syntax.Call)
	if !ok || !madeByNew(call) {
		return nil
	}
	if v, ok := call.Args[0].Value.(*syntax.Name); !ok || v.Id != n.class || call.Args[0].Star != "" {
		return nil
	}
	of := call.Fn.(*syntax.Attr)
	args := call.Args
	if sup, isCall := of.X.(*syntax.Call); isCall {
		if f, isName := sup.Fn.(*syntax.Name); !isName || f.Id != "super" {
			return nil
		}
		args = args[1:]
	} else if v, isName := of.X.(*syntax.Name); isName && (v.Id == "tuple" || v.Id == "object") {
		return nil
	}
	return &syntax.Call{At: call.At, Fn: &syntax.Attr{At: of.At, X: of.X, Name: "__init__", NameAt: of.NameAt}, Args: slices.Clone(args)}
}
