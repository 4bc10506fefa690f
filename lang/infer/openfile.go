package infer

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
)

// openOverloads are the declarations of open(…) for a call: a mode with a "b", which the script must write as a constant, gives
// a file of bytes. Other functions keep theirs.
func (c *checker) openOverloads(o *api.Overloads, args []argument) *api.Overloads {
	members := c.ix.Modules["builtins"].Members
	if o != members["open"] {
		return o
	}
	for i, a := range args {
		if a.name != "mode" && (a.name != "" || i != 1) {
			continue
		}
		if mode, ok := a.val.(*ir.Const); ok {
			if text, ok := mode.Value.(string); ok && strings.Contains(text, "b") {
				return members["_open_binary"].(*api.Overloads)
			}
		}
	}
	return o
}
