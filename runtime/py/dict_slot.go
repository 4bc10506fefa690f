package py

// DictSlot is the place of a key in a dict, for what is read there and stored at once: nothing else changes the dict meanwhile.
// It is small enough to stay in registers.
type DictSlot[K, V any] struct {
	d   *Dict[K, V]
	at  *V // nil if the key is missing
	key K
}

// SlotOf looks for the key of d[key].
func SlotOf[K, V any](d *Dict[K, V], key K) DictSlot[K, V] {
	s := DictSlot[K, V]{d: d, key: key}
	if i := d.find(key); i >= 0 {
		s.at = &d.t.entries[i].value
	}
	return s
}

// Found is key in d.
func (s DictSlot[K, V]) Found() bool { return s.at != nil }

// Get is d.get(key, otherwise).
func (s DictSlot[K, V]) Get(otherwise V) V {
	if s.at == nil {
		return otherwise
	}
	return *s.at
}

// At is d[key]; it raises KeyError, or stores the default of a defaultdict.
func (s DictSlot[K, V]) At() V {
	if s.at == nil {
		return s.d.missing(s.key)
	}
	return *s.at
}

// Set is d[key] = v.
func (s DictSlot[K, V]) Set(v V) {
	if s.at != nil {
		*s.at = v
		return
	}
	s.d.Set(s.key, v) // the default of a defaultdict may be there by now
}
