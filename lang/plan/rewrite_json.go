package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// maxJsonFields is how many fields a record has room for.
const maxJsonFields = 12

// pickFields builds only what is used of json.loads(text): the value of json.loads(text)["user"]["name"], or what a
// variable is asked for by subscripts, get and in with literal keys. The text is still checked as a whole.
func pickFields(r *rewriter) {
	u := usesOf(*r.body)
	ir.EachStmt(*r.body, func(st ir.Stmt) {
		if a, ok := st.(*ir.Assign); ok {
			if t, ok := a.Target.(*ir.VarTarget); ok && private(t.Var) && u.sets[t.Var] == 1 {
				if text, ok := loadsOf(a.Value); ok {
					(&fieldPicker{v: t.Var}).pick(r, a, text)
				}
			}
		}
	})
	ir.Rewrite(*r.body, func(e ir.Expr) ir.Expr {
		item, ok := e.(*ir.GetItem)
		if !ok {
			return e
		}
		key, ok := textValue(unconverted(item.I))
		if !ok {
			return e
		}
		if text, ok := loadsOf(item.V); ok {
			return picked(r, item, text, []string{key})
		}
		if c, ok := ir.Strip(item.V).(*ir.Call); ok && c.Fn == replacement("json_pick") {
			return picked(r, item, c.Args[0], append(pathOf(c.Args[1].(*ir.List).Elts[0]), key))
		}
		return e
	})
}

// loadsOf is the text of json.loads(text) of a str.
func loadsOf(e ir.Expr) (ir.Expr, bool) {
	c, ok := ir.Strip(e).(*ir.Call)
	if !ok || c.Recv != nil || c.Fn.Module != "json" || c.Fn.Name != "loads" || len(c.Args) != 1 || !types.IsStr(c.Args[0].Type()) {
		return nil, false
	}
	return c.Args[0], true
}

func picked(r *rewriter, item *ir.GetItem, text ir.Expr, path []string) ir.Expr {
	paths := pathList([][]string{path}, item.At)
	out := replaced(replacement("json_pick"), nil, item.T, item.At, text, paths)
	r.noteText(text.Pos(), "json.loads builds only ", pathText(path))
	return out
}

// pathList is paths as an expression: a list of tuples of texts.
func pathList(paths [][]string, at syntax.Span) *ir.List {
	x := ir.X{T: types.Any, At: at}
	list := &ir.List{X: x}
	for _, path := range paths {
		t := &ir.Tuple{X: x}
		for _, key := range path {
			t.Elts = append(t.Elts, &ir.Const{X: ir.X{T: types.Str, At: at}, Value: key})
		}
		list.Elts = append(list.Elts, t)
	}
	return list
}

func pathOf(e ir.Expr) []string {
	var out []string
	for _, key := range e.(*ir.Tuple).Elts {
		out = append(out, key.(*ir.Const).Value.(string))
	}
	return out
}

func pathText(path []string) string {
	var b strings.Builder
	for _, key := range path {
		fmt.Fprintf(&b, "[%s]", strconv.Quote(key))
	}
	return b.String()
}

// fieldPicker finds out what a variable that holds a decoded object is asked for.
type fieldPicker struct {
	v     *ir.Var
	uses  map[ir.Expr]*fieldUse
	slots [][]string
}

// fieldUse is a use of the variable: path is what is asked for, of an object by the last step.
type fieldUse struct{ path []string }

