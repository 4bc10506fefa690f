package infer

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/syntax"
)

// scope is what the text of one function (or the module) says about its names: Python makes a
// name local to a function if anything in it binds the name.
type scope struct {
	node     syntax.Node
	parent   *scope
	bound    map[string]bool // bound here
	global   map[string]bool // declared global here
	nonlocal map[string]bool
	shared   map[string]bool // bound here and used by a function inside
	written  map[string]bool // bound here, and a function inside may bind it again
	yields   bool
	resumes  bool            // of a module: it calls send or throw, perhaps of a generator
	keywords map[string]bool // of a module: names of functions and methods that it calls with keywords
	stops    bool            // may raise StopIteration, which may not leave a generator
	returns  bool            // returns a value somewhere
	takes    bool            // of a generator: takes values or exceptions where it yields
	swallows bool            // of a generator: it may go on after an exception where it yields
	used     map[string]bool // used here, whoever binds it
	class    bool            // of a class body: functions in it do not see its names
	children map[syntax.Node]*scope
}

func newScope(node syntax.Node, parent *scope) *scope {
	s := &scope{node: node, parent: parent, bound: map[string]bool{}, global: map[string]bool{},
		nonlocal: map[string]bool{}, used: map[string]bool{}, shared: map[string]bool{}, written: map[string]bool{}, children: map[syntax.Node]*scope{}}
	if parent != nil {
		parent.children[node] = s
	}
	return s
}

// moduleScope reads the bindings of a whole script. star tells what a module gives to those who import everything.
func moduleScope(f *syntax.File, star func(*syntax.ImportFrom) []string) *scope {
	s := newScope(f2node{}, nil)
	b := &binder{star: star}
	b.block(s, f.Body)
	b.resolveUses()
	s.resumes, s.keywords = b.resumes, b.keywords
	return s
}

// f2node stands for the module where a node is wanted.
type f2node struct{}

func (f2node) Pos() syntax.Span { return syntax.Span{} }

// lookup finds the scope that binds a name as seen from s; nil means a built-in or nothing.
func (s *scope) lookup(name string) *scope {
	if s.global[name] {
		return s.module()
	}
	if s.bound[name] && !s.nonlocal[name] {
		return s
	}
	for p := s.parent; p != nil; p = p.parent {
		if p.class {
			continue
		}
		if p.global[name] {
			return s.module()
		}
		if p.bound[name] && !p.nonlocal[name] {
			return p
		}
	}
	return nil
}

func (s *scope) module() *scope {
	for s.parent != nil {
		s = s.parent
	}
	return s
}

// binder collects bindings first and then marks the names that inner functions use.
type binder struct {
	uses       []use
	star       func(*syntax.ImportFrom) []string
	guarded    int             // try statements with except clauses around the place
	swallowing int             // statements around the place that may swallow an exception
	resumes    bool            // something calls send or throw, perhaps of a generator
	keywords   map[string]bool // names of what is called with keywords
}

type use struct {
	s      *scope
	name   string
	writes bool // nonlocal
}

func (b *binder) resolveUses() {
	for _, u := range b.uses {
		u.s.used[u.name] = true
		if owner := u.s.lookup(u.name); owner != nil && owner != u.s {
			owner.shared[u.name] = true
			owner.written[u.name] = owner.written[u.name] || u.writes
		} else if m := u.s.module(); u.s.class && m.bound[u.name] { // read before the class binds it
			m.shared[u.name] = true
		}
	}
}

func (b *binder) block(s *scope, body []syntax.Stmt) {
	for _, st := range body {
		b.stmt(s, st)
	}
}

