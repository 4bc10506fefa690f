package py

import (
	"strings"
)

// PrettyPrinter is pprint.PrettyPrinter.
type PrettyPrinter struct {
	indent, width, depth           int
	stream                         any
	compact, sortDicts, underscore bool
	out                            strings.Builder
	within                         visits
}

// NewPrettyPrinter is PrettyPrinter(indent, width, depth, stream, …); it raises ValueError.
func NewPrettyPrinter(indent, width int64, depth Opt[int64], stream any, compact, sortDicts, underscore bool) *PrettyPrinter {
	switch {
	case indent < 0:
		throw(ValueError, "indent must be >= 0")
	case depth.Ok && depth.V <= 0:
		throw(ValueError, "depth must be > 0")
	case width == 0:
		throw(ValueError, "width must be != 0")
	}
	return &PrettyPrinter{indent: int(indent), width: int(width), depth: int(depth.V), stream: Box(stream), compact: compact,
		sortDicts: sortDicts, underscore: underscore}
}

// PprintPprint is pprint.pprint(object, stream, indent, width, depth, …).
func PprintPprint(object, stream any, indent, width int64, depth Opt[int64], compact, sortDicts, underscore bool) {
	NewPrettyPrinter(indent, width, depth, stream, compact, sortDicts, underscore).Pprint(object)
}

// PprintPformat is pprint.pformat(object, indent, width, depth, …).
func PprintPformat(object any, indent, width int64, depth Opt[int64], compact, sortDicts, underscore bool) string {
	return NewPrettyPrinter(indent, width, depth, None, compact, sortDicts, underscore).Pformat(object)
}

// PprintSaferepr is pprint.saferepr(object).
func PprintSaferepr(object any) string {
	return NewPrettyPrinter(1, 80, Nothing[int64](), None, false, true, false).repr(Box(object), 0)
}

// Pprint is p.pprint(object).
func (p *PrettyPrinter) Pprint(object any) {
	PrintTo(p.stream, " ", "\n", false, p.Pformat(object))
}

// Pformat is p.pformat(object).
func (p *PrettyPrinter) Pformat(object any) string {
	p.out.Reset()
	p.format(Box(object), 0, 0, 0)
	return p.out.String()
}

// PyTypeName is "PrettyPrinter".
func (p *PrettyPrinter) PyTypeName() string { return "PrettyPrinter" }

// PyModule is "pprint".
func (*PrettyPrinter) PyModule() string { return "pprint" }

// PyEqual is identity.
func (p *PrettyPrinter) PyEqual(other any) bool { return any(p) == other }

func (p *PrettyPrinter) write(s ...string) {
	for _, x := range s {
		p.out.WriteString(x)
	}
}

// enter notes that v is being printed; for one that is already, it writes so and gives false.
func (p *PrettyPrinter) enter(v any) bool {
	if _, byValue := v.(tupleAny); byValue {
		p.within = append(p.within, nil)
		return true
	}
	return p.within.enter(v)
}

func recursion(v any) string {
	return "<Recursion on " + TypeName(v) + " with id=" + Repr(Id(v)) + ">"
}

// format writes v from column indent on; allowance is the room that what follows on its last line needs.
func (p *PrettyPrinter) format(v any, indent, allowance, level int) {
	rep := p.repr(v, level)
	if runes(rep) <= p.width-indent-allowance {
		p.write(rep)
		return
	}
	lay := p.layout(v)
	if lay == nil {
		p.write(rep)
		return
	}
	if !p.enter(v) {
		p.write(recursion(v))
		return
	}
	lay(indent, allowance, level+1)
	p.within.leave()
}

// layout is how a value is written in several lines, or nil.
func (p *PrettyPrinter) layout(v any) func(indent, allowance, level int) {
	switch x := v.(type) {
	case string:
		return func(indent, allowance, level int) { p.text(x, indent, allowance, level) }
	case Bytes:
		return func(indent, allowance, level int) { p.bytes(x, indent, allowance, level) }
	case dictAny:
		return func(indent, allowance, level int) { p.mapping(x, indent, allowance, level) }
	case listAny:
		return p.around("[", "]", 0, Elems(x))
	case tupleAny:
		if x.PyLen() == 1 {
			return p.around("(", ",)", 0, Elems(x))
		}
		return p.around("(", ")", 0, Elems(x))
	case setAny:
		return p.set(x)
	case interface{ Maxlen() Opt[int64] }:
		return func(indent, allowance, level int) { p.deque(v, x.Maxlen(), indent, allowance, level) }
	}
	return nil
}

