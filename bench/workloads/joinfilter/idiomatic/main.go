// Command idiomatic joins two streams, of the keys that are asked for, as one writes it by hand in Go, and stays as it is: no buffer sizes, no tricks.
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
		join(read(inputs[0]), read(inputs[1]), out)
	})
}

func read(path string) map[string][]int {
	in, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer in.Close()
	rows := map[string][]int{}
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		fields := strings.Split(lines.Text(), ",")
		number, err := strconv.Atoi(fields[1])
		if err != nil {
			log.Fatal(err)
		}
		if !strings.HasPrefix(fields[0], "k00") {
			continue
		}
		rows[fields[0]] = append(rows[fields[0]], number)
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
	return rows
}

func join(left, right map[string][]int, out io.Writer) {
	total, pairs := 0, 0
	for key, numbers := range left {
		for _, a := range numbers {
			for _, b := range right[key] {
				total += a * b
				pairs++
			}
		}
	}
	fmt.Fprintln(out, total, pairs)
}
