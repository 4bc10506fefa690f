package syntax

// Node is any part of a script that has a place in its source.
type Node interface{ Pos() Span }

// Expr is an expression; Stmt is a statement.
type (
	Expr interface {
		Node
		expr()
	}
	Stmt interface {
		Node
		stmt()
	}
)

// At is embedded in every node and carries its place.
type At struct{ Span Span }

// Pos returns the node's place in its source.
func (a At) Pos() Span { return a.Span }

// File is a parsed script.
type File struct {
	Source   *Source
	Body     []Stmt
	Comments []Comment // every comment, in source order, for the printer
}

// Pos returns the place of the whole script.
func (f *File) Pos() Span { return Span{0, f.Source.size} }

// Comment is a comment with its '#'.
type Comment struct {
	At
	Text string
}

// Expressions. Each comment shows the Python form.
type (
	Name struct { // x
		At
		Id string
	}
	IntLit struct { // 42, 0xff, 1_000: Text is as written
		At
		Text string
	}
	FloatLit struct { // 1.5, 1e3
		At
		Text string
	}
	ImagLit struct { // 2j
		At
		Text string
	}
	StrLit struct { // 'a' "b": adjacent literals joined, escapes resolved; Value is UTF-8, a lone surrogate becomes U+FFFD
		At
		Value string
	}
	BytesLit struct { // b'a'
		At
		Value string
	}
	FString struct { // f'{x!r:>{w}}': Parts are *StrLit or *FValue
		At
		Parts []Expr
	}
	FValue struct { // one {…} of an f-string
		At
		X     Expr
		Debug string   // text before '=' in {x=}, with the '=', or ""
		Conv  byte     // 'r', 's', 'a' or 0
		Spec  *FString // nil if none
	}
	BoolLit struct { // True, False
		At
		Value bool
	}
	NoneLit  struct{ At } // None
	Ellipsis struct{ At } // ...
	Unary    struct {     // -x +x ~x not x
		At
		Op string
		X  Expr
	}
	Binary struct { // x + y
		At
		Op   string
		X, Y Expr
	}
	BoolOp struct { // a and b and c (Op is "and" or "or")
		At
		Op string
		Xs []Expr
	}
	Compare struct { // x < y <= z: len(Ops) == len(Ys)
		At
		X   Expr
		Ops []string // < > == != <= >= in "not in" is "is not"
		Ys  []Expr
	}
	IfExp struct { // a if c else b
		At
		Cond, Then, Else Expr
	}
	Lambda struct { // lambda a, b=1: a + b
		At
		Params []*Param
		Body   Expr
	}
	Call struct { // f(a, *b, k=c, **d)
		At
		Fn   Expr
		Args []*Arg
	}
	Attr struct { // x.name
		At
		X      Expr
		Name   string
		NameAt Span
	}
	Index struct { // x[i]; I may be *Slice or a *Tuple holding slices
		At
		X, I Expr
	}
	Slice struct { // lo:hi:step, each may be nil
		At
		Lo, Hi, Step Expr
	}
	Tuple struct { // a, b or (a, b); the span covers the parentheses
		At
		Elts   []Expr
		Parens bool
	}
	List struct { // [a, *b]
		At
		Elts []Expr
	}
	Set struct { // {a, b}
		At
		Elts []Expr
	}
	Dict struct { // {k: v, **m}: Keys[i] is nil for **Values[i]
		At
		Keys, Values []Expr
	}
	Comp struct { // [e for …], {e for …}, {k: e for …}, (e for …)
		At
		Kind    CompKind
		Key     Expr // of a dict comprehension only
		Elt     Expr
		Clauses []*CompFor
	}
	CompFor struct { // for target in iter if cond if cond
		At
		Target Expr
		Iter   Expr
		Ifs    []Expr
		Async  bool
	}
	Star struct { // *x in a call, a display or a target
		At
		X Expr
	}
	NamedExpr struct { // (x := e)
		At
		Target *Name
		Value  Expr
	}
	Yield struct { // yield, yield x
		At
		Value Expr // may be nil
	}
	YieldFrom struct { // yield from x
		At
		Value Expr
	}
	Await struct { // await x
		At
		X Expr
	}
)

