package py

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSyntaxOfPatterns compares what is said of random texts as patterns and templates with what CPython said
// (testdata/re_syntax.py).
func TestSyntaxOfPatterns(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("testdata", "re_syntax.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases struct{ Patterns, Templates [][]any }
	if err := json.Unmarshal(raw, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases.Patterns {
		source, flags := c[0].(string), int64(c[1].(float64))
		var got any
		if e := Try(func() { got = patternFacts(ReCompile(source, flags), source) }); e != nil {
			got = failureOf(e)
		}
		if diff := cmp.Diff(c[2], got); diff != "" {
			t.Errorf("pattern %q, %d (-CPython +ours):\n%s", source, flags, diff)
		}
	}
	pattern := ReCompile("(?P<n>a)(b)?", 0)
	for _, c := range cases.Templates {
		var got any
		if e := Try(func() { got = pattern.Sub(c[0].(string), "xabya", 0) }); e != nil {
			got = failureOf(e)
		}
		if diff := cmp.Diff(c[1], got); diff != "" {
			t.Errorf("template %q (-CPython +ours):\n%s", c[0], diff)
		}
	}
}

func patternFacts(p *Pattern, source string) any {
	names := map[string]any{}
	for name, n := range p.Groupindex().Pairs() {
		names[name] = float64(n)
	}
	places := func(m Opt[*Match]) any {
		if spans, ok := spansOf(m).([]any); ok {
			return spans[:len(spans)-2]
		}
		return nil
	}
	return []any{float64(p.Flags()), float64(p.Groups()), names, places(p.Search("a1b\naab7é N")), places(p.Match(source))}
}

// failureOf is an exception as JSON has it.
func failureOf(e *Exception) any {
	if !e.IsA(ReError) {
		return []any{e.Class.Name + ": " + e.PyStr()}
	}
	out := []any{e.PyStr()}
	for _, name := range []string{"msg", "pos", "lineno", "colno"} {
		v, _ := e.PyGetAttr(name)
		switch n := v.(type) {
		case int64:
			v = float64(n)
		case NoneType:
			v = nil
		}
		out = append(out, v)
	}
	return out
}
