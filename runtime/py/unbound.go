package py

// NameKind tells what a name means where it is read: a variable of the module, of the function itself or
// of one around it.
type NameKind uint8

// The kinds of names.
const (
	GlobalName NameKind = iota
	LocalName
	FreeName
	KeyName // of globals()['name']
)

// Namespace is a dict with the variables of a module or function.
func Namespace() *Dict[string, any] { return NewDict[string, any]() }

// NamespaceWith adds a variable, if it is set.
func NamespaceWith(ns *Dict[string, any], name string, set bool, value any) *Dict[string, any] {
	if set {
		ns.Set(name, value)
	}
	return ns
}

// Bound is the value of a variable that may be unset; it raises NameError or UnboundLocalError if it is.
func Bound[T any](v T, set bool, name string, kind NameKind) T {
	if !set {
		RaiseUnset(name, kind)
	}
	return v
}

// RaiseUnset raises the NameError of reading a name that is not set.
func RaiseUnset(name string, kind NameKind) any {
	switch kind {
	case LocalName:
		throwf(UnboundLocalError, "cannot access local variable '%s' where it is not associated with a value", name)
	case KeyName:
		throwKey(name)
	case FreeName:
		throwf(NameError, "cannot access free variable '%s' where it is not associated with a value in enclosing scope", name)
	}
	throwf(NameError, "name '%s' is not defined", name)
	return nil
}
