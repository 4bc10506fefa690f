// Package ir is the typed tree of a checked script: every expression has its type, every
// call is bound to a declaration or to one instance of a script's function, every implicit
// conversion is a node. lang/infer builds it, lang/plan rewrites its streams into stages,
// codegen prints it as Go. It knows syntax (spans), types and api declarations.
package ir

import (
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// Program is a checked script.
type Program struct {
	Source  *syntax.Source
	Doc     string  // the module's docstring
	Body    []Stmt  // the module's statements, imports removed
	Globals []*Var  // module variables that functions use, in order of definition
	Funcs   []*Func // instances of module-level defs and of methods, in order of definition
	Members *Func   // the one of kind Members, or nil
	// Isolated are the globals that functions on workers may change: each task works on copies of them.
	Isolated []*Var
	Stages   []*Stage
	Streams  []*Stream
	Classes  []*Class  // in order of definition
	Rewrites []Note    // what was made faster, in order of the script
	Dynamic  []Unknown // where types are known when running only, in order of the script
	// BigInt says that ints grow without limit; BigIntFor is an int in the script that needs it, if one was found.
	BigInt    bool
	BigIntFor syntax.Span
}

// Unknown is a class, or a value, whose type is known when running only, and why.
type Unknown struct {
	At   syntax.Span
	What string // a name, or the script's text
	Why  string
}

// Note is something to say about a place of the script.
type Note struct {
	At   syntax.Span
	Text string
}

// Var is a variable of the script. A name that is rebound to another type in straight-line
// code has one Var per type, with the same Name.
type Var struct {
	Name   string
	Type   types.Type
	Owner  *Func // the function instance it belongs to; nil for the module's
	Global bool  // a module variable used inside functions
	Param  bool
	Shared bool // captured by a nested function
	Fresh  bool // each assignment makes a variable of its own: functions made there keep its value
	Def    syntax.Span
}

// Func is one instance of a def or lambda: the function with one choice of argument types.
type Func struct {
	Name     string // "<lambda>" for a lambda
	Suffix   string // tells several instances of one def apart: "", "Str", "Int2"
	Params   []*Var
	Result   types.Type // None: no Go result
	Body     []Stmt     // a lambda's is one Return
	Parent   *Func      // the enclosing function's instance; nil at module level
	Captures []*Var     // variables of enclosing functions it uses
	Lambda   bool
	Of       string     // the class whose method it is, for one that is known when running only
	Wrapper  bool       // made by the compiler around a declared function that is used as a value
	Class    *Class     // the class whose method it is (Params[0] is the object), or nil
	Kind     FuncKind   // what the compiler made it for
	Yields   types.Type // element type of a generator, or nil; Result is then Iterator[Yields]
	Takes    bool       // a generator that takes values and exceptions where it yields, or returns a value (an Any)
	Stops    bool       // it speaks of next or StopIteration, and may raise the latter
	Doc      string
	At       syntax.Span
}

// FuncKind tells the functions of the script from those that the compiler makes for its classes.
type FuncKind uint8

// Kinds of functions.
const (
	Plain       FuncKind = iota
	Constructor          // makes an object: allocates it and calls __init__
	Virtual              // calls the method that the class of its object has
	Members              // says what values of unknown type reach by name
)

// Class is a class of the script. Classes related by inheritance are a family: their objects have one
// Go type, that of the family's Root, with the fields of all of them, so that an object
// needs no conversion between them.
type Class struct {
	Name      string // unique among the classes of the script
	Word      string // the name in the script
	Qualname  string // with the classes and functions around it
	Module    string // __module__
	Doc       string
	At        syntax.Span
	Root      *Class
	Bases     []*Class
	Exception string     // the built-in exception class it derives from, or ""; its objects are exceptions
	Raised    []ExcBase  // the bases of an exception class, in their order
	Fields    []*Attr    // of a Root: of the whole family, in order of their names
	Protocol  []*Special // of a Root: the special methods that its objects have at run time
	Dynamic   *Dynamic   // of a Root: what is reached by name
	Single    bool       // of a Root: the family has no other class
	Enum      string     // "enum" or "flag" of a class whose objects are its members
}

// ExcBase is a base of an exception class: one of the script, or a built-in one by its name.
type ExcBase struct {
	Class *Class
	Name  string
}

// Attr is an attribute that objects hold.
type Attr struct {
	Name  string
	Type  types.Type
	Maybe bool // it may be unset: reading it is checked
}

// Special is a special method such as __len__, as the runtime calls it for a value of unknown type:
// Fn takes the object and boxed arguments.
type Special struct {
	Name string
	Fn   *Func
}

// Dynamic are the attributes and methods of a family that the script reads, writes and calls on values
// of unknown type.
type Dynamic struct {
	Get, Set []*Special // Fn is a property's getter or setter, nil for an attribute
	Call     []*Special // one for each number of arguments that a method is called with
}

// Stage is a fused chain of narrow operators over one input, run as one Go function.
type Stage struct {
	Name    string // after the variable or output it feeds
	Ops     []Op
	In, Out types.Type
	Keep    bool   // every operator keeps the partitioner
	Combine bool   // ends in the map side of a combine: out is a Combiner[K, V]
	RDD     bool   // over RDDs instead of DStreams
	Cut     string // why the chain ends here, for explain
	At      syntax.Span
	// Func is what the stage does, a generator of what it gives, or of nothing where it merges. Its loops over the
	// stage's input hold the bodies of the Inlined functions.
	Func    *Func
	Inlined []*Func
	Pure    bool // what it does cannot be told from outside but by what it gives, and its reducer is associative
}

// Op is one operator of a stage.
type Op struct {
	Kind    string // map, flatMap, filter, mapValues, flatMapValues, reduceByKey
	Fn      Expr   // a *FuncVal, or an expression with a function value evaluated once outside
	In, Out types.Type
	At      syntax.Span // the method's name in the script
}

// Stream is a stream of the script, for explain.
type Stream struct {
	Name string
	Type types.Type
	At   syntax.Span
}
