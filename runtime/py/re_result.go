package py

import (
	"fmt"
	"unicode/utf8"
)

// Match is re.Match: where a pattern matched.
type Match struct {
	pattern *Pattern
	text    string
	window  reWindow
	closed  int     // the group that ended last
	few     [20]int // byte offsets of up to nine groups and the whole: start, end, or -1
	many    []int   // those of more groups
}

// spans are the byte offsets of the groups.
func (m *Match) spans() []int {
	if m.many != nil {
		return m.many
	}
	return m.few[:2*(m.pattern.groups+1)]
}

// PyTypeName is "re.Match".
func (m *Match) PyTypeName() string { return "re.Match" }

// PyRepr is <re.Match object; span=(0, 1), match='a'>.
func (m *Match) PyRepr() string {
	return fmt.Sprintf("<re.Match object; span=(%d, %d), match=%s>", m.position(m.spans()[0]), m.position(m.spans()[1]),
		firstChars(Repr(m.pattern.outside(m.Group())), 50))
}

// PyEqual is identity.
func (m *Match) PyEqual(other any) bool { return any(m) == other }

// PyHash is by identity.
func (m *Match) PyHash() int64 { return Id(m) >> 4 }

// number is the number of a group given as an int or by name; it raises IndexError.
func (m *Match) number(group any) int {
	switch g := group.(type) {
	case bool:
		return m.number(boolInt(g))
	case int64:
		if g >= 0 && g <= int64(m.pattern.groups) {
			return int(g)
		}
	case string:
		if n, ok := m.pattern.names.Lookup(g); ok {
			return int(n)
		}
	}
	throw(IndexError, "no such group")
	return 0
}

func (m *Match) part(n int) Opt[string] {
	lo, hi := m.spans()[2*n], m.spans()[2*n+1]
	if lo < 0 {
		return Opt[string]{}
	}
	return Some(m.text[lo:hi])
}

// Group is m.group(): the whole match.
func (m *Match) Group() string { return m.text[m.spans()[0]:m.spans()[1]] }

// GroupOf is m.group(n), m.group('name') and m[n].
func (m *Match) GroupOf(group any) Opt[string] { return m.part(m.number(group)) }

// GroupPair is m.group(a, b).
func (m *Match) GroupPair(a, b any) Tuple2[Opt[string], Opt[string]] {
	return T2(m.GroupOf(a), m.GroupOf(b))
}

// GroupTriple is m.group(a, b, c).
func (m *Match) GroupTriple(a, b, c any) Tuple3[Opt[string], Opt[string], Opt[string]] {
	return T3(m.GroupOf(a), m.GroupOf(b), m.GroupOf(c))
}

// GroupMany is m.group(*groups).
func (m *Match) GroupMany(groups ...any) *TupleOf[Opt[string]] {
	out := &TupleOf[Opt[string]]{}
	for _, g := range groups {
		out.v = append(out.v, m.GroupOf(Box(g)))
	}
	return out
}

// Groups is m.groups().
func (m *Match) Groups() *TupleOf[Opt[string]] {
	out := &TupleOf[Opt[string]]{}
	for n := 1; n <= m.pattern.groups; n++ {
		out.v = append(out.v, m.part(n))
	}
	return out
}

// GroupsOr is m.groups(otherwise).
func (m *Match) GroupsOr(otherwise string) *TupleOf[string] {
	out := &TupleOf[string]{}
	for n := 1; n <= m.pattern.groups; n++ {
		out.v = append(out.v, m.part(n).Or(otherwise))
	}
	return out
}

// GroupsAny is m.groups(otherwise) of any value.
func (m *Match) GroupsAny(otherwise any) *TupleOf[any] {
	out := &TupleOf[any]{}
	for n := 1; n <= m.pattern.groups; n++ {
		out.v = append(out.v, m.value(n, otherwise))
	}
	return out
}

// Groupdict is m.groupdict().
func (m *Match) Groupdict() *Dict[string, Opt[string]] {
	out := NewDict[string, Opt[string]]()
	for name, n := range m.pattern.names.Pairs() {
		out.Set(name, m.part(int(n)))
	}
	return out
}

// GroupdictOr is m.groupdict(otherwise) of a text.
func (m *Match) GroupdictOr(otherwise string) *Dict[string, string] {
	out := NewDict[string, string]()
	for name, n := range m.pattern.names.Pairs() {
		out.Set(name, m.part(int(n)).Or(otherwise))
	}
	return out
}

// GroupdictAny is m.groupdict(otherwise).
func (m *Match) GroupdictAny(otherwise any) *Dict[string, any] {
	out := NewDict[string, any]()
	for name, n := range m.pattern.names.Pairs() {
		out.Set(name, m.value(int(n), otherwise))
	}
	return out
}

func (m *Match) position(offset int) int64 {
	if offset < 0 {
		return -1
	}
	return int64(utf8.RuneCountInString(m.text[:offset]))
}

// Start is m.start(group), in characters.
func (m *Match) Start(group any) int64 { return m.position(m.spans()[2*m.number(Box(group))]) }

// End is m.end(group), in characters.
func (m *Match) End(group any) int64 { return m.position(m.spans()[2*m.number(Box(group))+1]) }

// Span is m.span(group), in characters.
func (m *Match) Span(group any) Tuple2[int64, int64] { return T2(m.Start(group), m.End(group)) }

// Regs is m.regs: all spans.
func (m *Match) Regs() *TupleOf[Tuple2[int64, int64]] {
	out := &TupleOf[Tuple2[int64, int64]]{}
	for n := range m.pattern.groups + 1 {
		out.v = append(out.v, m.Span(int64(n)))
	}
	return out
}

// Pos is m.pos.
func (m *Match) Pos() int64 { return m.position(m.window.pos) }

// Endpos is m.endpos.
func (m *Match) Endpos() int64 { return m.position(m.window.end) }

// Lastindex is m.lastindex: the group that ended last.
func (m *Match) Lastindex() Opt[int64] {
	if m.closed == 0 {
		return Opt[int64]{}
	}
	return Some(int64(m.closed))
}

// Lastgroup is m.lastgroup: its name.
func (m *Match) Lastgroup() Opt[string] {
	for name, n := range m.pattern.names.Pairs() {
		if m.closed > 0 && int(n) == m.closed {
			return Some(name)
		}
	}
	return Opt[string]{}
}

// Re is m.re.
func (m *Match) Re() *Pattern { return m.pattern }

// String is m.string.
func (m *Match) String() string { return m.text }

// Expand is m.expand(template): the replacement that sub would write.
func (m *Match) Expand(template string) string {
	return m.pattern.template(template)(&reState{text: m.text, caps: m.spans()})
}
