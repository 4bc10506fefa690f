package lang_test

import (
	"testing"

	"github.com/dstreamc/dstreamc/lang"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// Ints grow where a script says so above its first statement, where it writes an int down that needs it, and where that is asked
// for.
func TestBigInt(t *testing.T) {
	tests := []struct {
		text string
		want bool
		why  string // the int that needs it
	}{
		{"print(1)\n", false, ""},
		{"# dstreamc: bigint\nprint(1)\n", true, ""},
		{"#!/usr/bin/env python3\n# a script\n\n#  more\n# dstreamc: bigint\nprint(1)\n", true, ""},
		{"\"\"\"A script.\n\n# dstreamc: text\n\"\"\"\n\n# dstreamc: bigint\nimport sys\nprint(sys.argv)\n", true, ""},
		{"\"\"\"\n# dstreamc: bigint\n\"\"\"\nprint(1)\n", false, ""},
		{"x = 1\n# dstreamc: bigint\nprint(x)\n", false, ""},
		{"print(9223372036854775807, -9223372036854775808, 2**63 - 1, -(2**63), (1 << 64) >> 2, 1 << 62)\n", false, ""},
		{"x = 1\nprint(x & 0xFFFFFFFFFFFFFFFF)\n", true, "0xFFFFFFFFFFFFFFFF"},
		{"print((1 << 64) - 1)\n", true, "(1 << 64) - 1"},
		{"print(10**20 / 3)\n", true, "10**20"},
		{"print(2**63)\n", true, "2**63"},
		{"print(10**100000 % 7)\n", true, "10**100000 % 7"},
		{"print(2.0**100, 2**-100, '2**100', 1e30)\n", false, ""},
	}
	for _, tt := range tests {
		p, list := lang.Compile(syntax.NewSource("t.py", tt.text))
		if p == nil || len(list.Items) > 0 {
			t.Errorf("%q: rejected or warned of: %v", tt.text, list.Items)
			continue
		}
		why := tt.text[p.BigIntFor.Start:p.BigIntFor.End]
		if p.BigInt != tt.want || why != tt.why {
			t.Errorf("%q: %v for %q, want %v for %q", tt.text, p.BigInt, why, tt.want, tt.why)
		}
	}
	if p, _ := lang.CompileWith(syntax.NewSource("t.py", "print(1)\n"), lang.Options{BigInt: true}); p == nil || !p.BigInt {
		t.Error("asked for, ints do not grow")
	}
}

// A directive that means nothing is warned of.
func TestUnknownDirective(t *testing.T) {
	p, list := lang.Compile(syntax.NewSource("t.py", "# dstreamc: bigint fast\nprint(1)\n"))
	if p == nil || !p.BigInt || len(list.Items) != 1 {
		t.Fatalf("the program is %v, and it is said: %v", p, list.Items)
	}
	d := list.Items[0]
	if d.Kind != diag.Warning || d.Msg != "'fast' is no directive of dstreamc" || list.Source.Text[d.Span.Start:d.Span.End] != "fast" {
		t.Errorf("%s: %s at %v", d.Kind, d.Msg, d.Span)
	}
}
