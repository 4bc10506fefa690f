package syntax

import (
	"fmt"
	"strings"
)

// ExprString returns an expression in one line of source, with the parentheses it needs,
// for messages. Strings are written with their values: the original spelling is in the
// Source.
func ExprString(x Expr) string {
	var w exprWriter
	w.write(x, levelTuple)
	return w.String()
}

// Levels of binding, weakest first: those of binary operators lie between test and unary.
const (
	levelTuple = iota // a, b; yield
	levelNamed        // a := b
	levelTest         // lambda, a if b else c
	levelOr
	levelAnd
	levelNot
	levelCompare
	levelBitOr
	levelBitXor
	levelBitAnd
	levelShift
	levelSum
	levelTerm
	levelUnary
	levelPower
	levelAwait
	levelAtom
)

var binaryLevels = map[string]int{
	"|": levelBitOr, "^": levelBitXor, "&": levelBitAnd, "<<": levelShift, ">>": levelShift,
	"+": levelSum, "-": levelSum, "*": levelTerm, "/": levelTerm, "//": levelTerm,
	"%": levelTerm, "@": levelTerm, "**": levelPower,
}

// levelOf returns how tight an expression binds.
func levelOf(x Expr) int {
	switch x := x.(type) {
	case *Tuple:
		if len(x.Elts) > 0 && !x.Parens {
			return levelTuple
		}
	case *Yield, *YieldFrom:
		return levelTuple
	case *NamedExpr:
		return levelNamed
	case *Lambda, *IfExp:
		return levelTest
	case *BoolOp:
		if x.Op == "or" {
			return levelOr
		}
		return levelAnd
	case *Compare:
		return levelCompare
	case *Binary:
		return binaryLevels[x.Op]
	case *Unary:
		if x.Op == "not" {
			return levelNot
		}
		return levelUnary
	case *Star:
		return levelBitOr
	case *Await:
		return levelAwait
	}
	return levelAtom
}

type exprWriter struct{ strings.Builder }

// write writes an expression where something that binds at level is needed.
func (w *exprWriter) write(x Expr, level int) {
	if levelOf(x) < level {
		w.WriteByte('(')
		w.bare(x)
		w.WriteByte(')')
	} else {
		w.bare(x)
	}
}

// list writes expressions with commas between them.
func (w *exprWriter) list(xs []Expr) {
	for i, x := range xs {
		if i > 0 {
			w.WriteString(", ")
		}
		w.write(x, levelNamed)
	}
}

// bare writes an expression without parentheses around it.
func (w *exprWriter) bare(x Expr) {
	switch x := x.(type) {
	case *Name:
		w.WriteString(x.Id)
	case *IntLit:
		w.WriteString(x.Text)
	case *FloatLit:
		w.WriteString(x.Text)
	case *ImagLit:
		w.WriteString(x.Text)
	case *StrLit:
		w.WriteString(quotePython(x.Value, false))
	case *BytesLit:
		w.WriteString("b" + quotePython(x.Value, true))
	case *FString:
		w.fstring(x)
	case *BoolLit:
		w.WriteString(exprKind(x))
	case *NoneLit:
		w.WriteString("None")
	case *Ellipsis:
		w.WriteString("...")
	case *Unary, *Binary, *BoolOp, *Compare, *IfExp, *Lambda, *NamedExpr, *Await, *Star:
		w.operation(x)
	case *Yield:
		w.WriteString("yield")
		if x.Value != nil {
			w.WriteByte(' ')
			w.write(x.Value, levelTuple)
		}
	case *YieldFrom:
		w.WriteString("yield from ")
		w.write(x.Value, levelTest)
	default:
		w.bracketed(x)
	}
}

