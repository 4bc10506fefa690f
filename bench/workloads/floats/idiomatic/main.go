// Command idiomatic adds up a function of numbers as one writes it by hand in Go, and stays as it is: no buffer sizes, no tricks.
package main

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"math"
	"os"
	"strconv"

	"github.com/dstreamc/dstreamc/bench/workloads/peer"
)

func main() {
	peer.Main(func(_ int, inputs []string, out io.Writer) {
		add(inputs[0], out)
	})
}

func add(path string, out io.Writer) {
	in, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer in.Close()
	total := 0.0
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		x, err := strconv.ParseFloat(lines.Text(), 64)
		if err != nil {
			log.Fatal(err)
		}
		if math.Mod(x, 3) != 0 {
			total += x*0.5 + 1
		}
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
	fmt.Fprintf(out, "%.1f\n", total)
}
