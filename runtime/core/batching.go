package core

// batching is how PySpark would pickle the records of an RDD: in which batches. It shows in the order of cartesian
// products and in what repartition moves where.
type batching struct {
	Pickling
	// sizes gives the batches of partition i with n records, where the serializer does not tell.
	sizes func(i, n int) []int
}

// Pickling is the serializer that PySpark takes records for pickled with; by default the one of most operations.
type Pickling struct {
	kind batchKind
	size int
}

// How lines of text are kept, and records of bytes.
var (
	PickledText  = Pickling{kind: batchText}
	PickledBytes = Pickling{kind: batchNone}
)

// batchKind is the serializer: two RDDs in one union, or in one zip, that differ in it are pickled anew.
type batchKind uint8

const (
	batchAuto  batchKind = iota // batches of 1, 2, 4, 8 …
	batchFixed                  // batches of size
	batchNone                   // record by record, bytes
	batchText                   // record by record, text
	batchMoved                  // as a shuffle moved them
	batchPairs                  // cartesian and zip
)

func (b batching) same(o batching) bool { return b.Pickling == o.Pickling && b.kind != batchPairs }

// of gives the sizes of the batches of partition i with n records.
func (b batching) of(i, n int) []int {
	if b.sizes != nil {
		return b.sizes(i, n)
	}
	var out []int
	switch b.kind {
	case batchNone, batchText:
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

// Pickled tells RDDs apart whose records PySpark keeps in different ways.
func (r *dataset) Pickled() Pickling { return r.batch.Pickling }

// Reserialized is r with its records pickled in another way.
func Reserialized[T any](r *RDD[T], as Pickling) *RDD[T] {
	if r.batch.Pickling == as {
		return r
	}
	out := child(r, r.Compute)
	out.part, out.placed, out.batch.Pickling = r.part, r.placed, as
	return out
}

// batchesOf cuts n records into batches of size.
func batchesOf(n, size int) []int {
	out := make([]int, 0, (n+size-1)/size)
	for ; n > 0; n -= size {
		out = append(out, min(size, n))
	}
	return out
}