// operation writes operators and keywords between operands.
func (w *exprWriter) operation(x Expr) {
	switch x := x.(type) {
	case *Unary:
		w.WriteString(x.Op)
		if x.Op == "not" {
			w.WriteByte(' ')
		}
		w.write(x.X, levelOf(x))
	case *Binary:
		level := levelOf(x)
		left, right := level, level+1
		if x.Op == "**" {
			left, right = levelAwait, levelUnary
		}
		w.write(x.X, left)
		w.WriteString(" " + x.Op + " ")
		w.write(x.Y, right)
	case *BoolOp:
		for i, y := range x.Xs {
			if i > 0 {
				w.WriteString(" " + x.Op + " ")
			}
			w.write(y, levelOf(x)+1)
		}
	case *Compare:
		w.write(x.X, levelBitOr)
		for i, op := range x.Ops {
			w.WriteString(" " + op + " ")
			w.write(x.Ys[i], levelBitOr)
		}
	case *IfExp:
		w.write(x.Then, levelOr)
		w.WriteString(" if ")
		w.write(x.Cond, levelOr)
		w.WriteString(" else ")
		w.write(x.Else, levelTest)
	case *Lambda:
		w.WriteString("lambda")
		if len(x.Params) > 0 {
			w.WriteByte(' ')
		}
		w.params(x.Params)
		w.WriteString(": ")
		w.write(x.Body, levelTest)
	case *NamedExpr:
		w.WriteString(x.Target.Id + " := ")
		w.write(x.Value, levelTest)
	case *Await:
		w.WriteString("await ")
		w.write(x.X, levelAtom)
	case *Star:
		w.WriteByte('*')
		w.write(x.X, levelBitOr)
	}
}

// bracketed writes what has brackets, and attributes.
func (w *exprWriter) bracketed(x Expr) {
	switch x := x.(type) {
	case *Call:
		w.write(x.Fn, levelAtom)
		w.WriteByte('(')
		for i, a := range x.Args {
			if i > 0 {
				w.WriteString(", ")
			}
			w.WriteString(a.Star)
			if a.Name != "" {
				w.WriteString(a.Name + "=")
			}
			if a.Star != "" || a.Name != "" {
				w.write(a.Value, levelTest)
			} else {
				w.write(a.Value, levelNamed)
			}
		}
		w.WriteByte(')')
	case *Attr:
		_, isInt := x.X.(*IntLit)
		if isInt {
			w.WriteByte('(') // 1.real would start a float
		}
		w.write(x.X, levelAtom)
		if isInt {
			w.WriteByte(')')
		}
		w.WriteString("." + x.Name)
	case *Index:
		w.write(x.X, levelAtom)
		w.WriteByte('[')
		if t, ok := x.I.(*Tuple); ok && len(t.Elts) > 0 {
			w.tuple(t)
		} else {
			w.write(x.I, levelNamed)
		}
		w.WriteByte(']')
	case *Slice:
		some(func(n Node) { w.write(n.(Expr), levelTest) }, x.Lo)
		w.WriteByte(':')
		some(func(n Node) { w.write(n.(Expr), levelTest) }, x.Hi)
		if x.Step != nil {
			w.WriteByte(':')
			w.write(x.Step, levelTest)
		}
	case *Tuple:
		if x.Parens || len(x.Elts) == 0 {
			w.WriteByte('(')
		}
		w.tuple(x)
		if x.Parens || len(x.Elts) == 0 {
			w.WriteByte(')')
		}
	case *List:
		w.WriteByte('[')
		w.list(x.Elts)
		w.WriteByte(']')
	case *Set:
		w.WriteByte('{')
		w.list(x.Elts)
		w.WriteByte('}')
	case *Dict:
		w.dict(x)
	case *Comp:
		w.comp(x)
	}
}

// tuple writes the elements of a tuple.
func (w *exprWriter) tuple(x *Tuple) {
	w.list(x.Elts)
	if len(x.Elts) == 1 {
		w.WriteByte(',')
	}
}

func (w *exprWriter) dict(x *Dict) {
	w.WriteByte('{')
	for i, v := range x.Values {
		if i > 0 {
			w.WriteString(", ")
		}
		if x.Keys[i] == nil {
			w.WriteString("**")
			w.write(v, levelBitOr)
			continue
		}
		w.write(x.Keys[i], levelTest)
		w.WriteString(": ")
		w.write(v, levelTest)
	}
	w.WriteByte('}')
}

