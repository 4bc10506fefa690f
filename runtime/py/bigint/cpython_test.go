package bigint_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/dstreamc/dstreamc/runtime/py"
	"github.com/dstreamc/dstreamc/runtime/py/bigint"
)

var record = flag.Bool("record", false, "record testdata/cases.jsonl.gz again with python3")

const casesFile = "testdata/cases.jsonl.gz"

// TestCPython compares every recorded case. -record makes the recording anew, which needs CPython 3.11.
func TestCPython(t *testing.T) {
	if *record {
		recordCases(t)
	}
	bigint.Enable()
	failed := map[string]int{}
	n := 0
	eachCase(t, func(op string, args []any, want string) {
		f, ok := operations[op]
		if !ok {
			t.Fatalf("no operation %q", op)
		}
		n++
		shown := py.Repr(py.NewTupleOf(args...))
		if got := outcome(f, args); got != want {
			if failed[op]++; failed[op] <= 5 {
				t.Errorf("%s %s\n got  %s\n want %s", op, shown, got, want)
			}
		}
	})
	for op, n := range failed {
		if n > 5 {
			t.Errorf("%s: %d cases differ", op, n)
		}
	}
	t.Logf("%d cases", n)
}

func recordCases(t *testing.T) {
	out, err := exec.Command("python3", "testdata/record.py").Output()
	if err != nil {
		t.Fatal(err)
	}
	var z bytes.Buffer
	w, _ := gzip.NewWriterLevel(&z, gzip.BestCompression)
	w.Write(out)
	w.Close()
	if err := os.WriteFile(casesFile, z.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func eachCase(t *testing.T, check func(op string, args []any, want string)) {
	f, err := os.Open(casesFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		dec := json.NewDecoder(bytes.NewReader(sc.Bytes()))
		dec.UseNumber()
		var raw []any
		if err := dec.Decode(&raw); err != nil {
			t.Fatalf("%v in %s", err, sc.Text())
		}
		var args []any
		for _, a := range raw[1].([]any) {
			args = append(args, decode(a))
		}
		check(raw[0].(string), args, raw[2].(string))
	}
	if sc.Err() != nil {
		t.Fatal(sc.Err())
	}
}

func decode(v any) any {
	switch x := v.(type) {
	case nil:
		return py.None
	case json.Number:
		return py.Box(py.BigLit(string(x)))
	case map[string]any:
		return py.FloatOfStr(x["f"].(string))
	}
	return v
}

// outcome is the repr of the result, or the exception.
func outcome(f func(args []any) any, args []any) string {
	var result string
	if e := py.Try(func() { result = py.Repr(f(args)) }); e != nil {
		return "!" + strings.TrimSuffix(e.Class.Name+": "+e.PyStr(), "\n")
	}
	return result
}
