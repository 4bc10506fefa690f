// Command tuned counts the lines of a log by client and status as fast as Go can without a library.
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
	counts := map[string]*int{} // client, blank, status
	var key []byte
	peer.EachLine(path, func(line []byte) {
		client, status, ok := peer.Fields(line)
		if !ok {
			return
		}
		key = append(append(append(key[:0], client...), ' '), status...)
		peer.Bump(counts, key)
	})
	peer.Totals(counts, out)
}
