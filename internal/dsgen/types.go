package dsgen

import (
	"math/rand/v2"
	"strings"
)

// typ is the type of records: int, float, str, bool, opt[T], tuple[T, …] or list[T].
type typ struct {
	name string
	args []*typ
}

var (
	intType   = &typ{name: "int"}
	strType   = &typ{name: "str"}
	floatType = &typ{name: "float"}
	boolType  = &typ{name: "bool"}
)

func tupleOf(args ...*typ) *typ { return &typ{"tuple", args} }
func listOf(t *typ) *typ        { return &typ{"list", []*typ{t}} }
func optOf(t *typ) *typ         { return &typ{"opt", []*typ{t}} }

func (t *typ) String() string {
	if len(t.args) == 0 {
		return t.name
	}
	var args []string
	for _, a := range t.args {
		args = append(args, a.String())
	}
	return t.name + "[" + strings.Join(args, ", ") + "]"
}

func (t *typ) is(o *typ) bool { return t.String() == o.String() }

func (t *typ) isPair() bool { return t.name == "tuple" && len(t.args) == 2 }

// hashable reports whether a value may be a key.
func (t *typ) hashable() bool { return t.all(func(t *typ) bool { return t.name != "list" }) }

// ordered reports whether any two values can be compared.
func (t *typ) ordered() bool { return t.all(func(t *typ) bool { return t.name != "opt" }) }

func (t *typ) all(holds func(*typ) bool) bool {
	for _, a := range t.args {
		if !a.all(holds) {
			return false
		}
	}
	return holds(t)
}

// size is how many types the type is made of.
func (t *typ) size() int {
	n := 1
	for _, a := range t.args {
		n += a.size()
	}
	return n
}

// keyed reports whether the records are pairs with a key.
func (t *typ) keyed() bool { return t.isPair() && t.args[0].hashable() }

func (t *typ) key() *typ   { return t.args[0] }
func (t *typ) value() *typ { return t.args[1] }

// palette is the types that the programs of a family use. Go compiles the runtime's generic code anew for each combination of
// types, which is most of the time that random programs take; so those that are built together share theirs.
type palette struct {
	scalars, keys, values, records []*typ
}

func newPalette(random *rand.Rand) *palette {
	some := func(n int, types ...*typ) []*typ {
		var out []*typ
		for _, i := range random.Perm(len(types))[:n] {
			out = append(out, types[i])
		}
		return out
	}
	p := &palette{
		scalars: append([]*typ{intType, strType}, some(1, floatType, boolType)...),
		keys:    append([]*typ{strType, intType}, some(1, boolType, floatType, tupleOf(intType, strType), optOf(strType))...),
		values: append([]*typ{intType}, some(1, strType, floatType, tupleOf(intType, strType), tupleOf(intType, floatType),
			listOf(intType), listOf(strType), optOf(intType))...),
	}
	p.records = append(p.scalars, some(1, optOf(intType), optOf(strType), listOf(intType), listOf(strType), tupleOf(strType, intType, boolType))...)
	return p
}

// recordType is a type of records.
func (g *generator) recordType() *typ {
	if g.pick(3) == 2 {
		return g.pairType()
	}
	return of(g.choices, g.palette.records...)
}

func (g *generator) keyType() *typ   { return of(g.choices, g.palette.keys...) }
func (g *generator) valueType() *typ { return of(g.choices, g.palette.values...) }
func (g *generator) pairType() *typ  { return tupleOf(g.keyType(), g.valueType()) }
