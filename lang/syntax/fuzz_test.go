package syntax

import (
	"os"
	"path/filepath"
	"testing"
)

// seed adds the sources of the test tables and the scripts of this module.
func seed(f *testing.F) {
	for _, c := range errorCases {
		f.Add(c.source)
	}
	for _, c := range parseCases {
		f.Add(c.source)
	}
	for _, c := range formatCases {
		f.Add(c.source)
	}
	for _, name := range pythonFiles(filepath.Join("..", "..", "testdata"), 50) {
		if text, err := os.ReadFile(name); err == nil {
			f.Add(string(text))
		}
	}
}

// FuzzLexer checks that tokens, in order and without overlap, have the text of their places.
func FuzzLexer(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, text string) {
		end, depth := 0, 0
		for _, tok := range scan(text).tokens {
			start := tok.Pos.Offset
			if start < end || text[start:start+len(tok.Value)] != tok.Value {
				t.Fatalf("token %q at %d after %d", tok.Value, start, end)
			}
			end = start + len(tok.Value)
			switch tok.Type {
			case tokIndent:
				depth++
			case tokDedent:
				depth--
			}
		}
		if depth != 0 {
			t.Fatalf("%d blocks are not closed", depth)
		}
	})
}

// FuzzParse checks that any text is parsed without a panic, with errors in its bounds, in
// order, and with nodes inside of each other.
func FuzzParse(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, text string) {
		file, errs := Parse(NewSource("fuzz", text))
		last := int32(0)
		for _, e := range errs {
			if e.Span.Start < last || e.Span.End < e.Span.Start || int(e.Span.End) > len(text) {
				t.Fatalf("error %q at %v after %d of %d", e.Msg, e.Span, last, len(text))
			}
			if e.Msg == "" || e.Code == "" {
				t.Fatalf("empty error at %v", e.Span)
			}
			last = e.Span.Start
		}
		checkPlaces(t, file, file.Pos())
	})
}

// checkPlaces fails where a node is not inside the one above it. Only those whose text is
// not together are left out.
func checkPlaces(t *testing.T, n Node, outer Span) {
	at := n.Pos()
	if at.Start < outer.Start || at.End > outer.End || at.End < at.Start {
		t.Fatalf("%T at %v is not inside %v", n, at, outer)
	}
	children(n, func(c Node) {
		if def, ok := n.(*FuncDef); ok && contains(def.Decorators, c) {
			return // in front of the def
		}
		if class, ok := n.(*ClassDef); ok && contains(class.Decorators, c) {
			return
		}
		checkPlaces(t, c, at)
	})
}

func contains(list []Expr, n Node) bool {
	for _, x := range list {
		if Node(x) == n {
			return true
		}
	}
	return false
}

// FuzzPrintParse checks that formatting keeps the meaning of what parses.
func FuzzPrintParse(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, text string) {
		file, errs := Parse(NewSource("fuzz", text))
		if len(errs) > 0 {
			return
		}
		if msg := checkPrinted(file); msg != "" {
			t.Fatal(msg)
		}
	})
}
