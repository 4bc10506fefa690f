// Command idiomatic counts the lines of a log by status as one writes it by hand in Go, and stays as it is: no buffer sizes, no tricks.
package main

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"os"
	"slices"
	"strconv"
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
		if fields := strings.Split(lines.Text(), " "); len(fields) > 9 {
			counts[fields[8]]++
		}
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
	var text []string
	for status, n := range counts {
		text = append(text, status+"="+strconv.Itoa(n))
	}
	slices.Sort(text)
	fmt.Fprintln(out, strings.Join(text, " "))
}
