package ds

import (
	"fmt"
	"math"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// Times and durations of the graph are milliseconds, as in Spark; times count from the epoch.

// millis is a duration as PySpark takes it: int(seconds * 1000).
func millis(seconds float64) int64 { return int64(seconds * 1000) }

// node is what DStreams of all types have in common: a DStream as the engine sees it. The engine reaches what
// depends on the element type through functions, not through an interface: a DStream in an interface would make the
// compiler emit all its methods for every element type, and those of the streams they return.
type node struct {
	// forget drops the RDDs that are no longer remembered after the batch of time t has run.
	forget func(t int64)
	// settle computes what a stream with a growing history has to compute now and then, so that the history can go.
	settle func(t int64)

	ssc   *StreamingContext
	kind  string // Spark's class
	deps  []*node
	slide int64

	rememberFor int64
	windowFor   int64 // how much longer than this stream its parents have to remember
	// mustCheckpoint marks streams whose RDDs depend on their predecessors for ever. Spark demands a checkpoint directory for
	// them and for those with an interval.
	mustCheckpoint  bool
	checkpointEvery int64 // 0: not set
	level           core.StorageLevel
	initialized     bool

	promises promises
	upstream []*node     // what the script made the stream from, also where deps reach past it
	passage  *passage    // of streams whose operations may drop records
	gave     func() bool // of sources: whether anything has come
}

func (n *node) base() *node { return n }

// defaultCheckpoint is Spark's interval for streams that must be checkpointed: the multiple of the slide that is
// at least 10 seconds.
func (n *node) defaultCheckpoint() int64 {
	return n.slide * int64(math.Ceil(10000/float64(n.slide)))
}

// initialize prepares a stream and those it depends on for batches.
func (n *node) initialize() {
	if n.mustCheckpoint && n.checkpointEvery == 0 {
		n.checkpointEvery = n.defaultCheckpoint()
	}
	n.rememberFor = max(n.rememberFor, n.slide)
	n.initialized = true
	for _, d := range n.deps {
		d.base().initialize()
	}
}

// remember makes a stream keep its RDDs for at least the duration, and its parents for what it needs of them.
func (n *node) remember(duration int64) {
	n.rememberFor = max(n.rememberFor, duration)
	for _, d := range n.deps {
		d.base().remember(n.rememberFor + n.windowFor)
	}
}

// validate makes Spark's checks at start; the error has the text of its IllegalArgumentException.
func (n *node) validate() error {
	if n.checkpointEvery > 0 {
		if n.ssc.checkpointDir == "" {
			return requirement("The checkpoint directory has not been set. Please set it by StreamingContext.checkpoint().")
		}
		if n.checkpointEvery < n.slide {
			return requirement("The checkpoint interval for %s has been set to %d ms which is lower than its slide time (%d ms). Please set it to at least %d ms.",
				n.kind, n.checkpointEvery, n.slide, n.slide)
		}
		if n.checkpointEvery%n.slide != 0 {
			return requirement("The checkpoint interval for %s has been set to  %d ms which not a multiple of its slide time (%d ms). Please set it to a multiple of %d ms.",
				n.kind, n.checkpointEvery, n.slide, n.checkpointEvery)
		}
	}
	for _, d := range n.deps {
		if err := d.base().validate(); err != nil {
			return err
		}
	}
	return nil
}

// requirement is the text of a failed require() of Scala.
func requirement(format string, args ...any) error {
	return fmt.Errorf("requirement failed: "+format, args...)
}

// valid reports whether the stream has a batch at time t: its slides count from the start of the context.
func (n *node) valid(t int64) bool {
	zero := n.ssc.zero
	return t > zero && (t-zero)%n.slide == 0
}

// walk calls f once for every stream that the outputs depend on, children before parents.
func walk(outputs []*output, f func(*node)) {
	seen := map[*node]bool{}
	var visit func(*node)
	visit = func(s *node) {
		if seen[s] {
			return
		}
		seen[s] = true
		f(s)
		for _, d := range s.base().deps {
			visit(d)
		}
	}
	for _, o := range outputs {
		visit(o.parent)
	}
}

// Names of what PySpark was calling when Java raised an exception, for its text.
const (
	javaContext = "o25"
	javaStream  = "o31"
)

// javaError raises the Py4JJavaError for a Java exception, which PySpark sees when it calls something.
func javaError(calling, class, message string) {
	py.Raise(core.JavaError(calling, class+": "+message+"\n"))
}

// checkOpen raises Spark's exception when streams or outputs are added too late.
func (ssc *StreamingContext) checkOpen(calling string) {
	const text = "Adding new inputs, transformations, and output operations after %s a context is not supported"
	switch ssc.state {
	case active:
		javaError(calling, "java.lang.IllegalStateException", fmt.Sprintf(text, "starting"))
	case stopped:
		javaError(calling, "java.lang.IllegalStateException", fmt.Sprintf(text, "stopping"))
	}
}

// PyTypeName is the Python class of a stream: that of map(), reduceByKey() and transform() differs from the others'.
func (n *node) PyTypeName() string {
	if n.kind == "PythonTransformedDStream" {
		return "TransformedDStream"
	}
	return "DStream"
}

// PyModule is "pyspark.streaming.dstream".
func (*node) PyModule() string { return "pyspark.streaming.dstream" }
