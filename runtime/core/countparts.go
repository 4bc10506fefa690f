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
		c.countParts(&partScanner{text: b.text, sep: sep[0]})
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
		c.countParts(&partScanner{text: b.text, white: true})
		return true
	})
}

func (c *Combiner[K, V]) countParts(p *partScanner) {
	if c.strs.slots == nil {
		c.strs.resize(firstSlots)
	}
	for p.scan() {
		if len(c.strs.slots) >= bigIndex {
			c.strs.readAhead(p)
		}
		c.strs.count(p)
	}
}

// readAhead reads the places in memory that count will look at. Here they do not depend on each other, so that the processor waits for many
// at a time, where count has to know what one part is before it goes on to the next.
func (t *strTable) readAhead(p *partScanner) {
	var hashes [window + 8]uint32
	start := p.start
	for i, end := range p.ends[:p.n] {
		length := p.at + int(end) - start
		hashes[i] = p.digest(start, length).hash
		start += length + 1
	}
	readAhead(&t.index, &t.entries, hashes[:p.n])
}

// count counts the parts of a window.
func (t *strTable) count(p *partScanner) {
	start := p.start
	slots, mask := t.slots, t.mask
next:
	for _, end := range p.ends[:p.n] {
		from, length := start, p.at+int(end)-start
		start += length + 1
		if length == 0 && p.white {
			continue
		}
		d := p.digest(from, length)
		i := d.hash & mask
		for ; slots[i].entry != 0; i = (i + 1) & mask {
			if slots[i].hash != d.hash {
				continue
			}
			e := t.entries.at(int(slots[i].entry - 1))
			if e.first() == d.first && int(e.length) == length && (length <= 8 || t.is(int(slots[i].entry-1), p.text[from:from+length], d)) {
				e.val++
				continue next
			}
		}
		t.entries.at(t.append(p.text[from:from+length], d, i)).val = 1
		slots, mask = t.slots, t.mask
	}
	p.start = start
}
