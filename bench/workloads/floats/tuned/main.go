// Command tuned adds up a function of numbers as fast as Go can without a library.
package main

import (
	"fmt"
	"io"
	"log"
	"math"
	"strconv"
	"unsafe"

	"github.com/dstreamc/dstreamc/bench/workloads/peer"
)

func main() {
	peer.Main(func(_ int, inputs []string, out io.Writer) {
		add(inputs[0], out)
	})
}

func add(path string, out io.Writer) {
	total := 0.0
	peer.EachLine(path, func(line []byte) {
		x, err := strconv.ParseFloat(unsafe.String(&line[0], len(line)), 64)
		if err != nil {
			log.Fatal(err)
		}
		if math.Mod(x, 3) != 0 {
			total += x*0.5 + 1
		}
	})
	fmt.Fprintf(out, "%.1f\n", total)
}
