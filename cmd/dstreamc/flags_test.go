package main

import (
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/dstreamc/dstreamc/lang/syntax"
)

func TestGoStyleFlags(t *testing.T) {
	tests := []struct{ in, want string }{
		{"gen -pkg jobs -o x.go wc.py", "gen --pkg jobs -o x.go wc.py"},
		{"gen wc.py -pkg=jobs", "gen wc.py --pkg=jobs"},
		{"gen wc.py -ox.go", "gen wc.py -ox.go"},
		{"build -os linux -arch arm64 wc.py", "build --os linux --arch arm64 wc.py"},
		{"build -- -os", "build -- -os"},
		{"fmt -w -d wc.py", "fmt -w -d wc.py"},
		{"fmt -wd wc.py", "fmt -wd wc.py"},
		{"run -feed wc.py -feed localhost", "run --feed wc.py -feed localhost"},
		{"run -feed-rate 5 wc.py -color", "run --feed-rate 5 wc.py -color"},
		{"-color never run -feed wc.py", "--color never run --feed wc.py"},
		{"nonsense -pkg x", "nonsense -pkg x"},
		{"", ""},
	}
	for _, test := range tests {
		root := (&tool{}).rootCommand()
		if got := strings.Join(goStyle(root, strings.Fields(test.in)), " "); got != test.want {
			t.Errorf("%q became %q, want %q", test.in, got, test.want)
		}
	}
}

func TestSocketPorts(t *testing.T) {
	tests := []struct {
		script, args string
		ports        string
		sockets      int
	}{
		{"ssc.socketTextStream('localhost', 9999)", "", "9999", 1},
		{"ssc.socketTextStream(hostname='localhost', port=9999)", "1234", "9999", 1},
		{"ssc.socketTextStream(sys.argv[1], int(sys.argv[2]))", "localhost 9999", "9999", 1},
		{"ssc.socketTextStream(host, port)", "localhost 70000 x", "", 1},
		{"def f():\n    return ssc.socketTextStream(host, port)", "localhost 9999 out 8888", "9999", 1},
		{"a = ssc.socketTextStream('a', 1)\nb = ssc.socketTextStream('b', 2)", "", "1 2", 2},
		{"a = ssc.socketTextStream(h, 7)\nb = ssc.socketTextStream(h, p)", "h 8 9", "7 8", 2},
		{"a = ssc.socketTextStream(h, p)\nb = ssc.socketTextStream(h, p)", "h 8", "8", 2},
		{"ssc.textFileStream('x')", "9999", "", 0},
		{"ssc.socketTextStream()", "", "", 1},
	}
	for _, test := range tests {
		file, errs := syntax.Parse(syntax.NewSource("x.py", test.script+"\n"))
		if len(errs) > 0 {
			t.Fatal(errs[0])
		}
		ports, sockets := socketPorts(file, strings.Fields(test.args))
		if !slices.Equal(ports, strings.Fields(test.ports)) || sockets != test.sockets {
			t.Errorf("%q with %q reads from %q by %d sources, want %q by %d", test.script, test.args, ports, sockets, test.ports, test.sockets)
		}
	}
}

func TestColored(t *testing.T) {
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	for _, test := range []struct {
		color string
		w     any
		want  bool
	}{
		{"auto", io.Discard, false},
		{"auto", null, false},
		{"always", io.Discard, true},
		{"never", os.Stderr, false},
	} {
		if got := (&tool{color: test.color}).colored(test.w); got != test.want {
			t.Errorf("%s: got %t", test.color, got)
		}
	}
}
