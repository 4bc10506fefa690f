package py

// BoolResult is what the method __bool__ of a class gives, which must be a bool.
func BoolResult(v any) bool {
	b, ok := Box(v).(bool)
	if !ok {
		throwf(TypeError, "__bool__ should return bool, returned %s", fullTypeName(v))
	}
	return b
}

// BoolAnd is a & b of bools, both evaluated.
func BoolAnd(a, b bool) bool { return a && b }

// BoolOr is a | b of bools, both evaluated.
func BoolOr(a, b bool) bool { return a || b }
