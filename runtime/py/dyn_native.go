package py

// nativeType is a built-in type that a class may derive from. An object of such a class holds a value of the type.
type nativeType struct {
	name   string
	module string // "" for a built-in type
	// create is the type's __new__: the whole value of a type whose values never change, an empty one of the others.
	create func(args []any, kw *Dict[string, any]) any
	init   func(value any, args []any, kw *Dict[string, any]) // __init__, or nil
	fixed  bool                                               // values never change
}

func (n *nativeType) initialize(value any, args []any, kw *Dict[string, any]) {
	if n.init != nil {
		n.init(value, args, orEmpty(kw))
	}
}

// class is the type itself as a value.
func (n *nativeType) class() any {
	f := NewClass(n.name, func(args []any) any { return n.construct(args, nil) })
	f.callKw = n.construct
	f.module = n.module
	return f
}

// construct is a call of the type.
func (n *nativeType) construct(args []any, kw *Dict[string, any]) any {
	switch n.name {
	case "list", "tuple", "set", "frozenset", "float":
		if orEmpty(kw).Len() > 0 {
			throwf(TypeError, "%s() takes no keyword arguments", n.name)
		}
	}
	v := n.create(args, kw)
	n.initialize(v, args, kw)
	return v
}

// objectType is object.
var objectType = &nativeType{name: "object", create: func([]any, *Dict[string, any]) any { return &DynObject{class: plainObject} }, fixed: true}

// plainObject is the class of object().
var plainObject = &DynClass{name: "object", qualname: "object", attrs: NewDict[string, any]()}

func init() { plainObject.line = []*DynClass{plainObject} }

// named are the types whose repr begins with the name of the object's class.
var named = map[string]bool{"defaultdict": true, "OrderedDict": true, "Counter": true, "deque": true, "set": true, "frozenset": true}

// nativeTypes are the types to derive from, by name.
func nativeTypeOf(name string) *nativeType {
	switch name {
	case "object":
		return objectType
	case "list":
		return &listNative
	case "dict":
		return &dictNative
	case "OrderedDict":
		return &orderedDictNative
	case "defaultdict":
		return &defaultDictNative
	case "Counter":
		return &counterNative
	case "deque":
		return &dequeNative
	case "set":
		return &setNative
	case "frozenset":
		return &frozenSetNative
	case "tuple":
		return &tupleNative
	case "str":
		return &strNative
	case "int":
		return &intNative
	case "float":
		return &floatNative
	}
	return nil
}

// nativeNamed is the built-in type that a class object stands for, or nil.
func nativeNamed(class any) *nativeType {
	switch c := class.(type) {
	case *Function:
		if c.kind == classFunction {
			return nativeTypeOf(c.name)
		}
	case Type:
		if !c.Script {
			return nativeTypeOf(c.Name)
		}
	}
	return nil
}

// classNameOf is the name of a class object for messages.
func classNameOf(class any) string {
	switch c := class.(type) {
	case *Function:
		return c.name
	case Type:
		return c.Name
	case *DynClass:
		return c.name
	case *ExcClass:
		return c.Name
	}
	return TypeName(class)
}

// NativeClass is a built-in class as the base of a class.
func NativeClass(name string) any { return nativeTypeOf(name).class() }

func (c *DynClass) nativeName() string {
	if c.native == nil {
		return ""
	}
	return c.native.name
}

func atMost(name string, n int, args []any) {
	if len(args) > n {
		throwf(TypeError, "%s expected at most %d argument%s, got %d", name, n, plural(n), len(args))
	}
}

func updateDict(d any, args []any, kw *Dict[string, any]) {
	dictUpdate(d, args)
	for k, v := range kw.Pairs() {
		d.(Setter).PySetItem(k, v)
	}
}

var listNative = nativeType{
	name:   "list",
	create: func([]any, *Dict[string, any]) any { return NewList[any]() },
	init: func(v any, args []any, _ *Dict[string, any]) {
		atMost("list", 1, args)
		l := v.(*List[any])
		ListClear(l)
		if len(args) == 1 {
			ListExtend(l, Elems(args[0]))
		}
	},
}

var dictNative = nativeType{
	name:   "dict",
	create: func([]any, *Dict[string, any]) any { return NewDict[any, any]() },
	init: func(v any, args []any, kw *Dict[string, any]) {
		atMost("dict", 1, args)
		updateDict(v, args, kw)
	},
}

var orderedDictNative = nativeType{
	name:   "OrderedDict",
	module: "collections",
	create: func([]any, *Dict[string, any]) any { return NewOrderedDict[any, any]() },
	init: func(v any, args []any, kw *Dict[string, any]) {
		atMost("OrderedDict", 1, args)
		updateDict(v, args, kw)
	},
}

