package py

import (
	"iter"
	"strings"
	"sync"
	"unicode/utf8"
)

// Pattern is re.Pattern: a compiled regular expression. It may be shared.
type Pattern struct {
	source   string
	flags    int64
	start    *reNode
	groups   int
	loops    int
	names    *Dict[string, int64]
	prefix   string    // what every match begins with
	starts   *startSet // what a match can begin with
	anchored bool      // a match begins at the beginning of the text
}

// ReCompile is re.compile(pattern, flags); it raises re.error.
func ReCompile(pattern string, flags int64) *Pattern {
	p := &reParser{src: pattern, flags: flags | ReUnicode, names: NewDict[string, int64](), open: map[int]bool{}}
	if flags&ReAscii != 0 {
		p.flags &^= ReUnicode
	}
	term := p.alternatives()
	if p.more() {
		p.fail("unbalanced parenthesis")
	}
	out := &Pattern{source: pattern, flags: p.flags, start: term.link(&reNode{op: reEnd}), groups: p.groups, loops: p.loops, names: p.names}
	var prefix strings.Builder
	for n := out.start; n.op == reChar && !n.fold; n = n.next {
		prefix.WriteRune(n.r)
	}
	out.prefix = prefix.String()
	out.prepare()
	return out
}

type reKey struct {
	source string
	flags  int64
}

// compiled are the patterns given as text: like Python, each is compiled once.
var compiled sync.Map

// patternOf is the pattern that a function of module re is given, as text or compiled.
func patternOf(pattern any, flags int64) *Pattern {
	switch p := pattern.(type) {
	case *Pattern:
		return p
	case string:
		key := reKey{p, flags}
		if c, ok := compiled.Load(key); ok {
			return c.(*Pattern)
		}
		c := ReCompile(p, flags)
		compiled.Store(key, c)
		return c
	}
	throw(TypeError, "first argument must be string or compiled pattern")
	return nil
}

// PyTypeName is "Pattern".
func (p *Pattern) PyTypeName() string { return "Pattern" }

// PyRepr is re.compile('…').
func (p *Pattern) PyRepr() string {
	names := ""
	for _, f := range []struct {
		flag int64
		name string
	}{{ReIgnorecase, "re.IGNORECASE"}, {ReMultiline, "re.MULTILINE"}, {ReDotall, "re.DOTALL"}, {ReVerbose, "re.VERBOSE"}, {ReAscii, "re.ASCII"}} {
		if p.flags&f.flag != 0 {
			if names != "" {
				names += "|"
			}
			names += f.name
		}
	}
	if names != "" {
		names = ", " + names
	}
	return "re.compile(" + Repr(p.source) + names + ")"
}

// PyEqual compares text and flags.
func (p *Pattern) PyEqual(other any) bool {
	o, ok := other.(*Pattern)
	return ok && p.source == o.source && p.flags == o.flags
}

// PyHash is that of the text.
func (p *Pattern) PyHash() int64 { return hashString(p.source) }

// Pattern is p.pattern.
func (p *Pattern) Pattern() string { return p.source }

// Flags is p.flags.
func (p *Pattern) Flags() int64 { return p.flags }

// Groups is p.groups.
func (p *Pattern) Groups() int64 { return int64(p.groups) }

// Groupindex is p.groupindex, as a dict.
func (p *Pattern) Groupindex() *Dict[string, int64] { return DictCopy(p.names) }

// state is where matches of a text are looked for.
func (p *Pattern) state(text string) *reState {
	s := p.stateIn(text, make([]int, p.size()))
	return &s
}

// size is how many numbers a state has.
func (p *Pattern) size() int { return 3*(p.groups+1) + 2*p.loops }

// stateIn is a state that keeps its numbers in ints.
func (p *Pattern) stateIn(text string, ints []int) reState {
	caps, starts := 2*(p.groups+1), 3*(p.groups+1)
	for i := range ints[:caps] {
		ints[i] = -1
	}
	loops := starts + p.loops
	return reState{text: text, target: -1, caps: ints[:caps], starts: ints[caps:starts], counts: ints[starts:loops], lasts: ints[loops : loops+p.loops]}
}

