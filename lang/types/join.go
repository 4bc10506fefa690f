package types

// Join returns the type of a value that is sometimes an a and sometimes a b. It is exact:
// an int that may also be a float is Any, because Python prints 3 and 3.0 differently.
// Unbound variables are bound to the other side. A value with an error is taken for what it is
// elsewhere, so that the error is found again in the next round of inference; None tells nothing.
func Join(a, b Type) Type {
	a, b = Resolve(a), Resolve(b)
	if Equal(a, b) {
		return a
	}
	if IsNever(a) {
		return b
	}
	if IsNever(b) {
		return a
	}
	v, unbound := a.(*Var)
	if !unbound {
		v, unbound = b.(*Var)
		a, b = b, a
	}
	switch {
	case unbound && IsNone(b): // an element of a container that is empty so far, or None
		return Optional(v)
	case unbound:
		return b
	case IsBad(a):
		return orBad(b)
	case IsBad(b):
		return orBad(a)
	case IsAny(a) || IsAny(b):
		return Any
	case IsNone(a):
		return optionalOrAny(b)
	case IsNone(b):
		return optionalOrAny(a)
	case IsOptional(a) || IsOptional(b):
		return optionalOrAny(Join(Unwrap(a), Unwrap(b)))
	}
	x, ok1 := a.(*Named)
	y, ok2 := b.(*Named)
	if IsInt(a) && IsBigInt(b) || IsBigInt(a) && IsInt(b) {
		return BigInt
	}
	if ok1 && ok2 && (x.Class != nil || y.Class != nil) {
		return commonClass(x, y)
	}
	if !ok1 || !ok2 || x.Name != y.Name || len(x.Args) != len(y.Args) || len(x.Args) == 0 {
		return Any
	}
	return joinArgs(x, y)
}

// commonClass is the nearest class that objects of both types belong to, or Any.
func commonClass(x, y *Named) Type {
	if x.Class == nil {
		x, y = y, x
	}
	for _, m := range x.Class.Line {
		if Equal(m, y) || Derives(y, m) {
			return m
		}
	}
	return Any
}

func orBad(t Type) Type {
	if IsNever(t) || IsNone(t) {
		return Bad
	}
	return t
}

// joinArgs joins two types of the same name. Tuples, RDDs and streams join element by element; a container
// can be shared and written to, so its element types must agree (an empty one's unbound
// element type always does).
func joinArgs(x, y *Named) Type {
	args := make([]Type, len(x.Args))
	for i := range args {
		switch {
		case x.Name == "RDD" || x.Name == "DStream": // an empty RDD is one of what the others hold
			args[i] = JoinElements(x.Args[i], y.Args[i])
			continue
		case frozen[x.Name]:
			args[i] = Join(x.Args[i], y.Args[i])
			continue
		}
		args[i] = JoinElements(x.Args[i], y.Args[i])
		if !(widen(x.Args[i], args[i]) && widen(y.Args[i], args[i])) {
			return Any
		}
	}
	return Of(x.Name, args...)
}

// JoinElements joins what two containers hold: the unbound elements of an empty one are those of the other.
func JoinElements(a, b Type) Type {
	a, b = Resolve(a), Resolve(b)
	if v, ok := a.(*Var); ok {
		return Bind(v, b)
	}
	if v, ok := b.(*Var); ok {
		return Bind(v, a)
	}
	return Join(a, b)
}

// frozen are the types whose elements do not change. Patterns and matches only say something by theirs.
var frozen = map[string]bool{"tuple": true, "RDD": true, "DStream": true, "Pattern": true, "Match": true}

// widen makes an element type hold t: it does already, or it is the variable of a container
// display, which all users of the container share and see again in the next round.
func widen(elem, t Type) bool {
	if Equal(elem, t) {
		return true
	}
	v, ok := elem.(*Var)
	if !ok {
		return false
	}
	for {
		next, ok := v.Bound.(*Var)
		if !ok {
			break
		}
		v = next
	}
	if Contains(t, v) { // a list that would hold itself
		return false
	}
	v.Bound, v.Changed = t, true
	return true
}

func optionalOrAny(t Type) Type {
	switch Resolve(t).(type) {
	case *Named, *Var:
		return Optional(t)
	}
	return Any
}

// Bind gives an unbound variable its type, unless the type contains the variable itself.
func Bind(v *Var, t Type) Type {
	t = Resolve(t)
	if t == Type(v) || IsNever(t) {
		return t
	}
	v.Changed = true
	if Contains(t, v) {
		v.Bound = Any
		return Any
	}
	v.Bound = t
	return t
}

// Contains reports a type of which a variable is a part, bound or not.
func Contains(t Type, v *Var) bool {
	switch t := t.(type) {
	case *Var:
		return t == v || t.Bound != nil && Contains(t.Bound, v)
	case *Named:
		for _, a := range t.Args {
			if Contains(a, v) {
				return true
			}
		}
	}
	return false
}
