package py

// Copier is an object of a script's class, for module copy.
type Copier interface {
	// PyCopy is a new object of the class with the same attributes.
	PyCopy() any
	// PyCopyAttrs replaces each attribute that can change by what of makes of it.
	PyCopyAttrs(of func(any) any)
}

// CopyAttr is what of makes of the value of an attribute.
func CopyAttr[T any](v T, of func(any) any) T { return As[T](of(Box(v))) }

// CopyCopy is copy.copy(x).
func CopyCopy[T any](x T) T { return As[T](shallowCopy(Box(x))) }

// CopyDeepcopy is copy.deepcopy(x, memo); what memo holds is not used.
func CopyDeepcopy[T any](x T, _ any) T { return As[T](deepCopies{}.of(Box(x))) }

func shallowCopy(v any) any {
	refuseCopy(v)
	switch x := v.(type) {
	case setAny:
		if x.isFrozen() {
			return v
		}
	case Copier:
		if isMember(v) {
			return v
		}
		return x.PyCopy()
	}
	if c, ok := v.(interface{ copyAny() any }); ok {
		return c.copyAny()
	}
	return v
}

// refuseCopy raises TypeError for what holds a place in something else.
func refuseCopy(v any) {
	switch x := v.(type) {
	case *File:
		throw(TypeError, "cannot pickle '_io.TextIOWrapper' object")
	case interface{ nextAny() (any, bool) }, viewAny:
		throwf(TypeError, "cannot pickle '%s' object", fullTypeName(x))
	}
}

// deepCopies are the copies made so far, by their originals.
type deepCopies map[any]any

func (m deepCopies) of(v any) any {
	refuseCopy(v)
	switch x := v.(type) {
	case listAny:
		return m.list(x)
	case dictAny:
		return m.dict(x)
	case setAny:
		return m.set(x)
	case tupleAny:
		return m.tuple(x)
	case sequenceSetter:
		return m.sequence(x)
	case Copier:
		if isMember(v) {
			return v
		}
		return m.object(x)
	}
	return v
}

func (m deepCopies) list(x listAny) any {
	if c, ok := m[x]; ok {
		return c
	}
	c := x.copyAny()
	m[x] = c
	for i := range x.PyLen() {
		c.(Setter).PySetItem(i, m.of(x.at(int(i))))
	}
	return c
}

func (m deepCopies) dict(x dictAny) any {
	if c, ok := m[x]; ok {
		return c
	}
	c := x.copyAny()
	m[x] = c
	c.(dictAny).clear()
	for k, v := range x.pairsAny() {
		c.(Setter).PySetItem(m.of(k), m.of(v))
	}
	return c
}

func (m deepCopies) set(x setAny) any {
	if c, ok := m[x]; ok {
		return c
	}
	c := x.copyAny().(setAny)
	m[x] = c
	c.clear() // made of its elements, one by one, a set may have another order than its copy
	for item := range x.PyIter() {
		c.addAny(m.of(item))
	}
	return c
}

// tuple copies a tuple unless nothing in it can change.
func (m deepCopies) tuple(x tupleAny) any {
	items := make([]any, x.PyLen())
	changed := false
	for i := range items {
		item := x.item(i)
		items[i] = m.of(item)
		changed = changed || !identical(items[i], item)
	}
	if r, ok := x.(interface{ replaced(src tupleAny) any }); ok && changed {
		return r.replaced(NewTupleOf(items...))
	}
	return x
}

// sequenceSetter is a sequence that is neither list nor tuple: a deque.
type sequenceSetter interface {
	Lener
	Getter
	Setter
	copyAny() any
}

func (m deepCopies) sequence(x sequenceSetter) any {
	if c, ok := m[x]; ok {
		return c
	}
	c := x.copyAny().(sequenceSetter)
	m[x] = c
	for i := range x.PyLen() {
		c.PySetItem(i, m.of(x.PyGetItem(i)))
	}
	return c
}

func (m deepCopies) object(x Copier) any {
	if c, ok := m[x]; ok {
		return c
	}
	c := x.PyCopy()
	m[x] = c
	c.(Copier).PyCopyAttrs(m.of)
	return c
}
