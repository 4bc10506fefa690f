package plan

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// shareValues computes once what would be computed again: an expression that has no effects and gives the same each time, where it
// stands behind another one like it, becomes a variable. What raises an exception did so the first time.
func shareValues(r *rewriter) {
	for {
		s := &sharer{r: r, known: map[string]*computed{}, uses: usesOf(*r.body), at: map[ir.Expr]bool{}, twice: map[ir.Expr]bool{}}
		s.block(*r.body)
		c := s.longest()
		if c == nil {
			return
		}
		r.share(c)
	}
}

// longest is the longest expression that is computed again: its parts look different when it is gone.
func (s *sharer) longest() (found *computed) {
	size := 0
	for _, c := range s.order {
		if len(c.again) > 0 && !s.twice[c.first] && c.size > size {
			found, size = c, c.size
		}
	}
	return found
}

// share makes a variable hold a value, unless one does, and reads it where the value is computed again.
func (r *rewriter) share(c *computed) {
	all := map[ir.Expr]bool{}
	for _, e := range c.again {
		all[e] = true
	}
	r.note(c.again[0].Pos(), describe(c.first)+" is not computed again")
	var set *ir.Assign
	if c.variable == nil {
		c.variable = &ir.Var{Name: valueName(c.first), Type: c.first.Type(), Owner: r.fn}
		set = &ir.Assign{S: ir.S{At: c.first.Pos()}, Target: &ir.VarTarget{Var: c.variable}, Value: c.first}
		all[c.first] = true
	}
	ir.Rewrite(*r.body, func(e ir.Expr) ir.Expr {
		if all[e] {
			return &ir.Local{X: ir.X{T: c.variable.Type, At: e.Pos()}, Var: c.variable}
		}
		return e
	})
	if set != nil {
		*r.body = insertBefore(*r.body, c.place, set)
	}
}

// computed is a value that is known where the statements are looked at.
type computed struct {
	first    ir.Expr
	size     int     // of its key
	place    ir.Stmt // where first is computed: it can be computed in front of that
	variable *ir.Var // that holds it
	reads    map[*ir.Var]bool
	again    []ir.Expr // the same later
	kept     [][]string
	loops    int // around it
}

// sharer goes through a function's statements in the order in which they run.
type sharer struct {
	r     *rewriter
	uses  *uses
	known map[string]*computed
	order []*computed
	at    map[ir.Expr]bool // all expressions that were met, and those that stand at several places of the tree
	twice map[ir.Expr]bool
	place ir.Stmt   // the statement, if what it computes first can be computed in front of it
	stack []ir.Expr // around the expression
	loops int
}

// block goes through statements that run one after the other.
func (s *sharer) block(list []ir.Stmt) {
	for _, st := range list {
		s.stmt(st)
	}
}

// apart goes through something that may not run, or that runs several times: what is known behind it is what was known before, unless its
// variables were set.
func (s *sharer) apart(f func()) {
	known, place := maps.Clone(s.known), s.place
	f()
	for key := range known {
		if s.known[key] != known[key] {
			delete(known, key)
		}
	}
	s.known, s.place = known, place
}

func (s *sharer) stmt(st ir.Stmt) {
	s.place = st
	switch st := st.(type) {
	case *ir.Assign:
		s.expr(st.Value)
		s.target(st.Target)
		s.forget(usesOf([]ir.Stmt{st}))
		s.holds(st)
	case *ir.AugItem:
		s.target(st.Target)
		s.expr(st.Value)
	case *ir.ExprStmt:
		s.expr(st.V)
	case *ir.Return:
		s.given(st.V)
	case *ir.Emit:
		s.expr(st.V)
	case *ir.EmitFrom:
		s.expr(st.V)
	case *ir.Merge:
		s.expr(st.Key)
		s.expr(st.Value)
	case *ir.If:
		s.expr(st.Test)
		s.apart(func() { s.block(st.Body) })
		s.apart(func() { s.block(st.Else) })
	case *ir.For:
		s.expr(st.Iter)
		s.loop(st, func() { s.block(st.Body) })
		s.apart(func() { s.block(st.Else) })
	case *ir.While:
		s.loop(st, func() { s.block(st.Body) })
		s.apart(func() { s.block(st.Else) })
	case *ir.Try, *ir.With:
		s.forget(usesOf([]ir.Stmt{st}))
		for _, b := range ir.Blocks(st) {
			s.apart(func() { s.block(b) })
		}
	default:
		s.forget(usesOf([]ir.Stmt{st}))
	}
}

