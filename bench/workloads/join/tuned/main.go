// Command tuned joins two streams: one dictionary of keys, rows linked in slices as fast as Go can without a library.
package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/dstreamc/dstreamc/bench/workloads/peer"
)

func main() {
	peer.Main(func(_ int, inputs []string, out io.Writer) {
		join(inputs[0], inputs[1], out)
	})
}

type row struct{ next, number int }

func join(left, right string, out io.Writer) {
	ids := map[string]int{}
	var rows [2][]row
	var heads [2][]int // by key
	for side, path := range []string{left, right} {
		peer.EachLine(path, func(line []byte) {
			comma := bytes.IndexByte(line, ',')
			id, known := ids[string(line[:comma])]
			if !known {
				id = len(ids)
				ids[string(line[:comma])] = id
				heads[0], heads[1] = append(heads[0], -1), append(heads[1], -1)
			}
			rows[side] = append(rows[side], row{heads[side][id], peer.Number(line[comma+1:])})
			heads[side][id] = len(rows[side]) - 1
		})
	}
	total, pairs := 0, 0
	for id := range heads[0] {
		for i := heads[0][id]; i >= 0; i = rows[0][i].next {
			for j := heads[1][id]; j >= 0; j = rows[1][j].next {
				total += rows[0][i].number * rows[1][j].number
				pairs++
			}
		}
	}
	fmt.Fprintln(out, total, pairs)
}
