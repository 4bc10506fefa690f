//go:build amd64 || arm64

package py

// stackUsed is how many bytes of its stack the goroutine uses, by the end of the stack in Go's description of the goroutine.
func stackUsed() uintptr

// goroutine tells goroutines apart, by the address of Go's description.
func goroutine() uintptr
