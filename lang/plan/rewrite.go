package plan

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// Rewrite makes programs faster without changing what they do: it replaces what a function does by something cheaper that
// gives the same results and raises the same exceptions, as far as the function itself shows that nobody can tell. Each
// rewrite is a file. They are tried until none finds anything to do, and note what they did for "dstreamc explain".
func Rewrite(p *ir.Program) {
	r := &rewriter{prog: p}
	for _, st := range p.Stages { // first: what the script calls them in looks into them, but not at their statements
		r.rewrite(st.Func, &st.Func.Body)
	}
	r.rewrite(nil, &p.Body)
	for _, fn := range p.Funcs {
		r.rewrite(fn, &fn.Body)
	}
	sortNotes(p)
}

func sortNotes(p *ir.Program) {
	slices.SortStableFunc(p.Rewrites, func(a, b ir.Note) int { return int(a.At.Start) - int(b.At.Start) })
}

// rewriter rewrites one function at a time.
type rewriter struct {
	prog *ir.Program
	fn   *ir.Func // nil for the script itself
	body *[]ir.Stmt
	did  bool
	// What is known of the whole program, once it was asked.
	constants map[*ir.Var]bool
	pures     map[*ir.Func]bool
	growing   bool
}

// rewrite rewrites a function.
func (r *rewriter) rewrite(fn *ir.Func, body *[]ir.Stmt) {
	r.fn, r.body = fn, body
	for r.round() {
	}
}

// round tries every rewrite once and reports whether one found something to do.
func (r *rewriter) round() bool {
	r.did = false
	for _, rewrite := range []func(*rewriter){fold, foldTexts, dropDead, filterFirst, shareValues, cutSplits, splitLines, readValues, pickFields, keepMatches, compilePatterns, tryNumbers, findRanges, findSlots, growTexts, indexTexts} {
		rewrite(r)
	}
	return r.did
}

// note records what was done.
func (r *rewriter) note(at syntax.Span, text string) {
	r.did = true
	for _, n := range r.prog.Rewrites {
		if n.At == at && n.Text == text {
			return
		}
	}
	r.prog.Rewrites = append(r.prog.Rewrites, ir.Note{At: at, Text: text})
}

// noteText is note of a text that ends in a list.
func (r *rewriter) noteText(at syntax.Span, text string, list ...string) {
	r.did = true
	r.prog.Rewrites = slices.DeleteFunc(r.prog.Rewrites, func(n ir.Note) bool { return n.At == at && strings.HasPrefix(n.Text, text) })
	if n := len(list); n > 1 {
		list = append(list[:n-2], list[n-2]+" and "+list[n-1])
	}
	r.note(at, text+strings.Join(list, ", "))
}

// remark records what codegen does by itself.
func (r *rewriter) remark(at syntax.Span, text string) {
	did := r.did
	r.note(at, text)
	r.did = did
}

// replacement is the declaration of a function that only rewrites use.
func replacement(name string) *api.Func {
	return api.Load().Modules["plan-rewrites"].Members[name].(*api.Overloads).Funcs[0]
}

// replacementMethod is the declaration of a method that only rewrites use.
func replacementMethod(class, name string) *api.Func {
	return api.Load().Classes[class].Members[name].Funcs[0]
}

// replaced is a call of such a function, or with a receiver of a method.
func replaced(fn *api.Func, recv ir.Expr, t types.Type, at syntax.Span, args ...ir.Expr) *ir.Call {
	return &ir.Call{X: ir.X{T: t, At: at}, Fn: fn, Recv: recv, Args: args}
}

func intExpr(n int64, at syntax.Span) ir.Expr {
	return &ir.Const{X: ir.X{T: types.Int, At: at}, Value: n}
}

// intValue is the value of an int literal.
func intValue(e ir.Expr) (int64, bool) {
	switch e := ir.Strip(e).(type) {
	case *ir.Const:
		n, ok := e.Value.(int64)
		return n, ok
	case *ir.Unary:
		n, ok := intValue(e.V)
		return -n, ok && e.Op == "-"
	}
	return 0, false
}

// textValue is the value of a str literal.
func textValue(e ir.Expr) (string, bool) {
	c, ok := ir.Strip(e).(*ir.Const)
	if !ok || !types.IsStr(c.Type()) {
		return "", false
	}
	s, ok := c.Value.(string)
	return s, ok
}

// method reports a call of a method that a built-in class declares.
func method(e ir.Expr, class, name string) (*ir.Call, bool) {
	c, ok := ir.Strip(e).(*ir.Call)
	if !ok || c.Recv == nil || c.Fn.Class == nil || c.Fn.Class.Name != class || c.Fn.Name != name {
		return nil, false
	}
	return c, true
}

// builtin reports a call of a built-in function of one argument, which it gives.
func builtin(e ir.Expr, name string) (ir.Expr, bool) {
	c, ok := ir.Strip(e).(*ir.Call)
	if !ok || c.Recv != nil || c.Fn.Class != nil || c.Fn.Module != "builtins" || c.Fn.Name != name || len(c.Args) != 1 {
		return nil, false
	}
	return unconverted(c.Args[0]), true
}

// sortedKeys are the keys of a set in order.
func sortedKeys[K cmp.Ordered](set map[K]bool) []K { return slices.Sorted(maps.Keys(set)) }
