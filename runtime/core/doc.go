// Package core is Spark Core for generated Go: SparkContext, RDDs with Spark's partitioning, the shuffle,
// the combiner that reduceByKey runs on, broadcast variables, accumulators and text files.
//
// What a program can observe is PySpark's: which partition holds a record, the order of records within it, how
// many partitions an operation gives, when a function runs (at each action, unless the RDD is cached), and
// the exceptions. How many cores work on it is never visible. An RDD is a recipe; [Narrow] stages are the
// fused chains that the compiler writes, and everything else is one function of this package per PySpark
// operation. Only what is cheap to compile is a method: Go compiles all methods of each RDD type of a program,
// used or not.
//
// Worker-side exceptions leave an action as py4j.protocol.Py4JJavaError, as they do in PySpark; see [WorkerError].
//
// The package imports the standard library and runtime/py.
package core
