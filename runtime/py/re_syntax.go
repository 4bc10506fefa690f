package py

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Flags of re.
const (
	ReIgnorecase = int64(2)
	ReLocale     = int64(4)
	ReMultiline  = int64(8)
	ReDotall     = int64(16)
	ReUnicode    = int64(32)
	ReVerbose    = int64(64)
	ReDebug      = int64(128)
	ReAscii      = int64(256)
	ReNoflag     = int64(0)

	ReI = ReIgnorecase
	ReL = ReLocale
	ReM = ReMultiline
	ReS = ReDotall
	ReU = ReUnicode
	ReX = ReVerbose
	ReA = ReAscii
)

const reTypeFlags = ReAscii | ReUnicode | ReLocale

// reFlagOf are the letters of flags in a pattern.
var reFlagOf = map[string]int64{"i": ReIgnorecase, "L": ReLocale, "m": ReMultiline, "s": ReDotall, "x": ReVerbose, "a": ReAscii, "u": ReUnicode}

// ReError is re.error.
var ReError = &ExcClass{Name: "error", Module: "re", Bases: []*ExcClass{ExceptionClass}}

// reForm is what a part of a pattern is.
type reForm uint8

const (
	formEmpty  reForm = iota
	formChar          // one character
	formAny           // .
	formSet           // [...] or \d
	formAt            // ^ $ \A \Z \b \B, by the letter
	formGroup         // (...), or (?:...) without a number
	formAtomic        // (?>...)
	formRepeat        // a part, repeated
	formBack          // a backreference
	formLook          // a look-around
	formCond          // (?(1)yes|no)
	formAlt           // a|b
	formSeq           // parts one after another
)

// reTree is a part of a pattern as it is written. What the flags make of it is decided when it is built.
type reTree struct {
	form       reForm
	char       rune // of formChar; the letter of formAt
	set        reClass
	parts      []*reTree
	min, max   int  // of formRepeat; max < 0: any number
	how        byte // of formRepeat: '?' for lazy, '+' for possessive, 0 for greedy
	group      int  // of formGroup, formBack and formCond
	add, del   int64
	not        bool // of formLook
	behind     bool
	start, end int // of formBack: how many characters the group has
}

// reClass is a set of characters: ranges and categories.
type reClass struct {
	not        bool
	ranges     [][2]rune
	categories []byte // d, D, s, S, w, W
}

// reTokens are the tokens of a pattern or template: characters, and backslashes with what follows.
type reTokens struct {
	src   string
	index int    // where the token after next begins
	next  string // "" at the end
	bytes bool   // of bytes, here as Latin-1
}

func newTokens(src string, bytes bool) *reTokens {
	t := &reTokens{src: src, bytes: bytes}
	t.advance()
	return t
}

func (t *reTokens) advance() {
	if t.index >= len(t.src) {
		t.next = ""
		return
	}
	_, n := utf8.DecodeRuneInString(t.src[t.index:])
	if t.src[t.index] == '\\' {
		_, m := utf8.DecodeRuneInString(t.src[t.index+1:])
		if m == 0 {
			t.index = len(t.src)
			t.next = ""
			t.failAt(len(t.src)-1, "bad escape (end of pattern)")
		}
		n += m
	}
	t.next = t.src[t.index : t.index+n]
	t.index += n
}

// tell is the offset of the next token.
func (t *reTokens) tell() int { return t.index - len(t.next) }

func (t *reTokens) get() string {
	token := t.next
	t.advance()
	return token
}

func (t *reTokens) match(token string) bool {
	if t.next != token {
		return false
	}
	t.advance()
	return true
}

func (t *reTokens) seek(at int) {
	t.index = at
	t.advance()
}

// while reads at most n tokens of a set.
func (t *reTokens) while(n int, chars string) string {
	out := ""
	for ; n > 0 && t.next != "" && strings.Contains(chars, t.next); n-- {
		out += t.get()
	}
	return out
}

// until reads up to a terminator.
func (t *reTokens) until(terminator, what string) string {
	out := ""
	for {
		token := t.next
		t.advance()
		switch {
		case token == "" && out == "":
			t.fail(0, "missing %s", what)
		case token == "":
			t.fail(len(out), "missing %s, unterminated name", terminator)
		case token == terminator && out == "":
			t.fail(1, "missing %s", what)
		case token == terminator:
			return out
		}
		out += token
	}
}

