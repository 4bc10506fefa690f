//go:build linux

package main

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
)

// The generators: each makes the function that appends a line to a buffer.

// words are lines of about eight words out of n, the frequent ones short, as Zipf has it.
func words(n int) func(*rand.Rand) func([]byte) []byte {
	return func(r *rand.Rand) func([]byte) []byte {
		vocabulary, pick := vocabulary(r, n), zipf(r, n)
		return func(line []byte) []byte {
			for i := range 5 + r.IntN(7) {
				if i > 0 {
					line = append(line, ' ')
				}
				line = append(line, vocabulary[pick.Uint64()]...)
			}
			return line
		}
	}
}

// rareWords are lines of words of which nearly half come from some millions.
func rareWords(r *rand.Rand) func([]byte) []byte {
	vocabulary, pick := vocabulary(r, 60_000), zipf(r, 60_000)
	return func(line []byte) []byte {
		for i := range 4 + r.IntN(14) {
			if i > 0 {
				line = append(line, ' ')
			}
			if r.IntN(100) < 55 {
				line = append(line, vocabulary[pick.Uint64()]...)
				continue
			}
			line = append(line, "xyz"[r.IntN(3)])
			line = strconv.AppendUint(line, r.Uint64N(2_700_000)*0x9E3779B1%(1<<32), 36)
		}
		return line
	}
}

// sentences are natural text: capitals, commas, full stops, now and then two blanks, a number, or an accent. With these there are
// about 30 thousand distinct words, as in a long book.
func sentences(r *rand.Rand) func([]byte) []byte {
	vocabulary, pick := vocabulary(r, 5_000), zipf(r, 5_000)
	return func(line []byte) []byte {
		for sentence := range 1 + r.IntN(2) {
			if sentence > 0 {
				line = append(line, ' ')
			}
			n := 4 + r.IntN(16)
			for i := range n {
				word := vocabulary[pick.Uint64()]
				switch {
				case i == 0:
					word = strings.ToUpper(word[:1]) + word[1:]
				case r.IntN(60) == 0:
					word = strconv.Itoa(r.IntN(2000))
				case r.IntN(200) == 0:
					word = strings.ReplaceAll(word, "e", "é")
				}
				line = append(line, word...)
				switch {
				case i == n-1:
					line = append(line, '.')
				case r.IntN(11) == 0:
					line = append(line, ", "...)
				case r.IntN(120) == 0:
					line = append(line, "  "...)
				default:
					line = append(line, ' ')
				}
			}
		}
		return line
	}
}

// accessLog is a web server's log; one line in 200 is cut off.
func accessLog(r *rand.Rand) func([]byte) []byte {
	statuses := []int{200, 200, 200, 200, 200, 200, 304, 304, 404, 301, 500, 403}
	methods := []string{"GET", "GET", "GET", "GET", "POST", "HEAD"}
	vocabulary, pick := vocabulary(r, 4000), zipf(r, 4000)
	t := 0
	return func(line []byte) []byte {
		t += r.IntN(3)
		line = fmt.Appendf(line, "10.%d.%d.%d - - [%02d/Oct/2025:%02d:%02d:%02d +0000] \"%s /%s/%s.html HTTP/1.1\" %d ",
			r.IntN(4), r.IntN(32), r.IntN(256), 1+t/86400%28, t/3600%24, t/60%60, t%60, methods[r.IntN(len(methods))],
			vocabulary[pick.Uint64()], vocabulary[pick.Uint64()], statuses[r.IntN(len(statuses))])
		if r.IntN(20) == 0 {
			line = append(line, '-')
		} else {
			line = strconv.AppendInt(line, int64(r.IntN(60_000)), 10)
		}
		if r.IntN(200) == 0 {
			line = append(line[:20], " malformed"...)
		}
		return line
	}
}

// events are JSON objects of some kinds of value.
func events(r *rand.Rand) func([]byte) []byte {
	kinds := []string{"click", "view", "buy", "login", "logout", "search"}
	pages, pickPage, pickUser := vocabulary(r, 5000), zipf(r, 5000), zipf(r, 50_000)
	t := 1_700_000_000
	return func(line []byte) []byte {
		t += r.IntN(3)
		line = fmt.Appendf(line, `{"ts": %d, "user": "u%05d", "event": "%s", "page": "/%s", `, t, pickUser.Uint64(), kinds[r.IntN(len(kinds))], pages[pickPage.Uint64()])
		return fmt.Appendf(line, `"amount": %.2f, "ok": %t, "tags": ["a%d", "b\u00e9%d"], "geo": {"lat": %.4f, "lon": %.4f}}`,
			r.Float64()*100, r.IntN(2) == 0, r.IntN(9), r.IntN(9), r.Float64()*180-90, r.Float64()*360-180)
	}
}

// keyed are lines of a key out of n and a number.
func keyed(n int) func(*rand.Rand) func([]byte) []byte {
	return func(r *rand.Rand) func([]byte) []byte {
		return func(line []byte) []byte { return fmt.Appendf(line, "k%07d,%d", r.IntN(n), r.IntN(1000)) }
	}
}

// numbers are whole numbers from 1 to a million, one a line.
func numbers(r *rand.Rand) func([]byte) []byte {
	return func(line []byte) []byte { return strconv.AppendInt(line, 1+r.Int64N(1_000_000), 10) }
}

func zipf(r *rand.Rand, n int) *rand.Zipf { return rand.NewZipf(r, 1.07, 2.7, uint64(n-1)) }

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
