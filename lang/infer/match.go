package infer

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// matchStmt types a match statement: a chain of ifs. A pattern is one condition, which also sets what the
// pattern binds; parts of the subject that it looks into are kept in variables that the script does not
// have, so that tests narrow their types.
func (c *checker) matchStmt(s *syntax.Match) []ir.Stmt {
	var out []ir.Stmt
	subject, simple := s.Subject.(*syntax.Name)
	v := c.value(s.Subject)
	if types.IsBad(typeOf(v)) {
		return nil
	}
	if !simple || c.compVar(subject.Id) != nil || c.frame.scope.lookup(subject.Id) != c.frame.scope || rebinds(s.Cases, subject.Id) {
		name, sets := c.keepSubject(v)
		subject = name
		for _, set := range sets {
			out = append(out, set)
		}
	}
	m := &matcher{c: c, at: s.Span, start: c.frame.state.copy()}
	return append(out, m.cases(s.Cases, subject)...)
}

// matcher types the cases of one match statement.
type matcher struct {
	c        *checker
	at       syntax.Span
	start    state     // in front of the statement
	mayFail  bool      // tests come behind the part of the pattern that is typed
	captures []capture // of the pattern that is typed, to be bound when it has matched
}

// keepSubject keeps a value in a variable of its own.
func (c *checker) keepSubject(v ir.Expr) (*syntax.Name, []*ir.Assign) {
	key := "subject " + spanKey(v.Pos())
	c.frame.scope.bound[key] = true
	n := &syntax.Name{At: syntax.At{Span: v.Pos()}, Id: key}
	c.frame.site(key, v.Pos()).v.shown = "subject"
	var sets []*ir.Assign
	for _, s := range c.store(n, v, v.Pos()) {
		sets = append(sets, s.(*ir.Assign))
	}
	return n, sets
}

func (m *matcher) cases(list []*syntax.Case, subject *syntax.Name) []ir.Stmt {
	c := m.c
	if len(list) == 0 || c.frame.state == nil {
		return nil
	}
	k := list[0]
	before, bound := c.frame.state.copy(), c.bound
	test := m.pattern(k.Pattern, subject)
	no := unmatched(k.Pattern, before, c.frame.state)
	if neverHolds(test) { // nor is there anything to look at in its guard, whose names are not bound
		c.frame.state, c.bound, m.captures = no, bound, nil
		return m.cases(list[1:], subject)
	}
	test = c.both(test, m.bindCaptures(k.Pattern.Pos()), k.Pattern.Pos())
	test = m.noteBound(test, k.Pattern.Pos())
	var flags []ir.Stmt
	if k.Guard != nil {
		guard, yes, failed := c.cond(k.Guard)
		test = c.both(test, guard, k.Guard.Pos())
		flags = c.setFlags(k.Guard.Pos())
		c.frame.state = yes
		no = merge(no, failed)
	}
	if never, ok := test.(*ir.Const); ok && never.Value == false {
		c.frame.state = no
		return m.cases(list[1:], subject)
	}
	body := append(flags, c.block(k.Body)...)
	after := c.frame.state
	if test == nil {
		return body
	}
	if always, ok := test.(*ir.Const); ok && always.Value == true {
		return body
	}
	c.frame.state = no
	orelse := append(slices.Clone(flags), m.cases(list[1:], subject)...)
	c.frame.state = merge(after, c.frame.state)
	if let, ok := test.(*ir.Let); ok { // a pattern that always matches and binds names
		if always, ok := let.V.(*ir.Const); ok && always.Value == true {
			var out []ir.Stmt
			for _, set := range let.Sets {
				out = append(out, set)
			}
			c.frame.state = after
			return append(out, body...)
		}
	}
	return []ir.Stmt{&ir.If{S: ir.S{At: k.Pattern.Pos()}, Test: test, Body: body, Else: orelse}}
}

