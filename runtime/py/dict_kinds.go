package py

import "iter"

// NewDefaultDict is collections.defaultdict(factory).
func NewDefaultDict[K, V any](factory func() V) *Dict[K, V] { return &Dict[K, V]{factory: factory} }

// NewOrderedDict is collections.OrderedDict().
func NewOrderedDict[K, V any]() *Dict[K, V] { return &Dict[K, V]{ordered: true} }

// OrderedDictOf is collections.OrderedDict(pairs).
func OrderedDictOf[K, V any](pairs iter.Seq[Tuple2[K, V]]) *Dict[K, V] {
	d := NewOrderedDict[K, V]()
	d.Update(pairs)
	return d
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

func (d *Dict[K, V]) mustBeOrdered(method string) {
	if !d.ordered {
		throwf(AttributeError, "'%s' object has no attribute '%s'", d.PyTypeName(), method)
	}
}

// MoveToEnd is d.move_to_end(k, last) of an OrderedDict; it raises KeyError.
func (d *Dict[K, V]) MoveToEnd(k K, last bool) {
	d.mustBeOrdered("move_to_end")
	v := d.Pop(k)
	if last {
		d.Set(k, v)
		return
	}
	rest := d.t.clone()
	d.Clear()
	d.Set(k, v)
	for _, e := range rest.entries {
		if !e.deleted {
			d.Set(e.key, e.value)
		}
	}
}

// PopitemAt is d.popitem(last) of an OrderedDict: the last pair, or the first.
func (d *Dict[K, V]) PopitemAt(last bool) Tuple2[K, V] {
	if !d.ordered {
		throwf(TypeError, "%s.popitem() takes no keyword arguments", d.PyTypeName())
	}
	if !last {
		for k, v := range d.Pairs() {
			d.Del(k)
			return T2(k, v)
		}
	}
	return d.Popitem()
}
