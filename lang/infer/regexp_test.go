package infer

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/dstreamc/dstreamc/lang/types"
)

// TestCertainGroups looks at what CPython found for random patterns: a group that takes part in every match has always something.
func TestCertainGroups(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("..", "..", "runtime", "py", "testdata", "re_random.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases [][]any
	if err := json.Unmarshal(raw, &cases); err != nil {
		t.Fatal(err)
	}
	certain := 0
	for _, c := range cases {
		pattern := c[0].(string)
		groups, ok := groupsOfType(typesOfPattern(pattern).groups)
		if !ok {
			continue
		}
		for _, found := range c[5:8] { // match, search and fullmatch
			match, ok := found.([]any)
			if !ok {
				continue
			}
			if got := len(groups); got != len(match)-3 { // the whole, lastindex and lastgroup
				t.Fatalf("%q: %d groups, and CPython finds %d", pattern, got, len(match)-3)
			}
			for i, g := range groups {
				if g.certain {
					certain++
					if match[i+1] == nil || match[i+1].([]any)[0].(float64) < 0 {
						t.Errorf("%q: group %d is taken for certain, and takes no part in a match of %q", pattern, i+1, c[2])
					}
				}
			}
		}
	}
	if certain < 100 {
		t.Errorf("only %d groups are certain", certain)
	}
}

func TestGroupsOfPatterns(t *testing.T) {
	for pattern, want := range map[string]string{
		`(a)(?P<b>c)`:  `groups  b `,
		`(a(?P<b>c)?)`: `groups  b? `,
		`(a)|(b)`:      `groups ? ? `,
		`((a)|b)(c)`:   `groups  ?  `,
		`(?:(a)|b)(c)`: `groups ?  `,
		`(a)*(b)+(c){0,2}(d){2}(e){,3}(f)*?(g)++`: `groups ?  ?  ? ?  `,
		`(?=(a))(?!(b))(?<=(c))(d)`:               `groups ? ? ?  `,
		`(a)?(?(1)(b)|(c))(?P<q>d)(?P=q)`:         `groups ? ? ? q `,
		`[(](a)\((b)[]()](c)[^])](d)`:             `groups     `,
		`(a)(?#(?)*(b)(?:c)?`:                     `groups ?  `,
		`(?x) (a) # (no
			? (b)`: `groups ?  `,
		`(a) ?(b)`:        `groups ?  `,
		`(?i:(a))(?>(b))`: `groups   `,
		`x`:               `groups `,
	} {
		got, ok := typesOfPattern(pattern).groups.(*types.Named)
		if !ok || got.Name != want {
			t.Errorf("%s: %q, want %q", pattern, got.Name, want)
		}
	}
	if got := typesOfPattern("(a)#(b)\n").groups; !types.IsAny(got) {
		t.Errorf("the groups of a pattern that depend on its flags are %v", got)
	}
}