// loop goes through the body of a loop: what it sets is not known at its head.
func (s *sharer) loop(st ir.Stmt, body func()) {
	s.forget(usesOf([]ir.Stmt{st}))
	s.loops++
	s.apart(body)
	s.loops--
}

// forget drops what is known of variables that are set.
func (s *sharer) forget(u *uses) {
	for key, c := range s.known {
		for v := range c.reads {
			if u.sets[v] > 0 {
				delete(s.known, key)
				break
			}
		}
	}
}

// target goes through the expressions of what is assigned to.
func (s *sharer) target(t ir.Target) {
	s.place = nil
	switch t := t.(type) {
	case *ir.ItemTarget:
		s.expr(t.V)
		s.expr(t.I)
	case *ir.SliceTarget:
		s.expr(t.V)
	case *ir.AttrTarget:
		s.expr(t.V)
	}
}

// holds notes that a variable that is set once holds a value.
func (s *sharer) holds(a *ir.Assign) {
	t, ok := a.Target.(*ir.VarTarget)
	if !ok || !private(t.Var) || s.uses.sets[t.Var] != 1 || changeable(t.Var.Type) || !types.Equal(a.Value.Type(), t.Var.Type) {
		return
	}
	k := &keyer{r: s.r}
	if key, ok := k.key(a.Value); ok {
		if c := s.known[key]; c != nil && c.first == ir.Strip(a.Value) && len(c.again) == 0 {
			c.variable, c.place = t.Var, nil
		}
	}
}

func (s *sharer) given(e ir.Expr) {
	if e != nil {
		s.expr(e)
	}
}

// expr goes through an expression in the order of its evaluation.
func (s *sharer) expr(e ir.Expr) {
	e = ir.Strip(e)
	s.twice[e] = s.at[e]
	s.at[e] = true
	k := &keyer{r: s.r}
	key, sharable := k.key(e)
	sharable = sharable && len(k.reads) > 0 && isValue(e.Type()) && worth(e)
	if sharable {
		if c := s.known[key]; c != nil && types.Equal(c.first.Type(), e.Type()) && s.mayShare(c, e) {
			c.again = append(c.again, e)
			return
		}
	}
	place := s.place
	s.parts(e)
	if sharable && place != nil {
		c := &computed{first: e, size: k.size, place: place, reads: k.reads, loops: s.loops}
		if s.mayShare(c, e) {
			s.known[key] = c
			s.order = append(s.order, c)
		}
	}
	if !(&totality{stable: true}).total(e) { // what is shared changes nothing, so it may stand in front of whatever always gives a value
		s.place = nil
	}
}

// parts goes through the parts of an expression: first those that are always evaluated.
func (s *sharer) parts(e ir.Expr) {
	s.stack = append(s.stack, e)
	defer func() { s.stack = s.stack[:len(s.stack)-1] }()
	for _, x := range ir.Operands(e) {
		s.expr(x)
	}
	sometimes := func(list ...ir.Expr) {
		s.apart(func() {
			s.place = nil
			for _, x := range list {
				s.expr(x)
			}
		})
	}
	switch e := e.(type) {
	case *ir.Logic:
		sometimes(e.R)
	case *ir.Cond:
		sometimes(e.Then)
		sometimes(e.Else)
	case *ir.Chain:
		for _, l := range e.Links[1:] {
			sometimes(l.R)
		}
	}
	u := usesOf([]ir.Stmt{&ir.ExprStmt{V: e}})
	if len(u.sets) > 0 {
		s.forget(u)
	}
}

// mayShare reports that nobody can tell whether an object is the one that was made before. An object that can be changed is shared where
// it is only asked for something at once, or for parts that nobody else has.
func (s *sharer) mayShare(c *computed, e ir.Expr) bool {
	if n := len(s.stack); n > 0 {
		if is, ok := s.stack[n-1].(*ir.Compare); ok && (is.Op == "is" || is.Op == "is not") && !types.IsNone(is.R.Type()) {
			return false
		}
	}
	if !changeable(e.Type()) {
		return true
	}
	path, kept := s.keptPart(e)
	for _, other := range c.kept {
		n := min(len(path), len(other))
		if slices.Equal(path[:n], other[:n]) {
			return false
		}
	}
	if !kept {
		return true
	}
	c.kept = append(c.kept, path)
	return s.loops == c.loops
}