// CompKind says which comprehension a Comp is.
type CompKind uint8

// The four comprehensions.
const (
	ListComp CompKind = iota
	SetComp
	DictComp
	GenExp
)

// Arg is one argument of a call: Star is "", "*" or "**"; Name is set for name=value.
type Arg struct {
	At
	Star   string
	Name   string
	NameAt Span
	Value  Expr
}

// Param is one parameter of a def or lambda. Kind tells "*args", "**kwargs" and the bare
// "*" and "/" markers, which have no name.
type Param struct {
	At
	Kind    ParamKind
	Name    string
	Type    Expr // annotation or nil
	Default Expr // or nil
}

// ParamKind says how a parameter takes its arguments.
type ParamKind uint8

// Kinds of parameters.
const (
	PlainParam    ParamKind = iota
	StarParam               // *args
	StarStarParam           // **kwargs
	BareStar                // *, before keyword-only parameters
	BareSlash               // /, after positional-only parameters
)

// Statements.
type (
	ExprStmt struct { // f(x)
		At
		X Expr
	}
	Assign struct { // a = b = value
		At
		Targets []Expr
		Value   Expr
	}
	AugAssign struct { // a += value; Op is "+"
		At
		Target Expr
		Op     string
		Value  Expr
	}
	AnnAssign struct { // a: T = value
		At
		Target Expr
		Type   Expr
		Value  Expr // may be nil
	}
	Return struct { // return x
		At
		Value Expr // may be nil
	}
	Pass     struct{ At } // pass
	Break    struct{ At } // break
	Continue struct{ At } // continue
	Del      struct {     // del a, b[0]
		At
		Targets []Expr
	}
	Import struct { // import a.b as c, d
		At
		Names []*Alias
	}
	ImportFrom struct { // from .a.b import c as d; Level counts the leading dots
		At
		Module string
		Level  int
		Names  []*Alias // one with Name "*" for import *
	}
	Global struct { // global a, b
		At
		Names []*Name
	}
	Nonlocal struct { // nonlocal a, b
		At
		Names []*Name
	}
	Raise struct { // raise x from y
		At
		X, From Expr // may be nil
	}
	Assert struct { // assert test, msg
		At
		Test, Msg Expr // Msg may be nil
	}
	If struct { // if test: body else: orelse (an elif is an If alone in Else, with Elif set)
		At
		Test Expr
		Body []Stmt
		Else []Stmt
		Elif bool
	}
	While struct { // while test: body else: orelse
		At
		Test Expr
		Body []Stmt
		Else []Stmt
	}
	For struct { // for target in iter: body else: orelse
		At
		Target Expr
		Iter   Expr
		Body   []Stmt
		Else   []Stmt
		Async  bool
	}
	Try struct { // try: … except … else: … finally: …
		At
		Body     []Stmt
		Handlers []*Handler
		Star     bool // the handlers are except*
		Else     []Stmt
		Finally  []Stmt
	}
	Handler struct { // except Type as Name: body
		At
		Type Expr  // nil for a bare except
		Name *Name // may be nil
		Body []Stmt
	}
	With struct { // with a as b, c: body
		At
		Items []*WithItem
		Body  []Stmt
		Async bool
	}
	WithItem struct { // ctx as target
		At
		Ctx    Expr
		Target Expr // may be nil
	}
	FuncDef struct { // @decorator def name[T](params) -> Result: body
		At
		Decorators []Expr
		Name       *Name
		TypeParams []*Name
		Params     []*Param
		Result     Expr // may be nil
		Body       []Stmt
		Async      bool
	}
	ClassDef struct { // @decorator class Name[T](bases, k=v): body
		At
		Decorators []Expr
		Name       *Name
		TypeParams []*Name
		Args       []*Arg
		Body       []Stmt
	}
	Match struct { // match subject: case pattern if guard: body
		At
		Subject Expr
		Cases   []*Case
	}
	Case struct {
		At
		Pattern Pattern
		Guard   Expr // may be nil
		Body    []Stmt
	}
)

