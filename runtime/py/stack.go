package py

import "unsafe"

// maxStack is how much of its stack a goroutine may use, which is far from where Go ends a program. A call takes a hundred bytes or two, those of
// functions known when running only a thousand, so that functions may call themselves much more often than CPython's thousand times.
const maxStack = 64 << 20

// Deeper begins a function that may call itself; it raises RecursionError when the stack is used up. The stack is looked at only by calls
// that come to lie at the end of a 64 kB page, so that it costs next to nothing.
func Deeper() {
	var here byte
	if uintptr(unsafe.Pointer(&here))&0xffff < 256 {
		checkStack()
	}
}

//go:noinline
func checkStack() {
	if stackUsed() > maxStack {
		e := NewException(RecursionError, "maximum recursion depth exceeded")
		e.captureDeep(3)
		panic(e)
	}
}
