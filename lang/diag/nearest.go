package diag

import (
	"strings"
)

// Nearest returns the candidate that was probably meant by name, or "" if none is near:
// reduceByKey for reduceBykey, reduce_by_key or reducByKey, print for pritn. Letters' case
// and underscores count only between candidates equally near otherwise.
func Nearest(name string, candidates []string) string {
	best, bestDistance, bestExact := "", 0, 0
	folded := fold(name)
	limit := len(folded) / 3
	for _, c := range candidates {
		if c == name || c == "" {
			continue
		}
		d := distance(folded, fold(c), limit)
		if d > limit {
			continue
		}
		exact := distance([]rune(name), []rune(c), len(name)+len(c))
		if best == "" || d < bestDistance || d == bestDistance && exact < bestExact {
			best, bestDistance, bestExact = c, d, exact
		}
	}
	return best
}

// fold removes what people mix up most: case and underscores.
func fold(s string) []rune {
	return []rune(strings.ReplaceAll(strings.ToLower(s), "_", ""))
}

// distance counts the insertions, deletions, replacements and swaps of neighbours that make
// b of a, no part being edited twice (optimal string alignment). Above limit it may return
// any number above limit.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		nearest := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			nearest = min(nearest, row[j])
		}
		if nearest > limit+1 {
			return nearest // a swap can gain one at most
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
