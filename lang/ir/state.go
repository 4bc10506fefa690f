package ir

// StateUpdate is what is known of the function of an updateStateByKey.
type StateUpdate struct {
	AsksTouched  bool // without new values it gives the state back as it is, and has no effects
	AsksUnstable bool // it depends on its arguments alone, changes neither, and has no effects
	KeepsStates  bool // it never changes a state that it is given
}