// fail raises re.error for a place so many bytes before the next token.
func (t *reTokens) fail(back int, format string, args ...any) {
	t.failAt(t.tell()-back, format, args...)
}

func (t *reTokens) failAt(at int, format string, args ...any) {
	at = max(min(at, len(t.src)), 0)
	before := t.src[:at]
	pos := int64(utf8.RuneCountInString(before))
	message := fmt.Sprintf(format, args...)
	text := fmt.Sprintf("%s at position %d", message, pos)
	line := int64(strings.Count(before, "\n")) + 1
	column := int64(utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])) + 1
	if strings.Contains(t.src, "\n") {
		text += fmt.Sprintf(" (line %d, column %d)", line, column)
	}
	var pattern any = t.src
	if t.bytes {
		pattern = unLatin(t.src)
	}
	e := NewException(ReError, text)
	e.attrs = map[string]any{"msg": message, "pattern": pattern, "pos": pos, "lineno": line, "colno": column}
	e.capture(1)
	panic(e)
}

// raiseReError raises re.error without a place.
func raiseReError(message string) {
	e := NewException(ReError, message)
	e.attrs = map[string]any{"msg": message, "pattern": None, "pos": None, "lineno": None, "colno": None}
	Raise(e)
}

// checkName raises re.error for what is no name of a group.
func (t *reTokens) checkName(name string) {
	if !StrIsidentifier(name) {
		t.fail(len(name)+1, "bad character in group name %s", Repr(name))
	}
}

// reParser reads a pattern as CPython's sre_parse does, with its errors.
type reParser struct {
	*reTokens
	flags  int64
	groups int
	names  *Dict[string, int64]
	open   map[int]bool   // groups not closed yet
	widths map[int][2]int // of the groups that are closed
	behind int            // groups before the look-behind that is being read, plus one; 0 for none
	conds  map[int]int    // where a group was first asked for by number
	order  []int          // of conds
}

func (p *reParser) parse() *reTree {
	out := p.alternatives(p.flags&ReVerbose != 0, 0)
	p.fixFlags()
	if p.next != "" {
		p.fail(0, "unbalanced parenthesis")
	}
	for _, g := range p.order {
		if g > p.groups {
			p.failAt(p.conds[g], "invalid group reference %d", g)
		}
	}
	return out
}

// fixFlags checks flags that exclude each other, and adds UNICODE for a str.
func (p *reParser) fixFlags() {
	switch {
	case p.bytes && p.flags&ReUnicode != 0:
		throw(ValueError, "cannot use UNICODE flag with a bytes pattern")
	case p.bytes && p.flags&ReLocale != 0 && p.flags&ReAscii != 0:
		throw(ValueError, "ASCII and LOCALE flags are incompatible")
	case p.bytes:
	case p.flags&ReLocale != 0:
		throw(ValueError, "cannot use LOCALE flag with a str pattern")
	case p.flags&ReAscii == 0:
		p.flags |= ReUnicode
	case p.flags&ReUnicode != 0:
		throw(ValueError, "ASCII and UNICODE flags are incompatible")
	}
}

// alternatives reads a|b|c up to ) or the end.
func (p *reParser) alternatives(verbose bool, nested int) *reTree {
	var all []*reTree
	for {
		all = append(all, p.sequence(verbose, nested+1, nested == 0 && len(all) == 0))
		if !p.match("|") {
			break
		}
		if nested == 0 {
			verbose = p.flags&ReVerbose != 0
		}
	}
	if len(all) == 1 {
		return all[0]
	}
	return &reTree{form: formAlt, parts: all}
}

// sequence reads the parts of one alternative.
func (p *reParser) sequence(verbose bool, nested int, first bool) *reTree {
	out := &reTree{form: formSeq}
	add := func(t *reTree) { out.parts = append(out.parts, t) }
	for p.next != "" && p.next != "|" && p.next != ")" {
		token := p.get()
		if verbose {
			if strings.Contains(" \t\n\r\v\f", token) {
				continue
			}
			if token == "#" {
				for token = p.get(); token != "" && token != "\n"; token = p.get() {
				}
				continue
			}
		}
		switch {
		case token[0] == '\\':
			add(p.escape(token))
		case token == "[":
			add(p.class())
		case token == "*" || token == "+" || token == "?" || token == "{":
			p.repeat(token, out)
		case token == ".":
			add(&reTree{form: formAny})
		case token == "^" || token == "$":
			add(&reTree{form: formAt, char: rune(token[0])})
		case token == "(":
			if t, ok := p.parenthesis(&verbose, nested, first && len(out.parts) == 0); ok {
				add(t)
			}
		default:
			add(&reTree{form: formChar, char: charOf(token)})
		}
	}
	return out
}

