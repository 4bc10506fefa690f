package explain

import (
	"encoding/xml"
	"fmt"
	"math"
	"path/filepath"
	"strings"

	"github.com/dstreamc/dstreamc/lang/plan"
)

// Measures of the picture, in pixels. The font is monospaced, so that the width of a text
// is known without the font.
const (
	fontSize   = 13.0
	charWidth  = 7.85 // a little more than fonts need at this size
	lineHeight = 19.0
	padX       = 14.0
	padY       = 10.0
	margin     = 24.0
	heading    = 34.0
)

// style colours the picture for light and dark surroundings.
const style = `
  svg { color-scheme: light dark; font: 13px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
  .bg { fill: #ffffff; } text { fill: #1f2328; white-space: pre; } .dim { fill: #656d76; } .title { font-weight: 600; }
  .box { stroke-width: 1.5; } .source { fill: #ddf4ff; stroke: #218bff; } .stage { fill: #f6f8fa; stroke: #8c959f; }
  .shuffle { fill: #fff8c5; stroke: #bf8700; } .output { fill: #dafbe1; stroke: #2da44e; }
  .edge { fill: none; stroke: #8c959f; stroke-width: 1.5; } .head { fill: #8c959f; }
  .label { fill: #656d76; stroke: #ffffff; stroke-width: 4px; paint-order: stroke; }
  @media (prefers-color-scheme: dark) {
    .bg { fill: #0d1117; } text { fill: #e6edf3; } .dim { fill: #8d96a0; }
    .source { fill: #0c2d6b; } .stage { fill: #161b22; } .shuffle { fill: #4b2900; } .output { fill: #04260f; }
    .label { fill: #8d96a0; stroke: #0d1117; }
  }
`

// svg draws a graph as a picture that needs nothing but itself.
func svg(g *plan.Graph) string {
	cards := map[int]card{}
	for _, n := range g.Nodes {
		cards[n.ID] = newCard(n)
	}
	boxes, routes, w, h := arrange(g, func(n *plan.Node) (float64, float64) { return cardSize(cards[n.ID]) })
	name := filepath.Base(g.Script)
	w = max(w, float64(columns(name))*charWidth) + 2*margin
	for _, r := range routes { // labels may stand out at the right
		w = max(w, r.label.x+8+float64(columns(edgeLabel(r)))*charWidth+2*margin)
	}
	w, h = math.Ceil(w), math.Ceil(h+2*margin+heading)

	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%.0f" viewBox="0 0 %[1]g %[2]g" role="img">`+"\n", w, h)
	fmt.Fprintf(&b, "<title>%s</title>\n<style>%s</style>\n", xmlText("Dataflow of "+name), style)
	b.WriteString(`<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="head" d="M0,0 L8,4 L0,8 z"/></marker></defs>` + "\n")
	fmt.Fprintf(&b, "<rect class=\"bg\" width=\"%.0f\" height=\"%.0f\"/>\n", w, h)
	writeText(&b, margin, margin+fontSize, "title", name)
	fmt.Fprintf(&b, "<g transform=\"translate(%.0f %.0f)\">\n", margin, margin+heading)
	for _, r := range routes {
		writeRoute(&b, r)
	}
	for _, v := range boxes {
		writeBox(&b, v, cards[v.node.ID])
	}
	labelled := map[int]bool{} // a stream with several consumers has its type once
	for _, r := range routes { // above the lines of other edges
		if label := edgeLabel(r); label != "" && !labelled[r.edge.From] {
			labelled[r.edge.From] = true
			writeText(&b, r.label.x+8, r.label.y+lineHeight, "label", label)
		}
	}
	b.WriteString("</g>\n</svg>\n")
	return b.String()
}

func edgeLabel(r route) string { return shorten(r.edge.Type, 40) }

// cardSize is the extent of a box.
func cardSize(c card) (w, h float64) {
	widest := columns(c.title+"  "+c.place) + columns(string(c.kind)) + 3
	for _, l := range append([]string{c.foot}, c.lines...) {
		widest = max(widest, columns(l))
	}
	rows := 1 + len(c.lines)
	if c.foot != "" {
		rows++
	}
	return float64(widest)*charWidth + 2*padX, float64(rows)*lineHeight + 2*padY
}

// columns is the width of a text in characters of a monospaced font, where East Asian
// characters and emoji are two wide.
func columns(s string) (n int) {
	for _, r := range s {
		n++
		if r >= 0x1100 && (r <= 0x115f || r >= 0x2e80 && r <= 0xa4cf || r >= 0xac00 && r <= 0xd7a3 ||
			r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe6f || r >= 0xff00 && r <= 0xff60 || r >= 0x1f300 && r <= 0x3fffd) {
			n++
		}
	}
	return n
}

// writeBox draws a node: its label and kind, its operators, why it ends.
func writeBox(b *strings.Builder, v *vertex, c card) {
	x, y := v.x-v.w/2, v.y-v.h/2
	radius := 6.0
	if c.kind == plan.SourceNode || c.kind == plan.OutputNode {
		radius = 16
	}
	fmt.Fprintf(b, "<rect class=\"box %s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.0f\"/>\n", c.kind, x, y, v.w, v.h, radius)
	base := y + padY + fontSize
	writeText(b, x+padX, base, "title", c.title)
	if c.place != "" {
		writeText(b, x+padX+float64(columns(c.title)+1)*charWidth, base, "dim", c.place)
	}
	kind := string(c.kind)
	writeText(b, x+v.w-padX-float64(columns(kind))*charWidth, base, "dim", kind)
	for _, l := range c.lines {
		base += lineHeight
		class := ""
		if strings.HasPrefix(l, " ") { // the types of the operator above
			class = "dim"
		}
		indent := len(l) - len(strings.TrimLeft(l, " "))
		writeText(b, x+padX+float64(indent)*charWidth, base, class, strings.TrimSpace(l))
	}
	if c.foot != "" {
		writeText(b, x+padX, base+lineHeight, "dim", c.foot)
	}
}

// writeRoute draws an edge as a line of smooth curves.
func writeRoute(b *strings.Builder, r route) {
	fmt.Fprintf(b, "<path class=\"edge\" marker-end=\"url(#arrow)\" d=\"M%.1f,%.1f", r.points[0].x, r.points[0].y)
	for i := 1; i < len(r.points); i++ {
		from, to := r.points[i-1], r.points[i]
		if from.x == to.x {
			fmt.Fprintf(b, " L%.1f,%.1f", to.x, to.y)
			continue
		}
		middle := (from.y + to.y) / 2
		fmt.Fprintf(b, " C%.1f,%.1f %.1f,%.1f %.1f,%.1f", from.x, middle, to.x, middle, to.x, to.y)
	}
	b.WriteString("\"/>\n")
}

// writeText draws a line of text.
func writeText(b *strings.Builder, x, y float64, class, s string) {
	if class != "" {
		class = ` class="` + class + `"`
	}
	fmt.Fprintf(b, "<text%s x=\"%.1f\" y=\"%.1f\">%s</text>\n", class, x, y, xmlText(s))
}

func xmlText(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return b.String()
}
