package py

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// Some fields of a text are those that cutting it whole gives, whatever is asked for, and however long the text and its fields are.
func TestFieldsAreThoseOfSplit(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pieces := []string{" ", " ", ",", ", ", "a", "bc", "é", "\x00", "0123456789", "\t", "\u2003", strings.Repeat("x", 70)}
	for range 4_000 {
		var b strings.Builder
		for range r.IntN(30) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		if r.IntN(1000) == 0 {
			b.WriteString(strings.Repeat(" y", 40_000))
		}
		checkFields(t, b.String(), askedFields(r))
	}
}

// askedFields are numbers in order.
func askedFields(r *rand.Rand) (asked []int) {
	for range r.IntN(5) {
		asked = append(asked, r.IntN(8))
	}
	if r.IntN(20) == 0 {
		asked = append(asked, 7+r.IntN(30))
	}
	slices.Sort(asked)
	return slices.Compact(asked)
}

func checkFields(t *testing.T, text string, asked []int) {
	t.Helper()
	for _, sep := range []string{" ", ",", ", ", "\x00", ""} {
		all, fields := StrFields(text).v, WordFields(text, asked...)
		if sep != "" {
			all, fields = strings.Split(text, sep), SplitFields(text, sep, asked...)
		}
		for _, i := range asked {
			got, want := "none", "none"
			if i < len(all) {
				want = all[i]
			}
			Try(func() { got = fields.At(i) })
			if got != want {
				t.Fatalf("%.80q cut at %q has field %d %q, want %q", text, sep, i, got, want)
			}
		}
		n := int64(len(all))
		if fields.Len() != n {
			t.Fatalf("%.80q cut at %q has %d fields, want %d", text, sep, fields.Len(), n)
		}
		for m := max(0, min(n-2, 3)); m < n+3; m += 1 + n/50 {
			if fields.AtLeast(m) != (n >= m) || fields.Has(m) != (n == m) {
				t.Fatalf("%.80q cut at %q has %d fields, but at least %d: %v, and exactly: %v", text, sep, n, m, fields.AtLeast(m), fields.Has(m))
			}
		}
	}
}

// The n-th of a byte is found wherever it lies.
func TestBehindByte(t *testing.T) {
	for length := range 200 {
		text := strings.Repeat("a", length)
		for at := range length {
			if got := behindByte(text[:at]+"b"+text[at+1:], 'b', 1); got != at+1 {
				t.Fatalf("behind %d of %d is %d", at, length, got)
			}
		}
		if got := behindByte(text, 'a', length+1); got != -1 {
			t.Fatalf("behind the end of %d is %d", length, got)
		}
	}
}
