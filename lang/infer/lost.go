package infer

import (
	"strings"
	"unicode"

	"github.com/dstreamc/dstreamc/lang/syntax"
)

// lostNames returns the words of a script that are in none of its parsed statements: after a
// syntax error those may be what a lost statement binds, so they are not reported as undefined.
func lostNames(file *syntax.File) map[string]bool {
	text := []byte(file.Source.Text)
	syntax.Walk(file, func(n syntax.Node) bool {
		switch n.(type) {
		case *syntax.File, *syntax.If, *syntax.While, *syntax.For, *syntax.Try, *syntax.With, *syntax.FuncDef, *syntax.ClassDef, *syntax.Match:
			return true // what is parsed of these is found below them
		case syntax.Stmt, syntax.Expr, *syntax.Param:
			at := n.Pos()
			for i := at.Start; i < at.End; i++ {
				text[i] = ' '
			}
			return false
		}
		return true
	})
	names := map[string]bool{}
	for _, line := range strings.Split(string(text), "\n") {
		code, _, _ := strings.Cut(line, "#")
		for _, word := range strings.FieldsFunc(code, func(r rune) bool {
			return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
		}) {
			names[word] = true
		}
	}
	return names
}
