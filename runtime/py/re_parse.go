package py

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// reOp is what a node of a compiled pattern does.
type reOp uint8

const (
	reEnd      reOp = iota // the pattern, or the part in a look-around, is matched
	reChar                 // one character
	reSet                  // one character of a set
	reByte                 // one character of ASCII
	reText                 // several characters
	reSpan                 // a group that is a repetition, body
	reBegin                // \A, or ^ without MULTILINE
	reLineHead             // ^ with MULTILINE
	reTail                 // $ without MULTILINE
	reLineTail             // $ with MULTILINE
	reVeryEnd              // \Z
	reWordEdge             // \b, or \B if not
	reAlt                  // one of alts
	reOpen                 // a group begins
	reClose                // a group ends
	reRepeat               // a single character, repeated
	reLoopIn               // a loop begins
	reLoop                 // the head of a loop
	reBack                 // a backreference
	reLook                 // a look-around
)

// reNode is one step of a pattern; next follows it.
type reNode struct {
	op       reOp
	next     *reNode
	r        rune
	set      func(rune) bool
	alts     []*reNode
	body     *reNode
	min, max int // max < 0: any number
	lazy     bool
	not      bool // of a look-around or \B
	behind   int  // characters of a look-behind, or -1 for a look-ahead
	group    int  // of a group or backreference; the number of a loop
	fold     bool // ignore case
	ascii    bool // of \b: only ASCII counts; of a set: it has nothing else

	// What prepare adds, so that most nodes need no look at what may follow them.
	text   string      // of reText
	bytes  *byteTests  // of a node that tests one character
	starts *startSet   // of a repetition: what can follow it; of a loop: what can begin its body
	each   []*startSet // what can begin each of alts
	sure   bool        // a repetition that gives nothing back: what follows cannot begin with what it takes
	undo   bool        // of a group that may take no part, or part more than once
}

// Flags of re.
const (
	ReIgnorecase = int64(2)
	ReMultiline  = int64(8)
	ReDotall     = int64(16)
	ReUnicode    = int64(32)
	ReVerbose    = int64(64)
	ReAscii      = int64(256)

	ReI = ReIgnorecase
	ReM = ReMultiline
	ReS = ReDotall
	ReU = ReUnicode
	ReX = ReVerbose
	ReA = ReAscii
)

// ReError is re.error.
var ReError = &ExcClass{Name: "error", Module: "re", Bases: []*ExcClass{ExceptionClass}}

// reTerm is a part of a pattern before it is linked: it makes its nodes in front of what follows.
type reTerm struct {
	link  func(next *reNode) *reNode
	width int  // in characters, or -1 if it varies
	one   bool // matches exactly one character by a test
}

// reParser reads a pattern by recursive descent.
type reParser struct {
	src    string
	pos    int
	flags  int64
	groups int
	loops  int
	names  *Dict[string, int64]
	open   map[int]bool // groups not closed yet
}

func (p *reParser) fail(format string, args ...any) { p.failAt(p.pos, format, args...) }

// failAt raises re.error for a place of the pattern.
func (p *reParser) failAt(at int, format string, args ...any) {
	before := p.src[:min(at, len(p.src))]
	pos := int64(utf8.RuneCountInString(before))
	message := fmt.Sprintf(format, args...)
	text := fmt.Sprintf("%s at position %d", message, pos)
	line := int64(strings.Count(before, "\n")) + 1
	column := int64(utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])) + 1
	if strings.Contains(p.src, "\n") {
		text += fmt.Sprintf(" (line %d, column %d)", line, column)
	}
	e := NewException(ReError, text)
	e.attrs = map[string]any{"msg": message, "pattern": p.src, "pos": pos, "lineno": line, "colno": column}
	e.capture(1)
	panic(e)
}

func (p *reParser) peek() rune {
	r, _ := utf8.DecodeRuneInString(p.src[p.pos:])
	return r
}

func (p *reParser) more() bool { return p.pos < len(p.src) }

func (p *reParser) next() rune {
	r, n := utf8.DecodeRuneInString(p.src[p.pos:])
	p.pos += n
	return r
}

func (p *reParser) accept(s string) bool {
	if strings.HasPrefix(p.src[p.pos:], s) {
		p.pos += len(s)
		return true
	}
	return false
}

// alternatives reads a|b|c up to ) or the end.
func (p *reParser) alternatives() reTerm {
	all := []reTerm{p.sequence()}
	for p.accept("|") {
		all = append(all, p.sequence())
	}
	if len(all) == 1 {
		return all[0]
	}
	width := all[0].width
	for _, t := range all {
		if t.width != width {
			width = -1
		}
	}
	return reTerm{width: width, link: func(next *reNode) *reNode {
		n := &reNode{op: reAlt, next: next}
		for _, t := range all {
			n.alts = append(n.alts, t.link(next))
		}
		return n
	}}
}

