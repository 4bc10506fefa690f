package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// Dynamic notes where values come up whose types are known when running only: there, not at each use of such a value.
func Dynamic(p *ir.Program) {
	d := &dynamics{p: p, values: map[*ir.Var][]ir.Expr{}, noted: map[ir.Unknown]bool{}}
	d.body(p.Body)
	for _, f := range p.Funcs {
		d.body(f.Body)
		d.results(f)
	}
	for _, v := range d.order {
		d.differ(ir.Unknown{At: v.Def, What: v.Name}, "is", d.values[v])
	}
	slices.SortStableFunc(p.Dynamic, func(a, b ir.Unknown) int {
		return cmp.Or(int(a.At.Start)-int(b.At.Start), strings.Compare(a.What, b.What))
	})
}

type dynamics struct {
	p      *ir.Program
	values map[*ir.Var][]ir.Expr // what variables of unknown type are set to
	order  []*ir.Var
	noted  map[ir.Unknown]bool
}

func (d *dynamics) body(body []ir.Stmt) {
	ir.EachStmt(body, func(s ir.Stmt) {
		switch s := s.(type) {
		case *ir.Assign:
			if t, ok := s.Target.(*ir.VarTarget); ok && types.IsAny(t.Var.Type) && t.Var.Def.Start > 0 {
				if d.values[t.Var] == nil {
					d.order = append(d.order, t.Var)
				}
				d.values[t.Var] = append(d.values[t.Var], s.Value)
			}
		case *ir.DefFunc:
			for _, f := range s.Funcs {
				d.results(f)
			}
		}
	})
	ir.Visit(body, d.expr)
}

func (d *dynamics) expr(e ir.Expr) {
	at := ir.Unknown{At: e.Pos()}
	switch e := e.(type) {
	case *ir.Call:
		if types.IsAny(e.Fn.Result) && strings.HasSuffix(d.p.Source.Slice(e.At), ")") {
			d.note(at, "what it gives is known when it has run")
		}
	case *ir.Cond:
		if types.IsAny(e.Type()) {
			d.differ(at, "is", []ir.Expr{e.Then, e.Else})
		}
	case *ir.List:
		d.elements(at, e.Type(), "holds", e.Elts)
	case *ir.Set:
		d.elements(at, e.Type(), "holds", e.Elts)
	case *ir.Dict:
		d.elements(at, e.Type(), "has values that are", e.Values)
	}
}

// elements notes a container that was written down with elements of several types.
func (d *dynamics) elements(at ir.Unknown, t types.Type, does string, elts []ir.Expr) {
	n, ok := types.Resolve(t).(*types.Named)
	if ok && len(n.Args) > 0 && types.IsAny(n.Args[len(n.Args)-1]) {
		d.differ(at, does, elts)
	}
}

// results notes a function that returns values of several types.
func (d *dynamics) results(f *ir.Func) {
	if f.Result == nil || !types.IsAny(f.Result) {
		return
	}
	var values []ir.Expr
	ir.EachStmt(f.Body, func(s ir.Stmt) {
		if r, ok := s.(*ir.Return); ok && r.V != nil {
			values = append(values, r.V)
		}
	})
	d.differ(ir.Unknown{At: f.At, What: f.Name + "()"}, "gives", values)
}

// differ notes values of several types that are known: another note tells of those that are not.
func (d *dynamics) differ(at ir.Unknown, does string, values []ir.Expr) {
	var kinds []string
	lines := map[string]int{}
	for _, v := range values {
		if v == nil {
			continue
		}
		t := before(v)
		if types.IsAny(t) || types.IsNever(t) {
			return
		}
		name := fmt.Sprint(t)
		if lines[name] == 0 {
			kinds = append(kinds, name)
			lines[name] = d.p.Source.Line(v.Pos().Start)
		}
	}
	if len(kinds) < 2 {
		return
	}
	several := lines[kinds[0]] != lines[kinds[len(kinds)-1]]
	for i, k := range kinds {
		if several {
			kinds[i] = fmt.Sprintf("%s in line %d", k, lines[k])
		}
	}
	last := len(kinds) - 1
	d.note(at, does+" "+strings.Join(kinds[:last], ", ")+" or "+kinds[last])
}

// before is the type of a value before it was made one of unknown type.
func before(e ir.Expr) types.Type {
	for {
		c, ok := e.(*ir.Convert)
		if !ok || !types.IsAny(c.Type()) && !types.Equal(c.Type(), c.V.Type()) {
			return e.Type()
		}
		e = c.V
	}
}

// note adds a note about a place of the script itself: what stands there is unknown, unless that has a name.
func (d *dynamics) note(u ir.Unknown, why string) {
	if file, _ := d.p.Source.File(u.At.Start); file.Library {
		return
	}
	if u.What == "" {
		u.What = text(d.p.Source, u.At)
	}
	u.Why = why
	if !d.noted[u] {
		d.noted[u] = true
		d.p.Dynamic = append(d.p.Dynamic, u)
	}
}
