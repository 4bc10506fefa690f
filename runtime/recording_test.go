package ds

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

func TestParseRecording(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{"a b\nc\n", "1 : [a b|c]"},
		{"a\n---\n", "1 : [a]"},
		{"a\n---\n\n", "2 : [a] []"},
		{"a\n---\n---\nb", "3 : [a]  [b]"},
		{"---\n---\n", "2 :  "},
		{"\ufeffa\r\n---\r\nb\r\n", "2 : [a] [b]"},
		{"-----\n--- \n", `ERROR x:2: a line that begins with "---" must be one of:`},
		{"\\---\n\\\\--- from x\n\\d\n-- a\n\\---x\n", `1 : [---|\--- from x|\d|-- a|\---x]`},
		{"--- from h:1\na\n--- from in\nb\n---\nc\n", "2 h:1: [a]  / in: [b] [c]"},
		{"--- from h:1\n---\n--- from dir with blanks\nb\n--- from h:1\nc\n", "2 h:1:  [c] / dir with blanks:  [b]"},
		{"a\n--- part\nb\n---\n--- part\n---\n--- part\n--- part\nc\n", "3 : [a][b] [] [][c]"},
		{"--- start 2026-01-02\n--- first 2026-01-02T00:00:05\na\n", "1 start 2026-01-02T00:00:00Z : first 2026-01-02T00:00:05Z [a]"},
		{"--- start 2026-01-02T03:04:05.25+02:00\na\n--- stop\n\n", "1 start 2026-01-02T03:04:05.25+02:00 stop : [a]"},
		{"a\n--- from x\n", "ERROR x:2: x has records before this line that are from no source"},
		{"--- from\n", "ERROR x:1: --- from needs the name of a source"},
		{"a\n--- start 2026-01-02\n", "ERROR x:2: --- start must stand before all records"},
		{"\n--- first now\n", `ERROR x:2: "now" is no time as in`},
		{"a\n---\n--- frm b\n", `ERROR a record that begins so needs a backslash: \--- frm b`},
		{"--- stop\na\n", "ERROR x:2: nothing can come after --- stop"},
	}
	for _, test := range tests {
		got := ""
		rec, err := ParseRecording("x", test.text)
		if err != nil {
			got = "ERROR " + err.Error()
		} else {
			got = recordingText(rec)
		}
		if want, fails := strings.CutPrefix(test.want, "ERROR "); fails != (err != nil) || !strings.Contains(got, want) || !fails && got != want {
			t.Errorf("%q:\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

// recordingText shows a recording: the number of batches, what was said about all of it, and for each source its batches, in
// brackets for each partition.
func recordingText(rec *Recording) string {
	var b strings.Builder
	if len(rec.Inputs) > 0 {
		fmt.Fprintf(&b, "%d ", len(rec.Inputs[0].Batches))
	}
	if !rec.Start.IsZero() {
		fmt.Fprintf(&b, "start %s ", rec.Start.Format(time.RFC3339Nano))
	}
	if rec.Stop {
		b.WriteString("stop ")
	}
	for i := range rec.Inputs {
		in := &recorded{Input: rec.Inputs[i], byTime: map[int64]int{}}
		if i > 0 {
			b.WriteString(" / ")
		}
		b.WriteString(in.Source + ":")
		if !in.First.IsZero() {
			b.WriteString(" first " + in.First.Format(time.RFC3339Nano))
		}
		for t := range in.Batches {
			in.cut(int64(t))
			b.WriteString(" ")
			for _, part := range in.parts(int64(t)) {
				fmt.Fprintf(&b, "[%s]", strings.Join(part, "|"))
			}
		}
	}
	return b.String()
}

// twoSources prints what comes from a socket and from a folder, with their partitions.
func twoSources(dir string, ready func(ssc *StreamingContext)) func() {
	return func() {
		sc := core.NewSparkContext(py.Some("local[2]"), py.Some("test"), nil)
		ssc := NewStreamingContext(sc, py.Some(1.0))
		lines, files := ssc.SocketTextStream("host", 9), ssc.TextFileStream(dir)
		Pprint(Glom(lines), 10)
		Pprint(Glom(Union(lines, files)), 10)
		Pprint(Count(Window(lines, 2, none)), 10)
		sleep(3.5)
		ssc.Start()
		ready(ssc)
		ssc.AwaitTerminationOrTimeout(4)
		ssc.Stop(true, true)
	}
}

// What was recorded gives the same output again: partitions, empty batches and times, and records that look like marks.
func TestRecordAndReplay(t *testing.T) {
	dir, tapes := t.TempDir(), filepath.Join(t.TempDir(), "made", "tapes")
	start := time.Date(2026, 3, 4, 5, 6, 7, 250e6, time.UTC)
	sent := make(chan string)
	p := &peer{d: func() *driver { return currentJob().driver }, talks: []func(net.Conn){func(c net.Conn) {
		for text := range sent {
			io.WriteString(c, text)
		}
	}}}
	dial := func(ctx context.Context, address string) (net.Conn, error) { return p.dial(ctx, address) }
	live, err := runProgram(t, Job{Clock: NewVirtualClock(start), Dial: dial, Record: tapes}, twoSources(dir, func(ssc *StreamingContext) {
		d := ssc.job.driver
		send := func(text string) { // and wait until it has been taken
			r := ssc.receivers()[0]
			taken := func() int64 {
				r.mu.Lock()
				defer r.mu.Unlock()
				return r.held + int64(len(r.buf.buf))
			}
			want := taken() + int64(len(text))
			d.pause()
			sent <- text
			waitFor(t, func() bool { return taken() == want })
			d.resume()
		}
		send("a b\n---\n")
		sleep(0.1)
		send("\n\\---\n")
		path := filepath.Join(dir, "f.txt")
		os.WriteFile(path, []byte("x\ny\r\n\xff"), 0o666)
		os.Chtimes(path, d.now(), d.now())
		sleep(2)
		send("c\n")
		close(sent)
	}))
	if err != nil {
		t.Fatal(err)
	}
	if want := "Time: 2026-03-04 05:06:11\n-------------------------------------------\n['a b', '---']\n['', '\\\\---']\n"; !strings.Contains(live, want) {
		t.Errorf("it printed\n%s", live)
	}
	rec, err := ReadRecording(tapes)
	if err != nil {
		t.Fatal(err)
	}
	again, err := runProgram(t, Job{Clock: NewVirtualClock(rec.Start), Recording: rec}, twoSources("elsewhere", func(*StreamingContext) {}))
	if want := "the script has no source " + dir; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("with another folder: %v", err)
	}
	again, err = runProgram(t, Job{Clock: NewVirtualClock(rec.Start), Recording: rec}, twoSources(dir, func(*StreamingContext) { sleep(2.1) }))
	if err != nil || again != live {
		t.Errorf("%v; recorded\n%s\nreplayed\n%s", err, live, again)
	}
	if _, err := runProgram(t, Job{Record: tapes}, func() {}); err == nil || !strings.Contains(err.Error(), "holds a recording") {
		t.Errorf("a second recording in the same folder: %v", err)
	}
}

// Which input belongs to which source, and what is said where that cannot be.
func TestReplaySources(t *testing.T) {
	const a, b = "--- from host:1\na\n---\nb\n", "--- from host:2\nc\n"
	tests := []struct {
		text    string
		sockets []int64
		want    string // the lines printed, or the error
	}{
		{"a\n---\nb", []int64{1}, "1:a 1:b"},
		{a, []int64{7}, "7:a 7:b"},
		{a + b, []int64{2, 1}, "1:a 2:c 1:b"},
		{"--- from host:1#2\na\n--- from host:1\nb\n", []int64{1, 1}, "1:b 1:a"},
		{a, []int64{1, 2}, "1:a 1:b"},
		{"a", []int64{1, 2}, "x:1: the script has several sources: each record must follow a line --- from NAME, where NAME is host:1 or host:2"},
		{a + b, []int64{3, 4}, "x:1: the script has no source host:1, but host:3 or host:4"},
		{a + b, []int64{1}, "x:5: the script has no source host:2"},
		{"", []int64{1}, "x has no batches for host:1"},
		{a, nil, "x:1: the script has no source host:1"},
	}
	for _, test := range tests {
		rec, err := ParseRecording("x", test.text)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		_, err = runProgram(t, Job{Recording: rec}, func() {
			ssc := testContext(t)
			for _, port := range test.sockets {
				ForeachRDD(ssc.SocketTextStream("host", port), func(r *core.RDD[string]) {
					for line := range core.Collect(r).All() {
						got = append(got, fmt.Sprintf("%d:%s", port, line))
					}
				})
			}
			if test.sockets == nil {
				return
			}
			ssc.Start()
			ssc.AwaitTermination(none)
		})
		result := strings.Join(got, " ")
		if err != nil {
			result = err.Error()
		}
		if result != test.want {
			t.Errorf("%q with %v:\n got %s\nwant %s", test.text, test.sockets, result, test.want)
		}
	}
}

// A job with a duration stops as after a signal: main programs that sleep for ever end, too.
func TestDuration(t *testing.T) {
	out, err := runProgram(t, Job{Duration: 3500 * time.Millisecond}, func() {
		ssc := testContext(t)
		Pprint(queue(ssc, l("a"), l("b")), 10)
		ssc.Start()
		for {
			sleep(1000)
		}
	})
	if err != nil || strings.Count(out, "Time:") != 3 {
		t.Errorf("%v\n%s", err, out)
	}
}
