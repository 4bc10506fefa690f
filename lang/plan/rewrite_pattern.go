package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/regex"
)

// mostGroups is how many groups a match has room for in itself.
const mostGroups = 9

// compilePatterns finds the regular expressions that are matched from left to right in the same steps for any text.
func compilePatterns(r *rewriter) {
	ir.Visit(*r.body, func(e ir.Expr) {
		c, ok := e.(*ir.Call)
		if !ok || c.Fn.Module != "re" || c.Fn.Name != "compile" || c.Fn.Class != nil || len(c.Args) != 2 {
			return
		}
		pattern, ok := textValue(c.Args[0])
		if flags, known := intValue(c.Args[1]); !ok || !known || flags != 0 {
			return
		}
		if steps, groups, ok := regex.Steps(pattern); ok && len(steps) > 0 && groups <= mostGroups {
			c.Fn = replacement("pattern_steps")
			r.note(c.At, "compile writes the pattern as Go")
		}
	})
}
