package codegen

import (
	"strconv"
	"unicode"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
)

// id is the variable's name, to be written once.
func (v *variable) id() *jen.Statement { return jen.Add(v.ident) }

// use reads a variable.
func (w *fn) use(v *variable) *jen.Statement {
	v.reads++
	v.record(w.blk, nil)
	return v.id()
}

// nameAll names a unit's variables when it is known where each is declared. Two variables may have one
// name if neither can be meant where the other is.
func (u *unit) nameAll(names *scope) {
	names.wanted = nil
	byName := map[string][]*variable{}
	for _, v := range u.order {
		if len(v.home) == 0 {
			continue
		}
		base := v.want
		if isReserved(base) {
			base += "_"
		}
		name := base
		for i := 2; u.taken(names, name) || names.below[name] || conflicts(v, byName[name]); i++ {
			if unicode.IsDigit(lastRune(base)) {
				name = base + "_" + strconv.Itoa(i)
			} else {
				name = base + strconv.Itoa(i)
			}
		}
		byName[name] = append(byName[name], v)
		*v.ident = *jen.Id(name)
	}
	for name := range byName {
		names.taken[name] = true
	}
}

// taken reports a name that no variable of the unit may have. A package-level variable that the unit does
// not use may be hidden, as the script does.
func (u *unit) taken(names *scope, name string) bool {
	if names.taken[name] {
		return true
	}
	return u.g.top.taken[name] && (u.usesTop[name] || !u.g.isGlobalName(name))
}

func (g *generator) isGlobalName(name string) bool {
	for _, n := range g.globals {
		if n == name {
			return true
		}
	}
	return false
}

func conflicts(v *variable, others []*variable) bool {
	for _, o := range others {
		for _, a := range v.home {
			for _, b := range o.home {
				if a == b || a.encloses(b) && v.usedIn(b) || b.encloses(a) && o.usedIn(a) {
					return true
				}
			}
		}
	}
	return false
}

// encloses reports that b is inside of a.
func (a *block) encloses(b *block) bool {
	for b = b.parent; b != nil; b = b.parent {
		if a == b {
			return true
		}
	}
	return false
}

func (v *variable) usedIn(b *block) bool {
	for _, s := range v.uses {
		if s.blk == b || b.encloses(s.blk) {
			return true
		}
	}
	return false
}

// wantedNames are the names of the variables that a function of the script, or the module's own
// statements, mention.
func (c *cleaner) wantedNames(f *ir.Func) map[string]bool {
	out := map[string]bool{}
	var add func(u *usage)
	seen := map[*usage]bool{}
	add = func(u *usage) {
		if u == nil || seen[u] {
			return
		}
		seen[u] = true
		for v := range u.vars {
			out[lowerCamel(v.Name)] = true
		}
		for d := range u.defs {
			if !isTopLevel(d) {
				out[lowerCamel(d.Name+"_"+d.Suffix)] = true
				add(c.funcs[d])
			}
		}
	}
	if f == nil {
		add(c.stack[0])
	} else {
		add(c.funcs[f])
	}
	return out
}
