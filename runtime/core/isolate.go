package core

import "github.com/dstreamc/dstreamc/runtime/py"

// isolation are the variables of the script that worker code may change. Under PySpark a task gets pickled copies of the
// driver's, and what it changes is lost with it.
var isolation struct {
	// snapshot gives a function that sets the variables to what they are now.
	snapshot func() (restore func())
	// refresh makes the variables copies of their values.
	refresh func()
	driver  func() // sets them to the driver's values, while a task runs
	depth   int
}

// Isolate gives every task its own copies of variables: snapshot gives a function that sets them to what they are now, and refresh
// replaces their values by copies. Generated code calls it, if functions on workers may change any of its variables.
func Isolate(snapshot func() (restore func()), refresh func()) {
	isolation.snapshot, isolation.refresh = snapshot, refresh
}

// InTask runs worker code as a task of its own. (One may run inside of another, where Spark would run the stage of a shuffle
// before it.)
func InTask(run func()) {
	i := &isolation
	if i.snapshot == nil {
		run()
		return
	}
	restore := i.snapshot()
	if i.depth == 0 {
		i.driver = restore
	} else {
		i.driver()
	}
	i.depth++
	defer func() {
		i.depth--
		restore()
	}()
	i.refresh()
	run()
}

// Copied is r with deep copies of its records, for operations whose functions may change them.
func Copied[T any](r *RDD[T]) *RDD[T] {
	out := mapEach(r, func(t T) T { return py.CopyDeepcopy(t, py.None) })
	out.part, out.placed, out.batch = r.part, r.placed, r.batch
	return out
}
