package py

// Field is a field of a dataclass.
type Field struct {
	name string
	init bool
}

// NewField makes a field; without init it is no parameter of __init__.
func NewField(name string, init bool) any { return &Field{name, init} }

// PyTypeName is "Field".
func (f *Field) PyTypeName() string { return "Field" }

// PyGetAttr gives the name and init.
func (f *Field) PyGetAttr(name string) (any, bool) {
	switch name {
	case "name":
		return f.name, true
	case "init":
		return f.init, true
	}
	return nil, false
}

// fieldsOf are the fields of a dataclass or of an object of one.
func fieldsOf(x any) ([]*Field, bool) {
	c, isClass := x.(*DynClass)
	if !isClass {
		o, ok := x.(*DynObject)
		if !ok {
			return nil, false
		}
		c = o.class
	}
	d, ok := c.find("__dataclass_fields__")
	if !ok {
		return nil, false
	}
	var out []*Field
	for _, f := range d.(dictAny).pairsAny() {
		out = append(out, f.(*Field))
	}
	return out, true
}

// IsDataclass is dataclasses.is_dataclass(x).
func IsDataclass(x any) bool { _, ok := fieldsOf(Box(x)); return ok }

// FieldsOf is dataclasses.fields(x).
func FieldsOf(x any) any {
	fields, ok := fieldsOf(Box(x))
	if !ok {
		throw(TypeError, "must be called with a dataclass type or instance")
	}
	items := make([]any, len(fields))
	for i, f := range fields {
		items[i] = f
	}
	return TupleFrom(items)
}

func mustBeDataclass(x any, function string) []*Field {
	fields, ok := fieldsOf(x)
	if _, isClass := x.(*DynClass); !ok || isClass {
		throwf(TypeError, "%s() should be called on dataclass instances", function)
	}
	return fields
}

// Asdict is dataclasses.asdict(x).
func Asdict(x any) any {
	mustBeDataclass(Box(x), "asdict")
	return convertRecords(Box(x), func(names []string, values []any) any {
		d := NewDict[any, any]()
		for i, n := range names {
			d.Set(n, values[i])
		}
		return d
	})
}

// Astuple is dataclasses.astuple(x).
func Astuple(x any) any {
	mustBeDataclass(Box(x), "astuple")
	return convertRecords(Box(x), func(_ []string, values []any) any { return TupleFrom(values) })
}

// convertRecords replaces the dataclasses in a value by what of makes of their fields, and copies the rest.
func convertRecords(v any, of func(names []string, values []any) any) any {
	if fields, ok := fieldsOf(v); ok {
		if o, isObject := v.(*DynObject); isObject {
			var names []string
			var values []any
			for _, f := range fields {
				names = append(names, f.name)
				values = append(values, convertRecords(DynGetAttr(o, f.name), of))
			}
			return of(names, values)
		}
	}
	switch x := v.(type) {
	case listAny:
		out := NewList[any]()
		for e := range x.PyIter() {
			out.Append(convertRecords(e, of))
		}
		return out
	case tupleAny:
		items := tupleItems(x)
		for i := range items {
			items[i] = convertRecords(items[i], of)
		}
		return TupleFrom(items)
	case dictAny:
		out := NewDict[any, any]()
		for k, e := range x.pairsAny() {
			out.Set(convertRecords(k, of), convertRecords(e, of))
		}
		return out
	}
	return CopyDeepcopy(v, nil)
}

// ReplaceFields is dataclasses.replace(x, **changes).
func ReplaceFields(x, changes any) any {
	o := Box(x)
	fields := mustBeDataclass(o, "replace")
	kw := NewDict[string, any]()
	given := changes.(dictAny)
	for _, f := range fields {
		v, ok := given.lookupAny(f.name)
		switch {
		case ok && !f.init:
			throwf(ValueError, "field %s is declared with init=False, it cannot be specified with replace()", f.name)
		case ok:
			kw.Set(f.name, v)
		case f.init:
			kw.Set(f.name, DynGetAttr(o, f.name))
		}
	}
	for k, v := range given.pairsAny() {
		kw.Set(k.(string), v)
	}
	return o.(*DynObject).class.PyCall(nil, kw)
}
