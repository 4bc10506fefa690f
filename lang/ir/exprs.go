package ir

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

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
		Recv           Expr      // the object of a method, an Any
		Wraps          Expr      // an Any whose name the function takes, or nil
		Annotations    []Keyword // those of the parameters and the result, where the script reads them
		Builtin, Class bool
		Module         string // of a Class that is not built in: its __module__
		Enum           string // "enum" or "flag" of a Class that is one
		Cases          []*Func
		Rest           *Func
		Named          []NamedCase // how a built-in function takes arguments by name
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
	// parts of all records, which are texts, as split makes them; with Values the values of all records, which are pairs.
	StageInput struct {
		X
		Split  *LineSplit
		Values bool
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

// NamedCase is a declaration of a built-in function that is called with one value for each parameter. Needs says of each
// what it must be: 'n' None, 'i' an int, 's' a str, 'f' a function, '.' anything.
type NamedCase struct {
	Params []BoxParam
	Needs  string
	Func   *Func
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

// Current is the present value of the target of an AugItem.
type Current struct{ X }
