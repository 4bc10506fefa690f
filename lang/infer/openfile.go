package infer

import (
	"slices"
	"strings"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
)

// openOverloads are the declarations of open(…) for a call: a mode with a "b", which the script must write as a constant, gives
// a file of bytes. Other functions keep theirs.
func (c *checker) openOverloads(o *api.Overloads, args []argument) *api.Overloads {
	members := c.ix.Modules["builtins"].Members
	if o != members["open"] {
		return bytesOverloads(o, args)
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

// bytesOverloads are the declarations of textFile(…) and wholeTextFiles(…) for a call: use_unicode=False, which the script must write
// as a constant, gives bytes.
func bytesOverloads(o *api.Overloads, args []argument) *api.Overloads {
	f := o.Funcs[0]
	if f.Class == nil || f.Class.Name != "SparkContext" {
		return o
	}
	other, ok := f.Class.Members["_"+o.Name+"_bytes"]
	if !ok {
		return o
	}
	for i, a := range args {
		if a.name != "use_unicode" && (a.name != "" || i != 2) {
			continue
		}
		if unicode, ok := a.val.(*ir.Const); ok && unicode.Value == false {
			return other
		}
	}
	return o
}

// pathModules are the modules whose functions take objects of pathlib where a file is named.
var pathModules = map[string]bool{"os": true, "os.path": true, "shutil": true}

// pathArguments writes paths that are objects as texts, for functions that take the names of files.
func (c *checker) pathArguments(o *api.Overloads, args []argument) []argument {
	if f := o.Funcs[0]; f.Class != nil || !pathModules[f.Module] {
		return args
	}
	out := slices.Clone(args)
	for i, a := range out {
		if className(typeOf(a.val)) == "Path" {
			out[i].val = c.callBuiltinClass("str", a.val, a.at)
		}
	}
	return out
}
