package plan

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// cutSplits makes no list of a split text of which only some fields are used: line.split(",")[3] finds the fourth field,
// len(line.split()) counts, and a variable that holds the fields, and is only asked for the number and for fields whose
// index is a literal, holds the places of these.
func cutSplits(r *rewriter) {
	ir.Rewrite(*r.body, func(e ir.Expr) ir.Expr {
		switch x := e.(type) {
		case *ir.Call:
			if v, ok := builtin(x, "len"); ok {
				if s, ok := splitOf(v); ok {
					return s.length(r)
				}
			}
			return strippedSplit(r, x)
		case *ir.GetItem:
			if s, ok := splitOf(x.V); ok {
				if n, ok := intValue(x.I); ok && fieldIndex(n) {
					return s.at(r, n)
				}
			}
		}
		return e
	})
	u := usesOf(*r.body)
	ir.EachStmt(*r.body, func(st ir.Stmt) {
		a, ok := st.(*ir.Assign)
		if !ok {
			return
		}
		switch t := a.Target.(type) {
		case *ir.VarTarget:
			if s, ok := splitOf(a.Value); ok && private(t.Var) && u.sets[t.Var] == 1 {
				s.cutVar(r, a, t.Var, u.reads[t.Var])
			}
		case *ir.TupleTarget:
			if c, ok := ir.Strip(a.Value).(*ir.Call); ok && t.Star < 0 && isSplit(c) {
				r.remark(c.At, fmt.Sprintf("%s makes no list to unpack (%d)", splitText(c), len(t.Elts)))
			}
		}
	})
}

// fieldIndex reports an index that is small enough to be looked for.
func fieldIndex(n int64) bool { return -1000 < n && n < 1000 }

// split is a call of str.split without a limit; sep is nil for white space.
type split struct {
	call *ir.Call
	sep  ir.Expr
}

// isSplit reports str.split in any form.
func isSplit(c *ir.Call) bool {
	_, ok := method(c, "str", "split")
	return ok
}

func splitOf(e ir.Expr) (*split, bool) {
	c, ok := method(e, "str", "split")
	if !ok {
		return nil, false
	}
	switch {
	case len(c.Args) == 0:
		return &split{call: c}, true
	case len(c.Args) == 2 && types.IsStr(c.Args[0].Type()):
		if n, ok := intValue(c.Args[1]); ok && n == -1 {
			return &split{c, c.Args[0]}, true
		}
	}
	return nil, false
}

// splitText is what notes call a split.
func splitText(c *ir.Call) string {
	if len(c.Args) > 0 {
		if sep, ok := textValue(c.Args[0]); ok {
			return "split(" + strconv.Quote(sep) + ")"
		}
		if types.IsStr(c.Args[0].Type()) {
			return "split(…)"
		}
	}
	return "split()"
}

// with is a call of one of two functions, for a separator and for white space, with further arguments.
func (s *split) with(sep, space string, t types.Type, args ...ir.Expr) *ir.Call {
	if s.sep == nil {
		return replaced(replacement(space), nil, t, s.call.At, append([]ir.Expr{s.call.Recv}, args...)...)
	}
	return replaced(replacement(sep), nil, t, s.call.At, append([]ir.Expr{s.call.Recv, s.sep}, args...)...)
}

func (s *split) length(r *rewriter) ir.Expr {
	r.note(s.call.At, splitText(s.call)+" only counts its fields")
	return s.with("split_len", "word_len", types.Int)
}

func (s *split) at(r *rewriter, n int64) ir.Expr {
	r.note(s.call.At, fmt.Sprintf("%s cuts only field %d", splitText(s.call), n))
	return s.with("split_at", "word_at", types.Str, intExpr(n, s.call.At))
}

