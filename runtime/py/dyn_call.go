package py

import (
	"slices"
	"strings"
	"sync"
)

// method is a method of a built-in type, called by name. Arguments left out reach call as nil.
type method struct {
	params []string // names, for keyword arguments
	min    int      // how many must be given
	many   bool     // takes any number; params is empty
	named  bool     // takes arguments by name
	parsed bool     // CPython words its errors about the number of arguments as it does for methods with names
	call   func(recv any, args []any) any
}

// def makes a method from its parameters as in "sep maxsplit"; those behind "/" may be left out.
func def(params string, call func(recv any, args []any) any) method {
	required, optional, _ := strings.Cut(params, "/")
	names := strings.Fields(required)
	min := len(names)
	return method{params: append(names, strings.Fields(optional)...), min: min, call: call}
}

// defParsed makes a method of those that CPython reads like ones with names, which they are not.
func defParsed(params string, call func(recv any, args []any) any) method {
	m := def(params, call)
	m.parsed = true
	return m
}

// defNamed makes a method that takes its arguments by name, too.
func defNamed(params string, call func(recv any, args []any) any) method {
	m := defParsed(params, call)
	m.named = true
	return m
}

// defMany makes a method of any number of arguments.
func defMany(call func(recv any, args []any) any) method { return method{many: true, call: call} }

// methodTable is the methods of a built-in type by name. It is made at its first use: made by init
// it would keep every method of the type in every program.
type methodTable struct {
	once    sync.Once
	methods map[string]method
}

func (t *methodTable) get(make func() map[string]method) map[string]method {
	t.once.Do(func() { t.methods = make() })
	return t.methods
}

var strMethods, listMethods, tupleMethods, dictMethods, orderedMethods, setMethods, intMethods, floatMethods, bytesMethods, frozenMethods, rangeMethods, viewMethods methodTable

// methodsOf is the method table of a built-in type, or nil.
func methodsOf(recv any) map[string]method {
	switch x := recv.(type) {
	case viewAny:
		if x.PyTypeName() == "dict_values" {
			return nil
		}
		return viewMethods.get(viewMethodTable)
	case Range:
		return rangeMethods.get(rangeMethodTable)
	case string:
		return strMethods.get(strMethodTable)
	case listAny:
		return listMethods.get(listMethodTable)
	case dictAny:
		if x.isOrdered() {
			return orderedMethods.get(orderedMethodTable)
		}
		return dictMethods.get(dictMethodTable)
	case setAny:
		if x.isFrozen() {
			return frozenMethods.get(frozenMethodTable)
		}
		return setMethods.get(setMethodTable)
	case tupleAny:
		return tupleMethods.get(tupleMethodTable)
	case int64, bool, *Wide:
		return intMethods.get(intMethodTable)
	case float64:
		return floatMethods.get(floatMethodTable)
	case Bytes:
		return bytesMethods.get(bytesMethodTable)
	case interface{ pyMethods() map[string]method }:
		return x.pyMethods()
	}
	return nil
}

func hasMethod(recv any, name string) bool {
	if _, ok := methodsOf(recv)[name]; ok {
		return true
	}
	c, ok := recv.(namedMethods)
	return ok && slices.Contains(c.methodNames(), name)
}

// DynCallMethod is recv.name(args...); it raises AttributeError for an unknown method.
func DynCallMethod(recv any, name string, args ...any) any {
	return DynCallMethodKw(recv, name, args, nil)
}

// DynCallMethodKw is recv.name(*args, **kw).
func DynCallMethodKw(recv any, name string, args []any, kw *Dict[string, any]) any {
	recv = Box(recv)
	boxed := make([]any, len(args))
	for i, a := range args {
		boxed[i] = Box(a)
	}
	if c, ok := recv.(KeywordMethodCaller); ok {
		if r, ok := c.PyCallMethodKw(name, boxed, kw); ok {
			return r
		}
		throwf(AttributeError, "'%s' object has no attribute '%s'", TypeName(recv), name)
	}
	if kw != nil && kw.Len() > 0 {
		if r, ok := callKeywords(recv, name, boxed, kw); ok {
			return r
		}
	}
	if c, ok := recv.(MethodCaller); ok {
		if name == "_replace" && len(boxed) == 0 { // of a named tuple: any of its fields by name
			if r, ok := c.PyCallMethod("_replace_values", []any{orEmpty(kw)}); ok {
				return r
			}
		}
		if kw != nil && kw.Len() > 0 {
			throwf(TypeError, "%s.%s() takes no keyword arguments", TypeName(recv), name)
		}
		if r, ok := c.PyCallMethod(name, boxed); ok {
			return r
		}
	}
	m, ok := methodsOf(recv)[name]
	if !ok {
		if r, ok := boxedMethod(recv, name, boxed, kw); ok {
			return r
		}
		if hasSpecial(recv, name) { // of a file or the like
			switch {
			case name == "__enter__" && len(boxed) == 0:
				return DynEnter(recv)
			case name == "__exit__" && len(boxed) == 3:
				return DynExit(recv, boxed[0], boxed[1], boxed[2])
			}
		}
		if a, isObject := recv.(Attributes); isObject {
			if f, found := a.PyGetAttr(name); found {
				return DynCallKw(f, boxed, &Keywords{orEmpty(kw)})
			}
		}
		if p, isMember := memberValue(recv); isMember && hasMethod(p, name) {
			return DynCallMethodKw(p, name, args, kw)
		}
		throwf(AttributeError, "'%s' object has no attribute '%s'", fullTypeName(recv), name)
	}
	if m.many {
		return m.call(recv, boxed)
	}
	return m.call(recv, m.bind(TypeName(recv), name, boxed, kw))
}

