package py

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// parenthesis reads what follows a parenthesis: a group, a look-around, a condition, flags or a comment; ok is false
// where that is no part of the pattern. first tells that it is at the beginning of the pattern.
func (p *reParser) parenthesis(verbose *bool, nested int, first bool) (*reTree, bool) {
	start := p.tell() - 1
	out := &reTree{form: formGroup}
	name, capture := "", true
	if p.match("?") {
		char := p.get()
		capture = char == "P"
		switch {
		case char == "":
			p.fail(0, "unexpected end of pattern")
		case char == "P" && p.match("<"):
			name = p.until(">", "group name")
			p.checkName(name)
		case char == "P" && p.match("="):
			return p.namedBack(), true
		case char == "P":
			if char = p.get(); char == "" {
				p.fail(0, "unexpected end of pattern")
			}
			p.fail(len(char)+2, "unknown extension ?P%s", char)
		case char == ":":
		case char == "#":
			p.comment(start)
			return nil, false
		case char == "=" || char == "!" || char == "<":
			return p.look(char, start, *verbose, nested)
		case char == "(":
			return p.condition(start, *verbose, nested), true
		case char == ">":
			out.form = formAtomic
		case reFlagOf[char] != 0 || char == "-":
			if p.inlineFlags(char, out) {
				if !first {
					p.fail(p.tell()-start, "global flags not at the start of the expression")
				}
				*verbose = p.flags&ReVerbose != 0
				return nil, false
			}
		default:
			p.fail(len(char)+1, "unknown extension ?%s", char)
		}
	}
	if capture {
		out.group = p.openGroup(name)
	}
	inner := (*verbose || out.add&ReVerbose != 0) && out.del&ReVerbose == 0
	body := p.alternatives(inner, nested+1)
	p.closing(start)
	if capture {
		p.closeGroup(out.group, body)
	}
	out.parts = []*reTree{body}
	return out, true
}

func (p *reParser) closing(start int) {
	if !p.match(")") {
		p.fail(p.tell()-start, "missing ), unterminated subpattern")
	}
}

func (p *reParser) comment(start int) {
	for {
		if p.next == "" {
			p.fail(p.tell()-start, "missing ), unterminated comment")
		}
		if p.get() == ")" {
			return
		}
	}
}

func (p *reParser) openGroup(name string) int {
	p.groups++
	if name != "" {
		if old, ok := p.names.Lookup(name); ok {
			p.fail(len(name)+1, "redefinition of group name %s as group %d; was group %d", Repr(name), p.groups, old)
		}
		p.names.Set(name, int64(p.groups))
	}
	p.open[p.groups] = true
	return p.groups
}

func (p *reParser) closeGroup(group int, body *reTree) {
	delete(p.open, group)
	lo, hi := body.width()
	p.widths[group] = [2]int{lo, hi}
}

// namedBack reads (?P=name).
func (p *reParser) namedBack() *reTree {
	name := p.until(")", "group name")
	p.checkName(name)
	group, ok := p.names.Lookup(name)
	if !ok {
		p.fail(len(name)+1, "unknown group name %s", Repr(name))
	}
	return p.back(int(group), len(name)+1)
}

// look reads a look-around. An empty negative one never matches, an empty positive one always does.
func (p *reParser) look(char string, start int, verbose bool, nested int) (*reTree, bool) {
	out := &reTree{form: formLook}
	outer := p.behind
	if char == "<" {
		switch char = p.get(); char {
		case "":
			p.fail(0, "unexpected end of pattern")
		case "=", "!":
		default:
			p.fail(len(char)+2, "unknown extension ?<%s", char)
		}
		out.behind = true
		if p.behind == 0 {
			p.behind = p.groups + 1
		}
	}
	out.not = char == "!"
	body := p.alternatives(verbose, nested+1)
	p.behind = outer
	p.closing(start)
	out.parts = []*reTree{body}
	return out, true
}

