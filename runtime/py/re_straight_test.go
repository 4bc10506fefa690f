package py

import (
	"strings"
	"testing"
)

// Repetitions and texts end where they should, wherever that is in a text of any length: they are looked at eight bytes at a time.
func TestStraightEnds(t *testing.T) {
	for _, c := range []struct{ set, in, out string }{{`[a-z]`, "m", "M"}, {`\S`, "~", " "}, {`[^b]`, "\x00", "b"}, {`[!-~]`, "!", "é"}, {`.`, "é", "\n"}} {
		run, part := ReCompile(c.set+"*", 0), ReCompile(c.set+"{0,5}", 0)
		for n := range 20 {
			for more := range 12 {
				text := strings.Repeat(c.in, n) + strings.Repeat(c.out+c.in, more)
				if got, want := run.Match(text).V.Group(), strings.Repeat(c.in, n); got != want {
					t.Errorf("%s* in %q is %q", c.set, text, got)
				}
				if got, want := part.Match(text).V.Group(), strings.Repeat(c.in, min(n, 5)); got != want {
					t.Errorf("%s{0,5} in %q is %q", c.set, text, got)
				}
			}
		}
	}
	for n := range 12 {
		text := "0123456789ab"[:n]
		p := ReCompile("-"+text, 0)
		for more := range 10 {
			if s := "-" + text + strings.Repeat("x", more); !p.Match(s).Ok || n > 0 && p.Match(s[:n]).Ok || n > 0 && p.Match(s[:n]+"?").Ok {
				t.Errorf("-%s in %s", text, s)
			}
		}
	}
}

// A group that is left out is None, also in an object that had another match.
func TestStraightGroups(t *testing.T) {
	var m Match
	for _, c := range []struct {
		pattern string
		missing bool
	}{{`(a)(b)`, false}, {`(a){0}(ab)`, true}, {`(c)?(ab)`, true}, {`(?:(c)|a)(b)`, true}, {`(a)b`, false}} {
		got := ReCompile(c.pattern, 0).MatchIn("ab", &m)
		if !got.Ok || !got.V.GroupOf(int64(1)).Ok != c.missing {
			t.Errorf("%s: a match %t", c.pattern, got.Ok)
		}
	}
}

// A pattern that is matched by a function, in an object that stays, allocates nothing.
func TestMatcherAllocates(t *testing.T) {
	p := ReCompile(`(a*)b`, 0).By(func(text string, i int, at []int) int {
		at[2], at[3] = i, i+len(text)-1
		return len(text)
	})
	var spans int64
	if n := testing.AllocsPerRun(100, func() {
		if m := p.MatchIn("aaab", new(Match)); m.Ok {
			spans += m.V.End(int64(1))
		}
	}); n > 0 || spans == 0 {
		t.Errorf("%v allocations, groups to %d", n, spans)
	}
}
