package core

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// mapStates runs a batch of words: "k" adds one to its count, "-k" removes it, "k?" looks at it, and "!k" raises.
func mapStates(before *MappedStates[string, int64, string], t int64, words ...string) *MappedStates[string, int64, string] {
	f := func(k string, word py.Opt[string], s *State[int64]) string {
		switch {
		case s.IsTimingOut():
			return fmt.Sprint(k, " timed out with ", s.Get())
		case word.V[0] == '!':
			raise(py.ValueError, "raised")
		case word.V[0] == '-':
			s.Remove()
		case !strings.HasSuffix(word.V, "?"):
			s.Update(s.GetOption().V + 1)
		}
		return fmt.Sprint(word.V, s.GetOption())
	}
	pairs := make([]py.Tuple2[string, string], len(words))
	for i, w := range words {
		pairs[i] = py.T2(strings.Trim(w, "-?!"), w)
	}
	return MapStates(before, PartOf(pairs), t, &StateMapping[string, string, int64, string]{F: f, Timeout: py.Some[int64](10)})
}

func statesText(m *MappedStates[string, int64, string]) string {
	return fmt.Sprint(slices.Collect(m.Snapshot().All()))
}

func TestMapStates(t *testing.T) {
	one := mapStates(nil, 0, "a", "b", "a", "c?")
	two := mapStates(one, 5, "b", "-a", "a", "-b", "-b")
	checkValues(t, one.Snapshot())
	for _, want := range []struct{ got, want string }{
		{statesText(one), "[{a 2} {b 1}]"}, // c has been looked at and has none
		{fmt.Sprint(one.Records), "[a{1 true} b{1 true} a{2 true} c?{0 false}]"},
		{statesText(two), "[{a 1}]"},
		{statesText(one), "[{a 2} {b 1}]"}, // as ever
		{statesText(mapStates(two, 15)), "[{a 1}]"},
		{fmt.Sprint(mapStates(two, 16).Records), "[a timed out with 1]"},
		{statesText(mapStates(two, 16)), "[]"},
		{fmt.Sprint(mapStates(two, 16, "a?").Records), "[a?{1 true}]"},
	} {
		if want.got != want.want {
			t.Errorf("got %s, want %s", want.got, want.want)
		}
	}
}

// A function that raises leaves the states as they were, for the next try.
func TestMapStatesRaises(t *testing.T) {
	one := mapStates(nil, 0, "a", "b")
	for range 2 {
		func() {
			defer func() {
				if recover() == nil {
					t.Error("nothing was raised")
				}
			}()
			mapStates(one, 1, "a", "c", "-b", "b", "a", "!b")
		}()
		if got := statesText(one); got != "[{a 1} {b 1}]" {
			t.Errorf("after an exception: %s", got)
		}
	}
	if got := statesText(mapStates(one, 1, "c", "-b", "b", "a")); got != "[{a 2} {c 1} {b 1}]" {
		t.Errorf("the next try: %s", got)
	}
}

// A key of which a batch has many records needs one row, however often it is removed and comes again.
func TestMapStatesRows(t *testing.T) {
	var words []string
	for range 1000 {
		words = append(words, "a", "-a")
	}
	m := mapStates(nil, 0, append(words, "a")...)
	if got := statesText(m); got != "[{a 1}]" || m.States.table.rows.n > 1 {
		t.Errorf("%s in %d rows", got, m.States.table.rows.n)
	}
}
