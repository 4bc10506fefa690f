// Command tuned keeps a score for each key as fast as Go can without a library: in an array by the number of the key in a table that holds no
// pointers. A key whose score is 0 has none, but keeps its number.
package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strconv"

	"github.com/dstreamc/dstreamc/bench/workloads/peer"
)

func main() {
	keys := peer.NewTable(1 << 12)
	var scores []int64
	peer.Main(func(batch int, inputs []string, out io.Writer) {
		keys.Feed(filepath.Join(inputs[0], strconv.Itoa(batch)))
		for len(scores) < len(keys.Entries) {
			scores = append(scores, 0)
		}
		var total, known, squares int64
		for i := range scores {
			n := &keys.Entries[i].Count
			score := max(scores[i]+60**n-1, 0)
			scores[i], *n = score, 0
			if score > 0 {
				total += score
				known++
				squares += score * score
			}
		}
		fmt.Fprintln(out, total, known, squares)
	})
}