// keptPart is the path of keys to the part of an object that the expression around it is after, and whether that may be kept, or changed.
func (s *sharer) keptPart(e ir.Expr) (path []string, kept bool) {
	for i := len(s.stack) - 1; i >= 0; i-- {
		switch around := s.stack[i].(type) {
		case *ir.Convert:
		case *ir.GetItem:
			key, literal := textValue(unconverted(around.I))
			_, number := intValue(around.I)
			switch {
			case ir.Strip(around.V) != e:
				return path, false
			case literal:
				path = append(path, key)
			case !number || changeable(around.Type()):
				return path, true
			}
		case *ir.Compare, *ir.Truth, *ir.Not, *ir.FString:
			return path, false
		case *ir.Call:
			if asks(around) {
				return path, false
			}
			return path, changeable(e.Type())
		default:
			return path, changeable(e.Type())
		}
		e = s.stack[i]
	}
	return path, changeable(e.Type())
}

// asks reports a call of a built-in function or class that keeps nothing of its argument.
func asks(c *ir.Call) bool {
	if c.Recv != nil || c.Fn.Module != "builtins" {
		return false
	}
	if c.Fn.Name == "__init__" {
		return !changeable(c.Type())
	}
	return c.Fn.Name == "len" || c.Fn.Name == "repr"
}

// insertBefore puts a statement in front of another.
func insertBefore(list []ir.Stmt, place, s ir.Stmt) []ir.Stmt {
	if i := slices.Index(list, place); i >= 0 {
		return slices.Insert(slices.Clone(list), i, s)
	}
	for _, st := range list {
		mapBlocks(st, func(b []ir.Stmt) []ir.Stmt { return insertBefore(b, place, s) })
	}
	return list
}

// values are the types that can be shared: no iterators, which are used up, and no sets, whose order tells how they were made.
var values = map[string]bool{
	"int": true, "bigint": true, "float": true, "str": true, "bool": true, "bytes": true, "tuple": true, "tuple...": true, "list": true, "dict": true,
	"Any": true, "Match": true, "datetime": true, "date": true, "timedelta": true,
}

func isValue(t types.Type) bool {
	n, ok := types.Unwrap(t).(*types.Named)
	if !ok || !values[n.Name] || n.Class != nil {
		return false
	}
	for _, a := range n.Args {
		if !isValue(a) && !types.IsNone(a) && !types.IsNever(a) {
			return false
		}
	}
	return true
}

// worth reports an expression that costs more than a variable.
func worth(e ir.Expr) bool {
	switch e := ir.Strip(e).(type) {
	case *ir.CallFunc, *ir.FString:
		return true
	case *ir.Call:
		if arg, ok := builtin(e, "len"); ok {
			return types.IsStr(arg.Type())
		}
		if isFields(e) {
			return false
		}
		return !plainNumber(e.Type()) || e.Fn.Module != "builtins" || e.Recv != nil || slices.ContainsFunc(ir.Operands(e), worth)
	case *ir.GetSlice, *ir.GetItem:
		return true
	case *ir.Binary:
		return !plainNumber(e.Type()) || slices.ContainsFunc(ir.Operands(e), worth)
	case *ir.Compare:
		return !plainNumber(e.L.Type()) && e.Op != "==" && e.Op != "!=" || slices.ContainsFunc(ir.Operands(e), worth)
	case *ir.Convert, *ir.Unary, *ir.Not, *ir.Truth, *ir.TupleGet:
		return slices.ContainsFunc(ir.Operands(e), worth)
	}
	return false
}

// isFields reports a call that gives a field of a text that was cut.
func isFields(c *ir.Call) bool {
	return c.Recv != nil && c.Fn.Class != nil && c.Fn.Class.Name == "SplitFields"
}

// valueName is what a variable for a value is called.
func valueName(e ir.Expr) string {
	if c, ok := e.(*ir.Call); ok && c.Recv != nil && c.Fn.Name != "__init__" {
		return c.Fn.Name
	}
	if c, ok := e.(*ir.CallFunc); ok && !c.Func.Lambda {
		return c.Func.Name + "_result"
	}
	return "value"
}

