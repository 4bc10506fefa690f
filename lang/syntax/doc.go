// Package syntax reads scripts in Python syntax: an indentation lexer, a participle grammar
// for statements, precedence climbing for expressions, an AST that carries byte spans, and
// a printer. It knows nothing of names, types or streams. It imports lang-external packages
// only (participle).
package syntax
