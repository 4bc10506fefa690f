package py

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// StrPercent is format % (args...), for a tuple written at the operator.
func StrPercent(format string, args ...any) string {
	p := percent{args: args}
	return p.expand(format)
}

// StrFormatPercent is format % arg for any operand: a tuple gives its elements, a dict its values by name.
func StrFormatPercent(format string, arg any) string {
	p := percentOf(arg)
	return p.expand(format)
}

// BytesPercent is format % arg of bytes.
func BytesPercent(format Bytes, arg any) Bytes {
	p := percentOf(arg)
	p.bytes = true
	if _, isBytes := bytesLike(Box(arg)); isBytes {
		p.mapping = nil
	}
	return StrEncode(p.expand(BytesDecode(format, "latin-1", "strict")), "latin-1", "strict")
}

func percentOf(arg any) percent {
	p := percent{}
	arg = Box(arg)
	if t, ok := plain(arg).(tupleAny); ok {
		p.args = tupleItems(t)
		return p
	}
	switch a := arg.(type) {
	case Getter:
		p.args, p.mapping = []any{a}, a
	default:
		p.args = []any{a}
	}
	return p
}

// percent expands % conversions.
type percent struct {
	args    []any
	next    int
	bytes   bool   // the format is bytes, here as Latin-1
	mapping Getter // the operand of %(name)s, if it has items; it need not be used
}

// conversion is one %[(name)][flags][width][.precision]type.
type conversion struct {
	formatSpec
	left, zeroPad bool
	named         bool
	value         any
}

func (p *percent) expand(format string) string {
	var b strings.Builder
	at := 0 // characters before the conversion, for messages
	for {
		i := strings.IndexByte(format, '%')
		if i < 0 {
			b.WriteString(format)
			break
		}
		b.WriteString(format[:i])
		rest := format[i+1:]
		c := conversion{formatSpec: formatSpec{fill: " ", prec: -1}}
		tail := p.parse(&c, rest)
		if tail == "" {
			throw(ValueError, "incomplete format")
		}
		r, n := utf8.DecodeRuneInString(tail)
		c.typ = r
		at += utf8.RuneCountInString(format[:len(format)-len(tail)])
		b.WriteString(p.convert(&c, at))
		at++
		format = tail[n:]
	}
	if p.next < len(p.args) && p.mapping == nil {
		what := "string"
		if p.bytes {
			what = "bytes"
		}
		throwf(TypeError, "not all arguments converted during %s formatting", what)
	}
	return b.String()
}

// parse reads what stands between % and the type.
func (p *percent) parse(c *conversion, s string) string {
	if s != "" && s[0] == '(' {
		depth, i := 1, 1
		for ; i < len(s) && depth > 0; i++ {
			switch s[i] {
			case '(':
				depth++
			case ')':
				depth--
			}
		}
		if p.mapping == nil {
			throw(TypeError, "format requires a mapping")
		}
		if depth > 0 {
			throw(ValueError, "incomplete format key")
		}
		var key any = s[1 : i-1]
		if p.bytes {
			key = StrEncode(s[1:i-1], "latin-1", "strict")
		}
		c.named, c.value = true, DynGetItem(p.mapping, key)
		s = s[i:]
	}
	for ; s != ""; s = s[1:] {
		switch s[0] {
		case '-':
			c.left = true
		case '+':
			c.sign = '+'
		case ' ':
			if c.sign == 0 {
				c.sign = ' '
			}
		case '#':
			c.alt = true
		case '0':
			c.zeroPad = true
		default:
			return p.widths(c, s)
		}
	}
	return s
}

func (p *percent) widths(c *conversion, s string) string {
	var n int
	n, _, s = p.count(c, s, "width")
	if n < 0 {
		c.left, n = true, -n
	}
	c.width = n
	if s != "" && s[0] == '.' {
		n, _, s = p.count(c, s[1:], "prec")
		c.prec = max(n, 0)
	}
	if s != "" && strings.IndexByte("hlL", s[0]) >= 0 {
		s = s[1:]
	}
	return s
}

// count reads digits, or takes an argument for *.
func (p *percent) count(c *conversion, s, what string) (int, bool, string) {
	if s != "" && s[0] == '*' {
		v := p.take(c)
		big, ok := bigOf(v)
		if !ok {
			throw(TypeError, "* wants int")
		}
		n := big.Int()
		if what == "prec" {
			checkCInt(n)
		}
		return int(n), true, s[1:]
	}
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 {
		return 0, false, s
	}
	n, err := strconv.ParseInt(s[:i], 10, 32)
	if err != nil {
		throwf(ValueError, "%s too big", what)
	}
	return int(n), true, s[i:]
}

func (p *percent) take(c *conversion) any {
	if c.named {
		return c.value
	}
	if p.next >= len(p.args) {
		throw(TypeError, "not enough arguments for format string")
	}
	p.next++
	return Box(p.args[p.next-1])
}