// condition reads (?(group)yes|no).
func (p *reParser) condition(start int, verbose bool, nested int) *reTree {
	name := p.until(")", "group name")
	out := &reTree{form: formCond}
	if StrIsidentifier(name) {
		group, ok := p.names.Lookup(name)
		if !ok {
			p.fail(len(name)+1, "unknown group name %s", Repr(name))
		}
		out.group = int(group)
	} else {
		n, err := strconv.Atoi(name)
		switch {
		case err != nil || n < 0:
			p.fail(len(name)+1, "bad character in group name %s", Repr(name))
		case n == 0:
			p.fail(len(name)+1, "bad group number")
		}
		out.group = n
		if _, ok := p.conds[n]; !ok {
			p.conds[n] = p.tell() - len(name) - 1
			p.order = append(p.order, n)
		}
	}
	p.checkBehind(out.group)
	out.parts = []*reTree{p.sequence(verbose, nested+1, false), {form: formSeq}}
	if p.match("|") {
		out.parts[1] = p.sequence(verbose, nested+1, false)
		if p.next == "|" {
			p.fail(0, "conditional backref with more than two branches")
		}
	}
	p.closing(start)
	return out
}

// inlineFlags reads the flags of (?i) and (?i-s:; true is for those of the whole pattern.
func (p *reParser) inlineFlags(char string, out *reTree) bool {
	if char != "-" {
		char = p.addedFlags(char, out)
	}
	if char == ")" {
		p.flags |= out.add
		return true
	}
	if char == "-" {
		p.removedFlags(out)
	}
	if out.add&out.del != 0 {
		p.fail(1, "bad inline flags: flag turned on and off")
	}
	return false
}

// unknownFlag raises re.error for a character that is no flag.
func (p *reParser) unknownFlag(char, otherwise string) {
	if r := charOf(char); unicode.IsLetter(r) {
		otherwise = "unknown flag"
	}
	p.fail(len(char), "%s", otherwise)
}

func (p *reParser) addedFlags(char string, out *reTree) string {
	for {
		f := reFlagOf[char]
		switch {
		case !p.bytes && char == "L":
			p.fail(0, "bad inline flags: cannot use 'L' flag with a str pattern")
		case p.bytes && char == "u":
			p.fail(0, "bad inline flags: cannot use 'u' flag with a bytes pattern")
		}
		out.add |= f
		if f&reTypeFlags != 0 && out.add&reTypeFlags != f {
			p.fail(0, "bad inline flags: flags 'a', 'u' and 'L' are incompatible")
		}
		if char = p.get(); char == "" {
			p.fail(0, "missing -, : or )")
		}
		if strings.Contains(")-:", char) {
			return char
		}
		if reFlagOf[char] == 0 {
			p.unknownFlag(char, "missing -, : or )")
		}
	}
}

func (p *reParser) removedFlags(out *reTree) {
	char := p.get()
	if char == "" {
		p.fail(0, "missing flag")
	}
	if reFlagOf[char] == 0 {
		p.unknownFlag(char, "missing flag")
	}
	for char != ":" {
		f := reFlagOf[char]
		if f&reTypeFlags != 0 {
			p.fail(0, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
		}
		out.del |= f
		if char = p.get(); char == "" {
			p.fail(0, "missing :")
		}
		if char != ":" && reFlagOf[char] == 0 {
			p.unknownFlag(char, "missing :")
		}
	}
}

// anyWidth is the width of a part that has no limit.
const anyWidth = math.MaxInt32

// width is how many characters a part matches at least and at most.
func (t *reTree) width() (lo, hi int) {
	switch t.form {
	case formChar, formAny, formSet:
		return 1, 1
	case formBack:
		return t.start, t.end
	case formGroup, formAtomic:
		return t.parts[0].width()
	case formRepeat:
		lo, hi = t.parts[0].width()
		most := t.max
		if most < 0 {
			most = anyWidth
		}
		return min(lo*t.min, anyWidth), multiplied(hi, most)
	case formSeq:
		for _, part := range t.parts {
			l, h := part.width()
			lo, hi = min(lo+l, anyWidth), min(hi+h, anyWidth)
		}
		return lo, hi
	case formAlt, formCond:
		lo, hi = t.parts[0].width()
		for _, part := range t.parts[1:] {
			l, h := part.width()
			lo, hi = min(lo, l), max(hi, h)
		}
		return lo, hi
	}
	return 0, 0
}

// multiplied is a*b, at most anyWidth.
func multiplied(a, b int) int {
	if a != 0 && b > anyWidth/a {
		return anyWidth
	}
	return min(a*b, anyWidth)
}
