package plan

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// maxFolded is the size in bytes of the longest text that is written out for an operator.
const maxFolded = 1000

// foldTexts puts literals together: "-" * 40 + "+". (Numbers are computed when types are inferred.)
func foldTexts(r *rewriter) {
	ir.Rewrite(*r.body, func(e ir.Expr) ir.Expr {
		b, ok := e.(*ir.Binary)
		if !ok || !types.IsStr(b.Type()) {
			return e
		}
		s, ok := textResult(b)
		if !ok {
			return e
		}
		r.note(b.At, "put together beforehand: a text of "+strconv.Itoa(utf8.RuneCountInString(s)))
		return &ir.Const{X: b.X, Value: s}
	})
}

// textResult is what + and * make of literals.
func textResult(b *ir.Binary) (string, bool) {
	if l, ok := textValue(b.L); ok {
		if r, ok := textValue(b.R); ok && b.Op == "+" {
			return l + r, len(l)+len(r) <= maxFolded
		}
		if n, ok := intValue(b.R); ok && b.Op == "*" {
			return repeated(l, n)
		}
	}
	if r, ok := textValue(b.R); ok && b.Op == "*" {
		if n, ok := intValue(b.L); ok {
			return repeated(r, n)
		}
	}
	return "", false
}

func repeated(s string, n int64) (string, bool) {
	if n <= 0 {
		return "", true
	}
	if n > maxFolded || int(n)*len(s) > maxFolded {
		return "", false
	}
	return strings.Repeat(s, int(n)), true
}
