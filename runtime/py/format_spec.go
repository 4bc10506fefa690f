package py

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// formatSpec is a parsed format specification: [[fill]align][sign][z][#][0][width][,|_][.precision][type].
type formatSpec struct {
	fill  string
	align byte // '<', '>', '^', '=', or 0 for the type's default
	sign  byte // '+', '-', ' ' or 0
	zero  bool // z: no negative zero
	alt   bool // #
	width int
	group byte // ',', '_' or 0
	prec  int  // -1: none
	typ   rune
}

// FormatSpec is format(v, spec) and f"{v:spec}".
func FormatSpec[T any](v T, spec string) string {
	switch x := Box(v).(type) {
	case string:
		return FormatSpecStr(x, spec)
	case int64:
		return FormatSpecInt(x, spec)
	case *Wide:
		return FormatSpecBig(BigInt{wide: x}, spec)
	case float64:
		return FormatSpecFloat(x, spec)
	case bool:
		if spec == "" {
			return Str(x)
		}
		return formatInt(BigOfBool(x), spec, "bool")
	case interface{ PyFormat(spec string) string }:
		return x.PyFormat(spec)
	default:
		if p, ok := memberValue(x); ok {
			return formatMember(x, p, spec)
		}
		if spec != "" {
			throwf(TypeError, "unsupported format string passed to %s.__format__", fullTypeName(x))
		}
		return Str(x)
	}
}

// formatMember is format(m, spec) of a member of an enum that stands for a value: it is formatted as what str() makes of it.
func formatMember(m, value any, spec string) string {
	if s := Str(m); s != Str(value) {
		return FormatSpecStr(s, spec)
	}
	return FormatSpec(value, spec)
}

// FormatSpecStr is format(s, spec).
func FormatSpecStr(s, spec string) string {
	if spec == "" {
		return s
	}
	f := parseSpec(spec, 's', '<', "str")
	switch {
	case f.typ != 's':
		unknownCode(f.typ, "str")
	case f.sign == ' ':
		throw(ValueError, "Space not allowed in string format specifier")
	case f.sign != 0:
		throw(ValueError, "Sign not allowed in string format specifier")
	case f.zero:
		throw(ValueError, "Negative zero coercion (z) not allowed in string format specifier")
	case f.alt:
		throw(ValueError, "Alternate form (#) not allowed in string format specifier")
	case f.align == '=':
		throw(ValueError, "'=' alignment not allowed in string format specifier")
	}
	if f.prec >= 0 {
		s = firstChars(s, f.prec)
	}
	return f.pad("", s, '<')
}

