package py

import (
	"fmt"
	"iter"
	"slices"
)

// DynObject is an object of a DynClass. Operators, built-in functions and formatting reach its special methods by the
// interfaces of this package; an object that derives from a built-in type passes what its classes do not define on to its value.
type DynObject struct {
	class *DynClass
	attrs *Dict[string, any]
	value any // of the built-in type that the class derives from, or nil
	id    int64
}

func (o *DynObject) plain() any { return o.value }

func (o *DynObject) pyHas(special string) bool { return o.has(special) }

// PyClass is type(o).
func (o *DynObject) PyClass() any { return o.class }

func (o *DynObject) hasClassOf(other any) bool {
	p, ok := other.(*DynObject)
	return ok && p.class == o.class
}

// PyCall is o(*args, **kw).
func (o *DynObject) PyCall(args []any, kw *Dict[string, any]) any {
	v, ok := o.class.find("__call__")
	if !ok {
		throwf(TypeError, "'%s' object is not callable", o.class.name)
	}
	return DynCallKw(bindMember(v, o, o.class), args, &Keywords{orEmpty(kw)})
}

// special calls a special method, which is looked up in the class alone.
func (o *DynObject) special(name string, args ...any) (any, bool) {
	v, ok := o.class.find(name)
	if !ok {
		return nil, false
	}
	if f, plain := v.(*Function); plain && f.kind == scriptFunction {
		return f.Call(append([]any{o}, args...)), true
	}
	if isNone(v) {
		return nil, false
	}
	return DynCall(bindMember(v, o, o.class), args...), true
}

// implemented is special for operators, which may give NotImplemented.
func (o *DynObject) implemented(name string, args ...any) (any, bool) {
	r, ok := o.special(name, args...)
	if _, not := r.(NotImplementedType); !ok || not {
		return nil, false
	}
	return r, true
}

func (o *DynObject) has(name string) bool {
	v, ok := o.class.find(name)
	return ok && !isNone(v)
}

// PyTypeName is the name of the class.
func (o *DynObject) PyTypeName() string { return o.class.name }

// PyIsInstance reports the built-in types that the object is of.
func (o *DynObject) PyIsInstance(typeName string) bool {
	for name := o.class.nativeName(); name != ""; name = superTypes[name] {
		if name == typeName {
			return true
		}
	}
	// A class of the library to derive from may have the name of one that is not written in Python, and stands for that.
	return slices.ContainsFunc(o.class.line, func(c *DynClass) bool { return c.name == typeName && c.module == "logging" })
}

// PyRepr is repr(o).
func (o *DynObject) PyRepr() string {
	if r, ok := o.special("__repr__"); ok {
		return mustBeStr("__repr__", r)
	}
	return o.nativeRepr()
}

func (o *DynObject) nativeRepr() string {
	if o.value != nil {
		if named[o.class.native.name] { // those whose repr begins with the name of their class
			return o.class.name + Repr(o.value)[len(TypeName(o.value)):]
		}
		return Repr(o.value)
	}
	if o.class == plainObject {
		return fmt.Sprintf("<object object at 0x%x>", Id(o))
	}
	return fmt.Sprintf("<%s object at 0x%x>", fullName(o.class.module, o.class.qualname, o.class.name), Id(o))
}

func mustBeStr(name string, v any) string {
	s, ok := plain(v).(string)
	if !ok {
		throwf(TypeError, "%s returned non-string (type %s)", name, TypeName(v))
	}
	return s
}

// PyStr is str(o).
func (o *DynObject) PyStr() string {
	if r, ok := o.special("__str__"); ok {
		return mustBeStr("__str__", r)
	}
	if s, ok := o.value.(string); ok {
		return s
	}
	return o.PyRepr()
}

// PyFormat is format(o, spec).
func (o *DynObject) PyFormat(spec string) string {
	if r, ok := o.special("__format__", spec); ok {
		if s, isStr := plain(r).(string); isStr {
			return s
		}
		throwf(TypeError, "__format__ must return a str, not %s", TypeName(r))
	}
	switch {
	case spec == "":
		return o.PyStr()
	case o.value != nil:
		return FormatSpec(o.value, spec)
	}
	throwf(TypeError, "unsupported format string passed to %s.__format__", o.class.name)
	return ""
}

