package ds

import (
	"context"
	"io"
	"math/rand/v2"
	"net"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// countedConn tells how much of what was read has been dealt with: the reader has come back for more.
type countedConn struct {
	net.Conn
	read int64
	done atomic.Int64
}

func (c *countedConn) Read(p []byte) (int, error) {
	c.done.Store(c.read)
	n, err := c.Conn.Read(p)
	c.read += int64(n)
	return n, err
}

// However the text that a peer sends is cut into reads, and into pieces for how many cores, a program prints the same.
func TestSocketChunks(t *testing.T) {
	batches := []string{
		"to be or\r\nnot\rto be\n\nétait \xf0\x9f\x98\x80 là\n\xff\xfe ill \xed\xa0\x80\r\n",
		strings.Repeat("the quick brown fox jumps\n", 50) + "over\r\r\nthe lazy dog\r",
		"\nlast words\n",
	}
	print := func(cut func(text string) []string) string {
		more := make(chan string)
		var conn *countedConn
		dial := func(context.Context, string) (net.Conn, error) {
			ours, theirs := net.Pipe()
			conn = &countedConn{Conn: ours}
			go func() {
				for chunk := range more {
					io.WriteString(theirs, chunk) // the reader goes when the test is over
				}
			}()
			return conn, nil
		}
		out, err := runProgram(t, Job{Dial: dial}, func() {
			ssc := testContext(t)
			lines := ssc.SocketTextStream("host", 9, core.StorageLevelNone)
			words := Narrow(lines, func(p core.Lines, yield func(py.Tuple2[string, int64]) bool) {
				for line := range p.All() {
					for word := range strings.SplitSeq(line, " ") {
						if !yield(py.T2(word, int64(len(line)))) {
							return
						}
					}
				}
			})
			Pprint(Glom(lines), 100)
			Pprint(ReduceByKey(words.Splittable(), PairStage[string](py.AddInt), py.AddInt), 100)
			Pprint(ReduceByKeyAndWindow(words.Associative(), PairStage[string](py.AddInt), py.AddInt, nil, 2, py.Nothing[float64](), py.Some(int64(3)), nil), 100)
			d := ssc.job.driver
			d.pause()
			ssc.Start()
			read := int64(0)
			for _, text := range batches {
				read += int64(len(text))
				for _, chunk := range cut(text) {
					more <- chunk
				}
				waitFor(t, func() bool { return conn.done.Load() == read })
				d.resume()
				sleep(1)
				d.pause()
			}
			d.resume()
			ssc.Stop(true, false)
		})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	whole := func(text string) []string { return []string{text} }
	want := print(whole)
	if n := strings.Count(want, "Time: "); n != 3*len(batches) {
		t.Fatalf("%d blocks:\n%s", n, want)
	}
	for seed := range uint64(20) {
		random := rand.New(rand.NewPCG(seed, 0))
		core.SetWorkers(1 + int(seed%3))
		core.SetPieces(1+random.IntN(40), 1)
		got := print(func(text string) (chunks []string) {
			for len(text) > 0 {
				n := min(len(text), 1+random.IntN(1+random.IntN(60)))
				chunks, text = append(chunks, text[:n]), text[n:]
			}
			return chunks
		})
		if got != want {
			t.Errorf("seed %d gives\n%s\nnot\n%s", seed, got, want)
		}
	}
	core.SetWorkers(0)
	core.SetPieces(2<<20, 4)
}
