// Command idiomatic counts the lines of a log by client and status as one writes it by hand in Go, and stays as it is: no buffer sizes, no tricks.
package main

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"os"
	"strconv"
	"strings"

	"github.com/dstreamc/dstreamc/bench/workloads/peer"
)

func main() {
	peer.Main(func(_ int, inputs []string, out io.Writer) {
		count(inputs[0], out)
	})
}

type key struct {
	client string
	status int
}

func count(path string, out io.Writer) {
	in, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer in.Close()
	counts := map[key]int{}
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		fields := strings.Split(lines.Text(), " ")
		if len(fields) <= 9 {
			continue
		}
		status, err := strconv.Atoi(fields[8])
		if err != nil {
			log.Fatal(err)
		}
		counts[key{fields[0], status}]++
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
