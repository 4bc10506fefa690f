package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// memoText is what functools.lru_cache and functools.cache make of a function. The size is not limited.
const memoText = `def _memoized(function):
    results = {}
    def lookup(*args):
        if args in results:
            return results[args]
        result = function(*args)
        results[args] = result
        return result
    return lookup
`

// memoize is lru_cache(function); lru_cache(maxsize=…) is the decorator itself.
func (c *checker) memoize(args []argument, e *syntax.Call) ir.Expr {
	if len(args) != 1 || !isFunction(typeOf(args[0].val)) || args[0].name != "" {
		for _, a := range args {
			if types.IsBad(typeOf(a.val)) {
				return c.bad(e.Span)
			}
		}
		return ref(&types.Builtin{Name: "lru_cache", Decl: specialName("functools.cache")}, e.Span)
	}
	if c.memo == nil {
		body, errs := c.src.Generate(memoText, syntax.Span{})
		if len(errs) > 0 {
			panic("the text of lru_cache: " + errs[0].Msg)
		}
		bind := &binder{}
		bind.block(c.mod.scope, body)
		bind.resolveUses()
		c.memo = body[0].(*syntax.FuncDef)
	}
	outer := c.frame
	c.frame = c.mod
	fn := c.function(c.memo, c.memo.Name.Id, c.memo.Params, c.memo.Body, nil)
	fn.named = true
	c.frame = outer
	return c.callFunction(fn, c.funcVal(fn, e.Span), args, e.Span)
}