func charOf(token string) rune {
	r, _ := utf8.DecodeRuneInString(token)
	return r
}

// repeat reads a quantifier, for the last part of the sequence.
func (p *reParser) repeat(token string, seq *reTree) {
	here := p.tell()
	lo, hi := 0, -1
	switch token {
	case "?":
		hi = 1
	case "+":
		lo = 1
	case "{":
		var ok bool
		if lo, hi, ok = p.counts(here); !ok {
			seq.parts = append(seq.parts, &reTree{form: formChar, char: '{'})
			return
		}
	}
	back := p.tell() - here + len(token)
	if len(seq.parts) == 0 || seq.parts[len(seq.parts)-1].form == formAt {
		p.fail(back, "nothing to repeat")
	}
	item := seq.parts[len(seq.parts)-1]
	if item.form == formRepeat {
		p.fail(back, "multiple repeat")
	}
	out := &reTree{form: formRepeat, parts: []*reTree{item}, min: lo, max: hi}
	if p.match("?") {
		out.how = '?'
	} else if p.match("+") {
		out.how = '+'
	}
	seq.parts[len(seq.parts)-1] = out
}

// maxRepeat is the number from which on CPython takes a repetition for an overflow.
const maxRepeat = 1<<32 - 1

// counts reads what follows a brace: {m}, {m,}, {,n} or {m,n}; anything else is text.
func (p *reParser) counts(here int) (lo, hi int, ok bool) {
	if p.next == "}" {
		return 0, 0, false
	}
	const digits = "0123456789"
	from := p.while(1<<30, digits)
	to := from
	if p.match(",") {
		to = p.while(1<<30, digits)
	}
	if !p.match("}") {
		p.seek(here)
		return 0, 0, false
	}
	lo, hi = 0, -1
	number := func(s string) int {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil || n >= maxRepeat {
			throw(OverflowError, "the repetition number is too large")
		}
		return int(min(n, math.MaxInt))
	}
	if from != "" {
		lo = number(from)
	}
	if to != "" {
		if hi = number(to); hi < lo {
			p.fail(p.tell()-here, "min repeat greater than max repeat")
		}
	}
	return lo, hi, true
}

const (
	octalDigits = "01234567"
	hexDigits   = "0123456789abcdefABCDEF"
)

// charEscapes are the escapes that stand for one character, in and out of sets.
var charEscapes = map[string]rune{`\a`: '\a', `\b`: '\b', `\f`: '\f', `\n`: '\n', `\r`: '\r', `\t`: '\t', `\v`: '\v', `\\`: '\\'}

// numberEscape reads \x, \u and \U; ok is false for others.
func (p *reParser) numberEscape(escape string) (r rune, ok bool) {
	n := map[byte]int{'x': 2, 'u': 4, 'U': 8}[escape[1]]
	if escape[1] == 'N' && !p.bytes {
		if !p.match("{") {
			p.fail(0, "missing {")
		}
		name := p.until("}", "character name")
		p.fail(len(name)+len(`\N{}`), "names of characters are not supported by dstreamc: %s", name)
	}
	if n == 0 || p.bytes && n > 2 {
		return 0, false
	}
	escape += p.while(n, hexDigits)
	if len(escape) != n+2 {
		p.fail(len(escape), "incomplete escape %s", escape)
	}
	v, _ := strconv.ParseUint(escape[2:], 16, 64)
	if v > utf8.MaxRune {
		p.fail(len(escape), "bad escape %s", escape)
	}
	return rune(v), true
}

// badEscape raises re.error for a letter or digit that is no escape.
func (p *reParser) badEscape(escape string) {
	if c := escape[1]; c < utf8.RuneSelf && (unicode.IsLetter(rune(c)) || unicode.IsDigit(rune(c))) {
		p.fail(len(escape), "bad escape %s", escape)
	}
}

