// Package syntax reads scripts in Python syntax, prints them and walks over them.
//
// Parse goes from text to tree in three steps. The scanner (lexer.go and lex*.go) makes
// tokens with INDENT, DEDENT and NEWLINE. A participle grammar (grammar.go) reads one
// logical line at a time: simple statements and the headers of compound ones; expressions,
// parameters and patterns in them are parsed by precedence climbing (expr*.go, pattern.go).
// parse.go and compound.go put the lines together to blocks and make the public tree
// (ast.go), in which every node has its span in the Source; check*.go hold the rules that
// Python has beyond its grammar. Each step goes on behind an error, so that one run reports
// them all.
//
// The accepted language is that of Python 3.11, with the f-strings and the type parameters
// of 3.12. Characters by name (\N{…}) and encodings other than UTF-8 are refused.
//
// Format writes a script in canonical layout, ExprString an expression in one line, and
// Dump the structure of a tree for tests.
//
// The package knows nothing of names, types or streams. Of packages outside the standard
// library it imports participle only.
package syntax
