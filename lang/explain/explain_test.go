package explain

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dstreamc/dstreamc/lang/plan"
)

var update = flag.Bool("update", false, "write the golden files anew")

// graphs are what the golden files in testdata show.
var graphs = map[string]*plan.Graph{
	"wordcount": {
		Script:  "examples/network_wordcount.py",
		Streams: []plan.StreamInfo{{Name: "lines", Type: "DStream[str]", Line: 8}, {Name: "counts", Type: "DStream[tuple[str, int]]", Line: 9}},
		Nodes: []*plan.Node{
			{ID: 1, Kind: plan.SourceNode, Label: "socketTextStream(sys.argv[1], int(sys.argv[2]))", Line: 8, Type: "DStream[str]"},
			{ID: 2, Kind: plan.StageNode, Label: "countLines", Line: 9, Type: "DStream[tuple[str, int]]", Ops: []plan.NodeOp{
				{Kind: "flatMap", Text: `flatMap(lambda line: line.split(" "))`, Line: 9, In: "str", Out: "str"},
				{Kind: "map", Text: "map(lambda word: (word, 1))", Line: 10, In: "str", Out: "tuple[str, int]"},
				{Kind: "reduceByKey", Text: "reduceByKey(lambda a, b: a + b)", Line: 11, In: "tuple[str, int]", Out: "tuple[str, int]"},
			}, Cut: "reduceByKey brings the records of each key together"},
			{ID: 3, Kind: plan.ShuffleNode, Label: "reduceByKey", Line: 11, Type: "DStream[tuple[str, int]]"},
			{ID: 4, Kind: plan.OutputNode, Label: "pprint()", Line: 12},
		},
		Edges: []plan.Edge{{From: 1, To: 2, Type: "str"}, {From: 2, To: 3, Type: "tuple[str, int]"}, {From: 3, To: 4, Type: "tuple[str, int]"}},
	},
	"join": {
		Script: "join.py",
		Nodes: []*plan.Node{
			{ID: 7, Kind: plan.OutputNode, Label: "foreachRDD(save)", Line: 20},
			{ID: 1, Kind: plan.SourceNode, Label: "socketTextStream(host, 9999)", Line: 3, Type: "DStream[str]"},
			{ID: 2, Kind: plan.SourceNode, Label: "textFileStream('/data/in')", Line: 4, Type: "DStream[str]"},
			{ID: 3, Kind: plan.StageNode, Label: "clicks", Line: 5, Type: "DStream[tuple[str, Any]]", Ops: []plan.NodeOp{
				{Kind: "map", Text: "map(json.loads)", Line: 5, In: "str", Out: "Any"},
				{Kind: "map", Text: "map(lambda o: (str(o['user']), o))", Line: 6, In: "Any", Out: "tuple[str, Any]"},
			}, Cut: "clicks has 2 consumers"},
			{ID: 4, Kind: plan.StageNode, Label: "users", Line: 8, Type: "DStream[tuple[str, str]]"},
			{ID: 5, Kind: plan.ShuffleNode, Label: "join", Line: 10, Type: "DStream[tuple[str, tuple[Any, str]]]"},
			{ID: 6, Kind: plan.ShuffleNode, Label: "reduceByKeyAndWindow(add, None, 30, 10)", Line: 12, Type: "DStream[tuple[str, int]]"},
			{ID: 8, Kind: plan.OutputNode, Label: "pprint(5)", Line: 21},
		},
		Edges: []plan.Edge{
			{From: 1, To: 3, Type: "str"}, {From: 2, To: 4, Type: "str"}, {From: 3, To: 5, Type: "tuple[str, Any]"}, {From: 4, To: 5, Type: "tuple[str, str]"},
			{From: 3, To: 6, Type: "tuple[str, Any]"}, {From: 5, To: 7, Type: "tuple[str, tuple[Any, str]]"}, {From: 6, To: 8, Type: "tuple[str, int]"}, {From: 1, To: 8, Type: "str"},
		},
		Dynamic: []plan.DynamicUse{{Line: 5, Text: "json.loads", Why: "what JSON text holds is known only when it is read"}},
	},
	"hostile": {
		Script: `a"b<c>&.py`,
		Nodes: []*plan.Node{
			{ID: 1, Kind: plan.SourceNode, Label: `textFileStream("</text><script>\" \l --> end`, Line: 1, Type: "DStream[str]"},
			{ID: 2, Kind: plan.OutputNode, Label: "pprint]\n;\x01 #quot; | 名前 \\", Line: 2},
		},
		Edges: []plan.Edge{{From: 1, To: 2, Type: `str"|`}},
	},
	"empty": {Script: "empty.py"},
}

