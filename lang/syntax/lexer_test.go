package syntax

import (
	"strings"
	"testing"

	"github.com/alecthomas/participle/v2/lexer"
)

// tokenText writes the tokens of a script: names and keywords as they are, others with a
// letter for their type.
func tokenText(text string) string {
	s := scan(text)
	var out []string
	for _, t := range s.tokens {
		switch t.Type {
		case tokName, tokOp:
			out = append(out, t.Value)
		case tokKeyword:
			out = append(out, strings.ToUpper(t.Value))
		case tokNumber:
			out = append(out, "N:"+t.Value)
		case tokString:
			out = append(out, "S:"+t.Value)
		case tokError:
			out = append(out, "E:"+t.Value)
		case tokNewline:
			out = append(out, "⏎")
		case tokIndent:
			out = append(out, "→")
		case tokDedent:
			out = append(out, "←")
		}
	}
	for _, c := range s.comments {
		out = append(out, c.Text)
	}
	return strings.Join(out, " ")
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"", ""},
		{"x", "x ⏎"},
		{"\ufeffx = 1\n", "x = N:1 ⏎"},
		{"x\n\n  # c\n\ny", "x ⏎ y ⏎ # c"},
		{"if x:\n  y\n  if z:\n\tw\nv", "IF x : ⏎ → y ⏎ IF z : ⏎ → w ⏎ ← ← v ⏎"},
		{"if x:\n  y # a\n # b\n  z", "IF x : ⏎ → y ⏎ z ⏎ ← # a # b"},
		{"(a,\n  b)\nc", "( a , b ) ⏎ c ⏎"},
		{"x = 1 + \\\n  2\n", "x = N:1 + N:2 ⏎"},
		{"a\r\nb\rc", "a ⏎ b ⏎ c ⏎"},
		{"a\f\n\fb", "a ⏎ b ⏎"},
		{"  \\\n  x", "→ x ⏎ ←"},
		{"0 00 1_0 0xFf 0o17 0b1_0 1. .5 1e5 1E-5 1_0.0_1 1j 1.e3J 0_0 00.5 09.5 09e1 09j",
			"N:0 N:00 N:1_0 N:0xFf N:0o17 N:0b1_0 N:1. N:.5 N:1e5 N:1E-5 N:1_0.0_1 N:1j N:1.e3J N:0_0 N:00.5 N:09.5 N:09e1 N:09j ⏎"},
		{"1if x else 1or y", "N:1 IF x ELSE N:1 OR y ⏎"},
		{"1..real", "N:1. . real ⏎"},
		{"a.b...c", "a . b ... c ⏎"},
		{"a**=b//=c>>=d<<=e->f:=g!=h@=i", "a **= b //= c >>= d <<= e -> f := g != h @= i ⏎"},
		{`'a' "b" r'\'' Rb"\"" u'x' bR'y' '' ""`, `S:'a' S:"b" S:r'\'' S:Rb"\"" S:u'x' S:bR'y' S:'' S:"" ⏎`},
		{"'''a\n'b''' x", "S:'''a\n'b''' x ⏎"},
		{"'a\\\nb'", "S:'a\\\nb' ⏎"},
		{`f'{a}' f"{b["c"]}" f'{{}}' F'''{d
}'''`, "S:f'{a}' S:f\"{b[\"c\"]}\" S:f'{{}}' S:F'''{d\n}''' ⏎"},
		{`f'{x:{'y'}}' z`, `S:f'{x:{'y'}}' z ⏎`},
		{`f'{f"{f'{1}'}"}'`, `S:f'{f"{f'{1}'}"}' ⏎`},
		{`f'{a!r:\}' rf'\{b}' f'\N{DIGIT ONE}'`, `S:f'{a!r:\}' S:rf'\{b}' S:f'\N{DIGIT ONE}' ⏎`},
		{`f'{x != y}' f'{a["b:c"]:d}'`, `S:f'{x != y}' S:f'{a["b:c"]:d}' ⏎`},
		{"bf'x'", "bf S:'x' ⏎"},
		{"match case type _ print", "match case type _ print ⏎"},
		{"αβ x̄ 变量 ℘", "αβ x̄ 变量 ℘ ⏎"},
		{"x = (1,\ndef f(): pass", "x = ( N:1 , ⏎ DEF f ( ) : PASS ⏎"},
		{"x = [a\nfor b in c]\ny", "x = [ a FOR b IN c ] ⏎ y ⏎"},
		{"if x:\n    a(\n    for y in z:\n        b", "IF x : ⏎ → a ( ⏎ FOR y IN z : ⏎ → b ⏎ ← ←"},
		{"if x:\n    a\n  b\nc", "IF x : ⏎ → a ⏎ b ⏎ ← c ⏎"},
		{"a $ b", "a E:$ b ⏎"},
		{"'a\nb", "E:'a ⏎ b ⏎"},
		{"a `b c` d", "a E:`b c` d ⏎"},
	} {
		if got := tokenText(c.source); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.source, got, c.want)
		}
	}
}

// TestDefinition checks the lexer.Definition as participle uses it.
func TestDefinition(t *testing.T) {
	l, err := scriptLexer{}.Lex("x", strings.NewReader("a = 1\n"))
	if err != nil {
		t.Fatal(err)
	}
	tokens, err := lexer.ConsumeAll(l)
	if err != nil || len(tokens) != 5 || !tokens[4].EOF() {
		t.Errorf("got %v, %v", tokens, err)
	}
	if _, err := (scriptLexer{}).Lex("x", strings.NewReader("'a")); err == nil {
		t.Error("no error")
	}
}

func TestNormalName(t *testing.T) {
	// From CPython: unicodedata.normalize("NFKC", name).
	for name, want := range map[string]string{
		"plain": "plain", "ﬁn": "fin", "ｗｉｄｔｈ": "width", "e\u0301": "é", "µ": "μ", "𝔘𝔫𝔦": "Uni",
		"ℌ": "H", "한": "한", "\u1112\u1161\u11ab": "한", "a\u0323\u0307": "ạ\u0307", "a\u0307\u0323": "ạ\u0307",
		"Å": "Å", "ĳ": "ij",
	} {
		if got := normalName(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}
