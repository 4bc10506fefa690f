package infer

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// classVars makes the function by which the runtime reads an attribute of an object that only its class has. It is nil if
// no class of the family has one that is a value.
func (c *checker) classVars(root *class, name string) *ir.Func {
	var holders []*class
	of := map[*class][]*class{}
	missing := false
	for _, d := range root.family.classes {
		if !d.created {
			continue
		}
		h := d.holder(name)
		if h == nil || !hasValue(typeOf(c.classVar(h, name, root.node.Name.Span))) {
			missing = true
			continue
		}
		if !slices.Contains(holders, h) {
			holders = append(holders, h)
		}
		of[h] = append(of[h], d)
	}
	if len(holders) == 0 {
		return nil
	}
	at := root.node.Name.Span
	f := &ir.Func{Name: name, Kind: ir.Virtual, Class: root.ir, At: at, Result: types.Any}
	self := &ir.Var{Name: "self", Type: root.self, Param: true, Owner: f, Def: at}
	f.Params = []*ir.Var{self}
	for i, h := range holders {
		value := &ir.Return{S: ir.S{At: at}, V: c.convertTo(c.classVar(h, name, at), types.Any)}
		if i == len(holders)-1 && !missing {
			f.Body = append(f.Body, value)
			break
		}
		test := &ir.ClassIs{X: ir.X{T: types.Bool, At: at}, V: &ir.Local{X: ir.X{T: root.self, At: at}, Var: self}, Classes: irClasses(of[h])}
		f.Body = append(f.Body, &ir.If{S: ir.S{At: at}, Test: test, Body: []ir.Stmt{value}})
	}
	if missing {
		f.Body = append(f.Body, c.raiseMissing(self, root, name, at))
	}
	return f
}
