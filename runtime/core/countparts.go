package core

import "github.com/dstreamc/dstreamc/runtime/py"

// CountParts counts the parts of line.split(sep) of all lines, as the loop
//
//	for part := range SplitLines(lines, sep) {
//		c.Merge(part, 1, py.AddInt)
//	}
//
// does, but it has no calls for each part, and no part as a string until it is a key.
func CountParts(lines Lines, sep string, c *Combiner[string, int64]) {
	if lines.text == nil || len(sep) != 1 || sep == "\n" {
		for part := range SplitLines(lines, sep) {
			c.Merge(part, 1, py.AddInt)
		}
		return
	}
	lines.text.blocks(nil, func(b Block) bool {
		if b.cr {
			return eachAnyEnd(b.text, func(line string) bool {
				return splitLine(line, sep, func(part string) bool {
					c.Merge(part, 1, py.AddInt)
					return true
				})
			})
		}
		countParts(&partScanner{text: b.text, sep: sep[0]}, c)
		return true
	})
}

// CountFields is CountParts for line.split().
func CountFields(lines Lines, c *Combiner[string, int64]) {
	if lines.text == nil {
		for part := range FieldsOfLines(lines) {
			c.Merge(part, 1, py.AddInt)
		}
		return
	}
	lines.text.blocks(nil, func(b Block) bool { // line ends are white space, too
		countParts(&partScanner{text: b.text, white: true}, c)
		return true
	})
}

func countParts(p *partScanner, c *Combiner[string, int64]) {
	if c.strs.slots == nil {
		c.strs.resize(firstSlots)
	}
	for p.scan() {
		p.read()
		if c.strs.unsettled() {
			c.strs.countLate(p)
			c.thin(py.AddInt)
			continue
		}
		c.strs.count(p)
	}
}

// farIndex is from how many slots on a table is beyond a core's first cache.
const farIndex = 1 << 12

// count counts the parts of a window. First it reads the places in memory that it will look at. There they do not depend on each other,
// so that the processor waits for many at a time, where one has to know what one part is before one goes on to the next.
func (t *strTable) count(p *partScanner) {
	parts := p.parts[:p.n]
	slots, mask := t.slots, t.mask
	if len(slots) >= farIndex {
		for i := range parts {
			t.read += t.entries.at(int(max(slots[parts[i].hash&mask].entry, 1) - 1)).length
		}
	}
next:
	for k := range parts {
		part := &parts[k]
		i := part.hash & mask
		for ; slots[i].entry != 0; i = (i + 1) & mask {
			if slots[i].hash != part.hash {
				continue
			}
			at := int(slots[i].entry - 1)
			e := t.entries.at(at)
			if e.first() == part.first && int(e.length) == part.length && (part.length <= 8 || t.is(at, p.part(part), part.digest)) {
				e.val++
				continue next
			}
		}
		t.entries.at(t.append(p.part(part), part.digest, i)).val = 1
		slots, mask = t.slots, t.mask
	}
}
