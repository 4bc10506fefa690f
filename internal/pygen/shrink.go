package pygen

import (
	"cmp"
	"slices"
)

// Before reports whether p is smaller than o: whether its text is.
func (p *Program) Before(o *Program) bool { return len(p.String()) < len(o.String()) }

// Smaller lists programs with one piece less, the shortest first.
func (p *Program) Smaller() []*Program {
	var out []*Program
	size := len(p.String())
	for i := 0; ; i++ {
		found := false
		for _, edit := range edits {
			q := p.clone()
			if !edit(q, i) {
				continue
			}
			found = true
			if len(q.String()) < size {
				out = append(out, q)
			}
		}
		if !found {
			break
		}
	}
	slices.SortStableFunc(out, func(a, b *Program) int { return cmp.Compare(len(a.String()), len(b.String())) })
	return out
}

// edits change the i-th place where they can; they report false if there are fewer.
var edits = []func(p *Program, i int) bool{removeStmt, hoistBlock, dropBlock, replaceByKid, replaceByLiteral, dropElement}

// statements calls do for each list of statements and each place in it, outer ones first, until it
// reports true.
func statements(list *[]*Node, do func(list *[]*Node, i int) bool) bool {
	for i := range *list {
		if do(list, i) {
			return true
		}
	}
	for _, n := range *list {
		for _, b := range n.Blocks {
			if statements(&b.Stmts, do) {
				return true
			}
		}
	}
	return false
}

func removeStmt(p *Program, k int) bool {
	return statements(&p.Body, func(list *[]*Node, i int) bool {
		if (*list)[i].Fixed {
			return false
		}
		if k--; k >= 0 {
			return false
		}
		*list = slices.Delete(*list, i, i+1)
		return true
	})
}

// hoistBlock replaces a compound statement by the statements of one of its blocks.
func hoistBlock(p *Program, k int) bool {
	return statements(&p.Body, func(list *[]*Node, i int) bool {
		for _, b := range (*list)[i].Blocks {
			if k--; k < 0 {
				*list = slices.Replace(*list, i, i+1, b.Stmts...)
				return true
			}
		}
		return false
	})
}

// dropBlock removes a block other than the first.
func dropBlock(p *Program, k int) bool {
	return statements(&p.Body, func(list *[]*Node, i int) bool {
		n := (*list)[i]
		for at := 1; at < len(n.Blocks); at++ {
			if k--; k < 0 {
				n.Blocks = slices.Delete(n.Blocks, at, at+1)
				return true
			}
		}
		return false
	})
}

// expressions calls do for each expression of a program, outer ones first, until it reports true.
func expressions(p *Program, do func(n *Node) bool) bool {
	var walk func(n *Node) bool
	walk = func(n *Node) bool {
		for _, kid := range n.Kids {
			if do(kid) || walk(kid) {
				return true
			}
		}
		for _, b := range n.Blocks {
			if walk(b.Head) {
				return true
			}
			for _, s := range b.Stmts {
				if walk(s) {
					return true
				}
			}
		}
		return false
	}
	for _, n := range p.Body {
		if walk(n) {
			return true
		}
	}
	return false
}

// replaceByKid puts a descendant of the same type in an expression's place.
func replaceByKid(p *Program, k int) bool {
	return expressions(p, func(n *Node) bool {
		if n.Fixed || n.Type == nil {
			return false
		}
		for _, d := range descendants(n, n.Type.String()) {
			if k--; k < 0 {
				*n = *d
				return true
			}
		}
		return false
	})
}

func descendants(n *Node, typ string) []*Node {
	var out []*Node
	for _, kid := range n.Kids {
		if kid.Type != nil && !kid.Fixed && kid.Type.String() == typ {
			out = append(out, kid)
		}
		out = append(out, descendants(kid, typ)...)
	}
	return out
}

// simplest are literals that say least.
var simplest = map[string]string{
	"int": "1", "float": "1.5", "bool": "True", "str": `"a"`, "bytes": `b"a"`, "list": "[]", "dict": "{}", "set": "set()",
	"range": "range(3)", "iter": "[]", "opt": "None",
}

// replaceByLiteral puts the simplest literal in an expression's place.
func replaceByLiteral(p *Program, k int) bool {
	return expressions(p, func(n *Node) bool {
		if n.Fixed || n.Type == nil || simplest[n.Type.Name] == "" {
			return false
		}
		if k--; k >= 0 {
			return false
		}
		*n = *leaf(n.Type, simplest[n.Type.Name])
		return true
	})
}

// dropElement removes an element of a display or an argument of a print.
func dropElement(p *Program, k int) bool {
	return expressions(p, func(n *Node) bool {
		for i := range n.Kids {
			if !n.Atom || len(n.Kids) < 2 || n.Type == nil || n.Type.Name == "tuple" || n.Parts[i+1] != ", " || n.Kids[i].Fixed {
				continue
			}
			if k--; k < 0 {
				n.Kids = slices.Delete(n.Kids, i, i+1)
				n.Parts = slices.Delete(n.Parts, i+1, i+2)
				return true
			}
		}
		return false
	})
}

// clone copies a program. Parts are copied too, since edits change them.
func (p *Program) clone() *Program { return &Program{p.Seed, cloneAll(p.Body)} }

func cloneAll(list []*Node) []*Node {
	out := make([]*Node, len(list))
	for i, n := range list {
		out[i] = n.clone()
	}
	return out
}

func (n *Node) clone() *Node {
	c := *n
	c.Parts = slices.Clone(n.Parts)
	c.Kids = cloneAll(n.Kids)
	c.Blocks = make([]*Block, len(n.Blocks))
	for i, b := range n.Blocks {
		c.Blocks[i] = &Block{b.Head.clone(), cloneAll(b.Stmts)}
	}
	return &c
}
