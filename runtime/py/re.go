package py

import (
	"iter"
	"strings"
	"sync"
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
	refers   bool      // it asks what a group matched
	bytes    bool      // it is of bytes, which are here as the text of these code points
	straight bool      // it is matched by a straightRun
	whole    bool      // all groups take part in every match
	matcher  ReMatcher // the pattern as Go, if there is such
	closes   int       // and the group that then ends last
}

// ReCompile is re.compile(pattern, flags); it raises re.error. It gives the same object each time, as Python does.
func ReCompile(pattern string, flags int64) *Pattern { return cached(reKey{pattern, flags, false}) }

func compileText(pattern string, flags int64, bytes bool) *Pattern {
	p := &reParser{reTokens: newTokens(pattern, bytes), flags: flags, names: NewDict[string, int64](),
		open: map[int]bool{}, widths: map[int][2]int{}, conds: map[int]int{}}
	tree := p.parse()
	b := &reBuilder{}
	start := b.build(tree, p.flags, b.node(reEnd, nil))
	out := &Pattern{source: pattern, flags: p.flags, start: start, groups: p.groups, loops: b.loops, names: p.names, refers: b.refers, bytes: bytes}
	out.prefix = literalPrefix(start)
	out.prepare()
	return out
}

type reKey struct {
	source string
	flags  int64
	bytes  bool
}

// compiled are the patterns given as text: like Python, each is compiled once.
var compiled = struct {
	sync.RWMutex
	patterns map[reKey]*Pattern
}{patterns: map[reKey]*Pattern{}}

// mostCompiled is how many patterns are kept, as many as CPython keeps: a script may make ever new ones.
const mostCompiled = 512

// patternOf is the pattern that a function of module re is given, as text or compiled.
func patternOf(pattern any, flags int64) *Pattern {
	switch p := pattern.(type) {
	case *Pattern:
		if flags != 0 {
			throw(ValueError, "cannot process flags argument with a compiled pattern")
		}
		return p
	case string:
		return cached(reKey{p, flags, false})
	case Bytes:
		return cached(reKey{latin(p), flags, true})
	}
	throw(TypeError, "first argument must be string or compiled pattern")
	return nil
}

func cached(key reKey) *Pattern {
	compiled.RLock()
	p := compiled.patterns[key]
	compiled.RUnlock()
	if p == nil {
		p = compileText(key.source, key.flags, key.bytes)
		compiled.Lock()
		if len(compiled.patterns) >= mostCompiled {
			clear(compiled.patterns)
		}
		compiled.patterns[key] = p
		compiled.Unlock()
	}
	return p
}

// RePurge is re.purge().
func RePurge() {
	compiled.Lock()
	clear(compiled.patterns)
	compiled.Unlock()
}

// PyTypeName is "re.Pattern".
func (p *Pattern) PyTypeName() string { return "re.Pattern" }

// PyRepr is re.compile('…').
func (p *Pattern) PyRepr() string {
	names := ""
	for _, f := range []struct {
		flag int64
		name string
	}{{ReIgnorecase, "re.IGNORECASE"}, {ReMultiline, "re.MULTILINE"}, {ReDotall, "re.DOTALL"}, {ReVerbose, "re.VERBOSE"}, {ReAscii, "re.ASCII"}} {
		if p.flags&f.flag != 0 && (f.flag != ReAscii || !p.bytes) {
			if names != "" {
				names += "|"
			}
			names += f.name
		}
	}
	if names != "" {
		names = ", " + names
	}
	var source any = p.source
	if p.bytes {
		source = unLatin(p.source)
	}
	return "re.compile(" + firstChars(Repr(source), 200) + names + ")"
}

// PyEqual compares text and flags.
func (p *Pattern) PyEqual(other any) bool {
	o, ok := other.(*Pattern)
	return ok && p.source == o.source && p.flags == o.flags && p.bytes == o.bytes
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
	room := stateRooms.Get().(*reRoom)
	caps, starts := 2*(p.groups+1), 3*(p.groups+1)
	loops := starts + p.loops
	ints := room.ints[:]
	if n := loops + p.loops; n > len(ints) {
		ints = make([]int, n)
	}
	room.state = reState{pat: p, text: text, target: -1, notEmptyAt: -1, limit: firstSteps + perByte*len(text), stack: room.frames[:0], room: room,
		caps: ints[:caps], starts: ints[caps:starts], counts: ints[starts:loops], lasts: ints[loops : loops+p.loops]}
	room.state.reset()
	return &room.state
}

