package core

import (
	"iter"
	"slices"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// States is an insertion-ordered table of states by key, as it was at one time: a version. The next version is made of it in
// place, at the cost of the keys that change, and it then remembers what these had; so whoever still holds it reads the
// same as ever. What nobody holds costs nothing.
//
// States are not safe for concurrent use.
type States[K, S any] struct {
	table *stateTable[K, S] // where the version can be read as it is; if nil:
	next  *States[K, S]     // the version that was made of this one
	undo  []undoneState[S]  // what that one changed
	rows  int               // how many rows of the table the version has
	live  int               // how many of them have a state
}

// stateTable has a row for each key that has or had a state, in the order in which they got it. A key that gets one anew gets
// a new row.
type stateTable[K, S any] struct {
	rowOf *Combiner[K, uint32] // the row of a key, its last one
	rows  segments[stateRow[S]]
	first int // rows before it are dead
	// names are the keys of rows that had been without a state: equal to those in rowOf, but maybe others (True, 1 and 1.0).
	// Only for types of which equal keys can differ.
	names map[uint32]K

	// active are rows whose keys have to be asked in the next batch though nothing comes for them, in order.
	active    []uint32
	allActive bool // all are

	readers int  // iterations that are under way
	shared  bool // with a version that is newer
}

type stateRow[S any] struct {
	state S
	key   uint32 // its entry in rowOf
	mark  uint32 // dead, and while a batch is worked on, the key's position in it, counted from 1
}

const dead = 1 << 31

type undoneState[S any] struct {
	row   uint32
	state S
}

// NewStates makes a table without keys.
func NewStates[K, S any]() *States[K, S] {
	return &States[K, S]{table: &stateTable[K, S]{rowOf: NewCombiner[K, uint32]()}}
}

// StatesOf makes a table of pairs; of several with one key the first counts.
func StatesOf[K, S any](pairs Part[py.Tuple2[K, S]]) *States[K, S] {
	s := NewStates[K, S]()
	t := s.table
	for kv := range pairs.All() {
		if at, fresh := t.rowOf.slot(kv.V0); fresh {
			*at = uint32(t.rows.n)
			*t.rows.add() = stateRow[S]{state: kv.V1, key: uint32(t.rowOf.Len() - 1)}
		}
	}
	t.allActive = true
	s.rows, s.live = t.rows.n, t.rows.n
	return s
}

// Len is the number of keys that have a state.
func (s *States[K, S]) Len() int { return s.live }

// All iterates over the keys and their states, in the order in which they got one.
func (s *States[K, S]) All() iter.Seq2[K, S] {
	return func(yield func(K, S) bool) {
		s.each(func(t *stateTable[K, S], i int, state S) bool { return yield(t.key(i), state) })
	}
}

// each gives the rows of the keys that have a state.
func (s *States[K, S]) each(yield func(t *stateTable[K, S], row int, state S) bool) {
	t := s.readable()
	t.readers++
	defer func() { t.readers-- }()
	for i := t.first; i < s.rows; i++ {
		if row := t.rows.at(i); row.mark&dead == 0 && !yield(t, i, row.state) {
			return
		}
	}
}

// key is the key of a row.
func (t *stateTable[K, S]) key(i int) K {
	if t.names != nil {
		if k, ok := t.names[uint32(i)]; ok {
			return k
		}
	}
	return t.rowOf.key(int(t.rows.at(i).key))
}

// Part is the states as records.
func (s *States[K, S]) Part() Part[py.Tuple2[K, S]] {
	return Part[py.Tuple2[K, S]]{counted: statePairs[K, S]{s}}
}

type statePairs[K, S any] struct{ of *States[K, S] }

func (p statePairs[K, S]) len() int { return p.of.live }

func (p statePairs[K, S]) all() iter.Seq[py.Tuple2[K, S]] {
	return func(yield func(py.Tuple2[K, S]) bool) {
		p.of.each(func(t *stateTable[K, S], i int, state S) bool { return yield(py.T2(t.key(i), state)) })
	}
}

func (p statePairs[K, S]) values() iter.Seq[S] {
	return func(yield func(S) bool) {
		p.of.each(func(_ *stateTable[K, S], _ int, state S) bool { return yield(state) })
	}
}

// readable is a table in which the version's rows are as they were.
func (s *States[K, S]) readable() *stateTable[K, S] {
	if s.table != nil {
		return s.table
	}
	var later []*States[K, S]
	newest := s
	for ; newest.table == nil; newest = newest.next {
		later = append(later, newest)
	}
	from := newest.table
	t := &stateTable[K, S]{rowOf: from.rowOf, names: from.names, shared: true, allActive: true}
	for i := range s.rows {
		*t.rows.add() = *from.rows.at(i)
	}
	for i := len(later) - 1; i >= 0; i-- {
		for _, u := range slices.Backward(later[i].undo) {
			if int(u.row) < s.rows {
				row := t.rows.at(int(u.row))
				row.state, row.mark = u.state, 0
			}
		}
	}
	s.table, s.next, s.undo = t, nil, nil
	return t
}

// compacted is a copy of the table without dead rows.
func (t *stateTable[K, S]) compacted() *stateTable[K, S] {
	out := &stateTable[K, S]{rowOf: NewCombiner[K, uint32](), allActive: t.allActive}
	active := t.active
	for i := t.first; i < t.rows.n; i++ {
		isActive := len(active) > 0 && int(active[0]) == i
		if isActive {
			active = active[1:]
		}
		row := t.rows.at(i)
		if row.mark&dead != 0 {
			continue
		}
		n := uint32(out.rows.n)
		if t.names != nil {
			out.rowOf.Put(t.key(i), n)
		} else {
			at, _ := slotFrom(out.rowOf, t.rowOf, int(row.key))
			*at = n
		}
		*out.rows.add() = stateRow[S]{state: row.state, key: n}
		if isActive {
			out.active = append(out.active, n)
		}
	}
	return out
}