func TestGolden(t *testing.T) {
	for name, g := range graphs {
		for _, format := range Formats {
			path := filepath.Join("testdata", name+"."+format)
			t.Run(filepath.Base(path), func(t *testing.T) {
				var got bytes.Buffer
				if err := Render(&got, g, format); err != nil {
					t.Fatal(err)
				}
				if *update {
					if err := os.WriteFile(path, got.Bytes(), 0o666); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(string(want), got.String()); diff != "" {
					t.Errorf("differs (-want +got); -update writes it anew:\n%s", diff)
				}
			})
		}
	}
}

// picture is what the tests look at of an SVG.
type picture struct {
	Width  float64 `xml:"width,attr"`
	Height float64 `xml:"height,attr"`
	Rects  []struct {
		Class string  `xml:"class,attr"`
		X     float64 `xml:"x,attr"`
		Y     float64 `xml:"y,attr"`
		W     float64 `xml:"width,attr"`
		H     float64 `xml:"height,attr"`
	} `xml:"g>rect"`
	Texts []string   `xml:"g>text"`
	Paths []struct{} `xml:"g>path"`
}

func TestSVGIsWellFormedAndBoxesStandApart(t *testing.T) {
	for name, g := range graphs {
		t.Run(name, func(t *testing.T) {
			var p picture
			if err := xml.Unmarshal([]byte(svg(g)), &p); err != nil {
				t.Fatal(err)
			}
			if len(p.Rects) != len(g.Nodes) || len(p.Paths) != len(g.Edges) {
				t.Errorf("%d boxes and %d lines, want %d and %d", len(p.Rects), len(p.Paths), len(g.Nodes), len(g.Edges))
			}
			for i, a := range p.Rects {
				if a.X < 0 || a.Y < 0 || a.X+a.W > p.Width || a.Y+a.H > p.Height {
					t.Errorf("box %d lies outside of the picture: %+v", i, a)
				}
				for j, b := range p.Rects[:i] {
					if a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H {
						t.Errorf("boxes %d and %d overlap: %+v %+v", j, i, b, a)
					}
				}
			}
			if name == "hostile" && !strings.Contains(strings.Join(p.Texts, "\n"), "</text><script>") {
				t.Errorf("texts %q", p.Texts)
			}
		})
	}
}

// TestLayoutUncrosses draws two chains given in an order that makes their edges cross.
func TestLayoutUncrosses(t *testing.T) {
	g := &plan.Graph{}
	for id := 1; id <= 6; id++ {
		g.Nodes = append(g.Nodes, &plan.Node{ID: id, Kind: plan.StageNode})
	}
	g.Edges = []plan.Edge{{From: 1, To: 4}, {From: 2, To: 3}, {From: 4, To: 5}, {From: 3, To: 6}, {From: 1, To: 6}}
	boxes, routes, _, _ := arrange(g, func(*plan.Node) (float64, float64) { return 100, 20 })
	at := map[int]*vertex{}
	for _, v := range boxes {
		at[v.node.ID] = v
	}
	left := func(a, b int) bool { return at[a].x < at[b].x }
	if left(1, 2) != left(4, 3) || left(4, 3) != left(5, 6) {
		for id, v := range at {
			t.Errorf("%d at %v,%v", id, v.x, v.y)
		}
	}
	if n := len(routes[4].points); n != 4 {
		t.Errorf("the edge from layer 0 to 2 has %d points", n)
	}
}

func TestUnknownFormat(t *testing.T) {
	err := Render(io.Discard, graphs["empty"], "png")
	if err == nil || !strings.Contains(err.Error(), "text, mermaid, dot, svg, json") {
		t.Errorf("got %v", err)
	}
}

func TestCycleIsDrawn(t *testing.T) {
	g := &plan.Graph{Nodes: []*plan.Node{{ID: 1}, {ID: 2}}, Edges: []plan.Edge{{From: 1, To: 2}, {From: 2, To: 1}}}
	for _, format := range Formats {
		if err := Render(io.Discard, g, format); err != nil {
			t.Error(err)
		}
	}
}

func TestJSONReadsBack(t *testing.T) {
	var out bytes.Buffer
	if err := Render(&out, graphs["join"], "json"); err != nil {
		t.Fatal(err)
	}
	var got jsonGraph
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Nodes) != 8 || len(got.Edges) != 8 || fmt.Sprint(got.Dynamic[0].Line) != "5" {
		t.Errorf("read %+v", got)
	}
}