// try matches at byte offset i, where no group has taken part yet.
func (p *Pattern) try(s *reState, i int) bool {
	s.from = i
	if !s.match(p.start, i) {
		return false
	}
	s.caps[0], s.caps[1] = i, s.end
	return true
}

// find is the first match at byte offset from or later. At notEmptyAt, where an empty one was,
// only a longer one counts.
func (p *Pattern) find(s *reState, from, notEmptyAt int) bool {
	s.notEmptyAt = notEmptyAt
	s.reset()
	if p.anchored && from > 0 {
		return false
	}
	for i := from; i <= len(s.text); {
		if p.prefix != "" {
			at := strings.Index(s.text[i:], p.prefix)
			if at < 0 {
				return false
			}
			i += at
		} else {
			for i < len(s.text) && !p.starts.bytes[s.text[i]] {
				i++
			}
			if i == len(s.text) && !p.starts.end {
				return false
			}
		}
		if p.try(s, i) {
			return true
		}
		if p.anchored {
			return false
		}
		_, size := s.at(i)
		i += max(size, 1)
	}
	return false
}

// found is a match of a text, in m unless that is nil.
func (p *Pattern) found(text string, caps []int, m *Match) *Match {
	if m == nil {
		m = new(Match)
	}
	m.pattern, m.text, m.many = p, text, nil
	if copy(m.few[:], caps) < len(caps) {
		m.many = append(m.many, caps...)
	}
	return m
}

// all iterates over the matches as finditer does: where an empty one was, no other follows.
func (p *Pattern) all(text string) iter.Seq[*reState] {
	return func(yield func(*reState) bool) {
		s := p.state(text)
		for from, ended := 0, -1; p.find(s, from, ended); {
			if !yield(s) {
				return
			}
			from, ended = s.caps[1], -1
			if s.caps[0] == from {
				ended = from
			}
		}
	}
}

// byteAt is the byte offset of a position in characters.
func byteAt(text string, pos int64) int {
	if pos <= 0 {
		return 0
	}
	for i := range text {
		if pos == 0 {
			return i
		}
		pos--
	}
	return len(text)
}

// Match is p.match(text): at the beginning.
func (p *Pattern) Match(text string, pos int64) Opt[*Match] { return p.MatchIn(text, pos, nil) }

// MatchIn is Match that uses m for the object, so that it need not be made; so do the others.
func (p *Pattern) MatchIn(text string, pos int64, m *Match) Opt[*Match] {
	return p.once(text, byteAt(text, pos), false, m)
}

func (p *Pattern) once(text string, from int, full bool, m *Match) Opt[*Match] {
	var few [fewInts]int
	s := p.stateIn(text, p.room(few[:]))
	s.full, s.notEmptyAt = full, -1
	if !p.try(&s, from) {
		return Opt[*Match]{}
	}
	return Some(p.found(text, s.caps, m))
}

// fewInts is the size of most states.
const fewInts = 48

// room is a part of few for a state, or a slice of its own if few is too small.
func (p *Pattern) room(few []int) []int {
	if n := p.size(); n > len(few) {
		return make([]int, n)
	}
	return few
}

// Fullmatch is p.fullmatch(text).
func (p *Pattern) Fullmatch(text string) Opt[*Match] { return p.FullmatchIn(text, nil) }

// FullmatchIn is Fullmatch in m.
func (p *Pattern) FullmatchIn(text string, m *Match) Opt[*Match] { return p.once(text, 0, true, m) }

// Search is p.search(text, pos).
func (p *Pattern) Search(text string, pos int64) Opt[*Match] { return p.SearchIn(text, pos, nil) }

// SearchIn is Search in m.
func (p *Pattern) SearchIn(text string, pos int64, m *Match) Opt[*Match] {
	var few [fewInts]int
	s := p.stateIn(text, p.room(few[:]))
	if !p.find(&s, byteAt(text, pos), -1) {
		return Opt[*Match]{}
	}
	return Some(p.found(text, s.caps, m))
}

