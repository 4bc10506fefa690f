package diag

import (
	"errors"
	"strings"
	"testing"

	"github.com/dstreamc/dstreamc/lang/syntax"
)

// spanOf finds the n-th occurrence of a piece of text, from 0.
func spanOf(src *syntax.Source, piece string, n int) syntax.Span {
	at := 0
	for ; ; n-- {
		i := strings.Index(src.Text[at:], piece)
		if i < 0 {
			panic("no " + piece)
		}
		if at += i; n == 0 {
			return syntax.Span{Start: int32(at), End: int32(at + len(piece))}
		}
		at++
	}
}

// wordCount is a source with an error, a note and a hint.
func wordCount() *List {
	src := syntax.NewSource("wc.ds", "import x\na = l = socket()\nc = 1\nb = l.reduceByKey(lambda a, b: a + b)\n")
	l := NewList(src)
	l.Add(Type, "DS203", spanOf(src, "reduceByKey", 0), "reduceByKey needs (key, value) pairs, but this stream's elements are %s", "str").
		Note(spanOf(src, "l =", 0), "l is DStream[str] (socketTextStream)").
		WithHint("pair the elements first, e.g. .map(lambda x: (x, 1))")
	return l
}

func text(t *testing.T, o TextOptions, lists ...*List) string {
	t.Helper()
	var b strings.Builder
	if err := WriteText(&b, o, lists...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	want := `wc.ds:4:7: error: reduceByKey needs (key, value) pairs, but this stream's elements are str [DS203]
  4 | b = l.reduceByKey(lambda a, b: a + b)
    |       ^~~~~~~~~~~
  note: wc.ds:2:5: l is DStream[str] (socketTextStream)
  hint: pair the elements first, e.g. .map(lambda x: (x, 1))
`
	if got := text(t, TextOptions{}, wordCount()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTextColor(t *testing.T) {
	want := "\x1b[1mwc.ds:4:7:\x1b[0m \x1b[1;31merror:\x1b[0m \x1b[1mreduceByKey needs (key, value) pairs, but this stream's elements are str\x1b[0m \x1b[2m[DS203]\x1b[0m\n" +
		"\x1b[2m  4 | \x1b[0mb = l.reduceByKey(lambda a, b: a + b)\n" +
		"\x1b[2m    | \x1b[0m      \x1b[1;32m^~~~~~~~~~~\x1b[0m\n" +
		"  \x1b[36mnote:\x1b[0m wc.ds:2:5: l is DStream[str] (socketTextStream)\n" +
		"  \x1b[36mhint:\x1b[0m pair the elements first, e.g. .map(lambda x: (x, 1))\n"
	if got := text(t, TextOptions{Color: true}, wordCount()); got != want {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

func TestSnippets(t *testing.T) {
	long := strings.Repeat("x + ", 100) + "y" + strings.Repeat(" + z", 100)
	for _, c := range []struct{ name, source, piece, want string }{
		{"one character", "a = b", "b", "a.py:1:5: error: m [C]\n  1 | a = b\n    |     ^\n"},
		{"tabs stay tabs", "\tif\tb:\n", "b", "a.py:1:5: error: m [C]\n  1 | \tif\tb:\n    | \t  \t^\n"},
		{"wide characters take two columns", "s = '日本' + x", "x", "a.py:1:12: error: m [C]\n  1 | s = '日本' + x\n    |              ^\n"},
		{"a wide span", "f('日本')", "'日本'", "a.py:1:3: error: m [C]\n  1 | f('日本')\n    |   ^~~~~~\n"},
		{"combining marks take none", "e\u0301 = x", "x", "a.py:1:6: error: m [C]\n  1 | e\u0301 = x\n    |     ^\n"},
		{"emoji", "'👍' + x", "x", "a.py:1:7: error: m [C]\n  1 | '👍' + x\n    |        ^\n"},
		{"several lines", "f(a,\n  b)\n", "f(a,\n  b)", "a.py:1:1: error: m [C]\n  1 | f(a,\n    | ^~~~\n"},
		{"several lines, blanks at the end", "f(a,   \n  b)\n", "f(a,   \n  b)", "a.py:1:1: error: m [C]\n  1 | f(a,   \n    | ^~~~\n"},
		{"windows line ends", "a\r\nb c\r\n", "c", "a.py:2:3: error: m [C]\n  2 | b c\n    |   ^\n"},
		{"control characters", "a\x1b[31m + b", "b", "a.py:1:10: error: m [C]\n  1 | a\ufffd[31m + b\n    |          ^\n"},
		{"line number of two digits", strings.Repeat("\n", 11) + "x", "x", "a.py:12:1: error: m [C]\n  12 | x\n     | ^\n"},
		{"long line", long, "y", "a.py:1:401: error: m [C]\n  1 | …" + long[341:499] + "…\n    | " + strings.Repeat(" ", 60) + "^\n"},
	} {
		src := syntax.NewSource("a.py", c.source)
		l := NewList(src)
		l.Add(Name, "C", spanOf(src, c.piece, 0), "m")
		if got := text(t, TextOptions{}, l); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestTextWithoutPlace(t *testing.T) {
	l := NewList(syntax.NewSource("a.py", ""))
	l.Add(Usage, "DS300", syntax.Span{}, "the script starts no stream").Note(syntax.Span{}, "two\nlines")
	l.Add(Warning, "DS900", syntax.Span{}, "empty")
	want := "a.py:1:1: error: the script starts no stream [DS300]\n  note: two\\nlines\na.py:1:1: warning: empty [DS900]\n"
	if got := text(t, TextOptions{}, l); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTextEndOfFile(t *testing.T) {
	src := syntax.NewSource("a.py", "try:\n  x")
	l := NewList(src)
	l.Add(Syntax, "C", syntax.Span{Start: 8, End: 8}, "m")
	want := "a.py:2:4: error: m [C]\n  2 |   x\n    |    ^\n"
	if got := text(t, TextOptions{}, l); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTextMax(t *testing.T) {
	src := syntax.NewSource("a.py", "a\nb\nc\nd\n")
	l, m := NewList(src), NewList(src)
	for i := range int32(4) {
		l.Add(Name, "C", syntax.Span{Start: 2 * i, End: 2*i + 1}, "m")
	}
	m.Add(Name, "C", syntax.Span{Start: 0, End: 1}, "other")
	want := "a.py:1:1: error: m [C]\n  1 | a\n    | ^\na.py:2:1: error: m [C]\n  2 | b\n    | ^\n(and 3 more)\n"
	if got := text(t, TextOptions{Max: 2}, l, m); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAdd(t *testing.T) {
	src := syntax.NewSource("a.py", "x = 1\n(")
	l := NewList(src)
	l.Add(Warning, "W", syntax.Span{Start: 4, End: 5}, "m")
	l.Add(Warning, "W", syntax.Span{Start: 4, End: 5}, "m")
	if len(l.Items) != 1 || l.HasErrors() {
		t.Errorf("got %d items, errors %v", len(l.Items), l.HasErrors())
	}
	_, errs := syntax.Parse(src)
	l.AddSyntax(errs)
	l.AddSyntax([]*syntax.Error{{Span: syntax.Span{Start: 0, End: 1}, Code: "DS1", Msg: "50%", Hint: "h", Note: "n"}})
	l.Sort()
	if !l.HasErrors() || len(l.Items) != 3 {
		t.Fatalf("got %d items, errors %v", len(l.Items), l.HasErrors())
	}
	if d := l.Items[0]; d.Msg != "50%" || d.Hint != "h" || len(d.Notes) != 1 || d.Notes[0].Msg != "n" {
		t.Errorf("got %+v", d)
	}
	if d := l.Items[2]; d.Kind != Syntax || d.Msg != "'(' was never closed" {
		t.Errorf("got %+v", d)
	}
}

// broken is a writer that fails.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteErrors(t *testing.T) {
	if err := WriteText(broken{}, TextOptions{}, wordCount()); err == nil {
		t.Error("WriteText hides an error")
	}
	if err := WriteJSON(broken{}, wordCount()); err == nil {
		t.Error("WriteJSON hides an error")
	}
	if err := WriteGitHub(broken{}, wordCount()); err == nil {
		t.Error("WriteGitHub hides an error")
	}
	if err := WriteSARIF(broken{}, "", wordCount()); err == nil {
		t.Error("WriteSARIF hides an error")
	}
}
