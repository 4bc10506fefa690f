package py

import "strings"

// Template is string.Template.
type Template struct{ text string }

// NewTemplate is Template(template).
func NewTemplate(text string) *Template { return &Template{text} }

// Template is t.template.
func (t *Template) Template() string { return t.text }

// placeholder is a $ in a template with what belongs to it.
type placeholder struct {
	at      int
	text    string
	name    string // "" for $$ and for what is not valid
	escaped bool
}

// next finds the first placeholder at or after i.
func (t *Template) next(i int) (placeholder, bool) {
	at := strings.IndexByte(t.text[i:], '$')
	if at < 0 {
		return placeholder{}, false
	}
	at += i
	rest := t.text[at+1:]
	if strings.HasPrefix(rest, "$") {
		return placeholder{at: at, text: "$$", escaped: true}, true
	}
	if n := nameLength(rest); n > 0 {
		return placeholder{at: at, text: t.text[at : at+1+n], name: rest[:n]}, true
	}
	if strings.HasPrefix(rest, "{") {
		if n := nameLength(rest[1:]); n > 0 && strings.HasPrefix(rest[1+n:], "}") {
			return placeholder{at: at, text: t.text[at : at+n+3], name: rest[1 : 1+n]}, true
		}
	}
	return placeholder{at: at, text: "$"}, true
}

// nameLength is the length of the ASCII identifier that s begins with.
func nameLength(s string) int {
	n := 0
	for n < len(s) && (s[n] == '_' || isLetter(s[n]) || n > 0 && s[n] >= '0' && s[n] <= '9') {
		n++
	}
	return n
}

func (t *Template) fill(replace func(p placeholder) string) string {
	var b strings.Builder
	i := 0
	for {
		p, ok := t.next(i)
		if !ok {
			break
		}
		b.WriteString(t.text[i:p.at] + replace(p))
		i = p.at + len(p.text)
	}
	return b.String() + t.text[i:]
}

// value looks a name up in the keywords, then in the mapping; it raises KeyError.
func value(name string, mapping any, kws *Dict[string, any]) any {
	if v, ok := kws.Lookup(name); ok {
		return v
	}
	if isNone(mapping) || kws.Len() > 0 && !DynContains(mapping, name) {
		throwKey(name)
	}
	return DynGetItem(mapping, name)
}

// Substitute is t.substitute(mapping, **kws); it raises KeyError and ValueError.
func (t *Template) Substitute(mapping any, kws *Dict[string, any]) string {
	return t.fill(func(p placeholder) string {
		switch {
		case p.escaped:
			return "$"
		case p.name == "":
			t.invalid(p.at)
		}
		return Str(value(p.name, mapping, kws))
	})
}

func (t *Template) invalid(at int) {
	lines := StrSplitlines(t.text[:at+1], true).v // with the $
	throwf(ValueError, "Invalid placeholder in string: line %d, col %d", len(lines), runes(lines[len(lines)-1]))
}

// SafeSubstitute is t.safe_substitute(mapping, **kws): what is missing stays.
func (t *Template) SafeSubstitute(mapping any, kws *Dict[string, any]) string {
	return t.fill(func(p placeholder) string {
		switch {
		case p.escaped:
			return "$"
		case p.name == "":
			return p.text
		}
		out := p.text
		if e := Try(func() { out = Str(value(p.name, mapping, kws)) }); e != nil && !e.IsA(KeyError) {
			panic(e)
		}
		return out
	})
}

// IsValid is t.is_valid().
func (t *Template) IsValid() bool {
	valid := true
	t.fill(func(p placeholder) string {
		valid = valid && (p.escaped || p.name != "")
		return ""
	})
	return valid
}

// GetIdentifiers is t.get_identifiers(): each name once.
func (t *Template) GetIdentifiers() *List[string] {
	out := NewList[string]()
	t.fill(func(p placeholder) string {
		if p.name != "" && !out.Contains(p.name) {
			out.Append(p.name)
		}
		return ""
	})
	return out
}

// PyTypeName is "Template".
func (t *Template) PyTypeName() string { return "Template" }

// PyModule is "string".
func (*Template) PyModule() string { return "string" }

// PyEqual is identity.
func (t *Template) PyEqual(other any) bool { return any(t) == other }