func (p *PrettyPrinter) around(open, end string, more int, items func(func(any) bool)) func(indent, allowance, level int) {
	return func(indent, allowance, level int) {
		p.write(open)
		p.items(items, indent+more, allowance+len(end), level)
		p.write(end)
	}
}

func (p *PrettyPrinter) set(x setAny) func(indent, allowance, level int) {
	items := ListOf(x.PyIter()).v
	if len(items) == 0 {
		return nil
	}
	stableSort(items, safeLess, false)
	if x.isFrozen() {
		return p.around("frozenset({", "})", len("frozenset("), NewList(items...).All())
	}
	return p.around("{", "}", 0, NewList(items...).All())
}

func (p *PrettyPrinter) deque(v any, maxlen Opt[int64], indent, allowance, level int) {
	indent += len("deque(")
	if !maxlen.Ok {
		p.write("deque([")
		p.items(Elems(v), indent, allowance+2, level)
		p.write("])")
		return
	}
	p.write("deque([")
	p.items(Elems(v), indent, 2, level)
	p.write("],\n", strings.Repeat(" ", indent), "maxlen=", Repr(maxlen.V), ")")
}

// pad follows an opening bracket when levels are indented by more than it.
func (p *PrettyPrinter) pad() { p.write(strings.Repeat(" ", max(p.indent-1, 0))) }

func (p *PrettyPrinter) mapping(d dictAny, indent, allowance, level int) {
	name := TypeName(d)
	if d.PyLen() == 0 {
		p.write(Repr(any(d)))
		return
	}
	inner := indent + len(name) + 1
	switch name {
	case "OrderedDict":
		p.write(name, "(")
		p.format(NewList(p.pairs(d, false)...), inner, allowance+1, level)
		p.write(")")
	case "Counter":
		p.write(name, "({")
		p.pad()
		p.pairItems(ListOf(Elems(DynCallMethod(d, "most_common"))).v, inner, allowance+2, level)
		p.write("})")
	case "defaultdict":
		factory, _, _ := strings.Cut(strings.TrimPrefix(Repr(any(d)), "defaultdict("), ", {")
		p.write(name, "(", factory, ",\n", strings.Repeat(" ", inner), "{")
		p.pad()
		p.pairItems(p.pairs(d, p.sortDicts), inner, allowance+2, level)
		p.write("})")
	default:
		p.write("{")
		p.pad()
		p.pairItems(p.pairs(d, p.sortDicts), indent, allowance+1, level)
		p.write("}")
	}
}

// pairs are the items of a dict.
func (p *PrettyPrinter) pairs(d dictAny, sorted bool) []any {
	var out []any
	for k, v := range d.pairsAny() {
		out = append(out, T2(k, v))
	}
	if sorted {
		stableSort(out, func(a, b *any) bool {
			x, y := (*a).(Tuple2[any, any]), (*b).(Tuple2[any, any])
			if safeLess(&x.V0, &y.V0) {
				return true
			}
			return !safeLess(&y.V0, &x.V0) && safeLess(&x.V1, &y.V1)
		}, false)
	}
	return out
}

// safeLess is a < b, by the types' names where these have no order.
func safeLess(a, b *any) bool {
	less := false
	if e := Try(func() { less = DynLt(*a, *b) }); e != nil {
		if !e.IsA(TypeError) {
			panic(e)
		}
		x, y := Repr(TypeOf(*a)), Repr(TypeOf(*b))
		return x < y || x == y && Id(*a) < Id(*b)
	}
	return less
}

func (p *PrettyPrinter) pairItems(pairs []any, indent, allowance, level int) {
	indent += p.indent
	for i, pair := range pairs {
		kv := pair.(tupleAny)
		key := p.repr(kv.item(0), level)
		room := allowance
		if i < len(pairs)-1 {
			room = 1
		}
		p.write(key, ": ")
		p.format(kv.item(1), indent+runes(key)+2, room, level)
		if i < len(pairs)-1 {
			p.write(",\n", strings.Repeat(" ", indent))
		}
	}
}

