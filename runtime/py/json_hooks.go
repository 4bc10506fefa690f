package py

// JsonLoadsWith is json.loads(s, object_hook=…, …) of a str or bytes; a nil function is none. It raises JSONDecodeError.
func JsonLoadsWith(s any, objectHook func(*Dict[string, any]) any, parseFloat, parseInt, parseConstant func(string) any, pairsHook func(*List[Tuple2[string, any]]) any, strict bool) any {
	return jsonLoads(jsonText(s), &jsonHooks{objectHook, pairsHook, parseFloat, parseInt, parseConstant, !strict})
}

// jsonText is what is read of a str or bytes.
func jsonText(s any) string {
	switch s := Box(s).(type) {
	case string:
		return s
	case Bytes:
		return BytesDecode(s, jsonEncoding(s), "surrogatepass")
	default:
		throwf(TypeError, "the JSON object must be str, bytes or bytearray, not %s", TypeName(s))
		return ""
	}
}

// jsonEncoding is the encoding of JSON in bytes, by where there are zeros.
func jsonEncoding(b Bytes) string {
	switch {
	case len(b) >= 4 && b[:4] == "\x00\x00\xfe\xff", len(b) >= 4 && b[:4] == "\xff\xfe\x00\x00":
		return "utf-32"
	case len(b) >= 2 && (b[:2] == "\xfe\xff" || b[:2] == "\xff\xfe"):
		return "utf-16"
	case len(b) >= 3 && b[:3] == "\xef\xbb\xbf":
		return "utf-8-sig"
	case len(b) >= 4 && b[0] == 0 && b[1] == 0, len(b) >= 4 && b[0] == 0:
		if b[1] != 0 {
			return "utf-16-be"
		}
		return "utf-32-be"
	case len(b) >= 4 && b[1] == 0:
		if b[2] == 0 && b[3] == 0 {
			return "utf-32-le"
		}
		return "utf-16-le"
	case len(b) == 2 && b[0] == 0:
		return "utf-16-be"
	case len(b) == 2 && b[1] == 0:
		return "utf-16-le"
	}
	return "utf-8"
}

// JsonLoadWith is json.load(file, object_hook=…, …).
func JsonLoadWith(file any, objectHook func(*Dict[string, any]) any, parseFloat, parseInt, parseConstant func(string) any, pairsHook func(*List[Tuple2[string, any]]) any, strict bool) any {
	return JsonLoadsWith(DynCallMethod(file, "read"), objectHook, parseFloat, parseInt, parseConstant, pairsHook, strict)
}

// JsonRawDecode is JSONDecoder(…).raw_decode(s, idx): the value that begins at a character, and where it ends.
func JsonRawDecode(s string, idx int64, objectHook func(*Dict[string, any]) any, parseFloat, parseInt, parseConstant func(string) any, pairsHook func(*List[Tuple2[string, any]]) any, strict bool) Tuple2[any, int64] {
	r := jsonReader{s: s, at: byteAt(s, idx), hooks: &jsonHooks{objectHook, pairsHook, parseFloat, parseInt, parseConstant, !strict}}
	v := r.value()
	return T2(v, StrLen(s[:r.at]))
}

// jsonHooks are the functions that make other values of objects, numbers and constants.
type jsonHooks struct {
	object                   func(*Dict[string, any]) any
	pairs                    func(*List[Tuple2[string, any]]) any
	float, integer, constant func(string) any
	lax                      bool // control characters may be in strings
}

func (h *jsonHooks) ofObject(d *Dict[string, any]) any {
	if h == nil || h.object == nil {
		return d
	}
	return Box(h.object(d))
}

// ofNumber is the value of a number's text by a function; ok is false without one.
func (h *jsonHooks) ofNumber(text string, isFloat bool) (v any, ok bool) {
	switch {
	case h == nil:
	case isFloat && h.float != nil:
		return Box(h.float(text)), true
	case !isFloat && h.integer != nil:
		return Box(h.integer(text)), true
	}
	return nil, false
}

// jsonObject collects the pairs of an object.
type jsonObject struct {
	hooks *jsonHooks
	dict  *Dict[string, any]
	pairs *List[Tuple2[string, any]] // nil unless a function wants them
}

func (h *jsonHooks) begin() jsonObject {
	if h != nil && h.pairs != nil {
		return jsonObject{hooks: h, pairs: &List[Tuple2[string, any]]{}}
	}
	return jsonObject{hooks: h, dict: NewDict[string, any]()}
}

func (o jsonObject) add(key string, v any) {
	if o.pairs != nil {
		o.pairs.v = append(o.pairs.v, T2(key, v))
		return
	}
	o.dict.Set(key, v)
}

func (o jsonObject) end() any {
	if o.pairs != nil {
		return Box(o.hooks.pairs(o.pairs))
	}
	return o.hooks.ofObject(o.dict)
}
