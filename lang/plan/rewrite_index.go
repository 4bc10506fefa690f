package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// indexTexts looks through a text once where a loop or a comprehension asks for its characters by number: text[i], text[i:j] and
// len(text) count characters from the text's beginning each time.
func indexTexts(r *rewriter) {
	u := usesOf(*r.body)
	var block func(list []ir.Stmt) []ir.Stmt
	block = func(list []ir.Stmt) []ir.Stmt {
		var out []ir.Stmt
		for _, s := range list {
			body, loop := loopBlock(s)
			if !loop {
				body = comprehensions(s)
			}
			inside := usesOf([]ir.Stmt{s})
			for _, v := range indexedIn(body, functionsIn([]ir.Stmt{s})) {
				if inside.sets[v] == 0 && (loop || u.sets[v] == 0 || u.sets[v] == 1 && !v.Param) {
					out = append(out, r.indexText(s.Pos(), body, v))
				}
			}
			if w, ok := s.(*ir.While); ok {
				w.Test = body[0].(*ir.ExprStmt).V
			}
			mapBlocks(s, block)
			out = append(out, s)
		}
		return out
	}
	*r.body = block(*r.body)
	ir.Rewrite(*r.body, func(e ir.Expr) ir.Expr {
		if c, ok := e.(*ir.Compare); ok && (c.Op == "==" || c.Op == "!=") {
			return sameCharacter(c)
		}
		return e
	})
}

// sameCharacter compares two characters of texts, of which no text is made.
func sameCharacter(c *ir.Compare) ir.Expr {
	code := func(e ir.Expr) *ir.Call {
		x, ok := ir.Strip(e).(*ir.Call)
		if !ok || x.Fn != replacementMethod("TextIndex", "at") {
			return nil
		}
		return replaced(replacementMethod("TextIndex", "code"), x.Recv, types.Int, x.At, x.Args...)
	}
	l, r := code(c.L), code(c.R)
	if l == nil || r == nil {
		return c
	}
	return &ir.Compare{X: c.X, Op: c.Op, L: l, R: r}
}

// comprehensions are those of a simple statement, or of an if's test, as statements.
func comprehensions(s ir.Stmt) (found []ir.Stmt) {
	switch x := s.(type) {
	case *ir.If:
		s = &ir.ExprStmt{S: x.S, V: x.Test}
	case *ir.Assign, *ir.AugItem, *ir.ExprStmt, *ir.Return, *ir.Emit, *ir.Merge:
	default:
		return nil
	}
	ir.Visit([]ir.Stmt{s}, func(e ir.Expr) {
		if c, ok := e.(*ir.Comp); ok {
			found = append(found, &ir.ExprStmt{S: ir.S{At: c.At}, V: c})
		}
	})
	return found
}

// indexedIn are the texts that statements ask for characters, in order, but those of inner functions.
func indexedIn(body []ir.Stmt, inner map[*ir.Func]bool) (found []*ir.Var) {
	seen := map[*ir.Var]bool{}
	ir.Visit(body, func(e ir.Expr) {
		if v, ok := indexedText(e); ok && !seen[v] && !inner[v.Owner] {
			seen[v] = true
			found = append(found, v)
		}
	})
	return found
}

// functionsIn are the functions that are defined in statements: what they call their own is not there outside of them.
func functionsIn(body []ir.Stmt) map[*ir.Func]bool {
	all := map[*ir.Func]bool{}
	ir.EachStmt(body, func(s ir.Stmt) {
		if d, ok := s.(*ir.DefFunc); ok {
			for _, f := range d.Funcs {
				all[f] = true
			}
		}
	})
	ir.Visit(body, func(e ir.Expr) {
		switch e := e.(type) {
		case *ir.FuncVal:
			all[e.Func] = true
		case *ir.FuncBox:
			for _, f := range e.Funcs() {
				all[f] = true
			}
		case *ir.StageCall:
			all[e.Stage.Func] = true
			for _, f := range e.Stage.Inlined {
				all[f] = true
			}
		}
	})
	delete(all, nil)
	return all
}

// indexedText is the variable of a text that an expression asks for a character, a part or its length.
func indexedText(e ir.Expr) (*ir.Var, bool) {
	var of ir.Expr
	switch x := e.(type) {
	case *ir.GetItem:
		if _, fixed := intValue(x.I); fixed || !isWord(x.I) {
			return nil, false
		}
		of = x.V
	case *ir.GetSlice:
		if x.Step != nil || !isWord(x.Lo) || !isWord(x.Hi) {
			return nil, false
		}
		of = x.V
	case *ir.Call:
		arg, ok := builtin(x, "len")
		if !ok || !types.IsInt(x.Type()) {
			return nil, false
		}
		of = arg
	default:
		return nil, false
	}
	l, ok := ir.Strip(of).(*ir.Local)
	if !ok || !types.IsStr(l.Type()) || l.Var.Global || l.Var.Shared {
		return nil, false
	}
	return l.Var, true
}

// isWord reports an int of 64 bits, or a bound that is absent.
func isWord(e ir.Expr) bool { return e == nil || types.IsInt(unconverted(e).Type()) }

// indexText makes a variable that knows the characters of a text, and statements ask that.
func (r *rewriter) indexText(at syntax.Span, body []ir.Stmt, v *ir.Var) ir.Stmt {
	class := types.Of("TextIndex")
	index := &ir.Var{Name: v.Name + "_chars", Type: class, Owner: v.Owner, Def: v.Def}
	read := &ir.Local{X: ir.X{T: class, At: at}, Var: index}
	ir.Rewrite(body, func(e ir.Expr) ir.Expr {
		if of, ok := indexedText(e); !ok || of != v {
			return e
		}
		switch x := e.(type) {
		case *ir.GetItem:
			return replaced(replacementMethod("TextIndex", "at"), read, types.Str, x.At, x.I)
		case *ir.GetSlice:
			return replaced(replacementMethod("TextIndex", "part"), read, types.Str, x.At, optionalInt(x.Lo, x.X), optionalInt(x.Hi, x.X))
		}
		return replaced(replacementMethod("TextIndex", "__len__"), read, types.Int, e.Pos())
	})
	r.note(at, v.Name+" is looked through for its characters once, not each time that one is asked for")
	text := &ir.Local{X: ir.X{T: types.Str, At: at}, Var: v}
	return &ir.Assign{S: ir.S{At: at}, Target: &ir.VarTarget{Var: index}, Value: replaced(replacement("index_text"), nil, class, at, text)}
}

// optionalInt is a bound of a slice as an argument.
func optionalInt(e ir.Expr, x ir.X) ir.Expr {
	if e == nil {
		x.T = types.None
		e = &ir.Const{X: x}
	}
	x.T = types.Optional(types.Int)
	return &ir.Convert{X: x, V: e}
}
