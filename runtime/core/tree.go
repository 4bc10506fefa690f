package core

import "math"

// treeCombine combines one value per partition in the order of PySpark's treeAggregate: while it pays, the values are
// brought to fewer partitions (value i to i mod n) and combined there, and at last from first to last.
func treeCombine[U any](values []U, comb func(U, U) U, depth int64) U {
	parts := make([][]U, len(values))
	for i, v := range values {
		parts[i] = []U{v}
	}
	n := float64(len(values))
	scale := math.Max(math.Ceil(math.Pow(n, 1/float64(depth))), 2)
	for n > scale+n/scale {
		n /= scale
		parts = treeLevel(parts, int(n), comb)
	}
	var out U
	some := false
	for _, part := range parts {
		if len(part) == 0 {
			continue
		}
		acc := part[0]
		for _, v := range part[1:] {
			acc = comb(acc, v)
		}
		if some {
			acc = comb(out, acc)
		}
		out, some = acc, true
	}
	return out
}

// treeLevel is one level: the values of partition i get the key i mod n, and are reduced by key into n partitions.
func treeLevel[U any](parts [][]U, n int, comb func(U, U) U) [][]U {
	merged := make([]*U, n)
	for i, part := range parts {
		var local *U
		for _, v := range part {
			if local == nil {
				local = &v
			} else {
				*local = comb(*local, v)
			}
		}
		if local == nil {
			continue
		}
		if to := i % n; merged[to] == nil {
			merged[to] = local
		} else {
			*merged[to] = comb(*merged[to], *local)
		}
	}
	out := make([][]U, n)
	for i, m := range merged {
		if m != nil {
			out[i] = []U{*m}
		}
	}
	return out
}
