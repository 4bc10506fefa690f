package pygen

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// variable is a variable of the program that may be used.
type variable struct {
	name string
	typ  *Type
	own  bool // of the function at hand: it may be assigned to
}

// function is a function of the program that may be called.
type function struct {
	name     string
	params   []*Type
	names    []string // of the parameters
	defaults int      // so many parameters have one
	result   *Type
}

// generator makes one program.
type generator struct {
	*rand.Rand
	palette  []*Type         // types of containers …
	usual    map[string]bool // … and all types that are made without thinking
	vars     []variable
	funcs    []function
	classes  []*class
	plain    []*class // those that others may derive from …
	contexts []*class // … and those whose objects are contexts
	exprs    []*rule  // rules for the objects of classes …
	stmts    []*rule  // … and for statements that change them
	names    int
	special  bool // the program has infinities and NaN
	growing  bool // ints of any size
	frozen   int  // > 0: in a loop, whose containers must not change
	loops    int  // depth of loops around the statement
	blocks   int  // depth of blocks around the statement
	final    bool // in a finally, which "break" and "return" must not leave
	result   *Type
}

// newGenerator makes the generator of a seed. Seeds with the same upper half share their types of
// containers: Go compiles generic code anew for each, which is most of the time that a random
// program takes.
func newGenerator(seed uint64) *generator {
	family := rand.New(rand.NewPCG(seed>>32, 0))
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15)), growing: growing(seed)}
	for _, i := range family.Perm(len(containers))[:9] {
		g.palette = append(g.palette, containers[i])
	}
	g.usual = map[string]bool{}
	for _, t := range append(parseTypes("list[int]; list[str]; list[float]; dict[str, int]; tuple[int, str]; set[int]; opt[int]; opt[str]"), g.palette...) {
		g.usual[t.String()] = true
		for _, a := range t.Args {
			g.usual[a.String()] = true
		}
	}
	return g
}

// welcome reports whether an expression of a type may be made: of usual ones always, of others
// sometimes.
func (g *generator) welcome(t *Type) bool {
	if t.Name == "iter" {
		t = &Type{Name: "list", Args: t.Args}
	}
	rare := 400
	if t.Name == "list" && t.Args[0].class() {
		rare = 8
	}
	return len(t.Args) == 0 || g.usual[t.String()] || g.one(rare)
}

// one reports true once in n times.
func (g *generator) one(n int) bool { return g.IntN(n) == 0 }

func pick[T any](g *generator, list []T) T { return list[g.IntN(len(list))] }

// fresh is a name that the program does not have yet. Some of them mean something in Go.
func (g *generator) fresh() string {
	g.names++
	base := pick(g, []string{"a", "b", "x", "y", "n", "s", "item", "word", "total", "func", "var", "select", "err", "go"})
	return fmt.Sprintf("%s%d", base, g.names)
}

// named is the program's name for a template's: a fresh one. One with a dot is the attribute of an object, whose name stays.
func (g *generator) named(names map[string]string, name string) string {
	if names[name] == "" {
		if object, attr, ok := strings.Cut(name, "."); ok {
			names[name] = object + "." + g.named(names, attr)
		} else {
			names[name] = g.fresh()
		}
	}
	return names[name]
}

// scalars are the types of most values.
var scalars = parseTypes("int; int; int; float; float; str; str; str; bool; bytes")

// containers is the other types that are usual.
var containers = parseTypes("list[int]; list[str]; list[float]; list[any]; list[list[int]]; list[tuple[str, int]]; list[opt[int]]; list[bool]; list[bytes]; " +
	"dict[str, int]; dict[int, str]; dict[str, list[int]]; dict[str, any]; dict[tuple[int, str], float]; set[int]; set[str]; frozenset[int]; " +
	"tuple[int, str]; tuple[str, int]; tuple[float, float]; tuple[str, str, str]; opt[int]; opt[str]; opt[float]; " +
	"counter[str]; deque[int]; range; any; ddict[str, int]; ddict[str, list[int]]; odict[str, int]; datetime; timedelta; list[datetime]; dict[str, datetime]; list[tuple[int, int]]; set[tuple[int, str]]; dict[str, dict[str, int]]; list[set[int]]; opt[list[int]]; frozenset[str]; tuple[int, list[str]]")

