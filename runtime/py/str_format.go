package py

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// StrFormat is format.format(*args).
func StrFormat(format string, args ...any) string { return StrFormatKw(format, args, nil) }

// StrFormatKw is format.format(*args, **kw).
func StrFormatKw(format string, args []any, kw *Dict[string, any]) string {
	f := formatter{args: args}
	if kw != nil {
		f.named = kw
	}
	return f.expand(format, 2)
}

// StrFormatMap is format.format_map(mapping).
func StrFormatMap(format string, mapping any) string {
	f := formatter{named: mapping, mapOnly: true}
	return f.expand(format, 2)
}

// formatter expands replacement fields. auto counts the fields without a number.
type formatter struct {
	args    []any
	named   any // a mapping, or nil
	mapOnly bool
	auto    int
	manual  bool
}

// field is one {name!conversion:spec}.
type field struct {
	name, spec string
	conversion rune
}

func (f *formatter) expand(format string, depth int) string {
	if depth == 0 {
		throw(ValueError, "Max string recursion exceeded")
	}
	var b strings.Builder
	for {
		i := strings.IndexAny(format, "{}")
		if i < 0 {
			b.WriteString(format)
			return b.String()
		}
		b.WriteString(format[:i])
		c := format[i]
		format = format[i+1:]
		switch {
		case format != "" && format[0] == c:
			b.WriteByte(c)
			format = format[1:]
			continue
		case c == '}':
			throw(ValueError, "Single '}' encountered in format string")
		case format == "":
			throw(ValueError, "Single '{' encountered in format string")
		}
		var fd field
		fd, format = parseField(format)
		b.WriteString(f.value(fd, depth))
	}
}

// parseField reads a field behind its opening brace.
func parseField(s string) (fd field, rest string) {
	i := 0
	for i < len(s) && strings.IndexByte("{}:!", s[i]) < 0 {
		if s[i] == '[' {
			for i < len(s) && s[i] != ']' {
				i++
			}
			continue
		}
		i++
	}
	if i < len(s) && s[i] == '{' {
		throw(ValueError, "unexpected '{' in field name")
	}
	if i >= len(s) {
		throw(ValueError, "expected '}' before end of string")
	}
	fd.name = s[:i]
	c := s[i]
	s = s[i+1:]
	if c == '}' {
		return fd, s
	}
	if c == '!' {
		if s == "" {
			throw(ValueError, "end of string while looking for conversion specifier")
		}
		r, n := utf8.DecodeRuneInString(s)
		fd.conversion, s = r, s[n:]
		switch {
		case s == "":
			throw(ValueError, "unmatched '{' in format spec")
		case s[0] == '}':
			return fd, s[1:]
		case s[0] != ':':
			throw(ValueError, "expected ':' after conversion specifier")
		}
		s = s[1:]
	}
	for depth, i := 1, 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			fd.spec = s[:i]
			return fd, s[i+1:]
		}
	}
	throw(ValueError, "unmatched '{' in format spec")
	return fd, ""
}

func (f *formatter) value(fd field, depth int) string {
	v := f.lookup(fd.name)
	spec := fd.spec
	if strings.ContainsAny(spec, "{}") {
		spec = f.expand(spec, depth-1)
	}
	switch fd.conversion {
	case 0:
	case 'r':
		v = Repr(v)
	case 's':
		v = Str(v)
	case 'a':
		v = Ascii(v)
	default:
		throwf(ValueError, "Unknown conversion specifier %c", fd.conversion)
	}
	return FormatSpec(v, spec)
}

// lookup finds the value of name(.attribute | [index])*.
func (f *formatter) lookup(name string) any {
	end := strings.IndexAny(name, ".[")
	if end < 0 {
		end = len(name)
	}
	v := f.argument(name[:end])
	for rest := name[end:]; rest != ""; {
		switch rest[0] {
		case '.':
			rest = rest[1:]
			end := strings.IndexAny(rest, ".[")
			if end < 0 {
				end = len(rest)
			}
			if end == 0 {
				throw(ValueError, "Empty attribute in format string")
			}
			v = DynGetAttr(v, rest[:end])
			rest = rest[end:]
		case '[':
			key, tail, closed := strings.Cut(rest[1:], "]")
			if !closed {
				throw(ValueError, "Missing ']' in format string")
			}
			if key == "" {
				throw(ValueError, "Empty attribute in format string")
			}
			if i, ok := digitsOnly(key); ok {
				v = DynGetItem(v, i)
			} else {
				v = DynGetItem(v, key)
			}
			rest = tail
		default:
			throw(ValueError, "Only '.' or '[' may follow ']' in format field specifier")
		}
	}
	return v
}

func digitsOnly(s string) (int64, bool) {
	if s == "" || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		throw(ValueError, "Too many decimal digits in format string")
	}
	return n, true
}

func (f *formatter) argument(name string) any {
	i, numbered := digitsOnly(name)
	if !numbered && name != "" {
		if f.named == nil {
			throwKey(name)
		}
		return DynGetItem(f.named, name)
	}
	if f.mapOnly {
		throw(ValueError, "Format string contains positional fields")
	}
	if numbered {
		if f.auto > 0 {
			throw(ValueError, "cannot switch from automatic field numbering to manual field specification")
		}
		f.manual = true
	} else {
		if f.manual {
			throw(ValueError, "cannot switch from manual field specification to automatic field numbering")
		}
		i = int64(f.auto)
		f.auto++
	}
	if i >= int64(len(f.args)) {
		throwf(IndexError, "Replacement index %d out of range for positional args tuple", i)
	}
	return Box(f.args[i])
}