// callKeywords does the methods that take keywords of any name.
func callKeywords(recv any, name string, args []any, kw *Dict[string, any]) (any, bool) {
	switch x := recv.(type) {
	case string:
		if name == "format" {
			return StrFormatKw(x, args, kw), true
		}
	case dictAny:
		if c, counts := recv.(interface{ mostCommon(n any) any }); counts && name == "most_common" && len(args) == 0 {
			if n, given := kw.Lookup("n"); given {
				return c.mostCommon(n), true
			}
		}
		if c, counts := recv.(interface {
			countAll(args []any, by int64) any
		}); counts && (name == "update" || name == "subtract") {
			by := int64(1)
			if name == "subtract" {
				by = -1
			}
			c.countAll(args, by)
			return c.countAll([]any{kw}, by), true
		}
		if name == "update" {
			dictUpdate(recv, args)
			for k, v := range kw.Pairs() {
				recv.(Setter).PySetItem(k, v)
			}
			return None, true
		}
	}
	return nil, false
}

// bind lays the arguments out in the order of the parameters.
func (m method) bind(typeName, name string, args []any, kw *Dict[string, any]) []any {
	out := make([]any, len(m.params))
	given := len(args)
	if kw != nil && kw.Len() > 0 && m.parsed && !m.named {
		throwf(TypeError, "%s() takes no keyword arguments", name)
	}
	if kw != nil && kw.Len() > 0 && !m.named {
		throwf(TypeError, "%s.%s() takes no keyword arguments", typeName, name)
	}
	if given > 0 && name == "sort" {
		throw(TypeError, "sort() takes no positional arguments")
	}
	if given > len(out) {
		m.arity(typeName, name, given)
	}
	copy(out, args)
	if kw != nil {
		for k, v := range kw.Pairs() {
			i := indexOf(m.params, k)
			if i < 0 {
				throwf(TypeError, "'%s' is an invalid keyword argument for %s()", k, name)
			}
			out[i] = v
		}
	}
	for _, x := range out[:m.min] {
		if x == nil {
			m.arity(typeName, name, given)
		}
	}
	return out
}

func (m method) arity(typeName, name string, given int) {
	most := len(m.params)
	switch {
	case most == 0:
		throwf(TypeError, "%s.%s() takes no arguments (%d given)", typeName, name, given)
	case most == 1 && m.min == 1:
		throwf(TypeError, "%s.%s() takes exactly one argument (%d given)", typeName, name, given)
	case m.named && given < m.min:
		throwf(TypeError, "%s() missing required argument '%s' (pos %d)", name, m.params[given], given+1)
	case m.parsed && given < m.min:
		throwf(TypeError, "%s() takes at least %d argument%s (%d given)", name, m.min, plural(m.min), given)
	case m.parsed:
		throwf(TypeError, "%s() takes at most %d argument%s (%d given)", name, most, plural(most), given)
	case m.min == most:
		throwf(TypeError, "%s expected %d arguments, got %d", name, most, given)
	case given < m.min:
		throwf(TypeError, "%s expected at least %d argument%s, got %d", name, m.min, plural(m.min), given)
	}
	throwf(TypeError, "%s expected at most %d argument%s, got %d", name, most, plural(most), given)
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// The arg functions read an argument, with what it is when left out.

func argInt(v any, otherwise int64) int64 {
	if v == nil {
		return otherwise
	}
	return AsInt(v)
}

// argBound is an argument that is an int or None.
func argBound(v any) Opt[int64] {
	if v == nil {
		return Opt[int64]{}
	}
	return SliceBound(v)
}

func argStr(v any, otherwise string) string {
	if v == nil {
		return otherwise
	}
	return AsStr(v)
}

func argBool(v any) bool { return v != nil && truthAny(v) }

// mustStr is a str argument of a method of str, with CPython's two wordings.
func mustStr(v any) string {
	s, ok := v.(string)
	if !ok {
		throwf(TypeError, "must be str, not %s", fullTypeName(v))
	}
	return s
}

// isNone reports an argument left out or None.
func isNone(v any) bool {
	if v == nil {
		return true
	}
	_, none := v.(NoneType)
	return none
}
