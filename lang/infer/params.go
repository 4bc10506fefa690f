package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// evalDefaults types the defaults of a function's parameters. Python evaluates them once, where the
// def stands: constants and functions can be repeated at each call, the others get a variable.
func (c *checker) evalDefaults(fn *function) {
	fn.defaults, fn.defaultSites, fn.sets = map[string]ir.Expr{}, map[string]*site{}, nil
	for _, p := range fn.params {
		if p.Default == nil {
			continue
		}
		e := c.expr(p.Default)
		t := typeOf(e)
		b, method := t.(*types.Builtin)
		_, let := e.(*ir.Let)
		switch {
		case isConstant(e), types.IsBad(t), isFunction(t) && !let && !(method && b.Recv != nil) && !c.isValue(t):
			fn.defaults[p.Name] = e
			continue
		case isFunction(t):
			e = c.box(e)
		}
		s, set := c.keepValue(p.Name+" default", p.Default.Pos(), e)
		fn.defaultSites[p.Name] = s
		fn.sets = append(fn.sets, set)
	}
}

// keepValue keeps a value in a variable that the script does not have.
func (c *checker) keepValue(name string, at syntax.Span, v ir.Expr) (*site, *ir.Assign) {
	s := c.hiddenSite(name, at)
	s.store(typeOf(v))
	target := &ir.VarTarget{}
	conv := &ir.Convert{X: ir.X{T: typeOf(v), At: v.Pos()}, V: v}
	c.later = append(c.later, func() {
		target.Var = c.final(s)
		target.Var.Fresh = true
		conv.T = target.Var.Type
	})
	return s, &ir.Assign{S: ir.S{At: at}, Target: target, Value: conv}
}

// hiddenSite is the site of a variable of the current frame that the script does not have: its key
// is no identifier. Functions may use it.
func (c *checker) hiddenSite(name string, at syntax.Span) *site { return c.frame.hiddenSite(name, at) }

func (f *frame) hiddenSite(name string, at syntax.Span) *site {
	key := name + " " + spanKey(at)
	f.scope.shared[key] = true
	s := f.site(key, at)
	s.v.shown = name
	return s
}

func (c *checker) readDefault(s *site, at syntax.Span) ir.Expr {
	t := s.storage()
	local := &ir.Local{X: ir.X{T: t, At: at}}
	c.later = append(c.later, func() {
		local.Var = c.final(s)
		local.T = local.Var.Type
	})
	return local
}

// omitted is the argument of a parameter whose default is in a variable: the function reads it there.
var omitted = &types.Builtin{Name: "<default>", Decl: omittedArg{}}

type omittedArg struct{}

// paramMove connects a parameter as it is passed with the variable it is kept in.
type paramMove struct {
	passed *ir.Var
	site   *site
	typ    types.Type
	param  int     // index among the passed parameters
	value  ir.Expr // instead of a passed parameter: what the variable begins with
}

// paramFromCall handles the parameters that are not passed as they are: omitted ones, and the
// arguments with names of **kwargs, each of which is passed by itself.
func (c *checker) paramFromCall(in *instance, p *syntax.Param, s *site, t types.Type) *paramMove {
	if t == types.Type(omitted) {
		d := in.fn.defaultSites[p.Name]
		t = d.storage()
		s.store(t)
		in.frame.state[p.Name] = flow{sites: []*site{s}, cur: t}
		return &paramMove{site: s, typ: t, param: -1, value: c.readDefault(d, p.Span)}
	}
	names, ok := keywordNames(t)
	if !ok {
		return nil
	}
	n := t.(*types.Named)
	in.keywords, in.known = names, true
	in.keywordVars = nil
	d := &ir.Dict{X: ir.X{At: p.Span}}
	for i, name := range names {
		v := &ir.Var{Name: name, Type: n.Args[i], Owner: in.ir, Param: true, Shared: true, Def: p.Span}
		arg := n.Args[i]
		c.later = append(c.later, func() { v.Type = types.Resolve(arg) })
		in.keywordVars = append(in.keywordVars, v)
		if !static(arg) {
			in.params = append(in.params, v)
		}
	}
	in.spread = keywordUse(in.fn, p.Name)
	if in.spread == onlySpread {
		in.frame.state[p.Name] = flow{sites: []*site{s}, cur: types.Dict(types.Str, types.Any)}
		s.store(types.Dict(types.Str, types.Any))
		return &paramMove{param: -1}
	}
	elem := c.cell(p.Span, 0, "the values of **"+p.Name)
	for i, name := range names {
		var v ir.Expr = &ir.Local{X: ir.X{T: n.Args[i], At: p.Span}, Var: in.keywordVars[i]}
		c.put(elem, n.Args[i])
		d.Keys = append(d.Keys, c.str(name, p.Span))
		d.Values = append(d.Values, c.convertLater(v, elem))
	}
	d.T = types.Dict(types.Str, elem)
	s.store(d.T)
	in.frame.state[p.Name] = flow{sites: []*site{s}, cur: d.T}
	return &paramMove{site: s, typ: d.T, param: -1, value: d}
}

