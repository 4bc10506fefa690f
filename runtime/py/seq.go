package py

import "iter"

// FloatSeq iterates over ints as floats: an iterable of ints where one of floats is wanted.
func FloatSeq(seq iter.Seq[int64]) iter.Seq[float64] {
	return MapSeq(func(n int64) float64 { return float64(n) }, seq)
}

// AsSeq takes values of a static type out of an iterable of boxed ones; it raises TypeError for one of another type.
func AsSeq[T any](seq iter.Seq[any]) iter.Seq[T] { return MapSeq(As[T], seq) }

// ZipLists is zip(*rows) of lists.
func ZipLists[T any](rows iter.Seq[*List[T]]) *Iter[*TupleOf[T]] {
	all := ListOf(rows).v
	i := 0
	return NewIterFunc("zip", func() (*TupleOf[T], bool) {
		column := &TupleOf[T]{}
		for _, row := range all {
			if i >= len(row.v) {
				return nil, false
			}
			column.v = append(column.v, row.v[i])
		}
		i++
		return column, len(all) > 0
	})
}

// FirstAndRest takes the object of a method and the arguments of f(*values) apart, or raises TypeError with a text.
func FirstAndRest[T any](values iter.Seq[T], otherwise string) Tuple2[T, *List[T]] {
	all := ListOf(values).v
	if len(all) == 0 {
		throw(TypeError, otherwise)
	}
	return T2(all[0], NewList(all[1:]...))
}

// ZipRows is zip(*rows) of iterables of any kind. The same iterator may be in several places: zip(*[iter(xs)] * 2).
func ZipRows(rows iter.Seq[any]) *Iter[*TupleOf[any]] {
	var seqs []iter.Seq[any]
	for row := range rows {
		seqs = append(seqs, Elems(row))
	}
	return ZipAny(false, seqs...)
}
