// Package ds is Spark Streaming for generated Go: StreamingContext, DStreams, sources, outputs and the engine that
// runs a batch at each multiple of the interval.
//
// The graph is built at run time by the script's own calls; the compiler only fuses chains of narrow operations into
// the stage functions given to [Narrow], [ReduceByKey] and their kin. What can be observed follows PySpark: batch
// times, which streams are computed at a tick (only those that an output asks for), partitions and the order
// of records, windows, state, and what an exception does.
//
//   - A DStream computes one core.RDD per batch time and remembers it while its children need it (dstream.go).
//   - The engine generates the jobs of a batch, runs them in order, and carries failures to awaitTermination (engine.go).
//   - Driver code, that is the script's main program, the functions given to transform and foreachRDD, and the engine,
//     runs one goroutine at a time and waits on one clock, real or virtual (driver.go).
//   - Receivers are goroutines of their own that hand over blocks of text (socket.go, lines.go).
//
// A program starts with [Main]; Go code and tests use [Run]. The package imports the standard library, runtime/core
// and runtime/py.
package ds
