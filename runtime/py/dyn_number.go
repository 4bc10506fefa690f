package py

// numberAttr is an attribute of a number that is no method.
func numberAttr(v any, name string) (any, bool) {
	if f, ok := v.(float64); ok {
		switch name {
		case "real":
			return f, true
		case "imag":
			return 0.0, true
		}
		return nil, false
	}
	switch name {
	case "real", "numerator":
		return AsBig(v).boxed(), true
	case "imag":
		return int64(0), true
	case "denominator":
		return int64(1), true
	}
	return nil, false
}

func intMethodTable() map[string]method {
	return map[string]method{
		"bit_length":       def("", func(n any, _ []any) any { return AsBig(n).BitLength() }),
		"bit_count":        def("", func(n any, _ []any) any { return AsBig(n).BitCount() }),
		"conjugate":        def("", func(n any, _ []any) any { return AsBig(n).boxed() }),
		"as_integer_ratio": def("", func(n any, _ []any) any { return T2(AsBig(n).boxed(), int64(1)) }),
		"to_bytes": defNamed("/length byteorder signed", func(n any, a []any) any {
			return BigToBytes(AsBig(n), argInt(a[0], 1), argStr(a[1], "big"), argBool(a[2]))
		}),
		"from_bytes": defNamed("bytes/byteorder signed", func(_ any, a []any) any {
			return BigFromBytes(BytesOfAny(a[0]), argStr(a[1], "big"), argBool(a[2])).Grown()
		}),
	}
}

func floatMethodTable() map[string]method {
	return map[string]method{
		"is_integer":       def("", func(f any, _ []any) any { return FloatIsInteger(f.(float64)) }),
		"conjugate":        def("", func(f any, _ []any) any { return f }),
		"as_integer_ratio": def("", func(f any, _ []any) any { r := BigFloatRatio(f.(float64)); return T2(r.V0.boxed(), r.V1.boxed()) }),
		"hex":              defNamed("", func(f any, _ []any) any { return FloatHex(f.(float64)) }),
		"fromhex":          def("string", func(_ any, a []any) any { return FloatFromhex(AsStr(a[0])) }),
	}
}
