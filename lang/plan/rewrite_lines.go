package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
)

// splitLines makes one loop of two where a stage splits all of each line and does nothing else with it: the
// runtime looks for the ends of lines and of parts at once.
func splitLines(r *rewriter) {
	if len(*r.body) != 1 {
		return
	}
	outer, ok := (*r.body)[0].(*ir.For)
	if !ok || len(outer.Body) != 1 || len(outer.Else) > 0 {
		return
	}
	in, ok := outer.Iter.(*ir.StageInput)
	line, isVar := outer.Target.(*ir.VarTarget)
	inner, loop := outer.Body[0].(*ir.For)
	if !ok || !isVar || !loop || len(inner.Else) > 0 || in.Split != nil {
		return
	}
	s, ok := splitOf(iterated(inner.Iter))
	if !ok || usesOf(outer.Body).reads[line.Var] != 1 {
		return
	}
	if l, ok := ir.Strip(s.call.Recv).(*ir.Local); !ok || l.Var != line.Var {
		return
	}
	cut := &ir.LineSplit{}
	if s.sep != nil {
		if cut.Sep, ok = textValue(s.sep); !ok || cut.Sep == "" {
			return
		}
	}
	in.Split, in.T, in.At = cut, inner.Iter.Type(), inner.Iter.Pos()
	inner.Iter = in
	(*r.body)[0] = inner
	r.note(s.call.At, splitText(s.call)+" looks for its fields and for the ends of lines at once")
}
