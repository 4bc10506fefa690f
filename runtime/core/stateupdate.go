package core

import "github.com/dstreamc/dstreamc/runtime/py"

// StateUpdate is a function of updateStateByKey, and what is known of it.
type StateUpdate[V, S any] struct {
	// F gives the new state, None for none, of the new values and the old state.
	F    func(*py.List[V], py.Opt[S]) py.Opt[S]
	Asks Asks
	// Changes says that F may change the old state that it is given, or what is in it.
	Changes bool
}

// Asks is which keys with a state are asked for their new one though nothing has come for them.
type Asks uint8

const (
	AskAll      Asks = iota // all, in each batch
	AskUnstable             // those that were not the same after the batch before: F depends on nothing but its arguments and does nothing else
	AskNone                 // none: F gives the state back as it is when there are no new values
)

// UpdateStates is the states after a batch of new values. F is called for the keys with a state in their order, and then for the other
// keys in the order of their first value. Panics of F leave s as it is.
func UpdateStates[K, V, S any](s *States[K, S], news Part[py.Tuple2[K, V]], u *StateUpdate[V, S]) *States[K, S] {
	e := s.edit()
	done := false
	defer func() {
		if !done {
			e.takeBack()
		}
	}()
	lists := groupNews(e, news)
	a := &asker[K, V, S]{edit: e, update: u, lists: lists, own: func(s S) S { return s }, sharesEmpty: !mayHold[S, py.List[V]]()}
	if u.Changes {
		a.own = ownCopy[S]()
	}
	switch u.Asks {
	case AskAll:
		for i := e.table.first; i < e.table.rows.n; i++ {
			if row := e.table.rows.at(i); row.mark != dead {
				a.ask(i, row)
			}
		}
	case AskUnstable:
		e.touchActive()
		a.changed = changes[S]()
		e.expect(len(e.touched))
		fallthrough
	default:
		for _, i := range e.order() {
			a.ask(int(i), e.table.rows.at(int(i)))
		}
	}
	done = true
	return e.finish()
}

// groupNews touches the keys of a batch, and gives the lists of their values by position.
func groupNews[K, V, S any](e *stateEdit[K, S], news Part[py.Tuple2[K, V]]) []py.List[V] {
	records := slice(news)
	positions := make([]uint32, len(records))
	for from := 0; from < len(records); from += maxRecent {
		to := min(from+maxRecent, len(records))
		touchAll(e, records[from:to], positions[from:to])
	}
	ends := make([]int, len(e.touched))
	for _, p := range positions {
		ends[p]++
	}
	sum := 0
	for i, n := range ends { // where the next value of each list goes
		ends[i] = sum
		sum += n
	}
	values := make([]V, len(records))
	for i := range records {
		p := positions[i]
		values[ends[p]] = records[i].V1
		ends[p]++
	}
	return py.CutLists(values, ends)
}

// asker calls the function of an update for one key after another.
type asker[K, V, S any] struct {
	edit   *stateEdit[K, S]
	update *StateUpdate[V, S]
	lists  []py.List[V] // by position
	own    func(S) S
	// changed tells of an old and a new state whether they may not be the same; only for AskUnstable.
	changed func(old, new S) bool

	sharesEmpty bool // no state can hold the list of new values
	empty       *py.List[V]
}

// ask sets row i, which has a state or a position in the batch.
func (a *asker[K, V, S]) ask(i int, row *stateRow[S]) {
	var old py.Opt[S]
	if i < a.edit.start {
		old = py.Opt[S]{V: a.own(row.state), Ok: true}
	}
	var values *py.List[V]
	position := int(row.mark &^ dead)
	if position > 0 && position <= len(a.lists) {
		values = &a.lists[position-1]
	} else {
		values = a.noValues()
	}
	next := a.update.F(values, old)
	if !next.Ok {
		a.edit.remove(i)
		return
	}
	if a.changed != nil && (position <= len(a.lists) || a.changed(row.state, next.V)) {
		a.edit.active = append(a.edit.active, uint32(i))
	}
	a.edit.set(i, next.V)
}

// noValues is an empty list.
func (a *asker[K, V, S]) noValues() *py.List[V] {
	if a.empty == nil || !a.sharesEmpty || a.empty.Len() > 0 {
		a.empty = py.NewList[V]()
	}
	return a.empty
}
