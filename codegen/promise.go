package codegen

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// promises are the methods of a stream by which the runtime is told what is known of the function of the operator that follows.
func promises(e *ir.Call) []string {
	var out []string
	if e.Associative {
		out = append(out, "Associative")
	}
	switch {
	case e.Update.AsksTouched:
		out = append(out, "AskTouched")
	case e.Update.AsksUnstable:
		out = append(out, "AskUnstable")
	}
	if e.Update.KeepsStates {
		out = append(out, "KeepStates")
	}
	return out
}

// dynamicState reports an updateStateByKey whose states have no static type: their None is a value like any other.
func dynamicState(e *ir.Call) bool {
	if e.Fn.Name != "updateStateByKey" {
		return false
	}
	pair, ok := recordType(e.Type()).(*types.Named)
	return ok && len(pair.Args) == 2 && types.IsAny(pair.Args[1])
}
