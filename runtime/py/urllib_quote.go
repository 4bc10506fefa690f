package py

import (
	"fmt"
	"strings"
)

// UrllibParseQuote is urllib.parse.quote(string, safe, encoding, errors).
func UrllibParseQuote(s, safe string, encoding, errors Opt[string]) string {
	return UrllibParseQuoteFromBytes(StrEncode(s, encoding.Or("utf-8"), errors.Or("strict")), safe)
}

// UrllibParseQuoteFromBytes is urllib.parse.quote_from_bytes(bs, safe).
func UrllibParseQuoteFromBytes(bs Bytes, safe string) string {
	var b strings.Builder
	for _, c := range []byte(bs) {
		if c < 0x80 && (isWord(rune(c), true) || c == '.' || c == '-' || c == '~' || strings.IndexByte(safe, c) >= 0) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// UrllibParseQuotePlus is urllib.parse.quote_plus(string, safe, encoding, errors).
func UrllibParseQuotePlus(s, safe string, encoding, errors Opt[string]) string {
	return UrllibParseQuotePlusBytes(StrEncode(s, encoding.Or("utf-8"), errors.Or("strict")), safe)
}

// UrllibParseQuotePlusBytes is urllib.parse.quote_plus of bytes.
func UrllibParseQuotePlusBytes(bs Bytes, safe string) string {
	if !strings.Contains(string(bs), " ") {
		return UrllibParseQuoteFromBytes(bs, safe)
	}
	return strings.ReplaceAll(UrllibParseQuoteFromBytes(bs, safe+" "), " ", "+")
}

// UrllibParseUnquoteToBytes is urllib.parse.unquote_to_bytes(string).
func UrllibParseUnquoteToBytes(s string) Bytes { return UrllibParseUnquoteBytesToBytes(Bytes(s)) }

// UrllibParseUnquoteBytesToBytes is urllib.parse.unquote_to_bytes of bytes.
func UrllibParseUnquoteBytesToBytes(s Bytes) Bytes {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && hexDigit(s[i+1]) >= 0 && hexDigit(s[i+2]) >= 0 {
			b.WriteByte(byte(hexDigit(s[i+1])<<4 | hexDigit(s[i+2])))
			i += 2
			continue
		}
		b.WriteByte(s[i])
	}
	return Bytes(b.String())
}

// hexDigit is the value of a digit, or -1.
func hexDigit(c byte) int {
	i := strings.IndexByte("0123456789abcdefABCDEF", c)
	if i > 15 {
		i -= 6
	}
	return i
}

// UrllibParseUnquote is urllib.parse.unquote(string, encoding, errors): runs of ASCII are decoded, other characters stay.
func UrllibParseUnquote(s, encoding, errors string) string {
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		n := strings.IndexFunc(s, func(c rune) bool { return c >= 0x80 })
		if n < 0 {
			n = len(s)
		}
		if n > 0 {
			b.WriteString(BytesDecode(UrllibParseUnquoteToBytes(s[:n]), encoding, errors))
		}
		s = s[n:]
		n = strings.IndexFunc(s, func(c rune) bool { return c < 0x80 })
		if n < 0 {
			n = len(s)
		}
		b.WriteString(s[:n])
		s = s[n:]
	}
	return b.String()
}

// UrllibParseUnquoteBytes is urllib.parse.unquote of bytes.
func UrllibParseUnquoteBytes(s Bytes, encoding, errors string) string {
	return BytesDecode(UrllibParseUnquoteBytesToBytes(s), encoding, errors)
}

// UrllibParseUnquotePlus is urllib.parse.unquote_plus(string, encoding, errors).
func UrllibParseUnquotePlus(s, encoding, errors string) string {
	return UrllibParseUnquote(strings.ReplaceAll(s, "+", " "), encoding, errors)
}

// UrllibParseParseQsl is urllib.parse.parse_qsl(qs, …); it raises ValueError.
func UrllibParseParseQsl(qs string, keepBlank, strict bool, encoding, errors string, maxFields Opt[int64], separator string) *List[Tuple2[string, string]] {
	if separator == "" {
		throw(ValueError, "Separator must be of type string or bytes.")
	}
	out := NewList[Tuple2[string, string]]()
	if qs == "" {
		return out
	}
	fields := strings.Split(qs, separator)
	if maxFields.Ok && maxFields.V < int64(len(fields)) {
		throw(ValueError, "Max number of fields exceeded")
	}
	for _, field := range fields {
		if field == "" && !strict {
			continue
		}
		name, value, found := strings.Cut(field, "=")
		if !found && strict {
			throwf(ValueError, "bad query field: %s", Repr(field))
		}
		if keepBlank || value != "" {
			out.Append(T2(UrllibParseUnquotePlus(name, encoding, errors), UrllibParseUnquotePlus(value, encoding, errors)))
		}
	}
	return out
}

// UrllibParseParseQs is urllib.parse.parse_qs(qs, …); it raises ValueError.
func UrllibParseParseQs(qs string, keepBlank, strict bool, encoding, errors string, maxFields Opt[int64], separator string) *Dict[string, *List[string]] {
	out := NewDict[string, *List[string]]()
	for _, pair := range UrllibParseParseQsl(qs, keepBlank, strict, encoding, errors, maxFields, separator).v {
		DictSetdefault(out, pair.V0, NewList[string]()).Append(pair.V1)
	}
	return out
}

// UrllibParseUrlencode is urllib.parse.urlencode(query, doseq, safe, encoding, errors); it raises TypeError.
func UrllibParseUrlencode(query any, doseq bool, safe string, encoding, errors Opt[string]) string {
	return UrllibParseUrlencodeVia(query, doseq, safe, encoding, errors, UrllibParseQuotePlus)
}

// UrllibParseUrlencodeVia is urllib.parse.urlencode(query, …, quote_via=function).
func UrllibParseUrlencodeVia(query any, doseq bool, safe string, encoding, errors Opt[string], quoteVia func(s, safe string, encoding, errors Opt[string]) string) string {
	quote := func(v any) string {
		if b, ok := v.(Bytes); ok {
			return UrllibParseQuotePlusBytes(b, safe)
		}
		return quoteVia(Str(v), safe, encoding, errors)
	}
	var parts []string
	for item := range queryItems(query) {
		pair := DynUnpack(item, 2)
		key := quote(pair[0]) + "="
		_, isStr := pair[1].(string)
		_, isBytes := pair[1].(Bytes)
		_, sized := pair[1].(Lener)
		if !doseq || isStr || isBytes || !sized {
			parts = append(parts, key+quote(pair[1]))
			continue
		}
		for v := range Elems(pair[1]) {
			parts = append(parts, key+quote(v))
		}
	}
	return strings.Join(parts, "&")
}

// queryItems are the pairs of a mapping or of a sequence of tuples.
func queryItems(query any) func(func(any) bool) {
	switch q := query.(type) {
	case dictAny:
		return func(yield func(any) bool) {
			for k, v := range q.pairsAny() {
				if !yield(NewTupleOf(k, v)) {
					return
				}
			}
		}
	case listAny, tupleAny:
		for x := range Elems(q) {
			if _, ok := x.(tupleAny); ok {
				break
			}
			throw(TypeError, "not a valid non-string sequence or mapping object")
		}
		return Elems(q)
	}
	throw(TypeError, "not a valid non-string sequence or mapping object")
	return nil
}
