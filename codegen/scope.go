package codegen

import (
	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
)

// Python's variables belong to the whole function; Go's to the block that declares them. While
// a function is written, each use of a variable is recorded with its block, and statements
// are kept as items that print themselves later. When the function is complete,
// declareAll decides for each variable: an assignment that all other uses can see becomes
// `x := v`; variables of loops and branches that keep to themselves are declared there, each time
// anew; for all others a `var x T` goes in front of the first use, in the innermost block that
// encloses all uses, and outside of loops unless each round assigns it first.

// block is a list of Go statements under construction.
type block struct {
	parent  *block
	at      int // index in parent of the item that holds this block
	items   []*item
	loop    bool // runs repeatedly
	closure bool // the body of a function of the script, or of a generated one that may outlive its place
}

// item is one Go statement.
type item struct {
	before []*variable // declared by var statements in front of it
	render func() []jen.Code
	line   int  // script line for //line directives; 0 if it cannot raise
	ends   bool // control does not pass it
	// terminates tells that Go's compiler sees that, too.
	terminates  bool
	isIf        bool
	flowReturn  bool // leaves the function literal of a try body
	plainReturn bool // return without a value
	local       bool // declares a variable of its own
	define      bool // an assignment or loop header that declares its variable
}

// variable is a Go variable that stands for one of the script.
type variable struct {
	want   string         // the name it has unless another variable in sight has it
	ident  *jen.Statement // the name, once nameAll has chosen it
	home   []*block       // the blocks that declare it
	typ    func() *jen.Statement
	reads  int
	stream bool // holds a stream, RDD or context
	uses   []use
	placed bool // a parameter or package-level: declared elsewhere
	fresh  bool // each assignment makes a new one
	shared bool // used by more than one Go function
}

// use is one occurrence of a variable. def is the item that can declare it, if the occurrence is a
// plain assignment or the target of a loop.
type use struct {
	blk *block
	at  int
	def *item
}

// unit is one package-level function under construction, with all function literals in it.
type unit struct {
	g       *generator
	vars    map[*ir.Var]*variable
	funcs   map[*ir.Func]*variable // nested defs, by instance
	order   []*variable
	root    *block
	placed  bool            // the script was named in a comment
	usesTop map[string]bool // package-level variables it uses
	lazy    []func()        // print what depends on declareAll
}

// closureOf is the innermost function body around a block.
func (b *block) closureOf() *block {
	for b.parent != nil && !b.closure {
		b = b.parent
	}
	return b
}

// childToward is the block directly inside b that encloses d.
func (b *block) childToward(d *block) *block {
	for d.parent != b {
		d = d.parent
	}
	return d
}

func (b *block) depth() int {
	n := 0
	for ; b.parent != nil; b = b.parent {
		n++
	}
	return n
}

// record notes an occurrence of v at the end of block b.
func (v *variable) record(b *block, def *item) {
	if len(v.uses) > 0 && v.uses[0].blk.closureOf() != b.closureOf() {
		v.shared = true
	}
	v.uses = append(v.uses, use{b, len(b.items), def})
}

// defined reports that something assigns the variable.
func (v *variable) defined() bool {
	for _, u := range v.uses {
		if u.def != nil {
			return true
		}
	}
	return false
}

// declareAll places the declarations of all variables of the unit.
func (u *unit) declareAll() {
	for _, v := range u.order {
		if v.placed || v.reads == 0 || len(v.uses) == 0 {
			continue
		}
		if !v.shared || v.fresh {
			if defs, ok := cover(u.root, v.uses); ok {
				for _, d := range defs {
					d.def.define = true
					v.home = append(v.home, d.blk)
				}
				continue
			}
		}
		u.hoist(v)
	}
}

// cover finds assignments that can declare a variable so that every use sees the right one: in each
// block the first use must be an assignment directly in it, or uses must keep to inner blocks for which
// the same holds.
func cover(b *block, uses []use) (defs []use, ok bool) {
	for i := 0; i < len(uses); {
		if uses[i].blk == b {
			if uses[i].def == nil || !anyRead(uses[i:]) { // Go wants each variable read
				return nil, false
			}
			return append(defs, uses[i]), true
		}
		child := b.childToward(uses[i].blk)
		j := i
		for j < len(uses) && uses[j].blk != b && b.childToward(uses[j].blk) == child {
			j++
		}
		inner, ok := cover(child, uses[i:j])
		if !ok {
			return nil, false
		}
		defs = append(defs, inner...)
		i = j
	}
	return defs, true
}

// anyRead reports whether one of the uses is not an assignment.
func anyRead(uses []use) bool {
	for _, u := range uses {
		if u.def == nil {
			return true
		}
	}
	return false
}

// hoist declares a variable in the innermost block around all uses.
func (u *unit) hoist(v *variable) {
	b := v.uses[0].blk
	for _, s := range v.uses[1:] {
		b = commonBlock(b, s.blk)
	}
	outer := outermostLoop(b)
	first := v.uses[0]
	if first.blk == b && first.def != nil && outer == nil {
		first.def.define = true
		v.home = []*block{b}
		return
	}
	at := first.at
	if first.blk != b {
		at = b.childToward(first.blk).at
	}
	if outer != nil {
		at, b = outer.at, outer.parent
	}
	v.home = []*block{b}
	it := b.items[min(at, len(b.items)-1)]
	it.before = append(it.before, v)
}

func commonBlock(a, b *block) *block {
	for da, db := a.depth(), b.depth(); a != b; {
		if da >= db {
			a, da = a.parent, da-1
		} else {
			b, db = b.parent, db-1
		}
	}
	return a
}

// outermostLoop is the outermost loop body around b within its function, or nil.
func outermostLoop(b *block) (loop *block) {
	for ; b != nil; b = b.parent {
		if b.loop {
			loop = b
		}
		if b.closure {
			break
		}
	}
	return loop
}

// declares reports whether the block itself declares variables.
func (b *block) declares() bool {
	for _, it := range b.items {
		if it.define || len(it.before) > 0 || it.local {
			return true
		}
	}
	return false
}

// codes prints a block's items. With line directives each statement that can raise is marked.
func (b *block) codes(lines bool) []jen.Code {
	var out []jen.Code
	for _, it := range b.items {
		out = append(out, varDecls(it.before)...)
		code := it.render()
		if lines && len(code) > 0 {
			out = append(out, lineMark(it.line))
		}
		out = append(out, code...)
	}
	return out
}

func varDecls(vars []*variable) []jen.Code {
	var out []jen.Code
	for _, v := range vars {
		out = append(out, jen.Var().Add(v.id()).Add(v.typ()))
	}
	return out
}

// ended reports whether control never reaches the end of the block.
func (b *block) ended() bool {
	return len(b.items) > 0 && b.items[len(b.items)-1].ends
}