// PyEqual is o == other.
func (o *DynObject) PyEqual(other any) bool {
	if r, ok := o.implemented("__eq__", other); ok {
		return truthAny(r)
	}
	if p, ok := other.(*DynObject); ok {
		if r, ok := p.implemented("__eq__", o); ok {
			return truthAny(r)
		}
	} else if e, ok := other.(Equaler); ok && o.value == nil {
		if _, script := other.(interface{ class() *Class }); script {
			return e.PyEqual(o)
		}
	}
	if o.value != nil && !o.has("__eq__") {
		return any(o) == other || equalAny(o.value, plain(other))
	}
	return any(o) == other
}

// PyNotEqual is o != other, where the class has a method of its own for that.
func (o *DynObject) PyNotEqual(other any) (result, ok bool) {
	r, ok := o.implemented("__ne__", other)
	return ok && truthAny(r), ok
}

// PyHash is hash(o).
func (o *DynObject) PyHash() int64 {
	v, ok := o.class.find("__hash__")
	switch {
	case ok && isNone(v):
		return unhashable(o.class.name)
	case ok:
		r, _ := o.special("__hash__")
		if !isInteger(r) {
			throw(TypeError, "__hash__ method should return an integer")
		}
		return hashResult(r)
	case o.value != nil:
		return hashAny(o.value)
	case o.id == 0:
		o.id = instances.Add(1)
	}
	return o.id
}

// hashResult is the hash that __hash__ says: an int that has room in a hash is one already.
func hashResult(r any) int64 {
	if b, ok := r.(BigInt); ok && b.wide != nil {
		return hashAny(r)
	}
	if h := AsInt(r); h != -1 { // which means an error in CPython
		return h
	}
	return -2
}

// PyTruth is bool(o).
func (o *DynObject) PyTruth() bool {
	if r, ok := o.special("__bool__"); ok {
		return BoolResult(r)
	}
	if o.has("__len__") {
		return o.PyLen() != 0
	}
	return o.value == nil || truthAny(o.value)
}

// Length is what the script's own __len__ gives, which must not be negative.
func Length(n int64) int64 {
	if n < 0 {
		throw(ValueError, "__len__() should return >= 0")
	}
	return n
}

// LengthBig is Length of an int of any size.
func LengthBig(n BigInt) int64 {
	if n.sign() < 0 {
		return Length(-1)
	}
	return n.Times()
}

// LengthAny is Length of what is known to be an int when running only.
func LengthAny(v any) int64 { return LengthBig(AsBig(v)) }

// PyLen is len(o).
func (o *DynObject) PyLen() int64 {
	if r, ok := o.special("__len__"); ok {
		return LengthAny(r)
	}
	if o.value == nil {
		throwf(TypeError, "object of type '%s' has no len()", o.class.name)
	}
	return Len(o.value)
}

// PyIter iterates over o: by __iter__, or by __getitem__ from 0 on.
func (o *DynObject) PyIter() iter.Seq[any] {
	if r, ok := o.special("__iter__"); ok {
		return iteratorElems(r)
	}
	switch {
	case o.value != nil:
		return Elems(o.value)
	case o.has("__getitem__"):
		return o.items
	}
	throwf(TypeError, "'%s' object is not iterable", o.class.name)
	return nil
}

func (o *DynObject) items(yield func(any) bool) {
	for i := int64(0); ; i++ {
		var v any
		if e := Try(func() { v, _ = o.special("__getitem__", i) }); e != nil {
			if e.IsA(IndexError, StopIteration) {
				return
			}
			panic(e)
		}
		if !yield(v) {
			return
		}
	}
}

// iteratorElems are the elements of what __iter__ gave.
func iteratorElems(it any) iter.Seq[any] {
	o, ok := it.(*DynObject)
	if !ok {
		switch name := TypeName(it); name {
		case "list", "tuple", "dict", "set", "frozenset", "str", "bytes", "bytearray", "range", "int", "float", "bool", "NoneType":
			throwf(TypeError, "iter() returned non-iterator of type '%s'", name)
		}
		return Elems(it)
	}
	if !o.has("__next__") {
		throwf(TypeError, "iter() returned non-iterator of type '%s'", o.class.name)
	}
	return func(yield func(any) bool) {
		for {
			v, ok := o.nextElem()
			if !ok || !yield(v) {
				return
			}
		}
	}
}

