package explain

import (
	"encoding/json"
	"io"

	"github.com/dstreamc/dstreamc/lang/plan"
)

// The JSON form of a graph. Its names are what other programs rely on, so they are spelled
// out here and not taken from plan's types.
type (
	jsonGraph struct {
		Script    string          `json:"script"`
		BigInt    bool            `json:"bigint,omitempty"`
		Streams   []jsonStream    `json:"streams"`
		Nodes     []jsonNode      `json:"nodes"`
		Edges     []jsonEdge      `json:"edges"`
		Dynamic   []jsonDynamic   `json:"dynamic"`
		Rewritten []jsonRewritten `json:"rewritten"`
	}
	jsonStream struct {
		Name string `json:"name"`
		Type string `json:"type"`
		Line int    `json:"line"`
	}
	jsonNode struct {
		ID    int      `json:"id"`
		Kind  string   `json:"kind"`
		Label string   `json:"label"`
		Line  int      `json:"line"`
		Type  string   `json:"type,omitempty"`
		Ops   []jsonOp `json:"operators,omitempty"`
		Cut   string   `json:"endsBecause,omitempty"`
	}
	jsonOp struct {
		Kind string `json:"kind"`
		Text string `json:"text"`
		Line int    `json:"line"`
		In   string `json:"in"`
		Out  string `json:"out"`
	}
	jsonEdge struct {
		From int    `json:"from"`
		To   int    `json:"to"`
		Type string `json:"type,omitempty"`
	}
	jsonDynamic struct {
		Text string `json:"text"`
		Why  string `json:"why"`
		Line int    `json:"line"`
	}
	jsonRewritten struct {
		Text string `json:"text"`
		Line int    `json:"line"`
	}
)

// writeJSON writes a graph as JSON. Lists are never null.
func writeJSON(w io.Writer, g *plan.Graph) error {
	out := jsonGraph{
		Script:    g.Script,
		BigInt:    g.Ints != nil,
		Streams:   []jsonStream{},
		Nodes:     []jsonNode{},
		Edges:     []jsonEdge{},
		Dynamic:   []jsonDynamic{},
		Rewritten: []jsonRewritten{},
	}
	for _, s := range g.Streams {
		out.Streams = append(out.Streams, jsonStream(s))
	}
	for _, n := range inOrder(g) {
		node := jsonNode{ID: n.ID, Kind: string(n.Kind), Label: n.Label, Line: n.Line, Type: n.Type, Cut: n.Cut}
		for _, op := range n.Ops {
			node.Ops = append(node.Ops, jsonOp(op))
		}
		out.Nodes = append(out.Nodes, node)
	}
	for _, e := range g.Edges {
		out.Edges = append(out.Edges, jsonEdge(e))
	}
	for _, d := range g.Dynamic {
		out.Dynamic = append(out.Dynamic, jsonDynamic{d.Text, d.Why, d.Line})
	}
	for _, r := range g.Rewrites {
		out.Rewritten = append(out.Rewritten, jsonRewritten{r.Text, r.Line})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
