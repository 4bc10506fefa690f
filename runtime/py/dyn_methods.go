package py

import "slices"

func listMethodTable() map[string]method {
	return map[string]method{
		"append":  def("x", func(l any, a []any) any { listAppend(l.(listAny), a[0]); return None }),
		"extend":  def("iterable", func(l any, a []any) any { listExtend(l.(listAny), a[0]); return None }),
		"insert":  def("i x", func(l any, a []any) any { listInsert(l.(listAny), AsInt(a[0]), a[1]); return None }),
		"pop":     def("/i", func(l any, a []any) any { return listPop(l.(listAny), argInt(a[0], -1)) }),
		"remove":  def("x", func(l any, a []any) any { listRemove(l.(listAny), a[0]); return None }),
		"clear":   def("", func(l any, _ []any) any { l.(listAny).splice(0, int(l.(listAny).PyLen()), nil); return None }),
		"reverse": def("", func(l any, _ []any) any { listChange(l.(listAny), slices.Reverse[[]any]); return None }),
		"copy":    def("", func(l any, _ []any) any { return l.(listAny).copyAny() }),
		"count":   def("x", func(l any, a []any) any { return countElems(l, a[0]) }),
		"index":   def("x/start stop", listIndex),
		"sort":    defNamed("/key reverse", listSort),
	}
}

func tupleMethodTable() map[string]method {
	return map[string]method{
		"count": def("x", func(t any, a []any) any { return countElems(t, a[0]) }),
		"index": def("x/start stop", func(t any, a []any) any {
			return NewTupleOf(tupleItems(t.(tupleAny))...).IndexIn(a[0], argInt(a[1], 0), argBound(a[2]))
		}),
	}
}

func countElems(seq, x any) any {
	n := int64(0)
	for y := range Elems(seq) {
		n += boolInt(sameOrEqualAny(x, y))
	}
	return n
}

func listIndex(l any, a []any) any {
	list := l.(listAny)
	lo, hi := window(argBound(a[1]), argBound(a[2]), int(list.PyLen()))
	for i := lo; i < hi; i++ {
		if sameOrEqualAny(list.at(i), a[0]) {
			return int64(i)
		}
	}
	throwf(ValueError, "%s is not in list", Repr(a[0]))
	return nil
}

func listSort(l any, a []any) any {
	var key func(any) any
	if !isNone(a[0]) {
		key = func(x any) any { return DynCall(a[0], x) }
	}
	listChange(l.(listAny), func(items []any) {
		if key == nil {
			sortSlice(items, argBool(a[1]))
			return
		}
		sortSliceBy(items, key, argBool(a[1]))
	})
	return None
}

func dictMethodTable() map[string]method {
	return map[string]method{
		"get": def("key/default", func(d any, a []any) any {
			if v, ok := d.(dictAny).lookupAny(a[0]); ok {
				return v
			}
			return orNone(a[1])
		}),
		"setdefault": def("key/default", func(d any, a []any) any {
			if v, ok := d.(dictAny).lookupAny(a[0]); ok {
				return v
			}
			DynSetItem(d, a[0], orNone(a[1]))
			return orNone(a[1])
		}),
		"pop": def("key/default", func(d any, a []any) any {
			var v any
			ok := d.(dictAny).PyLen() > 0 // an empty dict does not ask for the hash
			if ok {
				v, ok = d.(dictAny).lookupAny(a[0])
			}
			if !ok {
				if a[1] == nil {
					throwKey(a[0])
				}
				return a[1]
			}
			DynDelItem(d, a[0])
			return v
		}),
		"popitem": def("", func(d any, _ []any) any { return dictPopitem(d.(dictAny)) }),
		"keys":    def("", func(d any, _ []any) any { return dictView(d.(dictAny), "keys") }),
		"values":  def("", func(d any, _ []any) any { return dictView(d.(dictAny), "values") }),
		"items":   def("", func(d any, _ []any) any { return dictView(d.(dictAny), "items") }),
		"copy":    def("", func(d any, _ []any) any { return d.(dictAny).copyAny() }),
		"clear":   def("", func(d any, _ []any) any { d.(dictAny).clear(); return None }),
		"update":  defMany(dictUpdate),
		"fromkeys": def("iterable/value", func(_ any, a []any) any {
			return DictFromKeys(Elems(a[0]), orNone(a[1]))
		}),
	}
}

