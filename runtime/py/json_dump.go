package py

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// JsonOptions are the keyword arguments of json.dumps.
type JsonOptions struct {
	Skipkeys      bool
	EnsureASCII   bool
	AllowNan      bool
	Indent        any // nil or None, an int of spaces, or a str
	ItemSeparator string
	KeySeparator  string
	Default       func(any) any // nil: raise TypeError
	SortKeys      bool
}

// JsonDumps is json.dumps(v).
func JsonDumps(v any) string {
	return JsonDumpsWith(v, false, true, true, true, None, None, nil, false)
}

// JsonDumpsWith is json.dumps(v, skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, default, sort_keys). It raises TypeError for what has no
// form in JSON, and ValueError for a container within itself.
func JsonDumpsWith(v any, skipkeys, ensureASCII, checkCircular, allowNan bool, indent, separators any, other func(any) any, sortKeys bool) string {
	o := JsonOptions{Skipkeys: skipkeys, EnsureASCII: ensureASCII, AllowNan: allowNan, Indent: indent, Default: other, SortKeys: sortKeys}
	switch {
	case !isNone(Box(separators)):
		both := ListOf(Elems(separators)).v
		if len(both) != 2 {
			throw(ValueError, "separators are two texts")
		}
		o.ItemSeparator, o.KeySeparator = AsStr(both[0]), AsStr(both[1])
	case isNone(Box(indent)):
		o.ItemSeparator, o.KeySeparator = ", ", ": "
	default:
		o.ItemSeparator, o.KeySeparator = ",", ": "
	}
	w := jsonWriter{JsonOptions: o}
	switch i := Box(indent).(type) {
	case int64:
		w.pretty, w.unit = true, strings.Repeat(" ", int(max(i, 0)))
	case string:
		w.pretty, w.unit = true, i
	}
	w.value(Box(v))
	return string(w.out)
}

// JsonDump is json.dump(v, file).
func JsonDump(v, file any) { textSink(Box(file))(JsonDumps(v)) }

// JsonDumpWith is json.dump(v, file, skipkeys=…), with the arguments of JsonDumpsWith.
func JsonDumpWith(v, file any, skipkeys, ensureASCII, checkCircular, allowNan bool, indent, separators any, other func(any) any, sortKeys bool) {
	textSink(Box(file))(JsonDumpsWith(v, skipkeys, ensureASCII, checkCircular, allowNan, indent, separators, other, sortKeys))
}

// jsonWriter holds the text and the depth.
type jsonWriter struct {
	JsonOptions
	out    []byte
	pretty bool
	unit   string
	depth  int
	seen   visits
}

func (w *jsonWriter) value(v any) {
	switch x := v.(type) {
	case NoneType:
		w.out = append(w.out, "null"...)
	case bool:
		w.out = strconv.AppendBool(w.out, x)
	case int64:
		w.out = strconv.AppendInt(w.out, x, 10)
	case *Wide:
		w.out = append(w.out, x.PyRepr()...)
	case float64:
		w.out = append(w.out, w.float(x)...)
	case string:
		w.out = appendJSONString(w.out, x, w.EnsureASCII)
	case listAny, tupleAny:
		w.enter(v)
		w.list(v)
		w.seen.leave()
	case dictAny:
		w.enter(v)
		w.dict(x)
		w.seen.leave()
	default:
		switch p := plain(v).(type) { // that of an object whose class derives from one of these, or of a member of an IntEnum
		case bool, int64, *Wide, float64, string, listAny, tupleAny, dictAny:
			w.value(p)
			return
		}
		if w.Default == nil {
			throwf(TypeError, "Object of type %s is not JSON serializable", TypeName(v))
		}
		w.enter(v)
		w.value(Box(w.Default(v)))
		w.seen.leave()
	}
}

func (w *jsonWriter) enter(v any) {
	if _, isTuple := v.(tupleAny); isTuple {
		w.seen = append(w.seen, nil)
		return
	}
	if !w.seen.enter(v) {
		throw(ValueError, "Circular reference detected")
	}
}

func (w *jsonWriter) float(f float64) string {
	if !w.AllowNan && (f != f || math.IsInf(f, 0)) {
		throw(ValueError, "Out of range float values are not JSON compliant")
	}
	switch {
	case f != f:
		return "NaN"
	case math.IsInf(f, 1):
		return "Infinity"
	case math.IsInf(f, -1):
		return "-Infinity"
	}
	return FormatFloat(f)
}

func (w *jsonWriter) newline() {
	if w.pretty {
		w.out = append(w.out, '\n')
		w.out = append(w.out, strings.Repeat(w.unit, w.depth)...)
	}
}

func (w *jsonWriter) list(v any) {
	if Len(v) == 0 {
		w.out = append(w.out, "[]"...)
		return
	}
	w.out = append(w.out, '[')
	w.depth++
	first := true
	for x := range Elems(v) {
		if !first {
			w.out = append(w.out, w.ItemSeparator...)
		}
		first = false
		w.newline()
		w.value(x)
	}
	w.depth--
	w.newline()
	w.out = append(w.out, ']')
}

func (w *jsonWriter) dict(d dictAny) {
	if d.PyLen() == 0 {
		w.out = append(w.out, "{}"...)
		return
	}
	type item struct{ key, value any }
	var items []item
	for k, v := range d.pairsAny() {
		items = append(items, item{k, v})
	}
	if w.SortKeys {
		slices.SortStableFunc(items, func(a, b item) int { return Compare(a.key, b.key) })
	}
	w.out = append(w.out, '{')
	w.depth++
	first := true
	for _, it := range items {
		key, ok := w.key(it.key)
		if !ok {
			continue
		}
		if !first {
			w.out = append(w.out, w.ItemSeparator...)
		}
		first = false
		w.newline()
		w.out = appendJSONString(w.out, key, w.EnsureASCII)
		w.out = append(w.out, w.KeySeparator...)
		w.value(it.value)
	}
	w.depth--
	w.newline()
	w.out = append(w.out, '}')
}

func (w *jsonWriter) key(k any) (string, bool) {
	switch x := k.(type) {
	case string:
		return x, true
	case float64:
		return w.float(x), true
	case bool:
		return strconv.FormatBool(x), true
	case NoneType:
		return "null", true
	case int64:
		return strconv.FormatInt(x, 10), true
	case *Wide:
		return x.PyRepr(), true
	}
	switch p := plain(k).(type) {
	case string, float64, bool, int64, *Wide:
		return w.key(p)
	}
	if !w.Skipkeys {
		throwf(TypeError, "keys must be str, int, float, bool or None, not %s", TypeName(k))
	}
	return "", false
}

// appendJSONString quotes s, with \u escapes for all but ASCII if asked.
func appendJSONString(dst []byte, s string, ascii bool) []byte {
	dst = append(dst, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r == '\n':
			dst = append(dst, `\n`...)
		case r == '\r':
			dst = append(dst, `\r`...)
		case r == '\t':
			dst = append(dst, `\t`...)
		case r == '\b':
			dst = append(dst, `\b`...)
		case r == '\f':
			dst = append(dst, `\f`...)
		case r < ' ' || ascii && r >= 0x7f && r <= 0xffff:
			dst = fmt.Appendf(dst, `\u%04x`, r)
		case ascii && r > 0xffff:
			r -= 0x10000
			dst = fmt.Appendf(dst, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return append(dst, '"')
}
