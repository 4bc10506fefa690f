package core

import (
	"slices"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// stateEdit makes the next version of a table in place: first the keys of a batch are touched, then each row that is to be asked is
// set. It is taken back unless it is finished.
type stateEdit[K, S any] struct {
	from    *States[K, S]
	table   *stateTable[K, S]
	own     bool // the table was made for this edit
	start   int  // rows from here on are new
	live    int
	touched []uint32 // rows, in the order in which their keys were touched
	active  []uint32 // rows to ask in the next batch
	undo    []undoneState[S]
}

// edit begins the next version; s may be nil, for no states. Where the table is being read, or is not this version's own, it works on a copy.
func (s *States[K, S]) edit() *stateEdit[K, S] {
	if s == nil {
		s = NewStates[K, S]()
	}
	t := s.readable()
	e := &stateEdit[K, S]{from: s, table: t, live: s.live}
	if t.shared || t.readers > 0 {
		e.table, e.own = t.compacted(), true
	}
	e.start = e.table.rows.n
	return e
}

// touch is the position of a key in the batch, from 0 on, in the order in which keys are touched.
func (e *stateEdit[K, S]) touch(k K) int {
	t := e.table
	at, fresh := t.rowOf.slot(k)
	if fresh {
		return e.begin(at, uint32(t.rowOf.Len()-1))
	}
	return e.touchKnown(at, k)
}

// touchLive is touch for a key that has a state in the version before; -1 for any other.
func (e *stateEdit[K, S]) touchLive(k K) int {
	at := e.table.rowOf.find(k)
	if at < 0 {
		return -1
	}
	i := *e.table.rowOf.val(at)
	row := e.table.rows.at(int(i))
	switch {
	case int(i) >= e.start || row.mark&dead != 0:
		return -1
	case row.mark != 0:
		return int(row.mark) - 1
	}
	return e.mark(i, row)
}

// touchKnown is touch for a key that rowOf has; at is its row there.
func (e *stateEdit[K, S]) touchKnown(at *uint32, k K) int {
	t := e.table
	row := t.rows.at(int(*at))
	switch {
	case row.mark&^dead != 0:
		return int(row.mark&^dead) - 1
	case row.mark == 0:
		return e.mark(*at, row)
	}
	if t.rowOf.looksVary() {
		if t.names == nil {
			t.names = map[uint32]K{}
		}
		t.names[uint32(t.rows.n)] = k
	}
	return e.begin(at, row.key)
}

// begin touches a key without a state, whose entry in rowOf is given: if it gets one, it comes after all others.
func (e *stateEdit[K, S]) begin(at *uint32, key uint32) int {
	*at = uint32(e.table.rows.n)
	row := e.table.rows.add()
	row.key, row.mark = key, dead
	return e.mark(*at, row)
}

// touchAll gives the positions of the keys of several pairs, at most maxRecent.
func touchAll[K, V, S any](e *stateEdit[K, S], pairs []py.Tuple2[K, V], positions []uint32) {
	var keys [maxRecent]K
	var found [maxRecent]int32
	for i := range pairs {
		keys[i] = pairs[i].V0
	}
	rowOf := e.table.rowOf
	rowOf.look(keys[:len(pairs)], &found)
	for i := range pairs {
		if at := found[i]; at >= 0 {
			positions[i] = uint32(e.touchKnown(rowOf.val(int(at)), keys[i]))
		} else {
			positions[i] = uint32(e.touch(keys[i]))
		}
	}
}

func (e *stateEdit[K, S]) mark(at uint32, row *stateRow[S]) int {
	e.touched = append(e.touched, at)
	row.mark |= uint32(len(e.touched))
	return len(e.touched) - 1
}

// touchActive touches the keys that have to be asked though nothing comes for them.
func (e *stateEdit[K, S]) touchActive() {
	t := e.table
	ask := func(i uint32) {
		if row := t.rows.at(int(i)); row.mark == 0 {
			e.mark(i, row)
		}
	}
	if t.allActive {
		e.touched = slices.Grow(e.touched, e.start-t.first)
		for i := t.first; i < e.start; i++ {
			ask(uint32(i))
		}
		return
	}
	e.touched = slices.Grow(e.touched, len(t.active))
	for _, i := range t.active {
		ask(i)
	}
}

// expect makes room for n rows that change, and are to be asked again.
func (e *stateEdit[K, S]) expect(n int) {
	e.active = slices.Grow(e.active, n)
	e.undo = slices.Grow(e.undo, n)
}

// order is the touched rows in their order in the table.
func (e *stateEdit[K, S]) order() []uint32 {
	const few = 64
	if len(e.touched) < few {
		return slices.Sorted(slices.Values(e.touched))
	}
	bits := make([]uint64, (e.table.rows.n+63)/64)
	for _, i := range e.touched {
		bits[i/64] |= 1 << (i % 64)
	}
	out := make([]uint32, 0, len(e.touched))
	for w, word := range bits {
		for ; word != 0; word &= word - 1 {
			out = append(out, uint32(w*64+trailingZeros(word)))
		}
	}
	return out
}

// set gives row i a state.
func (e *stateEdit[K, S]) set(i int, state S) {
	row := e.table.rows.at(i)
	had := row.mark&dead == 0
	row.mark = 0
	switch {
	case !had:
		e.live++
	case sameBits(&row.state, &state):
		return
	case i < e.start:
		e.undo = append(e.undo, undoneState[S]{uint32(i), row.state})
	}
	row.state = state
}

// put is set for a row that may be touched again in the same batch: then it is known. Once it is over, marks are cleared.
func (e *stateEdit[K, S]) put(i int, state S) {
	row := e.table.rows.at(i)
	position := row.mark &^ dead
	e.set(i, state)
	row.mark = position
}

// clearMarks ends the batch of a table whose rows were put.
func (e *stateEdit[K, S]) clearMarks() {
	for _, i := range e.touched {
		e.table.rows.at(int(i)).mark &= dead
	}
}

// remove takes the state of row i away, if it has one.
func (e *stateEdit[K, S]) remove(i int) {
	row := e.table.rows.at(i)
	if row.mark&dead == 0 {
		if i < e.start {
			e.undo = append(e.undo, undoneState[S]{uint32(i), row.state})
		}
		e.live--
	}
	var none S
	row.state, row.mark = none, dead
}

// finish gives the next version.
func (e *stateEdit[K, S]) finish() *States[K, S] {
	t := e.table
	t.active, t.allActive = e.active, false
	for t.first < t.rows.n && t.rows.at(t.first).mark != 0 {
		t.first++
	}
	out := &States[K, S]{table: t, rows: t.rows.n, live: e.live}
	if !e.own {
		e.from.table, e.from.next, e.from.undo = nil, out, e.undo
	}
	const spare = 64
	if t.rows.n > 2*e.live+spare {
		out = &States[K, S]{table: t.compacted(), rows: e.live, live: e.live}
	}
	return out
}

// takeBack leaves the version before as it was.
func (e *stateEdit[K, S]) takeBack() {
	e.clearMarks()
	var none S
	for i := e.start; i < e.table.rows.n; i++ {
		row := e.table.rows.at(i)
		row.state, row.mark = none, dead
	}
	for _, u := range slices.Backward(e.undo) {
		row := e.table.rows.at(int(u.row))
		row.state, row.mark = u.state, 0
		*e.table.rowOf.val(int(row.key)) = u.row // the key may have come again after it was removed
	}
}