// orderedMethodTable is that of an OrderedDict.
func orderedMethodTable() map[string]method {
	t := dictMethodTable()
	t["popitem"] = defNamed("/last", func(d any, a []any) any { return orderedPopitem(d.(dictAny), a[0] == nil || argBool(a[0])) })
	t["move_to_end"] = defNamed("key/last", func(d any, a []any) any {
		d.(dictAny).moveToEndAny(a[0], a[1] == nil || argBool(a[1]))
		return None
	})
	return t
}

func orNone(v any) any {
	if v == nil {
		return None
	}
	return v
}

func dictUpdate(d any, a []any) any {
	if len(a) > 1 {
		throwf(TypeError, "update expected at most 1 argument, got %d", len(a))
	}
	if len(a) == 0 {
		return None
	}
	to := d.(Setter)
	items, ok := mappingItems(a[0])
	if !ok {
		items = pairsOf(a[0])
	}
	for k, v := range items {
		to.PySetItem(k, v)
	}
	return None
}

func setMethodTable() map[string]method { return setMethodsOf(false) }

func frozenMethodTable() map[string]method { return setMethodsOf(true) }

func setMethodsOf(frozen bool) map[string]method {
	combine := func(op string) method {
		return defMany(func(s any, a []any) any {
			boxed := s.(setAny).boxedSet()
			if len(a) == 0 {
				return SetCopy(boxed)
			}
			result := boxed
			for _, other := range a {
				o, isSet := other.(setAny)
				switch {
				case isSet:
					o = boxedOther(s.(setAny), boxed, o)
				case op == "^":
					o = SetOf(Elems(other))
				default:
					result = setCombineSeq(result, op, Elems(other))
					continue
				}
				r, _ := setBinary(result, op, o)
				result = r.(*Set[any])
			}
			return result
		})
	}
	update := func(op string) method {
		return defMany(func(s any, a []any) any {
			for _, other := range a {
				o, isSet := other.(setAny)
				switch {
				case isSet:
				case op == "|":
					for x := range Elems(other) {
						s.(setAny).addAny(x)
					}
					continue
				case op == "&":
					s.(setAny).takes(setCombineSeq(s.(setAny).boxedSet(), op, Elems(other)))
					continue
				default:
					o = SetOf(Elems(other))
				}
				setUpdate(s.(setAny), op, o)
			}
			return None
		})
	}
	methods := map[string]method{
		"copy":                 def("", func(s any, _ []any) any { return s.(setAny).copyAny() }),
		"union":                combine("|"),
		"intersection":         combine("&"),
		"difference":           combine("-"),
		"symmetric_difference": def("other", func(s any, a []any) any { return combine("^").call(s, a) }),
		"issubset":             def("other", func(s any, a []any) any { return subsetAny(s.(setAny), toSet(a[0])) }),
		"issuperset":           def("other", func(s any, a []any) any { return subsetAny(toSet(a[0]), s.(setAny)) }),
		"isdisjoint": def("other", func(s any, a []any) any {
			return SetIsdisjoint(s.(setAny).boxedSet(), Elems(a[0]))
		}),
	}
	if frozen {
		return methods
	}
	for name, m := range map[string]method{
		"add":     def("x", func(s any, a []any) any { s.(setAny).addAny(a[0]); return None }),
		"discard": def("x", func(s any, a []any) any { s.(setAny).discardAny(a[0]); return None }),
		"remove": def("x", func(s any, a []any) any {
			if !s.(setAny).discardAny(a[0]) {
				throwKey(a[0])
			}
			return None
		}),
		"pop":                         def("", func(s any, _ []any) any { return s.(setAny).popAny() }),
		"clear":                       def("", func(s any, _ []any) any { s.(setAny).clear(); return None }),
		"update":                      update("|"),
		"intersection_update":         update("&"),
		"difference_update":           update("-"),
		"symmetric_difference_update": def("other", func(s any, a []any) any { return update("^").call(s, a) }),
	} {
		methods[name] = m
	}
	return methods
}

func rangeMethodTable() map[string]method {
	return map[string]method{
		"count": def("value", func(r any, a []any) any { return boolInt(r.(Range).PyContains(a[0])) }),
		"index": def("value", func(r any, a []any) any {
			if !r.(Range).PyContains(a[0]) {
				if _, isInt := intOf(a[0]); !isInt {
					throw(ValueError, "sequence.index(x): x not in sequence")
				}
				throwf(ValueError, "%s is not in range", Repr(a[0]))
			}
			return r.(Range).Index(int64(AsFloat(a[0])))
		}),
	}
}

// toSet is the iterable as a set of boxed elements.
func toSet(v any) *Set[any] {
	if s, ok := v.(setAny); ok {
		return s.boxedSet()
	}
	return SetOf(Elems(v))
}
