package infer

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// memoText is what functools.cache makes of a function whose results are never asked about nor dropped. The library has another
// for the others, which counts and has functions as attributes.
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

// namedMemoText is memoText for a function that is called with keywords. Without them its types are known better.
const namedMemoText = `def _memoized(function):
    results = {}
    def lookup(*args, **kwargs):
        key = (args, tuple(kwargs.items()))
        if key not in results:
            results[key] = function(*args, **kwargs)
        return results[key]
    return lookup
`

// memoizer is lru_cache(maxsize=…): the decorator itself.
type memoizer struct {
	size syntax.Expr // how many results are kept: an int literal, or None for all
}

// lruCache is functools.lru_cache, with a function or with settings.
func (c *checker) lruCache(args []argument, e *syntax.Call) ir.Expr {
	m := memoizer{size: &syntax.IntLit{At: e.At, Text: "128"}}
	if len(args) == 1 && args[0].name == "" && isFunction(typeOf(args[0].val)) {
		return c.memoize(m, args, e)
	}
	for i, a := range args {
		if types.IsBad(typeOf(a.val)) {
			return c.bad(e.Span)
		}
		k, literal := a.val.(*ir.Const)
		isSize := a.name == "maxsize" || a.name == "" && i == 0
		switch {
		case isSize && literal && (types.IsInt(k.T) || types.IsNone(k.T)):
			m.size = e.Args[i].Value
		case !isSize && literal && k.Value == false:
		case isSize:
			c.unsupported(a.at, "a maxsize that varies").WithHint("write an int or None")
			return c.bad(e.Span)
		default:
			c.unsupported(a.at, "this setting of lru_cache").WithHint("write @lru_cache(maxsize=None)")
			return c.bad(e.Span)
		}
	}
	return ref(&types.Builtin{Name: "lru_cache", Decl: m}, e.Span)
}

// cache is functools.cache(function).
func (c *checker) cache(args []argument, e *syntax.Call) ir.Expr {
	return c.memoize(memoizer{size: &syntax.NoneLit{At: e.At}}, args, e)
}

// memoize makes of a function one that keeps its results.
func (c *checker) memoize(m memoizer, args []argument, e *syntax.Call) ir.Expr {
	if len(args) != 1 || !isFunction(typeOf(args[0].val)) || args[0].name != "" {
		if len(args) == 1 && types.IsBad(typeOf(args[0].val)) {
			return c.bad(e.Span)
		}
		c.errorf(e.Span, "DS320", "a decorator that keeps results takes one function")
		return c.bad(e.Span)
	}
	lib := c.written("functools", "lru_cache")
	if _, all := m.size.(*syntax.NoneLit); lib != nil && (!all || c.asksCaches()) {
		name := "lru_cache"
		if c.calledByName(typeOf(args[0].val)) {
			name = "lru_cache_named"
		}
		fn := &syntax.Attr{At: e.At, X: c.held(ref(c.userRef(lib), e.Span), e.Span), Name: name, NameAt: e.Span}
		size := argument{val: c.value(m.size), at: e.Span}
		return c.named(args, c.callValue(c.attr(fn), append(args[:1:1], size), &syntax.Call{At: e.At, Fn: fn}), e)
	}
	return c.keepAll(args, e)
}

// asksCaches reports that the script reads what caches have as attributes.
func (c *checker) asksCaches() bool {
	asks := false
	files := []*syntax.File{c.file}
	for name, f := range c.files {
		if !strings.HasPrefix(name, Companion) {
			files = append(files, f)
		}
	}
	for _, f := range files {
		for _, s := range f.Body {
			syntax.Walk(s, func(n syntax.Node) bool {
				a, ok := n.(*syntax.Attr)
				asks = asks || ok && (a.Name == "cache_info" || a.Name == "cache_clear")
				return !asks
			})
		}
	}
	return asks
}

// calledByName reports a function of the script that something calls with arguments by name.
func (c *checker) calledByName(t types.Type) bool {
	f, ok := t.(*types.Func)
	if !ok {
		return false
	}
	of := f.Fn.(*function)
	return c.mod.scope.keywords[of.name] || of.scope.module().keywords[of.name]
}

// keepAll keeps the results of a function for ever.
func (c *checker) keepAll(args []argument, e *syntax.Call) ir.Expr {
	text := memoText
	if c.calledByName(typeOf(args[0].val)) {
		text = namedMemoText
	}
	memo := c.memos[text]
	if memo == nil {
		body, errs := c.src.Generate(text, syntax.Span{})
		if len(errs) > 0 {
			panic("the text of lru_cache: " + errs[0].Msg)
		}
		bind := &binder{}
		bind.block(c.mod.scope, body)
		bind.resolveUses()
		memo = body[0].(*syntax.FuncDef)
		c.memos[text] = memo
	}
	outer := c.frame
	c.frame = c.mod
	fn := c.function(memo, memo.Name.Id, memo.Params, memo.Body, nil)
	fn.named = true
	c.frame = outer
	return c.named(args, c.callFunction(fn, c.funcVal(fn, e.Span), args, e.Span), e)
}

// named gives what keeps the results of a function the function's name.
func (c *checker) named(args []argument, out ir.Expr, e *syntax.Call) ir.Expr {
	if b, ok := typeOf(c.wraps(args, e)).(*types.Builtin); ok {
		return c.callWraps(b.Decl.(wrapsFunction), []argument{{val: out, at: e.Span}}, e)
	}
	return out
}
