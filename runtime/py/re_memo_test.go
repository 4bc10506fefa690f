package py

import (
	"strconv"
	"strings"
	"testing"
)

// TestPatternsTakeLinearTime runs patterns whose ways to match grow exponentially with the text, or whose groups nest as deep as
// the text is long.
func TestPatternsTakeLinearTime(t *testing.T) {
	for _, c := range []struct {
		pattern, text string
		end           int // of the match at the beginning, or -1
	}{
		{`(a+)+$`, strings.Repeat("a", 4000) + "b", -1},
		{`(a|aa)+$`, strings.Repeat("a", 4000) + "b", -1},
		{`(?:a?){30}a{30}`, strings.Repeat("a", 30), 30},
		{`(?:a?){200}a{200}b`, strings.Repeat("a", 300), -1},
		{`(x+x+)+y`, strings.Repeat("x", 1000), -1},
		{`(.*?,){12}P`, strings.Repeat("1,", 60), -1},
		{`(?:(?:\w+\s?)+,?)*!`, strings.Repeat("word ", 200), -1},
		{`(?=(a+)+$)a`, strings.Repeat("a", 200) + "b", -1},
		{`(?:a|b)*`, strings.Repeat("ab", 1000000), 2000000},
		{`(?:ab?c?)*`, strings.Repeat("abc", 300000), 900000},
		{`((a)|(b))*`, strings.Repeat("ab", 300000), 600000},
		{`(?:a*)*b`, strings.Repeat("a", 300), -1},
		{`(a*?)*?b`, strings.Repeat("a", 300) + "b", 301},
	} {
		m := ReCompile(c.pattern, 0).Match(c.text)
		end := -1
		if m.Ok {
			end = m.V.spans()[1]
		}
		if end != c.end {
			t.Errorf("%s on %.20s… ends at %d, want %d", c.pattern, c.text, end, c.end)
		}
	}
}

// TestPatternsGiveUp runs one that asks what a group matched, so that no way to match can be left out.
func TestPatternsGiveUp(t *testing.T) {
	e := Try(func() { ReCompile(`(?:(a+)\1?)+b`, 0).Match(strings.Repeat("a", 60)) })
	if e == nil || e.Class != TimeoutError || !strings.HasPrefix(e.PyStr(), "the regular expression") {
		t.Errorf("%v", e)
	}
}

// Patterns are compiled once, and a script that makes ever new ones does not fill the memory with them.
func TestPatternsAreKept(t *testing.T) {
	if ReCompile("a+b", 0) != ReCompile("a+b", 0) {
		t.Error("a pattern is compiled twice")
	}
	for i := range 3 * mostCompiled {
		ReCompile("x"+strconv.Itoa(i), 0)
	}
	if n := len(compiled.patterns); n > mostCompiled {
		t.Errorf("%d patterns are kept", n)
	}
}
