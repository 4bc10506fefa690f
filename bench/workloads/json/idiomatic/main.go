// Command idiomatic counts events by user as one writes it by hand in Go, and stays as it is: no buffer sizes, no tricks.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"

	"github.com/dstreamc/dstreamc/bench/workloads/peer"
)

func main() {
	peer.Main(func(_ int, inputs []string, out io.Writer) {
		count(inputs[0], out)
	})
}

type event struct {
	User string `json:"user"`
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
		var e event
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			log.Fatal(err)
		}
		counts[e.User]++
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
