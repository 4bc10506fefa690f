package py

func strMethodTable() map[string]method {
	methods := map[string]method{
		"split":      defNamed("/sep maxsplit", strSplit(StrSplit, StrFieldsN)),
		"rsplit":     defNamed("/sep maxsplit", strSplit(StrRsplit, StrRfieldsN)),
		"splitlines": defNamed("/keepends", func(s any, a []any) any { return StrSplitlines(s.(string), argBool(a[0])) }),
		"strip":      def("/chars", strStrip("strip", StrStrip, StrStripChars)),
		"lstrip":     def("/chars", strStrip("lstrip", StrLstrip, StrLstripChars)),
		"rstrip":     def("/chars", strStrip("rstrip", StrRstrip, StrRstripChars)),
		"find":       defParsed("sub/start end", strFind(StrFind)),
		"rfind":      defParsed("sub/start end", strFind(StrRfind)),
		"index":      defParsed("sub/start end", strFind(StrIndex)),
		"rindex":     defParsed("sub/start end", strFind(StrRindex)),
		"count":      defParsed("sub/start end", strFind(StrCount)),
		"startswith": defParsed("prefix/start end", func(s any, a []any) any {
			return StrStartswithAny(s.(string), a[0], argBound(a[1]), argBound(a[2]))
		}),
		"endswith": defParsed("suffix/start end", func(s any, a []any) any {
			return StrEndswithAny(s.(string), a[0], argBound(a[1]), argBound(a[2]))
		}),
		"replace": def("old new/count", func(s any, a []any) any {
			return StrReplace(s.(string), argMethod("replace", 1, a[0]), argMethod("replace", 2, a[1]), argInt(a[2], -1))
		}),
		"join": def("iterable", func(s any, a []any) any {
			return StrJoinAny(s.(string), Joinable(a[0]))
		}),
		"partition":    def("sep", func(s any, a []any) any { return StrPartition(s.(string), mustStr(a[0])) }),
		"rpartition":   def("sep", func(s any, a []any) any { return StrRpartition(s.(string), mustStr(a[0])) }),
		"removeprefix": def("prefix", func(s any, a []any) any { return StrRemoveprefix(s.(string), argOnly("removeprefix", a[0])) }),
		"removesuffix": def("suffix", func(s any, a []any) any { return StrRemovesuffix(s.(string), argOnly("removesuffix", a[0])) }),
		"center":       def("width/fillchar", strPad(StrCenter)),
		"ljust":        def("width/fillchar", strPad(StrLjust)),
		"rjust":        def("width/fillchar", strPad(StrRjust)),
		"zfill":        def("width", func(s any, a []any) any { return StrZfill(s.(string), AsInt(a[0])) }),
		"expandtabs":   defNamed("/tabsize", func(s any, a []any) any { return StrExpandtabs(s.(string), argInt(a[0], 8)) }),
		"translate":    def("table", func(s any, a []any) any { return StrTranslate(s.(string), a[0]) }),
		"encode": defNamed("/encoding errors", func(s any, a []any) any {
			return StrEncode(s.(string), argNamed("encode", "encoding", a[0], "utf-8"), argNamed("encode", "errors", a[1], "strict"))
		}),
		"maketrans": def("x/y z", func(_ any, a []any) any {
			if a[1] == nil {
				return StrMaketransDict(a[0])
			}
			return StrMaketrans(argMethod("maketrans", 1, a[0]), argMethod("maketrans", 2, a[1]), argStr(a[2], ""))
		}),
		"format":     defMany(func(s any, a []any) any { return StrFormat(s.(string), a...) }),
		"format_map": def("mapping", func(s any, a []any) any { return StrFormatMap(s.(string), a[0]) }),
	}
	for name, f := range map[string]func(string) string{
		"upper": StrUpper, "lower": StrLower, "title": StrTitle, "capitalize": StrCapitalize, "swapcase": StrSwapcase, "casefold": StrCasefold,
	} {
		methods[name] = def("", func(s any, _ []any) any { return f(s.(string)) })
	}
	for name, f := range map[string]func(string) bool{
		"isalpha": StrIsalpha, "isalnum": StrIsalnum, "isdecimal": StrIsdecimal, "isdigit": StrIsdigit, "isnumeric": StrIsnumeric,
		"isspace": StrIsspace, "isprintable": StrIsprintable, "isascii": StrIsascii, "isupper": StrIsupper, "islower": StrIslower,
		"istitle": StrIstitle, "isidentifier": StrIsidentifier,
	} {
		methods[name] = def("", func(s any, _ []any) any { return f(s.(string)) })
	}
	return methods
}

func strSplit(by func(s, sep string, n int64) *List[string], fields func(s string, n int64) *List[string]) func(any, []any) any {
	return func(s any, a []any) any {
		n := argInt(a[1], -1)
		if isNone(a[0]) {
			return fields(s.(string), n)
		}
		sep, ok := a[0].(string)
		if !ok {
			throwf(TypeError, "must be str or None, not %s", fullTypeName(a[0]))
		}
		return by(s.(string), sep, n)
	}
}

func strStrip(name string, space func(string) string, chars func(s, chars string) string) func(any, []any) any {
	return func(s any, a []any) any {
		if isNone(a[0]) {
			return space(s.(string))
		}
		c, ok := a[0].(string)
		if !ok {
			throwf(TypeError, "%s arg must be None or str", name)
		}
		return chars(s.(string), c)
	}
}

func strFind[R any](f func(s, sub string, start, end Opt[int64]) R) func(any, []any) any {
	return func(s any, a []any) any {
		return f(s.(string), mustStr(a[0]), argBound(a[1]), argBound(a[2]))
	}
}

func strPad(f func(s string, width int64, fill string) string) func(any, []any) any {
	return func(s any, a []any) any {
		fill := " "
		if a[1] != nil {
			var ok bool
			if fill, ok = a[1].(string); !ok {
				throwf(TypeError, "The fill character must be a unicode character, not %s", fullTypeName(a[1]))
			}
		}
		return f(s.(string), AsInt(a[0]), fill)
	}
}

// argMethod is a str argument, named by its position in the message.
func argMethod(name string, i int, v any) string {
	s, ok := v.(string)
	if !ok {
		throwf(TypeError, "%s() argument %d must be str, not %s", name, i, fullTypeName(v))
	}
	return s
}

// argNamed is a str argument, named in the message.
func argNamed(method, name string, v any, otherwise string) string {
	if v == nil {
		return otherwise
	}
	s, ok := v.(string)
	if !ok {
		throwf(TypeError, "%s() argument '%s' must be str, not %s", method, name, fullTypeName(v))
	}
	return s
}

func argOnly(name string, v any) string {
	s, ok := v.(string)
	if !ok {
		throwf(TypeError, "%s() argument must be str, not %s", name, fullTypeName(v))
	}
	return s
}