// nextElem is the next element of an object that is an iterator; ok is false at its end.
func (o *DynObject) nextElem() (v any, ok bool) {
	if !o.has("__next__") {
		throwf(TypeError, "'%s' object is not an iterator", o.class.name)
	}
	if e := Try(func() { v, ok = o.special("__next__") }); e != nil {
		if e.IsA(StopIteration) {
			return nil, false
		}
		panic(e)
	}
	return v, ok
}

// PyGetItem is o[key].
func (o *DynObject) PyGetItem(key any) any {
	if r, ok := o.special("__getitem__", key); ok {
		return r
	}
	if o.value == nil {
		throwf(TypeError, "'%s' object is not subscriptable", o.class.name)
	}
	return o.nativeItem(key)
}

// nativeItem is value[key]. A dict asks for __missing__.
func (o *DynObject) nativeItem(key any) any {
	if d, ok := o.value.(dictAny); ok && o.has("__missing__") {
		if v, found := d.lookupAny(key); found {
			return v
		}
		v, _ := o.special("__missing__", key)
		return v
	}
	return DynGetItem(o.value, key)
}

// PySetItem is o[key] = value.
func (o *DynObject) PySetItem(key, value any) {
	if _, ok := o.special("__setitem__", key, value); ok {
		return
	}
	if o.value == nil {
		throwf(TypeError, "'%s' object does not support item assignment", o.class.name)
	}
	DynSetItem(o.value, key, value)
}

// PyDelItem is del o[key].
func (o *DynObject) PyDelItem(key any) {
	if _, ok := o.special("__delitem__", key); ok {
		return
	}
	if o.value == nil {
		throwf(TypeError, "'%s' object doesn't support item deletion", o.class.name)
	}
	DynDelItem(o.value, key)
}

// PyContains is item in o.
func (o *DynObject) PyContains(item any) bool {
	if r, ok := o.special("__contains__", item); ok {
		return truthAny(r)
	}
	if o.value != nil && !o.has("__iter__") {
		return DynContains(o.value, item)
	}
	if !iterable(o) {
		throwf(TypeError, "argument of type '%s' is not iterable", o.class.name)
	}
	for x := range o.PyIter() {
		if identical(x, item) || equalAny(x, item) {
			return true
		}
	}
	return false
}

// operatorMethods are the special methods of the operators, without the underscores.
var operatorMethods = map[string]string{
	"+": "add", "-": "sub", "*": "mul", "/": "truediv", "//": "floordiv", "%": "mod", "**": "pow", "@": "matmul", "divmod": "divmod",
	"<<": "lshift", ">>": "rshift", "&": "and", "|": "or", "^": "xor", "<": "lt", "<=": "le", ">": "gt", ">=": "ge",
}

// swappedOperators are the comparisons that the right operand answers for the left one's.
var swappedOperators = map[string]string{"<": ">", ">": "<", "<=": ">=", ">=": "<="}

var unaryOperators = map[string]string{"-": "__neg__", "+": "__pos__", "~": "__invert__", "abs": "__abs__"}

// PyBinary is the operators; other is nil for one with a single operand.
func (o *DynObject) PyBinary(op string, other any, reflected bool) (any, bool) {
	if other == nil {
		return o.unary(op)
	}
	name, own := "__"+operatorMethods[op]+"__", op
	if reflected {
		name = "__r" + operatorMethods[op] + "__"
		if back := swappedOperators[op]; back != "" {
			name, own = "__"+operatorMethods[back]+"__", back
		}
	}
	if !reflected {
		if r, ok := o.overridden(op, other); ok {
			return r, true
		}
	}
	if o.has(name) {
		return o.implemented(name, other)
	}
	if o.value == nil {
		return nil, false
	}
	switch {
	case swappedOperators[op] != "" && reflected:
		return nativeBinary(own, o.value, plain(other))
	case reflected:
		return nativeBinary(op, plain(other), o.value)
	}
	return nativeBinary(op, o.value, plain(other))
}

// overridden asks the right operand first if its class derives from that of o and has the reflected method of its own.
func (o *DynObject) overridden(op string, other any) (any, bool) {
	p, ok := other.(*DynObject)
	if !ok || p.class == o.class || !p.class.isSubclassOf(o.class) {
		return nil, false
	}
	name := "__r" + operatorMethods[op] + "__"
	if back := swappedOperators[op]; back != "" {
		name = "__" + operatorMethods[back] + "__"
	}
	mine, _ := o.class.find(name)
	if v, ok := p.class.find(name); !ok || v == mine {
		return nil, false
	}
	return p.implemented(name, o)
}

