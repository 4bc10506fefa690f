// Command tuned adds up the steps of numbers to 1 as fast as Go can without a library.
package main

import (
	"fmt"
	"io"

	"github.com/dstreamc/dstreamc/bench/workloads/peer"
)

func main() {
	peer.Main(func(_ int, inputs []string, out io.Writer) {
		add(inputs[0], out)
	})
}

func steps(n int) int {
	count := 0
	for n != 1 {
		if n&1 == 0 {
			n >>= 1
		} else {
			n = 3*n + 1
		}
		count++
	}
	return count
}

func add(path string, out io.Writer) {
	total := 0
	peer.EachLine(path, func(line []byte) { total += steps(peer.Number(line)) })
	fmt.Fprintln(out, total)
}
