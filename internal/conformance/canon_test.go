package conformance

import (
	"encoding/json"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// goldenItem is an item of a .json recording: the same output with sorted records, normalised
// by the program that made the recordings.
type goldenItem struct {
	T       *float64
	Records []string
	More    bool
	Print   string
}

// TestCanonAgreesWithRecordings compares our normalisation with another program's, of the recordings that it was run on.
func TestCanonAgreesWithRecordings(t *testing.T) {
	compared := 0
	for _, s := range corpus(t) {
		data, err := os.ReadFile(s.Sibling(".json"))
		if os.IsNotExist(err) {
			continue
		}
		compared++
		t.Run(s.Name, func(t *testing.T) {
			if err != nil {
				t.Fatal(err)
			}
			var golden []goldenItem
			if err := json.Unmarshal(data, &golden); err != nil {
				t.Fatal(err)
			}
			var want []Item
			for _, g := range golden {
				if g.T == nil {
					want = append(want, Item{Text: g.Print})
					continue
				}
				slices.Sort(g.Records) // "@order exact" keeps them as they came
				at := time.Duration(*g.T * float64(time.Second))
				want = append(want, Item{Block: true, T: at, Records: g.Records, More: g.More})
			}
			got := recorded(t, s)
			SortRecords(got)
			if diff := cmp.Diff(Text(want), Text(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
	if compared < 70 {
		t.Errorf("only %d recordings have been normalised twice", compared)
	}
}

func TestCanon(t *testing.T) {
	block := func(when, records string) string {
		return ruler + "\nTime: " + when + "\n" + ruler + "\n" + records + "\n"
	}
	tests := []struct {
		name    string
		stdout  string
		batches int
		want    string
	}{
		{"nothing", "", 0, ""},
		{"prints keep their text", "a\n\nb\n", 0, "print a\nprint \nprint b\n"},
		{"empty batches outside are dropped, inside kept",
			block("2026-11-22 10:00:00", "") + block("2026-11-22 10:00:01", "x\n") +
				block("2026-11-22 10:00:02", "") + block("2026-11-22 10:00:03.500000", "y\n...\n") +
				block("2026-11-22 10:00:04", ""), 0,
			"block t=0s\n    x\nblock t=1s\nblock t=2.5s\n    y\n    ... and more\n"},
		{"the first batches, and what is printed before the next", "p\n" +
			block("2026-11-22 10:00:00", "") + "q\n" + block("2026-11-22 10:00:01", "x\n") + "r\n", 1,
			"print p\nblock t=0s\nprint q\n"},
		{"the order of records is kept", block("2026-11-22 10:00:00", "b\na\n"), 0, "block t=0s\n    b\n    a\n"},
		{"what differs from run to run",
			"/tmp/x/out file:/tmp/x 4711 47110 2026-11-22T10:00:00.25 2016-11-22 10:00:00 1795376317000 1475376317000\n", 0,
			"print <TMP>/out <TMP> <PORT> 47110 <T> 2016-11-22 10:00:00 <MS> 1475376317000\n"},
		{"a block needs its three lines", ruler + "\nTime: now\n" + ruler + "\n", 0,
			"print " + ruler + "\nprint Time: now\nprint " + ruler + "\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Text(Canon(tt.stdout, Rules{Batches: tt.batches}, "/tmp/x", "4711"))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
