package py

func bytesMethodTable() map[string]method {
	methods := map[string]method{
		"decode": defNamed("/encoding errors", func(b any, a []any) any {
			return BytesDecode(b.(Bytes), argNamed("decode", "encoding", a[0], "utf-8"), argNamed("decode", "errors", a[1], "strict"))
		}),
		"hex": defNamed("/sep bytes_per_sep", func(b any, a []any) any {
			if a[0] == nil {
				return BytesHex(b.(Bytes))
			}
			return BytesHexSep(b.(Bytes), a[0], argInt(a[1], 1))
		}),
		"fromhex":   def("string", func(_ any, a []any) any { return BytesFromhex(AsStr(a[0])) }),
		"maketrans": def("frm to", func(_ any, a []any) any { return BytesMaketrans(AsBytes(a[0]), AsBytes(a[1])) }),
		"translate": defNamed("table/delete", func(b any, a []any) any {
			table := Opt[Bytes]{}
			if !isNone(a[0]) {
				table = Some(AsBytes(a[0]))
			}
			return BytesTranslate(b.(Bytes), table, argBytes(a[1], ""))
		}),
		"split":      defNamed("/sep maxsplit", bytesSplit(BytesSplit, BytesFieldsN)),
		"rsplit":     defNamed("/sep maxsplit", bytesSplit(BytesRsplit, BytesRfieldsN)),
		"splitlines": defNamed("/keepends", func(b any, a []any) any { return BytesSplitlines(b.(Bytes), argBool(a[0])) }),
		"partition":  def("sep", func(b any, a []any) any { return BytesPartition(b.(Bytes), AsBytes(a[0])) }),
		"rpartition": def("sep", func(b any, a []any) any { return BytesRpartition(b.(Bytes), AsBytes(a[0])) }),
		"strip":      def("/bytes", bytesStrip(BytesStripChars)),
		"lstrip":     def("/bytes", bytesStrip(BytesLstripChars)),
		"rstrip":     def("/bytes", bytesStrip(BytesRstripChars)),
		"find":       defParsed("sub/start end", bytesFind(BytesFindAny)),
		"rfind":      defParsed("sub/start end", bytesFind(BytesRfindAny)),
		"index":      defParsed("sub/start end", bytesFind(BytesIndexAny)),
		"rindex":     defParsed("sub/start end", bytesFind(BytesRindexAny)),
		"count":      defParsed("sub/start end", bytesFind(BytesCountAny)),
		"startswith": defParsed("prefix/start end", bytesFind(BytesStartswithAny)),
		"endswith":   defParsed("suffix/start end", bytesFind(BytesEndswithAny)),
		"replace": def("old new/count", func(b any, a []any) any {
			return BytesReplace(b.(Bytes), AsBytes(a[0]), AsBytes(a[1]), argInt(a[2], -1))
		}),
		"join":         def("iterable_of_bytes", func(b any, a []any) any { return BytesJoinAny(b.(Bytes), Joinable(a[0])) }),
		"removeprefix": def("prefix", func(b any, a []any) any { return BytesRemoveprefix(b.(Bytes), AsBytes(a[0])) }),
		"removesuffix": def("suffix", func(b any, a []any) any { return BytesRemovesuffix(b.(Bytes), AsBytes(a[0])) }),
		"center":       def("width/fillchar", bytesPad("center", BytesCenter)),
		"ljust":        def("width/fillchar", bytesPad("ljust", BytesLjust)),
		"rjust":        def("width/fillchar", bytesPad("rjust", BytesRjust)),
		"zfill":        def("width", func(b any, a []any) any { return BytesZfill(b.(Bytes), AsInt(a[0])) }),
		"expandtabs":   defNamed("/tabsize", func(b any, a []any) any { return BytesExpandtabs(b.(Bytes), argInt(a[0], 8)) }),
	}
	for name, f := range map[string]func(Bytes) Bytes{
		"upper": BytesUpper, "lower": BytesLower, "title": BytesTitle, "capitalize": BytesCapitalize, "swapcase": BytesSwapcase,
	} {
		methods[name] = def("", func(b any, _ []any) any { return f(b.(Bytes)) })
	}
	for name, f := range map[string]func(Bytes) bool{
		"isalpha": BytesIsalpha, "isdigit": BytesIsdigit, "isalnum": BytesIsalnum, "isspace": BytesIsspace, "isascii": BytesIsascii,
		"isupper": BytesIsupper, "islower": BytesIslower, "istitle": BytesIstitle,
	} {
		methods[name] = def("", func(b any, _ []any) any { return f(b.(Bytes)) })
	}
	return methods
}

func argBytes(v any, otherwise Bytes) Bytes {
	if v == nil {
		return otherwise
	}
	return AsBytes(v)
}

func bytesSplit(by func(b, sep Bytes, n int64) *List[Bytes], fields func(b Bytes, n int64) *List[Bytes]) func(any, []any) any {
	return func(b any, a []any) any {
		n := argInt(a[1], -1)
		if isNone(a[0]) {
			return fields(b.(Bytes), n)
		}
		return by(b.(Bytes), AsBytes(a[0]), n)
	}
}

func bytesStrip(strip func(b, chars Bytes) Bytes) func(any, []any) any {
	return func(b any, a []any) any {
		if isNone(a[0]) {
			return strip(b.(Bytes), byteSpaces)
		}
		return strip(b.(Bytes), AsBytes(a[0]))
	}
}

func bytesFind[R any](find func(b Bytes, sub any, start, end Opt[int64]) R) func(any, []any) any {
	return func(b any, a []any) any { return find(b.(Bytes), a[0], argBound(a[1]), argBound(a[2])) }
}

func bytesPad(name string, pad func(b Bytes, width int64, fill Bytes) Bytes) func(any, []any) any {
	return func(b any, a []any) any {
		fill := Bytes(" ")
		if a[1] != nil {
			var ok bool
			if fill, ok = bytesLike(a[1]); !ok {
				throwf(TypeError, "%s() argument 2 must be a byte string of length 1, not %s", name, fullTypeName(a[1]))
			}
		}
		return pad(b.(Bytes), AsInt(a[0]), fill)
	}
}
