// Command tuned counts the lines of a log by status as fast as Go can without a library.
package main

import (
	"io"

	"github.com/dstreamc/dstreamc/bench/workloads/peer"
)

func main() {
	peer.Main(func(_ int, inputs []string, out io.Writer) {
		count(inputs[0], out)
	})
}

func count(path string, out io.Writer) {
	counts := map[string]*int{}
	peer.EachLine(path, func(line []byte) {
		if _, status, ok := peer.Fields(line); ok {
			peer.Bump(counts, status)
		}
	})
	peer.Statuses(counts, out)
}