var defaultDictNative = nativeType{
	name:   "defaultdict",
	module: "collections",
	create: func([]any, *Dict[string, any]) any { return NewDefaultDict[any, any](nil) },
	init: func(v any, args []any, kw *Dict[string, any]) {
		if len(args) > 0 {
			if f := args[0]; !isNone(f) {
				if _, calls := f.(Caller); !calls && !Callable(f) {
					throw(TypeError, "first argument must be callable or None")
				}
				v.(*Dict[any, any]).factory = func() any { return DynCall(f) }
			}
			args = args[1:]
		}
		updateDict(v, args, kw)
	},
}

var counterNative = nativeType{
	name:   "Counter",
	module: "collections",
	create: func([]any, *Dict[string, any]) any { return CounterEmpty[any]() },
	init: func(v any, args []any, kw *Dict[string, any]) {
		atMost("Counter", 1, args)
		DynCallMethodKw(v, "update", args, kw)
	},
}

var dequeNative = nativeType{
	name:   "deque",
	module: "collections",
	create: func([]any, *Dict[string, any]) any { return DequeEmpty[any](Opt[int64]{}) },
	init: func(v any, args []any, kw *Dict[string, any]) {
		if n, ok := kw.lookupAny("maxlen"); ok {
			args = append(args, n)
		}
		d := v.(*Deque[any])
		d.Clear()
		if len(args) > 1 {
			if n := SliceBound(args[1]); n.Ok {
				d.limit = int(n.V)
			}
		}
		if len(args) > 0 {
			d.Extend(Elems(args[0]))
		}
	},
}

var setNative = nativeType{
	name:   "set",
	create: func([]any, *Dict[string, any]) any { return NewSet[any]() },
	init: func(v any, args []any, _ *Dict[string, any]) {
		atMost("set", 1, args)
		s := v.(*Set[any])
		SetClear(s)
		if len(args) == 1 {
			s.takes(SetOfAny(args[0]))
		}
	},
}

var frozenSetNative = nativeType{
	name: "frozenset",
	create: func(args []any, _ *Dict[string, any]) any {
		if len(args) == 0 {
			return FrozenSetOf(Elems(Tuple0{}))
		}
		return FrozenSetOfAny(args[0])
	},
	fixed: true,
}

var tupleNative = nativeType{
	name: "tuple",
	create: func(args []any, _ *Dict[string, any]) any {
		if len(args) == 0 {
			return Tuple0{}
		}
		var items []any
		for x := range Elems(args[0]) {
			items = append(items, x)
		}
		return TupleFrom(items)
	},
	fixed: true,
}

var strNative = nativeType{
	name: "str",
	create: func(args []any, _ *Dict[string, any]) any {
		switch len(args) {
		case 0:
			return ""
		case 1:
			return Str(args[0])
		}
		return DynCallMethod(plain(args[0]), "decode", args[1:]...)
	},
	fixed: true,
}

var intNative = nativeType{
	name: "int",
	create: func(args []any, kw *Dict[string, any]) any {
		if base, ok := orEmpty(kw).lookupAny("base"); ok {
			args = append(args, base)
		}
		switch len(args) {
		case 0:
			return int64(0)
		case 1:
			return Int(plain(args[0]))
		}
		return IntBase(plain(args[0]), AsInt(args[1]))
	},
	fixed: true,
}

var floatNative = nativeType{
	name: "float",
	create: func(args []any, _ *Dict[string, any]) any {
		if len(args) == 0 {
			return 0.0
		}
		return Float(plain(args[0]))
	},
	fixed: true,
}

// NativeMethod is a method read from a built-in class that is called with an object of a class known when running:
// dict.__init__(self, …), object.__setattr__(self, name, value), tuple.__new__(cls, items).
func NativeMethod(class, name string) any {
	return &Function{name: name, qualname: class + "." + name, kind: builtinFunction,
		call: func(args []any) any { return callNative(class, name, args, nil) },
		callKw: func(args []any, kw *Dict[string, any]) any {
			return callNative(class, name, args, kw)
		}}
}

func callNative(class, name string, args []any, kw *Dict[string, any]) any {
	if len(args) == 0 {
		throwf(TypeError, "unbound method %s.%s() needs an argument", class, name)
	}
	if c, ok := args[0].(*DynClass); ok {
		if f, ok := c.superNative(name); ok {
			if name == "__new__" {
				return DynCallKw(f, args, &Keywords{orEmpty(kw)})
			}
			return DynCallKw(f, args[1:], &Keywords{orEmpty(kw)})
		}
	}
	f, ok := boundNative(args[0], name)
	if !ok {
		if r, ok := callOfValue(class, name, args); ok {
			return r
		}
		return DynCallMethodKw(args[0], name, args[1:], kw)
	}
	return DynCallKw(f, args[1:], &Keywords{orEmpty(kw)})
}

