package testcase

import (
	"fmt"
	"strings"
)

const (
	context = 3   // lines shown around a difference
	window  = 500 // lines compared after the first difference; what follows from a difference is seldom of interest
)

// Diff is the difference between two texts in the form of diff -u, from the first one on and for so many lines as people read.
// It is "" for equal texts.
func Diff(wantName, gotName, want, got string) string {
	if want == got {
		return ""
	}
	w, g := lines(want), lines(got)
	first := 0
	for first < len(w) && first < len(g) && w[first] == g[first] {
		first++
	}
	w, g = w[first:], g[first:]
	wantMore, gotMore := max(0, len(w)-window), max(0, len(g)-window)
	edits := compare(w[:len(w)-wantMore], g[:len(g)-gotMore])
	lead := lines(want)[max(0, first-context):first]
	for i := len(lead) - 1; i >= 0; i-- {
		edits = append([]edit{{' ', lead[i]}}, edits...)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "--- %s\n+++ %s\n", wantName, gotName)
	writeHunks(&b, edits, first-len(lead))
	if wantMore > 0 || gotMore > 0 {
		fmt.Fprintf(&b, "(%d more lines wanted, and %d more are there: not compared)\n", wantMore, gotMore)
	}
	return b.String()
}

// lines are those of a text. A last one without an end says so, as with diff.
func lines(text string) []string {
	if text == "" {
		return nil
	}
	whole, ended := strings.CutSuffix(text, "\n")
	out := strings.Split(whole, "\n")
	if !ended {
		out[len(out)-1] += "\n\\ No newline at end of file"
	}
	return out
}

// edit is a line of a difference: ' ' in both, '-' only wanted, '+' only there.
type edit struct {
	kind byte
	line string
}

// compare finds a longest common subsequence.
func compare(w, g []string) []edit {
	common := make([][]int16, len(w)+1) // lengths of those of w[i:] and g[j:]
	for i := range common {
		common[i] = make([]int16, len(g)+1)
	}
	for i := len(w) - 1; i >= 0; i-- {
		for j := len(g) - 1; j >= 0; j-- {
			if w[i] == g[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	var out []edit
	i, j := 0, 0
	for i < len(w) || j < len(g) {
		switch {
		case i < len(w) && j < len(g) && w[i] == g[j]:
			out = append(out, edit{' ', w[i]})
			i++
			j++
		case i < len(w) && (j == len(g) || common[i+1][j] >= common[i][j+1]):
			out = append(out, edit{'-', w[i]})
			i++
		default:
			out = append(out, edit{'+', g[j]})
			j++
		}
	}
	return out
}

// writeHunks writes the differences with their context; before is the number of lines before the first edit.
func writeHunks(b *strings.Builder, edits []edit, before int) {
	wantLine, gotLine := before, before
	for i := 0; i < len(edits); {
		end := hunkEnd(edits, i)
		if end == i { // not near a difference
			wantLine++
			gotLine++
			i++
			continue
		}
		wants, gots := 0, 0
		for _, e := range edits[i:end] {
			if e.kind != '+' {
				wants++
			}
			if e.kind != '-' {
				gots++
			}
		}
		fmt.Fprintf(b, "@@ -%d,%d +%d,%d @@\n", wantLine+1, wants, gotLine+1, gots)
		for _, e := range edits[i:end] {
			fmt.Fprintf(b, "%c%s\n", e.kind, visible(e.line))
		}
		wantLine += wants
		gotLine += gots
		i = end
	}
}

// hunkEnd is the end of the hunk that begins at i, or i if none does: a difference lies within the context, and the hunk goes on
// while another one is near.
func hunkEnd(edits []edit, i int) int {
	end := i
	for j, far := i, i+context; j < len(edits) && j <= far; j++ {
		if edits[j].kind != ' ' {
			end = j + 1
			far = j + 2*context + 1
		}
	}
	if end == i {
		return i
	}
	return min(len(edits), end+context)
}

// visible shows what does not show: a carriage return, and blanks at the end of a line.
func visible(line string) string {
	text := strings.TrimRight(line, " \t\r")
	return text + strings.NewReplacer(" ", "·", "\t", `\t`, "\r", `\r`).Replace(line[len(text):])
}
