package api

import (
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// typeOf reads an annotation of a declaration; scope holds the type parameters in reach.
func (d *decoder) typeOf(e syntax.Expr, scope []string) (types.Type, error) {
	switch e := e.(type) {
	case *syntax.NoneLit:
		return types.None, nil
	case *syntax.Name:
		return d.named(e, scope)
	case *syntax.Binary:
		if e.Op == "|" {
			return d.union(e, scope)
		}
	case *syntax.Index:
		if n, ok := e.X.(*syntax.Name); ok {
			return d.generic(n, e, scope)
		}
	}
	return nil, d.errorf(e, "not a type")
}

// pseudo are names that only declarations use: truth (a callback's result is used for its
// truth), Sized (anything with a length), Never, and protocols the checker knows.
var pseudo = map[string]types.Type{
	"Any": types.Any, "Never": types.Never, "truth": types.Truth,
	"Sized": types.Of("Sized"), "Hashable": types.Of("Hashable"), "Number": types.Of("Number"),
	"Exception": types.Of("Exception"),
}

// basic are the types without arguments that have one shared value.
var basic = map[string]types.Type{
	"int": types.Int, "float": types.Float, "str": types.Str, "bool": types.Bool,
	"bigint": types.BigInt, "bytes": types.Bytes, "range": types.Range, "complex": types.Complex,
}

func (d *decoder) named(n *syntax.Name, scope []string) (types.Type, error) {
	for _, p := range scope {
		if p == n.Id {
			return &types.Param{Name: p}, nil
		}
	}
	if t, ok := basic[n.Id]; ok {
		return t, nil
	}
	if t, ok := pseudo[n.Id]; ok {
		return t, nil
	}
	if c, ok := d.ix.Classes[n.Id]; ok {
		if len(c.Params) > 0 {
			return nil, d.errorf(n, "%s needs %d type arguments", n.Id, len(c.Params))
		}
		return types.Of(n.Id), nil
	}
	return nil, d.errorf(n, "unknown type %s", n.Id)
}

func (d *decoder) union(e *syntax.Binary, scope []string) (types.Type, error) {
	l, err := d.typeOf(e.X, scope)
	if err != nil {
		return nil, err
	}
	r, err := d.typeOf(e.Y, scope)
	if err != nil {
		return nil, err
	}
	if types.IsNone(r) {
		if c, ok := l.(*types.Callable); ok {
			return types.Of("Optional", c), nil
		}
		return types.Of("Optional", l), nil
	}
	return types.Of("Union", l, r), nil
}

func (d *decoder) generic(n *syntax.Name, e *syntax.Index, scope []string) (types.Type, error) {
	elts := []syntax.Expr{e.I}
	if t, ok := e.I.(*syntax.Tuple); ok {
		elts = t.Elts
	}
	if n.Id == "Callable" {
		return d.callable(elts, e, scope)
	}
	if n.Id == "tuple" && len(elts) == 2 {
		if _, ok := elts[1].(*syntax.Ellipsis); ok {
			t, err := d.typeOf(elts[0], scope)
			return types.TupleOf(t), err
		}
	}
	var args []types.Type
	for _, x := range elts {
		t, err := d.typeOf(x, scope)
		if err != nil {
			return nil, err
		}
		args = append(args, t)
	}
	switch n.Id {
	case "tuple", "Iterable", "Iterator", "Join", "type", "Union":
		return types.Of(n.Id, args...), nil
	}
	if c, ok := d.ix.Classes[n.Id]; ok && len(c.Params) == len(args) {
		return types.Of(n.Id, args...), nil
	}
	return nil, d.errorf(e, "unknown generic type %s with %d arguments", n.Id, len(args))
}

func (d *decoder) callable(elts []syntax.Expr, at syntax.Node, scope []string) (types.Type, error) {
	if len(elts) != 2 {
		return nil, d.errorf(at, "Callable[[…], R]")
	}
	result, err := d.typeOf(elts[1], scope)
	if err != nil {
		return nil, err
	}
	if _, ok := elts[0].(*syntax.Ellipsis); ok {
		return &types.Callable{Dots: true, Result: result}, nil
	}
	list, ok := elts[0].(*syntax.List)
	if !ok {
		return nil, d.errorf(at, "Callable[[…], R]")
	}
	c := &types.Callable{Result: result}
	for _, x := range list.Elts {
		t, err := d.typeOf(x, scope)
		if err != nil {
			return nil, err
		}
		c.Params = append(c.Params, t)
	}
	return c, nil
}
