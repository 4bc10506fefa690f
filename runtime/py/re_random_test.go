package py

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRandomPatterns compares matches of random patterns with those that CPython found (testdata/re_random.py).
func TestRandomPatterns(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("testdata", "re_random.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases [][]any
	if err := json.Unmarshal(raw, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		source, flags, text := c[0].(string), int64(c[1].(float64)), c[2].(string)
		var got any
		if e := Try(func() { got = findings(ReCompile(source, flags), text) }); e != nil {
			t.Errorf("%q, %d: %v", source, flags, e)
			continue
		}
		if diff := cmp.Diff(any(c[3:]), got); diff != "" {
			t.Errorf("%q, %d on %q (-CPython +ours):\n%s", source, flags, text, diff)
		}
	}
}

// findings is what all ways to use a pattern give, as JSON has it.
func findings(p *Pattern, text string) any {
	var all []any
	for m := range p.Finditer(text).All() {
		all = append(all, spansOf(Some(m)))
	}
	if all == nil {
		all = []any{}
	}
	var parts []any
	for part := range PatternSplit[any](p, text, 0).All() {
		if part == None {
			part = nil
		}
		parts = append(parts, part)
	}
	return []any{spansOf(p.Match(text, 0)), spansOf(p.Search(text, 0)), spansOf(p.Fullmatch(text)), all, parts, p.Sub("_", text, 0)}
}

func spansOf(m Opt[*Match]) any {
	if !m.Ok {
		return nil
	}
	var out []any
	for g := range m.V.pattern.groups + 1 {
		span := m.V.Span(int64(g))
		out = append(out, []any{float64(span.V0), float64(span.V1)})
	}
	return out
}
