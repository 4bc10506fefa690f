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

// stateVariant is what follows the name of the Go function for states and values without a static type, and for those that may be None
// themselves: Python has one None for that and for no value.
func stateVariant(e *ir.Call) string {
	switch e.Fn.Name {
	case "getOption":
		if state, ok := types.Is(e.Recv.Type(), "State"); ok {
			return orNone(state.Args[0])
		}
	case "updateStateByKey":
		if pair, ok := recordType(e.Type()).(*types.Named); ok && len(pair.Args) == 2 && types.IsAny(pair.Args[1]) {
			return "Any"
		}
	case "_mapWithState":
		if pair, ok := recordType(e.Recv.Type()).(*types.Named); ok && len(pair.Args) == 2 {
			return orNone(pair.Args[1])
		}
	}
	return ""
}

func orNone(t types.Type) string {
	switch t := types.Resolve(t); {
	case types.IsAny(t):
		return "Any"
	case types.IsOptional(t), types.IsNone(t):
		return "Opt"
	}
	return ""
}
