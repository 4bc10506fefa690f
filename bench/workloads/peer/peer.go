// Package peer is what the Go programs beside dstreamc have in common: their arguments, and, for the tuned ones, how they read.
package peer

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
	"slices"
	"strconv"
	"strings"
)

// Main calls batch for each batch that the arguments BATCHES OUT INPUT... ask for.
func Main(batch func(i int, inputs []string, out io.Writer)) {
	batches, err := strconv.Atoi(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	out, err := os.Create(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	for i := range batches {
		batch(i, os.Args[3:], out)
	}
	if err := out.Close(); err != nil {
		log.Fatal(err)
	}
}

// EachLine reads a file in big pieces and gives each line to f, which must not keep it.
func EachLine(path string, f func(line []byte)) {
	in, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer in.Close()
	buf := make([]byte, 1<<18)
	have := 0
	for {
		n, err := in.Read(buf[have:])
		have += n
		rest := buf[:have]
		for {
			i := bytes.IndexByte(rest, '\n')
			if i < 0 {
				break
			}
			f(rest[:i])
			rest = rest[i+1:]
		}
		switch have = copy(buf, rest); {
		case err == io.EOF:
			if have > 0 {
				f(buf[:have])
			}
			return
		case err != nil:
			log.Fatal(err)
		case have == len(buf):
			buf = append(buf, make([]byte, len(buf))...)
		}
	}
}

// Fields are the first and the ninth of a line's fields between blanks, if another one comes after that.
func Fields(line []byte) (first, ninth []byte, ok bool) {
	n, start := 0, 0
	for i, c := range line {
		if c != ' ' {
			continue
		}
		switch n {
		case 0:
			first = line[:i]
		case 8:
			return first, line[start:i], true
		}
		n++
		start = i + 1
	}
	return nil, nil, false
}

// Number reads digits.
func Number(digits []byte) (n int) {
	for _, d := range digits {
		n = n*10 + int(d-'0')
	}
	return n
}

// Bump counts a key. A map of pointers needs no string but for a new key.
func Bump(counts map[string]*int, key []byte) {
	if n := counts[string(key)]; n != nil {
		*n++
		return
	}
	n := 1
	counts[string(key)] = &n
}

// Totals writes the sum of the counts, how many there are, and the sum of their squares.
func Totals(counts map[string]*int, out io.Writer) {
	total, squares := 0, 0
	for _, n := range counts {
		total += *n
		squares += *n * *n
	}
	fmt.Fprintln(out, total, len(counts), squares)
}

// Statuses writes all counts, by key.
func Statuses(counts map[string]*int, out io.Writer) {
	var text []string
	for status, n := range counts {
		text = append(text, status+"="+strconv.Itoa(*n))
	}
	slices.Sort(text)
	fmt.Fprintln(out, strings.Join(text, " "))
}
