package py

// ownAttrs are the attributes that an object of a class known when running holds itself.
func ownAttrs(self any) *Dict[string, any] {
	switch o := self.(type) {
	case *DynObject:
		return o.attrs
	case *Exception:
		return exceptionDict(o)
	}
	return nil
}

func setOwn(self any, name string, v any) {
	switch o := self.(type) {
	case *DynObject:
		if o.attrs == nil {
			o.attrs = NewDict[string, any]()
		}
		o.attrs.Set(name, v)
	case *Exception:
		o.setOwn(name, v)
	}
}

// dynGet is self.name without __getattribute__ and __getattr__: a data descriptor of the class, the object's own attribute, what the class
// has, in this order.
func dynGet(self any, c *DynClass, name string) (any, bool) {
	v, found := c.find(name)
	if found && isData(v) {
		return bindMember(v, self, c), true
	}
	if own := ownAttrs(self); own != nil {
		if x, ok := own.lookupAny(name); ok {
			return x, true
		}
	}
	if found {
		return bindMember(v, self, c), true
	}
	switch name {
	case "__class__":
		return c, true
	case "__dict__":
		return dictOf(self), true
	case "__doc__":
		return None, true
	}
	return boundNative(self, name)
}

// dictOf is self.__dict__: the attributes themselves, so that changes of it are seen.
func dictOf(self any) any {
	switch o := self.(type) {
	case *DynObject:
		if o.class.slots != nil {
			throwf(AttributeError, "'%s' object has no attribute '__dict__'", o.class.name)
		}
		if o.attrs == nil {
			o.attrs = NewDict[string, any]()
		}
		return o.attrs
	case *Exception:
		return exceptionDict(o)
	}
	return NewDict[string, any]()
}

// dictOfAttrs is the __dict__ of a class: a view that cannot be changed in Python, here a copy.
func dictOfAttrs(attrs *Dict[string, any]) any { return DictCopy(attrs) }

// PyGetAttr is o.name.
func (o *DynObject) PyGetAttr(name string) (any, bool) {
	if v, ok := o.class.find("__getattribute__"); ok {
		return o.byHook(DynCall, bindMember(v, o, o.class), name)
	}
	hook, hooked := o.class.find("__getattr__")
	if !hooked {
		return dynGet(o, o.class, name)
	}
	var v any
	found := false
	if e := Try(func() { v, found = dynGet(o, o.class, name) }); e != nil && !e.IsA(AttributeError) {
		panic(e)
	}
	if found {
		return v, true
	}
	return DynCall(bindMember(hook, o, o.class), name), true
}

// byHook is an attribute that __getattribute__ gives; __getattr__ is asked for what that does not have.
func (o *DynObject) byHook(call func(f any, args ...any) any, hook any, name string) (v any, ok bool) {
	e := Try(func() { v = call(hook, name) })
	if e == nil {
		return v, true
	}
	if f, has := o.class.find("__getattr__"); has && e.IsA(AttributeError) {
		return DynCall(bindMember(f, o, o.class), name), true
	}
	panic(e)
}

// PySetAttr is o.name = value.
func (o *DynObject) PySetAttr(name string, value any) bool {
	if _, ok := o.special("__setattr__", name, value); ok {
		return true
	}
	dynSet(o, o.class, name, value)
	return true
}

// dynSet is self.name = value without __setattr__.
func dynSet(self any, c *DynClass, name string, value any) {
	if v, ok := c.find(name); ok {
		switch m := v.(type) {
		case *Property:
			if m.set == nil {
				throwf(AttributeError, "property '%s' of '%s' object has no setter", name, c.name)
			}
			DynCall(m.set, self, value)
			return
		case *DynObject:
			if _, ok := m.special("__set__", self, value); ok {
				return
			}
		}
	}
	if name == "__class__" {
		if o, ok := self.(*DynObject); ok {
			if k, ok := value.(*DynClass); ok {
				o.class = k
				return
			}
		}
	}
	if c.slots != nil && !c.slots[name] {
		if _, inClass := c.find(name); inClass {
			throwf(AttributeError, "'%s' object attribute '%s' is read-only", c.name, name)
		}
		throwf(AttributeError, "'%s' object has no attribute '%s'", c.name, name)
	}
	setOwn(self, name, value)
}

// PyDelAttr is del o.name.
func (o *DynObject) PyDelAttr(name string) bool {
	if _, ok := o.special("__delattr__", name); ok {
		return true
	}
	dynDel(o, o.class, name)
	return true
}

// dynDel is del self.name without __delattr__.
func dynDel(self any, c *DynClass, name string) {
	if v, ok := c.find(name); ok {
		switch m := v.(type) {
		case *Property:
			if m.del == nil {
				throwf(AttributeError, "property '%s' of '%s' object has no deleter", name, c.name)
			}
			DynCall(m.del, self)
			return
		case *DynObject:
			if _, ok := m.special("__delete__", self); ok {
				return
			}
		}
	}
	own := ownAttrs(self)
	if own == nil || !own.Contains(name) {
		throwf(AttributeError, "'%s' object has no attribute '%s'", c.name, name)
	}
	DictDel(own, name)
}

// PyCallMethodKw is o.name(*args, **kw), without a bound method in between where the class has the method.
func (o *DynObject) PyCallMethodKw(name string, args []any, kw *Dict[string, any]) (any, bool) {
	v, found := o.class.find(name)
	f, isFunc := v.(*Function)
	_, hook := o.class.find("__getattribute__")
	if found && isFunc && !hook && f.kind == scriptFunction && (o.attrs == nil || !o.attrs.Contains(name)) {
		return f.CallKw(append([]any{o}, args...), kw), true
	}
	if !found && !hook && o.value != nil && (o.attrs == nil || !o.attrs.Contains(name)) {
		if hasMethod(o.value, name) {
			return DynCallMethodKw(o.value, name, args, kw), true
		}
	}
	m, ok := o.PyGetAttr(name)
	if !ok {
		return nil, false
	}
	return DynCallKw(m, args, &Keywords{orEmpty(kw)}), true
}

// DynDelAttr is del o.name.
func DynDelAttr(o any, name string) {
	o = Box(o)
	if x, ok := o.(interface{ PyDelAttr(name string) bool }); ok && x.PyDelAttr(name) {
		return
	}
	throwf(AttributeError, "'%s' object has no attribute '%s'", TypeName(o), name)
}
