package py

import "iter"

// NewDefaultDict is collections.defaultdict(factory).
func NewDefaultDict[K, V any](factory func() V) *Dict[K, V] { return &Dict[K, V]{factory: factory} }

// DefaultDictOf is collections.defaultdict(factory, pairs).
func DefaultDictOf[K, V any](factory func() V, pairs iter.Seq[Tuple2[K, V]]) *Dict[K, V] {
	d := NewDefaultDict[K](factory)
	DictUpdate(d, pairs)
	return d
}

// DefaultDictOfDict is collections.defaultdict(factory, mapping).
func DefaultDictOfDict[K, V any](factory func() V, mapping *Dict[K, V]) *Dict[K, V] {
	return &Dict[K, V]{t: mapping.t.clone(), factory: factory}
}

// DefaultDictOfAny is collections.defaultdict(factory, v), for a mapping or pairs.
func DefaultDictOfAny(factory func() any, v any) *Dict[any, any] {
	return &Dict[any, any]{t: DictOfAny(v).t, factory: factory}
}

// OrderedDictOfAny is collections.OrderedDict(v), for a mapping or pairs.
func OrderedDictOfAny(v any) *Dict[any, any] {
	return &Dict[any, any]{t: DictOfAny(v).t, ordered: true}
}

// NewOrderedDict is collections.OrderedDict().
func NewOrderedDict[K, V any]() *Dict[K, V] { return &Dict[K, V]{ordered: true} }

// OrderedDictOf is collections.OrderedDict(pairs).
func OrderedDictOf[K, V any](pairs iter.Seq[Tuple2[K, V]]) *Dict[K, V] {
	d := NewOrderedDict[K, V]()
	DictUpdate(d, pairs)
	return d
}

// OrderedDictOfDict is collections.OrderedDict(mapping).
func OrderedDictOfDict[K, V any](mapping *Dict[K, V]) *Dict[K, V] {
	return &Dict[K, V]{t: mapping.t.clone(), ordered: true}
}

// DictAs copies a dict into one whose keys and values have other types. It is of the same kind.
func DictAs[K, V, L, W any](d *Dict[K, V], key func(K) L, value func(V) W) *Dict[L, W] {
	out := &Dict[L, W]{ordered: d.ordered}
	if make := d.factory; make != nil {
		out.factory = func() W { return value(make()) }
	}
	for k, v := range d.Pairs() {
		out.Set(key(k), value(v))
	}
	return out
}

// missing is d[k] for a key that is not there: a defaultdict makes the value, any other raises KeyError.
func (d *Dict[K, V]) missing(k K) V {
	if d.factory == nil {
		throwKey(Box(k))
	}
	v := d.factory()
	d.Set(k, v)
	return v
}

func dictMustBeOrdered[K, V any](d *Dict[K, V], method string) {
	if !d.ordered {
		throwf(AttributeError, "'%s' object has no attribute '%s'", d.PyTypeName(), method)
	}
}

// DictMoveToEnd is d.move_to_end(k, last) of an OrderedDict; it raises KeyError.
func DictMoveToEnd[K, V any](d *Dict[K, V], k K, last bool) {
	dictMustBeOrdered(d, "move_to_end")
	v := DictPop(d, k)
	if last {
		d.Set(k, v)
		return
	}
	rest := d.t.clone()
	DictClear(d)
	d.Set(k, v)
	for _, e := range rest.entries {
		if !e.deleted {
			d.Set(e.key, e.value)
		}
	}
}

// DictPopitemAt is d.popitem(last) of an OrderedDict: the last pair, or the first.
func DictPopitemAt[K, V any](d *Dict[K, V], last bool) Tuple2[K, V] {
	if !d.ordered {
		throw(TypeError, "dict.popitem() takes no keyword arguments")
	}
	if !last {
		for k, v := range d.Pairs() {
			DictDel(d, k)
			return T2(k, v)
		}
	}
	return DictPopitem(d)
}
