package regex

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shown writes steps down: what gives back has a <.
func shown(pattern string) string {
	steps, _, ok := Steps(pattern)
	if !ok {
		return "-"
	}
	var out []string
	for _, s := range steps {
		text := []string{fmt.Sprintf("%q", s.Text), fmt.Sprintf("%s{%d,%d}", s.Chars, s.Least, s.Most),
			fmt.Sprintf("(%d", s.Group), fmt.Sprintf("%d)", s.Group), "^", "$", `\Z`}[s.Kind]
		if s.Yields {
			text += "<"
		}
		out = append(out, text)
	}
	return strings.Join(out, " ")
}

func TestSteps(t *testing.T) {
	for pattern, want := range map[string]string{
		``:                        ``,
		`abc`:                     `"abc"`,
		`^(\S+) (\d{3})$`:         `^ (1 \S{1,-1} 1) " " (2 \d{3,3} 2) $`,
		`(\S+)\s*(\S*)"`:          `(1 \S{1,-1}< 1) \s{0,-1} (2 \S{0,-1}< 2) "\""`,
		`\[([\w:/]+\s[+\-]\d{4})`: `"[" (1 [\w:/]{1,-1} \s{1,1} [+\-]{1,1} \d{4,4} 1)`,
		`(?P<a>a+)(?:b?)c`:        `(1 a{1,-1} 1) b{0,1} "c"`,
		`.*x.*`:                   `.{0,-1}< "x" .{0,-1}`,
		`\s*$`:                    `\s{0,-1}< $`,
		`\d{1,3}\.\d{2,}`:         `\d{1,3} "." \d{2,-1}`,
		`\d{1,3}\d\Z`:             `\d{1,3}< \d{1,1} \Z`,
		`[^]a-c-]*]`:              `[^]a-c-]{0,-1} "]"`,
		`[]]}`:                    `"]}"`,
		`\t\.\-[\n]`:              `"\t.-\n"`,
		`a{2}b`:                   `a{2,2} "b"`,
		`x*y*`:                    `x{0,-1} y{0,-1}`,
		`(?P<1>a)`:                `-`,
		`(?P<a b>a)`:              `-`,
		`(?P<a>a)(?P<a>b)`:        `-`,
		`x*(^)`:                   `-`,
		`a|b`:                     `-`,
		`(a)+`:                    `-`,
		`(?:ab)?`:                 `-`,
		`a*?`:                     `-`,
		`a++`:                     `-`,
		`a**`:                     `-`,
		`^*`:                      `-`,
		`a{2,1}`:                  `-`,
		`a{x}`:                    `-`,
		`a{,3}`:                   `-`,
		`(?i)a`:                   `-`,
		`(?=a)`:                   `-`,
		`\bx`:                     `-`,
		`(a)\1`:                   `-`,
		`\x41`:                    `-`,
		`é`:                       `-`,
		`[é]`:                     `-`,
		`[c-a]`:                   `-`,
		`[\d-z]`:                  `-`,
		`[a`:                      `-`,
		`(a`:                      `-`,
		`a)`:                      `-`,
		`*a`:                      `-`,
		`\`:                       `-`,
	} {
		if diff := cmp.Diff(want, shown(pattern)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", pattern, diff)
		}
	}
}
