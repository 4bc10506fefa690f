package plan

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// countsParts makes one call of a stage that gives every part of every line a 1 for a sum of ints, and does nothing else: the runtime
// counts the parts while it finds them.
func countsParts(s *ir.Stage, reducer *ir.Func) bool {
	if len(s.Func.Body) != 1 || !addsInts(reducer) {
		return false
	}
	loop, ok := s.Func.Body[0].(*ir.For)
	if !ok || len(loop.Body) != 1 || len(loop.Else) > 0 {
		return false
	}
	in, ok := loop.Iter.(*ir.StageInput)
	part, isVar := loop.Target.(*ir.VarTarget)
	merge, merges := loop.Body[0].(*ir.Merge)
	if !ok || !isVar || !merges || in.Split == nil {
		return false
	}
	key, ok := ir.Strip(merge.Key).(*ir.Local)
	one, isConst := merge.Value.(*ir.Const)
	if !ok || key.Var != part.Var || !types.IsStr(merge.Key.Type()) || !isConst || !types.IsInt(one.T) || one.Value != any(int64(1)) {
		return false
	}
	in.Split.Counts = true
	return true
}

// addsInts reports whether a reducer is the sum of two ints.
func addsInts(f *ir.Func) bool {
	r, ok := f.Body[0].(*ir.Return)
	if !ok || !types.IsInt(f.Params[0].Type) {
		return false
	}
	sum, ok := ir.Strip(r.V).(*ir.Binary)
	return ok && sum.Op == "+"
}
