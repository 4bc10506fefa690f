package infer

import (
	"fmt"
	"sort"
	"strings"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// maxRounds bounds the walks over a script. Types only grow, and the lattice is low: real scripts settle in three or
// four. A type that many variables hand on, one to the next in each pass of a loop, takes as many rounds.
const maxRounds = 64

// maxInstances bounds the instances of one function: further calls have boxed arguments. Where there is no such
// call, as of a constructor, twice as many end in an error.
const maxInstances = 64

// maxActive bounds the instances of one function that are called one in the other. Deeper ones are of values whose
// types are known when running only.
const maxActive = 8

// Check types a parsed script and returns its tree. Findings go to the list; the tree is only
// complete if the list has no errors.
//
// The modules that lie beside the script and are imported by it are given by their dotted names; their
// texts were included in the script's Source. With exact ints they grow without limit.
func Check(file *syntax.File, modules map[string]*syntax.File, exact bool, list *diag.List) *ir.Program {
	known := &learned{dynamicClasses: map[syntax.Span]Dynamic{}}
	for {
		if p, ok := check(file, modules, exact, list, known); ok {
			return p
		}
	}
}

// learned is what comes out in the middle of inference and makes it start again.
type learned struct {
	dynamicClasses map[syntax.Span]Dynamic // known when running only, by the places of their statements
	mixedTerms     bool                    // accumulators are added terms to that are of other types than their values
}

// check is Check, given what is learned. It is not ok if it has learned more: what was inferred so far is of no use then.
func check(file *syntax.File, modules map[string]*syntax.File, exact bool, list *diag.List, known *learned) (p *ir.Program, ok bool) {
	defer func() {
		if r := recover(); r != nil {
			if _, again := r.(beginAgain); !again {
				panic(r)
			}
		}
	}()
	c := &checker{exact: exact, src: file.Source, file: file, out: list, ix: api.Load(), defs: map[defKey]*function{}, richOps: map[string]bool{}, cells: map[defKey]*types.Var{},
		heads: map[defKey]state{}, memos: map[string]*syntax.FuncDef{}, learned: known, unknownCalls: catches{}, kept: map[*site]*ir.Local{}, fixed: map[defKey]subst{}, usedImports: map[int32]bool{}, importedAt: map[string]syntax.Span{}, modules: map[string]bool{}, hints: map[int32]string{}, starring: map[string]bool{}}
	if list.HasErrors() {
		c.lost = lostNames(file)
	}
	c.classState, c.files = newClassState(file, modules), modules
	c.consumed = consumedAtOnce(modules, file)
	c.loadModules(modules)
	c.mod = &frame{scope: moduleScope(file, c.starsIn("", file)), vars: map[string]*variable{}}
	for c.round = 1; c.round <= maxRounds; c.round++ {
		c.beginRound()
		c.prog = &ir.Program{Source: file.Source}
		c.frame = c.mod
		c.mod.begin()
		c.prog.Body = append(c.runCompanions("builtins", syntax.Span{}), c.module(file.Body)...)
		c.protocols()
		c.boxedMembers()
		c.trackHandled()
		c.classDefaultTypes()
		c.endFrame(c.mod)
		if c.list.HasErrors() {
			c.failed = c.list
		}
		c.widenBoxed()
		for _, f := range c.ended {
			c.compareFrame(f)
		}
		if !c.roundChanged() && !c.closeCells() {
			break
		}
	}
	if c.round > maxRounds {
		c.round = maxRounds
		c.notSettled()
	}
	if c.swallowed && c.failed != nil && !c.list.HasErrors() {
		c.list = c.failed
	}
	c.finish()
	list.Items = append(list.Items, c.list.Items...)
	return c.prog, true
}

// checker is the state of one check.
type checker struct {
	*learned
	src      *syntax.Source
	file     *syntax.File
	starring map[string]bool         // the modules whose names are being collected
	files    map[string]*syntax.File // modules beside the script and of the library
	out      *diag.List
	list     *diag.List // of the current round
	ix       *api.Index
	prog     *ir.Program

	exact     bool // ints grow without limit
	round     int
	changed   bool
	unsettled syntax.Span // something whose type has changed in this round
	mod       *frame      // of the script
	users     map[string]*userModule
	frame     *frame
	ended     []*frame // those of the current round that are done
	defs      map[defKey]*function
	order     []*function
	cells     map[defKey]*types.Var
	heads     map[defKey]state    // what reached the heads of loops in the last round
	newMakers bool                // a function was found to give functions, which are others for each call from the next round on
	kept      map[*site]*ir.Local // the objects of methods held in variables
	fixed     map[defKey]subst    // the type parameters of calls with functions, as of the last round
	later     []func()            // run once all types are final
	calls     []callSite          // the functions being inferred, outermost first

	lost           map[string]bool        // words of statements with syntax errors; nil without any
	importedAt     map[string]syntax.Span // where modules and members of modules are imported
	modules        map[string]bool        // those that are imported, whatever of them
	consumed       map[*syntax.Comp]bool  // the generator expressions that are iterated over where they stand
	usedImports    map[int32]bool
	unknownImports []unknownImport // of the current round
	dynamic        []Dynamic
	swallowed      bool       // the current round saw a value with an error
	failed         *diag.List // of the last round with errors: an error may hide itself in later rounds
	use            streamUse
	boxedPuts      boxedPuts
	defaultDicts   bool                          // the script makes some
	slices         bool                          // the script makes some that are values: an index of type Any may be one
	boxings        []boxing                      // of the current round
	lending        int                           // > 0: what becomes Any is an argument of a library function, which puts nothing into it
	handlers       []*handling                   // the except clauses around the current place, innermost last
	richOps        map[string]bool               // the comparisons to which a method of the script does not only give a bool
	asksHandled    bool                          // a function asks which exception its caller handles
	unknownCalls   catches                       // what is caught around calls of functions that are known when running only
	catching       catches                       // what is caught around the current place
	settled        map[*diag.Diagnostic]bool     // messages of which nothing more is to be thought
	strict         bool                          // assignable: Any is assignable to Any alone
	attributes     map[string]types.Type         // of argparse's Namespace, as calls of add_argument declare them
	threads        map[*syntax.Call]*threadMaker // what calls the functions of threads
	hints          map[int32]string              // by the place of a name given as a callback: the parameters it needs
	trying         bool                          // a call is tried out: what does not fit is not done at run time
	memos          map[string]*syntax.FuncDef    // what lru_cache makes of a function, by its text
	classState
	bound         []*variable // assigned by the current statement, where a flag keeps whether they are set
	caughtImports int         // try statements around the current place that may catch an ImportError
}

// defKey is a place of the script in one frame.
type defKey struct {
	frame *frame
	at    syntax.Span
}

// callSite tells which call made the checker look into a function.
type callSite struct {
	fn   *function
	at   syntax.Span
	in   []types.Type
	inst *instance
}

// Dynamic is a value without a static type.
type Dynamic struct {
	At  syntax.Span
	Why string
}

// frame holds the variables of the module or of one instance of a function.
type frame struct {
	inst   *instance
	module *userModule // of a module's frame; nil for the script
	parent *frame      // of the enclosing function or the module; nil for the module
	class  *class      // of a class body, or nil
	scope  *scope
	vars   map[string]*variable
	state  state
	loops  []*loop
	traps  []*trap               // the try statements around the current place
	comps  []map[string]*compVar // variables of comprehensions in reach, innermost last
	// outerComps counts those of comps that enclose the function itself.
	outerComps int
}

// loop collects the states that leave a loop's body.
type loop struct {
	breaks, continues state
	broken            bool
}

// compVar is a variable of a comprehension.
type compVar struct {
	v   *ir.Var
	typ types.Type
}

func (f *frame) begin() {
	f.state = state{}
	f.loops, f.traps, f.comps = nil, nil, nil
	for _, v := range f.vars {
		for _, s := range v.sites {
			s.prev, s.typ = s.typ, nil
			if s.up == nil && s.prev == nil {
				s.prev = types.Never
			}
		}
	}
}

func (c *checker) beginRound() {
	if c.newMakers {
		c.newMakers = false
		clear(c.heads)
	}
	c.list = diag.NewList(c.src)
	c.changed, c.unsettled = false, syntax.Span{}
	c.later, c.boxings, c.ended = nil, nil, nil
	c.calls = nil
	c.unknownImports = nil
	c.dynamic = nil
	c.swallowed = false
	c.use = streamUse{}
	c.settled = map[*diag.Diagnostic]bool{}
	c.classState.beginRound()
}

// endFrame notes a frame to be compared with the last round when this one ends: functions that are inferred later may store
// into its variables.
func (c *checker) endFrame(f *frame) { c.ended = append(c.ended, f) }

// compareFrame notes whether a frame's variables have other types than in the last round.
func (c *checker) compareFrame(f *frame) {
	for _, v := range f.vars {
		for _, s := range v.sites {
			if s.up != nil {
				s.typ = nil
				continue
			}
			if s.typ == nil {
				s.typ = types.Never
			}
			if s.prev == nil || types.Key(s.typ) != types.Key(s.prev) {
				c.changed = true
				if hasValue(s.typ) {
					c.unsettledAt(s.at)
				}
			}
		}
	}
}

// closeCells gives the elements of containers that nothing is put into the type Any, so that what a script
// does with them has a type. It reports whether there were any.
func (c *checker) closeCells() bool {
	closed := false
	for _, v := range c.cells {
		if open, ok := types.Resolve(v).(*types.Var); ok {
			open.Bound, closed = types.Any, true
		}
	}
	return closed
}

func (c *checker) roundChanged() bool {
	for key, v := range c.cells {
		if v.Changed {
			v.Changed = false
			c.changed = true
			c.unsettledAt(syntax.Span{Start: key.at.Start, End: key.at.Start})
		}
	}
	return c.changed
}

// unsettledAt notes that the type of something at a place has changed; the first such place is reported.
func (c *checker) unsettledAt(at syntax.Span) {
	if c.unsettled == (syntax.Span{}) || at.Start < c.unsettled.Start {
		c.unsettled = at
	}
}

// finish gives the tree its final types and collects its functions and globals.
func (c *checker) finish() {
	for i := 0; i < len(c.later); i++ {
		c.later[i]()
	}
	for _, fn := range c.order {
		for _, in := range fn.order {
			if in.round != c.round {
				continue // an instance that only an earlier round's types asked for
			}
			if fn.frame.parent == nil && !in.ir.Lambda {
				c.prog.Funcs = append(c.prog.Funcs, in.ir)
			}
		}
	}
	if c.prog.Members != nil {
		c.prog.Funcs = append(c.prog.Funcs, c.prog.Members)
	}
	c.suffixes()
	c.globals(c.mod)
	for _, cls := range c.classes {
		c.globals(cls.frame)
	}
	for _, m := range c.users {
		if m.round == c.round {
			c.prog.Funcs = append(c.prog.Funcs, m.ir)
			c.globals(m.frame)
		}
	}
	sort.Slice(c.prog.Globals, func(i, j int) bool {
		a, b := c.prog.Globals[i], c.prog.Globals[j]
		if a.Def.Start != b.Def.Start {
			return a.Def.Start < b.Def.Start
		}
		return types.Key(a.Type) < types.Key(b.Type)
	})
	for _, k := range c.classAt {
		if d, ok := c.dynamicClasses[k.node.Span]; ok && k.dynamic {
			why := fmt.Sprintf("in line %d %s", c.src.Line(d.At.Start), d.Why)
			c.prog.Dynamic = append(c.prog.Dynamic, ir.Unknown{At: k.node.Name.Span, What: "class " + k.node.Name.Id, Why: why})
		}
	}
	c.checkStreams()
	c.checkWorkers()
	c.checkValues()
	c.unusedImports()
}

// globals collects the variables of the module or a class that functions use.
func (c *checker) globals(f *frame) {
	for _, v := range f.vars {
		for _, irv := range v.vars {
			if irv.Global && hasValue(irv.Type) {
				c.prog.Globals = append(c.prog.Globals, irv)
			}
		}
	}
}

// hasValue reports whether a type has values at run time: modules and classes have none.
func hasValue(t types.Type) bool {
	switch t := types.Resolve(t).(type) {
	case *types.Module, *types.Class, *types.Builtin:
		return false
	case *types.Func:
		return t.Sig != nil
	}
	return true
}

// suffixes names the instances of functions that have several.
func (c *checker) suffixes() {
	for _, fn := range c.order {
		live := fn.live(c.round)
		if len(live) < 2 {
			continue
		}
		seen := map[string]bool{}
		for _, in := range live {
			s := ""
			for _, t := range in.args {
				s += typeWord(t)
			}
			base := s
			for n := 2; seen[s]; n++ {
				s = fmt.Sprintf("%s%d", base, n)
			}
			seen[s] = true
			in.ir.Suffix = s
		}
	}
}

// typeWord makes a word of a type for the name of an instance.
func typeWord(t types.Type) string {
	n, ok := types.Resolve(t).(*types.Named)
	if !ok {
		return "Func"
	}
	w := strings.TrimRight(n.Name, ".")
	w = strings.ToUpper(w[:1]) + w[1:]
	if w == "Pattern" || w == "Match" { // whose arguments are no types of the script
		return w
	}
	for _, a := range n.Args {
		w += typeWord(a)
	}
	return w
}

// typeOf is shorthand for the resolved type of an expression.
func typeOf(e ir.Expr) types.Type { return types.Resolve(e.Type()) }

// cell is the element type of a container display: a variable that every use of the container
// shares, bound to what is put in.
func (c *checker) cell(at syntax.Span, n int32, why string) *types.Var {
	key := defKey{c.frame, syntax.Span{Start: at.Start, End: -at.End - n}}
	v := c.cells[key]
	if v == nil {
		v = &types.Var{Why: why}
		c.cells[key] = v
		c.changed = true
	}
	return v
}

// put records that a value of type t goes into a cell.
func (c *checker) put(cell types.Type, t types.Type) {
	v, ok := cell.(*types.Var)
	if !ok || types.IsNever(t) {
		return
	}
	t = c.grows(t)
	for {
		next, ok := v.Bound.(*types.Var)
		if !ok {
			break
		}
		v = next
	}
	if types.Resolve(t) == types.Type(v) {
		return // its own elements
	}
	if v.Bound == nil {
		types.Bind(v, t)
		v.Changed = true
		return
	}
	j := types.JoinElements(v.Bound, t)
	if types.Contains(j, v) {
		j = types.Any
	}
	if !types.Equal(j, v.Bound) {
		v.Bound = j
		v.Changed = true
	}
}
