package explain

import (
	"slices"

	"github.com/dstreamc/dstreamc/lang/plan"
)

// A point is a place in a picture, in pixels from its upper left corner.
type point struct{ x, y float64 }

// vertex is a node placed in a layer, or the passage of a long edge through one.
type vertex struct {
	node   *plan.Node // nil for a passage
	w, h   float64
	x, y   float64 // of the centre
	room   float64 // the height of its layer
	layer  int
	up, to []*vertex // neighbours in the layers above and below
}

// route is an edge with the places it passes, from the bottom of one box to the top of
// another.
type route struct {
	edge   plan.Edge
	points []point
	label  point // where it leaves the first layer
}

// Distances in pixels.
const (
	gapX = 36.0
	gapY = 58.0
)

// arrange places a graph in layers from top to bottom, in the manner of Sugiyama: layers by
// the longest path, few crossings by barycentres, then places as close to the middle of the
// neighbours as the order allows. size gives the extent of a node's box. The picture starts
// at the origin and has the returned extent.
func arrange(g *plan.Graph, size func(*plan.Node) (w, h float64)) (boxes []*vertex, routes []route, w, h float64) {
	nodes := inOrder(g)
	byID := map[int]*vertex{}
	rank := map[int]int{}
	for i, n := range nodes {
		v := &vertex{node: n}
		v.w, v.h = size(n)
		byID[n.ID], rank[n.ID] = v, i
		boxes = append(boxes, v)
	}
	for _, n := range nodes {
		for _, e := range g.Edges {
			if e.To == n.ID && rank[e.From] < rank[e.To] {
				byID[n.ID].layer = max(byID[n.ID].layer, byID[e.From].layer+1)
			}
		}
	}
	layers := make([][]*vertex, 1)
	put := func(v *vertex) {
		for v.layer >= len(layers) {
			layers = append(layers, nil)
		}
		layers[v.layer] = append(layers[v.layer], v)
	}
	for _, v := range boxes {
		put(v)
	}
	var chains [][]*vertex // the vertices of each edge
	for _, e := range g.Edges {
		from, to := byID[e.From], byID[e.To]
		if from == nil || to == nil || from.layer >= to.layer {
			continue
		}
		chain := []*vertex{from}
		for l := from.layer + 1; l < to.layer; l++ {
			passage := &vertex{layer: l}
			put(passage)
			chain = append(chain, passage)
		}
		chain = append(chain, to)
		for i := 1; i < len(chain); i++ {
			chain[i-1].to = append(chain[i-1].to, chain[i])
			chain[i].up = append(chain[i].up, chain[i-1])
		}
		chains = append(chains, chain)
		routes = append(routes, route{edge: e})
	}
	uncross(layers)
	w, h = place2D(layers)
	for i, chain := range chains {
		routes[i].points = through(chain)
		routes[i].label = point{chain[0].x, chain[0].y + chain[0].room/2}
	}
	return boxes, routes, w, h
}

// through returns the points of an edge. Within a layer it goes straight down.
func through(chain []*vertex) []point {
	var points []point
	for i, v := range chain {
		if i > 0 {
			points = append(points, point{v.x, v.y - v.room/2})
		}
		switch {
		case i == len(chain)-1 && v.h < v.room:
			points = append(points, point{v.x, v.y - v.h/2})
		case i == 0 && v.h < v.room:
			points = append(points, point{v.x, v.y + v.h/2})
		}
		if i < len(chain)-1 {
			points = append(points, point{v.x, v.y + v.room/2})
		}
	}
	return points
}

// uncross orders each layer by the mean place of its neighbours, down and up in turn, and
// keeps the order with the fewest crossings.
func uncross(layers [][]*vertex) {
	best, fewest := copyLayers(layers), crossings(layers)
	for sweep := 0; sweep < 12 && fewest > 0; sweep++ {
		for i := range layers {
			l, neighbours := i, func(v *vertex) []*vertex { return v.up }
			if sweep%2 == 1 {
				l, neighbours = len(layers)-1-i, func(v *vertex) []*vertex { return v.to }
			}
			index := map[*vertex]float64{}
			for _, layer := range layers {
				for k, v := range layer {
					index[v] = float64(k)
				}
			}
			mean := map[*vertex]float64{}
			for _, v := range layers[l] {
				mean[v] = average(neighbours(v), index[v], func(n *vertex) float64 { return index[n] })
			}
			slices.SortStableFunc(layers[l], func(a, b *vertex) int {
				switch {
				case mean[a] < mean[b]:
					return -1
				case mean[a] > mean[b]:
					return 1
				}
				return 0
			})
		}
		if n := crossings(layers); n < fewest {
			best, fewest = copyLayers(layers), n
		}
	}
	copy(layers, best)
}