// neverHolds reports a test that no value of the subject's type passes.
func neverHolds(test ir.Expr) bool {
	switch e := test.(type) {
	case *ir.Const:
		return e.Value == false
	case *ir.Let:
		return neverHolds(e.V)
	case *ir.Logic:
		return e.Op == "and" && (neverHolds(e.L) || neverHolds(e.R))
	}
	return false
}

// both is a and b; nil stands for a test that always holds.
func (c *checker) both(a, b ir.Expr, at syntax.Span) ir.Expr {
	if a == nil {
		return b
	}
	if b == nil {
		return a
	}
	if let, ok := a.(*ir.Let); ok {
		if always, ok := let.V.(*ir.Const); ok && always.Value == true {
			let.V = b
			return let
		}
	}
	if k, ok := a.(*ir.Const); ok && k.Value == false {
		return a
	}
	if k, ok := a.(*ir.Const); ok && k.Value == true {
		return b
	}
	return &ir.Logic{X: ir.X{T: types.Bool, At: at}, Op: "and", L: a, R: b}
}

// sets makes a test of assignments.
func (c *checker) sets(list []*ir.Assign, at syntax.Span) ir.Expr {
	if len(list) == 0 {
		return nil
	}
	return &ir.Let{X: ir.X{T: types.Bool, At: at}, Sets: list, V: c.boolean(true, at)}
}

func assigns(list []ir.Stmt) []*ir.Assign {
	var out []*ir.Assign
	for _, s := range list {
		if a, ok := s.(*ir.Assign); ok {
			out = append(out, a)
		}
	}
	return out
}

// pattern is the condition that the subject matches; nil if it always does.
func (m *matcher) pattern(p syntax.Pattern, subject *syntax.Name) ir.Expr {
	c := m.c
	switch p := p.(type) {
	case *syntax.MatchValue:
		return m.value(p, subject)
	case *syntax.MatchCapture:
		var test ir.Expr
		if p.Pattern != nil {
			test = m.pattern(p.Pattern, subject)
		}
		if p.Name == nil {
			return test
		}
		return c.both(test, m.capture(p.Name, c.expr(subject), p.Span), p.Span)
	case *syntax.MatchSequence:
		return m.sequence(p, subject)
	case *syntax.MatchMapping:
		return m.mapping(p, subject)
	case *syntax.MatchClass:
		return m.class(p, subject)
	case *syntax.MatchOr:
		return m.or(p, subject)
	}
	c.unsupported(p.Pos(), "this pattern").WithHint("write if and elif")
	return c.bad(p.Pos())
}

func (m *matcher) value(p *syntax.MatchValue, subject *syntax.Name) ir.Expr {
	op := "=="
	switch p.X.(type) {
	case *syntax.NoneLit, *syntax.BoolLit:
		op = "is"
	}
	test, yes, _ := m.c.cond(&syntax.Compare{At: p.At, X: subject, Ops: []string{op}, Ys: []syntax.Expr{p.X}})
	if yes != nil {
		m.c.frame.state = yes
	}
	return test
}

func (m *matcher) or(p *syntax.MatchOr, subject *syntax.Name) ir.Expr {
	c := m.c
	before, kept := c.frame.state.copy(), slices.Clip(m.captures)
	captures := kept
	var test ir.Expr
	var after state
	for _, alt := range p.Patterns {
		c.frame.state = before.copy()
		m.captures = kept
		t := m.pattern(alt, subject)
		if neverHolds(t) { // and binds nothing
			continue
		}
		t = c.both(t, m.sharedCaptures(len(kept), p.Span), alt.Pos())
		captures = m.captures
		if t == nil {
			t = c.boolean(true, alt.Pos())
		}
		after = merge(after, c.frame.state)
		if test == nil {
			test = t
			continue
		}
		test = &ir.Logic{X: ir.X{T: types.Bool, At: p.Span}, Op: "or", L: test, R: t}
	}
	m.captures = captures
	if test == nil {
		c.frame.state = before
		return c.boolean(false, p.Span)
	}
	c.frame.state = after
	return test
}

