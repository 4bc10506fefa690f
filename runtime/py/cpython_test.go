package py

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/hex"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"strings"
	"testing"
)

var record = flag.Bool("record", false, "record testdata/cases.jsonl.gz again with python3")

const casesFile = "testdata/cases.jsonl.gz"

// pythonCase is one line of the recording: an operation, its arguments and CPython's result.
type pythonCase struct {
	op   string
	args []any
	want string
}

// TestCPython compares every recorded case. -record makes the recording anew, which needs CPython 3.11.
func TestCPython(t *testing.T) {
	if *record {
		recordCases(t)
	}
	ops := testOperations()
	failed := map[string]int{}
	n := 0
	for _, c := range readCases(t) {
		f, ok := ops[c.op]
		if !ok && strings.HasPrefix(c.op, ".+") {
			f, ok = callAndShow(c.op[2:]), true
		} else if !ok && strings.HasPrefix(c.op, ".") {
			f, ok = callNamed(c.op[1:]), true
		} else if !ok && strings.HasPrefix(c.op, "each .") {
			f, ok = callEach(c.op[6:]), true
		}
		if !ok {
			t.Fatalf("no operation %q", c.op)
		}
		n++
		shown := Repr(NewTupleOf(c.args...))
		got := outcome(f, c.args)
		if got == c.want || strings.HasPrefix(c.want, "!OverflowError") && strings.HasPrefix(got, "!OverflowError") {
			continue
		}
		if failed[c.op]++; failed[c.op] <= 5 {
			t.Errorf("%s %s\n got  %s\n want %s", c.op, shown, got, c.want)
		}
	}
	for op, n := range failed {
		if n > 5 {
			t.Errorf("%s: %d cases differ", op, n)
		}
	}
	t.Logf("%d cases", n)
}

func recordCases(t *testing.T) {
	cmd := exec.Command("python3", "testdata/record.py")
	cmd.Env = append(os.Environ(), "PYTHONHASHSEED=0")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
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

func readCases(t *testing.T) []pythonCase {
	t.Helper()
	f, err := os.Open(casesFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var out []pythonCase
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		dec := json.NewDecoder(bytes.NewReader(sc.Bytes()))
		dec.UseNumber()
		var raw []any
		if err := dec.Decode(&raw); err != nil {
			t.Fatalf("%v in %s", err, sc.Text())
		}
		c := pythonCase{op: raw[0].(string), want: raw[2].(string)}
		for _, a := range raw[1].([]any) {
			c.args = append(c.args, decodeArg(a))
		}
		out = append(out, c)
	}
	if sc.Err() != nil {
		t.Fatal(sc.Err())
	}
	return out
}

// decodeArg makes the value that record.py encoded.
func decodeArg(v any) any {
	switch x := v.(type) {
	case nil:
		return None
	case json.Number:
		return IntOfStr(string(x), 10)
	case map[string]any:
		for tag, inner := range x {
			return decodeTagged(tag, inner)
		}
	}
	return v
}

func decodeTagged(tag string, v any) any {
	switch tag {
	case "f":
		return FloatOfStr(v.(string))
	case "b":
		b, _ := hex.DecodeString(v.(string))
		return Bytes(b)
	}
	var items []any
	for _, x := range v.([]any) {
		if tag == "d" {
			pair := x.([]any)
			items = append(items, T2(decodeArg(pair[0]), decodeArg(pair[1])))
			continue
		}
		items = append(items, decodeArg(x))
	}
	switch tag {
	case "l":
		return NewList(items...)
	case "t":
		return TupleFrom(items)
	case "s":
		return NewSet(items...)
	case "z":
		return NewFrozenSet(items...)
	case "r":
		return NewRange(items[0].(int64), items[1].(int64), items[2].(int64))
	case "sl":
		return Slice{SliceBound(items[0]), SliceBound(items[1]), SliceBound(items[2])}
	}
	d := NewDict[any, any]()
	for _, kv := range items {
		d.Set(kv.(Tuple2[any, any]).V0, kv.(Tuple2[any, any]).V1)
	}
	return d
}

// outcome is the repr of the result, or the exception.
func outcome(f func(args []any) any, args []any) string {
	var result string
	if e := Try(func() { result = Repr(f(args)) }); e != nil {
		return "!" + strings.TrimSuffix(e.Class.Name+": "+e.PyStr(), "\n")
	}
	return result
}

func callNamed(name string) func([]any) any {
	return func(a []any) any { return DynCallMethod(a[0], name, a[1:]...) }
}

// callAndShow gives the result and the receiver after the call.
func callAndShow(name string) func([]any) any {
	return func(a []any) any {
		result := DynCallMethod(a[0], name, a[1:]...)
		return T2(result, a[0])
	}
}

func callEach(name string) func([]any) any {
	return func(a []any) any {
		out := NewList[any]()
		for _, c := range a {
			out.Append(DynCallMethod(c, name))
		}
		return out
	}
}