// describe is what notes call a value.
func describe(e ir.Expr) string {
	switch e := e.(type) {
	case *ir.Call:
		if e.Fn.Name != "__init__" {
			return e.Fn.Name + "()"
		}
		return e.Fn.Class.Name + "()"
	case *ir.CallFunc:
		return e.Func.Name + "()"
	}
	return "a value"
}

// keyer tells expressions that give the same value: those with equal keys.
type keyer struct {
	r     *rewriter
	reads map[*ir.Var]bool
	size  int
}

// maxShared is how many parts an expression may have.
const maxShared = 200

// key is the same for expressions that give the same value if the variables they read have the same; ok is false for one that has
// effects, or may give another value the next time.
func (k *keyer) key(e ir.Expr) (text string, ok bool) {
	if k.size++; k.size > maxShared {
		return "", false
	}
	own := ""
	e = ir.Strip(e)
	switch e := e.(type) {
	case *ir.Const:
		if s, ok := e.Value.(string); ok {
			return types.Key(e.Type()) + strconv.Quote(s), true
		}
		return fmt.Sprintf("%s %T %v", types.Key(e.Type()), e.Value, e.Value), true
	case *ir.Local:
		v := e.Var
		if changeable(v.Type) || (v.Global || v.Shared) && !k.r.constant(v) {
			return "", false
		}
		if k.reads == nil {
			k.reads = map[*ir.Var]bool{}
		}
		k.reads[v] = true
		return fmt.Sprintf("%p", v), true
	case *ir.Convert:
		own = fmt.Sprint("convert ", types.Key(e.Type()), e.Checked, e.Attr, e.None)
	case *ir.Binary:
		own = e.Op
	case *ir.Compare:
		own = e.Op
	case *ir.Unary:
		own = "unary" + e.Op
	case *ir.Not:
		own = "not"
	case *ir.Truth:
		own = "truth"
	case *ir.TupleGet:
		own = fmt.Sprint("element ", e.N)
	case *ir.GetItem:
		own = "item"
	case *ir.GetSlice:
		own = fmt.Sprint("slice ", e.Lo != nil, e.Hi != nil, e.Step != nil)
	case *ir.Tuple:
		own = "tuple"
	case *ir.List:
		own = "list"
	case *ir.FString:
		own = "text"
		for _, p := range e.Parts {
			own += fmt.Sprintf("%q%t%c%t", p.Text, p.V != nil, p.Conv, p.Spec != nil)
			if p.V != nil && !plain(p.V.Type()) {
				return "", false
			}
		}
	case *ir.Call:
		if !pureCall(e) || e.Fn.Module == "plan-rewrites" && !isFields(e) {
			return "", false
		}
		own = fmt.Sprintf("call %p %d %d", e.Fn, len(e.Args), len(e.Rest))
		for i, a := range e.Args {
			own += fmt.Sprint(i, a != nil)
		}
	case *ir.CallFunc:
		if !k.r.repeatable(e.Func) {
			return "", false
		}
		own = fmt.Sprintf("function %p", e.Func)
	default:
		return "", false
	}
	own += "("
	for _, x := range ir.Operands(e) {
		part, ok := k.key(x)
		if !ok {
			return "", false
		}
		own += part + ","
	}
	return own + ")", true
}

// constant reports a variable that has one value as long as the program runs.
func (r *rewriter) constant(v *ir.Var) bool {
	if r.constants == nil {
		r.constants = constants(r.prog)
	}
	return r.constants[v]
}

// repeatable reports a function that gives the same result for the same arguments, and has no effects.
func (r *rewriter) repeatable(f *ir.Func) bool {
	if ok, known := r.pures[f]; known {
		return ok
	}
	if r.pures == nil {
		r.pures = map[*ir.Func]bool{}
		r.growing = growingDicts(r.prog)
	}
	ok := f.Yields == nil && f.Class == nil && pure(f, r.growing)
	if ok {
		e := effectsOf([]*ir.Func{f})
		for g := range e.funcs {
			ir.Visit(g.Body, func(x ir.Expr) {
				if l, isVar := x.(*ir.Local); isVar && !e.funcs[l.Var.Owner] && (changeable(l.Var.Type) || !r.constant(l.Var)) {
					ok = false
				}
			})
		}
	}
	r.pures[f] = ok
	return ok
}
