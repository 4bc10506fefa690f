// Package api holds the typed declarations of everything a script may call: Python's
// built-ins and modules and PySpark's classes, written as *.pyi files in the syntax that
// scripts use. The checker, explain, the hints and the table of supported functions come
// from these files alone; codegen binds each declaration to a Go function by its name.
// It knows syntax and types.
package api

import (
	"slices"
	"strings"

	"github.com/dstreamc/dstreamc/lang/types"
)

// Module is a declared module: its functions, classes and attributes by name.
type Module struct {
	Name    string
	Members map[string]any // *Overloads, *Class, *Attr or *Module
}

// Attr is an attribute of a module, such as math.pi.
type Attr struct {
	Name   string
	Module string
	Type   types.Type
}

// Class is a declared class.
type Class struct {
	Name    string
	Module  string // the module that declares it: "builtins", "pyspark.streaming"
	Params  []string
	Base    *types.Named // nil for none but object
	Members map[string]*Overloads
	New     *Overloads // __init__, or nil if it cannot be constructed by a script
	Doc     string
}

// Overloads are the declarations of one function, tried in order.
type Overloads struct {
	Name  string
	Funcs []*Func
	Exact []*Func // those for ints of any size, which come first in a script whose ints grow
}

// All are the declarations that a script may use, whose ints grow or not.
func (o *Overloads) All(growing bool) []*Func {
	if !growing || len(o.Exact) == 0 {
		return o.Funcs
	}
	return append(slices.Clip(o.Exact), o.Funcs...)
}

// Func is one declared function, method, property or class attribute.
type Func struct {
	Name       string
	Module     string
	Class      *Class     // nil for a function
	Self       types.Type // the declared type of self where it is constrained, else nil
	TypeParams []string   // its own, not the class's
	Params     []*Param   // without self
	Result     types.Type
	Bind       string // overrides the Go name; "" normally
	Property   bool   // read without a call
	Static     bool
	Narrow     bool // a stream operator that fuses: map, filter, flatMap, mapValues, flatMapValues
	Keep       bool // a narrow operator that keeps the partitioner
	Combine    bool // its map side fuses into the stage before it
	Output     bool // an output operation
	Worker     bool // its functions run on workers
	Method     bool // bound to a method although its self is constrained
	Exact      bool // of ints of any size: for scripts whose ints grow
	Grown      bool // such a one that takes no int in place of a bigint: another declaration does
	Expanded   bool // the checker writes its calls out as other Python: its declaration says that it is there
	// Rejected says why a script cannot use the function, and Instead what to write: "" for all others. Such a function
	// is declared so that the message says more than that there is none.
	Rejected, Instead string
	Doc               string
}

// Param is a declared parameter.
type Param struct {
	Name       string
	Type       types.Type
	Kind       ParamKind
	Default    any // int64, float64, string, []byte, bool, or nil for None; meaningful if HasDefault
	HasDefault bool
}

// ParamKind says how arguments reach a parameter.
type ParamKind uint8

// Kinds of parameters.
const (
	Plain          ParamKind = iota
	Rest                     // *args
	KeywordOnly              // after * or *args
	PositionalOnly           // before /
	RestKeywords             // **kwargs, a dict of str
)

// Constant reports whether the function is a constant of its class, such as StorageLevel.MEMORY_ONLY: a property of
// the class's own type with a name in capitals.
func (f *Func) Constant() bool {
	return f.Property && f.Class != nil && f.Name == strings.ToUpper(f.Name) && types.Equal(f.Result, types.Of(f.Class.Name))
}

// Private reports a method that only the compiler calls.
func (f *Func) Private() bool {
	return strings.HasPrefix(f.Name, "_") && !strings.HasPrefix(f.Name, "__")
}

// FullName is how messages name the function: "str.split", "math.sqrt", "len"; and a method that a function of a module stands for,
// which begins with an underscore, as that function.
func (f *Func) FullName() string {
	switch {
	case f.Class != nil && f.Private():
		return f.Name[1:]
	case f.Class != nil:
		return f.Class.Name + "." + f.Name
	case f.Module != "builtins":
		return f.Module + "." + f.Name
	}
	return f.Name
}
