package infer

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// openBases are the declared classes that classes of a script may derive from: Spark calls the methods of their objects.
var openBases = map[string]bool{"StreamingListener": true, "AccumulatorParam": true}

// isOpenBase reports a declared class that has nothing to inherit, only methods to write.
func isOpenBase(t *types.Class) bool {
	d, ok := t.Decl.(*api.Class)
	return ok && openBases[d.Name]
}

// derivedArgument handles the methods that take an object of such a class: they get the methods that Spark would call.
func (c *checker) derivedArgument(recv ir.Expr, a *syntax.Attr, e *syntax.Call) (ir.Expr, bool) {
	n, ok := typeOf(recv).(*types.Named)
	if !ok {
		return nil, false
	}
	switch {
	case n.Name == "StreamingContext" && a.Name == "addStreamingListener" && len(e.Args) == 1 && e.Args[0].Star == "":
		return c.addListener(recv, a, e)
	case n.Name == "SparkContext" && a.Name == "accumulator" && len(e.Args) == 2 && e.Args[1].Star == "":
		return c.accumulatorWith(recv, a, e)
	}
	return nil, false
}

// addListener writes ssc.addStreamingListener(x) as a call with the methods of x that its class has.
func (c *checker) addListener(recv ir.Expr, a *syntax.Attr, e *syntax.Call) (ir.Expr, bool) {
	x := e.Args[0].Value
	listener := c.value(x)
	k := c.classOf(typeOf(listener))
	if k == nil {
		return nil, false
	}
	pre := &prelude{}
	listener = pre.keep(c, listener)
	var args []argument
	for _, p := range c.ix.Classes["StreamingContext"].Members["_listen"].Funcs[0].Params {
		if m, _ := k.find(p.Name); m == nil {
			continue
		}
		method := c.objectAttr(listener, k, x, p.Name, x.Pos(), x.Pos())
		args = append(args, argument{name: p.Name, val: method, at: x.Pos()})
	}
	return pre.wrap(c.method(recv, "_listen", args, a.NameAt, e.Span)), true
}

// accumulatorWith writes sc.accumulator(value, param) as a call with the method param.addInPlace.
func (c *checker) accumulatorWith(recv ir.Expr, a *syntax.Attr, e *syntax.Call) (ir.Expr, bool) {
	value, param := c.value(e.Args[0].Value), c.value(e.Args[1].Value)
	k := c.classOf(typeOf(param))
	if k == nil {
		return nil, false
	}
	at := e.Args[1].Value.Pos()
	add := c.objectAttr(param, k, e.Args[1].Value, "addInPlace", at, at)
	if types.IsBad(typeOf(add)) {
		return add, true
	}
	if c.mixedTerms {
		value = c.convertLater(value, types.Any)
	}
	args := []argument{{val: value, at: e.Args[0].Value.Pos()}, {val: add, at: at}}
	return c.method(recv, "_accumulator", args, a.NameAt, e.Span), true
}

// accumulated notes that a term of another type than its value is added to an accumulator: a param of the script may know what to
// do with it, whose types are then known when running only.
func (c *checker) accumulated(t types.Type, name string, args []argument) {
	if name != "add" || className(t) != "Accumulator" || len(args) != 1 || c.mixedTerms {
		return
	}
	value := types.Resolve(t).(*types.Named).Args[0]
	if numeric := isNumeric(value) && isNumeric(typeOf(args[0].val)); !numeric && !c.assignable(typeOf(args[0].val), value) {
		c.mixedTerms = true
		panic(beginAgain{})
	}
}
