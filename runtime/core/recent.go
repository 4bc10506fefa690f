package core

import "unsafe"

// recent are the records that a combiner has been given and not yet merged. A stage without effects may run ahead of the merging: then
// the hashes of many keys are computed first and the tables are searched for all of them after that, so that the processor
// waits for several places in memory at a time. In tables that do not fit into its caches that is most of the time.
type recent[K, V any] struct {
	n       int
	keys    [maxRecent]K
	vals    [maxRecent]V
	digests [maxRecent]digest
	found   [maxRecent]int32 // entries
}

const maxRecent = 256

// newAhead makes a combiner whose records are merged when there are many, or by [Combiner.catchUp].
func newAhead[K, V any]() *Combiner[K, V] {
	c := NewCombiner[K, V]()
	if c.kind == strKey || c.kind == intKey {
		c.recent = new(recent[K, V])
	}
	if c.kind == strKey {
		c.strs.late = true
	}
	return c
}

// mergedAhead is the combiner of all records of some, which [newAhead] made, in their order. No key is looked for in it.
func mergedAhead[K, V any](parts []*Combiner[K, V], merge func(V, V) V) *Combiner[K, V] {
	total, sum, must := parts[0], 0, false
	for _, c := range parts {
		c.catchUp(merge)
		c.recent, c.strs.late = nil, false
		must = must || c.strs.unsettled()
		sum += c.Len()
	}
	if must || total.kind == strKey && len(parts) > 1 && sum >= bigIndex/2 {
		settle(parts, merge, numWorkers())
		return total
	}
	for _, c := range parts[1:] {
		total.mergeAll(c, merge)
	}
	return total
}

// catchUp merges the recent records in their order.
func (c *Combiner[K, V]) catchUp(merge func(V, V) V) {
	r := c.recent
	if r == nil {
		return
	}
	n := r.n
	r.n = 0
	switch c.kind {
	case strKey:
		c.catchUpStrings((*[maxRecent]string)(unsafe.Pointer(&r.keys))[:n], merge)
		c.thin(merge)
	case intKey:
		keys := (*[maxRecent]int64)(unsafe.Pointer(&r.keys))[:n]
		c.ints.look(keys, &r.found)
		for i, k := range keys {
			at, fresh := int(r.found[i]), false
			if at < 0 {
				at, fresh = c.ints.slot(k, hashInt(k))
			}
			c.mergeAt(at, fresh, r.vals[i], merge)
		}
	}
}

func (c *Combiner[K, V]) catchUpStrings(keys []string, merge func(V, V) V) {
	r := c.recent
	digestAll(keys, &r.digests)
	c.strs.look(keys, &r.digests, &r.found)
	for i, k := range keys {
		if at := r.found[i]; at >= 0 && c.small {
			p := (*V)(unsafe.Pointer(&c.strs.entries.at(int(at)).val))
			*p = merge(*p, r.vals[i])
			continue
		}
		at, fresh := int(r.found[i]), false
		if at < 0 {
			at, fresh = c.strs.slotLate(k, r.digests[i])
		}
		c.mergeAt(at, fresh, r.vals[i], merge)
	}
}

// mergeStrings is mergeAll for string keys, which are searched for many at once.
func (c *Combiner[K, V]) mergeStrings(o *Combiner[K, V], merge func(V, V) V) {
	r := new(recent[string, struct{}])
	for lo := 0; lo < o.Len(); lo += maxRecent {
		n := min(o.Len()-lo, maxRecent)
		readStrings(&r.keys, &r.digests, &o.strs, lo, n)
		c.strs.look(r.keys[:n], &r.digests, &r.found)
		for i, at := range r.found[:n] {
			j, fresh := int(at), false
			if at < 0 {
				j, fresh = c.strs.slot(r.keys[i], r.digests[i])
			}
			c.mergeAt(j, fresh, *o.val(lo + i), merge)
		}
	}
}