// part matches a part of the subject.
func (m *matcher) part(p syntax.Pattern, v ir.Expr) ir.Expr {
	c := m.c
	if cp, ok := p.(*syntax.MatchCapture); ok && cp.Pattern == nil {
		if cp.Name == nil {
			return nil
		}
		return m.capture(cp.Name, v, cp.Span)
	}
	at := &ir.Convert{X: ir.X{T: typeOf(v), At: p.Pos()}, V: v}
	name, sets := c.keepSubject(at)
	return c.both(c.sets(sets, p.Pos()), m.pattern(p, name), p.Pos())
}

// sequence matches [a, b, *rest].
func (m *matcher) sequence(p *syntax.MatchSequence, subject *syntax.Name) ir.Expr {
	c := m.c
	v := c.expr(subject)
	var test ir.Expr
	if types.IsOptional(typeOf(v)) {
		test = &ir.Compare{X: ir.X{T: types.Bool, At: p.Span}, Op: "is not", L: v, R: c.none(p.Span)}
		v = c.unwrapChecked(v)
	}
	v = c.asTuple(v)
	star := -1
	for i, x := range p.Patterns {
		if _, ok := x.(*syntax.MatchStar); ok {
			star = i
		}
	}
	least := len(p.Patterns)
	if star >= 0 {
		least--
	}
	t, _ := typeOf(v).(*types.Named)
	switch {
	case t == nil || types.IsBad(t):
		return c.bad(p.Span)
	case t.Name == "tuple":
		if star < 0 && len(t.Args) != least || len(t.Args) < least {
			return c.boolean(false, p.Span)
		}
	case t.Name == "Any":
		test = c.callBuiltin(c.ix.Modules["builtins"].Members["_is_sequence"], []argument{{val: v, at: p.Span}}, p.Span)
		fallthrough
	case t.Name == "list" || t.Name == "tuple..." || t.Name == "range" || t.Name == "deque":
		n := c.callBuiltin(c.ix.Modules["builtins"].Members["len"], []argument{{val: c.expr(subject), at: p.Span}}, p.Span)
		op := "=="
		if star >= 0 {
			op = ">="
		}
		count := &ir.Const{X: ir.X{T: types.Int, At: p.Span}, Value: int64(least)}
		test = c.both(test, c.compareOp(op, n, count, p.Span), p.Span)
	case types.IsNever(t):
	default:
		return c.boolean(false, p.Span)
	}
	for i, x := range p.Patterns {
		more := refutable(p.Patterns[i+1:])
		test = c.both(test, m.failing(more, func() ir.Expr { return m.element(x, subject, i, star, len(p.Patterns)) }), x.Pos())
	}
	return test
}

// element matches element i of a sequence pattern of n parts.
func (m *matcher) element(p syntax.Pattern, subject *syntax.Name, i, star, n int) ir.Expr {
	at := syntax.At{Span: p.Pos()}
	number := func(k int) syntax.Expr {
		return m.c.held(&ir.Const{X: ir.X{T: types.Int, At: p.Pos()}, Value: int64(k)}, p.Pos())
	}
	x := m.c.held(m.c.asTuple(m.c.unwrapChecked(m.c.expr(subject))), p.Pos())
	if s, ok := p.(*syntax.MatchStar); ok {
		if s.Name == nil {
			return nil
		}
		sl := &syntax.Slice{At: at, Lo: number(i)}
		if i+1 < n {
			sl.Hi = number(i + 1 - n)
		}
		rest := m.c.index(&syntax.Index{At: at, X: x, I: sl})
		list := m.c.callBuiltinClass("list", rest, p.Pos())
		return m.capture(s.Name, list, p.Pos())
	}
	if star >= 0 && i > star {
		i -= n
	}
	if cp, ok := p.(*syntax.MatchCapture); ok && cp.Pattern == nil && cp.Name == nil {
		return nil
	}
	return m.part(p, m.c.index(&syntax.Index{At: at, X: x, I: number(i)}))
}

