package explain

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/dstreamc/dstreamc/lang/plan"
)

// text tells of ints of any size and lists streams, then nodes in the order records pass through them, then what has no
// static type and what is computed in another way than it is written.
func text(g *plan.Graph) string {
	var b strings.Builder
	fmt.Fprintln(&b, g.Script)
	if g.Ints != nil {
		b.WriteString("\nInts of any size\n")
		var t table
		if g.Ints.Text == "" {
			t.row("as asked for")
		} else {
			t.row(shorten(g.Ints.Text, longest), "has more than 64 bits", place(g.Ints.Line))
		}
		t.write(&b, "  ")
	}
	if len(g.Streams) > 0 {
		b.WriteString("\nStreams\n")
		var t table
		for _, s := range g.Streams {
			t.row(s.Name, s.Type, place(s.Line))
		}
		t.write(&b, "  ")
	}
	if len(g.Nodes) > 0 {
		b.WriteString("\nPlan\n")
		writeNodes(&b, g)
	}
	if len(g.Dynamic) > 0 {
		b.WriteString("\nTypes known only at run time\n")
		var t table
		for _, d := range g.Dynamic {
			t.row(shorten(d.Text, longest), d.Why, place(d.Line))
		}
		t.write(&b, "  ")
	}
	if len(g.Rewrites) > 0 {
		b.WriteString("\nRewritten\n")
		var t table
		for _, r := range g.Rewrites {
			t.row(shorten(r.Text, 200), place(r.Line))
		}
		t.write(&b, "  ")
	}
	return b.String()
}

// writeNodes numbers the nodes. A node that does not simply follow the one above says where
// its records come from.
func writeNodes(b *strings.Builder, g *plan.Graph) {
	nodes := inOrder(g)
	number := map[int]int{}
	for i, n := range nodes {
		number[n.ID] = i + 1
	}
	for i, n := range nodes {
		fmt.Fprintf(b, "  %2d  %-7s  %s", i+1, n.Kind, strings.TrimSpace(shorten(n.Label, 200)+"  "+place(n.Line)))
		if from := sources(g, n, number, i); from != "" {
			fmt.Fprintf(b, "  from %s", from)
		}
		b.WriteString("\n")
		const indent = "               "
		var t table
		for _, op := range n.Ops {
			t.row(shorten(opText(op), 200), place(op.Line), opTypes(op))
		}
		t.write(b, indent)
		if n.Type != "" && n.Kind != plan.OutputNode {
			fmt.Fprintf(b, "%s=> %s\n", indent, n.Type)
		}
		if n.Cut != "" {
			fmt.Fprintf(b, "%sends here: %s\n", indent, n.Cut)
		}
	}
}

// sources lists the numbers of the nodes before n, unless that is just the one above it.
func sources(g *plan.Graph, n *plan.Node, number map[int]int, above int) string {
	var from []string
	for _, e := range g.Edges {
		if e.To == n.ID {
			from = append(from, fmt.Sprint(number[e.From]))
		}
	}
	if len(from) == 1 && from[0] == fmt.Sprint(above) {
		return ""
	}
	return strings.Join(from, ", ")
}

// table writes rows with aligned columns.
type table struct{ rows [][]string }

func (t *table) row(cells ...string) { t.rows = append(t.rows, cells) }

func (t *table) write(b *strings.Builder, indent string) {
	var widths []int
	for _, row := range t.rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, row := range t.rows {
		line := indent
		for i, cell := range row {
			line += cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}
