package py

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// check compares the repr of a value.
func check[T any](t *testing.T, v T, want string) {
	t.Helper()
	if got := Repr(v); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestTypedContainers(t *testing.T) {
	l := NewList[int64](3, 1, 2)
	l.Append(5)
	ListSetSlice(l, Some[int64](0), Some[int64](1), Nothing[int64](), NewList[int64](9, 8).All())
	check(t, l, "[9, 8, 1, 2, 5]")
	ListSort(l, true)
	check(t, ListSlice(l, Some[int64](-2), Nothing[int64](), Nothing[int64]()), "[2, 1]")

	d := NewDict[Tuple2[string, int64], Opt[float64]]()
	for i := range int64(40) {
		d.Set(T2("k", i%20), Some(float64(i)))
	}
	for i := range int64(18) {
		DictDel(d, T2("k", i))
	}
	d.Set(T2("z", int64(0)), Nothing[float64]())
	check(t, d, "{('k', 18): 38.0, ('k', 19): 39.0, ('z', 0): None}")
	check(t, DictKeys(d), "dict_keys([('k', 18), ('k', 19), ('z', 0)])")
	check(t, DictGetOpt(d, T2("none", int64(1))), "None")

	nested := NewList[any](int64(1))
	nested.Append(nested)
	check(t, nested, "[1, [...]]")
	check(t, SortedBy(NewList(T2("b", int64(2)), T2("a", int64(2)), T2("c", int64(1))).All(), func(p Tuple2[string, int64]) int64 { return p.V1 }, true),
		"[('b', 2), ('a', 2), ('c', 1)]")
}

func TestIteratorIsUsedOnce(t *testing.T) {
	it := Zip2(RangeTo(4).All(), Chars("abcd"))
	check(t, Next(it), "(0, 'a')")
	for pair := range it.All() {
		check(t, pair, "(1, 'b')")
		break
	}
	check(t, ListOf(it.All()), "[(2, 'c'), (3, 'd')]")
	if e := Try(func() { Next(it) }); e == nil || e.Class != StopIteration {
		t.Errorf("next at the end raised %v", e)
	}
}

func TestTraceback(t *testing.T) {
	RegisterScript("exception_script.py", "def f(x):\n    return 1 // x\n", map[string]string{"github.com/dstreamc/dstreamc/runtime/py.raiseInScript": "f"})
	first := Try(func() { raiseInScript(0) })
	second := Try(func() { first.Handling(func() { Raise(NewException(KeyError, "k")) }) })
	want := `Traceback (most recent call last):
  File "exception_script.py", line 2, in f
    return 1 // x
ZeroDivisionError: integer division or modulo by zero

During handling of the above exception, another exception occurred:

KeyError: 'k'
`
	if got := second.Traceback(); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

type fixedClock struct{ slept time.Duration }

func (c *fixedClock) Now() time.Time        { return time.Unix(1000, 0).Add(c.slept) }
func (c *fixedClock) Sleep(d time.Duration) { c.slept += d }
func (c *fixedClock) Virtual() bool         { return true }

func TestClock(t *testing.T) {
	SetClock(&fixedClock{})
	defer SetClock(nil)
	TimeSleep(2.5)
	check(t, TimeTime(), "1002.5")
	before := TimeProcessTime()
	TimeSleep(2.5)
	check(t, TimeProcessTime()-before, "2.5")
}

func TestFilesAndPrint(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.txt")
	f := Open(path, "w", Nothing[string](), Nothing[string](), Nothing[string]())
	check(t, f.Write("é1\r\n2\n"), "6")
	f.Close()
	f = Open(path, "r", Nothing[string](), Nothing[string](), Nothing[string]())
	check(t, f.Readlines(), `['é1\n', '2\n']`)
	e := Try(func() { Open(path+"/no", "r", Nothing[string](), Nothing[string](), Nothing[string]()) })
	if e == nil || !strings.HasPrefix(e.Error(), "NotADirectoryError: [Errno 20] Not a directory: '") {
		t.Errorf("open raised %v", e)
	}

	var out bytes.Buffer
	old := Stdout
	Stdout = &out
	defer func() { Stdout = old }()
	Print("a", int64(1), 2.0, None, NewList("x"))
	PrintTo(None, "-", "!", true, true, T1("y"))
	Print(Some("a"), Nothing[string]())
	if got, want := out.String(), "a 1 2.0 None ['x']\nTrue-('y',)!a None\n"; got != want {
		t.Errorf("printed %q, want %q", got, want)
	}
}

// TestAsOptional takes floats that may be None out of an any that has an int.
func TestAsOptional(t *testing.T) {
	check(t, As[Opt[float64]](int64(3)), "3.0")
	check(t, As[Opt[float64]](None), "None")
	check(t, As[Tuple2[string, Opt[float64]]](T2("a", int64(3))), "('a', 3.0)")
	check(t, As[Opt[Tuple2[string, float64]]](T2("a", int64(3))), "('a', 3.0)")
}
