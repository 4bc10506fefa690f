// Command byhand counts the words of a text file the way one writes it by hand in Go. It is what
// the compiled script is measured against, so it stays as it is: no buffer sizes, no tricks.
//
//	byhand TEXT OUT
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"strings"
)

func main() {
	in, err := os.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	defer in.Close()
	counts := map[string]int{}
	scanner := bufio.NewScanner(in)
	for scanner.Scan() {
		for _, word := range strings.Split(scanner.Text(), " ") {
			counts[word]++
		}
	}
	if err := scanner.Err(); err != nil {
		log.Fatal(err)
	}
	if err := write(os.Args[2], counts); err != nil {
		log.Fatal(err)
	}
}

func write(path string, counts map[string]int) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	for word, count := range counts {
		fmt.Fprintf(out, "%s %d\n", word, count)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return file.Close()
}