func parseTypes(text string) []*Type {
	var out []*Type
	for _, t := range strings.Split(text, ";") {
		out = append(out, parseType(t))
	}
	return out
}

// randomType is a type of variables; deep limits how far it is nested where it is no usual one.
func (g *generator) randomType(deep int) *Type {
	switch {
	case deep <= 0 || g.one(2):
		return pick(g, scalars)
	case g.one(100):
		return g.unusualType(deep)
	case len(g.classes) > 0 && g.one(3):
		return pick(g, g.classes).classType()
	}
	return pick(g, g.palette)
}

// unusualType is a container of anything.
func (g *generator) unusualType(deep int) *Type {
	any := func() *Type { return g.randomType(deep - 1) }
	switch g.IntN(6) {
	case 0:
		return &Type{Name: "list", Args: []*Type{any()}}
	case 1:
		return &Type{Name: "dict", Args: []*Type{g.constrained("H", deep-1), any()}}
	case 2:
		return &Type{Name: "tuple", Args: []*Type{any(), any()}}
	case 3:
		return &Type{Name: pick(g, []string{"set", "frozenset", "counter"}), Args: []*Type{g.constrained("S", deep-1)}}
	case 4:
		return &Type{Name: "opt", Args: []*Type{g.constrained("Z", deep-1)}}
	}
	return &Type{Name: "deque", Args: []*Type{any()}}
}

// constrained is a random type for a type variable.
func (g *generator) constrained(letter string, deep int) *Type {
	if letter == "J" {
		return pick(g, jsonTypes)
	}
	for range 8 {
		t := pick(g, []*Type{intType, intType, intType, strType, strType, strType, floatType, boolType})
		switch {
		case len(g.vars) > 0 && g.one(3):
			t = pick(g, g.vars).typ
		case g.one(20):
			t = g.randomType(deep)
		}
		if fits(letter, t) {
			return t
		}
	}
	return intType
}

// jsonTypes are types of what json.dumps takes.
var jsonTypes = []*Type{
	intType, floatType, boolType, strType, parseType("list[int]"), parseType("list[any]"), parseType("dict[str, int]"),
	parseType("dict[str, list[float]]"), parseType("opt[str]"), parseType("tuple[int, str]"), parseType("list[dict[str, bool]]"),
}

// expr makes an expression of a type, of at most a depth.
func (g *generator) expr(t *Type, depth int) *Node {
	if v := g.variablesOf(t, false); len(v) > 0 && (depth == 0 || g.IntN(5) < 2) {
		return leaf(t, pick(g, v))
	}
	if depth <= 0 {
		return g.literal(t)
	}
	if n := g.call(t, depth); n != nil {
		return n
	}
	for range 10 {
		if n := g.apply(g.ruleFor(t), t, depth); n != nil {
			return n
		}
	}
	return g.literal(t)
}

// variablesOf lists the variables of a type; own asks for those that may be assigned to.
func (g *generator) variablesOf(t *Type, own bool) []string {
	var out []string
	want := t.String()
	for _, v := range g.vars {
		if v.typ.String() == want && (v.own || !own) {
			out = append(out, v.name)
		}
	}
	return out
}

// call calls one of the program's functions, sometimes.
func (g *generator) call(t *Type, depth int) *Node {
	if len(g.funcs) == 0 || !g.one(6) {
		return nil
	}
	f := pick(g, g.funcs)
	if f.result.String() != t.String() {
		return nil
	}
	return g.callWith(f, func(t *Type) *Node { return g.expr(t, depth-1) })
}