func (p *PrettyPrinter) items(seq func(func(any) bool), indent, allowance, level int) {
	items := ListOf(seq).v
	indent += p.indent
	p.pad()
	newline := ",\n" + strings.Repeat(" ", indent)
	delim := ""
	width := p.width - indent + 1
	limit := width
	for i, item := range items {
		room := 1
		if i == len(items)-1 {
			limit -= allowance
			width -= allowance
			room = allowance
		}
		if p.compact {
			rep := p.repr(item, level)
			n := runes(rep) + 2
			if width < n {
				width = limit
				if delim != "" {
					delim = newline
				}
			}
			if width >= n {
				width -= n
				p.write(delim, rep)
				delim = ", "
				continue
			}
		}
		p.write(delim)
		delim = newline
		p.format(item, indent, room, level)
	}
}

// text writes a str as several, which Python joins.
func (p *PrettyPrinter) text(s string, indent, allowance, level int) {
	if s == "" {
		p.write("''")
		return
	}
	if level == 1 {
		indent++
		allowance++
	}
	var chunks []string
	width := p.width - indent
	lines := StrSplitlines(s, true).v
	for i, line := range lines {
		limit := width
		if i == len(lines)-1 {
			limit -= allowance
		}
		if rep := Repr(line); runes(rep) <= limit {
			chunks = append(chunks, rep)
			continue
		}
		chunks = append(chunks, splitText(line, width, limit)...)
	}
	if len(chunks) == 1 {
		p.write(Repr(lines[len(lines)-1]))
		return
	}
	joined := strings.Join(chunks, "\n"+strings.Repeat(" ", indent))
	if level == 1 {
		joined = "(" + joined + ")"
	}
	p.write(joined)
}

// splitText splits a line between words; last is the width of the last part.
func splitText(line string, width, last int) []string {
	parts := ReFindall[string](`\S*\s*`, line, 0).v
	parts = parts[:len(parts)-1]
	var chunks []string
	current := ""
	for j, part := range parts {
		limit := width
		if j == len(parts)-1 {
			limit = last
		}
		if runes(Repr(current+part)) <= limit {
			current += part
			continue
		}
		if current != "" {
			chunks = append(chunks, Repr(current))
		}
		current = part
	}
	if current != "" {
		chunks = append(chunks, Repr(current))
	}
	return chunks
}

func (p *PrettyPrinter) bytes(b Bytes, indent, allowance, level int) {
	if len(b) <= 4 {
		p.write(Repr(b))
		return
	}
	if level == 1 {
		indent++
		allowance++
		p.write("(")
	}
	width := p.width - indent
	var chunks []string
	current := Bytes("")
	for i := 0; i < len(b); i += 4 {
		part := b[i:min(i+4, len(b))]
		if i == len(b)/4*4 {
			width -= allowance
		}
		if len(Repr(current+part)) > width {
			if current != "" {
				chunks = append(chunks, Repr(current))
			}
			current = part
		} else {
			current += part
		}
	}
	chunks = append(chunks, Repr(current))
	p.write(strings.Join(chunks, "\n"+strings.Repeat(" ", indent)))
	if level == 1 {
		p.write(")")
	}
}

// repr is the text of v in one line: as repr, but with dicts in order and not deeper than asked for.
func (p *PrettyPrinter) repr(v any, level int) string {
	switch x := v.(type) {
	case int64, *Wide:
		if p.underscore {
			return FormatSpec(x, "_d")
		}
	case dictAny:
		if TypeName(v) == "dict" {
			return p.nested(v, "{", "}", level, x.PyLen(), func(parts *[]string) {
				for _, pair := range p.pairs(x, p.sortDicts) {
					kv := pair.(tupleAny)
					*parts = append(*parts, p.repr(kv.item(0), level+1)+": "+p.repr(kv.item(1), level+1))
				}
			})
		}
	case listAny, tupleAny:
		open, end := "[", "]"
		n := x.(Lener).PyLen()
		if _, ok := x.(tupleAny); ok {
			open, end = "(", ")"
			if n == 1 {
				end = ",)"
			}
		}
		return p.nested(v, open, end, level, n, func(parts *[]string) {
			for item := range Elems(v) {
				*parts = append(*parts, p.repr(item, level+1))
			}
		})
	}
	return Repr(v)
}

func (p *PrettyPrinter) nested(v any, open, end string, level int, n int64, add func(parts *[]string)) string {
	switch {
	case n == 0:
		return open + end
	case p.depth > 0 && level >= p.depth:
		return open + "..." + end
	case !p.enter(v):
		return recursion(v)
	}
	defer p.within.leave()
	var parts []string
	add(&parts)
	return open + strings.Join(parts, ", ") + end
}
