package infer

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// typedDict is what the name of a class that derives from typing.TypedDict stands for: dict, of which it is another name to
// type checkers. nil for other classes.
func (c *checker) typedDict(s *syntax.ClassDef) *types.Class {
	for _, a := range s.Args {
		if a.Name != "" || a.Star != "" {
			continue
		}
		switch a.Value.(type) {
		case *syntax.Name, *syntax.Attr:
		default:
			continue
		}
		switch t := typeOf(c.expr(a.Value)).(type) {
		case *types.Module:
			if t.Name == "typing.TypedDict" || t.Name == "typing_extensions.TypedDict" {
				return c.dictCalled(s.Name.Id)
			}
		case *types.Class:
			if d, ok := t.Decl.(*api.Class); ok && d.Name == "dict" && t.Name != "dict" {
				return c.dictCalled(s.Name.Id)
			}
		}
	}
	return nil
}

func (c *checker) dictCalled(name string) *types.Class {
	return &types.Class{Name: name, Decl: c.ix.Classes["dict"]}
}
