package regex

import (
	"slices"
	"strings"
)

// Kind is what a step does.
type Kind int

const (
	Text   Kind = iota // passes a text
	Repeat             // passes characters of a class, as many as there are from Least to Most
	Open               // a group begins
	Close              // a group ends
	Begin              // is at the beginning of the text
	Tail               // is at its end, or before the newline that ends it
	End                // is at its very end
)

// Step is one of the steps in which a pattern is matched, on texts of ASCII.
type Step struct {
	Kind   Kind
	Text   string // of Text
	Chars  string // of Repeat: the class as the pattern has it
	Least  int
	Most   int  // -1: any number
	Yields bool // it gives characters back where what follows does not match else
	Group  int

	class class
}

// Steps are the steps of a pattern without flags, if it is one of those that this package reads, and how many groups it has.
func Steps(pattern string) (steps []Step, groups int, ok bool) {
	r := &reader{rest: pattern}
	for r.rest != "" {
		if !r.step() {
			return nil, 0, false
		}
	}
	if len(r.open) > 0 {
		return nil, 0, false
	}
	r.yields()
	return r.steps, r.groups, true
}

// reader reads a pattern.
type reader struct {
	rest   string
	steps  []Step
	groups int
	names  []string
	open   []int // the groups around, 0 for those without a number
	closed bool  // a group has just ended, which no repetition may follow
}

// step reads what comes next.
func (r *reader) step() bool {
	closed := r.closed
	r.closed = false
	switch c := r.rest[0]; {
	case c == '(':
		return r.group()
	case c == ')':
		return r.end()
	case c == '^':
		r.rest = r.rest[1:]
		return r.first() && r.add(Step{Kind: Begin})
	case c == '$':
		r.rest = r.rest[1:]
		return r.add(Step{Kind: Tail})
	case strings.HasPrefix(r.rest, `\Z`):
		r.rest = r.rest[2:]
		return r.add(Step{Kind: End})
	case closed && strings.IndexByte("*+?{", c) >= 0:
		return false
	}
	source := r.rest
	set, ok := r.single()
	if !ok {
		return false
	}
	chars := source[:len(source)-len(r.rest)]
	least, most, ok := r.times()
	if !ok {
		return false
	}
	if only, ok := set.only(); ok && least == 1 && most == 1 {
		return r.text(only)
	}
	return r.add(Step{Kind: Repeat, Chars: chars, Least: least, Most: most, class: set})
}

// add adds a step; none of those that look for an end or a beginning may be repeated.
func (r *reader) add(s Step) bool {
	r.steps = append(r.steps, s)
	return s.Kind == Repeat || r.rest == "" || strings.IndexByte("*+?{", r.rest[0]) < 0
}

// first reports whether no step takes characters yet.
func (r *reader) first() bool {
	for _, s := range r.steps {
		if s.Kind != Open && s.Kind != Close {
			return false
		}
	}
	return true
}

// text adds a character to the text of the last step, or a step.
func (r *reader) text(c byte) bool {
	if last := len(r.steps) - 1; last >= 0 && r.steps[last].Kind == Text {
		r.steps[last].Text += string(rune(c))
		return true
	}
	return r.add(Step{Kind: Text, Text: string(rune(c))})
}

// group reads the beginning of a group.
func (r *reader) group() bool {
	number := 0
	switch {
	case strings.HasPrefix(r.rest, "(?:"):
		r.rest = r.rest[3:]
	case strings.HasPrefix(r.rest, "(?P<"):
		name, behind, ok := strings.Cut(r.rest[len("(?P<"):], ">")
		if !ok || !isName(name) || slices.Contains(r.names, name) {
			return false
		}
		r.rest, r.names = behind, append(r.names, name)
		r.groups++
		number = r.groups
	case strings.HasPrefix(r.rest, "(?"):
		return false
	default:
		r.rest = r.rest[1:]
		r.groups++
		number = r.groups
	}
	r.open = append(r.open, number)
	if number > 0 {
		r.steps = append(r.steps, Step{Kind: Open, Group: number})
	}
	return true
}

// isName reports whether a group may be called so, in ASCII.
func isName(name string) bool {
	for i, c := range name {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_'
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return name != ""
}

// end reads the end of a group.
func (r *reader) end() bool {
	if len(r.open) == 0 {
		return false
	}
	number := r.open[len(r.open)-1]
	r.open = r.open[:len(r.open)-1]
	r.rest = r.rest[1:]
	r.closed = true
	if number > 0 {
		r.steps = append(r.steps, Step{Kind: Close, Group: number})
	}
	return true
}

// times reads how often a character is repeated.
func (r *reader) times() (least, most int, ok bool) {
	if r.rest == "" {
		return 1, 1, true
	}
	switch r.rest[0] {
	case '*':
		least, most = 0, -1
	case '+':
		least, most = 1, -1
	case '?':
		least, most = 0, 1
	case '{':
		if least, most, ok = r.counts(); !ok {
			return 0, 0, false
		}
		r.rest = "}" + r.rest
	default:
		return 1, 1, true
	}
	r.rest = r.rest[1:]
	// What is lazy, possessive, or an error is not read.
	return least, most, r.rest == "" || strings.IndexByte("*+?{", r.rest[0]) < 0
}

// counts reads {n}, {n,} or {n,m}, with numbers of at most three digits.
func (r *reader) counts() (least, most int, ok bool) {
	inside, behind, ok := strings.Cut(r.rest[1:], "}")
	low, high, two := strings.Cut(inside, ",")
	least, ok1 := number(low)
	most, ok2 := least, true
	if two {
		if most = -1; high != "" {
			most, ok2 = number(high)
		}
	}
	if !ok || !ok1 || !ok2 || most >= 0 && most < least {
		return 0, 0, false
	}
	r.rest = behind
	return least, most, true
}

func number(digits string) (n int, ok bool) {
	for _, c := range digits {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, digits != "" && len(digits) <= 3
}

// yields finds the repetitions that may have to give something back: those whose characters may also begin what must follow. What
// matches anywhere, as it may be empty, is content with the most that they take.
func (r *reader) yields() {
	next, anywhere := class{}, true // what the following steps can begin with, and whether they match wherever they are
	for i := len(r.steps) - 1; i >= 0; i-- {
		switch s := &r.steps[i]; s.Kind {
		case Text:
			next, anywhere = class{}, false
			next.add(s.Text[0])
		case Repeat:
			s.Yields = s.Least != s.Most && !anywhere && next.meets(s.class)
			if s.Least > 0 {
				next, anywhere = class{}, false
			}
			next.join(s.class)
		case Tail:
			next, anywhere = class{}, false
			next.add('\n')
		case End:
			next, anywhere = class{}, false
		}
	}
}