// Alias is one imported name: Name may be dotted in an import statement.
type Alias struct {
	At
	Name   string
	AsName string // "" if none
	AsAt   Span
}

// Pattern is what stands behind case.
type Pattern interface {
	Node
	pattern()
}

// Patterns.
type (
	MatchValue struct { // 1, "a", a.b, -1, None, True: compared with == (is for None, True, False)
		At
		X Expr
	}
	MatchCapture struct { // name, or _ with Name nil; pattern as name has both
		At
		Pattern Pattern // may be nil
		Name    *Name   // may be nil
	}
	MatchSequence struct { // [a, *rest]
		At
		Patterns []Pattern
	}
	MatchStar struct { // *rest inside a sequence; Name nil for *_
		At
		Name *Name
	}
	MatchMapping struct { // {"k": p, **rest}
		At
		Keys     []Expr
		Patterns []Pattern
		Rest     *Name
	}
	MatchClass struct { // C(p, k=p)
		At
		Class    Expr
		Patterns []Pattern
		Keywords []string
		KwPats   []Pattern
	}
	MatchOr struct { // p | q
		At
		Patterns []Pattern
	}
)

func (*Name) expr()      {}
func (*IntLit) expr()    {}
func (*FloatLit) expr()  {}
func (*ImagLit) expr()   {}
func (*StrLit) expr()    {}
func (*BytesLit) expr()  {}
func (*FString) expr()   {}
func (*FValue) expr()    {}
func (*BoolLit) expr()   {}
func (*NoneLit) expr()   {}
func (*Ellipsis) expr()  {}
func (*Unary) expr()     {}
func (*Binary) expr()    {}
func (*BoolOp) expr()    {}
func (*Compare) expr()   {}
func (*IfExp) expr()     {}
func (*Lambda) expr()    {}
func (*Call) expr()      {}
func (*Attr) expr()      {}
func (*Index) expr()     {}
func (*Slice) expr()     {}
func (*Tuple) expr()     {}
func (*List) expr()      {}
func (*Set) expr()       {}
func (*Dict) expr()      {}
func (*Comp) expr()      {}
func (*Star) expr()      {}
func (*NamedExpr) expr() {}
func (*Yield) expr()     {}
func (*YieldFrom) expr() {}
func (*Await) expr()     {}

func (*ExprStmt) stmt()   {}
func (*Assign) stmt()     {}
func (*AugAssign) stmt()  {}
func (*AnnAssign) stmt()  {}
func (*Return) stmt()     {}
func (*Pass) stmt()       {}
func (*Break) stmt()      {}
func (*Continue) stmt()   {}
func (*Del) stmt()        {}
func (*Import) stmt()     {}
func (*ImportFrom) stmt() {}
func (*Global) stmt()     {}
func (*Nonlocal) stmt()   {}
func (*Raise) stmt()      {}
func (*Assert) stmt()     {}
func (*If) stmt()         {}
func (*While) stmt()      {}
func (*For) stmt()        {}
func (*Try) stmt()        {}
func (*With) stmt()       {}
func (*FuncDef) stmt()    {}
func (*ClassDef) stmt()   {}
func (*Match) stmt()      {}

func (*MatchValue) pattern()    {}
func (*MatchCapture) pattern()  {}
func (*MatchSequence) pattern() {}
func (*MatchStar) pattern()     {}
func (*MatchMapping) pattern()  {}
func (*MatchClass) pattern()    {}
func (*MatchOr) pattern()       {}
