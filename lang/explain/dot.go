package explain

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/dstreamc/dstreamc/lang/plan"
)

// dot writes a digraph for Graphviz.
func dot(g *plan.Graph) string {
	var b strings.Builder
	fmt.Fprintf(&b, "digraph \"%s\" {\n", dotText(filepath.Base(g.Script)))
	b.WriteString("  node [fontname=\"monospace\", fontsize=11];\n  edge [fontname=\"monospace\", fontsize=10];\n")
	for _, n := range inOrder(g) {
		fmt.Fprintf(&b, "  n%d [shape=%s, label=\"%s\"];\n", n.ID, dotShape(n.Kind), dotLabel(newCard(n)))
	}
	for _, e := range g.Edges {
		fmt.Fprintf(&b, "  n%d -> n%d", e.From, e.To)
		if e.Type != "" {
			fmt.Fprintf(&b, " [label=\"%s\"]", dotText(" "+shorten(e.Type, longest)))
		}
		b.WriteString(";\n")
	}
	b.WriteString("}\n")
	return b.String()
}

func dotShape(kind plan.NodeKind) string {
	switch kind {
	case plan.SourceNode:
		return "oval"
	case plan.ShuffleNode:
		return "hexagon"
	case plan.OutputNode:
		return "parallelogram"
	}
	return "box"
}

// dotLabel ends lines of operators with \l, which aligns them at the left.
func dotLabel(c card) string {
	title := dotText(strings.TrimSpace(c.title + " " + c.place))
	if len(c.lines) == 0 && c.foot == "" {
		return title
	}
	label := title + `\n`
	for _, l := range c.lines {
		label += dotText(l) + `\l`
	}
	if c.foot != "" {
		label += dotText(c.foot) + `\l`
	}
	return label
}

// dotText escapes for a quoted string, where backslashes start escapes of their own.
func dotText(s string) string {
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ").Replace(s)
}