// firstChars is s[:n].
func firstChars(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// FormatSpecInt is format(n, spec).
func FormatSpecInt(n int64, spec string) string {
	if spec == "" || spec == "d" {
		return strconv.FormatInt(n, 10)
	}
	return formatInt(Big(n), spec, "int")
}

// FormatSpecBig is format(n, spec) of an int of any size.
func FormatSpecBig(n BigInt, spec string) string {
	if spec == "" || spec == "d" {
		return n.String()
	}
	return formatInt(n, spec, "int")
}

func formatInt(n BigInt, spec, typeName string) string {
	f := parseSpec(spec, 'd', '>', typeName)
	switch f.typ {
	case 'b', 'c', 'd', 'o', 'x', 'X', 'n':
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		return f.float(n.Float())
	default:
		unknownCode(f.typ, typeName)
	}
	switch {
	case f.prec >= 0:
		throw(ValueError, "Precision not allowed in integer format specifier")
	case f.zero:
		throw(ValueError, "Negative zero coercion (z) not allowed in integer format specifier")
	}
	if f.typ == 'c' {
		return f.char(n)
	}
	base, prefix := 10, ""
	switch f.typ {
	case 'b':
		base, prefix = 2, "0b"
	case 'o':
		base, prefix = 8, "0o"
	case 'x':
		base, prefix = 16, "0x"
	case 'X':
		base, prefix = 16, "0X"
	}
	if !f.alt {
		prefix = ""
	}
	digits := n.absText(base)
	if f.typ == 'X' {
		digits = strings.ToUpper(digits)
	}
	return f.number(n.sign() < 0, prefix, digits, "")
}

func (f *formatSpec) char(v BigInt) string {
	n, ok := v.Small()
	switch {
	case f.sign != 0:
		throw(ValueError, "Sign not allowed with integer format specifier 'c'")
	case f.alt:
		throw(ValueError, "Alternate form (#) not allowed with integer format specifier 'c'")
	case !ok:
		throw(OverflowError, "Python int too large to convert to C long")
	case n < 0 || n > utf8.MaxRune:
		throw(OverflowError, "%c arg not in range(0x110000)")
	}
	return f.pad("", string(rune(n)), '>')
}

// FormatSpecFloat is format(x, spec).
func FormatSpecFloat(x float64, spec string) string {
	if spec == "" {
		return FormatFloat(x)
	}
	if n := len(spec); n == 3 && spec[0] == '.' && spec[1] >= '0' && spec[1] <= '9' && spec[2] == 'f' && math.Abs(x) <= math.MaxFloat64 {
		return strconv.FormatFloat(x, 'f', int(spec[1]-'0'), 64)
	}
	f := parseSpec(spec, 0, '>', "float")
	switch f.typ {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%':
		return f.float(x)
	}
	unknownCode(f.typ, "float")
	return ""
}

func (f *formatSpec) float(x float64) string {
	typ, prec, dot0 := byte(f.typ), f.prec, false
	suffix := ""
	switch typ {
	case 0:
		typ, dot0 = 'r', true
		if prec >= 0 {
			typ = 'g'
		}
	case 'n':
		typ = 'g'
	case '%':
		x *= 100
		typ, suffix = 'f', "%"
	}
	if prec < 0 {
		prec = 6
	}
	s := digitsOfFloat(x, typ, prec, f.alt, dot0) + suffix
	negative := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(s, "-")
	if f.zero && negative && !strings.ContainsAny(s, "123456789n") {
		negative = false
	}
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return f.number(negative, "", s[:n], s[n:])
}

// number lays out sign, prefix, grouped digits and the rest.
func (f *formatSpec) number(negative bool, prefix, digits, rest string) string {
	sign := ""
	switch {
	case negative:
		sign = "-"
	case f.sign == '+' || f.sign == ' ':
		sign = string(f.sign)
	}
	minWidth := 0
	if f.fill == "0" && f.align == '=' {
		minWidth = f.width - len(sign) - len(prefix) - len(rest)
	}
	if digits != "" {
		digits = groupDigits(digits, minWidth, f.group, f.groupSize())
	}
	return f.pad(sign+prefix, digits+rest, '>')
}

func (f *formatSpec) groupSize() int {
	switch f.typ {
	case 'b', 'o', 'x', 'X':
		return 4
	}
	return 3
}

// groupDigits puts separators between groups and zeros in front, up to the width. As in Python, a separator never
// comes first, so that the result may be one wider.
func groupDigits(digits string, minWidth int, sep byte, size int) string {
	if sep == 0 {
		if n := minWidth - len(digits); n > 0 {
			return strings.Repeat("0", n) + digits
		}
		return digits
	}
	var groups []string
	for {
		n := min(size, max(len(digits), minWidth, 1))
		chars := min(len(digits), n)
		groups = append(groups, strings.Repeat("0", n-chars)+digits[len(digits)-chars:])
		digits = digits[:len(digits)-chars]
		minWidth -= n
		if digits == "" && minWidth <= 0 {
			break
		}
		minWidth--
	}
	var b strings.Builder
	for i := len(groups) - 1; i >= 0; i-- {
		b.WriteString(groups[i])
		if i > 0 {
			b.WriteByte(sep)
		}
	}
	return b.String()
}

// pad fills up to the width; head is what '=' keeps at the left.
func (f *formatSpec) pad(head, body string, align byte) string {
	n := f.width - utf8.RuneCountInString(head) - utf8.RuneCountInString(body)
	if n <= 0 {
		return head + body
	}
	if f.align != 0 {
		align = f.align
	}
	switch align {
	case '<':
		return head + body + strings.Repeat(f.fill, n)
	case '^':
		return strings.Repeat(f.fill, n/2) + head + body + strings.Repeat(f.fill, n-n/2)
	case '=':
		return head + strings.Repeat(f.fill, n) + body
	}
	return strings.Repeat(f.fill, n) + head + body
}

func unknownCode(typ rune, typeName string) {
	if typ > ' ' && typ < utf8.RuneSelf {
		throwf(ValueError, "Unknown format code '%c' for object of type '%s'", typ, typeName)
	}
	throwf(ValueError, `Unknown format code '\x%x' for object of type '%s'`, typ, typeName)
}
