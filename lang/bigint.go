package lang

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// directive begins a comment in a script's head that says how the script is to be compiled.
const directive = "# dstreamc:"

// askedBigInt looks for the directive bigint in the comments above a script's first statement. Words that mean nothing
// are warned of.
func askedBigInt(src *syntax.Source, file *syntax.File, list *diag.List) (found bool) {
	head, doc := int32(len(src.Text)), syntax.Span{}
	for i, s := range file.Body {
		if x, ok := s.(*syntax.ExprStmt); ok && i == 0 {
			if _, ok := x.X.(*syntax.StrLit); ok {
				doc = x.Span
				continue
			}
		}
		head = s.Pos().Start
		break
	}
	at := int32(0)
	for line := range strings.Lines(src.Text[:head]) {
		if at < doc.Start || at >= doc.End {
			found = directives(line, at, list) || found
		}
		at += int32(len(line))
	}
	return found
}

// directives reads a line that begins at an offset, and reports whether it is a comment with the directive bigint.
func directives(line string, at int32, list *diag.List) (found bool) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(line), directive)
	if !ok {
		return false
	}
	for _, word := range strings.Fields(rest) {
		if word == "bigint" {
			found = true
			continue
		}
		from := at + int32(strings.Index(line, word))
		list.Add(diag.Warning, "DS906", syntax.Span{Start: from, End: from + int32(len(word))}, "'%s' is no directive of dstreamc", word).
			WithHint("there is one: %s bigint", directive)
	}
	return found
}

// needsBigInt finds an int of more than 64 bits that a script writes down: a literal, or an expression of literals.
func needsBigInt(files []*syntax.File) (at syntax.Span, found bool) {
	for _, f := range files {
		syntax.Walk(f, func(n syntax.Node) bool {
			e, ok := n.(syntax.Expr)
			if !ok || found {
				return !found
			}
			v, huge := syntax.IntConst(e)
			if huge || v != nil && !v.IsInt64() {
				at, found = e.Pos(), true
			}
			return v == nil && !found
		})
	}
	return at, found
}
