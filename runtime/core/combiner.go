package core

import (
	"iter"
	"unsafe"
)

// Combiner is an insertion-ordered hash table from keys to combined values: the map side of reduceByKey and the
// like. Keys are equal as Python says (1, 1.0 and True are one key; the first seen stays). String and int keys, floats, bools,
// and tuples and Optionals of these have tables without allocation or boxing per record; the bytes of a string are copied
// when its key is first seen, so that a key never keeps its input in memory.
//
// The zero Combiner is empty and ready to use. It is not safe for concurrent use.
type Combiner[K, V any] struct {
	kind keyKind
	strs strTable[V]
	ints intTable[V]
	objs objTable[K, V]

	composite composite
}

// keyKind is the table that a key type uses.
type keyKind uint8

const (
	unknownKey keyKind = iota
	strKey
	intKey
	compositeKey // in the table of strings
	objKey
)

// NewCombiner makes an empty combiner.
func NewCombiner[K, V any]() *Combiner[K, V] {
	c := &Combiner[K, V]{}
	c.choose()
	return c
}

// choose finds the table for the key type.
func (c *Combiner[K, V]) choose() {
	var k K
	switch any(k).(type) {
	case string:
		c.kind = strKey
	case int64:
		c.kind = intKey
	default:
		c.kind = objKey
		if s := shapeOf[K](); s != nil {
			c.kind, c.composite.shape, c.strs.extra = compositeKey, s, s.floats
		}
	}
}

// Merge stores v under a new key k, or merge(old, v) under a known one.
func (c *Combiner[K, V]) Merge(k K, v V, merge func(V, V) V) {
	if c.kind == strKey {
		s := *(*string)(unsafe.Pointer(&k))
		if p, fresh := c.strs.slot(s, hashString(s)); fresh {
			*p = v
		} else {
			*p = merge(*p, v)
		}
		return
	}
	if p, fresh := c.slot(k); fresh {
		*p = v
	} else {
		*p = merge(*p, v)
	}
}

// slot finds the value of k, or makes room for it: fresh tells which. The pointer is good until the next call.
func (c *Combiner[K, V]) slot(k K) (p *V, fresh bool) {
	if c.kind == unknownKey {
		c.choose()
	}
	switch c.kind {
	case strKey:
		s := *(*string)(unsafe.Pointer(&k))
		return c.strs.slot(s, hashString(s))
	case intKey:
		return c.ints.slot(*(*int64)(unsafe.Pointer(&k)))
	case compositeKey:
		return c.compositeSlot(unsafe.Pointer(&k))
	}
	return c.objs.slot(k)
}

// Put stores v under k, whatever was there.
func (c *Combiner[K, V]) Put(k K, v V) {
	p, _ := c.slot(k)
	*p = v
}

// Get is the value of k.
func (c *Combiner[K, V]) Get(k K) (v V, ok bool) {
	var p *V
	switch c.kind {
	case strKey:
		s := *(*string)(unsafe.Pointer(&k))
		p = c.strs.find(s, hashString(s))
	case intKey:
		p = c.ints.find(*(*int64)(unsafe.Pointer(&k)))
	case compositeKey:
		p = c.compositeFind(unsafe.Pointer(&k))
	case objKey:
		p = c.objs.find(k)
	}
	if p == nil {
		return v, false
	}
	return *p, true
}

// Len is the number of keys.
func (c *Combiner[K, V]) Len() int {
	return len(c.strs.entries) + len(c.ints.entries) + len(c.objs.entries)
}

// All iterates over keys and values in the order in which the keys were first seen. String keys are views of the
// combiner's own copy.
func (c *Combiner[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for i := range c.Len() {
			k, p := c.at(i)
			if !yield(k, *p) {
				return
			}
		}
	}
}

// at is the i-th entry.
func (c *Combiner[K, V]) at(i int) (k K, p *V) {
	switch c.kind {
	case strKey:
		s := c.strs.key(i)
		return *(*K)(unsafe.Pointer(&s)), &c.strs.entries[i].val
	case intKey:
		e := &c.ints.entries[i]
		return *(*K)(unsafe.Pointer(&e.key)), &e.val
	case compositeKey:
		return c.compositeKey(i), &c.strs.entries[i].val
	}
	e := &c.objs.entries[i]
	return e.key, &e.val
}

// slotFrom is slot for the i-th key of another combiner, without hashing it anew.
func (c *Combiner[K, V]) slotFrom(o *Combiner[K, V], i int) (p *V, fresh bool) {
	if c.kind == strKey || c.kind == compositeKey && !equalsNothing(o.strs.behind(i)) {
		return c.strs.slot(o.strs.key(i), o.strs.entries[i].hash)
	}
	return c.slot(o.key(i))
}

// mergeFrom merges the i-th entry of another combiner.
func (c *Combiner[K, V]) mergeFrom(o *Combiner[K, V], i int, merge func(V, V) V) {
	_, v := o.at(i)
	if p, fresh := c.slotFrom(o, i); fresh {
		*p = *v
	} else {
		*p = merge(*p, *v)
	}
}

// key is the i-th key.
func (c *Combiner[K, V]) key(i int) K {
	k, _ := c.at(i)
	return k
}

// looksVary reports whether equal keys may differ to the eye, as 1 and True do, or zeros of both signs.
func (c *Combiner[K, V]) looksVary() bool {
	return c.kind == objKey || c.kind == compositeKey && c.composite.shape.floats > 0
}

// mergeAll merges another combiner in its order.
func (c *Combiner[K, V]) mergeAll(o *Combiner[K, V], merge func(V, V) V) {
	for i := range o.Len() {
		c.mergeFrom(o, i, merge)
	}
}
