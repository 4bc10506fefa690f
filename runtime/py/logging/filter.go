package pylogging

import "github.com/dstreamc/dstreamc/runtime/py"

// filterer is what has filters: loggers and handlers.
type filterer struct{ filters *py.List[any] }

// Filters is x.filters.
func (f *filterer) Filters() *py.List[any] {
	if f.filters == nil {
		f.filters = py.NewList[any]()
	}
	return f.filters
}

// AddFilter is x.addFilter(filter): a function, or an object with a method filter.
func (f *filterer) AddFilter(filter any) {
	if indexOf(f.Filters(), filter) < 0 {
		f.Filters().Append(py.Box(filter))
	}
}

// RemoveFilter is x.removeFilter(filter).
func (f *filterer) RemoveFilter(filter any) {
	if i := indexOf(f.Filters(), filter); i >= 0 {
		py.ListPop(f.filters, int64(i))
	}
}

// Filter is x.filter(record): whether all filters let it pass.
func (f *filterer) Filter(record any) bool { return f.filters == nil || Passes(f.filters, record) }

// Passes reports whether filters let a record pass.
func Passes(filters, record any) bool {
	for filter := range py.Elems(py.Box(filters)) {
		var pass any
		if _, function := filter.(*py.Function); function {
			pass = py.DynCall(filter, record)
		} else {
			pass = py.DynCallMethod(filter, "filter", record)
		}
		if !py.Truth[any](pass) {
			return false
		}
	}
	return true
}