// nativeBinary is an operator on two built-in values, one of which an object holds.
func nativeBinary(op string, a, b any) (any, bool) {
	switch op {
	case "<":
		return DynLt(a, b), true
	case "<=":
		return DynLe(a, b), true
	case ">":
		return DynGt(a, b), true
	case ">=":
		return DynGe(a, b), true
	case "divmod":
		return DynDivmod(a, b), true
	}
	return dynBinary(op, a, b), true
}

func (o *DynObject) unary(op string) (any, bool) {
	if r, ok := o.special(unaryOperators[op]); ok {
		return r, true
	}
	if o.value == nil {
		return nil, false
	}
	return o.unaryNative(op)
}

// PyInPlaceResult is o op= other: what the target becomes; ok is false where the object has no such method.
func (o *DynObject) PyInPlaceResult(op string, other any) (any, bool) {
	if r, ok := o.implemented("__i"+operatorMethods[op]+"__", other); ok {
		return r, true
	}
	if o.value == nil || o.has("__"+operatorMethods[op]+"__") || o.class.native.fixed {
		return nil, false
	}
	o.value = DynInPlace(op, o.value, plain(other))
	return o, true
}

// PyCompare is the order for sorting.
func (o *DynObject) PyCompare(other any) (int, bool) { return CompareObjects(o, other) }

// PyRound is round(o, ndigits).
func (o *DynObject) PyRound(ndigits Opt[int64]) any {
	var args []any
	if ndigits.Ok {
		args = append(args, ndigits.V)
	}
	if r, ok := o.special("__round__", args...); ok {
		return r
	}
	if o.value == nil {
		throwf(TypeError, "type %s doesn't define __round__ method", o.class.name)
	}
	return RoundAny(o.value, args...)
}

// PyInt is int(o).
func (o *DynObject) PyInt() int64 {
	for _, name := range []string{"__int__", "__index__", "__trunc__"} {
		if r, ok := o.special(name); ok {
			return o.mustBeInt(name, r)
		}
	}
	if o.value == nil {
		throwf(TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%s'", o.class.name)
	}
	return Int(o.value)
}

// mustBeInt is the int that a special method gave.
func (o *DynObject) mustBeInt(name string, r any) int64 {
	if !isInteger(r) {
		throwf(TypeError, "%s returned non-int (type %s)", name, TypeName(r))
	}
	return AsInt(r)
}

// isInteger reports an int, which True and False are too.
func isInteger(v any) bool {
	switch plain(Box(v)).(type) {
	case int64, bool, *Wide:
		return true
	}
	return false
}

// PyFloat is float(o).
func (o *DynObject) PyFloat() float64 {
	for _, name := range []string{"__float__", "__index__"} {
		if r, ok := o.special(name); ok && name == "__index__" {
			return float64(o.mustBeInt(name, r))
		} else if ok {
			f, isFloat := plain(Box(r)).(float64)
			if !isFloat {
				throwf(TypeError, "%s.__float__ returned non-float (type %s)", o.class.name, TypeName(r))
			}
			return f
		}
	}
	if o.value == nil {
		throwf(TypeError, "float() argument must be a string or a real number, not '%s'", o.class.name)
	}
	return Float(o.value)
}

// PyCopy is copy.copy(o).
func (o *DynObject) PyCopy() any {
	if r, ok := o.special("__copy__"); ok {
		return r
	}
	c := &DynObject{class: o.class, value: o.value}
	if o.attrs != nil {
		c.attrs = DictCopy(o.attrs)
	}
	if o.value != nil {
		c.value = shallowCopy(o.value)
	}
	return c
}

// PyCopyAttrs replaces what the object holds by what of makes of it.
func (o *DynObject) PyCopyAttrs(of func(any) any) {
	if o.attrs != nil {
		for _, name := range slices.Collect(o.attrs.All()) {
			o.attrs.Set(name, of(o.attrs.At(name)))
		}
	}
	if o.value != nil {
		o.value = of(o.value)
	}
}

// PyIndex is the object as an int, where one is wanted: by __index__.
func (o *DynObject) PyIndex() int64 {
	if r, ok := o.special("__index__"); ok {
		return o.mustBeInt("__index__", r)
	}
	if n, ok := intOf(o.value); ok {
		return n
	}
	throwf(TypeError, "'%s' object cannot be interpreted as an integer", o.class.name)
	return 0
}