// readStrings reads n keys of a table, and what they are looked up by.
func readStrings(keys *[maxRecent]string, digests *[maxRecent]digest, t *strTable, lo, n int) {
	for i := range n {
		keys[i], digests[i] = t.key(lo+i), t.digest(lo+i)
	}
}

// look searches for many keys at once: found gets the entry of each, or -1 for one that is not there or not sure to be.
func (c *Combiner[K, V]) look(keys []K, found *[maxRecent]int32) {
	switch c.kind {
	case strKey:
		strs := unsafe.Slice((*string)(unsafe.Pointer(unsafe.SliceData(keys))), len(keys))
		var digests [maxRecent]digest
		digestAll(strs, &digests)
		c.strs.look(strs, &digests, found)
	case intKey:
		c.ints.look(unsafe.Slice((*int64)(unsafe.Pointer(unsafe.SliceData(keys))), len(keys)), found)
	default:
		for i := range keys {
			found[i] = -1
		}
	}
}

func digestAll(keys []string, digests *[maxRecent]digest) {
	for i, k := range keys {
		digests[i] = digestOf(k)
	}
}

// look searches for many keys: found gets the entry of each, or -1 for one that is not there or not sure to be. Each loop
// does so little that the processor has several turns of it in work, and as many places of memory on the way.
func (t *strTable) look(keys []string, digests *[maxRecent]digest, found *[maxRecent]int32) {
	if t.entries.n == 0 {
		for i := range keys {
			found[i] = -1
		}
		return
	}
	if len(t.slots) >= bigIndex || t.unsettled() {
		var hashes [maxRecent]uint32
		for i := range keys {
			hashes[i] = digests[i].hash
		}
		readAhead(&t.index, &t.entries, hashes[:len(keys)])
	}
	var places [maxRecent]slot
	slots, mask := t.slots, t.mask
	for i := range keys {
		hash := digests[i].hash
		j := hash & mask
		s := slots[j]
		for s.hash != hash && s.entry != 0 {
			j = (j + 1) & mask
			s = slots[j]
		}
		places[i] = s
	}
	for i, k := range keys {
		d, s := digests[i], places[i]
		at := max(s.entry, 1) - 1 // an empty place looks at some entry, too
		e := t.entries.at(int(at))
		short := uint64(int64(len(k)-maxHead-1) >> 63) // all bits, or none for a key that does not lie in its entry
		differs := e.first() ^ d.first | (e.second()^d.second)&short | uint64(e.length^uint32(len(k))) | uint64(s.hash^d.hash)
		if found[i] = int32(at); differs != 0 {
			found[i] = -1
		}
	}
	for i, k := range keys {
		if len(k) > maxHead && found[i] >= 0 && t.key(int(found[i])) != k {
			found[i] = -1
		}
	}
}

// look is that of strTable.
func (t *intTable) look(keys []int64, found *[maxRecent]int32) {
	if t.entries.n == 0 {
		for i := range keys {
			found[i] = -1
		}
		return
	}
	if len(t.slots) >= bigIndex {
		var hashes [maxRecent]uint32
		for i, k := range keys {
			hashes[i] = hashInt(k)
		}
		readAhead(&t.index, &t.entries, hashes[:len(keys)])
	}
	var places [maxRecent]slot
	slots, mask := t.slots, t.mask
	for i, k := range keys {
		hash := hashInt(k)
		j := hash & mask
		s := slots[j]
		for s.hash != hash && s.entry != 0 {
			j = (j + 1) & mask
			s = slots[j]
		}
		places[i] = s
	}
	for i, k := range keys {
		at := max(places[i].entry, 1) - 1
		if found[i] = int32(at); t.entries.at(int(at)).key != k {
			found[i] = -1
		}
	}
}

// mergeAt merges v into entry i.
func (c *Combiner[K, V]) mergeAt(i int, fresh bool, v V, merge func(V, V) V) {
	if fresh && !c.small {
		*c.vals.add() = v
		return
	}
	if p := c.val(i); fresh {
		*p = v
	} else {
		*p = merge(*p, v)
	}
}
