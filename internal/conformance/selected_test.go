package conformance

import "testing"

func TestSelects(t *testing.T) {
	for _, c := range []struct {
		pattern, name string
		want          bool
	}{
		{"", "05_state", true},
		{"TestScripts", "05_state", true},
		{"TestScripts/^05", "05_state", true},
		{"TestScripts/^05", "105_join", false},
		{"TestScripts/^(05|06)_", "06_more", true},
		{"TestScripts/^(05|06)_", "07_more", false},
		{"TestScripts/05|TestErrors", "07_more", true}, // all subtests of TestErrors
		{"TestScripts/(", "07_more", true},
		{"TestScripts/05/x", "07_more", true},
	} {
		if got := selects(c.pattern, c.name); got != c.want {
			t.Errorf("selects(%q, %q) = %t, want %t", c.pattern, c.name, got, c.want)
		}
	}
}
