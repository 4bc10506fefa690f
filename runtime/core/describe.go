package core

// What a script sees of an RDD that it prints: its Python class, and the name Spark gives it. The numbers are this
// package's.

// Handed is r as the RDD of a stream at some time: Java hands these to the functions of batches, as plain RDDs of Python. They take
// the records for pickled as those of the stream are, whatever batches they are in.
func Handed[T any](r *RDD[T], as Pickling) *RDD[T] {
	if r.batch.Pickling != as {
		batch := batching{Pickling: as, sizes: r.batch.of}
		if r.batch.kind == batchPairs { // for Java these are pairs, which have to be pickled first
			batch.sizes = nil
		}
		other := *r
		r = &other
		r.batch = batch
	}
	r.handed = true
	return r
}

// PyTypeName is the class of the RDD: what worker functions make is a PipelinedRDD.
func (r *dataset) PyTypeName() string {
	if r.kind == "PythonRDD" && !r.handed {
		return "PipelinedRDD"
	}
	return "RDD"
}

// PyModule is "pyspark.core.rdd".
func (*dataset) PyModule() string { return "pyspark.core.rdd" }

// PyRepr is repr(rdd).
func (r *dataset) PyRepr() string {
	text := r.debugNode().text + " at " + madeAt(r.kind)
	if r.name != "" {
		return r.name + " " + text
	}
	return text
}

// madeAt is where Spark says that an RDD of a kind was made.
func madeAt(kind string) string {
	switch kind {
	case "PythonRDD":
		return "RDD at PythonRDD.scala:59"
	case "ParallelCollectionRDD":
		return "readRDDFromFile at PythonRDD.scala:326"
	case "UnionRDD":
		return "union at NativeMethodAccessorImpl.java:0"
	case "EmptyRDD":
		return "emptyRDD at NativeMethodAccessorImpl.java:0"
	}
	return "RDD at NativeMethodAccessorImpl.java:0"
}
