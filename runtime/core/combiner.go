package core

import (
	"iter"
	"reflect"
	"unsafe"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Combiner is an insertion-ordered hash table from keys to combined values: the map side of reduceByKey and the
// like. Keys are equal as Python says (1, 1.0 and True are one key; the first seen stays). String and int keys, floats, bools,
// and tuples and Optionals of these have tables without allocation or boxing per record; the bytes of a string are copied
// when its key is first seen, so that a key never keeps its input in memory.
//
// The zero Combiner is empty and ready to use. It is not safe for concurrent use.
type Combiner[K, V any] struct {
	kind   keyKind
	small  bool // values lie in the entries of strs or ints
	strs   strTable
	ints   intTable
	objs   objTable[K]
	objAt  segments[uint32] // of keys of unknown type: where those of objs are among the entries
	holds  bool             // and whether some of them may be views of what they were made of
	vals   segments[V]      // where they do not
	recent *recent[K, V]

	composite composite
}

// keyKind is the table that a key type uses.
type keyKind uint8

const (
	unknownKey keyKind = iota
	strKey
	intKey
	compositeKey // in the table of strings
	anyKey       // of unknown type: strings in the table of strings, which has entries for the others, too
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
		if _, ok := any((*K)(nil)).(*any); ok {
			c.kind = anyKey
		} else if s := shapeOf[K](); s != nil {
			c.kind, c.composite.shape, c.strs.extra = compositeKey, s, s.floats
		}
	}
	var v V
	c.small = c.kind != objKey && unsafe.Sizeof(v) <= 8 && plain((*V)(nil))
}

// plain reports whether values of the type that it is given a pointer to hold no pointers.
//
// Generic functions name types to those that look at them by a nil pointer: a program compiles the generic functions that it
// calls, and with each mention of a reflect.Type the iterators over what that is made of. For the same reason these are not inlined.
//
//go:noinline
func plain(pointer any) bool { return plainType(pointee(pointer)) }

// pointee is the type that a pointer points to.
func pointee(pointer any) reflect.Type { return reflect.TypeOf(pointer).Elem() }

func plainType(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Bool, reflect.Int64, reflect.Float64, reflect.Uint8, reflect.Uint32, reflect.Int:
		return true
	case reflect.Struct:
		for i := range t.NumField() {
			if !plainType(t.Field(i).Type) {
				return false
			}
		}
		return true
	}
	return false
}

// Merge stores v under a new key k, or merge(old, v) under a known one.
func (c *Combiner[K, V]) Merge(k K, v V, merge func(V, V) V) {
	if r := c.recent; r != nil && r.n < maxRecent {
		r.keys[r.n], r.vals[r.n] = k, v
		r.n++
		return
	}
	c.mergeNow(k, v, merge)
}

