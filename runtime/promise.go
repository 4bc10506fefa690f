package ds

// promises are what generated code says of the function that is given to the next operation on a stream. That operation takes them.
type promises struct {
	associative bool
	askTouched  bool
	askUnstable bool
	keepStates  bool
}

// promised takes what has been promised.
func (d *node) promised() promises {
	p := d.promises
	d.promises = promises{}
	return p
}

// Associative promises that the merge function of the [ReduceByKeyAndWindow] or [ReduceByWindow] that follows has no effects, and
// that it gives the same however its arguments are grouped: merge(merge(a, b), c) is merge(a, merge(b, c)). Then the cost of a
// slide does not grow with the length of the window.
func (d *DStream[T]) Associative() *DStream[T] {
	d.promises.associative = true
	return d
}

// AskTouched promises that the function of the [UpdateStateByKey] that follows gives a state back as it is when there are no new values,
// and has no effects then. Then a batch costs what its own keys cost.
func (d *DStream[T]) AskTouched() *DStream[T] {
	d.promises.askTouched = true
	return d
}

// AskUnstable promises that the function of the [UpdateStateByKey] that follows depends on nothing but its arguments, changes neither, and
// has no effects. Then a key is not asked again once it has got its state back as it was.
func (d *DStream[T]) AskUnstable() *DStream[T] {
	d.promises.askUnstable = true
	return d
}

// KeepStates promises that the function of the [UpdateStateByKey] that follows never changes the states that it is given.
func (d *DStream[T]) KeepStates() *DStream[T] {
	d.promises.keepStates = true
	return d
}
