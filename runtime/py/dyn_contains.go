package py

import "strings"

// DynContains is x in container.
func DynContains(container, x any) bool {
	switch c := container.(type) {
	case string:
		sub, ok := plain(x).(string)
		if !ok {
			throwf(TypeError, "'in <string>' requires string as left operand, not %s", fullTypeName(x))
		}
		return strings.Contains(c, sub)
	case Container:
		return c.PyContains(x)
	case tupleAny, Iterable:
		for y := range Elems(container) {
			if sameOrEqualAny(x, y) {
				return true
			}
		}
		return false
	case optional:
		return DynContains(c.boxed(), x)
	}
	throwf(TypeError, "argument of type '%s' is not iterable", fullTypeName(container))
	return false
}