// moveParams makes the passed parameter and the function's variable one where their types
// agree; where the function stores other types into the name, it begins by copying.
func (c *checker) moveParams(in *instance, moves []*paramMove) {
	var head []ir.Stmt
	for _, m := range moves {
		if m.site == nil {
			continue
		}
		kept := c.final(m.site)
		if m.value != nil {
			head = append(head, &ir.Assign{S: ir.S{At: kept.Def}, Target: &ir.VarTarget{Var: kept},
				Value: &ir.Convert{X: ir.X{T: kept.Type, At: kept.Def}, V: m.value}})
			continue
		}
		m.passed.Type = types.Resolve(m.typ)
		if types.Equal(kept.Type, m.passed.Type) {
			kept.Param = true
			in.params[m.param] = kept
			continue
		}
		at := m.passed.Def
		read := &ir.Local{X: ir.X{T: m.passed.Type, At: at}, Var: m.passed}
		head = append(head, &ir.Assign{S: ir.S{At: at}, Target: &ir.VarTarget{Var: kept},
			Value: &ir.Convert{X: ir.X{T: kept.Type, At: at}, V: read}})
	}
	in.ir.Params = in.params
	in.ir.Body = append(head, in.ir.Body...)
}

// keywordsType is the type of the arguments with names that **kwargs takes, each with its own type.
func keywordsType(names []string, ts []types.Type) types.Type {
	key := "**"
	for _, n := range names {
		key += n + ","
	}
	return types.Of(key, ts...)
}

// keywordNames are the names of a keywordsType.
func keywordNames(t types.Type) ([]string, bool) {
	n, ok := t.(*types.Named)
	if !ok || len(n.Name) < 2 || n.Name[:2] != "**" {
		return nil, false
	}
	var out []string
	start := 2
	for i := 2; i < len(n.Name); i++ {
		if n.Name[i] == ',' {
			out = append(out, n.Name[start:i])
			start = i + 1
		}
	}
	return out, true
}

// spreadUse is what a function does with its **kwargs.
type spreadUse int

const (
	anyUse     spreadUse = iota // it may change or give away the dict
	readUse                     // it reads the dict and passes it on
	onlySpread                  // it only passes it on
)

// readingMethods are the methods of dict that leave it as it is and keep nothing of it.
var readingMethods = map[string]bool{"get": true, "items": true, "keys": true, "values": true, "copy": true}

// readingFunctions are built-in functions that only read a dict.
var readingFunctions = map[string]bool{"len": true, "print": true, "str": true, "repr": true, "sorted": true, "bool": true, "list": true, "dict": true}

// keywordUse tells what a function does with its **kwargs: passing it on as **kwargs passes the
// arguments themselves as long as nothing changes the dict.
func keywordUse(fn *function, name string) spreadUse {
	all, spread, read := 0, 0, 0
	isName := func(e syntax.Expr) bool { n, ok := e.(*syntax.Name); return ok && n.Id == name }
	var visit func(syntax.Node) bool
	inner := false // in a function inside of this one, which has the dict itself
	visitInner := func(n syntax.Node, params []*syntax.Param) {
		for _, p := range params {
			if p.Default != nil {
				syntax.Walk(p.Default, visit)
			}
		}
		outer := inner
		inner = true
		switch n := n.(type) {
		case *syntax.FuncDef:
			for _, s := range n.Body {
				syntax.Walk(s, visit)
			}
		case *syntax.Lambda:
			syntax.Walk(n.Body, visit)
		}
		inner = outer
	}
	visit = func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.FuncDef:
			visitInner(n, n.Params)
			return false
		case *syntax.Lambda:
			visitInner(n, n.Params)
			return false
		case *syntax.Name:
			if n.Id == name {
				all++
			}
		case *syntax.Call:
			for _, a := range n.Args {
				if a.Star == "**" && isName(a.Value) && inner {
					read++
				} else if a.Star == "**" && isName(a.Value) {
					spread++
				} else if f, ok := n.Fn.(*syntax.Name); ok && readingFunctions[f.Id] && isName(a.Value) {
					read++
				}
			}
			if a, ok := n.Fn.(*syntax.Attr); ok && isName(a.X) && readingMethods[a.Name] {
				read++
			}
		case *syntax.Compare:
			for i, y := range n.Ys {
				if isName(y) && (n.Ops[i] == "in" || n.Ops[i] == "not in") {
					read++
				}
			}
		case *syntax.Index:
			if isName(n.X) {
				read++
			}
		case *syntax.Assign:
			for _, t := range n.Targets {
				all += writes(t, isName)
			}
		case *syntax.AugAssign:
			all += writes(n.Target, isName)
		case *syntax.Del:
			for _, t := range n.Targets {
				all += writes(t, isName)
			}
		}
		return true
	}
	for _, s := range fn.body {
		syntax.Walk(s, visit)
	}
	if fn.expr != nil {
		syntax.Walk(fn.expr, visit)
	}
	switch {
	case all == spread:
		return onlySpread
	case all == spread+read:
		return readUse
	}
	return anyUse
}

// writes counts the items of a dict that a target stores into.
func writes(t syntax.Expr, isName func(syntax.Expr) bool) int {
	if ix, ok := t.(*syntax.Index); ok && isName(ix.X) {
		return 1
	}
	return 0
}
