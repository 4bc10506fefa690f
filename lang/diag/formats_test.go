package diag

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/dstreamc/dstreamc/lang/syntax"
)

func TestJSON(t *testing.T) {
	var b strings.Builder
	if err := WriteJSON(&b, wordCount()); err != nil {
		t.Fatal(err)
	}
	want := `[
  {
    "file": "wc.ds",
    "line": 4,
    "column": 7,
    "endLine": 4,
    "endColumn": 18,
    "severity": "error",
    "kind": "type",
    "code": "DS203",
    "message": "reduceByKey needs (key, value) pairs, but this stream's elements are str",
    "notes": [
      {
        "file": "wc.ds",
        "line": 2,
        "column": 5,
        "endLine": 2,
        "endColumn": 8,
        "message": "l is DStream[str] (socketTextStream)"
      }
    ],
    "hint": "pair the elements first, e.g. .map(lambda x: (x, 1))"
  }
]
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestJSONEmpty(t *testing.T) {
	var b strings.Builder
	if err := WriteJSON(&b, NewList(syntax.NewSource("a.py", ""))); err != nil || b.String() != "[]\n" {
		t.Errorf("got %q, %v", b.String(), err)
	}
}

func TestJSONColumnsCountCharacters(t *testing.T) {
	src := syntax.NewSource("a.py", "s = '日本' + <x>")
	l := NewList(src)
	l.Add(Warning, "C", spanOf(src, "<x>", 0), "m").Note(syntax.Span{}, "n")
	var b strings.Builder
	if err := WriteJSON(&b, l); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"column": 12,`, `"endColumn": 15,`, `"severity": "warning",`, `"kind": "warning"`, "{\n        \"message\": \"n\"\n      }", `"hint": ""`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in\n%s", want, b.String())
		}
	}
}

func TestGitHub(t *testing.T) {
	l := wordCount()
	src := syntax.NewSource("a,b:c.py", "f(x,\n  y)\n\n")
	m := NewList(src)
	m.Add(Warning, "DS900", spanOf(src, "f(x,\n  y)", 0), "100%%\nsure").Note(syntax.Span{}, "no place")
	m.Add(Name, "DS901", syntax.Span{Start: 0, End: 0}, "empty")
	var b strings.Builder
	if err := WriteGitHub(&b, l, m); err != nil {
		t.Fatal(err)
	}
	want := "::error file=wc.ds,line=4,col=7,endColumn=18,title=DS203::reduceByKey needs (key, value) pairs, but this stream's elements are str%0Anote: line 2: l is DStream[str] (socketTextStream)%0Ahint: pair the elements first, e.g. .map(lambda x: (x, 1))\n" +
		"::warning file=a%2Cb%3Ac.py,line=1,col=1,endLine=2,title=DS900::100%25%0Asure%0Anote: no place\n" +
		"::error file=a%2Cb%3Ac.py,line=1,col=1,endColumn=2,title=DS901::empty\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestSARIF(t *testing.T) {
	l := wordCount()
	src := syntax.NewSource("/tmp/a b.py", "x")
	m := NewList(src)
	m.Add(Warning, "DS100", syntax.Span{Start: 0, End: 1}, "m").Note(syntax.Span{}, "n").WithHint("h")
	var b strings.Builder
	if err := WriteSARIF(&b, "1.2.3", l, m); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	if err := json.Unmarshal([]byte(b.String()), &log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || len(log.Runs) != 1 {
		t.Fatalf("got %+v", log)
	}
	run := log.Runs[0]
	if d := run.Tool.Driver; d.Name != "dstreamc" || d.Version != "1.2.3" || len(d.Rules) != 2 || d.Rules[0].ID != "DS100" || d.Rules[1].ID != "DS203" {
		t.Errorf("driver: %+v", d)
	}
	if run.ColumnKind != "unicodeCodePoints" || len(run.Results) != 2 {
		t.Fatalf("run: %+v", run)
	}
	first, second := run.Results[0], run.Results[1]
	if first.RuleID != "DS203" || first.RuleIndex != 1 || first.Level != "error" ||
		first.Message.Text != "reduceByKey needs (key, value) pairs, but this stream's elements are str\nhint: pair the elements first, e.g. .map(lambda x: (x, 1))" {
		t.Errorf("first: %+v", first)
	}
	at := first.Locations[0].PhysicalLocation
	if at.ArtifactLocation.URI != "wc.ds" || at.Region != (sarifRegion{4, 7, 4, 18}) {
		t.Errorf("location: %+v", at)
	}
	if r := first.RelatedLocations; len(r) != 1 || r[0].Message.Text != "l is DStream[str] (socketTextStream)" || r[0].PhysicalLocation.Region.StartLine != 2 {
		t.Errorf("related: %+v", r)
	}
	if second.Level != "warning" || second.RuleIndex != 0 || second.Message.Text != "m\nnote: n\nhint: h" ||
		second.Locations[0].PhysicalLocation.ArtifactLocation.URI != "file:///tmp/a%20b.py" {
		t.Errorf("second: %+v", second)
	}
}

func TestSARIFEmpty(t *testing.T) {
	var b strings.Builder
	if err := WriteSARIF(&b, ""); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"rules": []`, `"results": []`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in\n%s", want, b.String())
		}
	}
}
