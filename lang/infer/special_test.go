package infer

import (
	"testing"

	"github.com/dstreamc/dstreamc/lang/api"
)

// TestExpandedAreDeclared checks that the functions the checker writes out, and no others, are declared as such.
func TestExpandedAreDeclared(t *testing.T) {
	declared := map[string]bool{}
	for _, m := range api.Load().Modules {
		for _, member := range m.Members {
			if o, ok := member.(*api.Overloads); ok && o.Funcs[0].Expanded {
				declared[o.Funcs[0].FullName()] = true
			}
		}
	}
	for name := range declared {
		if special[name] == nil {
			t.Errorf("%s is declared as expanded, and the checker does not know it", name)
		}
	}
	for name := range special {
		if !declared[name] {
			t.Errorf("the checker writes out %s, which is not declared", name)
		}
	}
}
