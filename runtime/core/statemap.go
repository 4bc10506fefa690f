package core

import (
	"iter"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// State is the state of a key, as the function of mapWithState sees it: there may be none. It is good for one call.
type State[S any] struct {
	state                             S
	exists, updated, removed, goesOut bool
}

// Exists is state.exists().
func (s *State[S]) Exists() bool { return s.exists }

// Get is state.get(); ValueError if there is none.
func (s *State[S]) Get() S {
	if !s.exists {
		raise(py.ValueError, "State is not set")
	}
	return s.state
}

// GetOption is state.getOption(): the state, or None.
func (s *State[S]) GetOption() py.Opt[S] { return py.Opt[S]{V: s.state, Ok: s.exists} }

// GetOptionAny is state.getOption() of a state without a static type.
func (s *State[S]) GetOptionAny() any {
	if !s.exists {
		return py.None
	}
	return s.state
}

// GetOptionOpt is state.getOption() of a state that may itself be None, which is the zero S.
func (s *State[S]) GetOptionOpt() S { return s.state }

// Update is state.update(newState).
func (s *State[S]) Update(state S) {
	switch {
	case s.removed:
		raise(py.ValueError, "Cannot update the state after it has been removed")
	case s.goesOut:
		raise(py.ValueError, "Cannot update the state that is timing out")
	}
	s.state, s.exists, s.updated = state, true, true
}

// Remove is state.remove().
func (s *State[S]) Remove() {
	switch {
	case s.goesOut:
		raise(py.ValueError, "Cannot remove the state that is timing out")
	case s.removed:
		raise(py.ValueError, "Cannot remove the state that has already been removed")
	}
	var none S
	s.state, s.exists, s.removed, s.updated = none, false, true, false
}

// IsTimingOut is state.isTimingOut().
func (s *State[S]) IsTimingOut() bool { return s.goesOut }

// TimedState is a state and the time, in milliseconds, of the batch in which something last came for its key.
type TimedState[S any] struct {
	State S
	At    int64
}

// MappedStates is what a batch makes of states: the next ones, and the records that the function gave.
type MappedStates[K, S, E any] struct {
	States  *States[K, TimedState[S]]
	Records []E
}

// FirstMappedStates is the states before the first batch, which is that of time t; of several pairs with one key the last counts.
func FirstMappedStates[K, S, E any](pairs Part[py.Tuple2[K, S]], t int64) *MappedStates[K, S, E] {
	e := NewStates[K, TimedState[S]]().edit()
	for kv := range pairs.All() {
		e.set(int(e.touched[e.touch(kv.V0)]), TimedState[S]{kv.V1, t})
	}
	return &MappedStates[K, S, E]{States: e.finish()}
}

// Snapshot is the states as records.
func (m *MappedStates[K, S, E]) Snapshot() Part[py.Tuple2[K, S]] {
	return Part[py.Tuple2[K, S]]{counted: snapshot[K, S]{m.States}}
}

type snapshot[K, S any] struct{ of *States[K, TimedState[S]] }

func (p snapshot[K, S]) len() int { return p.of.live }

func (p snapshot[K, S]) all() iter.Seq[py.Tuple2[K, S]] {
	return func(yield func(py.Tuple2[K, S]) bool) {
		p.of.each(func(t *stateTable[K, TimedState[S]], i int, s TimedState[S]) bool {
			return yield(py.T2(t.key(i), s.State))
		})
	}
}

func (p snapshot[K, S]) values() iter.Seq[S] {
	return func(yield func(S) bool) {
		p.of.each(func(_ *stateTable[K, TimedState[S]], _ int, s TimedState[S]) bool { return yield(s.State) })
	}
}

// StateMapping is a function of mapWithState.
type StateMapping[K, V, S, E any] struct {
	F       func(K, py.Opt[V], *State[S]) E
	Timeout py.Opt[int64] // milliseconds
}

// MapStates calls the function for every pair of a batch at time t, in their order, and then for the keys that time out, in the order of the
// states. In a batch it is given one copy of a key's state before, which it may change: that is kept, and seen in what it has returned.
// Panics of it leave the states before as they are.
func MapStates[K, V, S, E any](before *MappedStates[K, S, E], news Part[py.Tuple2[K, V]], t int64, m *StateMapping[K, V, S, E]) *MappedStates[K, S, E] {
	var s *States[K, TimedState[S]]
	if before != nil {
		s = before.States
	}
	mp := &stateMapper[K, V, S, E]{StateMapping: m, edit: s.edit(), t: t, own: ownCopy[S]()}
	done := false
	defer func() {
		if !done {
			mp.edit.takeBack()
		}
	}()
	for kv := range news.All() {
		mp.record(kv.V0, kv.V1)
	}
	if m.Timeout.Ok {
		mp.timeOut(t - m.Timeout.V)
	}
	mp.edit.clearMarks()
	done = true
	return &MappedStates[K, S, E]{mp.edit.finish(), mp.records}
}

type stateMapper[K, V, S, E any] struct {
	*StateMapping[K, V, S, E]
	edit    *stateEdit[K, TimedState[S]]
	t       int64
	own     func(S) S
	records []E
}

func (m *stateMapper[K, V, S, E]) record(k K, v V) {
	e := m.edit
	touched := len(e.touched)
	position := e.touch(k)
	i := int(e.touched[position])
	row := e.table.rows.at(i)
	state := &State[S]{exists: row.mark&dead == 0}
	had := state.exists
	at := row.state.At
	if had {
		state.state = row.state.State
		if position >= touched {
			state.state = m.own(state.state)
		}
	}
	m.records = append(m.records, m.F(k, py.Some(v), state))
	if state.updated || m.Timeout.Ok {
		at = m.t
	}
	if state.exists {
		e.put(i, TimedState[S]{state.state, at})
	} else {
		e.remove(i)
	}
}

// timeOut is for keys for which nothing has come since the given time.
func (m *stateMapper[K, V, S, E]) timeOut(since int64) {
	e := m.edit
	for i := e.table.first; i < e.table.rows.n; i++ {
		row := e.table.rows.at(i)
		if row.mark&dead != 0 || row.state.At >= since {
			continue
		}
		state := &State[S]{state: m.own(row.state.State), exists: true, goesOut: true}
		m.records = append(m.records, m.F(e.table.key(i), py.Nothing[V](), state))
		e.remove(i)
	}
}
