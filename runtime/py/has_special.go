package py

import "strings"

// specialMethodsOf are, by the name of a special method that scripts ask for to tell kinds of values apart, the built-in types
// that have it.
var specialMethodsOf = map[string]string{
	"__getitem__": " str bytes bytearray list tuple dict range collections.deque ", "__setitem__": " bytearray list dict collections.deque ",
	"__delitem__": " bytearray list dict collections.deque ", "__reversed__": " list dict range collections.deque dict_keys dict_values dict_items ",
	"__add__": " int bool float complex str bytes bytearray list tuple collections.deque collections.Counter ",
	"__mul__": " int bool float complex str bytes bytearray list tuple collections.deque ",
	"__sub__": " int bool float complex set frozenset collections.Counter ", "__truediv__": " int bool float complex ",
	"__int__": " int bool float ", "__float__": " int bool float ", "__index__": " int bool ", "__round__": " int bool float ",
	"__abs__": " int bool float complex ", "__bool__": " int bool float complex range NoneType ",
	"__enter__": " _io.TextIOWrapper _io.StringIO _io.BytesIO ", "__exit__": " _io.TextIOWrapper _io.StringIO _io.BytesIO ",
	"__name__": " generator ",
}

// ofEverything are the special methods that all values have.
const ofEverything = " __class__ __doc__ __hash__ __eq__ __ne__ __lt__ __le__ __gt__ __ge__ __str__ __repr__ __init__ __new__ __format__ __dir__ " +
	"__getattribute__ __setattr__ __delattr__ __sizeof__ __reduce__ __reduce_ex__ "

// hasSpecial reports a special method of a value of a built-in type, or one that all objects have.
func hasSpecial(v any, name string) bool {
	word := " " + name + " "
	if strings.Contains(ofEverything, word) {
		return true
	}
	if o, ok := v.(asksClass); ok {
		return o.pyHas(name) || o.plain() != nil && hasSpecial(o.plain(), name)
	}
	switch name {
	case "__iter__", "__len__", "__contains__":
		return nativeHas(v, name)
	case "__next__":
		return builtinOfABC(v, "Iterator")
	case "__call__":
		return Callable(v)
	}
	types := specialMethodsOf[name]
	if d, ok := v.(dictAny); ok && strings.Contains(types, " dict ") && d != nil {
		return true
	}
	return strings.Contains(types, " "+fullTypeName(v)+" ")
}
