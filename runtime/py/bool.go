package py

// BoolAnd is a & b of bools, both evaluated.
func BoolAnd(a, b bool) bool { return a && b }

// BoolOr is a | b of bools, both evaluated.
func BoolOr(a, b bool) bool { return a || b }
