// Package ir is the typed tree of a checked script: every expression has its type, every
// call is bound to a declaration or to one instance of a script's function, every implicit
// conversion is a node. lang/infer builds it, lang/plan rewrites its streams into stages,
// codegen prints it as Go. It knows syntax (spans), types and api declarations.
package ir

import (
	"github.com/dstreamc/dstreamc/lang/api"
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
	Fields    []*Attr    // of a Root: of the whole family, in order of their names
	Protocol  []*Special // of a Root: the special methods that its objects have at run time
	Dynamic   *Dynamic   // of a Root: what is reached by name
	Single    bool       // of a Root: the family has no other class
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

// Expr is a typed expression.
type Expr interface {
	Type() types.Type
	Pos() syntax.Span
}

// X is embedded in every expression.
type X struct {
	T  types.Type
	At syntax.Span
}

// Type returns the expression's type with inference variables resolved.
func (x *X) Type() types.Type { return types.Resolve(x.T) }

// Pos returns the expression's place in the script.
func (x *X) Pos() syntax.Span { return x.At }

// Expressions.
type (
	// Const is a literal: Value is int64, *big.Int (beyond int64), float64, string (of type str or bytes), bool, or nil for None.
	Const struct {
		X
		Value any
	}
	// Local reads a variable (local, captured or global).
	Local struct {
		X
		Var *Var
	}
	// FuncVal is a function of the script as a value: a lambda literal, a module function or a
	// nested def. Its Go type is func(params) result.
	FuncVal struct {
		X
		Func *Func
	}
	// ModAttr reads an attribute of a module such as math.pi or sys.argv.
	ModAttr struct {
		X
		Module string
		Name   string
	}
	// Binary is + - * / // % ** << >> & | ^ on operands of the types they have (int, float,
	// str, bytes, list, tuple, set, date types, or Any on either side); T is the result.
	// bool operands were converted to int.
	Binary struct {
		X
		Op      string
		L, R    Expr
		InPlace bool // of an augmented assignment: an L of type Any may change where it is
		Exact   bool // of ints: the result fits, and neither operand of // and % is negative or zero
		Rises   bool // of ints: the right operand of + or - is not negative
	}
	// Unary is - + ~.
	Unary struct {
		X
		Op    string
		V     Expr
		Exact bool // of an int: the result fits
	}
	// Not negates V, which is a bool.
	Not struct {
		X
		V Expr
	}
	// Truth is Python's bool(V) of any type.
	Truth struct {
		X
		V Expr
	}
	// Logic is "and"/"or" that returns an operand; both were converted to T. With T bool it is
	// Go's && and ||.
	Logic struct {
		X
		Op   string
		L, R Expr
	}
	// Compare is < > == != <= >= in "not in" is "is not"; T is bool.
	Compare struct {
		X
		Op   string
		L, R Expr
	}
	// Chain is a < b <= c: each operand is evaluated once, left to right, stopping at the first
	// false. A middle operand is an Assigned node on the right of its first link and a Local on
	// the left of its second.
	Chain struct {
		X
		Links []*Compare
	}
	// Cond is Then if Test else Else, both of type T; Test is a bool.
	Cond struct {
		X
		Test, Then, Else Expr
	}
	// Convert changes the representation from V's type to T: T to T|None or Any, T|None to T
	// (raises if None where Checked), Any to T (raises TypeError otherwise), bool to int, None to T|None,
	// list to Iterable, function with no result to one that returns None.
	Convert struct {
		X
		V       Expr
		Checked bool
		Attr    string // the attribute that is asked of the value, for the error if it is None
		None    string // the text of the TypeError that is raised for None
	}
	// Tuple, List, Set and Dict displays. Elements of List and Set may be *Spread. In Dict a
	// nil key means the value is a mapping to merge.
	Tuple struct {
		X
		Elts []Expr
	}
	List struct {
		X
		Elts []Expr
	}
	Set struct {
		X
		Elts []Expr
	}
	Dict struct {
		X
		Keys, Values []Expr
	}
	// Spread is *V inside a display or the rest arguments of a call: V is an iterable.
	Spread struct {
		X
		V Expr
	}
	// TupleGet is element N of a tuple of known length.
	TupleGet struct {
		X
		V Expr
		N int
	}
	// GetItem is V[I] on a list, str, bytes, dict, tuple of any length, range or Any.
	GetItem struct {
		X
		V, I Expr
	}
	// GetSlice is V[Lo:Hi:Step]; absent parts are nil, present ones int.
	GetSlice struct {
		X
		V, Lo, Hi, Step Expr
	}
	// Field reads a declared property or attribute of an object (rdd.context, dt.year) or, on
	// Any, an attribute by name (Decl and Attr nil), or on an object of a class of the script one of
	// its attributes.
	Field struct {
		X
		V    Expr
		Name string
		Decl *api.Func
		Attr *Attr
	}
	// Call calls a declared function or method. Args has one entry per declared parameter,
	// defaults filled in; Rest holds the arguments of a *args parameter (nil entry in Args).
	// Omitted counts trailing parameters of Args that the script did not give.
	Call struct {
		X
		Fn      *api.Func
		Recv    Expr // nil for a function
		Args    []Expr
		Rest    []Expr
		Omitted int
		// Stays says of a match that only the function it is made in uses it.
		Stays bool
		// Associative says of an operator that its function has no effects and may group its arguments as it likes.
		Associative bool
		Update      StateUpdate // of updateStateByKey
	}
	// CallFunc calls an instance of a function of the script.
	CallFunc struct {
		X
		Func *Func
		Args []Expr
	}
	// CallValue calls a function value, or Any.
	CallValue struct {
		X
		Fn   Expr
		Args []Expr
	}
	// CallDyn calls an Any, or with Method that method of it, with arguments that are known at run
	// time only: Args are of type Any or *Spread of an Any, the arguments with names are in Keywords. T is Any.
	CallDyn struct {
		X
		Fn       Expr
		Method   string
		Args     []Expr
		Keywords []Keyword
	}
	// BoundCheck is V, a variable, if Flag, a bool, says that it is set; else it raises NameError or, for a
	// variable of the function itself, UnboundLocalError. Without V it always raises.
	BoundCheck struct {
		X
		V, Flag Expr
		Name    string
		Kind    NameKind
	}
	// FuncBox is a function as a value of type Any: Func, an instance for boxed arguments, called through
	// Params. For a built-in function or class (Builtin or Class) there is an instance for each number of
	// arguments in Cases, and Rest takes any number as a tuple[Any, ...].
	FuncBox struct {
		X
		Name, Qualname string
		Doc            string
		Func           *Func
		Params         []BoxParam
		Recv           Expr // the object of a method, an Any
		Wraps          Expr // an Any whose name the function takes, or nil
		Builtin, Class bool
		Cases          []*Func
		Rest           *Func
	}
	// Let evaluates V after the assignments.
	Let struct {
		X
		Sets []*Assign
		V    Expr
	}
	// CallMethod calls a method by name on Any.
	CallMethod struct {
		X
		Recv Expr
		Name string
		Args []Expr
	}
	// Comp is a comprehension or generator expression; T is list, set, dict or Iterator.
	Comp struct {
		X
		Kind    syntax.CompKind
		Key     Expr // of a dict
		Elt     Expr
		Clauses []CompClause
	}
	// FString is a formatted string.
	FString struct {
		X
		Parts []FPart
	}
	// Assigned stores V in Var and is V: (x := v).
	Assigned struct {
		X
		Var *Var
		V   Expr
	}
	// IsInstance tests the class of an Any against the names of built-in classes.
	IsInstance struct {
		X
		V       Expr
		Classes []string
	}
	// TypeName is type(V).__name__.
	TypeName struct {
		X
		V Expr
	}
	// ExcNew makes an exception object of a built-in or user class.
	ExcNew struct {
		X
		Class string
		Args  []Expr // of type Any
	}
	// New makes an object of a class of the script, without attributes. Args are those of an exception.
	New struct {
		X
		Class *Class
		Args  []Expr
	}
	// ClassIs tests the class of V, an object of a class of the script or Any: whether it is one of Classes
	// exactly, or with Sub one of their subclasses too.
	ClassIs struct {
		X
		V       Expr
		Classes []*Class
		Sub     bool
	}
	// Inherited is a special method of V's class that all objects have: __repr__, __str__, __eq__ or __hash__.
	// Of any other name it raises the error of an object without it.
	Inherited struct {
		X
		V    Expr
		Name string
		Args []Expr
	}
	// NextIter is an iterator of what Fn gives, a method __next__ of V, until it raises StopIteration.
	NextIter struct {
		X
		V  Expr
		Fn *Func
	}
	// YieldValue yields V of the element type of the generator around it, of which Takes is set; it is what the generator is sent, an Any.
	YieldValue struct {
		X
		V Expr
	}
	// YieldAll yields all of V, an Iterator, likewise; it is what V returns.
	YieldAll struct {
		X
		V Expr
	}
	// Kept is V, read before what stands behind it is evaluated. codegen makes it.
	Kept struct {
		X
		V Expr
	}
	// MakeClass makes a class that is known when running only (T is Any) of what its statement has bound.
	MakeClass struct {
		X
		Name, Qualname, Doc string
		Module              string
		Bases               []Expr // of type Any
		Abstract            bool   // ABC is among the bases
		Generic             bool   // K[T] is K
		Keywords            []Keyword
		Members             []ClassMember
	}
	// StageCall is a fused chain of stream or RDD operators that ends in a sink: Fn is the
	// declared operator of the sink (reduceByKey, countByValue) or nil for a chain that ends
	// as a stream. plan makes it.
	StageCall struct {
		X
		Input Expr // the DStream or RDD the chain starts from
		Stage *Stage
		Call  *Call // the sink's own call, with its other arguments; nil without a sink
	}
	// StageInput is the records that a stage is given; it stands in the stage's own function. With Split it is the
	// parts of all records, which are texts, as split makes them.
	StageInput struct {
		X
		Split *LineSplit
	}
)

// ClassMember is a name that the body of a class has bound, if Flag, a bool, does not say otherwise.
type ClassMember struct {
	Name string
	V    Expr // an Any
	Flag Expr // or nil
}

// LineSplit is how records are cut: at each Sep, or at white space if that is "".
type LineSplit struct {
	Sep    string
	Counts bool // all that the stage does is to count the parts
}

// Keyword is an argument with a name of a call; without one it is **V.
type Keyword struct {
	Name string
	V    Expr
}

// BoxParam is a parameter of a boxed function. Default, an Any, is evaluated where the box is made.
type BoxParam struct {
	Name    string
	Kind    BoxKind
	Default Expr
}

// BoxKind says how a parameter of a boxed function takes its argument.
type BoxKind uint8

// The kinds of parameters, in the order of runtime/py.ParamKind.
const (
	BoxPlain BoxKind = iota
	BoxPositional
	BoxKeyword
	BoxRest
	BoxKeywords
)

// NameKind tells what a name means where it is read.
type NameKind uint8

// The kinds of names, in the order of runtime/py.NameKind.
const (
	GlobalName NameKind = iota
	LocalName
	FreeName
	KeyName // of globals()['name']
)

// CompClause is one "for target in iter if …" of a comprehension.
type CompClause struct {
	Target Target
	Iter   Expr
	Conds  []Expr // bools
}

// FPart is literal text, or a value with its conversion ('r', 's', 'a' or 0) and format spec
// (a str expression or nil).
type FPart struct {
	Text string
	V    Expr
	Conv byte
	Spec Expr
}

// Stmt is a statement.
type Stmt interface{ Pos() syntax.Span }

// S is embedded in every statement.
type S struct{ At syntax.Span }

// Pos returns the statement's place in the script.
func (s *S) Pos() syntax.Span { return s.At }

// Statements.
type (
	// Assign stores Value, already of the target's type.
	Assign struct {
		S
		Target Target
		Value  Expr
	}
	// AugItem is target op= value where the target is an item or attribute: its parts are
	// evaluated once. Value is a Binary whose L is the *Current node.
	AugItem struct {
		S
		Target Target
		Value  Expr
	}
	// ExprStmt evaluates an expression for its effect.
	ExprStmt struct {
		S
		V Expr
	}
	// If runs Body if Test, a bool, else Else.
	If struct {
		S
		Test       Expr
		Body, Else []Stmt
	}
	// While loops while Test, a bool; Else runs when it ended without break.
	While struct {
		S
		Test       Expr
		Body, Else []Stmt
	}
	// For iterates over Iter: a list, tuple of any length, str, bytes, dict (keys), set, range,
	// Iterable, Iterator, file or Any.
	For struct {
		S
		Target     Target
		Iter       Expr
		Body, Else []Stmt
	}
	// Return returns V, of the function's result type; nil in a function whose result is None.
	Return struct {
		S
		V Expr
	}
	// Emit yields V of a generator's element type.
	Emit struct {
		S
		V Expr
	}
	// EmitFrom yields everything of an iterable.
	EmitFrom struct {
		S
		V Expr
	}
	// Merge gives a record to the combiner that a stage ends in.
	Merge struct {
		S
		Key, Value Expr
	}
	Break    struct{ S }
	Continue struct{ S }
	// Raise raises V (an exception object, or an exception class name via ExcNew); nil re-raises.
	Raise struct {
		S
		V, From Expr
	}
	// Try runs Body; Handlers are tried in order.
	Try struct {
		S
		Body     []Stmt
		Handlers []*Handler
		Else     []Stmt
		Finally  []Stmt
	}
	// With enters each item (a file, lock or other declared context manager).
	With struct {
		S
		Items []WithItem
		Body  []Stmt
	}
	// Assert raises AssertionError(Msg) unless Test, a bool.
	Assert struct {
		S
		Test, Msg Expr
	}
	// Del deletes an item or slice.
	Del struct {
		S
		Target Target
	}
	// DefClass is the place of a class statement, behind the statements of its body.
	DefClass struct {
		S
		Class *Class
		Str   *Func // an exception's __str__, or nil
	}
	// DefFunc is the place of a nested def; Funcs are its instances (none if it is never called).
	DefFunc struct {
		S
		Name  string
		Funcs []*Func
	}
)

// Handler catches exceptions of the named classes (all if empty) and binds them to Var.
type Handler struct {
	Classes []string
	Class   Expr // instead of Classes: a class or a tuple of classes known when running, an Any
	Var     *Var // of type Exception; may be nil
	Body    []Stmt
	At      syntax.Span
}

// WithItem is one context manager and the variable its value is bound to: what Enter gives, or
// the context manager itself if Enter is nil. Exit ends it.
type WithItem struct {
	Ctx         Expr
	Target      Target    // may be nil
	Enter, Exit *api.Func // both nil for an iterator that contextlib.contextmanager makes a context manager
}

// Current is the present value of the target of an AugItem.
type Current struct{ X }

// Target is what can be assigned to.
type Target interface{ target() }

// Targets.
type (
	// VarTarget is a variable. In unpacking, loops and comprehensions the value arrives with type
	// From (nil: the variable's own) and is converted to the variable's type.
	VarTarget struct {
		Var  *Var
		From types.Type
	}
	// ItemTarget is V[I]; SliceTarget is V[Lo:Hi:Step]; AttrTarget is V.Name.
	ItemTarget  struct{ V, I Expr }
	SliceTarget struct{ V, Lo, Hi, Step Expr }
	AttrTarget  struct {
		V    Expr
		Name string
		Attr *Attr      // of an object of a class of the script
		From types.Type // in unpacking, loops and comprehensions, as in VarTarget
	}
	// TupleTarget unpacks From: a tuple of known length (element i goes to Elts[i]) or any
	// iterable, whose length is checked at run time. Elts[Star] takes the rest as a list; Star is -1
	// without one.
	TupleTarget struct {
		Elts []Target
		Star int
		From types.Type
		As   *Func  // what makes From of an object of a class of the script, or nil
		None string // if the value may be None: the text of the TypeError that is raised then
	}
)

func (*VarTarget) target()   {}
func (*ItemTarget) target()  {}
func (*SliceTarget) target() {}
func (*AttrTarget) target()  {}
func (*TupleTarget) target() {}

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
