package core

import "strconv"

// batching is how PySpark would pickle the records of an RDD: in which batches. It shows in the order of cartesian
// products and in what repartition moves where.
type batching struct {
	kind batchKind
	size int
	// sizes gives the batches of partition i with n records, where kind and size do not tell.
	sizes func(i, n int) []int
}

// batchKind is the serializer: two RDDs in one union, or in one zip, that differ in it are pickled anew.
type batchKind uint8

const (
	batchAuto  batchKind = iota // batches of 1, 2, 4, 8 …
	batchFixed                  // batches of size
	batchNone                   // record by record
	batchWhole                  // what a shuffle moved, here taken for one batch
	batchPairs                  // cartesian and zip
)

func (b batching) same(o batching) bool {
	return b.kind == o.kind && b.size == o.size && b.kind != batchPairs
}

// of gives the sizes of the batches of partition i with n records.
func (b batching) of(i, n int) []int {
	if b.sizes != nil {
		return b.sizes(i, n)
	}
	var out []int
	switch b.kind {
	case batchWhole:
		if n > 0 {
			out = append(out, n)
		}
		return out
	case batchNone:
		return batchesOf(n, 1)
	case batchFixed:
		return batchesOf(n, b.size)
	}
	for size := 1; n > 0; size *= 2 {
		out = append(out, min(size, n))
		n -= size
	}
	return out
}

// Pickled tells RDDs apart whose records PySpark keeps in different ways; it is "" for what most operations make.
func (r *RDD[T]) Pickled() string {
	if r.batch.kind == batchAuto {
		return ""
	}
	return strconv.Itoa(int(r.batch.kind)) + " " + strconv.Itoa(r.batch.size)
}

// batchesOf cuts n records into batches of size.
func batchesOf(n, size int) []int {
	out := make([]int, 0, (n+size-1)/size)
	for ; n > 0; n -= size {
		out = append(out, min(size, n))
	}
	return out
}
