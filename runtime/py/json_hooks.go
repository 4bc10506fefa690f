package py

// JsonLoadsWith is json.loads(s, object_hook=…, parse_float=…, parse_int=…) of a str or bytes; a nil function is none. It raises
// JSONDecodeError.
func JsonLoadsWith(s any, objectHook func(*Dict[string, any]) any, parseFloat, parseInt func(string) any) any {
	text := ""
	switch s := Box(s).(type) {
	case string:
		text = s
	case Bytes:
		text = BytesDecode(s, "utf-8", "surrogatepass")
	default:
		throwf(TypeError, "the JSON object must be str, bytes or bytearray, not %s", TypeName(s))
	}
	return jsonLoads(text, &jsonHooks{objectHook, parseFloat, parseInt})
}

// JsonLoadWith is json.load(file, object_hook=…, …).
func JsonLoadWith(file any, objectHook func(*Dict[string, any]) any, parseFloat, parseInt func(string) any) any {
	return JsonLoadsWith(DynCallMethod(file, "read"), objectHook, parseFloat, parseInt)
}

// jsonHooks are the functions that make other values of objects and numbers.
type jsonHooks struct {
	object         func(*Dict[string, any]) any
	float, integer func(string) any
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
