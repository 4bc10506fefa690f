package codegen

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// cleanText makes text of the script safe and readable inside one // comment line: one line,
// no control characters, nothing that reorders text on a screen, valid UTF-8.
func cleanText(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, "\\x%02x", s[i])
		case r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\v':
			b.WriteByte(' ')
		case r == ' ' || unicode.IsPrint(r):
			b.WriteRune(r)
		case r < 0x10000:
			fmt.Fprintf(&b, "\\u%04x", r)
		default:
			fmt.Fprintf(&b, "\\U%08x", r)
		}
		i += n
	}
	return strings.TrimSpace(b.String())
}

// oneLine collapses white space, so that an expression over several lines fits a comment.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// shorten cuts text to at most n runes.
func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}

// commentLine is one // line. Text that Go would take for a build constraint is defused.
func commentLine(text string) jen.Code {
	text = cleanText(text)
	if text == "" {
		return jen.Comment("//")
	}
	if strings.HasPrefix(text, "+build") {
		text = `\` + text
	}
	return jen.Comment("// " + text)
}

// codeLine is one // line of a doc comment's preformatted block.
func codeLine(text string) jen.Code { return jen.Comment("//\t" + cleanText(text)) }

// doc puts comment lines above a declaration.
func doc(lines []jen.Code, decl jen.Code) *jen.Statement {
	s := jen.Null()
	for _, l := range lines {
		s.Add(l).Line()
	}
	return s.Add(decl)
}

// provenance is a comment behind a statement on streams that tells its line in the script. The first of a
// function names the script.
func (w *fn) provenance(stream bool) *jen.Statement {
	if !stream || w.at == 0 || w.g.opt.LineDirectives {
		return jen.Null()
	}
	text := fmt.Sprintf("// :%d", w.at)
	if !w.placed {
		w.placed = true
		text = fmt.Sprintf("// %s:%d", w.g.opt.ScriptName, w.at)
	}
	return jen.Comment(text)
}

// isStream reports the types whose statements make up the dataflow.
func isStream(t types.Type) bool {
	switch typeName(t) {
	case "DStream", "StreamingContext", "RDD":
		return true
	}
	return false
}

// onStream reports a call of a method of a stream or context.
func onStream(e ir.Expr) bool {
	switch e := e.(type) {
	case *ir.Call:
		return e.Recv != nil && isStream(e.Recv.Type())
	case *ir.StageCall:
		return true
	}
	return false
}

// paragraph wraps text into comment lines of a readable width.
func paragraph(text string) []jen.Code {
	const width = 96
	var out []jen.Code
	line := ""
	for _, word := range strings.Fields(cleanText(text)) {
		if line != "" && len(line)+1+len(word) > width {
			out = append(out, commentLine(line))
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	if line != "" {
		out = append(out, commentLine(line))
	}
	return out
}