// Finditer is p.finditer(text).
func (p *Pattern) Finditer(text string) *Iter[*Match] {
	return namedIter("callable_iterator", MapSeq(func(s *reState) *Match { return p.found(text, s.caps, nil) }, p.all(text)))
}

// groupOr is the text of group g, "" if it took no part.
func (s *reState) groupOr(g int) string {
	if s.caps[2*g] < 0 {
		return ""
	}
	return s.text[s.caps[2*g]:s.caps[2*g+1]]
}

// PatternFindall is p.findall(text). T is string for a pattern with at most one group, a tuple of
// strings for one with more, or any.
func PatternFindall[T any](p *Pattern, text string) *List[T] {
	out := &List[T]{}
	for s := range p.all(text) {
		var v any
		switch p.groups {
		case 0:
			v = s.groupOr(0)
		case 1:
			v = s.groupOr(1)
		default:
			row := make([]string, p.groups)
			for i := range row {
				row[i] = s.groupOr(i + 1)
			}
			v = tupleOfStrings(row)
		}
		if t, ok := v.(T); ok {
			out.v = append(out.v, t)
			continue
		}
		out.v = append(out.v, As[T](v))
	}
	return out
}

func tupleOfStrings(row []string) any {
	boxed := make([]any, len(row))
	for i, s := range row {
		boxed[i] = s
	}
	return TupleFrom(boxed)
}

// PatternSplit is p.split(text, maxsplit). T is string for a pattern without groups, else any:
// groups that took no part are None.
func PatternSplit[T any](p *Pattern, text string, maxsplit int64) *List[T] {
	out := &List[T]{}
	from := 0
	add := func(lo, hi int) {
		var v any = None
		if lo >= 0 {
			v = text[lo:hi]
		}
		out.v = append(out.v, v.(T))
	}
	n := int64(0)
	for s := range p.all(text) {
		if maxsplit > 0 && n == maxsplit {
			break
		}
		n++
		add(from, s.caps[0])
		for g := 1; g <= p.groups; g++ {
			add(s.caps[2*g], s.caps[2*g+1])
		}
		from = s.caps[1]
	}
	add(from, len(text))
	return out
}

// replace is the text with each match replaced, and how many there were.
func (p *Pattern) replace(text string, count int64, with func(*reState) string) (string, int64) {
	var b strings.Builder
	from, n := 0, int64(0)
	for s := range p.all(text) {
		if count > 0 && n == count {
			break
		}
		n++
		b.WriteString(text[from:s.caps[0]])
		b.WriteString(with(s))
		from = s.caps[1]
	}
	b.WriteString(text[from:])
	return b.String(), n
}

// Sub is p.sub(template, text, count).
func (p *Pattern) Sub(template, text string, count int64) string {
	return p.Subn(template, text, count).V0
}

// Subn is p.subn(template, text, count).
func (p *Pattern) Subn(template, text string, count int64) Tuple2[string, int64] {
	return T2(p.replace(text, count, p.template(template)))
}

// SubFunc is p.sub(function, text, count).
func (p *Pattern) SubFunc(function func(*Match) string, text string, count int64) string {
	out, _ := p.replace(text, count, func(s *reState) string { return function(p.found(text, s.caps, nil)) })
	return out
}

