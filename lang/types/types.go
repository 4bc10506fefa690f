// Package types holds the static types of scripts: Python's built-in types, the classes
// declared in lang/api, functions, and Any for values whose type is known only at run time.
// It joins types where values meet and prints them as Python annotations. It imports
// nothing of the compiler.
package types

import "strings"

// Type is a static type. Compare types with Equal, not with ==: inference variables stand
// for the type they were bound to.
type Type interface {
	// String prints the type as a Python annotation.
	String() string
}

// Named is a type with a name and arguments: int, list[str], tuple[str, int], DStream[str].
// A tuple of known length is "tuple" with one argument per element; a tuple of any length
// is "tuple..." with one argument; a value that may be None is "Optional".
type Named struct {
	Name  string
	Args  []Type
	Class *Class // of an instance of a class of the script, else nil
}

// Callable is the declared type of a parameter that takes a function. Params is nil with
// Dots set for Callable[..., R].
type Callable struct {
	Params []Type
	Result Type
	Dots   bool
}

// Func is the type of one function of the script (a def or a lambda): calling it is
// resolved at compile time. Fn is the checker's own record of the function; Sig, set once
// the function was called, is its Go-visible signature.
type Func struct {
	Name string
	Fn   any
	Sig  *Callable
}

// Class is the type of a class object such as int or StreamingContext, used as a value.
type Class struct {
	Name string
	Decl any // the declaration in lang/api or the script's class
	// Line is the method resolution order of a class of the script, itself first, as types of their
	// instances: two objects have the first class in common that is in both lines.
	Line []*Named
}

// Derives reports whether objects of type n are also objects of type of, by the script's classes.
func Derives(n, of *Named) bool {
	if n.Class == nil {
		return false
	}
	for _, m := range n.Class.Line {
		if m == of || m.Class == nil && Equal(m, of) {
			return true
		}
	}
	return false
}

// Module is the type of an imported module.
type Module struct {
	Name string
	Decl any
}

// Builtin is the type of a declared function or bound method used as a value.
type Builtin struct {
	Name string
	Decl any
	Recv any // the receiver's expression, for a bound method
}

// Param is a type parameter of a declaration.
type Param struct{ Name string }

// Var is an unknown that inference has yet to bind, such as the element of an empty list.
type Var struct {
	Bound   Type
	Why     string // what it stands for, for messages
	Changed bool   // set when Bound changed, for who iterates to a fixed point
}

// The types without arguments.
var (
	Int     = &Named{Name: "int"}
	Float   = &Named{Name: "float"}
	Str     = &Named{Name: "str"}
	Bool    = &Named{Name: "bool"}
	Bytes   = &Named{Name: "bytes"}
	None    = &Named{Name: "None"}
	Any     = &Named{Name: "Any"}     // boxed: known at run time
	Never   = &Named{Name: "Never"}   // no value yet: joins to the other type
	Bad     = &Named{Name: "<error>"} // an error was reported; swallows what follows
	Truth   = &Named{Name: "truth"}   // in declarations: a callback's result is used for its truth
	Range   = &Named{Name: "range"}
	Complex = &Named{Name: "complex"}
	// BigInt is an int without limit, of scripts compiled so. Int, an int of 64 bits, is a part of it.
	BigInt = &Named{Name: "bigint"}
)

// Undeclared reports the name of a type that has a meaning without a declaration, so that no class of a script may have it.
func Undeclared(name string) bool {
	switch name {
	case "None", "Any", "Never", "Optional", "Iterable", "Callable", "bigint", "truth":
		return true
	}
	return false
}

// Of makes a named type.
func Of(name string, args ...Type) *Named { return &Named{Name: name, Args: args} }

// List, Set, Dict, Tuple, TupleOf, Iterable and Iterator make the types of their names.
func List(t Type) *Named        { return Of("list", t) }
func Set(t Type) *Named         { return Of("set", t) }
func Dict(k, v Type) *Named     { return Of("dict", k, v) }
func Tuple(elts ...Type) *Named { return Of("tuple", elts...) }
func TupleOf(t Type) *Named     { return Of("tuple...", t) }
func Iterable(t Type) *Named    { return Of("Iterable", t) }
func Iterator(t Type) *Named    { return Of("Iterator", t) }

// Optional makes T | None; it is T itself where T already has None among its values.
func Optional(t Type) Type {
	r := Resolve(t)
	if IsAny(r) || IsNone(r) || IsOptional(r) || r == Type(Bad) {
		return r
	}
	if r == Type(Never) {
		return None
	}
	return Of("Optional", r)
}

// Snapshot is a type with what is known now of its variables, which may grow.
func Snapshot(t Type) Type {
	n, ok := Resolve(t).(*Named)
	if !ok || len(n.Args) == 0 {
		return Resolve(t)
	}
	out := *n
	out.Args = make([]Type, len(n.Args))
	for i, a := range n.Args {
		out.Args[i] = Snapshot(a)
	}
	return &out
}

// Resolve follows bound variables.
func Resolve(t Type) Type {
	for {
		v, ok := t.(*Var)
		if !ok || v.Bound == nil {
			return t
		}
		t = v.Bound
	}
}

// Is reports whether t is the named type with that name, and returns it.
func Is(t Type, name string) (*Named, bool) {
	n, ok := Resolve(t).(*Named)
	return n, ok && n.Name == name
}

func has(t Type, name string) bool { _, ok := Is(t, name); return ok }

