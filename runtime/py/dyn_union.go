package py

import "strings"

// Union is a type such as K | None where a class is known when running only.
type Union struct{ parts []any }

// unionOf is a | b for classes, None and unions of them.
func unionOf(a, b any) (any, bool) {
	if isNone(a) && isNone(b) {
		return nil, false
	}
	var parts []any
	for _, v := range []any{a, b} {
		switch x := v.(type) {
		case *Union:
			parts = append(parts, x.parts...)
			continue
		case *DynClass, *ExcClass, NoneType:
		default:
			if _, ok := builtinClassName(v); !ok {
				return nil, false
			}
		}
		parts = append(parts, v)
	}
	return &Union{parts}, true
}

// PyRepr is the union as it is written.
func (u *Union) PyRepr() string {
	var names []string
	for _, p := range u.parts {
		name := "None"
		switch p := p.(type) {
		case *DynClass:
			name = fullName(p.module, p.qualname, p.name)
		case *ExcClass:
			name = strings.TrimSuffix(strings.TrimPrefix(Repr(p), "<class '"), "'>")
		default:
			if n, ok := builtinClassName(p); ok {
				name = n
			}
		}
		names = append(names, name)
	}
	return strings.Join(names, " | ")
}

// instance reports an object of one of the union's classes.
func (u *Union) instance(v any) bool {
	for _, p := range u.parts {
		if isNone(p) && isNone(v) || !isNone(p) && IsInstanceOf(v, p) {
			return true
		}
	}
	return false
}
