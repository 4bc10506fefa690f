package py

import "iter"

// Dict is Python's dict: a reference to a table that keeps the order of insertion.
type Dict[K, V any] struct {
	t       dictTable[K, V]
	factory func() V // of a defaultdict: makes the value of a missing key
	ordered bool     // an OrderedDict
}

// NewDict is {}, or the dict of items given as pairs.
func NewDict[K, V any](items ...Tuple2[K, V]) *Dict[K, V] {
	d := &Dict[K, V]{}
	for _, kv := range items {
		d.Set(kv.V0, kv.V1)
	}
	return d
}

// DictOf is dict(iterable of pairs).
func DictOf[K, V any](seq iter.Seq[Tuple2[K, V]]) *Dict[K, V] {
	d := &Dict[K, V]{}
	d.Update(seq)
	return d
}

// DictCopyOf is dict(d).
func DictCopyOf[K, V any](d *Dict[K, V]) *Dict[K, V] { return &Dict[K, V]{t: d.t.clone()} }

// DictGetAnyOr is d.get(k, otherwise) where the default has another type than the values.
func DictGetAnyOr[K, V, D any](d *Dict[K, V], k K, otherwise D) any {
	if v, ok := d.Lookup(k); ok {
		return Box(v)
	}
	return Box(otherwise)
}

// DictFromKeys is dict.fromkeys(iterable, value).
func DictFromKeys[K, V any](keys iter.Seq[K], value V) *Dict[K, V] {
	d := &Dict[K, V]{}
	for k := range keys {
		d.Set(k, value)
	}
	return d
}

// DictFromKeysNone is dict.fromkeys(keys): its values are None.
func DictFromKeysNone[K any](keys iter.Seq[K]) *Dict[K, any] { return DictFromKeys(keys, any(None)) }

// Len is len(d).
func (d *Dict[K, V]) Len() int64 { return int64(d.t.used) }

func (d *Dict[K, V]) find(k K) int { return d.t.find(k, tableHash(k)) }

// Lookup gives the value of k, and whether there is one.
func (d *Dict[K, V]) Lookup(k K) (v V, ok bool) {
	i := d.find(k)
	if i < 0 {
		return v, false
	}
	return d.t.entries[i].value, true
}

// Get is d.get(k) where V is not optional. GetAny is for V = any; GetOpt for an optional V.
func (d *Dict[K, V]) Get(k K) Opt[V] {
	v, ok := d.Lookup(k)
	return Opt[V]{v, ok}
}

// GetOr is d.get(k, otherwise).
func (d *Dict[K, V]) GetOr(k K, otherwise V) V {
	if v, ok := d.Lookup(k); ok {
		return v
	}
	return otherwise
}

// DictGetAny is d.get(k) of a dict of any values: None if k is missing.
func DictGetAny[K any](d *Dict[K, any], k K) any { return d.GetOr(k, None) }

// DictGetOpt is d.get(k) of a dict whose values may be None themselves.
func DictGetOpt[K, V any](d *Dict[K, Opt[V]], k K) Opt[V] { return d.GetOr(k, Opt[V]{}) }

// At is d[k]; it raises KeyError.
func (d *Dict[K, V]) At(k K) V {
	i := d.find(k)
	if i < 0 {
		return d.missing(k)
	}
	return d.t.entries[i].value
}

func throwKey(k any) {
	e := NewException(KeyError, k)
	e.capture(1)
	panic(e)
}

// Set is d[k] = v. A key that is there keeps its place and its first form.
func (d *Dict[K, V]) Set(k K, v V) {
	h := tableHash(k)
	if i := d.t.find(k, h); i >= 0 {
		d.t.entries[i].value = v
		return
	}
	d.t.insert(k, v, h)
}

// Merge is d[k] = f(d[k], v) if k is there, else d[k] = v, with one lookup.
func (d *Dict[K, V]) Merge(k K, v V, f func(old, v V) V) {
	h := tableHash(k)
	if i := d.t.find(k, h); i >= 0 {
		merged := f(d.t.entries[i].value, v)
		if i < len(d.t.entries) && d.t.entries[i].hash == h && !d.t.entries[i].deleted {
			d.t.entries[i].value = merged
			return
		}
		v = merged
	}
	d.Set(k, v)
}

// Del is del d[k]; it raises KeyError.
func (d *Dict[K, V]) Del(k K) {
	i := d.find(k)
	if i < 0 {
		throwKey(Box(k))
	}
	d.t.remove(i)
}

// Contains is k in d.
func (d *Dict[K, V]) Contains(k K) bool { return d.find(k) >= 0 }

