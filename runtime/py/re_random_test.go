package py

import (
	"encoding/json"
	"math"
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
		lo, hi := int64(c[3].(float64)), int64(c[4].(float64))
		if e := Try(func() { got = findings(ReCompile(source, flags), text, lo, hi) }); e != nil {
			t.Errorf("%q, %d: %v", source, flags, e)
			continue
		}
		if diff := cmp.Diff(any(c[5:]), got); diff != "" {
			t.Errorf("%q, %d on %q (-CPython +ours):\n%s", source, flags, text, diff)
		}
	}
}

// findings is what all ways to use a pattern give, as JSON has it.
func findings(p *Pattern, text string, lo, hi int64) any {
	all := []any{}
	for m := range p.Finditer(text).All() {
		all = append(all, spansOf(Some(m)))
	}
	subn := p.Subn(`<\g<0>>`, text, 2)
	return []any{spansOf(p.Match(text)), spansOf(p.Search(text)), spansOf(p.Fullmatch(text)), all, plainValues(PatternSplit[any](p, text, 0)), p.Sub("_", text, 0),
		spansOf(p.SearchWindow(text, lo, math.MaxInt64)), spansOf(p.MatchWindow(text, lo, hi)), spansOf(p.FullmatchWindow(text, lo, hi)),
		plainValues(PatternFindallWindow[any](p, text, lo, hi)), []any{subn.V0, float64(subn.V1)}}
}

// plainValues are the elements as JSON has them.
func plainValues(list *List[any]) []any {
	out := []any{}
	for _, v := range list.v {
		switch x := v.(type) {
		case NoneType:
			v = nil
		case tupleAny:
			v = tupleItems(x)
		}
		out = append(out, v)
	}
	return out
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
	var index, name any
	if i := m.V.Lastindex(); i.Ok {
		index = float64(i.V)
	}
	if s := m.V.Lastgroup(); s.Ok {
		name = s.V
	}
	return append(out, index, name)
}
