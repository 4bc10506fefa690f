//go:build linux

package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// seed makes the texts the same on every machine.
const seed = 20

// A text is a generated input: a writer of lines.
type text struct {
	name string
	line func(r *rand.Rand, words []string, pick *rand.Zipf) string
	// distinct words, and the exponent of their frequencies
	words    int
	exponent float64
}

var texts = []text{
	{"zipf", zipfLine, 60_000, 1.07},
	{"natural", naturalLine, 28_000, 1.12},
}

// generate writes a text of the size asked for, unless it is there already.
func (t text) generate(o options) (string, error) {
	path := filepath.Join(o.dir, fmt.Sprintf("%s-%d.txt", t.name, o.sizeMB))
	size := int64(o.sizeMB) * 1_000_000
	if info, err := os.Stat(path); err == nil && info.Size() >= size {
		return path, nil
	}
	file, err := os.Create(path)
	if err != nil {
		return "", err
	}
	out := bufio.NewWriterSize(file, 1<<20)
	r := rand.New(rand.NewPCG(seed, uint64(t.words)))
	words := vocabulary(r, t.words)
	pick := rand.NewZipf(r, t.exponent, 2.7, uint64(t.words-1))
	for written := int64(0); written < size; {
		n, err := fmt.Fprintln(out, t.line(r, words, pick))
		if err != nil {
			return "", err
		}
		written += int64(n)
	}
	if err := out.Flush(); err != nil {
		return "", err
	}
	return path, file.Close()
}

// zipfLine is about eight words, nothing else.
func zipfLine(r *rand.Rand, words []string, pick *rand.Zipf) string {
	line := make([]string, 5+r.IntN(7))
	for i := range line {
		line[i] = words[pick.Uint64()]
	}
	return strings.Join(line, " ")
}

// naturalLine is a sentence or two: capitals, commas, full stops, now and then two blanks, a
// number, or an accent.
func naturalLine(r *rand.Rand, words []string, pick *rand.Zipf) string {
	var b strings.Builder
	for sentence := 0; sentence <= r.IntN(2); sentence++ {
		n := 4 + r.IntN(16)
		for i := range n {
			word := words[pick.Uint64()]
			switch {
			case i == 0:
				word = strings.ToUpper(word[:1]) + word[1:]
			case r.IntN(60) == 0:
				word = fmt.Sprint(r.IntN(2000))
			case r.IntN(200) == 0:
				word = strings.ReplaceAll(word, "e", "é")
			}
			b.WriteString(word)
			switch {
			case i == n-1:
				b.WriteString(".")
			case r.IntN(11) == 0:
				b.WriteString(",")
			}
			b.WriteString(" ")
			if r.IntN(120) == 0 {
				b.WriteString(" ")
			}
		}
	}
	return strings.TrimSuffix(b.String(), " ")
}

// vocabulary invents words; frequent ones are short.
func vocabulary(r *rand.Rand, n int) []string {
	syllables := strings.Fields("a an ba be bo ca ce co da de do e en er es fa fe ga he ho i in ka la le li lo ma me mo na ne ni no o on or pa pe po ra re ri ro sa se si so st ta te ti to tra u un va ve vi wa we wo")
	seen := map[string]bool{}
	words := make([]string, 0, n)
	for len(words) < n {
		var b strings.Builder
		for range 1 + r.IntN(2+min(3, len(words)/200)) {
			b.WriteString(syllables[r.IntN(len(syllables))])
		}
		if word := b.String(); !seen[word] {
			seen[word] = true
			words = append(words, word)
		}
	}
	return words
}
