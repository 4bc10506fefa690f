// Command idiomatic counts and adds up numbers by their keys as one writes it by hand in Go, and stays as it is: no buffer sizes, no tricks.
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

type group struct{ times, sum int }

func main() {
	peer.Main(func(_ int, inputs []string, out io.Writer) {
		groups := read(inputs[0])
		total, squares := 0, 0
		for _, g := range groups {
			total += g.sum
			squares += g.times * g.times
		}
		fmt.Fprintln(out, total, len(groups), squares)
	})
}

func read(path string) map[string]group {
	in, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer in.Close()
	groups := map[string]group{}
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		fields := strings.Split(lines.Text(), ",")
		number, err := strconv.Atoi(fields[1])
		if err != nil {
			log.Fatal(err)
		}
		g := groups[fields[0]]
		groups[fields[0]] = group{g.times + 1, g.sum + number}
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
	return groups
}