// sequence reads the parts of one alternative.
func (p *reParser) sequence() reTerm {
	var terms []reTerm
	width := 0
	for p.more() && p.peek() != '|' && p.peek() != ')' {
		t, ok := p.part()
		if !ok {
			continue
		}
		terms = append(terms, t)
		if t.width < 0 || width < 0 {
			width = -1
		} else {
			width += t.width
		}
	}
	return reTerm{width: width, link: func(next *reNode) *reNode {
		for i := len(terms) - 1; i >= 0; i-- {
			next = terms[i].link(next)
		}
		return next
	}}
}

// part reads an atom and the repetitions after it; ok is false for comments, flags and, in
// verbose patterns, space.
func (p *reParser) part() (t reTerm, ok bool) {
	if p.flags&ReVerbose != 0 {
		if strings.ContainsRune(" \t\n\r\f\v", p.peek()) {
			p.next()
			return t, false
		}
		if p.accept("#") {
			for p.more() && p.next() != '\n' {
			}
			return t, false
		}
	}
	t, ok = p.atom()
	if !ok {
		return t, false
	}
	for times := 0; p.more(); times++ {
		start := p.pos
		lo, hi, found := p.quantifier()
		if !found {
			break
		}
		if times > 0 {
			p.failAt(start, "multiple repeat")
		}
		t = p.repeat(t, lo, hi)
	}
	return t, true
}

// quantifier reads * + ? or {m,n}.
func (p *reParser) quantifier() (lo, hi int, ok bool) {
	switch {
	case p.accept("*"):
		return 0, -1, true
	case p.accept("+"):
		return 1, -1, true
	case p.accept("?"):
		return 0, 1, true
	case p.peek() != '{':
		return 0, 0, false
	}
	end := strings.IndexByte(p.src[p.pos:], '}')
	if end < 0 {
		return 0, 0, false
	}
	text := p.src[p.pos+1 : p.pos+end]
	from, to, ranged := strings.Cut(text, ",")
	lo, err1 := strconv.Atoi(from)
	hi, err2 := strconv.Atoi(to)
	switch {
	case !ranged:
		if err1 != nil {
			return 0, 0, false
		}
		hi = lo
	case from == "" && err2 == nil:
		lo = 0
	case to == "" && (err1 == nil || from == ""):
		hi = -1
	case err1 != nil || err2 != nil:
		return 0, 0, false
	}
	start := p.pos
	p.pos += end + 1
	if hi >= 0 && lo > hi {
		p.failAt(start, "min repeat greater than max repeat")
	}
	return lo, hi, true
}

// repeat is t repeated lo to hi times.
func (p *reParser) repeat(t reTerm, lo, hi int) reTerm {
	lazy := p.accept("?")
	if p.more() && p.peek() == '+' {
		p.fail("possessive repeats are not supported by dstreamc:")
	}
	width := -1
	if lo == hi && t.width >= 0 {
		width = t.width * lo
	}
	if t.one {
		return reTerm{width: width, link: func(next *reNode) *reNode {
			return &reNode{op: reRepeat, body: t.link(nil), min: lo, max: hi, lazy: lazy, next: next}
		}}
	}
	id := p.loops
	p.loops++
	return reTerm{width: width, link: func(next *reNode) *reNode {
		head := &reNode{op: reLoop, min: lo, max: hi, lazy: lazy, group: id, next: next}
		head.body = t.link(head)
		return &reNode{op: reLoopIn, group: id, next: head}
	}}
}

func reSingle(n reNode, width int) reTerm {
	return reTerm{width: width, one: width == 1, link: func(next *reNode) *reNode {
		out := n
		out.next = next
		return &out
	}}
}

func (p *reParser) char(r rune) reTerm {
	n := reNode{op: reChar, r: r}
	if p.flags&ReIgnorecase != 0 {
		n.fold, n.r = true, unicode.ToLower(r)
	}
	return reSingle(n, 1)
}

// setOf is a set; ascii tells that only ASCII is in it.
func (p *reParser) setOf(set func(rune) bool, ascii bool) reTerm {
	return reSingle(reNode{op: reSet, set: set, ascii: ascii}, 1)
}

// folded is a set that ignores case, if the flag says so.
func (p *reParser) folded(set func(rune) bool) func(rune) bool {
	if p.flags&ReIgnorecase == 0 {
		return set
	}
	return func(r rune) bool {
		if set(r) {
			return true
		}
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			if set(f) {
				return true
			}
		}
		return false
	}
}

func (p *reParser) at(op, multiline reOp) reTerm {
	if p.flags&ReMultiline != 0 {
		op = multiline
	}
	return reSingle(reNode{op: op}, 0)
}

// atom reads one part without its repetition.
func (p *reParser) atom() (reTerm, bool) {
	switch r := p.next(); r {
	case '.':
		if p.flags&ReDotall != 0 {
			return p.setOf(func(rune) bool { return true }, false), true
		}
		return p.setOf(func(r rune) bool { return r != '\n' }, false), true
	case '^':
		return p.at(reBegin, reLineHead), true
	case '$':
		return p.at(reTail, reLineTail), true
	case '[':
		return p.setOf(p.class()), true
	case '(':
		return p.group()
	case '\\':
		return p.escape(), true
	case '*', '+', '?':
		p.pos--
		p.fail("nothing to repeat")
		return reTerm{}, false
	default:
		return p.char(r), true
	}
}

