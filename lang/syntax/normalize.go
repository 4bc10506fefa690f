package syntax

import (
	_ "embed" // for nfkc.txt
	"fmt"
	"sort"
	"strings"
	"sync"
)

// normalName returns the canonical form of an identifier, its NFKC as in Python: two
// spellings of one name compare equal.
func normalName(s string) string {
	if isASCII(s) {
		return s
	}
	return nfkc().normalize(s)
}

// nfkcData has the normalization of characters that may stand in identifiers, written by
// testdata/nfkc.py.
//
//go:embed nfkc.txt
var nfkcData string

// nfkcTables are nfkcData in memory.
type nfkcTables struct {
	decomposed map[rune][]rune
	composed   map[[2]rune]rune
	class      map[rune]int // combining classes other than 0
}

// nfkc returns the tables, which are made for the first name that is not ASCII.
var nfkc = sync.OnceValue(func() *nfkcTables {
	t := &nfkcTables{map[rune][]rune{}, map[[2]rune]rune{}, map[rune]int{}}
	for _, line := range strings.Split(nfkcData, "\n") {
		if line == "" {
			continue
		}
		words := strings.Fields(line[1:])
		n := make([]rune, len(words))
		for i, word := range words {
			fmt.Sscanf(word, "%x", &n[i])
		}
		switch line[0] {
		case 'd':
			for i := range n[1] {
				to := append([]rune(nil), n[2:]...)
				to[0] += i
				t.decomposed[n[0]+i] = to
			}
		case 'p':
			t.composed[[2]rune{n[0], n[1]}] = n[2]
		case 'c':
			for i := range n[1] {
				t.class[n[0]+i] = int(n[2])
			}
		}
	}
	return t
})

// Hangul syllables are composed by arithmetic (The Unicode Standard, 3.12).
const (
	hangulBase  = 0xac00
	hangulL     = 0x1100
	hangulV     = 0x1161
	hangulT     = 0x11a7
	hangulLs    = 19
	hangulVs    = 21
	hangulTs    = 28
	hangulCount = hangulLs * hangulVs * hangulTs
)

// normalize decomposes, puts marks into their canonical order and composes again.
func (t *nfkcTables) normalize(s string) string {
	var rs []rune
	for _, r := range s {
		if d, ok := t.decomposed[r]; ok {
			rs = append(rs, d...)
		} else if i := r - hangulBase; i >= 0 && i < hangulCount {
			rs = append(rs, hangulL+i/(hangulVs*hangulTs), hangulV+i%(hangulVs*hangulTs)/hangulTs)
			if i%hangulTs != 0 {
				rs = append(rs, hangulT+i%hangulTs)
			}
		} else {
			rs = append(rs, r)
		}
	}
	for i := 0; i < len(rs); {
		j := i
		for j < len(rs) && t.class[rs[j]] != 0 {
			j++
		}
		marks := rs[i:j]
		sort.SliceStable(marks, func(a, b int) bool { return t.class[marks[a]] < t.class[marks[b]] })
		i = max(j, i+1)
	}
	return string(t.compose(rs))
}

// compose joins each starter with the marks behind it that nothing blocks.
func (t *nfkcTables) compose(rs []rune) []rune {
	var out []rune
	starter, last := -1, 0 // index in out, class of the last character kept
	for _, r := range rs {
		class := t.class[r]
		if starter >= 0 && (last == 0 && starter == len(out)-1 || last != 0 && last < class) {
			if c, ok := t.pair(out[starter], r); ok {
				out[starter] = c
				continue
			}
		}
		if last = class; class == 0 {
			starter = len(out)
		}
		out = append(out, r)
	}
	return out
}

// pair composes two characters.
func (t *nfkcTables) pair(a, b rune) (rune, bool) {
	if l, v := a-hangulL, b-hangulV; l >= 0 && l < hangulLs && v >= 0 && v < hangulVs {
		return hangulBase + (l*hangulVs+v)*hangulTs, true
	}
	if s, k := a-hangulBase, b-hangulT; s >= 0 && s < hangulCount && s%hangulTs == 0 && k > 0 && k < hangulTs {
		return a + k, true
	}
	c, ok := t.composed[[2]rune{a, b}]
	return c, ok
}
