package py

// testOperations are the operations of testdata/record.py.
func testOperations() map[string]func(a []any) any {
	ops := map[string]func(a []any) any{}
	for op := range dynOperators {
		ops[op] = func(a []any) any { return DynBinary(op, a[0], a[1]) }
		ops[op+"="] = func(a []any) any { return DynInPlace(op, a[0], a[1]) }
	}
	for op, f := range map[string]func(a, b any) bool{
		"==": DynEq, "!=": DynNe, "<": DynLt, "<=": DynLe, ">": DynGt, ">=": DynGe,
		"in": func(a, b any) bool { return DynContains(b, a) },
	} {
		ops[op] = func(a []any) any { return f(a[0], a[1]) }
	}
	for name, f := range map[string]func(v any) any{
		"neg": DynNeg, "pos": DynPos, "invert": DynInvert, "abs": AbsAny,
		"bool":      func(v any) any { return Truth(v) },
		"repr":      func(v any) any { return Repr(v) },
		"str":       func(v any) any { return Str(v) },
		"ascii":     func(v any) any { return Ascii(v) },
		"len":       func(v any) any { return Len(v) },
		"type":      func(v any) any { return TypeOf(v) },
		"list":      func(v any) any { return ListOf(Elems(v)) },
		"hash":      func(v any) any { return Hash(v) },
		"sorted":    func(v any) any { return Sorted(Elems(v), false) },
		"sortedr":   func(v any) any { return Sorted(Elems(v), true) },
		"min":       func(v any) any { return Min(Elems(v)) },
		"max":       func(v any) any { return Max(Elems(v)) },
		"sum":       func(v any) any { return SumAny(Elems(v), int64(0)) },
		"any":       func(v any) any { return Any(Elems(v)) },
		"all":       func(v any) any { return All(Elems(v)) },
		"enumerate": func(v any) any { return ListOf(Enumerate(Elems(v), 0).All()) },
		"reversed":  func(v any) any { return ListOf(ReversedAny(v)) },
		"tuple":     func(v any) any { return TupleFrom(ListOf(Elems(v)).Raw()) },
		"set":       func(v any) any { return SetOfAny(v) },
		"frozenset": func(v any) any { return SetFrozen(SetOfAny(v)) },
		"dict":      func(v any) any { return DictOfAny(v) },
		"hex":       func(v any) any { return Hex(AsInt(v)) },
		"oct":       func(v any) any { return Oct(AsInt(v)) },
		"bin":       func(v any) any { return Bin(AsInt(v)) },
		"chr":       func(v any) any { return Chr(AsInt(v)) },
		"ord":       func(v any) any { return Ord(AsStr(v)) },
		"float":     func(v any) any { return Float(v) },
		"unpack2":   func(v any) any { return NewList(DynUnpack(v, 2)...) },
		"sortby1":   func(v any) any { return SortedBy(Elems(v), second, false) },
		"sortby1r":  func(v any) any { return SortedBy(Elems(v), second, true) },
	} {
		ops[name] = func(a []any) any { return f(a[0]) }
	}
	ops["divmod"] = func(a []any) any { return DynDivmod(a[0], a[1]) }
	ops["pow3"] = func(a []any) any { return PowMod(a[0].(int64), a[1].(int64), a[2].(int64)) }
	ops["int"] = func(a []any) any {
		if len(a) == 2 {
			return IntBase(a[0], a[1].(int64))
		}
		return Int(a[0])
	}
	ops["round"] = func(a []any) any { return RoundAny(a[0], a[1:]...) }
	ops["format"] = func(a []any) any { return FormatSpec(a[0], a[1].(string)) }
	ops["zip"] = func(a []any) any { return ListOf(Zip2(Elems(a[0]), Elems(a[1])).All()) }
	ops["isinstance"] = func(a []any) any { return IsInstance(a[0], a[1].(string)) }
	ops["[]"] = func(a []any) any { return DynGetItem(a[0], a[1]) }
	ops["[]="] = func(a []any) any { DynSetItem(a[0], a[1], a[2]); return a[0] }
	ops["del"] = func(a []any) any { DynDelItem(a[0], a[1]); return a[0] }
	ops["set order"] = func(a []any) any { return ListOf(NewSet(a...).All()) }
	ops["set script"] = setScript
	for _, op := range []string{"|", "&", "-", "^"} {
		ops["set "+op] = func(a []any) any { return ListOf(Elems(DynBinary(op, a[0], a[1]))) }
	}
	addModules(ops)
	return ops
}

func second(row any) any { return DynGetItem(row, int64(1)) }

// setScript applies methods to a set, to see the order that a history of changes leads to.
func setScript(a []any) any {
	s := SetOf(Elems(a[0]))
	for step := range Elems(a[1]) {
		args := ListOf(Elems(DynGetItem(step, int64(1)))).Raw()
		DynCallMethod(s, AsStr(DynGetItem(step, int64(0))), args...)
	}
	return ListOf(s.All())
}