func copyLayers(layers [][]*vertex) [][]*vertex {
	out := make([][]*vertex, len(layers))
	for i, l := range layers {
		out[i] = slices.Clone(l)
	}
	return out
}

// crossings counts pairs of edges between adjacent layers that cross.
func crossings(layers [][]*vertex) (n int) {
	index := map[*vertex]int{}
	for _, layer := range layers {
		for k, v := range layer {
			index[v] = k
		}
	}
	for _, layer := range layers {
		var ends []int // of the edges below, by their upper ends from left to right
		for _, v := range layer {
			first := len(ends)
			for _, to := range v.to {
				for _, other := range ends[:first] {
					if other > index[to] {
						n++
					}
				}
				ends = append(ends, index[to])
			}
		}
	}
	return n
}

// average is the mean of a value over vertices, or other where there are none.
func average(vs []*vertex, other float64, value func(*vertex) float64) float64 {
	if len(vs) == 0 {
		return other
	}
	sum := 0.0
	for _, v := range vs {
		sum += value(v)
	}
	return sum / float64(len(vs))
}

// place2D gives every vertex its centre and returns the extent of all.
func place2D(layers [][]*vertex) (w, h float64) {
	for _, layer := range layers {
		x, tallest := 0.0, 0.0
		for _, v := range layer {
			v.x = x + v.w/2
			x += v.w + gapX
			tallest = max(tallest, v.h)
		}
		for _, v := range layer {
			v.room = tallest
			v.y = h + tallest/2
		}
		h += tallest + gapY
	}
	for sweep := range 16 {
		for i := range layers {
			if sweep%2 == 0 {
				settle(layers[i], func(v *vertex) []*vertex { return v.up })
			} else {
				settle(layers[len(layers)-1-i], func(v *vertex) []*vertex { return v.to })
			}
		}
	}
	left, right := 0.0, 0.0
	for i, layer := range layers {
		for k, v := range layer {
			if i+k == 0 || v.x-v.w/2 < left {
				left = v.x - v.w/2
			}
			if i+k == 0 || v.x+v.w/2 > right {
				right = v.x + v.w/2
			}
		}
	}
	for _, layer := range layers {
		for _, v := range layer {
			v.x -= left
		}
	}
	return right - left, h - gapY
}

// settle moves a layer's vertices as close to the middle of their neighbours as the order
// and the gaps allow, in the sense of least squares: neighbours that want to be in each
// other's place are merged into blocks that want to be at the mean of their wishes.
func settle(layer []*vertex, neighbours func(*vertex) []*vertex) {
	type block struct {
		wish  float64 // mean place of the first vertex
		count int
	}
	var blocks []block
	offset := 0.0 // of a vertex from the first one, if all stand close
	offsets := make([]float64, len(layer))
	for i, v := range layer {
		if i > 0 {
			offset += layer[i-1].w/2 + gapX + v.w/2
		}
		offsets[i] = offset
		wish := average(neighbours(v), v.x, func(n *vertex) float64 { return n.x })
		blocks = append(blocks, block{wish - offset, 1})
		for n := len(blocks); n > 1 && blocks[n-2].wish > blocks[n-1].wish; n-- {
			a, b := blocks[n-2], blocks[n-1]
			mean := (a.wish*float64(a.count) + b.wish*float64(b.count)) / float64(a.count+b.count)
			blocks = append(blocks[:n-2], block{mean, a.count + b.count})
		}
	}
	i := 0
	for _, b := range blocks {
		for range b.count {
			layer[i].x = b.wish + offsets[i]
			i++
		}
	}
}