// mapping matches {"k": p, **rest}.
func (m *matcher) mapping(p *syntax.MatchMapping, subject *syntax.Name) ir.Expr {
	c := m.c
	v := c.expr(subject)
	var test ir.Expr
	if types.IsOptional(typeOf(v)) {
		test = &ir.Compare{X: ir.X{T: types.Bool, At: p.Span}, Op: "is not", L: v, R: c.none(p.Span)}
		v = c.unwrapChecked(v)
	}
	switch className(typeOf(v)) {
	case "Any":
		test = c.isInstanceCall(v, []string{"dict"}, p.Span)
	case "dict", "Counter", "defaultdict", "OrderedDict", "Never":
	default:
		if types.IsBad(typeOf(v)) {
			return c.bad(p.Span)
		}
		return c.boolean(false, p.Span)
	}
	for i, key := range p.Keys {
		has := c.compareOp("in", c.value(key), v, key.Pos())
		test = c.both(test, has, key.Pos())
		item := c.index(&syntax.Index{At: syntax.At{Span: key.Pos()}, X: c.held(v, key.Pos()), I: key})
		more := i+1 < len(p.Keys)
		test = c.both(test, m.failing(more, func() ir.Expr { return m.part(p.Patterns[i], item) }), key.Pos())
	}
	if p.Rest != nil {
		test = c.both(test, m.rest(p, v), p.Span)
	}
	return test
}

// rest binds what a mapping pattern does not name: {k: v for k, v in d.items() if k not in (…)}.
func (m *matcher) rest(p *syntax.MatchMapping, v ir.Expr) ir.Expr {
	at := syntax.At{Span: p.Rest.Span}
	name := func(id string) *syntax.Name { return &syntax.Name{At: at, Id: id} }
	items := &syntax.Call{At: at, Fn: &syntax.Attr{At: at, X: m.c.held(v, at.Span), Name: "items", NameAt: at.Span}}
	clause := &syntax.CompFor{At: at, Target: &syntax.Tuple{At: at, Elts: []syntax.Expr{name("k"), name("v")}}, Iter: items}
	if len(p.Keys) > 0 {
		clause.Ifs = []syntax.Expr{&syntax.Compare{At: at, X: name("k"), Ops: []string{"not in"}, Ys: []syntax.Expr{&syntax.List{At: at, Elts: p.Keys}}}}
	}
	d := m.c.comp(&syntax.Comp{At: at, Kind: syntax.DictComp, Key: name("k"), Elt: name("v"), Clauses: []*syntax.CompFor{clause}})
	return m.capture(p.Rest, d, at.Span)
}

// selfMatching are the built-in classes whose one positional pattern is about the object itself.
var selfMatching = map[string]bool{
	"bool": true, "bytearray": true, "bytes": true, "dict": true, "float": true, "frozenset": true, "int": true, "list": true,
	"set": true, "str": true, "tuple": true,
}

// class matches C(p, name=p).
func (m *matcher) class(p *syntax.MatchClass, subject *syntax.Name) ir.Expr {
	c := m.c
	is := &syntax.Call{At: p.At, Fn: &syntax.Name{At: p.At, Id: "isinstance"}, Args: []*syntax.Arg{{At: p.At, Value: subject}, {At: p.At, Value: p.Class}}}
	test, yes, _, ok := c.condIsInstance(is)
	if !ok {
		c.unsupported(p.Class.Pos(), "a class pattern where isinstance has another meaning").WithHint("give the variable another name")
		return c.bad(p.Span)
	}
	if k, ok := test.(*ir.Const); ok && k.Value == false {
		return test
	}
	if yes != nil {
		c.frame.state = yes
	}
	if k, ok := test.(*ir.Const); ok && k.Value == true {
		test = nil
	}
	if len(p.Patterns)+len(p.KwPats) == 0 {
		if test == nil {
			return c.boolean(true, p.Span)
		}
		return test
	}
	k, user := c.namedClass(p.Class)
	if !user {
		if k := c.dynamicNamed(p.Class); k != nil {
			return m.dynamicParts(p, k, subject, test)
		}
		if name, _ := p.Class.(*syntax.Name); len(p.Patterns) == 1 && len(p.KwPats) == 0 && name != nil && selfMatching[name.Id] {
			return c.both(test, m.part(p.Patterns[0], c.expr(subject)), p.Span)
		}
		c.unsupported(p.Span, "a pattern of attributes of this class").WithHint("test them in a guard: case x if x.name == …")
		return c.bad(p.Span)
	}
	v := c.expr(subject)
	if n := c.classOf(typeOf(v)); n == nil || !n.derives(k) {
		v = &ir.Convert{X: ir.X{T: k.self, At: p.Span}, V: c.unwrapChecked(v), Checked: true}
	}
	names, ok := c.patternNames(p, k)
	if !ok {
		return c.bad(p.Span)
	}
	parts := slices.Concat(p.Patterns, p.KwPats)
	for i, sub := range parts {
		value := c.objectAttr(v, k, nil, names[i], sub.Pos(), sub.Pos())
		test = c.both(test, m.failing(refutable(parts[i+1:]), func() ir.Expr { return m.part(sub, value) }), sub.Pos())
	}
	if test == nil {
		return c.boolean(true, p.Span)
	}
	return test
}