// escape reads what a backslash begins outside of a set.
func (p *reParser) escape(escape string) *reTree {
	switch c := escape[1]; c {
	case 'A', 'Z', 'b', 'B':
		return &reTree{form: formAt, char: rune(c)}
	case 'd', 'D', 's', 'S', 'w', 'W':
		return &reTree{form: formSet, set: reClass{categories: []byte{c}}}
	case '0':
		escape += p.while(2, octalDigits)
		n, _ := strconv.ParseUint(escape[1:], 8, 32)
		return &reTree{form: formChar, char: rune(n)}
	case '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return p.reference(escape)
	}
	if r, ok := charEscapes[escape]; ok {
		return &reTree{form: formChar, char: r}
	}
	if r, ok := p.numberEscape(escape); ok {
		return &reTree{form: formChar, char: r}
	}
	p.badEscape(escape)
	return &reTree{form: formChar, char: charOf(escape[1:])}
}

func isOctal(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '7' }

// reference reads a backreference by number, or the three digits of a character.
func (p *reParser) reference(escape string) *reTree {
	if p.next != "" && strings.Contains("0123456789", p.next) {
		escape += p.get()
		if isOctal(escape, 1) && isOctal(escape, 2) && p.next != "" && isOctal(p.next, 0) {
			escape += p.get()
			return &reTree{form: formChar, char: p.octal(escape)}
		}
	}
	group, _ := strconv.Atoi(escape[1:])
	if group > p.groups {
		p.fail(len(escape)-1, "invalid group reference %d", group)
	}
	return p.back(group, len(escape))
}

// octal is the character of three octal digits.
func (t *reTokens) octal(escape string) rune {
	n, _ := strconv.ParseUint(escape[1:], 8, 32)
	if n > 0o377 {
		t.fail(len(escape), "octal escape value %s outside of range 0-0o377", escape)
	}
	return rune(n)
}

func (p *reParser) back(group, length int) *reTree {
	if p.open[group] {
		p.fail(length, "cannot refer to an open group")
	}
	p.checkBehind(group)
	w := p.widths[group]
	return &reTree{form: formBack, group: group, start: w[0], end: w[1]}
}

// checkBehind raises re.error for a reference in a look-behind to a group of it.
func (p *reParser) checkBehind(group int) {
	switch {
	case p.behind == 0:
	case p.open[group] || group > p.groups:
		p.fail(0, "cannot refer to an open group")
	case group >= p.behind:
		p.fail(0, "cannot refer to group defined in the same lookbehind subpattern")
	}
}

// class reads a set after its [.
func (p *reParser) class() *reTree {
	here := p.tell() - 1
	out := &reTree{form: formSet}
	out.set.not = p.match("^")
	end := func() { p.fail(p.tell()-here, "unterminated character set") }
	empty := true
	for {
		token := p.get()
		if token == "" {
			end()
		}
		if token == "]" && !empty {
			break
		}
		empty = false
		lo, category := p.classItem(token)
		if !p.match("-") {
			out.set.add(lo, lo, category)
			continue
		}
		that := p.get()
		if that == "" {
			end()
		}
		if that == "]" {
			out.set.add(lo, lo, category)
			out.set.add('-', '-', 0)
			break
		}
		hi, other := p.classItem(that)
		if category != 0 || other != 0 || hi < lo {
			p.fail(len(token)+1+len(that), "bad character range %s-%s", token, that)
		}
		out.set.add(lo, hi, 0)
	}
	if s := out.set; !s.not && len(s.categories) == 0 && len(s.ranges) == 1 && s.ranges[0][0] == s.ranges[0][1] {
		return &reTree{form: formChar, char: s.ranges[0][0]}
	}
	return out
}

func (s *reClass) add(lo, hi rune, category byte) {
	if category != 0 {
		s.categories = append(s.categories, category)
	} else {
		s.ranges = append(s.ranges, [2]rune{lo, hi})
	}
}

// classItem reads one character or category of a set.
func (p *reParser) classItem(token string) (r rune, category byte) {
	if token[0] != '\\' {
		return charOf(token), 0
	}
	switch c := token[1]; c {
	case 'd', 'D', 's', 'S', 'w', 'W':
		return 0, c
	case '0', '1', '2', '3', '4', '5', '6', '7':
		return p.octal(token + p.while(2, octalDigits)), 0
	}
	if r, ok := charEscapes[token]; ok {
		return r, 0
	}
	if r, ok := p.numberEscape(token); ok {
		return r, 0
	}
	p.badEscape(token)
	return charOf(token[1:]), 0
}
