package syntax

import "strings"

// This file makes nodes of the public AST from the grammar's productions of simple
// statements; compound.go does so for compound ones.

// span returns the place of a production's tokens.
func (p place) span() Span {
	if len(p.Tokens) == 0 {
		return Span{}
	}
	return spanOf(&p.Tokens[0]).Join(spanOf(&p.Tokens[len(p.Tokens)-1]))
}

func (i *identifier) name() *Name {
	if i == nil {
		return nil
	}
	return &Name{At{i.span()}, normalName(i.Name)}
}

func names(ids []*identifier) []*Name {
	var out []*Name
	for _, id := range ids {
		out = append(out, id.name())
	}
	return out
}

// simpleStmts makes the statements of a line without a block.
func (p *parser) simpleStmts(h header, sc scope) []Stmt {
	l, ok := h.line.(*simpleLine)
	if !ok {
		return nil
	}
	return p.lowerAll(l.Statements, sc)
}

// lowerAll makes and checks statements; those with errors are left out.
func (p *parser) lowerAll(all []simple, sc scope) []Stmt {
	out := make([]Stmt, 0, len(all))
	for _, s := range all {
		n := len(p.errs)
		stmt := lower(s)
		p.checkSimple(stmt, sc)
		if len(p.errs) == n {
			out = append(out, stmt)
		}
	}
	return out
}

// lower makes the node of a simple statement.
func lower(s simple) Stmt {
	switch s := s.(type) {
	case *exprStmt:
		return lowerExprStmt(s)
	case *passStmt:
		switch s.Word {
		case "break":
			return &Break{At{s.span()}}
		case "continue":
			return &Continue{At{s.span()}}
		}
		return &Pass{At{s.span()}}
	case *returnStmt:
		return &Return{At{s.span()}, s.Value}
	case *delStmt:
		targets := []Expr{s.Targets}
		if t, ok := s.Targets.(*Tuple); ok && !t.Parens {
			targets = t.Elts
		}
		return &Del{At{s.span()}, targets}
	case *importStmt:
		out := &Import{At: At{s.span()}}
		for _, n := range s.Names {
			out.Names = append(out.Names, alias(n.place, strings.Join(n.Name, ""), n.As))
		}
		return out
	case *fromStmt:
		out := &ImportFrom{At: At{s.span()}, Module: normalName(strings.Join(s.Module, "")), Level: len(strings.Join(s.Dots, ""))}
		if s.All != nil {
			out.Names = []*Alias{alias(s.All.place, "*", nil)}
		}
		for _, n := range append(s.Parens, s.Names...) {
			out.Names = append(out.Names, alias(n.place, n.Name, n.As))
		}
		return out
	case *globalStmt:
		if s.Word == "global" {
			return &Global{At{s.span()}, names(s.Names)}
		}
		return &Nonlocal{At{s.span()}, names(s.Names)}
	case *raiseStmt:
		return &Raise{At{s.span()}, s.X, s.From}
	case *assertStmt:
		return &Assert{At{s.span()}, s.Test, s.Msg}
	}
	panic("syntax: a simple statement without a node")
}

func alias(at place, name string, as *identifier) *Alias {
	a := &Alias{At: At{at.span()}, Name: normalName(name)}
	if as != nil {
		a.AsName, a.AsAt = normalName(as.Name), as.span()
	}
	return a
}

// lowerExprStmt tells apart the statements that start with an expression.
func lowerExprStmt(s *exprStmt) Stmt {
	at := At{s.span()}
	switch {
	case s.Type != nil:
		return &AnnAssign{at, s.Left, s.Type, s.TypedValue}
	case s.OpValue != nil:
		return &AugAssign{at, s.Left, strings.TrimSuffix(s.Op, "="), s.OpValue}
	case len(s.Values) > 0:
		targets := []Expr{s.Left}
		for _, v := range s.Values[:len(s.Values)-1] {
			targets = append(targets, v)
		}
		return &Assign{at, targets, s.Values[len(s.Values)-1]}
	}
	return &ExprStmt{at, s.Left}
}
