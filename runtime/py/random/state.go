package pyrandom

import "github.com/dstreamc/dstreamc/runtime/py"

// stateVersion is the first element of a state, as CPython 3 has it.
const stateVersion = 3

// Getstate is r.getstate(): (3, the words and the place among them, the number that gauss has left or None), as CPython's.
func (r *Random) Getstate() any {
	r.mu.Lock()
	defer r.mu.Unlock()
	all := make([]int64, 0, len(r.state)+1)
	for _, w := range r.state {
		all = append(all, int64(w))
	}
	all = append(all, int64(r.next))
	return py.T3(int64(stateVersion), py.NewTupleOf(all...), r.nextGauss)
}

// Setstate is r.setstate(state) of what getstate gave.
func (r *Random) Setstate(state any) {
	parts := py.ListOf(py.Elems(state)).Raw()
	if len(parts) != 3 || py.AsInt(parts[0]) != stateVersion {
		py.Throw(py.ValueError, "state with version "+py.Repr(parts[0])+" passed to Random.setstate() of version 3")
	}
	all := py.ListOf(py.Elems(parts[1])).Raw()
	if len(all) != len(r.state)+1 {
		py.Throw(py.ValueError, "state vector is the wrong size")
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for i := range r.state {
		r.state[i] = uint32(py.AsInt(all[i]))
	}
	r.next = int(py.AsInt(all[len(r.state)]))
	r.nextGauss = py.As[py.Opt[float64]](parts[2])
}
