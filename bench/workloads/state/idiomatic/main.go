// Command idiomatic keeps a score for each key as one writes it by hand in Go, and stays as it is: no buffer sizes, no tricks.
package main

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"strconv"

	"github.com/dstreamc/dstreamc/bench/workloads/peer"
)

func main() {
	scores := map[string]int{}
	peer.Main(func(batch int, inputs []string, out io.Writer) {
		update(scores, filepath.Join(inputs[0], strconv.Itoa(batch)), out)
	})
}

// update changes the scores of all keys.
func update(scores map[string]int, path string, out io.Writer) {
	in, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer in.Close()
	news := map[string]int{}
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		news[lines.Text()]++
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
	for key := range news {
		if _, known := scores[key]; !known {
			scores[key] = 0
		}
	}
	var total, squares int
	for key, score := range scores {
		score += 60*news[key] - 1
		if score <= 0 {
			delete(scores, key)
			continue
		}
		scores[key] = score
		total += score
		squares += score * score
	}
	fmt.Fprintln(out, total, len(scores), squares)
}
