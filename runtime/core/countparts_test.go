package core

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// TestCountParts compares counts with those of the loops, for texts in which everything comes that ends a part, at any place of a window.
func TestCountParts(t *testing.T) {
	big := bigIndex
	defer func() { bigIndex = big }()
	r := rand.New(rand.NewPCG(1, 2))
	letters := []string{" ", " ", "\n", "\n", "a", "b", "!", "\x0b", "\t", "\x1c", "\x1b", "\x00", "\x08", "\x0e", "é", "\u00a0", "\u2003", "\u3000", "\U0001f600", "word", "longer-word", "a-word-that-is-long-enough"}
	plain := letters[:6]
	for round := range 400 {
		bigIndex = []int{2 * firstSlots, big}[round/200] // first almost all tables are read ahead
		var b strings.Builder
		for size := r.IntN(1200); b.Len() < size; {
			switch from := plain; {
			case round%4 == 0:
				from = letters
				fallthrough
			case round%4 == 1 && r.IntN(50) == 0:
				b.WriteString(from[r.IntN(len(from))])
			case r.IntN(20) == 0:
				b.WriteString(letters[19+r.IntN(3)])
			default:
				b.WriteString(plain[r.IntN(len(plain))])
			}
		}
		text := b.String()
		if round%7 == 0 {
			text = strings.ReplaceAll(text, "b", "\r")
		}
		lines := TextPart(NewBlock([]byte(text)))
		for name, parts := range map[string]Lines{"text": lines, "records": PartSeq(lines.All())} {
			for _, sep := range []string{" ", "a", ", "} {
				got, want := NewCombiner[string, int64](), NewCombiner[string, int64]()
				CountParts(parts, sep, got)
				for part := range SplitLines(lines, sep) {
					want.Merge(part, 1, py.AddInt)
				}
				if diff := cmp.Diff(countsOf(want), countsOf(got)); diff != "" {
					t.Fatalf("%q as %s, split(%q) (-want +got):\n%s", text, name, sep, diff)
				}
			}
			got, want := NewCombiner[string, int64](), NewCombiner[string, int64]()
			CountFields(parts, got)
			for line := range lines.All() {
				for part := range py.StrFieldsSeq(line) {
					want.Merge(part, 1, py.AddInt)
				}
			}
			if diff := cmp.Diff(countsOf(want), countsOf(got)); diff != "" {
				t.Fatalf("%q as %s, split() (-want +got):\n%s", text, name, diff)
			}
		}
	}
}

// countsOf are the keys and counts in their order.
func countsOf(c *Combiner[string, int64]) (out []string) {
	for k, n := range c.All() {
		out = append(out, fmt.Sprintf("%q %d", k, n))
	}
	return out
}
