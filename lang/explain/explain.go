package explain

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/dstreamc/dstreamc/lang/plan"
)

// Formats are the names of the formats that Render knows.
var Formats = []string{"text", "mermaid", "dot", "svg", "json"}

// Render writes a graph in one of the Formats. The same graph gives the same bytes.
func Render(w io.Writer, g *plan.Graph, format string) error {
	var out string
	switch format {
	case "text":
		out = text(g)
	case "mermaid":
		out = mermaid(g)
	case "dot":
		out = dot(g)
	case "svg":
		out = svg(g)
	case "json":
		return writeJSON(w, g)
	default:
		return fmt.Errorf("unknown format %q: one of %s", format, strings.Join(Formats, ", "))
	}
	_, err := io.WriteString(w, out)
	return err
}

// card is what the pictures show of a node.
type card struct {
	kind  plan.NodeKind
	title string
	place string   // ":41", or "" without a line
	lines []string // the fused operators
	foot  string   // why a stage ends here
}

// longest is how many characters of an operator the pictures show.
const longest = 72

func newCard(n *plan.Node) card {
	c := card{kind: n.Kind, title: shorten(n.Label, longest), place: place(n.Line)}
	for _, op := range n.Ops {
		c.lines = append(c.lines, shorten(opText(op), longest)+"  "+place(op.Line))
		if types := opTypes(op); types != "" {
			c.lines = append(c.lines, "    "+shorten(types, longest))
		}
	}
	if n.Cut != "" {
		c.foot = "ends here: " + n.Cut
	}
	return c
}

// opText is the script's text of an operator, or its name where there is none.
func opText(op plan.NodeOp) string {
	if op.Text == "" {
		return op.Kind
	}
	return op.Text
}

func opTypes(op plan.NodeOp) string {
	if op.In == "" || op.Out == "" {
		return op.In + op.Out
	}
	return op.In + " -> " + op.Out
}

// place is how a line of the script is cited.
func place(line int) string {
	if line == 0 {
		return ""
	}
	return fmt.Sprintf(":%d", line)
}

// shorten puts a text on one line and cuts it to n characters, the last of them an ellipsis.
func shorten(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
	if runes := []rune(s); len(runes) > n {
		return string(runes[:n-1]) + "…"
	}
	return s
}

// inOrder returns the nodes such that every edge leads forward, otherwise as they are in
// the graph.
func inOrder(g *plan.Graph) []*plan.Node {
	var out []*plan.Node
	done := map[int]bool{}
	byID := map[int]*plan.Node{}
	for _, n := range g.Nodes {
		byID[n.ID] = n
	}
	var visit func(n *plan.Node)
	visit = func(n *plan.Node) {
		if n == nil || done[n.ID] {
			return
		}
		done[n.ID] = true
		for _, e := range g.Edges {
			if e.To == n.ID {
				visit(byID[e.From])
			}
		}
		out = append(out, n)
	}
	for _, n := range g.Nodes {
		visit(n)
	}
	return slices.Clip(out)
}
