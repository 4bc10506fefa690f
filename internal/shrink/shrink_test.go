package shrink

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// word is a program of letters; one with a letter less is smaller.
type word string

func (w word) Smaller() []word {
	var out []word
	for i := range w {
		out = append(out, w[:i]+w[i+1:])
	}
	return out
}

func (w word) Before(o word) bool { return len(w) < len(o) }

func TestAll(t *testing.T) {
	programs := []word{word(strings.Repeat("a", 40)) + "x" + word(strings.Repeat("b", 40)) + "y", "xyz", "no"}
	needs := []string{"xy", "z", "no"}
	err := All(programs, func(candidates []word, origin []int) ([]bool, error) {
		keep := make([]bool, len(candidates))
		for i, c := range candidates {
			keep[i] = true
			for _, letter := range needs[origin[i]] {
				keep[i] = keep[i] && strings.ContainsRune(string(c), letter)
			}
		}
		return keep, nil
	})
	if want := []word{"xy", "z", "no"}; err != nil || !slices.Equal(programs, want) {
		t.Errorf("%q, %v; want %q", programs, err, want)
	}
}

func TestAllFails(t *testing.T) {
	failure := errors.New("no answer")
	programs := []word{"ab"}
	err := All(programs, func([]word, []int) ([]bool, error) { return nil, failure })
	if err != failure || programs[0] != "ab" {
		t.Errorf("%q, %v; want the error", programs, err)
	}
}
