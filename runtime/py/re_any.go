package py

import "math"

// Patterns and matches as values whose types are known only when running, and those of bytes. Bytes are matched as the text
// that has a code point per byte.

func latin(b Bytes) string   { return BytesDecode(b, "latin-1", "strict") }
func unLatin(s string) Bytes { return StrEncode(s, "latin-1", "strict") }

// outside is a text of matches as the script has it.
func (p *Pattern) outside(text string) any {
	if p.bytes {
		return unLatin(text)
	}
	return text
}

// inside is a text or bytes of the script as the pattern has it; it raises TypeError for the other kind.
func (p *Pattern) inside(v any) string {
	switch v := Box(v).(type) {
	case string:
		if p.bytes {
			throw(TypeError, "cannot use a bytes pattern on a string-like object")
		}
		return v
	case Bytes:
		if !p.bytes {
			throw(TypeError, "cannot use a string pattern on a bytes-like object")
		}
		return latin(v)
	default:
		throwf(TypeError, "expected string or bytes-like object, got '%s'", fullTypeName(v))
		return ""
	}
}

// ofText is a pattern that is not of bytes; it raises TypeError for one that is.
func (p *Pattern) ofText() *Pattern {
	if p.bytes {
		p.inside("")
	}
	return p
}

var patternMethods, matchMethods methodTable

func (p *Pattern) pyMethods() map[string]method { return patternMethods.get(patternMethodTable) }

func patternMethodTable() map[string]method {
	once := func(f func(p *Pattern, text string, w reWindow) Opt[*Match]) method {
		return defNamed("string/pos endpos", func(recv any, a []any) any {
			p := recv.(*Pattern)
			text := p.inside(a[0])
			return Box(f(p, text, windowOf(text, argInt(a[1], 0), argInt(a[2], math.MaxInt64))))
		})
	}
	return map[string]method{
		"match":     once(func(p *Pattern, text string, w reWindow) Opt[*Match] { return p.once(text, w, false, nil) }),
		"fullmatch": once(func(p *Pattern, text string, w reWindow) Opt[*Match] { return p.once(text, w, true, nil) }),
		"search":    once(func(p *Pattern, text string, w reWindow) Opt[*Match] { return p.search(text, w, nil) }),
		"finditer": defNamed("string/pos endpos", func(recv any, a []any) any {
			p := recv.(*Pattern)
			text := p.inside(a[0])
			return p.finditer(text, windowOf(text, argInt(a[1], 0), argInt(a[2], math.MaxInt64)))
		}),
		"findall": defNamed("string/pos endpos", func(recv any, a []any) any {
			p := recv.(*Pattern)
			text := p.inside(a[0])
			found := patternFindall[any](p, text, windowOf(text, argInt(a[1], 0), argInt(a[2], math.MaxInt64)))
			return p.outsideAll(found)
		}),
		"split": defNamed("string/maxsplit", func(recv any, a []any) any {
			p := recv.(*Pattern)
			return p.outsideAll(PatternSplit[any](p, p.inside(a[0]), argInt(a[1], 0)))
		}),
		"sub": defNamed("repl string/count", func(recv any, a []any) any {
			return recv.(*Pattern).subAny(a[0], a[1], argInt(a[2], 0)).V0
		}),
		"subn": defNamed("repl string/count", func(recv any, a []any) any {
			return recv.(*Pattern).subAny(a[0], a[1], argInt(a[2], 0))
		}),
	}
}

// outsideAll gives the texts in a list, and in tuples in it, as the script has them.
func (p *Pattern) outsideAll(list *List[any]) *List[any] {
	if !p.bytes {
		return list
	}
	for i, v := range list.v {
		switch v := v.(type) {
		case string:
			list.v[i] = unLatin(v)
		case tupleAny:
			row := tupleItems(v)
			for k := range row {
				row[k] = unLatin(row[k].(string))
			}
			list.v[i] = TupleFrom(row)
		}
	}
	return list
}

func (p *Pattern) subAny(replacement, text any, count int64) Tuple2[any, int64] {
	if !p.bytes {
		t := p.SubnAny(replacement, p.inside(text), count)
		return T2[any](t.V0, t.V1)
	}
	in := p.inside(text)
	with := func(s *reState) string {
		v := DynCall(replacement, p.found(in, whole(in), s, nil))
		if v == any(None) {
			return ""
		}
		return latin(AsBytes(v))
	}
	if b, ok := bytesLike(replacement); ok {
		with = p.template(latin(b))
	}
	out, n := p.replace(in, count, with)
	return T2[any](unLatin(out), n)
}

// PyGetAttr gives the attributes.
func (p *Pattern) PyGetAttr(name string) (any, bool) {
	switch name {
	case "pattern":
		return p.outside(p.source), true
	case "flags":
		return p.flags, true
	case "groups":
		return p.Groups(), true
	case "groupindex":
		return p.Groupindex(), true
	}
	return nil, false
}

// value is what a group matched as the script has it.
func (m *Match) value(n int, otherwise any) any {
	if s := m.part(n); s.Ok {
		return m.pattern.outside(s.V)
	}
	return Box(otherwise)
}

func (m *Match) pyMethods() map[string]method { return matchMethods.get(matchMethodTable) }

func matchMethodTable() map[string]method {
	place := func(f func(m *Match, group any) any) method {
		return def("/group", func(recv any, a []any) any {
			if a[0] == nil {
				a[0] = int64(0)
			}
			return f(recv.(*Match), a[0])
		})
	}
	return map[string]method{
		"group": defMany(func(recv any, a []any) any {
			m := recv.(*Match)
			if len(a) == 0 {
				return m.value(0, None)
			}
			for i := range a {
				a[i] = m.value(m.number(a[i]), None)
			}
			if len(a) == 1 {
				return a[0]
			}
			return TupleFrom(a)
		}),
		"groups":    defNamed("/default", func(recv any, a []any) any { return recv.(*Match).GroupsAny(orNone(a[0])) }),
		"groupdict": defNamed("/default", func(recv any, a []any) any { return recv.(*Match).GroupdictAny(orNone(a[0])) }),
		"start":     place(func(m *Match, group any) any { return m.Start(group) }),
		"end":       place(func(m *Match, group any) any { return m.End(group) }),
		"span":      place(func(m *Match, group any) any { return m.Span(group) }),
		"expand": defNamed("template", func(recv any, a []any) any {
			m := recv.(*Match)
			return m.pattern.outside(m.Expand(m.pattern.inside(a[0])))
		}),
	}
}

// PyGetItem is m[group].
func (m *Match) PyGetItem(group any) any { return m.value(m.number(group), None) }

// PyGetAttr gives the attributes.
func (m *Match) PyGetAttr(name string) (any, bool) {
	switch name {
	case "string":
		return m.pattern.outside(m.text), true
	case "pos":
		return m.Pos(), true
	case "endpos":
		return m.Endpos(), true
	case "lastindex":
		return Box(m.Lastindex()), true
	case "lastgroup":
		return Box(m.Lastgroup()), true
	case "re":
		return m.pattern, true
	case "regs":
		return m.Regs(), true
	}
	return nil, false
}
