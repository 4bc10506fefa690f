package ir

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

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
	Swallows    bool      // such an iterator may swallow what the body raises
}

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
		As   *Func      // what makes From of an object of a class of the script, or nil
		Rest types.Type // the list that the target with a star takes
		None string     // if the value may be None: the text of the TypeError that is raised then
	}
)

func (*VarTarget) target()   {}
func (*ItemTarget) target()  {}
func (*SliceTarget) target() {}
func (*AttrTarget) target()  {}
func (*TupleTarget) target() {}
