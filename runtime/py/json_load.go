package py

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// JSONDecodeError is json.JSONDecodeError, a ValueError.
var JSONDecodeError = &ExcClass{Name: "JSONDecodeError", Module: "json.decoder", Bases: []*ExcClass{ValueError}}

// JsonLoads is json.loads(s): dicts as *Dict[string, any], lists as *List[any]. It raises JSONDecodeError.
func JsonLoads(s string) any { return jsonLoads(s, nil) }

func jsonLoads(s string, hooks *jsonHooks) any {
	if strings.HasPrefix(s, "\ufeff") {
		(&jsonReader{s: s}).fail("Unexpected UTF-8 BOM (decode using utf-8-sig)", 0)
	}
	r := jsonReader{s: s, hooks: hooks}
	r.space()
	v := r.value()
	r.space()
	if r.at < len(s) {
		r.fail("Extra data", r.at)
	}
	return v
}

// JsonLoad is json.load(file), of text or of bytes.
func JsonLoad(file any) any {
	return JsonLoads(jsonText(DynCallMethod(file, "read")))
}

// jsonReader parses from at on.
type jsonReader struct {
	s     string
	at    int
	hooks *jsonHooks // nil: none
}

// fail raises JSONDecodeError; positions count characters.
func (r *jsonReader) fail(message string, at int) {
	line := strings.Count(r.s[:at], "\n") + 1
	column := utf8.RuneCountInString(r.s[strings.LastIndexByte(r.s[:at], '\n')+1:at]) + 1
	pos := int64(utf8.RuneCountInString(r.s[:at]))
	text := fmt.Sprintf("%s: line %d column %d (char %d)", message, line, column, pos)
	e := NewException(JSONDecodeError, text)
	e.attrs = map[string]any{"msg": message, "doc": r.s, "pos": pos, "lineno": int64(line), "colno": int64(column)}
	e.SuppressContext = message == "Expecting value" // Python raises this one from None
	e.capture(1)
	panic(e)
}

func (r *jsonReader) space() {
	for r.at < len(r.s) && strings.IndexByte(" \t\n\r", r.s[r.at]) >= 0 {
		r.at++
	}
}

func (r *jsonReader) peek() byte {
	if r.at < len(r.s) {
		return r.s[r.at]
	}
	return 0
}

var jsonWords = []struct {
	text  string
	value any
}{
	{"null", None}, {"true", true}, {"false", false}, {"NaN", math.NaN()}, {"Infinity", math.Inf(1)}, {"-Infinity", math.Inf(-1)},
}

func (r *jsonReader) value() any {
	switch c := r.peek(); {
	case c == '"':
		r.at++
		return r.text()
	case c == '{':
		r.at++
		return r.object()
	case c == '[':
		r.at++
		return r.array()
	}
	for _, w := range jsonWords {
		if strings.HasPrefix(r.s[r.at:], w.text) {
			r.at += len(w.text)
			if _, number := w.value.(float64); number && r.hooks != nil && r.hooks.constant != nil {
				return Box(r.hooks.constant(w.text))
			}
			return w.value
		}
	}
	if v, ok := r.number(); ok {
		return v
	}
	r.fail("Expecting value", r.at)
	return nil
}

func (r *jsonReader) object() any {
	o := r.hooks.begin()
	r.space()
	if r.peek() == '}' {
		r.at++
		return o.end()
	}
	for {
		if r.peek() != '"' {
			r.fail("Expecting property name enclosed in double quotes", r.at)
		}
		r.at++
		key := r.text()
		r.space()
		if r.peek() != ':' {
			r.fail("Expecting ':' delimiter", r.at)
		}
		r.at++
		r.space()
		o.add(key, r.value())
		r.space()
		switch r.peek() {
		case '}':
			r.at++
			return o.end()
		case ',':
			r.at++
			r.space()
		default:
			r.fail("Expecting ',' delimiter", r.at)
		}
	}
}

func (r *jsonReader) array() any {
	l := NewList[any]()
	r.space()
	if r.peek() == ']' {
		r.at++
		return l
	}
	for {
		l.Append(r.value())
		r.space()
		switch r.peek() {
		case ']':
			r.at++
			return l
		case ',':
			r.at++
			r.space()
		default:
			r.fail("Expecting ',' delimiter", r.at)
		}
	}
}

// number reads -?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?.
func (r *jsonReader) number() (any, bool) {
	i := r.at
	digits := func() int {
		from := i
		for i < len(r.s) && r.s[i] >= '0' && r.s[i] <= '9' {
			i++
		}
		return i - from
	}
	if r.peek() == '-' {
		i++
	}
	if i < len(r.s) && r.s[i] == '0' {
		i++
	} else if digits() == 0 {
		return nil, false
	}
	isFloat := false
	if mark := i; i < len(r.s) && r.s[i] == '.' {
		if i++; digits() == 0 {
			i = mark
		} else {
			isFloat = true
		}
	}
	if mark := i; i < len(r.s) && r.s[i]|0x20 == 'e' {
		i++
		if i < len(r.s) && (r.s[i] == '+' || r.s[i] == '-') {
			i++
		}
		if digits() == 0 {
			i = mark
		} else {
			isFloat = true
		}
	}
	text := r.s[r.at:i]
	r.at = i
	if v, ok := r.hooks.ofNumber(text, isFloat); ok {
		return v, true
	}
	if isFloat {
		f, _ := strconv.ParseFloat(text, 64)
		return f, true
	}
	return BigOfStr(text, 10).boxed(), true
}

// text reads a string behind its opening quote.
func (r *jsonReader) text() string {
	start := r.at - 1
	from := r.at
	var b []byte
	for {
		if r.at >= len(r.s) {
			r.fail("Unterminated string starting at", start)
		}
		switch c := r.s[r.at]; {
		case c == '"':
			plain := r.s[from:r.at]
			r.at++
			if b == nil {
				return plain
			}
			return string(append(b, plain...))
		case c < ' ' && (r.hooks == nil || !r.hooks.lax):
			r.fail("Invalid control character at", r.at)
		case c == '\\':
			b = append(b, r.s[from:r.at]...)
			r.at++
			b = r.escape(b, start)
			from = r.at
		default:
			r.at++
		}
	}
}

// escape reads what follows a backslash.
func (r *jsonReader) escape(b []byte, start int) []byte {
	if r.at >= len(r.s) {
		r.fail("Unterminated string starting at", start)
	}
	c := r.s[r.at]
	if c != 'u' {
		i := strings.IndexByte(`"\/bfnrt`, c)
		if i < 0 {
			r.fail("Invalid \\escape", r.at-1)
		}
		r.at++
		return append(b, "\"\\/\b\f\n\r\t"[i])
	}
	r.at++
	u := r.hex4()
	if u >= 0xd800 && u < 0xdc00 && strings.HasPrefix(r.s[r.at:], `\u`) {
		mark := r.at
		r.at += 2
		if low := r.hex4(); low >= 0xdc00 && low < 0xe000 {
			return utf8.AppendRune(b, (u-0xd800)<<10+(low-0xdc00)+0x10000)
		}
		r.at = mark
	}
	return utf8.AppendRune(b, u)
}

func (r *jsonReader) hex4() rune {
	if r.at+4 <= len(r.s) {
		if n, err := strconv.ParseUint(r.s[r.at:r.at+4], 16, 16); err == nil && !strings.ContainsAny(r.s[r.at:r.at+4], "+-_") {
			r.at += 4
			return rune(n)
		}
	}
	r.fail("Invalid \\uXXXX escape", r.at-1)
	return 0
}