func (p *percent) convert(c *conversion, at int) string {
	if c.typ == '%' {
		return "%"
	}
	v := p.take(c)
	if p.bytes && strings.ContainsRune("sbrac", c.typ) {
		return c.lay("", c.text(percentBytes(c.typ, v)))
	}
	var body string
	switch c.typ {
	case 's':
		body = c.text(Str(v))
	case 'r':
		body = c.text(Repr(v))
	case 'a':
		body = c.text(Ascii(v))
	case 'c':
		body = percentChar(v)
	case 'd', 'i', 'u', 'o', 'x', 'X':
		return c.integer(v)
	case 'e', 'E', 'f', 'F', 'g', 'G':
		return c.real(v)
	default:
		shown := '?'
		if c.typ > ' ' && c.typ < utf8.RuneSelf {
			shown = c.typ
		}
		throwf(ValueError, "unsupported format character '%c' (0x%x) at index %d", shown, c.typ, at)
	}
	return c.lay("", body)
}

// percentBytes is what a conversion of text puts into bytes.
func percentBytes(typ rune, v any) string {
	b, isBytes := bytesLike(v)
	switch typ {
	case 'r', 'a':
		return Ascii(v)
	case 'c':
		n, isInt := intOf(v)
		if isBytes && len(b) == 1 {
			n, isInt = int64(b[0]), true
		}
		if !isInt {
			throw(TypeError, "%c requires an integer in range(256) or a single byte")
		}
		if n < 0 || n > 255 {
			throw(OverflowError, "%c arg not in range(256)")
		}
		return string(rune(n))
	}
	if !isBytes {
		throwf(TypeError, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", fullTypeName(v))
	}
	return BytesDecode(b, "latin-1", "strict")
}

func (c *conversion) text(s string) string {
	if c.prec >= 0 {
		return firstChars(s, c.prec)
	}
	return s
}

func percentChar(v any) string {
	switch x := plain(v).(type) {
	case string:
		if utf8.RuneCountInString(x) == 1 {
			return x
		}
	case int64, bool, *Wide:
		n, ok := AsBig(x).Small()
		if !ok || n < 0 || n > utf8.MaxRune {
			throw(OverflowError, "%c arg not in range(0x110000)")
		}
		return string(rune(n))
	}
	throw(TypeError, "%c requires int or char")
	return ""
}

func (c *conversion) integer(v any) string {
	var n BigInt
	switch x := plain(v).(type) {
	case int64, bool, *Wide:
		n = AsBig(x)
	case float64:
		if c.typ == 'd' || c.typ == 'i' || c.typ == 'u' {
			n = BigOfFloat(x)
			break
		}
		throwf(TypeError, "%%%c format: an integer is required, not float", c.typ)
	default:
		if x, ok := intConverter(v); ok && (c.typ == 'd' || c.typ == 'i' || c.typ == 'u') {
			n = x
			break
		}
		what := "a real number"
		if c.typ == 'o' || c.typ == 'x' || c.typ == 'X' {
			what = "an integer"
		}
		throwf(TypeError, "%%%c format: %s is required, not %s", c.typ, what, fullTypeName(v))
	}
	base, prefix := 10, ""
	switch c.typ {
	case 'o':
		base, prefix = 8, "0o"
	case 'x', 'X':
		base, prefix = 16, "0"+string(c.typ)
	}
	if !c.alt {
		prefix = ""
	}
	digits := n.absText(base)
	if c.typ == 'X' {
		digits = strings.ToUpper(digits)
	}
	if len(digits) < c.prec {
		digits = strings.Repeat("0", c.prec-len(digits)) + digits
	}
	return c.lay(c.signOf(n.sign() < 0)+prefix, digits)
}

func (c *conversion) real(v any) string {
	f, ok := numberOf(v)
	if x, converts := v.(interface{ PyFloat() float64 }); converts {
		f, ok = x.PyFloat(), true
	}
	if !ok {
		throwf(TypeError, "must be real number, not %s", fullTypeName(v))
	}
	prec := c.prec
	if prec < 0 {
		prec = 6
	}
	s := digitsOfFloat(f, byte(c.typ), prec, c.alt, false)
	digits := strings.TrimPrefix(s, "-")
	return c.lay(c.signOf(digits != s), digits)
}

func (c *conversion) signOf(negative bool) string {
	switch {
	case negative:
		return "-"
	case c.sign != 0:
		return string(c.sign)
	}
	return ""
}

// lay pads with zeros behind the head, for numbers, or with spaces.
func (c *conversion) lay(head, body string) string {
	c.align = '>'
	if c.left {
		c.align = '<'
	} else if c.zeroPad && strings.IndexByte("srac", byte(c.typ)) < 0 {
		c.align, c.fill = '=', "0"
	}
	return c.pad(head, body, '>')
}