// callWith is a call of a function with arguments that argument makes.
func (g *generator) callWith(f function, argument func(*Type) *Node) *Node {
	n := &Node{Type: f.result, Parts: []string{f.name + "("}, Atom: true}
	named := false
	for i, p := range f.params {
		if i >= len(f.params)-f.defaults && g.one(2) {
			named = true
			continue
		}
		if named || g.one(8) {
			named = true
			n.Parts[len(n.Kids)] += f.names[i] + "="
		}
		n.Kids = append(n.Kids, argument(p))
		n.Parts = append(n.Parts, ", ")
	}
	n.Parts[len(n.Kids)] = strings.TrimSuffix(n.Parts[len(n.Kids)], ", ") + ")"
	return n
}

// ruleFor chooses a rule that can make a type.
func (g *generator) ruleFor(t *Type) *rule {
	var own, general []*rule
	for _, r := range rules.exprs {
		if r.result.Name == t.Name && (binding{}).unify(r.result, t) {
			own = append(own, r)
		}
	}
	var ofClasses []*rule
	for _, r := range g.exprs {
		if r.result.String() == t.String() {
			ofClasses = append(ofClasses, r)
		}
	}
	if len(ofClasses) > 0 && (len(own) == 0 || g.one(3)) {
		return pick(g, ofClasses)
	}
	for _, r := range rules.letters {
		if fits(r.result.Name, t) {
			general = append(general, r)
		}
	}
	if len(own) == 0 || len(general) > 0 && g.one(4) {
		own = general
	}
	if len(own) == 0 {
		return nil
	}
	return pick(g, own)
}

// apply fills a rule's template. It is nil where the rule does not fit.
func (g *generator) apply(r *rule, t *Type, depth int) *Node {
	if r == nil {
		return nil
	}
	b := binding{}
	if t != nil && !b.unify(r.result, t) {
		return nil
	}
	free := func(letter string) *Type { return g.constrained(letter, min(depth-1, 2)) }
	n := &Node{Type: t, Parts: r.parts, Atom: r.atom}
	names := map[string]string{}
	for i := range r.holes {
		kid := g.fill(&r.holes[i], b, names, free, depth-1)
		if kid == nil {
			return nil
		}
		n.Kids = append(n.Kids, kid)
	}
	return n
}

// fill makes what goes into a hole, or nil.
func (g *generator) fill(h *hole, b binding, names map[string]string, free func(string) *Type, depth int) *Node {
	switch h.kind {
	case textHole:
		return &Node{Parts: []string{pick(g, rules.terminals[h.name])}, Atom: true, Fixed: true}
	case nameHole:
		return &Node{Parts: []string{g.named(names, h.name)}, Atom: true, Fixed: true}
	case targetHole:
		return g.target(h.typ, b)
	case literalHole:
		return g.literal(b.resolve(h.typ, free))
	}
	saved := len(g.vars)
	for i, name := range h.bound {
		g.vars = append(g.vars, variable{g.named(names, name), b.resolve(h.types[i], free), false})
	}
	t := b.resolve(h.typ, free)
	if !g.welcome(t) {
		g.vars = g.vars[:saved]
		return nil
	}
	n := g.expr(t, depth)
	for tries := 0; h.kind == plainHole && (strings.ContainsAny(n.Text(), "\"'\\{}\n#!:=") || tries == 0); tries++ {
		n = g.expr(t, max(0, depth-tries))
		if tries > 8 {
			g.vars = g.vars[:saved]
			return nil
		}
	}
	g.vars = g.vars[:saved]
	return n
}

// target is a variable that can be assigned to, of a type that the pattern allows.
func (g *generator) target(pattern *Type, b binding) *Node {
	var found []variable
	for _, v := range g.vars {
		trial := binding{}
		for k, t := range b {
			trial[k] = t
		}
		if v.own && trial.unify(pattern, v.typ) && (g.frozen == 0 || !v.typ.mutable()) {
			found = append(found, v)
		}
	}
	if len(found) == 0 {
		return nil
	}
	v := pick(g, found)
	b.unify(pattern, v.typ)
	return &Node{Type: v.typ, Parts: []string{v.name}, Atom: true, Fixed: true}
}
