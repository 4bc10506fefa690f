package py

// iter(x) of containers: these iterators need no coroutine, and know from the beginning how large the container was.

// ListIter is iter(l): it sees what is appended meanwhile, until it has come to the end.
func ListIter[T any](l *List[T]) *Iter[T] {
	i := 0
	return NewIterFunc("list_iterator", func() (x T, ok bool) {
		if l == nil || i >= len(l.v) {
			l = nil
			return x, false
		}
		x = l.v[i]
		i++
		return x, true
	})
}

// DictIter is iter(d).
func DictIter[K, V any](d *Dict[K, V]) *Iter[K] {
	return entryIter(d, "dict_keyiterator", func(k K, _ V) K { return k })
}

// CounterIter is iter(c).
func CounterIter[T any](c *Counter[T]) *Iter[T] { return DictIter(c.Dict) }

// entryIter is an iterator over what of makes of the entries of a dict. It raises RuntimeError if the dict changes size meanwhile.
func entryIter[K, V, T any](d *Dict[K, V], name string, of func(K, V) T) *Iter[T] {
	i, used := 0, d.t.used
	left := used
	return NewIterFunc(name, func() (x T, ok bool) {
		if d == nil {
			return x, false
		}
		if d.t.used != used {
			used = -1 // and so it goes on
			throw(RuntimeError, dictChangedSize)
		}
		for i < len(d.t.entries) && d.t.entries[i].deleted {
			i++
		}
		if i >= len(d.t.entries) {
			d = nil
			return x, false
		}
		if left == 0 {
			throw(RuntimeError, dictChangedKeys)
		}
		e := &d.t.entries[i]
		i++
		left--
		return of(e.key, e.value), true
	})
}

// entryIterNames are the types of what iterates over views.
var entryIterNames = map[string]string{"dict_keys": "dict_keyiterator", "dict_values": "dict_valueiterator", "dict_items": "dict_itemiterator"}

// pairsIter is iter(d.items()) boxed.
func (d *Dict[K, V]) pairsIter() *Iter[Tuple2[any, any]] {
	return entryIter(d, "", func(k K, v V) Tuple2[any, any] { return T2(Box(k), Box(v)) })
}

// KeysIter is iter(d.keys()).
func KeysIter[K any](v *KeysView[K]) *Iter[K] { return v.begin() }

// ValuesIter is iter(d.values()).
func ValuesIter[V any](v *ValuesView[V]) *Iter[V] { return v.begin() }

// ItemsIter is iter(d.items()).
func ItemsIter[K, V any](v *ItemsView[K, V]) *Iter[Tuple2[K, V]] { return v.begin() }

// SetIter is iter(s). It raises RuntimeError if the set changes size meanwhile.
func SetIter[T any](s *Set[T]) *Iter[T] {
	i, used := 0, s.t.used
	return NewIterFunc("set_iterator", func() (x T, ok bool) {
		if s == nil {
			return x, false
		}
		if s.t.used != used {
			used = -1
			throw(RuntimeError, "Set changed size during iteration")
		}
		for ; i < len(s.t.slots); i++ {
			if s.t.slots[i].state == slotLive {
				i++
				return s.t.slots[i-1].item, true
			}
		}
		s = nil
		return x, false
	})
}

// DequeIter is iter(d). It raises RuntimeError if the deque changes meanwhile.
func DequeIter[T any](d *Deque[T]) *Iter[T] {
	i, state := 0, d.state
	left := d.n
	return NewIterFunc("_collections._deque_iterator", func() (x T, ok bool) {
		if d.state != state {
			left = 0
			throw(RuntimeError, dequeMutated)
		}
		if left == 0 {
			return x, false
		}
		x = *d.slot(i)
		i++
		left--
		return x, true
	})
}

// containerIter are the containers that iter(x) has an iterator of its own for.
type containerIter interface{ beginAny() any }

func (l *List[T]) beginAny() any    { return ListIter(l) }
func (d *Dict[K, V]) beginAny() any { return DictIter(d) }
func (v view[T]) beginAny() any     { return v.begin() }
func (s *Set[T]) beginAny() any     { return SetIter(s) }
func (d *Deque[T]) beginAny() any   { return DequeIter(d) }
