package infer

import (
	"math"

	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// streamUse is what a round saw of the streaming API, to report misuse that Spark would report
// only when the program starts.
type streamUse struct {
	contexts   []syntax.Span
	interval   float64 // seconds, of the only context, if it is a constant
	starts     []syntax.Span
	outputs    int
	checkpoint bool
	needsDir   []use1 // operations that need a checkpoint directory
	windows    []windowUse
	late       []use1 // stream operations after start() in straight-line code of the module
}

type use1 struct {
	name string
	at   syntax.Span
}

type windowUse struct {
	name  string
	param string
	secs  float64
	at    syntax.Span
}

// noteCall records calls of the streaming API.
func (c *checker) noteCall(call *ir.Call, nameAt syntax.Span) {
	if call.Fn.Class == nil {
		return
	}
	switch call.Fn.Class.Name {
	case "StreamingContext":
		c.noteContext(call, nameAt)
	case "DStream":
		c.noteStream(call, nameAt)
	}
}

func (c *checker) noteContext(call *ir.Call, nameAt syntax.Span) {
	u := &c.use
	switch call.Fn.Name {
	case "__init__":
		u.contexts = append(u.contexts, nameAt)
		if secs, ok := constSeconds(call.Args[len(call.Args)-1]); ok {
			u.interval = secs
			if secs <= 0 {
				c.list.Add(diag.Usage, "DS504", nameAt, "the batch interval must be more than 0 seconds, found %g", secs)
			}
		}
	case "start":
		u.starts = append(u.starts, nameAt)
	case "checkpoint", "getOrCreate", "getActiveOrCreate":
		u.checkpoint = true
	}
}

func (c *checker) noteStream(call *ir.Call, nameAt syntax.Span) {
	u, f := &c.use, call.Fn
	if f.Output {
		u.outputs++
	}
	if len(u.starts) > 0 && c.frame == c.mod && len(c.frame.loops) == 0 && f.Name != "slice" && f.Name != "context" {
		u.late = append(u.late, use1{f.Name, nameAt})
	}
	switch f.Name {
	case "updateStateByKey", "countByWindow", "countByValueAndWindow", "groupByKeyAndWindow":
		u.needsDir = append(u.needsDir, use1{f.Name, nameAt})
	case "reduceByKeyAndWindow", "reduceByWindow":
		if !types.IsNone(typeOf(call.Args[1])) {
			u.needsDir = append(u.needsDir, use1{f.Name, nameAt})
		}
	}
	for i, p := range f.Params {
		if p.Name == "windowDuration" || p.Name == "slideDuration" {
			if secs, ok := constSeconds(call.Args[i]); ok {
				u.windows = append(u.windows, windowUse{f.Name, p.Name, secs, call.Args[i].Pos()})
			}
		}
	}
}

// constSeconds reads a constant number of seconds through its conversions.
func constSeconds(e ir.Expr) (float64, bool) {
	for {
		conv, ok := e.(*ir.Convert)
		if !ok {
			break
		}
		e = conv.V
	}
	k, ok := e.(*ir.Const)
	if !ok {
		return 0, false
	}
	switch v := k.Value.(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// checkStreams reports misuse once the whole script was seen.
func (c *checker) checkStreams() {
	u := &c.use
	if len(u.starts) > 0 && u.outputs == 0 && !c.list.HasErrors() {
		c.list.Add(diag.Usage, "DS502", u.starts[0], "no output operation is registered, so there is nothing to execute").
			WithHint("end a stream with an output: .pprint(), .foreachRDD(f) or .saveAsTextFiles(prefix)")
	}
	if len(u.contexts) == 1 && len(u.starts) > 1 {
		c.list.Add(diag.Warning, "DS902", u.starts[1], "start() is called again; Spark only warns and goes on").
			Note(u.starts[0], "the first call")
	}
	if len(u.contexts) > 0 && len(u.starts) == 0 {
		c.list.Add(diag.Warning, "DS903", u.contexts[0], "this streaming context is never started, so nothing runs").
			WithHint("end the script with ssc.start() and ssc.awaitTermination()")
	}
	if !u.checkpoint && len(u.starts) > 0 {
		for _, n := range u.needsDir {
			c.list.Add(diag.Usage, "DS503", n.at, "%s needs a checkpoint directory, and none is set", n.name).
				WithHint(`write ssc.checkpoint("checkpoint") before ssc.start()`)
		}
	}
	if len(u.contexts) == 1 {
		c.checkWindows()
		for _, l := range u.late {
			c.list.Add(diag.Usage, "DS505", l.at, "%s after start(): adding operations to a started context is not supported", l.name).
				Note(u.starts[0], "the context is started here").WithHint("move it above ssc.start()")
		}
	}
}

func (c *checker) checkWindows() {
	if c.use.interval <= 0 {
		return
	}
	for _, w := range c.use.windows {
		n := w.secs / c.use.interval
		if w.secs <= 0 || math.Abs(n-math.Round(n)) > 1e-9 {
			c.list.Add(diag.Usage, "DS504", w.at, "%s of %s must be a multiple of the batch interval: %g s is not a multiple of %g s", w.param, w.name, w.secs, c.use.interval).
				Note(c.use.contexts[0], "the batch interval is set here")
		}
	}
}

// hintCallbacks remembers which parameters a function would need that is given to a method, in
// case its name turns out to be undefined.
func (c *checker) hintCallbacks(method string, args []*syntax.Arg) {
	params := ""
	switch method {
	case "map", "flatMap", "filter", "mapValues", "flatMapValues", "foreach", "sortBy", "keyBy", "groupBy":
		params = "x"
	case "reduceByKey", "reduce", "reduceByKeyAndWindow", "reduceByWindow":
		params = "a, b"
	case "updateStateByKey":
		params = "new_values, state"
	case "foreachRDD", "transform":
		params = "rdd"
	case "mapPartitions", "foreachPartition":
		params = "records"
	default:
		return
	}
	for _, a := range args {
		if n, ok := a.Value.(*syntax.Name); ok {
			c.hints[n.Span.Start] = params
		}
	}
}
