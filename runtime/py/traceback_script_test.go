package py

// raiseInScript stands for a function that the compiler made of a script.
func raiseInScript(x int64) int64 {
//line exception_script.py:2
	return FloorDivInt(1, x)
}
