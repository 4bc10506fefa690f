package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/regex"
	"github.com/dstreamc/dstreamc/lang/types"
)

// mostGroups is how many groups a match has room for in itself.
const mostGroups = 9

// patternFuncs are the functions of module re that are given a pattern first and flags last.
var patternFuncs = map[string]bool{"compile": true, "match": true, "search": true, "fullmatch": true, "finditer": true, "findall": true, "split": true, "sub": true, "subn": true}

// compilePatterns finds the regular expressions that are matched from left to right in the same steps for any text.
func compilePatterns(r *rewriter) {
	ir.Visit(*r.body, func(e ir.Expr) {
		c, ok := e.(*ir.Call)
		if !ok || c.Fn.Module != "re" || c.Fn.Class != nil || !patternFuncs[c.Fn.Name] {
			return
		}
		pattern, ok := r.textOf(c.Args[0])
		if flags, known := intValue(c.Args[len(c.Args)-1]); !ok || !known || flags != 0 {
			return
		}
		steps, groups, ok := regex.Steps(pattern)
		if !ok || len(steps) == 0 || groups > mostGroups {
			return
		}
		r.note(c.At, c.Fn.Name+" has its pattern written as Go")
		text := &ir.Const{X: ir.X{T: types.Str, At: c.Args[0].Pos()}, Value: pattern}
		if c.Fn.Name == "compile" {
			c.Fn, c.Args = replacement("pattern_steps"), []ir.Expr{text}
			return
		}
		c.Args[0] = replaced(replacement("pattern_steps"), nil, types.Any, text.At, text)
	})
}

// textOf is the value of a str literal, or of a variable that has one since before e.
func (r *rewriter) textOf(e ir.Expr) (string, bool) {
	e = unconverted(e)
	l, ok := e.(*ir.Local)
	if !ok {
		return textValue(e)
	}
	if !r.constant(l.Var) {
		return "", false
	}
	for _, st := range r.prog.Body {
		if a, ok := st.(*ir.Assign); ok && a.Value.Pos().Start < l.At.Start {
			if t, ok := a.Target.(*ir.VarTarget); ok && t.Var == l.Var {
				return textValue(unconverted(a.Value))
			}
		}
	}
	return "", false
}
