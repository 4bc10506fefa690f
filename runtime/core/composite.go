package core

import (
	"strings"
	"unsafe"
)

// composite is what a combiner with keys of a shape needs beside its table of strings.
type composite struct {
	shape   *keyShape
	scratch []byte
}

// write is the key at p as bytes: what is compared, and behind it what is said of its floats. They are good until
// the next call.
func (c *composite) write(p unsafe.Pointer) (k, floats string) {
	key := c.shape.write(c.scratch[:cap(c.scratch)], p)
	c.scratch = c.shape.appendFloats(key, p)
	all := unsafe.String(unsafe.SliceData(c.scratch), len(c.scratch))
	return all[:len(key)], all[len(key):]
}

// equalsNothing tells from what is said of a key's floats that the key is not even equal to itself.
func equalsNothing(floats string) bool {
	return len(floats) > 0 && strings.IndexByte(floats, notANumber) >= 0
}

// compositeSlot is slot for the composite key at p.
func (c *Combiner[K, V]) compositeSlot(p unsafe.Pointer) (*V, bool) {
	k, floats := c.composite.write(p)
	if equalsNothing(floats) {
		return c.strs.apart(k, hashString(k)), true
	}
	return c.strs.slot(k, hashString(k))
}

// compositeFind is the value of the composite key at p, or nil.
func (c *Combiner[K, V]) compositeFind(p unsafe.Pointer) *V {
	k, floats := c.composite.write(p)
	if equalsNothing(floats) {
		return nil
	}
	return c.strs.find(k, hashString(k))
}

// compositeKey is the i-th key, if keys are composite. Its strings are views of the table.
func (c *Combiner[K, V]) compositeKey(i int) (k K) {
	c.composite.shape.read(c.strs.key(i), c.strs.behind(i), unsafe.Pointer(&k))
	return k
}