// escape reads what follows a backslash outside of a set.
func (p *reParser) escape() reTerm {
	if !p.more() {
		p.pos--
		p.fail("bad escape (end of pattern)")
	}
	if set := p.category(p.peek()); set != nil {
		p.next()
		return p.setOf(set, false)
	}
	start := p.pos
	switch r := p.next(); {
	case r == 'A':
		return reSingle(reNode{op: reBegin}, 0)
	case r == 'Z':
		return reSingle(reNode{op: reVeryEnd}, 0)
	case r == 'b' || r == 'B':
		return reSingle(reNode{op: reWordEdge, not: r == 'B', ascii: p.flags&ReAscii != 0}, 0)
	case r >= '1' && r <= '9':
		n := int(r - '0')
		if p.more() && p.peek() >= '0' && p.peek() <= '9' {
			n = n*10 + int(p.next()-'0')
		}
		return p.backreference(n)
	}
	p.pos = start
	return p.char(p.escapedChar())
}

func (p *reParser) backreference(n int) reTerm {
	if n > p.groups {
		p.fail("invalid group reference %d", n)
	}
	if p.open[n] {
		p.fail("cannot refer to an open group")
	}
	return reSingle(reNode{op: reBack, group: n, fold: p.flags&ReIgnorecase != 0}, -1)
}

// escapedChar reads the character that an escape stands for.
func (p *reParser) escapedChar() rune {
	r := p.next()
	if i := strings.IndexRune(`tnrfva0`, r); i >= 0 {
		return []rune("\t\n\r\f\v\a\x00")[i]
	}
	digits := map[rune]int{'x': 2, 'u': 4, 'U': 8}[r]
	if digits > 0 && p.pos+digits <= len(p.src) {
		if n, err := strconv.ParseUint(p.src[p.pos:p.pos+digits], 16, 32); err == nil {
			p.pos += digits
			return rune(n)
		}
	}
	if r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		p.pos -= 2
		p.fail("bad escape \\%c", r)
	}
	return r
}

// category is the set of \d, \w, \s and their opposites.
func (p *reParser) category(r rune) func(rune) bool {
	var set func(rune) bool
	ascii := p.flags&ReAscii != 0
	switch unicode.ToLower(r) {
	case 'd':
		set = func(r rune) bool {
			return r >= '0' && r <= '9' || !ascii && r >= utf8.RuneSelf && unicode.Is(unicode.Nd, r)
		}
	case 'w':
		set = func(r rune) bool { return isWord(r, ascii) }
	case 's':
		set = func(r rune) bool {
			return r == ' ' || r >= '\t' && r <= '\r' || !ascii && (r >= 0x1c && r <= 0x1f || r >= 0x80 && unicode.IsSpace(r))
		}
	}
	if set == nil || unicode.IsLower(r) {
		return set
	}
	return func(r rune) bool { return !set(r) }
}

func isWord(r rune, ascii bool) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_'
	}
	return !ascii && (unicode.IsLetter(r) || unicode.IsNumber(r))
}

// class reads a set after its [.
func (p *reParser) class() (set func(rune) bool, ascii bool) {
	start := p.pos - 1
	not := p.accept("^")
	var sets []func(rune) bool
	var singles []rune
	ascii = !not && p.flags&ReIgnorecase == 0
	for first := true; ; first = false {
		if !p.more() {
			p.pos = start
			p.fail("unterminated character set")
		}
		if !first && p.accept("]") {
			break
		}
		lo, set := p.classItem()
		if set != nil {
			sets = append(sets, set)
			ascii = false
			continue
		}
		ascii = ascii && lo < utf8.RuneSelf
		if !strings.HasPrefix(p.src[p.pos:], "-") || strings.HasPrefix(p.src[p.pos:], "-]") {
			singles = append(singles, lo)
			continue
		}
		p.next()
		hi, set := p.classItem()
		if set != nil || hi < lo {
			p.fail("bad character range")
		}
		ascii = ascii && hi < utf8.RuneSelf
		sets = append(sets, func(r rune) bool { return r >= lo && r <= hi })
	}
	set = p.folded(func(r rune) bool {
		return slices.Contains(singles, r) || slices.ContainsFunc(sets, func(set func(rune) bool) bool { return set(r) })
	})
	if not {
		inside := set
		set = func(r rune) bool { return !inside(r) }
	}
	return set, ascii
}

// classItem reads one character or category of a set.
func (p *reParser) classItem() (rune, func(rune) bool) {
	if !p.accept(`\`) {
		return p.next(), nil
	}
	if set := p.category(p.peek()); set != nil {
		p.next()
		return 0, set
	}
	if p.accept("b") {
		return '\b', nil
	}
	return p.escapedChar(), nil
}