// Pop is d.pop(k); it raises KeyError.
func (d *Dict[K, V]) Pop(k K) V {
	i := d.find(k)
	if i < 0 {
		throwKey(Box(k))
	}
	v := d.t.entries[i].value
	d.t.remove(i)
	return v
}

// PopOr is d.pop(k, otherwise).
func (d *Dict[K, V]) PopOr(k K, otherwise V) V {
	if i := d.find(k); i >= 0 {
		otherwise = d.t.entries[i].value
		d.t.remove(i)
	}
	return otherwise
}

// PopOpt is d.pop(k, None).
func (d *Dict[K, V]) PopOpt(k K) Opt[V] {
	if !d.Contains(k) {
		return Opt[V]{}
	}
	return Some(d.Pop(k))
}

// Popitem is d.popitem(): the last pair; it raises KeyError for an empty dict.
func (d *Dict[K, V]) Popitem() Tuple2[K, V] {
	for i := len(d.t.entries) - 1; i >= 0; i-- {
		if e := &d.t.entries[i]; !e.deleted {
			kv := T2(e.key, e.value)
			d.t.remove(i)
			return kv
		}
	}
	throwKey("popitem(): dictionary is empty")
	panic("unreachable")
}

// Setdefault is d.setdefault(k, v).
func (d *Dict[K, V]) Setdefault(k K, v V) V {
	h := tableHash(k)
	if i := d.t.find(k, h); i >= 0 {
		return d.t.entries[i].value
	}
	d.t.insert(k, v, h)
	return v
}

// Update is d.update(pairs).
func (d *Dict[K, V]) Update(seq iter.Seq[Tuple2[K, V]]) {
	for kv := range seq {
		d.Set(kv.V0, kv.V1)
	}
}

// UpdateDict is d.update(other), d |= other and {**d, **other}.
func (d *Dict[K, V]) UpdateDict(other *Dict[K, V]) {
	if d == other {
		return
	}
	for k, v := range other.Pairs() {
		d.Set(k, v)
	}
}

// Or is d | other.
func (d *Dict[K, V]) Or(other *Dict[K, V]) *Dict[K, V] {
	c := d.Copy()
	c.UpdateDict(other)
	return c
}

// Copy is d.copy().
func (d *Dict[K, V]) Copy() *Dict[K, V] {
	return &Dict[K, V]{t: d.t.clone(), factory: d.factory, ordered: d.ordered}
}

// Clear is d.clear().
func (d *Dict[K, V]) Clear() { d.t.reset() }

// Pairs iterates over keys and values. It raises RuntimeError if the dict changes size meanwhile.
func (d *Dict[K, V]) Pairs() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		used := d.t.used
		for i := 0; i < len(d.t.entries); i++ {
			e := &d.t.entries[i]
			if e.deleted {
				continue
			}
			if !yield(e.key, e.value) {
				return
			}
			if d.t.used != used {
				throw(RuntimeError, "dictionary changed size during iteration")
			}
		}
	}
}

// All iterates over the keys, as a for loop over the dict does.
func (d *Dict[K, V]) All() iter.Seq[K] {
	return func(yield func(K) bool) {
		for k := range d.Pairs() {
			if !yield(k) {
				return
			}
		}
	}
}

// Backward is reversed(d): the keys, the last first.
func (d *Dict[K, V]) Backward() iter.Seq[K] {
	return func(yield func(K) bool) {
		for i := len(d.t.entries) - 1; i >= 0; i-- {
			if e := &d.t.entries[i]; !e.deleted && !yield(e.key) {
				return
			}
		}
	}
}

// Keys is d.keys().
func (d *Dict[K, V]) Keys() *KeysView[K] {
	return &KeysView[K]{dictView[K]{"dict_keys", d.All, d.Len}, d.Contains}
}

// Values is d.values().
func (d *Dict[K, V]) Values() *ValuesView[V] {
	values := func() iter.Seq[V] {
		return func(yield func(V) bool) {
			for _, v := range d.Pairs() {
				if !yield(v) {
					return
				}
			}
		}
	}
	return &ValuesView[V]{dictView[V]{"dict_values", values, d.Len}}
}

// Items is d.items().
func (d *Dict[K, V]) Items() *ItemsView[K, V] {
	items := func() iter.Seq[Tuple2[K, V]] {
		return func(yield func(Tuple2[K, V]) bool) {
			for k, v := range d.Pairs() {
				if !yield(T2(k, v)) {
					return
				}
			}
		}
	}
	return &ItemsView[K, V]{dictView[Tuple2[K, V]]{"dict_items", items, d.Len}}
}
