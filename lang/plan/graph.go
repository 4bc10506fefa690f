package plan

import "github.com/dstreamc/dstreamc/lang/syntax"

// Graph is a script's dataflow for people to look at: sources, stages, shuffles and outputs.
type Graph struct {
	Script   string
	Nodes    []*Node
	Edges    []Edge
	Streams  []StreamInfo // every stream with a name, in order of definition
	Dynamic  []DynamicUse // where inference fell back to Any
	Rewrites []Rewritten  // what was made faster, in order of the script
	Ints     *Ints        // why ints are of any size; nil if they have 64 bits
}

// Ints says why a script's ints are of any size: for an int that it writes down, or, with no text, because that was asked for.
type Ints struct {
	Text string
	Line int
}

// NodeKind says what a node of a Graph is.
type NodeKind string

// Kinds of nodes.
const (
	SourceNode  NodeKind = "source"
	StageNode   NodeKind = "stage"   // a fused chain: Ops has its operators
	ShuffleNode NodeKind = "shuffle" // records move between partitions, or wait: reduceByKey, window, join, state
	OutputNode  NodeKind = "output"
)

// Node is one source, stage, shuffle or output.
type Node struct {
	ID    int
	Kind  NodeKind
	Label string // socketTextStream(host, port), countLines, reduceByKey, pprint
	Line  int
	Type  string // of the stream that leaves it, as an annotation
	Ops   []NodeOp
	Cut   string // why the chain ends here, for a stage
}

// NodeOp is one operator fused into a stage.
type NodeOp struct {
	Kind string // map, flatMap, filter …
	Text string // the script's text of the call, on one line
	Line int
	In   string
	Out  string
}

// Edge leads from one node to the next.
type Edge struct {
	From, To int
	Type     string
}

// StreamInfo is a named stream of the script.
type StreamInfo struct {
	Name string
	Type string
	Line int
}

// DynamicUse is a value whose type is known only at run time, and why.
type DynamicUse struct {
	Span syntax.Span
	Line int
	Text string
	Why  string
}

// Rewritten is something of the script that is computed in a cheaper way than it is written.
type Rewritten struct {
	Line int
	Text string
}
