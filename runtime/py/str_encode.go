package py

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// codecName is the canonical name of an encoding; it raises LookupError for one that is not supported.
func codecName(encoding string) string {
	switch strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(encoding)) {
	case "utf8", "u8", "cp65001":
		return "utf-8"
	case "utf8sig":
		return "utf-8-sig"
	case "ascii", "usascii", "646":
		return "ascii"
	case "latin1", "iso88591", "l1", "8859", "cp819":
		return "latin-1"
	case "utf16", "u16":
		return "utf-16"
	case "utf16le", "unicodelittleunmarked":
		return "utf-16-le"
	case "utf16be", "unicodebigunmarked":
		return "utf-16-be"
	case "utf32", "u32":
		return "utf-32"
	case "utf32le":
		return "utf-32-le"
	case "utf32be":
		return "utf-32-be"
	case "unicodeescape":
		return escapeCodec
	}
	if name := charmapName(encoding); name != "" {
		return name
	}
	e := NewException(LookupError, "unknown encoding: "+encoding)
	e.capture(1)
	panic(e)
}

// charmapName is the name of an encoding in charmaps, or "".
func charmapName(encoding string) string {
	name := strings.ReplaceAll(strings.ToLower(encoding), "_", "-")
	name = strings.Replace(strings.Replace(name, "windows-", "cp", 1), "iso-8859", "iso8859", 1)
	if alias, ok := map[string]string{"latin2": "iso8859-2", "latin-2": "iso8859-2", "latin5": "iso8859-9", "latin9": "iso8859-15", "latin-9": "iso8859-15",
		"cyrillic": "iso8859-5", "greek": "iso8859-7", "ibm437": "cp437", "ibm850": "cp850", "ibm866": "cp866", "macroman": "mac-roman"}[name]; ok {
		name = alias
	}
	if charmaps[name] == "" {
		return ""
	}
	return name
}

// StrEncode is s.encode(encoding, errors), with "utf-8" and "strict" for what is left out.
func StrEncode(s, encoding, errors string) Bytes {
	limit := rune(0x7f)
	name := codecName(encoding)
	switch name {
	case "ascii":
	default:
		if strings.HasPrefix(name, "utf-") {
			return encodeWide(s, name)
		}
		return encodeCharmap(s, name, errors)
	case "utf-8":
		return Bytes(s)
	case "utf-8-sig":
		return Bytes("\ufeff" + s)
	case escapeCodec:
		return encodeEscapes(s)
	case "latin-1":
		limit = 0xff
	}
	if limit == 0x7f && isASCII(s) {
		return Bytes(s)
	}
	out := make([]byte, 0, len(s))
	position := 0
	for _, r := range s {
		if r <= limit {
			out = append(out, byte(r))
		} else {
			out = encodeError(out, name, s, r, position, limit, errors)
		}
		position++
	}
	return Bytes(out)
}

func encodeError(out []byte, codec, s string, r rune, position int, limit rune, errors string) []byte {
	switch errors {
	case "ignore":
		return out
	case "replace":
		return append(out, '?')
	case "backslashreplace":
		return appendEscape(out, r, 0, false, 0)
	case "xmlcharrefreplace":
		return fmt.Appendf(out, "&#%d;", r)
	case "strict":
	default:
		throwf(LookupError, "unknown error handler name '%s'", errors)
	}
	end := position
	for _, next := range []rune(s)[position:] {
		if next <= limit {
			break
		}
		end++
	}
	encodeFailure(codec, s, r, position, end, fmt.Sprintf("ordinal not in range(%d)", limit+1))
	return nil
}

// encodeFailure raises the UnicodeEncodeError of the characters from position to end, of which r is the first.
func encodeFailure(codec, s string, r rune, position, end int, reason string) {
	where := fmt.Sprintf("character '%s' in position %d", appendEscape(nil, r, 0, false, 0), position)
	if end > position+1 {
		where = fmt.Sprintf("characters in position %d-%d", position, end-1)
	}
	e := NewException(UnicodeEncodeError, codec, s, int64(position), int64(end), reason)
	e.text = fmt.Sprintf("'%s' codec can't encode %s: %s", codec, where, reason)
	e.capture(2)
	panic(e)
}

// BytesDecodeStrict is str(b, errors=errors).
func BytesDecodeStrict(b Bytes, errors string) string { return BytesDecode(b, "utf-8", errors) }

// BytesDecode is b.decode(encoding, errors), with "utf-8" and "strict" for what is left out.
func BytesDecode(b Bytes, encoding, errors string) string {
	name := codecName(encoding)
	switch name {
	case "latin-1":
		runes := make([]rune, len(b))
		for i := range len(b) {
			runes[i] = rune(b[i])
		}
		return string(runes)
	case escapeCodec:
		return decodeEscapes(b, errors)
	case "utf-8-sig":
		b = Bytes(strings.TrimPrefix(string(b), "\ufeff"))
		name = "utf-8"
	case "utf-8", "ascii":
	default:
		if strings.HasPrefix(name, "utf-") {
			return decodeWide(b, name, errors)
		}
		return decodeCharmap(b, name, errors)
	}
	if isASCII(string(b)) || name == "utf-8" && utf8.ValidString(string(b)) {
		return string(b)
	}
	var out strings.Builder
	for i := 0; i < len(b); {
		size, bad, reason := decodeOne(string(b[i:]), name)
		if reason == "" {
			out.WriteString(string(b[i : i+size]))
			i += size
			continue
		}
		decodeError(&out, name, b, i, bad, reason, errors)
		i += bad
	}
	return out.String()
}

