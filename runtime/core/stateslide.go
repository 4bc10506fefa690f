package core

import "github.com/dstreamc/dstreamc/runtime/py"

// Sliding are the functions of a window that is reduced step by step, and what is known of them.
type Sliding[K, V any] struct {
	Merge, Inverse func(V, V) V
	// Keep reports whether a key stays in the window; nil: all do. It is asked for all keys in each step, unless KeepIsPure says that
	// it depends on the key and its value alone.
	Keep       func(py.Tuple2[K, V]) bool
	KeepIsPure bool
	// Changes says that Merge or Inverse may change the values that they are given.
	Changes bool
}

// SlideStates is the window s without the batches that have left it and with those that have come: each are reduced, and merged into the
// values of their keys. Keys stay in their order, new ones follow in the order in which they come. Without batches that have come,
// Keep is not asked. Panics of the functions leave s as it is.
func SlideStates[K, V any](s *States[K, V], left, came []Part[py.Tuple2[K, V]], w *Sliding[K, V]) *States[K, V] {
	own := func(v V) V { return v }
	if w.Changes {
		own = ownCopy[V]()
	}
	sl := &slider[K, V]{edit: s.edit(), w: w, own: own}
	done := false
	defer func() {
		if !done {
			sl.edit.takeBack()
		}
	}()
	for _, batch := range came {
		sl.enter(batch)
	}
	for _, batch := range left {
		sl.leave(batch)
	}
	sl.apply(len(came) > 0)
	done = true
	return sl.edit.finish()
}

type slider[K, V any] struct {
	edit *stateEdit[K, V]
	w    *Sliding[K, V]
	own  func(V) V
	keys []change[V] // by position
}

// change is what a step brings for a key.
type change[V any] struct {
	gone, new       V
	hasGone, hasNew bool
}

func (sl *slider[K, V]) at(position int) *change[V] {
	if position == len(sl.keys) {
		sl.keys = append(sl.keys, change[V]{})
	}
	return &sl.keys[position]
}

func (sl *slider[K, V]) enter(batch Part[py.Tuple2[K, V]]) {
	for kv := range batch.All() {
		c := sl.at(sl.edit.touch(kv.V0))
		if c.hasNew {
			c.new = sl.w.Merge(c.new, sl.own(kv.V1))
		} else {
			c.new, c.hasNew = sl.own(kv.V1), true
		}
	}
}

// leave is for keys that are in the window: the others are not asked.
func (sl *slider[K, V]) leave(batch Part[py.Tuple2[K, V]]) {
	for kv := range batch.All() {
		position := sl.edit.touchLive(kv.V0)
		if position < 0 {
			continue
		}
		c := sl.at(position)
		if c.hasGone {
			c.gone = sl.w.Merge(c.gone, sl.own(kv.V1))
		} else {
			c.gone, c.hasGone = sl.own(kv.V1), true
		}
	}
}

// apply sets the keys that change and, if the filter has to be asked, lets the others go for which it says no.
func (sl *slider[K, V]) apply(filtered bool) {
	e := sl.edit
	filtered = filtered && sl.w.Keep != nil
	if filtered && !sl.w.KeepIsPure {
		for i := e.table.first; i < e.table.rows.n; i++ {
			if row := e.table.rows.at(i); row.mark != dead {
				sl.set(i, row, true)
			}
		}
		return
	}
	for _, i := range e.order() {
		sl.set(int(i), e.table.rows.at(int(i)), filtered)
	}
}

func (sl *slider[K, V]) set(i int, row *stateRow[V], filtered bool) {
	e := sl.edit
	v := row.state
	if position := int(row.mark &^ dead); position > 0 {
		c := &sl.keys[position-1]
		if i >= e.start {
			v = c.new
		} else {
			v = sl.own(v)
			if c.hasGone {
				v = sl.w.Inverse(v, c.gone)
			}
			if c.hasNew {
				v = sl.w.Merge(v, c.new)
			}
		}
	}
	if filtered && !sl.w.Keep(py.T2(e.table.key(i), v)) {
		e.remove(i)
		return
	}
	e.set(i, v)
}
