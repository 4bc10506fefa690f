package core

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// benchText writes a text of about size bytes whose words are distributed as those of natural text.
func benchText(tb testing.TB, size int) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "words.txt")
	f, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<16)
	r := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(r, 1.1, 8, 60_000)
	for n := 0; n < size; {
		for i := range 12 {
			word := fmt.Sprintf("w%x", zipf.Uint64()*2654435761%1_000_003)
			if i > 0 {
				word = " " + word
			}
			n += len(word) + 1
			w.WriteString(word)
		}
		w.WriteByte('\n')
	}
	if err := w.Flush(); err != nil {
		tb.Fatal(err)
	}
	return path
}

// countWords is what the compiler makes of flatMap(split), map and the map side of reduceByKey.
func countWords(lines Lines, out *Combiner[string, int64]) {
	for line := range lines.All() {
		for word := range strings.SplitSeq(line, " ") {
			out.Merge(word, 1, py.AddInt)
		}
	}
}

// byHand is the program a Go programmer would write.
func byHand(path string) map[string]int {
	f, err := os.Open(path)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	counts := map[string]int{}
	for s := bufio.NewScanner(f); s.Scan(); {
		for _, word := range strings.Split(s.Text(), " ") {
			counts[word]++
		}
	}
	return counts
}

// BenchmarkWordCount reports how many times as fast as Scanner, Split and a map the same word count is here, on one
// core ("x-by-hand/1") and on all ("x-by-hand/n"). The interleaved minima are compared.
func BenchmarkWordCount(b *testing.B) {
	path := benchText(b, 100<<20)
	sc := testContext(b, "local[2]")
	count := func() int64 { return Count(ReduceByKey(TextFile(sc, path).Splittable(), countWords, py.AddInt)) }
	defer SetWorkers(0)
	var distinct int64
	best := [3]time.Duration{1 << 62, 1 << 62, 1 << 62}
	for b.Loop() {
		for i, run := range []func(){
			func() { distinct = int64(len(byHand(path))) },
			func() { SetWorkers(1); distinct -= count() },
			func() { SetWorkers(0); count() },
		} {
			start := time.Now()
			run()
			best[i] = min(best[i], time.Since(start))
		}
		if distinct != 0 {
			b.Fatalf("the programs differ by %d words", distinct)
		}
	}
	b.ReportMetric(best[0].Seconds()/best[1].Seconds(), "x-by-hand/1")
	b.ReportMetric(best[0].Seconds()/best[2].Seconds(), "x-by-hand/n")
	b.ReportMetric(best[1].Seconds()*1000, "ms/1")
}
