package syntax

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// literal is a string token taken apart.
type literal struct {
	raw, bytes, format bool
	body, end          int // of the text between the quotes, in the token's Value
}

// takeApart finds the prefix and the body of a string token.
func takeApart(value string) literal {
	prefix := stringPrefix(value)
	letters := strings.ToLower(value[:prefix])
	quote := quoteAt(value, prefix)
	return literal{
		raw:    strings.Contains(letters, "r"),
		bytes:  strings.Contains(letters, "b"),
		format: strings.Contains(letters, "f"),
		body:   prefix + len(quote), end: len(value) - len(quote),
	}
}

// unescape resolves the escapes of a piece of a string body, which stands at the offset at
// in the Source. An unknown escape keeps its backslash, as in Python.
func (l literal) unescape(text string, at int) (string, *Error) {
	if strings.IndexByte(text, '\r') < 0 && (l.raw || strings.IndexByte(text, '\\') < 0) && !l.bytes {
		return text, nil
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == '\r':
			i += newlineAt(text, i)
			b.WriteByte('\n')
		case l.bytes && c >= utf8.RuneSelf:
			return "", errorAt(Span{int32(at + i), int32(at + i + 1)}, codeString, "bytes can only contain ASCII literal characters")
		case c != '\\' || l.raw:
			i++
			b.WriteByte(c)
		default:
			n, err := l.escape(&b, text[i:], at+i)
			if err != nil {
				return "", err
			}
			i += n
		}
	}
	return b.String(), nil
}

// escape resolves the escape that text starts with and returns its length.
func (l literal) escape(b *strings.Builder, text string, at int) (int, *Error) {
	if len(text) < 2 {
		b.WriteByte('\\')
		return 1, nil
	}
	if n := newlineAt(text, 1); n > 0 {
		return 1 + n, nil
	}
	c := text[1]
	if i := strings.IndexByte(`\'"abfnrtv`, c); i >= 0 {
		b.WriteByte("\\'\"\a\b\f\n\r\t\v"[i])
		return 2, nil
	}
	switch {
	case '0' <= c && c <= '7':
		n := 2
		for n < len(text) && n < 4 && '0' <= text[n] && text[n] <= '7' {
			n++
		}
		v, _ := strconv.ParseUint(text[1:n], 8, 32)
		l.put(b, rune(v))
		return n, nil
	case c == 'x':
		return l.hex(b, text, at, 2)
	case c == 'u' && !l.bytes:
		return l.hex(b, text, at, 4)
	case c == 'U' && !l.bytes:
		return l.hex(b, text, at, 8)
	case c == 'N' && !l.bytes:
		end := strings.IndexByte(text, '}')
		if end < 0 || !strings.HasPrefix(text, `\N{`) {
			return 0, errorAt(Span{int32(at), int32(at + 2)}, codeString, "malformed \\N character escape")
		}
		return 0, errorAt(Span{int32(at), int32(at + end + 1)}, codeString, "characters by name are not supported").
			hint("write the character itself, or \\u and its four hexadecimal digits")
	}
	b.WriteByte('\\')
	return 1, nil
}

// hex resolves \x, \u and \U escapes of the given number of digits.
func (l literal) hex(b *strings.Builder, text string, at, digits int) (int, *Error) {
	n := 2
	for n < len(text) && n < 2+digits && isHexDigit(text[n]) {
		n++
	}
	v, _ := strconv.ParseUint(text[2:n], 16, 32)
	where := Span{int32(at), int32(at + n)}
	if n < 2+digits {
		return 0, errorAt(where, codeString, "truncated \\%c escape: expected %d hexadecimal digits", text[1], digits)
	}
	if v > utf8.MaxRune {
		return 0, errorAt(where, codeString, "illegal Unicode character: the last is \\U0010ffff")
	}
	l.put(b, rune(v))
	return n, nil
}

// put adds a character, or a byte to a bytes literal. A lone surrogate has no UTF-8 and
// becomes U+FFFD.
func (l literal) put(b *strings.Builder, r rune) {
	if l.bytes {
		b.WriteByte(byte(r))
	} else {
		b.WriteRune(r)
	}
}

// stringConstant joins adjacent string tokens into one expression.
func (p *exprParser) stringConstant() Expr {
	first := *p.lex.Peek()
	kind := takeApart(first.Value)
	formatted := false
	var value strings.Builder
	var parts []Expr
	start := first.Pos.Offset
	for p.lex.Peek().Type == tokString {
		t := p.next()
		l := takeApart(t.Value)
		if l.bytes != kind.bytes {
			p.fail(errorAt(spanOf(t), codeSyntax, "cannot mix bytes and nonbytes literals"))
		}
		if l.format {
			formatted = true
			f := &fstringParser{outer: p, literal: l, text: t.Value, base: t.Pos.Offset}
			more, _ := f.parts(l.body, false)
			parts = append(parts, more...)
			continue
		}
		text, err := l.unescape(t.Value[l.body:l.end], t.Pos.Offset+l.body)
		if err != nil {
			p.fail(err)
		}
		value.WriteString(text)
		parts = append(parts, &StrLit{At{spanOf(t)}, text})
	}
	at := At{Span{int32(start), p.end}}
	switch {
	case formatted:
		return &FString{at, mergeText(parts)}
	case kind.bytes:
		return &BytesLit{at, value.String()}
	}
	return &StrLit{at, value.String()}
}

// mergeText joins neighbouring pieces of text of an f-string and drops empty ones.
func mergeText(parts []Expr) []Expr {
	var out []Expr
	for _, part := range parts {
		text, ok := part.(*StrLit)
		if ok && text.Value == "" {
			continue
		}
		if ok && len(out) > 0 {
			if last, ok := out[len(out)-1].(*StrLit); ok {
				out[len(out)-1] = &StrLit{At{last.Span.Join(text.Span)}, last.Value + text.Value}
				continue
			}
		}
		out = append(out, part)
	}
	return out
}
