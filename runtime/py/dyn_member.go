package py

import (
	"reflect"
	"strings"
)

// memberKey names a member of a class that is not built in.
type memberKey struct {
	class    reflect.Type
	name     string
	args     int
	keywords string // with blanks between them
}

// The members that the program reaches by name on values of unknown type, besides those of built-in classes and the
// script's own: the compiler knows them by their declarations. They are registered before anything reads them.
var (
	boxedMethods    = map[memberKey]func(x any, args *TupleOf[any]) any{}
	boxedAttributes = map[memberKey]func(x any) any{}
)

// AddMethod says what x.name(...) does for an x of class T that is given so many arguments by position, and others by these names.
func AddMethod[T any](name string, args int64, keywords string, method func(x T, args *TupleOf[any]) any) {
	boxedMethods[memberKey{reflect.TypeFor[T](), name, int(args), keywords}] = func(x any, args *TupleOf[any]) any { return method(x.(T), args) }
}

// AddAttribute says what x.name is for an x of class T.
func AddAttribute[T any](name string, get func(x T) any) {
	boxedAttributes[memberKey{class: reflect.TypeFor[T](), name: name}] = func(x any) any { return get(x.(T)) }
}

// boxedMethod calls a method that was added for the object's class.
func boxedMethod(x any, name string, args []any, kw *Dict[string, any]) (any, bool) {
	key := memberKey{class: reflect.TypeOf(x), name: name, args: len(args)}
	if kw != nil && kw.Len() > 0 {
		var names []string
		args = append([]any(nil), args...)
		for k, v := range kw.Pairs() {
			names = append(names, k)
			args = append(args, v)
		}
		key.keywords = strings.Join(names, " ")
	}
	method, ok := boxedMethods[key]
	if !ok {
		return nil, false
	}
	return Box(method(x, NewTupleOf(args...))), true
}

// boxedAttribute reads an attribute that was added for the object's class.
func boxedAttribute(x any, name string) (any, bool) {
	get, ok := boxedAttributes[memberKey{class: reflect.TypeOf(x), name: name}]
	if !ok {
		return nil, false
	}
	return Box(get(x)), true
}