// callOfValue calls a special method of a built-in type with a value of that type: int.__mul__(6, 7).
func callOfValue(class, name string, args []any) (any, bool) {
	if !isInstance(args[0], class) || dynClassOf(args[0]) != nil {
		return nil, false
	}
	o := &DynObject{class: &DynClass{name: class}, value: plain(args[0])}
	f := valueMethod(o, name)
	if f == nil {
		return nil, false
	}
	if n := len(args) - 1; n < 1 && !takesNone(name) || n < 2 && name == "__setitem__" {
		throwf(TypeError, "expected %d argument%s, got %d", n+1, plural(n+1), n)
	}
	if len(args) == 2 && isNumber(o.value) && (!isNumber(args[1]) || class == "int" && isInstance(args[1], "float")) {
		return NotImplemented, true
	}
	r := f(args[1:], nil)
	if r == any(o) { // changed in place
		r = o.value
	}
	return r, true
}

func takesNone(name string) bool {
	switch name {
	case "__len__", "__iter__", "__int__", "__float__", "__bool__":
		return true
	}
	for _, method := range unaryOperators {
		if name == method {
			return true
		}
	}
	return false
}

// superNative is what built-in classes give a class: __new__ and the hooks that do nothing.
func (c *DynClass) superNative(name string) (any, bool) {
	builtin := func(f func(args []any, kw *Dict[string, any]) any) (any, bool) {
		return &Function{name: name, qualname: "object." + name, kind: builtinFunction,
			call: func(args []any) any { return f(args, nil) }, callKw: f}, true
	}
	switch name {
	case "__new__":
		return builtin(func(args []any, kw *Dict[string, any]) any {
			if len(args) == 0 {
				throw(TypeError, "object.__new__(): not enough arguments")
			}
			k, ok := args[0].(*DynClass)
			if !ok {
				throwf(TypeError, "object.__new__(X): X is not a type object (%s)", TypeName(args[0]))
			}
			if k.native == nil && k.exc == nil && len(args) > 1 {
				throw(TypeError, "object.__new__() takes exactly one argument (the type to instantiate)")
			}
			return k.allocate(args[1:], kw)
		})
	case "__init_subclass__":
		return builtin(func([]any, *Dict[string, any]) any { return None })
	}
	return c.unboundNative(name)
}

// unboundNative is a method of the built-in class behind c, read from the class.
func (c *DynClass) unboundNative(name string) (any, bool) {
	probe := &DynObject{class: c}
	if c.native != nil {
		probe.value = c.native.create(nil, nil)
	}
	if _, ok := boundNative(probe, name); !ok || c.exc != nil && name != "__init__" && name != "__str__" && name != "__repr__" {
		return nil, false
	}
	return NativeMethod(c.nativeName(), name), true
}

// boundNative is a method that an object has from a built-in class: object, or the one that its class derives from.
func boundNative(self any, name string) (any, bool) {
	builtin := func(f func(args []any, kw *Dict[string, any]) any) (any, bool) {
		return &Function{name: name, qualname: "object." + name, kind: builtinFunction,
			call: func(args []any) any { return f(args, nil) }, callKw: f}, true
	}
	if f := objectMethod(self, name); f != nil {
		return builtin(f)
	}
	o, ok := self.(*DynObject)
	if !ok || o.value == nil {
		return nil, false
	}
	if f := valueMethod(o, name); f != nil {
		return builtin(f)
	}
	if hasMethod(o.value, name) {
		return builtin(func(args []any, kw *Dict[string, any]) any { return DynCallMethodKw(o.value, name, args, kw) })
	}
	if _, ok := o.value.(MethodCaller); ok && DynHasAttr(o.value, name) {
		return builtin(func(args []any, kw *Dict[string, any]) any { return DynCallMethodKw(o.value, name, args, kw) })
	}
	return nil, false
}

type nativeFunc = func(args []any, kw *Dict[string, any]) any