// decodeOne gives the size of the first character, or how many bytes are wrong and why.
func decodeOne(s, codec string) (size, bad int, reason string) {
	if s[0] < utf8.RuneSelf {
		return 1, 0, ""
	}
	if codec == "ascii" {
		return 0, 1, "ordinal not in range(128)"
	}
	if r, n := utf8.DecodeRuneInString(s); r != utf8.RuneError || n > 1 {
		return n, 0, ""
	}
	lead := s[0]
	want := 0
	switch {
	case lead >= 0xc2 && lead <= 0xdf:
		want = 2
	case lead >= 0xe0 && lead <= 0xef:
		want = 3
	case lead >= 0xf0 && lead <= 0xf4:
		want = 4
	default:
		return 0, 1, "invalid start byte"
	}
	for i := 1; i < want; i++ {
		if i >= len(s) {
			return 0, i, "unexpected end of data"
		}
		low, high := byte(0x80), byte(0xbf)
		if i == 1 {
			low, high = secondByte(lead)
		}
		if s[i] < low || s[i] > high {
			return 0, i, "invalid continuation byte"
		}
	}
	return 0, 1, "invalid continuation byte"
}

// secondByte is the range of the second byte behind a lead byte, which excludes long forms and surrogates.
func secondByte(lead byte) (low, high byte) {
	switch lead {
	case 0xe0:
		return 0xa0, 0xbf
	case 0xed:
		return 0x80, 0x9f
	case 0xf0:
		return 0x90, 0xbf
	case 0xf4:
		return 0x80, 0x8f
	}
	return 0x80, 0xbf
}

func decodeError(out *strings.Builder, codec string, b Bytes, at, n int, reason, errors string) {
	switch errors {
	case "ignore":
		return
	case "replace":
		out.WriteRune(utf8.RuneError)
		return
	case "backslashreplace":
		for _, c := range []byte(b[at : at+n]) {
			fmt.Fprintf(out, `\x%02x`, c)
		}
		return
	case "strict":
	case "xmlcharrefreplace":
		throw(TypeError, "don't know how to handle UnicodeDecodeError in error callback")
	default:
		throwf(LookupError, "unknown error handler name '%s'", errors)
	}
	where := fmt.Sprintf("byte 0x%02x in position %d", b[at], at)
	if n > 1 {
		where = fmt.Sprintf("bytes in position %d-%d", at, at+n-1)
	}
	e := NewException(UnicodeDecodeError, codec, b, int64(at), int64(at+n), reason)
	e.text = fmt.Sprintf("'%s' codec can't decode %s: %s", codec, where, reason)
	e.capture(1)
	panic(e)
}

// StrMaketrans is str.maketrans(from, to, delete), with "" for what is left out.
func StrMaketrans(from, to, remove string) *Dict[int64, any] {
	f, t := []rune(from), []rune(to)
	if len(f) != len(t) {
		throw(ValueError, "the first two maketrans arguments must have equal length")
	}
	d := NewDict[int64, any]()
	for i, r := range f {
		d.Set(int64(r), int64(t[i]))
	}
	for _, r := range remove {
		d.Set(int64(r), None)
	}
	return d
}

// StrMaketransDict is str.maketrans(dict): keys of one character become their numbers.
func StrMaketransDict(table any) *Dict[int64, any] {
	src, ok := table.(dictAny)
	if !ok {
		throw(TypeError, "if you give only one argument to maketrans it must be a dict")
	}
	d := NewDict[int64, any]()
	for k, v := range src.pairsAny() {
		switch k := k.(type) {
		case int64:
			d.Set(k, v)
		case string:
			if utf8.RuneCountInString(k) != 1 {
				throw(ValueError, "string keys in translate table must be of length 1")
			}
			d.Set(Ord(k), v)
		default:
			throw(TypeError, "keys in translate table must be strings or integers")
		}
	}
	return d
}

// StrTranslate is s.translate(table): a mapping from numbers of characters to numbers, strings or None.
func StrTranslate(s string, table any) string {
	return mapChars(s, func(b *strings.Builder, r rune, _ int) {
		v, found := translation(table, r)
		if !found {
			b.WriteRune(r)
			return
		}
		switch x := v.(type) {
		case NoneType:
		case string:
			b.WriteString(x)
		case int64:
			if x < 0 || x > utf8.MaxRune {
				throw(ValueError, "character mapping must be in range(0x110000)")
			}
			b.WriteRune(rune(x))
		default:
			throw(TypeError, "character mapping must return integer, None or str")
		}
	})
}

func translation(table any, r rune) (v any, found bool) {
	if d, ok := table.(dictAny); ok {
		return d.lookupAny(int64(r))
	}
	if e := Try(func() { v = DynGetItem(table, int64(r)) }); e != nil {
		if !e.IsA(LookupError) {
			panic(e)
		}
		return nil, false
	}
	return v, true
}