// try matches at byte offset i, where no group has taken part yet.
func (p *Pattern) try(s *reState, i int) bool {
	s.from = i
	if end := p.matched(s.text, i, s.full, s.caps); end != ReAsk && (end != i || i != s.notEmptyAt) {
		s.closed, s.caps[0], s.caps[1] = p.closes, i, end
		return end >= 0
	}
	if p.straight {
		run := straightRun{text: s.text, caps: s.caps, steps: s.steps, full: s.full, from: i, notEmptyAt: s.notEmptyAt}
		end := run.forward(p.start, i)
		s.closed, s.steps = run.closed, run.steps
		switch {
		case end >= 0:
			s.caps[0], s.caps[1] = i, end
			return true
		case end == noMatch:
			return false
		}
	}
	s.stack = s.stack[:0]
	if p.refers {
		s.reset()
	}
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
	s.steps, s.last = 0, false
	s.limit, s.memo = firstSteps+perByte*len(s.text), nil
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
func (p *Pattern) found(text string, w reWindow, s *reState, m *Match) *Match {
	if m == nil {
		m = new(Match)
	}
	m.pattern, m.text, m.window, m.closed, m.many = p, text, w, s.closed, nil
	if copy(m.few[:], s.caps) < len(s.caps) {
		m.many = append(m.many, s.caps...)
	}
	return m
}

// all iterates over the matches as finditer does: where an empty one was, no other follows.
func (p *Pattern) all(text string, w reWindow) iter.Seq[*reState] {
	return func(yield func(*reState) bool) {
		s := p.state(text[:w.end])
		defer s.release()
		for from, ended := w.pos, -1; p.find(s, from, ended); {
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

// reWindow is the part of a text that is searched, in bytes: from pos on, and up to end as if the text ended there.
type reWindow struct{ pos, end int }

func whole(text string) reWindow { return reWindow{0, len(text)} }

func windowOf(text string, pos, endpos int64) reWindow {
	end := byteAt(text, endpos)
	return reWindow{min(byteAt(text, pos), end), end}
}

// Match is p.match(text): at the beginning.
func (p *Pattern) Match(text string) Opt[*Match] { return p.once(text, whole(text), false, nil) }

// MatchIn is Match that uses m for the object, so that it need not be made; so do the others.
func (p *Pattern) MatchIn(text string, m *Match) Opt[*Match] {
	return p.once(text, whole(text), false, m)
}

// MatchWindow is p.match(text, pos, endpos).
func (p *Pattern) MatchWindow(text string, pos, endpos int64) Opt[*Match] {
	return p.once(text, windowOf(text, pos, endpos), false, nil)
}

// MatchWindowIn is MatchWindow in m.
func (p *Pattern) MatchWindowIn(text string, pos, endpos int64, m *Match) Opt[*Match] {
	return p.once(text, windowOf(text, pos, endpos), false, m)
}

// Fullmatch is p.fullmatch(text).
func (p *Pattern) Fullmatch(text string) Opt[*Match] { return p.once(text, whole(text), true, nil) }

// FullmatchIn is Fullmatch in m.
func (p *Pattern) FullmatchIn(text string, m *Match) Opt[*Match] {
	return p.once(text, whole(text), true, m)
}

// FullmatchWindow is p.fullmatch(text, pos, endpos).
func (p *Pattern) FullmatchWindow(text string, pos, endpos int64) Opt[*Match] {
	return p.once(text, windowOf(text, pos, endpos), true, nil)
}

// FullmatchWindowIn is FullmatchWindow in m.
func (p *Pattern) FullmatchWindowIn(text string, pos, endpos int64, m *Match) Opt[*Match] {
	return p.once(text, windowOf(text, pos, endpos), true, m)
}

func (p *Pattern) once(text string, w reWindow, full bool, m *Match) Opt[*Match] {
	if p.straight && p.groups < len(m.few)/2 {
		var end int
		if m != nil {
			end = p.onceStraight(text, w, full, m)
		} else {
			var room Match
			if end = p.onceStraight(text, w, full, &room); end >= 0 {
				m = new(Match)
				*m = room
			}
		}
		switch {
		case end >= 0:
			return Some(m)
		case end == noMatch:
			return Opt[*Match]{}
		}
	}
	s := p.state(text[:w.end])
	s.full = full
	return p.foundBy(s, p.try(s, w.pos), text, w, m)
}

// onceStraight matches a straight pattern, in m, and gives what forward gives.
func (p *Pattern) onceStraight(text string, w reWindow, full bool, m *Match) int {
	text, all := text[:w.end], text
	caps := m.few[:2*(p.groups+1)]
	if end := p.matched(text, w.pos, full, caps); end != ReAsk {
		caps[0], caps[1] = w.pos, end
		m.pattern, m.text, m.window, m.closed, m.many = p, all, w, p.closes, nil
		return end
	}
	run := straightRun{text: text, caps: caps, full: full, from: w.pos, notEmptyAt: -1}
	if !p.whole {
		for i := range run.caps {
			run.caps[i] = -1
		}
	}
	end := run.forward(p.start, w.pos)
	run.caps[0], run.caps[1] = w.pos, end
	m.pattern, m.text, m.window, m.closed, m.many = p, all, w, run.closed, nil
	return end
}

// foundBy is the match of a state that is not needed any more, if there is one.
func (p *Pattern) foundBy(s *reState, ok bool, text string, w reWindow, m *Match) (out Opt[*Match]) {
	if ok {
		out = Some(p.found(text, w, s, m))
	}
	s.release()
	return out
}

// Search is p.search(text).
func (p *Pattern) Search(text string) Opt[*Match] { return p.search(text, whole(text), nil) }

// SearchIn is Search in m.
func (p *Pattern) SearchIn(text string, m *Match) Opt[*Match] { return p.search(text, whole(text), m) }

// SearchWindow is p.search(text, pos, endpos).
func (p *Pattern) SearchWindow(text string, pos, endpos int64) Opt[*Match] {
	return p.search(text, windowOf(text, pos, endpos), nil)
}

// SearchWindowIn is SearchWindow in m.
func (p *Pattern) SearchWindowIn(text string, pos, endpos int64, m *Match) Opt[*Match] {
	return p.search(text, windowOf(text, pos, endpos), m)
}

func (p *Pattern) search(text string, w reWindow, m *Match) Opt[*Match] {
	s := p.state(text[:w.end])
	return p.foundBy(s, p.find(s, w.pos, -1), text, w, m)
}

// Finditer is p.finditer(text).
func (p *Pattern) Finditer(text string) *Iter[*Match] { return p.finditer(text, whole(text)) }

// FinditerWindow is p.finditer(text, pos, endpos).
func (p *Pattern) FinditerWindow(text string, pos, endpos int64) *Iter[*Match] {
	return p.finditer(text, windowOf(text, pos, endpos))
}

func (p *Pattern) finditer(text string, w reWindow) *Iter[*Match] {
	return namedIter("callable_iterator", MapSeq(func(s *reState) *Match { return p.found(text, w, s, nil) }, p.all(text, w)))
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
	return patternFindall[T](p, text, whole(text))
}

// PatternFindallWindow is p.findall(text, pos, endpos).
func PatternFindallWindow[T any](p *Pattern, text string, pos, endpos int64) *List[T] {
	return patternFindall[T](p, text, windowOf(text, pos, endpos))
}

func patternFindall[T any](p *Pattern, text string, w reWindow) *List[T] {
	out := &List[T]{}
	for s := range p.all(text, w) {
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
	for s := range p.all(text, whole(text)) {
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
	for s := range p.all(text, whole(text)) {
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
	return p.SubnFunc(function, text, count).V0
}

// SubnFunc is p.subn(function, text, count).
func (p *Pattern) SubnFunc(function func(*Match) string, text string, count int64) Tuple2[string, int64] {
	return T2(p.replace(text, count, func(s *reState) string { return function(p.found(text, whole(text), s, nil)) }))
}

// SubAny is p.sub(replacement, text, count) of a function or a text that is known only when running.
func (p *Pattern) SubAny(replacement any, text string, count int64) string {
	return p.SubnAny(replacement, text, count).V0
}

// SubnAny is p.subn(replacement, text, count) of a function or a text that is known only when running.
func (p *Pattern) SubnAny(replacement any, text string, count int64) Tuple2[string, int64] {
	if template, ok := replacement.(string); ok {
		return p.Subn(template, text, count)
	}
	if !Callable(replacement) {
		throwf(TypeError, "decoding to str: need a bytes-like object, %s found", fullTypeName(replacement))
	}
	return p.SubnFunc(func(m *Match) string {
		v := DynCall(replacement, m)
		s, ok := v.(string)
		if !ok && v != any(None) {
			throwf(TypeError, "expected str instance, %s found", fullTypeName(v))
		}
		return s
	}, text, count)
}