// pick makes the variable a record of the fields that are asked for, if it is not used for anything else.
func (p *fieldPicker) pick(r *rewriter, a *ir.Assign, text ir.Expr) {
	if !p.collect(*r.body) {
		return
	}
	record := types.Of("JsonRecord")
	read := func(at syntax.Span) ir.Expr { return &ir.Local{X: ir.X{T: record, At: at}, Var: p.v} }
	call := func(method string, path []string, x ir.X, args ...ir.Expr) ir.Expr {
		slot := slices.IndexFunc(p.slots, func(s []string) bool { return slices.Equal(s, path) })
		if slot < 0 {
			return nil
		}
		return replaced(replacementMethod("JsonRecord", method), read(x.At), x.T, x.At, append([]ir.Expr{intExpr(int64(slot), x.At)}, args...)...)
	}
	ir.Rewrite(*r.body, func(e ir.Expr) ir.Expr {
		use := p.uses[e]
		if use == nil {
			return e
		}
		var out ir.Expr
		switch x := e.(type) {
		case *ir.GetItem:
			out = call("at", use.path, x.X)
		case *ir.CallMethod:
			otherwise := ir.Expr(&ir.Const{X: ir.X{T: types.None, At: x.At}})
			if len(x.Args) > 1 {
				otherwise = x.Args[1]
			}
			out = call("get", use.path, x.X, otherwise)
		case *ir.Compare:
			if out = call("has", use.path, x.X); out != nil && x.Op == "not in" {
				out = &ir.Not{X: x.X, V: out}
			}
		}
		if out == nil {
			return e
		}
		return out
	})
	p.v.Type = record
	a.Value = replaced(replacement("json_read"), nil, record, a.Value.Pos(), text, pathList(p.slots, a.Value.Pos()))
	var names []string
	for _, path := range p.slots {
		names = append(names, pathText(path))
	}
	r.noteText(a.Value.Pos(), "json.loads builds only ", names...)
}

// collect finds the uses of the variable, and the fields that have to be built for them; it reports whether there are
// no others.
func (p *fieldPicker) collect(body []ir.Stmt) bool {
	p.uses = map[ir.Expr]*fieldUse{}
	chains := map[ir.Expr][]string{} // the variable, and subscripts of it
	ends := map[ir.Expr]bool{}       // those of them that are not part of a longer one
	var order []ir.Expr
	part := func(e ir.Expr) ([]string, bool) {
		path, ok := chains[ir.Strip(e)]
		return path, ok
	}
	use := func(e, of ir.Expr, path []string) {
		delete(ends, ir.Strip(of))
		ends[e] = true
		p.uses[e] = &fieldUse{path}
		order = append(order, e)
	}
	ir.Visit(body, func(e ir.Expr) {
		switch x := e.(type) {
		case *ir.Local:
			if x.Var == p.v {
				chains[e], ends[e] = []string{}, true
				order = append(order, e)
			}
		case *ir.GetItem:
			if path, ok := part(x.V); ok {
				if key, ok := textValue(unconverted(x.I)); ok {
					chains[e] = append(slices.Clone(path), key)
					use(e, x.V, chains[e])
				}
			}
		case *ir.CallMethod:
			if path, ok := part(x.Recv); ok && x.Name == "get" && (len(x.Args) == 1 || len(x.Args) == 2 && steady(x.Args[1])) {
				if key, ok := textValue(unconverted(x.Args[0])); ok {
					use(e, x.Recv, append(slices.Clone(path), key))
				}
			}
		case *ir.Compare:
			if path, ok := part(x.R); ok && (x.Op == "in" || x.Op == "not in") {
				if key, ok := textValue(unconverted(x.L)); ok {
					use(e, x.R, append(slices.Clone(path), key))
				}
			}
		}
	})
	for _, e := range order {
		if !ends[e] {
			continue
		}
		u := p.uses[e]
		if u == nil {
			return false // the whole object
		}
		p.want(u.path)
	}
	return len(p.slots) > 0 && len(p.slots) <= maxJsonFields
}

// want adds a path to the slots. Of two paths of which one leads through the other only the shorter is a slot.
func (p *fieldPicker) want(path []string) {
	through := func(long, short []string) bool {
		return len(long) >= len(short) && slices.Equal(long[:len(short)], short)
	}
	for _, s := range p.slots {
		if through(path, s) {
			return
		}
	}
	p.slots = slices.DeleteFunc(p.slots, func(s []string) bool { return through(s, path) })
	p.slots = append(p.slots, path)
}

// steady reports an expression that may be evaluated earlier than it stands: a literal, an empty display, a variable.
func steady(e ir.Expr) bool {
	switch e := unconverted(e).(type) {
	case *ir.List:
		return len(e.Elts) == 0
	case *ir.Dict:
		return len(e.Keys) == 0
	default:
		return simple(e)
	}
}
