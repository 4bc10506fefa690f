package infer

import "strings"

// patternGroup is a group of a regular expression.
type patternGroup struct {
	name    string
	certain bool // it takes part in every match
}

// groupScanner looks for the groups of a pattern, and for what makes them take no part: that they are in one of several alternatives, in
// what may be repeated no times, in a look-around or in a condition.
type groupScanner struct {
	rest    string
	verbose bool
	groups  []patternGroup
	open    []openParen
}

// openParen is a parenthesis that is not closed yet.
type openParen struct {
	first     int  // the first group in it
	captures  bool // that is the parenthesis itself
	choice    bool // there are alternatives in it
	uncertain bool // it does not match what it stands for
}

// groupsOf are the groups of a pattern.
func groupsOf(pattern string, verbose bool) []patternGroup {
	s := &groupScanner{rest: pattern, verbose: verbose, open: []openParen{{}}}
	for s.rest != "" {
		s.step()
	}
	for len(s.open) > 0 {
		s.close()
	}
	return s.groups
}

func (s *groupScanner) skip(n int) { s.rest = s.rest[min(n, len(s.rest)):] }

// step passes a character, a set, a comment or what begins or ends a group.
func (s *groupScanner) step() {
	switch c := s.rest[0]; {
	case c == '\\':
		s.skip(2)
	case c == '#' && s.verbose:
		s.skip(skipTo(s.rest, "\n") + 1)
	case strings.HasPrefix(s.rest, "(?#"):
		s.skip(skipTo(s.rest, ")") + 1)
	case c == '[':
		s.skip(classEnd(s.rest) + 1)
	case c == '(':
		s.begin()
	case c == '|':
		s.open[len(s.open)-1].choice = true
		s.skip(1)
	case c == ')' && len(s.open) > 1:
		s.skip(1)
		s.close()
	default:
		s.skip(1)
	}
}

// begin passes the beginning of a group.
func (s *groupScanner) begin() {
	p := openParen{first: len(s.groups)}
	switch {
	case strings.HasPrefix(s.rest, "(?P<"):
		end := skipTo(s.rest, ">")
		p.captures = true
		s.groups = append(s.groups, patternGroup{name: s.rest[len("(?P<"):max(end, len("(?P<"))]})
		s.skip(end + 1)
	case !strings.HasPrefix(s.rest, "(?"):
		p.captures = true
		s.groups = append(s.groups, patternGroup{})
		s.skip(1)
	case strings.HasPrefix(s.rest, "(?("):
		p.uncertain = true
		s.skip(skipTo(s.rest, ")") + 1)
	case strings.HasPrefix(s.rest, "(?="), strings.HasPrefix(s.rest, "(?!"), strings.HasPrefix(s.rest, "(?<"):
		p.uncertain = true
		s.skip(len("(?="))
	default: // (?:…), flags, (?>…), (?P=name)
		s.skip(len("(?"))
	}
	if p.captures {
		s.groups[p.first].certain = true
	}
	s.open = append(s.open, p)
}

// close passes the end of a group, with how often it is repeated.
func (s *groupScanner) close() {
	p := s.open[len(s.open)-1]
	s.open = s.open[:len(s.open)-1]
	inner := p.first
	if p.captures {
		inner++
	}
	if p.choice {
		s.unsure(inner)
	}
	if p.uncertain || s.mayBeMissing() {
		s.unsure(p.first)
	}
}

// unsure makes the groups from one on uncertain.
func (s *groupScanner) unsure(from int) {
	for i := from; i < len(s.groups); i++ {
		s.groups[i].certain = false
	}
}

// mayBeMissing reports whether what was closed may be repeated no times.
func (s *groupScanner) mayBeMissing() bool {
	rest := s.rest
	for rest != "" {
		switch {
		case strings.HasPrefix(rest, "(?#"):
			rest = rest[skipTo(rest, ")"):]
		case s.verbose && rest[0] == '#':
			rest = rest[skipTo(rest, "\n"):]
		case s.verbose && strings.ContainsRune(" \t\n\r\v\f", rune(rest[0])):
		default:
			least, _, _ := strings.Cut(strings.TrimPrefix(rest, "{"), ",")
			least, _, _ = strings.Cut(least, "}")
			return rest[0] == '?' || rest[0] == '*' || rest[0] == '{' && strings.Trim(least, "0") == ""
		}
		rest = rest[1:]
	}
	return false
}

// skipTo is where an end stands, or the last byte.
func skipTo(text, end string) int {
	if i := strings.Index(text, end); i >= 0 {
		return i
	}
	return len(text) - 1
}

// classEnd is where the set that begins a text ends. A bracket that comes first is one of its characters.
func classEnd(text string) int {
	i := 1
	if strings.HasPrefix(text, "[^") {
		i = 2
	}
	for first := i; i < len(text) && (text[i] != ']' || i == first); i++ {
		if text[i] == '\\' {
			i++
		}
	}
	return i
}