// mergeNow is Merge where nothing can be put off.
func (c *Combiner[K, V]) mergeNow(k K, v V, merge func(V, V) V) {
	if c.recent != nil {
		c.catchUp(merge)
		c.Merge(k, v, merge)
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
	var i int
	switch c.kind {
	case strKey:
		s := *(*string)(unsafe.Pointer(&k))
		i, fresh = c.strs.slot(s, digestOf(s))
	case intKey:
		n := *(*int64)(unsafe.Pointer(&k))
		i, fresh = c.ints.slot(n, hashInt(n))
	case compositeKey:
		i, fresh = c.composite.slot(&c.strs, unsafe.Pointer(&k))
	case anyKey:
		i, fresh = c.anySlot(k)
	default:
		i, fresh = c.objs.slot(k)
	}
	if fresh && !c.small {
		return c.vals.add(), true
	}
	return c.val(i), fresh
}

// anySlot is the entry of a key of unknown type.
func (c *Combiner[K, V]) anySlot(k K) (i int, fresh bool) {
	if s, ok := any(k).(string); ok {
		return c.strs.slot(s, digestOf(s))
	}
	j, fresh := c.objs.slot(k)
	if !fresh {
		return int(*c.objAt.at(j)), false
	}
	switch any(k).(type) {
	case int64, float64, bool, py.NoneType:
	default:
		c.holds = true
	}
	i = c.strs.stand(uint32(j))
	*c.objAt.add() = uint32(i)
	return i, true
}

// val is the value of entry i.
func (c *Combiner[K, V]) val(i int) *V {
	switch {
	case !c.small:
		return c.vals.at(i)
	case c.kind == intKey:
		return (*V)(unsafe.Pointer(&c.ints.entries.at(i).val))
	}
	return (*V)(unsafe.Pointer(&c.strs.entries.at(i).val))
}

// close drops what only a search needs: after it nothing is merged any more, and no key looked for.
func (c *Combiner[K, V]) close() { c.strs.slots, c.ints.slots, c.objs.slots = nil, nil, nil }

// Put stores v under k, whatever was there.
func (c *Combiner[K, V]) Put(k K, v V) {
	p, _ := c.slot(k)
	*p = v
}

// Get is the value of k.
func (c *Combiner[K, V]) Get(k K) (v V, ok bool) {
	i := c.find(k)
	if i < 0 {
		return v, false
	}
	return *c.val(i), true
}

// find is the entry of k, or -1.
func (c *Combiner[K, V]) find(k K) int {
	switch c.kind {
	case strKey:
		s := *(*string)(unsafe.Pointer(&k))
		return c.strs.find(s, digestOf(s))
	case intKey:
		return c.ints.find(*(*int64)(unsafe.Pointer(&k)))
	case compositeKey:
		return c.composite.find(&c.strs, unsafe.Pointer(&k))
	case anyKey:
		if s, ok := any(k).(string); ok {
			return c.strs.find(s, digestOf(s))
		}
		if j := c.objs.find(k); j >= 0 {
			return int(*c.objAt.at(j))
		}
	case objKey:
		return c.objs.find(k)
	}
	return -1
}

// Len is the number of keys.
func (c *Combiner[K, V]) Len() int {
	if c.kind == anyKey {
		return c.strs.entries.n
	}
	return c.strs.entries.n + c.ints.entries.n + c.objs.keys.n
}

// Touched reports whether anything has ever been merged.
func (c *Combiner[K, V]) Touched() bool { return c.Len() > 0 || c.recent != nil && c.recent.n > 0 }

// All iterates over keys and values in the order in which the keys were first seen. String keys are views of the
// combiner's own copy.
func (c *Combiner[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for i := range c.Len() {
			if !yield(c.key(i), *c.val(i)) {
				return
			}
		}
	}
}

// key is the i-th key.
func (c *Combiner[K, V]) key(i int) (k K) {
	switch c.kind {
	case strKey:
		*(*string)(unsafe.Pointer(&k)) = c.strs.key(i)
	case intKey:
		*(*int64)(unsafe.Pointer(&k)) = c.ints.entries.at(i).key
	case compositeKey:
		c.composite.shape.read(c.strs.key(i), c.strs.behind(i), unsafe.Pointer(&k))
	case anyKey:
		if j, ok := c.strs.standsFor(i); ok {
			return *c.objs.keys.at(j)
		}
		*(*any)(unsafe.Pointer(&k)) = c.strs.key(i)
	default:
		return *c.objs.keys.at(i)
	}
	return k
}

// slotFrom is slot for the i-th key of another combiner, without hashing it anew.
func slotFrom[K, V, W any](c *Combiner[K, V], o *Combiner[K, W], i int) (p *V, fresh bool) {
	if c.kind == strKey || c.kind == compositeKey && !equalsNothing(o.strs.behind(i)) || c.kind == anyKey && o.strs.isKey(i) {
		j, fresh := c.strs.slot(o.strs.key(i), o.strs.digest(i))
		if fresh && !c.small {
			return c.vals.add(), true
		}
		return c.val(j), fresh
	}
	return c.slot(o.key(i))
}

// mergeFrom merges the i-th entry of another combiner.
func (c *Combiner[K, V]) mergeFrom(o *Combiner[K, V], i int, merge func(V, V) V) {
	v := *o.val(i)
	if p, fresh := slotFrom(c, o, i); fresh {
		*p = v
	} else {
		*p = merge(*p, v)
	}
}

// looksVary reports whether equal keys may differ to the eye, as 1 and True do, or zeros of both signs.
func (c *Combiner[K, V]) looksVary() bool {
	return c.kind == objKey || c.kind == anyKey || c.kind == compositeKey && c.composite.shape.floats > 0
}

// mergeAll merges another combiner in its order.
func (c *Combiner[K, V]) mergeAll(o *Combiner[K, V], merge func(V, V) V) {
	if c.kind == strKey {
		c.mergeStrings(o, merge)
		return
	}
	for i := range o.Len() {
		c.mergeFrom(o, i, merge)
	}
}
