package plan

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// Draw returns the dataflow of a planned program.
func Draw(p *ir.Program) *Graph {
	d := &drawer{p: p, g: &Graph{Script: p.Source.Name}, vars: map[*ir.Var]int{}, inside: map[*ir.Func]bool{}}
	d.stmts(p.Body)
	if p.BigInt {
		d.g.Ints = &Ints{}
		if at := p.BigIntFor; at != (syntax.Span{}) {
			d.g.Ints = &Ints{text(p.Source, at), p.Source.Line(at.Start)}
		}
	}
	for _, n := range p.Rewrites {
		d.g.Rewrites = append(d.g.Rewrites, Rewritten{p.Source.Line(n.At.Start), n.Text})
	}
	for _, u := range p.Dynamic {
		d.g.Dynamic = append(d.g.Dynamic, DynamicUse{u.At, p.Source.Line(u.At.Start), u.What, u.Why})
	}
	return d.g
}

// drawer follows streams from their sources through the driver's code.
type drawer struct {
	p      *ir.Program
	g      *Graph
	vars   map[*ir.Var]int // the node whose stream a variable holds
	inside map[*ir.Func]bool
	result int // of the function being followed
}

const none = -1

func (d *drawer) stmts(body []ir.Stmt) {
	for _, s := range body {
		switch s := s.(type) {
		case *ir.Assign:
			d.assign(s)
		case *ir.ExprStmt:
			d.expr(s.V)
		case *ir.Return:
			if s.V != nil {
				if n := d.expr(s.V); n != none {
					d.result = n
				}
			}
		default:
			for _, b := range ir.Blocks(s) {
				if _, def := s.(*ir.DefFunc); !def {
					d.stmts(b)
				}
			}
		}
	}
}

func (d *drawer) assign(s *ir.Assign) {
	if n := d.expr(s.Value); n != none {
		d.bind(s.Target, n, s.At)
	}
}

// bind notes that a variable holds the stream of a node. The streams that one call gives together have one node.
func (d *drawer) bind(t ir.Target, n int, at syntax.Span) {
	switch t := t.(type) {
	case *ir.VarTarget:
		d.vars[t.Var] = n
		if _, isStream := types.Is(t.Var.Type, "DStream"); isStream {
			d.g.Streams = append(d.g.Streams, StreamInfo{t.Var.Name, t.Var.Type.String(), d.p.Source.Line(at.Start)})
		}
	case *ir.TupleTarget:
		for _, x := range t.Elts {
			d.bind(x, n, at)
		}
	}
}

// expr follows an expression and returns the node whose stream it is, or none.
func (d *drawer) expr(e ir.Expr) int {
	switch e := ir.Strip(e).(type) {
	case *ir.Local:
		if n, ok := d.vars[e.Var]; ok {
			return n
		}
	case *ir.StageCall:
		return d.stage(e)
	case *ir.Let:
		return d.expr(e.V)
	case *ir.TupleGet:
		return d.expr(e.V)
	case *ir.Call:
		return d.call(e)
	case *ir.CallFunc:
		return d.function(e)
	case *ir.FuncVal: // a setup function given to getOrCreate
		if e.Func != nil && len(e.Func.Params) == 0 && !d.inside[e.Func] {
			d.inside[e.Func] = true
			d.stmts(e.Func.Body)
		}
	}
	return none
}

func (d *drawer) function(e *ir.CallFunc) int {
	for i, a := range e.Args {
		if n := d.expr(a); n != none && i < len(e.Func.Params) {
			d.vars[e.Func.Params[i]] = n
		}
	}
	if d.inside[e.Func] {
		return none
	}
	d.inside[e.Func] = true
	outer := d.result
	d.result = none
	d.stmts(e.Func.Body)
	n := d.result
	d.result = outer
	delete(d.inside, e.Func)
	return n
}

func (d *drawer) node(n *Node) int {
	n.ID = len(d.g.Nodes)
	d.g.Nodes = append(d.g.Nodes, n)
	return n.ID
}

func (d *drawer) edge(from, to int) {
	if from != none {
		d.g.Edges = append(d.g.Edges, Edge{from, to, d.g.Nodes[from].Type})
	}
}

func (d *drawer) stage(e *ir.StageCall) int {
	if e.Stage.RDD {
		return none
	}
	in := d.expr(e.Input)
	src := d.p.Source
	n := &Node{Kind: StageNode, Label: e.Stage.Name, Line: src.Line(e.Stage.Ops[0].At.Start), Cut: e.Stage.Cut}
	n.Type = "DStream[" + e.Stage.Out.String() + "]"
	for _, op := range e.Stage.Ops {
		at := op.Fn.Pos()
		n.Ops = append(n.Ops, NodeOp{Kind: op.Kind, Text: op.Kind + "(" + text(src, at) + ")", Line: src.Line(at.Start), In: op.In.String(), Out: op.Out.String()})
	}
	id := d.node(n)
	d.edge(in, id)
	if e.Call == nil {
		return id
	}
	shuffle := d.node(&Node{Kind: ShuffleNode, Label: e.Call.Fn.Name, Line: src.Line(e.Call.Args[0].Pos().Start), Type: n.Type})
	d.edge(id, shuffle)
	return shuffle
}

func (d *drawer) call(e *ir.Call) int {
	var ins []int
	follow := func(x ir.Expr) {
		if x != nil {
			if n := d.expr(x); n != none {
				ins = append(ins, n)
			}
		}
	}
	follow(e.Recv)
	for _, a := range e.Args {
		follow(a)
	}
	for _, a := range e.Rest {
		follow(a)
	}
	kind := ShuffleNode
	isStream := streams(e.Type())
	switch {
	case e.Fn.Output:
		kind = OutputNode
	case !isStream:
		return none
	case len(ins) == 0:
		kind = SourceNode
	}
	n := &Node{Kind: kind, Label: strings.TrimPrefix(e.Fn.Name, "_"), Line: d.p.Source.Line(e.Pos().End - 1)}
	if isStream {
		n.Type = e.Type().String()
	}
	id := d.node(n)
	for _, in := range ins {
		d.edge(in, id)
	}
	if kind == OutputNode {
		return none
	}
	return id
}

// streams reports the type of a stream, or of a tuple of streams.
func streams(t types.Type) bool {
	if tuple, ok := types.Is(t, "tuple"); ok && len(tuple.Args) > 0 {
		for _, a := range tuple.Args {
			if !streams(a) {
				return false
			}
		}
		return true
	}
	_, ok := types.Is(t, "DStream")
	return ok
}