// IsAny, IsNone, IsOptional, IsBad, IsNever and IsTuple test for single types.
func IsAny(t Type) bool      { return has(t, "Any") }
func IsNone(t Type) bool     { return has(t, "None") }
func IsOptional(t Type) bool { return has(t, "Optional") }
func IsBad(t Type) bool      { return has(t, "<error>") }
func IsNever(t Type) bool    { return has(t, "Never") }
func IsTuple(t Type) bool    { return has(t, "tuple") }
func IsInt(t Type) bool      { return has(t, "int") }
func IsBigInt(t Type) bool   { return has(t, "bigint") }
func IsFloat(t Type) bool    { return has(t, "float") }
func IsStr(t Type) bool      { return has(t, "str") }
func IsBool(t Type) bool     { return has(t, "bool") }

// Unwrap returns T of T | None and any other type unchanged.
func Unwrap(t Type) Type {
	if n, ok := Is(t, "Optional"); ok {
		return Resolve(n.Args[0])
	}
	return Resolve(t)
}

// Equal reports whether two types are the same.
func Equal(a, b Type) bool {
	a, b = Resolve(a), Resolve(b)
	if a == b {
		return true
	}
	switch a := a.(type) {
	case *Named:
		b, ok := b.(*Named)
		return ok && a.Name == b.Name && a.Class == b.Class && equalAll(a.Args, b.Args)
	case *Callable:
		b, ok := b.(*Callable)
		return ok && a.Dots == b.Dots && equalAll(a.Params, b.Params) && Equal(a.Result, b.Result)
	case *Func:
		b, ok := b.(*Func)
		return ok && a.Fn == b.Fn
	case *Class:
		b, ok := b.(*Class)
		return ok && a.Decl == b.Decl
	case *Module:
		b, ok := b.(*Module)
		return ok && a.Name == b.Name
	case *Builtin:
		b, ok := b.(*Builtin)
		return ok && a.Decl == b.Decl && a.Recv == b.Recv
	case *Param:
		b, ok := b.(*Param)
		return ok && a.Name == b.Name
	}
	return false
}

func equalAll(a, b []Type) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !Equal(a[i], b[i]) {
			return false
		}
	}
	return true
}

// HasVar reports whether an unbound variable is part of the type.
func HasVar(t Type) bool {
	switch t := Resolve(t).(type) {
	case *Var:
		return true
	case *Named:
		for _, a := range t.Args {
			if HasVar(a) {
				return true
			}
		}
	case *Callable:
		for _, p := range t.Params {
			if HasVar(p) {
				return true
			}
		}
		return t.Result != nil && HasVar(t.Result)
	}
	return false
}

// Same reports whether values of two types are the same at run time: whether the types are equal but for what is known of the groups of
// regular expressions.
func Same(a, b Type) bool {
	return Equal(a, b) || sameClass(Unwrap(a), Unwrap(b)) && IsOptional(a) == IsOptional(b)
}

func sameClass(a, b Type) bool {
	x, ok1 := Resolve(a).(*Named)
	y, ok2 := Resolve(b).(*Named)
	return ok1 && ok2 && x.Name == y.Name && (x.Name == "Pattern" || x.Name == "Match")
}

// Key is a text for a type that no other type has. The one that String gives is for people: there a bigint is
// the int that it is in the script.
func Key(t Type) string { return text(t, true) }

// text prints a type, for a Key or for people.
func text(t Type, key bool) string {
	switch t := t.(type) {
	case *Named:
		return t.text(key)
	case *Callable:
		params := "..."
		if !t.Dots {
			params = "[" + joined(t.Params, key) + "]"
		}
		return "Callable[" + params + ", " + text(t.Result, key) + "]"
	case *Func:
		if t.Sig != nil {
			return text(t.Sig, key)
		}
	case *Var:
		if t.Bound != nil {
			return text(Resolve(t), key)
		}
	}
	return t.String()
}

func (n *Named) text(key bool) string {
	switch n.Name {
	case "bigint":
		if !key {
			return "int"
		}
	case "Optional":
		return text(n.Args[0], key) + " | None"
	case "tuple":
		if len(n.Args) == 0 {
			return "tuple[()]"
		}
	case "tuple...":
		return "tuple[" + text(n.Args[0], key) + ", ...]"
	case "Pattern", "Match": // whose arguments are no types of the script
		if !key {
			return n.Name
		}
	}
	if len(n.Args) == 0 {
		return n.Name
	}
	return n.Name + "[" + joined(n.Args, key) + "]"
}

func joined(ts []Type, key bool) string {
	parts := make([]string, len(ts))
	for i, t := range ts {
		parts[i] = text(t, key)
	}
	return strings.Join(parts, ", ")
}

// String prints the type as a Python annotation.
func (n *Named) String() string { return n.text(false) }

// String prints Callable[[A, B], R].
func (c *Callable) String() string { return text(c, false) }

// String prints the signature once it is known, as Callable does.
func (f *Func) String() string {
	if f.Sig != nil {
		return f.Sig.String()
	}
	return "function " + f.Name
}

// String prints type[C].
func (c *Class) String() string { return "type[" + c.Name + "]" }

// String prints the module's name.
func (m *Module) String() string { return "module " + m.Name }

// String prints the function's name.
func (b *Builtin) String() string { return "function " + b.Name }

// String prints the parameter's name.
func (p *Param) String() string { return p.Name }

// String prints what the variable is bound to, or ?.
func (v *Var) String() string {
	if v.Bound != nil {
		return Resolve(v).String()
	}
	return "?"
}