// objectMethod is a method of object, or of BaseException.
func objectMethod(self any, name string) nativeFunc {
	class := dynClassOf(self)
	if class == nil {
		return nil
	}
	o, _ := self.(*DynObject)
	e, _ := self.(*Exception)
	switch name {
	case "__init__":
		return func(args []any, kw *Dict[string, any]) any {
			switch {
			case e != nil:
				e.Args = args
			case class.native != nil:
				class.native.initialize(o.value, args, kw)
			case len(args)+int(orEmpty(kw).Len()) > 0:
				throw(TypeError, "object.__init__() takes exactly one argument (the instance to initialize)")
			}
			return None
		}
	case "__setattr__":
		return func(args []any, _ *Dict[string, any]) any {
			dynSet(self, class, AsStr(args[0]), args[1])
			return None
		}
	case "__delattr__":
		return func(args []any, _ *Dict[string, any]) any {
			dynDel(self, class, AsStr(args[0]))
			return None
		}
	case "__getattribute__":
		return func(args []any, _ *Dict[string, any]) any {
			if v, ok := dynGet(self, class, AsStr(args[0])); ok {
				return v
			}
			throwf(AttributeError, "'%s' object has no attribute '%s'", class.name, AsStr(args[0]))
			return nil
		}
	case "__repr__":
		return func([]any, *Dict[string, any]) any {
			if e != nil {
				return e.baseRepr()
			}
			return o.nativeRepr()
		}
	case "__str__":
		return func([]any, *Dict[string, any]) any {
			if e != nil {
				return e.baseStr()
			}
			if s, ok := o.value.(string); ok {
				return s
			}
			return Repr(self)
		}
	case "__eq__", "__ne__":
		return func(args []any, _ *Dict[string, any]) any {
			same := any(self) == args[0]
			if o != nil && o.value != nil {
				same = equalAny(o.value, plain(args[0]))
			} else if !same {
				return NotImplemented
			}
			return same == (name == "__eq__")
		}
	case "__hash__":
		return func([]any, *Dict[string, any]) any {
			if o != nil && o.value != nil {
				return hashAny(o.value)
			}
			return Id(self) >> 4
		}
	case "__format__":
		return func(args []any, _ *Dict[string, any]) any {
			if o != nil && o.value != nil {
				return FormatSpec(o.value, AsStr(args[0]))
			}
			if spec := AsStr(args[0]); spec != "" {
				throwf(TypeError, "unsupported format string passed to %s.__format__", class.name)
			}
			return Str(self)
		}
	}
	return nil
}

// valueMethod is a special method of the built-in type of an object's value.
func valueMethod(o *DynObject, name string) nativeFunc {
	switch name {
	case "__len__":
		if _, ok := o.value.(Lener); ok || TypeName(o.value) == "str" {
			return func([]any, *Dict[string, any]) any { return Len(o.value) }
		}
	case "__iter__":
		if iterable(o.value) {
			return func([]any, *Dict[string, any]) any { return NewIter(Elems(o.value)) }
		}
	case "__contains__":
		if iterable(o.value) {
			return func(args []any, _ *Dict[string, any]) any { return DynContains(o.value, args[0]) }
		}
	case "__getitem__":
		if iterable(o.value) {
			return func(args []any, _ *Dict[string, any]) any { return o.nativeItem(args[0]) }
		}
	case "__setitem__":
		if _, ok := o.value.(Setter); ok {
			return func(args []any, _ *Dict[string, any]) any { DynSetItem(o.value, args[0], args[1]); return None }
		}
	case "__delitem__":
		if _, ok := o.value.(Deleter); ok {
			return func(args []any, _ *Dict[string, any]) any { DynDelItem(o.value, args[0]); return None }
		}
	case "__int__":
		return func([]any, *Dict[string, any]) any { return Int(o.value) }
	case "__float__":
		return func([]any, *Dict[string, any]) any { return Float(o.value) }
	case "__bool__":
		return func([]any, *Dict[string, any]) any { return truthAny(o.value) }
	}
	for op, method := range operatorMethods {
		switch name {
		case "__" + method + "__":
			return func(args []any, _ *Dict[string, any]) any {
				r, _ := nativeBinary(op, o.value, plain(args[0]))
				return r
			}
		case "__r" + method + "__":
			return func(args []any, _ *Dict[string, any]) any {
				r, _ := nativeBinary(op, plain(args[0]), o.value)
				return r
			}
		case "__i" + method + "__":
			return func(args []any, _ *Dict[string, any]) any {
				o.value = DynInPlace(op, o.value, plain(args[0]))
				return any(o)
			}
		}
	}
	for op, method := range unaryOperators {
		if name == method {
			return func([]any, *Dict[string, any]) any { r, _ := o.unaryNative(op); return r }
		}
	}
	return nil
}

func (o *DynObject) unaryNative(op string) (any, bool) {
	switch op {
	case "-":
		return DynNeg(o.value), true
	case "+":
		return DynPos(o.value), true
	case "~":
		return DynInvert(o.value), true
	}
	return AbsAny(o.value), true
}
