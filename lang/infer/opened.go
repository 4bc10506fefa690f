package infer

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// growing are the containers whose elements later lines may add to.
var growing = map[string]bool{"list": true, "dict": true, "set": true, "deque": true, "Counter": true}

// opened gives a new container, the result of a declared function, element types that what is put in later widens:
// xs = line.split(); xs.append(1). As long as nothing is, the types are those of the declaration, and nothing is converted.
func (c *checker) opened(f *api.Func, call ir.Expr) ir.Expr {
	declared, ok := f.Result.(*types.Named)
	t, isContainer := typeOf(call).(*types.Named)
	if !ok || !isContainer || !growing[declared.Name] {
		return call
	}
	args := make([]types.Type, len(t.Args))
	for i, a := range t.Args {
		args[i] = a
		if _, open := a.(*types.Var); open || types.IsAny(a) || types.IsBad(a) || types.IsNever(a) || types.HasVar(a) {
			continue
		}
		cell := c.cell(call.Pos(), 20+int32(i), "the elements of this "+t.Name)
		c.put(cell, a)
		args[i] = cell
	}
	open := types.Of(t.Name, args...)
	if !types.Equal(open, t) {
		return c.convertLater(call, open)
	}
	switch call := call.(type) { // if a later line widens it, another round comes
	case *ir.Call:
		call.T = open
	case *ir.Convert:
		call.T = open
	}
	return call
}

// rowTarget is the target of a loop. Over what makes a new list for each step, such as csv.reader, that list takes other elements, too.
func (c *checker) rowTarget(iter ir.Expr, t syntax.Expr, elem types.Type) ir.Target {
	name, isName := t.(*syntax.Name)
	row, isList := types.Is(elem, "list")
	if !isName || !isList || className(typeOf(iter)) != "CsvReader" {
		return c.target(t, elem)
	}
	cell := c.cell(name.Span, 20, "the elements of this list")
	c.put(cell, row.Args[0])
	target := c.target(t, types.List(cell))
	if v, ok := target.(*ir.VarTarget); ok {
		c.later = append(c.later, func() { v.From = elem })
	}
	return target
}
