package py

// DictSlot is the place of a key in a dict, for what is read there and stored at once: nothing else changes the dict meanwhile.
type DictSlot[K, V any] struct {
	d    *Dict[K, V]
	key  K
	hash uint64
	i    int // of the entry, or -1
}

// SlotOf looks for the key of d[key].
func SlotOf[K, V any](d *Dict[K, V], key K) DictSlot[K, V] {
	h := tableHash(key)
	return DictSlot[K, V]{d, key, h, d.t.find(key, h)}
}

// Found is key in d.
func (s *DictSlot[K, V]) Found() bool { return s.i >= 0 }

// Get is d.get(key, otherwise).
func (s *DictSlot[K, V]) Get(otherwise V) V {
	if s.i < 0 {
		return otherwise
	}
	return s.d.t.entries[s.i].value
}

// At is d[key]; it raises KeyError, or stores the default of a defaultdict.
func (s *DictSlot[K, V]) At() V {
	if s.i < 0 {
		return s.missing()
	}
	return s.d.t.entries[s.i].value
}

func (s *DictSlot[K, V]) missing() V {
	v := s.d.missing(s.key)
	s.i = s.d.t.find(s.key, s.hash)
	return v
}

// Set is d[key] = v.
func (s *DictSlot[K, V]) Set(v V) {
	if s.i < 0 {
		s.d.t.insert(s.key, v, s.hash)
		return
	}
	s.d.t.entries[s.i].value = v
}
