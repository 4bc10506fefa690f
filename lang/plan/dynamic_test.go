package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dstreamc/dstreamc/lang"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// Values of unknown type are noted where they come up, and not where they are used.
func TestDynamic(t *testing.T) {
	for _, test := range []struct{ name, script, want string }{
		{"read", "import json\nd = json.loads('{}')\nprint(d['a']['b'])\n", "2: json.loads('{}'): what it gives is known when it has run"},
		{"branches", "import sys\nif sys.argv:\n    x = 1\nelse:\n    x = 'a'\nprint(x)\n", "3: x: is int in line 3 or str in line 5"},
		{"choice", "import sys\nprint(1 if sys.argv else [2])\n", "2: 1 if sys.argv else [2]: is int or list[int]"},
		{"results", "def f(n):\n    if n:\n        return n\n    return None if n else 'a'\n\n\ndef g(n):\n    if n:\n        return n\n    return 'b'\n\n\nprint(f(1), g(2))\n",
			"1: f(): gives int in line 3 or str | None in line 4\n7: g(): gives int in line 9 or str in line 10"},
		{"elements", "for x in [1, None, 'a']:\n    print(x)\nprint({'a': 1, 'b': ''}, [1, 2])\n", "1: [1, None, 'a']: holds int, None or str\n3: {'a': 1, 'b': ''}: has values that are int or str"},
		{"class", "class C:\n    def __getattr__(self, n):\n        return n\n\n\nprint(C().q)\n", "1: class C: in line 2 it defines __getattr__"},
		{"none", "def f(x):\n    return [x] * 2\n\n\nprint(f(1), f('a'))\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, list := lang.Compile(syntax.NewSource("test.py", test.script))
			if p == nil {
				t.Fatalf("rejected: %s", list.Items[0].Msg)
			}
			var got []string
			for _, u := range p.Dynamic {
				got = append(got, fmt.Sprintf("%d: %s: %s", p.Source.Line(u.At.Start), u.What, u.Why))
			}
			if diff := cmp.Diff(test.want, strings.Join(got, "\n")); diff != "" {
				t.Errorf("what is unknown (-want +got):\n%s", diff)
			}
		})
	}
}
