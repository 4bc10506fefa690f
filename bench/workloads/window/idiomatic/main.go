// Command idiomatic counts the words of the last 30 batches as one writes it by hand in Go, and stays as it is: no buffer sizes, no tricks.
package main

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/dstreamc/dstreamc/bench/workloads/peer"
)

func main() {
	var window []map[string]int
	peer.Main(func(batch int, inputs []string, out io.Writer) {
		window = append(window, count(filepath.Join(inputs[0], strconv.Itoa(batch))))
		if len(window) > 30 {
			window = window[1:]
		}
		slide(window, out)
	})
}

// count counts the words of a batch.
func count(path string) map[string]int {
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
	return counts
}

// slide adds up the batches of the window.
func slide(window []map[string]int, out io.Writer) {
	counts := map[string]int{}
	for _, batch := range window {
		for word, n := range batch {
			counts[word] += n
		}
	}
	var total, squares int
	for _, n := range counts {
		total += n
		squares += n * n
	}
	fmt.Fprintln(out, total, len(counts), squares)
}