func (w *exprWriter) comp(x *Comp) {
	brackets := [...]string{ListComp: "[]", SetComp: "{}", DictComp: "{}", GenExp: "()"}[x.Kind]
	w.WriteByte(brackets[0])
	if x.Key != nil {
		w.write(x.Key, levelTest)
		w.WriteString(": ")
	}
	if x.Kind == DictComp {
		w.write(x.Elt, levelTest)
	} else {
		w.write(x.Elt, levelNamed)
	}
	for _, c := range x.Clauses {
		if c.Async {
			w.WriteString(" async")
		}
		w.WriteString(" for ")
		if t, ok := c.Target.(*Tuple); ok && !t.Parens && len(t.Elts) > 0 {
			w.tuple(t)
		} else {
			w.write(c.Target, levelBitOr)
		}
		w.WriteString(" in ")
		w.write(c.Iter, levelOr)
		for _, cond := range c.Ifs {
			w.WriteString(" if ")
			w.write(cond, levelOr)
		}
	}
	w.WriteByte(brackets[1])
}

// params writes parameters with commas between them.
func (w *exprWriter) params(params []*Param) {
	for i, p := range params {
		if i > 0 {
			w.WriteString(", ")
		}
		w.WriteString([...]string{PlainParam: "", StarParam: "*", StarStarParam: "**", BareStar: "*", BareSlash: "/"}[p.Kind] + p.Name)
		if p.Default != nil {
			w.WriteByte('=')
			w.write(p.Default, levelTest)
		}
	}
}

// fstring writes an f-string with the quote that its text does not need escaped.
func (w *exprWriter) fstring(x *FString) {
	w.WriteString("f'")
	w.fparts(x, false)
	w.WriteByte('\'')
}

func (w *exprWriter) fparts(x *FString, spec bool) {
	for _, part := range x.Parts {
		switch part := part.(type) {
		case *StrLit:
			text := quotePython(part.Value, false)
			text = strings.ReplaceAll(text[1:len(text)-1], `'`, `\'`)
			text = strings.ReplaceAll(text, `\\'`, `\'`)
			if spec {
				text = strings.NewReplacer("{", `\x7b`, "}", `\x7d`).Replace(text)
			} else {
				text = strings.NewReplacer("{", "{{", "}", "}}").Replace(text)
			}
			w.WriteString(text)
		case *FValue:
			inner := ExprString(part.X)
			w.WriteByte('{')
			switch {
			case part.Debug != "":
				w.WriteString(part.Debug)
			case strings.HasPrefix(inner, "{") || levelOf(part.X) == levelTest || levelOf(part.X) == levelNamed:
				w.WriteString("(" + inner + ")")
			default:
				w.WriteString(inner)
			}
			if part.Conv != 0 {
				w.WriteString("!" + string(part.Conv))
			}
			if part.Spec != nil {
				w.WriteByte(':')
				w.fparts(part.Spec, true)
			}
			w.WriteByte('}')
		}
	}
}

// quotePython writes a string as Python's repr does: in single quotes unless it has one and
// no double quote, with escapes for what does not print. The value of a bytes literal is
// written byte by byte.
func quotePython(s string, bytes bool) string {
	quote := byte('\'')
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		quote = '"'
	}
	var b strings.Builder
	b.WriteByte(quote)
	put := func(r rune) {
		switch {
		case r == rune(quote) || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f || bytes && r > 0x7f || r <= 0xff && !isPrintable(r):
			fmt.Fprintf(&b, `\x%02x`, r)
		case isPrintable(r):
			b.WriteRune(r)
		case r <= 0xffff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	if bytes {
		for i := range len(s) {
			put(rune(s[i]))
		}
	} else {
		for _, r := range s {
			put(r)
		}
	}
	b.WriteByte(quote)
	return b.String()
}
