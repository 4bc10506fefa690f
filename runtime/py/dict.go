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
	DictUpdate(d, seq)
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

func (d *Dict[K, V]) find(k K) int {
	i, _ := d.t.seek(k)
	return i
}

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
	i, h := d.t.seek(k)
	if i >= 0 {
		d.t.entries[i].value = v
		return
	}
	d.t.insert(k, v, h)
}

// DictMerge is d[k] = f(d[k], v) if k is there, else d[k] = v, with one lookup.
func DictMerge[K, V any](d *Dict[K, V], k K, v V, f func(old, v V) V) {
	i, h := d.t.seek(k)
	if i >= 0 {
		merged := f(d.t.entries[i].value, v)
		if i < len(d.t.entries) && d.t.entries[i].hash == h && !d.t.entries[i].deleted {
			d.t.entries[i].value = merged
			return
		}
		v = merged
	}
	d.Set(k, v)
}

// DictDel is del d[k]; it raises KeyError.
func DictDel[K, V any](d *Dict[K, V], k K) {
	i := d.find(k)
	if i < 0 {
		throwKey(Box(k))
	}
	d.t.remove(i)
}

// Contains is k in d.
func (d *Dict[K, V]) Contains(k K) bool { return d.find(k) >= 0 }

// DictPop is d.pop(k); it raises KeyError.
func DictPop[K, V any](d *Dict[K, V], k K) V {
	i := d.find(k)
	if i < 0 {
		throwKey(Box(k))
	}
	v := d.t.entries[i].value
	d.t.remove(i)
	return v
}

// DictPopOr is d.pop(k, otherwise).
func DictPopOr[K, V any](d *Dict[K, V], k K, otherwise V) V {
	if i := d.find(k); i >= 0 {
		otherwise = d.t.entries[i].value
		d.t.remove(i)
	}
	return otherwise
}

// DictPopOpt is d.pop(k, None).
func DictPopOpt[K, V any](d *Dict[K, V], k K) Opt[V] {
	if !d.Contains(k) {
		return Opt[V]{}
	}
	return Some(DictPop(d, k))
}

// DictPopitem is d.popitem(): the last pair; it raises KeyError for an empty dict.
func DictPopitem[K, V any](d *Dict[K, V]) Tuple2[K, V] {
	if d.t.used == 0 {
		throwKey(d.emptyText())
	}
	i := d.t.last()
	kv := T2(d.t.entries[i].key, d.t.entries[i].value)
	d.t.remove(i)
	return kv
}

// emptyText is what popitem says of a dict that is empty.
func (d *Dict[K, V]) emptyText() string {
	if d.ordered {
		return "dictionary is empty"
	}
	return "popitem(): dictionary is empty"
}

// DictSetdefault is d.setdefault(k, v).
func DictSetdefault[K, V any](d *Dict[K, V], k K, v V) V {
	i, h := d.t.seek(k)
	if i >= 0 {
		return d.t.entries[i].value
	}
	d.t.insert(k, v, h)
	return v
}

// DictSetdefaultBy is d.setdefault(k, make()), which makes a value only where none is.
func DictSetdefaultBy[K, V any](d *Dict[K, V], k K, make func() V) V {
	i, h := d.t.seek(k)
	if i >= 0 {
		return d.t.entries[i].value
	}
	v := make()
	d.t.insert(k, v, h)
	return v
}

// DictUpdate is d.update(pairs).
func DictUpdate[K, V any](d *Dict[K, V], seq iter.Seq[Tuple2[K, V]]) {
	for kv := range seq {
		d.Set(kv.V0, kv.V1)
	}
}

// DictUpdateDict is d.update(other), d |= other and {**d, **other}.
func DictUpdateDict[K, V any](d *Dict[K, V], other *Dict[K, V]) {
	if d == other {
		return
	}
	for k, v := range other.Pairs() {
		d.Set(k, v)
	}
}

// DictOr is d | other.
func DictOr[K, V any](d *Dict[K, V], other *Dict[K, V]) *Dict[K, V] {
	c := DictCopy(d)
	DictUpdateDict(c, other)
	return c
}

// DictCopy is d.copy().
func DictCopy[K, V any](d *Dict[K, V]) *Dict[K, V] {
	return &Dict[K, V]{t: d.t.clone(), factory: d.factory, ordered: d.ordered}
}

// DictClear is d.clear().
func DictClear[K, V any](d *Dict[K, V]) { d.t.reset() }

const (
	dictChangedSize = "dictionary changed size during iteration"
	dictChangedKeys = "dictionary keys changed during iteration"
)

// Pairs iterates over keys and values. It raises RuntimeError if the dict changes size meanwhile.
func (d *Dict[K, V]) Pairs() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		used := d.t.used
		left := used
		for i := 0; i < len(d.t.entries); i++ {
			e := &d.t.entries[i]
			if e.deleted {
				continue
			}
			if left--; left < 0 {
				throw(RuntimeError, dictChangedKeys)
			}
			if !yield(e.key, e.value) {
				return
			}
			if d.t.used != used {
				throw(RuntimeError, dictChangedSize)
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

// DictBackward is reversed(d): the keys, the last first.
func DictBackward[K, V any](d *Dict[K, V]) iter.Seq[K] {
	return func(yield func(K) bool) {
		for i := len(d.t.entries) - 1; i >= 0; i-- {
			e := &d.t.entries[i]
			if e.deleted {
				continue
			}
			if !yield(e.key) {
				return
			}
		}
	}
}

// DictKeys is d.keys().
func DictKeys[K, V any](d *Dict[K, V]) *KeysView[K] {
	return &KeysView[K]{view[K]{"dict_keys", d.All, d.Len, func() *Iter[K] { return DictIter(d) }}, d.Contains}
}

// DictValues is d.values().
func DictValues[K, V any](d *Dict[K, V]) *ValuesView[V] {
	values := func() iter.Seq[V] {
		return func(yield func(V) bool) {
			for _, v := range d.Pairs() {
				if !yield(v) {
					return
				}
			}
		}
	}
	begin := func() *Iter[V] { return entryIter(d, "dict_valueiterator", func(_ K, v V) V { return v }) }
	return &ValuesView[V]{view[V]{"dict_values", values, d.Len, begin}}
}

// DictItems is d.items().
func DictItems[K, V any](d *Dict[K, V]) *ItemsView[K, V] {
	items := func() iter.Seq[Tuple2[K, V]] {
		return func(yield func(Tuple2[K, V]) bool) {
			for k, v := range d.Pairs() {
				if !yield(T2(k, v)) {
					return
				}
			}
		}
	}
	begin := func() *Iter[Tuple2[K, V]] { return entryIter(d, "dict_itemiterator", T2[K, V]) }
	return &ItemsView[K, V]{view[Tuple2[K, V]]{"dict_items", items, d.Len, begin}}
}