// patternNames are the attributes that the patterns in a class pattern are about.
func (c *checker) patternNames(p *syntax.MatchClass, k *class) ([]string, bool) {
	names := c.matchArgs(k)
	if len(p.Patterns) > len(names) {
		d := c.list.Add(diag.Type, "DS317", p.Span, "%s() accepts %d positional sub-patterns (%d given)", k.node.Name.Id, len(names), len(p.Patterns))
		d.WithHint("name the attributes: %s(name=…), or give the class __match_args__", k.node.Name.Id)
		return nil, false
	}
	names = append(names[:len(p.Patterns):len(p.Patterns)], p.Keywords...)
	for i, name := range names {
		if slices.Contains(names[:i], name) {
			c.list.Add(diag.Type, "DS317", p.Span, "%s() got multiple sub-patterns for attribute '%s'", k.node.Name.Id, name)
			return nil, false
		}
	}
	return names, true
}

// dynamicParts matches the attributes of an object of a dynamic class: one that it does not have is no match.
func (m *matcher) dynamicParts(p *syntax.MatchClass, k *class, subject *syntax.Name, test ir.Expr) ir.Expr {
	c := m.c
	names, ok := c.patternNames(p, k)
	if !ok {
		return c.bad(p.Span)
	}
	parts := slices.Concat(p.Patterns, p.KwPats)
	for i, sub := range parts {
		at := syntax.At{Span: sub.Pos()}
		has := &syntax.Call{At: at, Fn: &syntax.Name{At: at, Id: "hasattr"}, Args: []*syntax.Arg{{At: at, Value: subject}, {At: at, Value: &syntax.StrLit{At: at, Value: names[i]}}}}
		value := c.expr(&syntax.Attr{At: at, X: subject, Name: names[i], NameAt: sub.Pos()})
		part := m.failing(i+1 < len(parts), func() ir.Expr { return m.part(sub, value) })
		test = c.both(test, c.both(c.truth(c.expr(has)), part, sub.Pos()), sub.Pos())
	}
	return test
}

// matchArgs are the attributes that the positional patterns of a class are about.
func (c *checker) matchArgs(k *class) []string {
	line := k.line
	if len(line) == 0 { // a dynamic class
		line = []*class{k}
	}
	for _, b := range line {
		for _, s := range b.node.Body {
			a, ok := s.(*syntax.Assign)
			if !ok || len(a.Targets) != 1 {
				continue
			}
			n, ok := a.Targets[0].(*syntax.Name)
			t, isTuple := a.Value.(*syntax.Tuple)
			if !ok || !isTuple || n.Id != "__match_args__" {
				continue
			}
			var names []string
			for _, x := range t.Elts {
				if s, ok := x.(*syntax.StrLit); ok {
					names = append(names, s.Value)
				}
			}
			return names
		}
		if b.record != nil {
			var names []string
			for _, f := range b.record.fields {
				names = append(names, f.name)
			}
			return names
		}
	}
	return nil
}