// template compiles the replacement of sub: \1, \g<1>, \g<name> and \n.
func (p *Pattern) template(template string) func(*reState) string {
	if !strings.Contains(template, `\`) {
		return func(*reState) string { return template }
	}
	var parts []func(*reState) string
	r := &reParser{src: template, names: p.names}
	for r.more() {
		if !r.accept(`\`) {
			start := r.pos
			for r.more() && r.peek() != '\\' {
				r.next()
			}
			literal := template[start:r.pos]
			parts = append(parts, func(*reState) string { return literal })
			continue
		}
		parts = append(parts, p.templatePart(r))
	}
	return func(s *reState) string {
		var b strings.Builder
		for _, part := range parts {
			b.WriteString(part(s))
		}
		return b.String()
	}
}

func (p *Pattern) templatePart(r *reParser) func(*reState) string {
	if !r.more() {
		r.fail("bad escape (end of pattern)")
	}
	group := -1
	switch c := r.peek(); {
	case c >= '1' && c <= '9':
		group = int(r.next() - '0')
		if r.more() && r.peek() >= '0' && r.peek() <= '9' {
			group = group*10 + int(r.next()-'0')
		}
	case r.accept("g<"):
		end := strings.IndexByte(r.src[r.pos:], '>')
		if end < 0 {
			r.fail("missing >, unterminated name")
		}
		name := r.src[r.pos : r.pos+end]
		r.pos += end + 1
		group = p.groupNumber(name)
		if group < 0 {
			throwf(IndexError, "unknown group name %s", Repr(name))
		}
	case c == '\\':
		r.next()
		return func(*reState) string { return `\` }
	default:
		text := string(r.escapedChar())
		if strings.Contains(`.-+*?()[]{}|^$/ "'&%#@!~:;<>=,`, text) {
			text = `\` + text
		}
		return func(*reState) string { return text }
	}
	if group > p.groups {
		r.fail("invalid group reference %d", group)
	}
	return func(s *reState) string { return s.groupOr(group) }
}

// groupNumber is the number of a group given by number or name in a template, or -1.
func (p *Pattern) groupNumber(name string) int {
	if n, ok := p.names.Lookup(name); ok {
		return int(n)
	}
	n := 0
	for _, c := range name {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// ReEscape is re.escape(text).
func ReEscape(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r < utf8.RuneSelf && strings.ContainsRune("()[]{}?*+-|^$\\.&~# \t\n\r\v\f", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// ReMatch is re.match(pattern, text, flags), for a pattern as text or compiled; and so the others.
func ReMatch(pattern any, text string, flags int64) Opt[*Match] {
	return patternOf(pattern, flags).Match(text, 0)
}

// ReSearch is re.search(pattern, text, flags).
func ReSearch(pattern any, text string, flags int64) Opt[*Match] {
	return patternOf(pattern, flags).Search(text, 0)
}

// ReFullmatch is re.fullmatch(pattern, text, flags).
func ReFullmatch(pattern any, text string, flags int64) Opt[*Match] {
	return patternOf(pattern, flags).Fullmatch(text)
}

// ReMatchIn is ReMatch in m.
func ReMatchIn(pattern any, text string, flags int64, m *Match) Opt[*Match] {
	return patternOf(pattern, flags).MatchIn(text, 0, m)
}

// ReSearchIn is ReSearch in m.
func ReSearchIn(pattern any, text string, flags int64, m *Match) Opt[*Match] {
	return patternOf(pattern, flags).SearchIn(text, 0, m)
}

// ReFullmatchIn is ReFullmatch in m.
func ReFullmatchIn(pattern any, text string, flags int64, m *Match) Opt[*Match] {
	return patternOf(pattern, flags).FullmatchIn(text, m)
}

// ReFinditer is re.finditer(pattern, text, flags).
func ReFinditer(pattern any, text string, flags int64) *Iter[*Match] {
	return patternOf(pattern, flags).Finditer(text)
}

// ReFindall is re.findall(pattern, text, flags); for T see PatternFindall.
func ReFindall[T any](pattern any, text string, flags int64) *List[T] {
	return PatternFindall[T](patternOf(pattern, flags), text)
}

// ReSplit is re.split(pattern, text, maxsplit, flags); for T see PatternSplit.
func ReSplit[T any](pattern any, text string, maxsplit, flags int64) *List[T] {
	return PatternSplit[T](patternOf(pattern, flags), text, maxsplit)
}

// ReSub is re.sub(pattern, template, text, count, flags).
func ReSub(pattern any, template, text string, count, flags int64) string {
	return patternOf(pattern, flags).Sub(template, text, count)
}

// ReSubn is re.subn(pattern, template, text, count, flags).
func ReSubn(pattern any, template, text string, count, flags int64) Tuple2[string, int64] {
	return patternOf(pattern, flags).Subn(template, text, count)
}

// ReSubFunc is re.sub(pattern, function, text, count, flags).
func ReSubFunc(pattern any, function func(*Match) string, text string, count, flags int64) string {
	return patternOf(pattern, flags).SubFunc(function, text, count)
}
