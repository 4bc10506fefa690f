// Command tuned counts the words of the last 30 batches as fast as Go can without an inverse function: words have numbers, which they keep, a
// batch is numbers and counts, and the window an array that all of its batches are added to, anew at each slide.
package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strconv"

	"github.com/dstreamc/dstreamc/bench/workloads/peer"
)

// counted is how often a word comes in a batch.
type counted struct{ word, times uint32 }

func main() {
	words := peer.NewTable(1 << 12)
	var window [][]counted
	var counts []int64
	peer.Main(func(batch int, inputs []string, out io.Writer) {
		words.Feed(filepath.Join(inputs[0], strconv.Itoa(batch)))
		var last []counted
		if len(window) == 30 {
			last = window[0][:0]
			window = window[1:]
		}
		window = append(window, take(words, last))
		for len(counts) < len(words.Entries) {
			counts = append(counts, 0)
		}
		clear(counts)
		for _, batch := range window {
			for _, c := range batch {
				counts[c.word] += int64(c.times)
			}
		}
		var total, keys, squares int64
		for _, n := range counts {
			if n > 0 {
				total += n
				keys++
				squares += n * n
			}
		}
		fmt.Fprintln(out, total, keys, squares)
	})
}

// take appends the counts of a batch and sets them to 0.
func take(words *peer.Table, to []counted) []counted {
	for i := range words.Entries {
		if e := &words.Entries[i]; e.Count > 0 {
			to = append(to, counted{uint32(i), uint32(e.Count)})
			e.Count = 0
		}
	}
	return to
}
