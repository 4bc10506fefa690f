package syntax

import (
	"sync"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// This file is the grammar of statements, one logical line at a time: simple statements,
// and the headers of compound ones. Parse puts the blocks together from INDENT and DEDENT,
// so that an error spoils one line and no more. Expressions, parameters and patterns come
// from exprParser.
//
// A branch is taken by its first token, for good: participle would report an error behind
// a token it can take back as one at that token. The few places that need to look further
// say so with (?= …) and (?! …).

// line is one logical line.
type line interface{ line() }

// simple is a statement without a block.
type simple interface{ simple() }

// place has the tokens of a production; participle fills it in.
type place struct{ Tokens []lexer.Token }

// Productions that exprParser parses. participle tells custom productions apart by their
// interface types, so each has its own.
type (
	exprList   interface{ Expr }                    // a, *b, or a yield
	condition  interface{ Expr }                    // an expression or name := x
	expression interface{ Expr }                    // an expression
	subject    interface{ Expr }                    // a, *b := c, behind match
	targetList interface{ Expr }                    // left of in
	casePat    interface{ Pattern }                 // behind case
	paramList  interface{ params() []*Param }       // inside a def's parentheses, at least one
	argList    interface{ args() []*Arg }           // inside a class's parentheses, with the ')'
	withList   interface{ withItems() []*WithItem } // a as b, c, also in parentheses
)

type (
	parsedParams []*Param
	parsedArgs   []*Arg
	parsedItems  []*WithItem
)

func (l parsedParams) params() []*Param      { return l }
func (l parsedArgs) args() []*Arg            { return l }
func (l parsedItems) withItems() []*WithItem { return l }

// suite is what follows a header: statements in the same line, or the block below.
type suite struct {
	Inline []simple `parser:"':':Op ( ( @@ ( (?! ';' Newline ) ';' @@ )* ';'? Newline ) | Newline )"`
}

type identifier struct {
	place
	Name string `parser:"@Name"`
}

type (
	simpleLine struct {
		Statements []simple `parser:"@@ ( (?! ';' Newline ) ';' @@ )* ';'? Newline"`
	}
	ifLine struct {
		Test  condition `parser:"'if':Keyword @@"`
		Suite suite     `parser:"@@"`
	}
	elifLine struct {
		Test  condition `parser:"'elif':Keyword @@"`
		Suite suite     `parser:"@@"`
	}
	elseLine struct {
		Suite suite `parser:"'else':Keyword @@"`
	}
	whileLine struct {
		Test  condition `parser:"'while':Keyword @@"`
		Suite suite     `parser:"@@"`
	}
	forLine struct {
		Async  bool       `parser:"(?= 'async'? 'for':Keyword ) @'async':Keyword?"`
		Target targetList `parser:"'for':Keyword @@"`
		Iter   exprList   `parser:"'in':Keyword @@"`
		Suite  suite      `parser:"@@"`
	}
	tryLine struct {
		Suite suite `parser:"'try':Keyword @@"`
	}
	exceptLine struct {
		Star  bool        `parser:"'except':Keyword @'*':Op?"`
		Type  expression  `parser:"( @@"`
		Name  *identifier `parser:"( 'as':Keyword @@ )? )?"`
		Suite suite       `parser:"@@"`
	}
	finallyLine struct {
		Suite suite `parser:"'finally':Keyword @@"`
	}
	withLine struct {
		Async bool     `parser:"(?= 'async'? 'with':Keyword ) @'async':Keyword?"`
		Items withList `parser:"'with':Keyword @@"`
		Suite suite    `parser:"@@"`
	}
	defLine struct {
		Async      bool          `parser:"(?= 'async'? 'def':Keyword ) @'async':Keyword?"`
		Name       identifier    `parser:"'def':Keyword @@"`
		TypeParams []*identifier `parser:"( '[':Op @@ ( (?! ',' ']' ) ',':Op @@ )* ','? ']':Op )?"`
		Params     paramList     `parser:"'(':Op @@? ')':Op"`
		Result     expression    `parser:"( '->':Op @@ )?"`
		Suite      suite         `parser:"@@"`
	}
	classLine struct {
		Name       identifier    `parser:"'class':Keyword @@"`
		TypeParams []*identifier `parser:"( '[':Op @@ ( (?! ',' ']' ) ',':Op @@ )* ','? ']':Op )?"`
		Args       argList       `parser:"( '(':Op @@ )?"`
		Suite      suite         `parser:"@@"`
	}
	decoratorLine struct {
		X condition `parser:"'@':Op @@ Newline"`
	}
	matchLine struct { // match is a keyword where markSoftKeywords made it one
		Subject subject `parser:"'match':Keyword @@ ':':Op Newline"`
	}
	caseLine struct {
		Pattern casePat   `parser:"'case':Keyword @@"`
		Guard   condition `parser:"( 'if':Keyword @@ )?"`
		Suite   suite     `parser:"@@"`
	}
)

type (
	exprStmt struct { // an expression or any kind of assignment
		place
		Left       exprList   `parser:"@@"`
		Type       expression `parser:"( ':':Op @@"`
		TypedValue exprList   `parser:"  ( '=':Op @@ )?"`
		Op         string     `parser:"| @( '+=' | '-=' | '*=' | '/=' | '//=' | '%=' | '@=' | '&=' | '|=' | '^=' | '>>=' | '<<=' | '**=' )"`
		OpValue    exprList   `parser:"  @@"`
		Values     []exprList `parser:"| ( '=':Op @@ )+ )?"`
	}
	passStmt struct {
		place
		Word string `parser:"@( 'pass':Keyword | 'break':Keyword | 'continue':Keyword )"`
	}
	returnStmt struct {
		place
		Value exprList `parser:"'return':Keyword @@?"`
	}
	delStmt struct {
		place
		Targets exprList `parser:"'del':Keyword @@"`
	}
	importStmt struct {
		place
		Names []*moduleAlias `parser:"'import':Keyword @@ ( ',':Op @@ )*"`
	}
	moduleAlias struct {
		place
		Name []string    `parser:"@Name ( @'.':Op @Name )*"`
		As   *identifier `parser:"( 'as':Keyword @@ )?"`
	}
	fromStmt struct {
		place
		Dots   []string     `parser:"'from':Keyword @( '.':Op | '...':Op )*"`
		Module []string     `parser:"( @Name ( @'.':Op @Name )* )?"`
		All    *star        `parser:"'import':Keyword ( @@"`
		Parens []*nameAlias `parser:"| '(':Op @@ ( (?! ',' ')' ) ',':Op @@ )* ','? ')':Op"`
		Names  []*nameAlias `parser:"| @@ ( ',':Op @@ )* )"`
	}
	star struct {
		place
		Star string `parser:"@'*':Op"`
	}
	nameAlias struct {
		place
		Name string      `parser:"@Name"`
		As   *identifier `parser:"( 'as':Keyword @@ )?"`
	}
	globalStmt struct {
		place
		Word  string        `parser:"@( 'global':Keyword | 'nonlocal':Keyword )"`
		Names []*identifier `parser:"@@ ( ',':Op @@ )*"`
	}
	raiseStmt struct {
		place
		X    expression `parser:"'raise':Keyword ( @@"`
		From expression `parser:"( 'from':Keyword @@ )? )?"`
	}
	assertStmt struct {
		place
		Test expression `parser:"'assert':Keyword @@"`
		Msg  expression `parser:"( ',':Op @@ )?"`
	}
)

func (*simpleLine) line()    {}
func (*ifLine) line()        {}
func (*elifLine) line()      {}
func (*elseLine) line()      {}
func (*whileLine) line()     {}
func (*forLine) line()       {}
func (*tryLine) line()       {}
func (*exceptLine) line()    {}
func (*finallyLine) line()   {}
func (*withLine) line()      {}
func (*defLine) line()       {}
func (*classLine) line()     {}
func (*decoratorLine) line() {}
func (*matchLine) line()     {}
func (*caseLine) line()      {}

func (*exprStmt) simple()   {}
func (*passStmt) simple()   {}
func (*returnStmt) simple() {}
func (*delStmt) simple()    {}
func (*importStmt) simple() {}
func (*fromStmt) simple()   {}
func (*globalStmt) simple() {}
func (*raiseStmt) simple()  {}
func (*assertStmt) simple() {}

// oneLine lets participle start with a union.
type oneLine struct {
	Line line `parser:"@@"`
}

// lineParser parses one logical line. It is built when the first script is parsed: most runs of dstreamc find a program in the
// cache and parse nothing.
var lineParser = sync.OnceValue(func() *participle.Parser[oneLine] {
	return participle.MustBuild[oneLine](
		participle.Lexer(scriptLexer{}),
		participle.UseLookahead(0),
		participle.Union[line](&simpleLine{}, &ifLine{}, &elifLine{}, &elseLine{}, &forLine{},
			&defLine{}, &withLine{}, &whileLine{}, &tryLine{}, &exceptLine{}, &finallyLine{},
			&classLine{}, &decoratorLine{}, &matchLine{}, &caseLine{}),
		participle.Union[simple](&exprStmt{}, &returnStmt{}, &importStmt{}, &fromStmt{}, &passStmt{},
			&raiseStmt{}, &assertStmt{}, &delStmt{}, &globalStmt{}),
		participle.ParseTypeWith(parseWith(startsList, func(p *exprParser) exprList {
			return p.yieldOrList()
		})),
		participle.ParseTypeWith(parseWith(startsExpr, func(p *exprParser) condition {
			return p.named()
		})),
		participle.ParseTypeWith(parseWith(startsExpr, func(p *exprParser) expression {
			return p.test()
		})),
		participle.ParseTypeWith(parseWith(startsList, func(p *exprParser) subject {
			return p.listOf((*exprParser).starOrNamed)
		})),
		participle.ParseTypeWith(parseWith(startsList, func(p *exprParser) targetList {
			return p.targets()
		})),
		participle.ParseTypeWith(parseWith(isNotCloser, func(p *exprParser) paramList {
			return parsedParams(p.params(")", true))
		})),
		participle.ParseTypeWith(parseWith(isAnything, func(p *exprParser) argList {
			return parsedArgs(p.args(false))
		})),
		participle.ParseTypeWith(parseWith(startsList, func(p *exprParser) withList {
			return parsedItems(p.withItems())
		})),
		participle.ParseTypeWith(parseWith(isAnything, func(p *exprParser) casePat {
			return p.patterns()
		})),
	)
})

func isAnything(*lexer.Token) bool    { return true }
func isNotCloser(t *lexer.Token) bool { return !isToken(t, ")") }
