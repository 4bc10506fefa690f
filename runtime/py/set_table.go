package py

// setTable is CPython's set, probe for probe, because the order of a set is the order of its table.
type setTable[T any] struct {
	slots  []setSlot[T] // the size is a power of two, at least minSet; nil until the first element
	fill   int          // slots that are or were in use
	used   int
	finger int // where pop looks next
}

type setSlot[T any] struct {
	item  T
	hash  int64
	state slotState
}

type slotState uint8

const (
	slotEmpty slotState = iota
	slotLive
	slotDummy // deleted
)

const (
	minSet       = 8
	linearProbes = 9
	perturbShift = 5
)

// probe calls visit with slots in CPython's order until it returns true.
func probe(hash int64, mask int, visit func(slot int) bool) {
	perturb := uint64(hash)
	i := int(uint64(hash) & uint64(mask))
	for {
		last := i
		if i+linearProbes <= mask {
			last = i + linearProbes
		}
		for slot := i; slot <= last; slot++ {
			if visit(slot) {
				return
			}
		}
		perturb >>= perturbShift
		i = int((uint64(i)*5 + 1 + perturb) & uint64(mask))
	}
}

// find is the slot of the item, or -1.
func (t *setTable[T]) find(x T, hash int64) int {
	if t.slots == nil {
		return -1
	}
	at, _, _ := t.seek(x, hash)
	return at
}

// seek gives the slot of the item. If that is -1, free is the slot that ends the search, and dummy the last one before it that was in use,
// or -1. The table has slots.
func (t *setTable[T]) seek(x T, hash int64) (at, free, dummy int) {
	switch t := any(t).(type) {
	case *setTable[int64]:
		return seekExact(t, any(x).(int64), hash)
	case *setTable[string]:
		return seekExact(t, any(x).(string), hash)
	}
	at, free, dummy = -1, -1, -1
	probe(hash, len(t.slots)-1, func(i int) bool {
		s := &t.slots[i]
		switch {
		case s.state == slotEmpty:
			free = i
			return true
		case s.state == slotDummy:
			dummy = i
		case s.hash == hash && sameKey(s.item, x):
			at = i
			return true
		}
		return false
	})
	return at, free, dummy
}

// seekExact is seek for items whose == is Go's.
func seekExact[T comparable](t *setTable[T], x T, hash int64) (at, free, dummy int) {
	dummy = -1
	mask := len(t.slots) - 1
	perturb := uint64(hash)
	i := int(uint64(hash) & uint64(mask))
	for {
		last := i
		if i+linearProbes <= mask {
			last = i + linearProbes
		}
		for slot := i; slot <= last; slot++ {
			s := &t.slots[slot]
			switch {
			case s.state == slotEmpty:
				return -1, slot, dummy
			case s.state == slotDummy:
				dummy = slot
			case s.hash == hash && s.item == x:
				return slot, -1, -1
			}
		}
		perturb >>= perturbShift
		i = int((uint64(i)*5 + 1 + perturb) & uint64(mask))
	}
}

// add inserts the item unless it is there.
func (t *setTable[T]) add(x T, hash int64) {
	if t.slots == nil {
		t.slots = make([]setSlot[T], minSet)
	}
	at, free, dummy := t.seek(x, hash)
	if at >= 0 {
		return
	}
	t.used++
	if dummy >= 0 {
		t.slots[dummy] = setSlot[T]{x, hash, slotLive}
		return
	}
	t.slots[free] = setSlot[T]{x, hash, slotLive}
	t.fill++
	if t.fill*5 >= (len(t.slots)-1)*3 {
		t.grow()
	}
}

func (t *setTable[T]) grow() {
	if t.used > 50000 {
		t.resize(t.used * 2)
	} else {
		t.resize(t.used * 4)
	}
}

// resize makes a table of more than n slots and puts the items there in the order of the old one.
func (t *setTable[T]) resize(n int) {
	size := minSet
	for size <= n {
		size *= 2
	}
	old := t.slots
	t.slots = make([]setSlot[T], size)
	t.fill = t.used
	for i := range old {
		if old[i].state == slotLive {
			t.insertClean(old[i])
		}
	}
}

// insertClean places an item that is not in the table, which has no dummies.
func (t *setTable[T]) insertClean(s setSlot[T]) {
	probe(s.hash, len(t.slots)-1, func(i int) bool {
		if t.slots[i].state != slotEmpty {
			return false
		}
		t.slots[i] = s
		return true
	})
}

// merge adds the items of another table.
func (t *setTable[T]) merge(o *setTable[T]) {
	if t == o || o.used == 0 {
		return
	}
	if t.slots == nil {
		t.slots = make([]setSlot[T], minSet)
	}
	if (t.fill+o.used)*5 >= (len(t.slots)-1)*3 {
		t.resize((t.used + o.used) * 2)
	}
	if t.fill == 0 && len(t.slots) == len(o.slots) && o.fill == o.used {
		copy(t.slots, o.slots)
		t.fill, t.used = o.fill, o.used
		return
	}
	clean := t.fill == 0
	if clean {
		t.fill, t.used = o.used, o.used
	}
	for i := range o.slots {
		switch s := o.slots[i]; {
		case s.state != slotLive:
		case clean:
			t.insertClean(s)
		default:
			t.add(s.item, s.hash)
		}
	}
}

// reserve makes room for n more items, as CPython does before it adds the keys of a dict.
func (t *setTable[T]) reserve(n int) {
	if t.slots == nil {
		t.slots = make([]setSlot[T], minSet)
	}
	if (t.fill+n)*5 >= (len(t.slots)-1)*3 {
		t.resize((t.used + n) * 2)
	}
}

// discard removes the item; it reports whether it was there.
func (t *setTable[T]) discard(x T, hash int64) bool {
	i := t.find(x, hash)
	if i < 0 {
		return false
	}
	t.bury(i)
	return true
}

func (t *setTable[T]) bury(i int) {
	t.slots[i] = setSlot[T]{hash: -1, state: slotDummy}
	t.used--
}

// trim drops the dummies if they are more than a quarter.
func (t *setTable[T]) trim() {
	if t.slots != nil && t.fill-t.used > (len(t.slots)-1)/4 {
		t.grow()
	}
}

// pop removes the next item, from where the last pop ended; the table is not empty.
func (t *setTable[T]) pop() T {
	mask := len(t.slots) - 1
	i := t.finger & mask
	for t.slots[i].state != slotLive {
		i = (i + 1) & mask
	}
	x := t.slots[i].item
	t.bury(i)
	t.finger = i + 1
	return x
}
