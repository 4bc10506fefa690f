package explain

import (
	"fmt"
	"strings"

	"github.com/dstreamc/dstreamc/lang/plan"
)

// mermaid writes a flowchart that GitHub and other Markdown viewers draw.
func mermaid(g *plan.Graph) string {
	var b strings.Builder
	b.WriteString("flowchart TD\n")
	for _, n := range inOrder(g) {
		open, end := mermaidShape(n.Kind)
		fmt.Fprintf(&b, "  n%d%s\"%s\"%s\n", n.ID, open, mermaidLabel(newCard(n)), end)
	}
	for _, e := range g.Edges {
		if e.Type == "" {
			fmt.Fprintf(&b, "  n%d --> n%d\n", e.From, e.To)
		} else {
			fmt.Fprintf(&b, "  n%d -->|\"%s\"| n%d\n", e.From, mermaidText(shorten(e.Type, longest)), e.To)
		}
	}
	return b.String()
}

func mermaidShape(kind plan.NodeKind) (open, end string) {
	switch kind {
	case plan.SourceNode:
		return "([", "])"
	case plan.ShuffleNode:
		return "{{", "}}"
	case plan.OutputNode:
		return "[/", "/]"
	}
	return "[", "]"
}

func mermaidLabel(c card) string {
	lines := []string{"<b>" + mermaidText(c.title) + "</b> " + mermaidText(c.place)}
	for _, l := range c.lines {
		lines = append(lines, mermaidText(l))
	}
	if c.foot != "" {
		lines = append(lines, "<i>"+mermaidText(c.foot)+"</i>")
	}
	return strings.Join(lines, "<br/>")
}

// mermaidText escapes all that has a meaning to Mermaid or to the HTML it makes, as numeric
// entities in Mermaid's spelling.
func mermaidText(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\"#<>&|`;\\*_~[]{}", r) {
			fmt.Fprintf(&b, "#%d;", r)
		} else {
			b.WriteRune(r)
		}
	}
	return strings.TrimSpace(b.String())
}
