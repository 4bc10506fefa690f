// Command idiomatic counts words as one writes it by hand in Go, and stays as it is: no buffer sizes, no tricks.
package main

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"github.com/dstreamc/dstreamc/bench/workloads/peer"
)

func main() {
	peer.Main(func(_ int, inputs []string, out io.Writer) {
		count(inputs[0], out)
	})
}

func count(path string, out io.Writer) {
	in, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer in.Close()
	counts := map[string]int{}
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		for _, word := range strings.Split(lines.Text(), " ") {
			counts[word]++
		}
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
	var total, squares int
	for _, n := range counts {
		total += n
		squares += n * n
	}
	fmt.Fprintln(out, total, len(counts), squares)
}