// cutVar makes a variable hold the places of the fields that are asked for, if it is not used for anything else.
func (s *split) cutVar(r *rewriter, a *ir.Assign, v *ir.Var, reads int) {
	asked := map[int64]bool{}
	known := 0
	isVar := func(e ir.Expr) bool {
		l, ok := ir.Strip(e).(*ir.Local)
		return ok && l.Var == v
	}
	ir.Visit(*r.body, func(e ir.Expr) {
		switch x := e.(type) {
		case *ir.GetItem:
			if n, ok := intValue(x.I); ok && isVar(x.V) && fieldIndex(n) {
				asked[n] = true
				known++
			}
		case *ir.Call:
			if arg, ok := builtin(x, "len"); ok && isVar(arg) {
				known++
			}
		case *ir.Truth:
			if isVar(x.V) {
				known++
			}
		}
	})
	if known != reads || known == 0 {
		return
	}
	fields := types.Of("SplitFields")
	at, size := replacementMethod("SplitFields", "at"), replacementMethod("SplitFields", "__len__")
	read := func(e ir.Expr) ir.Expr { return &ir.Local{X: ir.X{T: fields, At: e.Pos()}, Var: v} }
	ir.Rewrite(*r.body, func(e ir.Expr) ir.Expr {
		switch x := e.(type) {
		case *ir.GetItem:
			if !isVar(x.V) {
				break
			}
			n, _ := intValue(x.I)
			if n < 0 {
				return replaced(replacementMethod("SplitFields", "last"), read(x.V), types.Str, x.At, intExpr(-n, x.At))
			}
			return replaced(at, read(x.V), types.Str, x.At, intExpr(n, x.At))
		case *ir.Call:
			if arg, ok := builtin(x, "len"); ok && isVar(arg) {
				return replaced(size, read(arg), types.Int, x.At)
			}
		case *ir.Truth:
			if isVar(x.V) {
				return replaced(replacementMethod("SplitFields", "at_least"), read(x.V), types.Bool, x.At, intExpr(1, x.At))
			}
		case *ir.Compare:
			return comparedLength(x)
		}
		return e
	})
	v.Type = fields
	var cut []ir.Expr
	for _, n := range sortedKeys(asked) {
		if n >= 0 {
			cut = append(cut, intExpr(n, s.call.At))
		}
	}
	value := s.with("split_fields", "word_fields", fields)
	value.Rest = cut
	a.Value = value
	r.note(s.call.At, splitText(s.call)+" cuts only "+fieldList(asked))
}

// comparedLength asks whether there are so many fields instead of counting them all: mostly those that are cut tell already.
func comparedLength(x *ir.Compare) ir.Expr {
	op, size, n, ok := comparedWith(x)
	if !ok || !fieldIndex(n) {
		return x
	}
	ask := func(method string, n int64) ir.Expr {
		return replaced(replacementMethod("SplitFields", method), size.Recv, types.Bool, x.At, intExpr(n, x.At))
	}
	switch op {
	case ">":
		return ask("at_least", n+1)
	case ">=":
		return ask("at_least", n)
	case "<":
		return &ir.Not{X: x.X, V: ask("at_least", n)}
	case "<=":
		return &ir.Not{X: x.X, V: ask("at_least", n+1)}
	case "==":
		return ask("has", n)
	case "!=":
		return &ir.Not{X: x.X, V: ask("has", n)}
	}
	return x
}

// turned are comparisons with their operands exchanged.
var turned = map[string]string{"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}

// comparedWith is the comparison of a number of fields with an int literal, as if that were its right operand.
func comparedWith(x *ir.Compare) (op string, size *ir.Call, n int64, ok bool) {
	l, r, op := x.L, x.R, x.Op
	if _, ok := intValue(l); ok {
		l, r, op = r, l, turned[op]
	}
	size, isCall := ir.Strip(l).(*ir.Call)
	n, isInt := intValue(r)
	return op, size, n, isCall && isInt && size.Fn == replacementMethod("SplitFields", "__len__")
}

// fieldList names the fields that are asked for.
func fieldList(asked map[int64]bool) string {
	var names []string
	for _, n := range sortedKeys(asked) {
		names = append(names, strconv.FormatInt(n, 10))
	}
	switch len(names) {
	case 0:
		return "what counts them"
	case 1:
		return "field " + names[0]
	}
	return "fields " + strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// strippedSplit drops a strip() in front of a split(), which skips white space at both ends anyway.
func strippedSplit(r *rewriter, c *ir.Call) ir.Expr {
	s, ok := splitOf(c)
	if !ok || s.sep != nil {
		return c
	}
	for _, name := range []string{"strip", "lstrip", "rstrip"} {
		if inner, ok := method(c.Recv, "str", name); ok && len(present(inner.Args)) == 0 {
			r.note(inner.At, name+"() has no effect before split()")
			c.Recv = inner.Recv
		}
	}
	return c
}

// present are the arguments that are not None.
func present(args []ir.Expr) []ir.Expr {
	var out []ir.Expr
	for _, a := range args {
		if !types.IsNone(a.Type()) {
			out = append(out, a)
		}
	}
	return out
}
