package py

import (
	"strings"
	"unicode/utf8"
)

// specParser reads a format specification from left to right.
type specParser struct{ rest string }

func (p *specParser) take(chars string) byte {
	if p.rest != "" && strings.IndexByte(chars, p.rest[0]) >= 0 {
		c := p.rest[0]
		p.rest = p.rest[1:]
		return c
	}
	return 0
}

// number reads digits; ok is false if there are none.
func (p *specParser) number() (n int, ok bool) {
	for p.rest != "" && p.rest[0] >= '0' && p.rest[0] <= '9' {
		if n > (1<<31)/10 {
			throw(ValueError, "Too many decimal digits in format string")
		}
		n, ok = n*10+int(p.rest[0]-'0'), true
		p.rest = p.rest[1:]
	}
	return n, ok
}

// parseSpec parses a specification for values of the named type, with its default type code and alignment.
func parseSpec(spec string, typ rune, align byte, typeName string) formatSpec {
	f := formatSpec{fill: " ", prec: -1, typ: typ}
	p := specParser{spec}
	filled := false
	if n := charSize(spec); len(spec) > n && strings.IndexByte("<>=^", spec[n]) >= 0 {
		f.fill, f.align, filled = spec[:n], spec[n], true
		p.rest = spec[n+1:]
	} else {
		f.align = p.take("<>=^")
	}
	f.sign = p.take("+- ")
	f.zero = p.take("z") != 0
	f.alt = p.take("#") != 0
	if !filled && p.take("0") != 0 {
		f.fill = "0"
		if f.align == 0 && align == '>' {
			f.align = '='
		}
	}
	f.width, _ = p.number()
	f.group = p.take(",")
	if c := p.take("_"); c != 0 {
		if f.group != 0 {
			throw(ValueError, "Cannot specify both ',' and '_'.")
		}
		f.group = c
	}
	if f.group == '_' && p.take(",") != 0 {
		throw(ValueError, "Cannot specify both ',' and '_'.")
	}
	if p.take(".") != 0 {
		prec, ok := p.number()
		if !ok {
			throw(ValueError, "Format specifier missing precision")
		}
		f.prec = prec
	}
	if p.rest != "" {
		var n int
		f.typ, n = utf8.DecodeRuneInString(p.rest)
		if n < len(p.rest) {
			throwf(ValueError, "Invalid format specifier '%s' for object of type '%s'", spec, typeName)
		}
	}
	f.checkGroup()
	return f
}

func (f *formatSpec) checkGroup() {
	if f.group == 0 {
		return
	}
	switch f.typ {
	case 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F', 0:
		return
	case 'b', 'o', 'x', 'X':
		if f.group == '_' {
			return
		}
	}
	if f.typ > ' ' && f.typ < utf8.RuneSelf {
		throwf(ValueError, "Cannot specify '%c' with '%c'.", f.group, f.typ)
	}
	throwf(ValueError, `Cannot specify '%c' with '\x%x'.`, f.group, f.typ)
}
