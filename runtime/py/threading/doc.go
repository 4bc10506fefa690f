// Package pythreading is Python's module threading. Threads take turns: one at a time runs, and another gets
// its turn where that one waits, for a lock, a thread, an event, time.sleep() or the end of a context. So what lies between two waits is
// never interrupted, and data that threads share needs no locks of Go's. It may import the standard library and runtime/py.
package pythreading
