package core

import "slices"

// A table that is larger than the caches waits for memory twice for each record: for the place in the index, and for the entry. Where
// most keys are new ones that only finds that they are not there. So a table of strings that has grown so large no longer enters new
// keys into its index. It appends an entry for each record whose key it does not find, which is to write memory in its order; the keys
// that are in the index by then, among them mostly the frequent ones, are found as before. The price is that a key can have several
// entries, its doubles. They are found and merged when all is read, by settle, in an order that is kind to the caches.
//
// That pays as long as most of what is appended is new. A sample of the hashes says whether it is; if it is not, the table is
// settled, and goes on as one that has all its keys in the index.

// doubles is what a table knows of those that it may have.
type doubles struct {
	from   int      // the first entry that is not in the index
	sample []uint32 // hashes of the entries from there on that are in the sample
	check  int      // with how many entries the sample is looked at
	many   bool     // they are so many that the table has to be settled

	// filter has a bit for the lowest bits of each hash in the index. It is so much smaller that a key which is not in the index is mostly
	// known not to be without waiting.
	filter []uint64

	// Of the parts of a window of text, the numbers of those that may be in the index, and 1 for each of these.
	maybe [window + 8]uint16
	known [window + 8]uint8
}

// sampling is of how many hashes one is in the sample. It is chosen by its value, so that the sample says how many there are.
const sampling = 256

func inSample(hash uint32) bool { return hash/sampling%sampling == 0 }

// isDouble takes note of an entry that has been appended, and reports whether it stays out of the index, as it can be a double.
func (t *strTable) isDouble(hash uint32) bool {
	n, d := t.entries.n, t.doubles
	if d == nil {
		if len(t.slots)*2 < bigIndex || n*2 <= len(t.slots) {
			return false
		}
		d = newDoubles(n-1, t.slots)
		t.doubles = d
	}
	if inSample(hash) {
		d.sample = append(d.sample, hash)
	}
	if n >= d.check {
		d.count(n)
	}
	return true
}

// newDoubles begins with a table of n entries.
func newDoubles(n int, slots []slot) *doubles {
	d := &doubles{from: n, check: 2 * n, filter: make([]uint64, len(slots)/8)}
	for _, s := range slots {
		if s.entry > 0 {
			d.filter[d.word(s.hash)] |= 1 << (s.hash & 63)
		}
	}
	return d
}

func (d *doubles) word(hash uint32) uint32 { return hash >> 6 & uint32(len(d.filter)-1) }

// may is 1 for a hash that may be in the index, and else 0.
func (d *doubles) may(hash uint32) uint8 { return uint8(d.filter[d.word(hash)] >> (hash & 63) & 1) }

// count looks at the sample of a table with n entries.
func (d *doubles) count(n int) {
	hashes := slices.Clone(d.sample)
	slices.Sort(hashes)
	keys := d.from + sampling*len(slices.Compact(hashes))
	most := keys + keys/3
	d.many = n > most
	d.check = max(most, n+n/8)
}

// unsettled reports whether a key can have more than one entry.
func (t *strTable) unsettled() bool { return t.doubles != nil }

// slotLate is slot, with a look at the filter.
func (t *strTable) slotLate(k string, d digest) (i int, fresh bool) {
	if t.unsettled() && t.doubles.may(d.hash) == 0 {
		return t.append(k, d, 0), true
	}
	return t.slot(k, d)
}

// thin settles the table if it has too many doubles. Then it has none until the end.
func (c *Combiner[K, V]) thin(merge func(V, V) V) {
	if d := c.strs.doubles; d != nil && d.many {
		settle([]*Combiner[K, V]{c}, merge, 1)
		c.strs.reindex()
	}
}

// countLate is count for a table that does not enter keys into its index any more.
func (t *strTable) countLate(p *partScanner) {
	d, parts := t.doubles, p.parts[:p.n]
	maybe := d.maybe[:d.sift(parts)]
	for _, i := range maybe {
		t.read += t.entries.at(int(max(t.slots[parts[i].hash&t.mask].entry, 1) - 1)).length
	}
	for _, i := range maybe {
		if e := t.part(p, &parts[i]); e != nil {
			e.val++
		} else {
			d.known[i] = 0
		}
	}
	fresh, n := d.maybe[:], 0
	for i := range parts {
		fresh[n] = uint16(i)
		n += int(1 - d.known[i])
	}
	for _, i := range fresh[:n] {
		t.entries.at(t.append(p.part(&parts[i]), parts[i].digest, 0)).val = 1
	}
}

// sift gives the number of the parts of a window that may be in the index.
func (d *doubles) sift(parts []textPart) (maybe int) {
	for i := range parts {
		may := d.may(parts[i].hash)
		d.known[i], d.maybe[maybe] = may, uint16(i)
		maybe += int(may)
	}
	return maybe
}

// part is the entry of a part, or nil if it has none in the index.
func (t *strTable) part(p *partScanner, part *textPart) *strEntry {
	for i := part.hash & t.mask; t.slots[i].entry != 0; i = (i + 1) & t.mask {
		if t.slots[i].hash != part.hash {
			continue
		}
		at := int(t.slots[i].entry - 1)
		e := t.entries.at(at)
		if e.first() == part.first && int(e.length) == part.length && (part.length <= 8 || t.is(at, p.part(part), part.digest)) {
			return e
		}
	}
	return nil
}