func (b *binder) stmt(s *scope, st syntax.Stmt) {
	switch st := st.(type) {
	case *syntax.Assign:
		b.expr(s, st.Value)
		for _, t := range st.Targets {
			b.target(s, t)
		}
	case *syntax.AugAssign:
		b.expr(s, st.Value)
		b.expr(s, st.Target)
		b.target(s, st.Target)
	case *syntax.AnnAssign:
		if st.Value != nil {
			b.expr(s, st.Value)
		}
		b.target(s, st.Target)
	case *syntax.ExprStmt:
		b.exprStmt(s, st)
	case *syntax.Return:
		b.expr(s, st.Value)
		if _, none := st.Value.(*syntax.NoneLit); st.Value != nil && !none {
			s.returns = true
		}
	case *syntax.Del:
		for _, t := range st.Targets {
			b.expr(s, t)
		}
	case *syntax.Import:
		for _, a := range st.Names {
			s.bound[importedAs(a)] = true
		}
	case *syntax.ImportFrom:
		for _, a := range st.Names {
			if a.Name != "*" {
				s.bound[asName(a)] = true
				continue
			}
			for _, name := range b.star(st) {
				s.bound[name] = true
			}
		}
	case *syntax.Global:
		for _, n := range st.Names {
			s.global[n.Id] = true
			s.module().bound[n.Id] = true
			s.module().shared[n.Id] = true
			if s != s.module() {
				s.module().written[n.Id] = true
			}
		}
	case *syntax.Nonlocal:
		for _, n := range st.Names {
			s.nonlocal[n.Id] = true
			b.uses = append(b.uses, use{s: s, name: n.Id, writes: true})
		}
	case *syntax.Raise:
		b.expr(s, st.X)
		b.expr(s, st.From)
	case *syntax.Assert:
		b.expr(s, st.Test)
		b.expr(s, st.Msg)
	default:
		b.compound(s, st)
	}
}

// exprStmt tells yield as a statement of its own, whose value nobody wants, from other expressions.
func (b *binder) exprStmt(s *scope, st *syntax.ExprStmt) {
	switch y := st.X.(type) {
	case *syntax.Yield:
		s.yields, s.takes, s.swallows = true, s.takes || b.guarded > 0, s.swallows || b.swallowing > 0
		b.expr(s, y.Value)
	case *syntax.YieldFrom:
		s.yields, s.takes, s.swallows = true, s.takes || b.guarded > 0, s.swallows || b.swallowing > 0
		b.expr(s, y.Value)
	default:
		b.expr(s, st.X)
	}
}

// swallowsSome reports a try that the program may leave at its end though its body raised something.
func swallowsSome(st *syntax.Try) bool {
	_, leaves := lastOf(st.Finally).(*syntax.Return)
	return leaves || slices.ContainsFunc(st.Handlers, func(h *syntax.Handler) bool {
		_, raises := lastOf(h.Body).(*syntax.Raise)
		return !raises
	})
}

func lastOf(body []syntax.Stmt) syntax.Stmt {
	if len(body) == 0 {
		return nil
	}
	return body[len(body)-1]
}

// mayLetGoOn reports a context manager, other than a file or an object that is there already, such as a lock, that may swallow
// an exception.
func mayLetGoOn(it *syntax.WithItem) bool {
	call, ok := it.Ctx.(*syntax.Call)
	if !ok {
		return false
	}
	switch fn := call.Fn.(type) {
	case *syntax.Name:
		return fn.Id != "open"
	case *syntax.Attr:
		return fn.Name == "suppress"
	}
	return false
}

func (b *binder) compound(s *scope, st syntax.Stmt) {
	switch st := st.(type) {
	case *syntax.If:
		b.expr(s, st.Test)
		b.block(s, st.Body)
		b.block(s, st.Else)
	case *syntax.While:
		b.expr(s, st.Test)
		b.block(s, st.Body)
		b.block(s, st.Else)
	case *syntax.For:
		b.expr(s, st.Iter)
		b.target(s, st.Target)
		b.block(s, st.Body)
		b.block(s, st.Else)
	case *syntax.Try:
		guards := min(len(st.Handlers), 1)
		swallows := 0
		if swallowsSome(st) {
			swallows = 1
		}
		b.guarded, b.swallowing = b.guarded+guards, b.swallowing+swallows
		b.block(s, st.Body)
		b.guarded, b.swallowing = b.guarded-guards, b.swallowing-swallows
		for _, h := range st.Handlers {
			b.expr(s, h.Type)
			if h.Name != nil {
				s.bound[h.Name.Id] = true
			}
			b.block(s, h.Body)
		}
		b.block(s, st.Else)
		b.block(s, st.Finally)
	case *syntax.With:
		for _, it := range st.Items {
			b.expr(s, it.Ctx)
			if it.Target != nil {
				b.target(s, it.Target)
			}
		}
		swallows := 0
		if slices.ContainsFunc(st.Items, mayLetGoOn) {
			swallows = 1
		}
		b.swallowing += swallows
		b.block(s, st.Body)
		b.swallowing -= swallows
	case *syntax.FuncDef:
		s.bound[st.Name.Id] = true
		for _, d := range st.Decorators {
			b.expr(s, d)
		}
		b.function(s, st, st.Params, st.Body, nil)
	case *syntax.ClassDef:
		b.class(s, st)
	case *syntax.Match:
		b.expr(s, st.Subject)
		for _, c := range st.Cases {
			b.pattern(s, c.Pattern)
			b.expr(s, c.Guard)
			b.block(s, c.Body)
		}
	}
}

