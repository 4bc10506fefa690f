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

// slot is that of a table of strings for the composite key at p.
func (c *composite) slot(t *strTable, p unsafe.Pointer) (i int, fresh bool) {
	k, floats := c.write(p)
	if equalsNothing(floats) {
		return t.apart(k, digestOf(k)), true
	}
	return t.slot(k, digestOf(k))
}

// find is the entry of the composite key at p in a table of strings, or -1.
func (c *composite) find(t *strTable, p unsafe.Pointer) int {
	k, floats := c.write(p)
	if equalsNothing(floats) {
		return -1
	}
	return t.find(k, digestOf(k))
}