func (b *binder) pattern(s *scope, p syntax.Pattern) {
	syntax.Walk(p, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.MatchCapture:
			if n.Name != nil {
				s.bound[n.Name.Id] = true
			}
		case *syntax.MatchStar:
			if n.Name != nil {
				s.bound[n.Name.Id] = true
			}
		case *syntax.MatchMapping:
			if n.Rest != nil {
				s.bound[n.Rest.Id] = true
			}
		case *syntax.Name:
			b.uses = append(b.uses, use{s: s, name: n.Id})
		}
		return true
	})
}

// class reads a class statement. All that its body binds is shared: methods and the rest of the
// script reach it through the class.
func (b *binder) class(s *scope, st *syntax.ClassDef) {
	s.bound[st.Name.Id] = true
	for _, d := range st.Decorators {
		b.expr(s, d)
	}
	for _, a := range st.Args {
		b.expr(s, a.Value)
	}
	in := newScope(st, s)
	in.class = true
	b.block(in, st.Body)
	for name := range in.bound {
		in.shared[name] = true
	}
}

func (b *binder) function(s *scope, node syntax.Node, params []*syntax.Param, body []syntax.Stmt, expr syntax.Expr) {
	in := newScope(node, s)
	guarded, swallowing := b.guarded, b.swallowing
	b.guarded, b.swallowing = 0, 0
	defer func() { b.guarded, b.swallowing = guarded, swallowing }()
	for _, p := range params {
		if p.Default != nil {
			b.expr(s, p.Default)
		}
		if p.Name != "" {
			in.bound[p.Name] = true
		}
	}
	b.block(in, body)
	if expr != nil {
		b.expr(in, expr)
	}
}

func importedAs(a *syntax.Alias) string {
	if a.AsName != "" {
		return a.AsName
	}
	for i := 0; i < len(a.Name); i++ {
		if a.Name[i] == '.' {
			return a.Name[:i]
		}
	}
	return a.Name
}

func (b *binder) target(s *scope, t syntax.Expr) {
	switch t := t.(type) {
	case *syntax.Name:
		s.bound[t.Id] = true
		if s.global[t.Id] || s.nonlocal[t.Id] {
			b.uses = append(b.uses, use{s: s, name: t.Id})
		}
	case *syntax.Tuple:
		for _, e := range t.Elts {
			b.target(s, e)
		}
	case *syntax.List:
		for _, e := range t.Elts {
			b.target(s, e)
		}
	case *syntax.Star:
		b.target(s, t.X)
	default:
		if key, ok := globalsKey(s, t); ok {
			s.module().bound[key.Value] = true
			s.module().shared[key.Value] = true
		}
		b.expr(s, t)
	}
}

// expr records the names an expression uses, and the functions and comprehensions in it. A
// comprehension has a scope of its own in Python; its variables are kept apart by the checker.
func (b *binder) expr(s *scope, e syntax.Expr) {
	if e == nil {
		return
	}
	syntax.Walk(e, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Name:
			b.uses = append(b.uses, use{s: s, name: n.Id})
			s.stops = s.stops || n.Id == "next" || n.Id == "StopIteration"
		case *syntax.Lambda:
			b.function(s, n, n.Params, nil, n.Body)
			return false
		case *syntax.NamedExpr:
			s.bound[n.Target.Id] = true
		case *syntax.Yield, *syntax.YieldFrom:
			s.yields, s.takes = true, true
		case *syntax.Attr:
			b.resumes = b.resumes || n.Name == "send" || n.Name == "throw"
			s.stops = s.stops || n.Name == "send" || n.Name == "__next__"
		case *syntax.Call:
			if slices.ContainsFunc(n.Args, func(a *syntax.Arg) bool { return a.Name != "" || a.Star == "**" }) {
				if b.keywords == nil {
					b.keywords = map[string]bool{}
				}
				b.keywords[calledName(n.Fn)] = true
			}
		}
		return true
	})
}
