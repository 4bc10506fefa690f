package infer

import (
	"math"
	"slices"

	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// streamUse is what a round saw of the streaming API, to report misuse that Spark would report
// only when the program runs. What a handler of the script may catch is left out.
type streamUse struct {
	contexts   []syntax.Span
	made       int         // how many of them are made in straight-line code
	interval   float64     // seconds, of the only context, if it is a constant
	intervalAt syntax.Span // where that is
	started    bool        // start() is called somewhere
	events     []event     // of contexts, in the order of the script
	outputs    int
	checkpoint bool
	uncalled   bool     // a method is named but not called
	needsDir   []named  // operations that need a checkpoint directory
	windows    []window // constant durations
	late       []named  // what is added to streams after start()
}

// event is a call of a method of a context. It is certain to happen, and when, if it stands in
// straight-line code of the module.
type event struct {
	class, method string
	recv          string // the context as the script writes it
	at            syntax.Span
	certain       bool
}

// named is the use of an operation.
type named struct {
	name string
	at   syntax.Span
}

type window struct {
	name, param string
	secs        float64
	at          syntax.Span
}

// noteCall records calls of the streaming API.
func (c *checker) noteCall(call *ir.Call, nameAt syntax.Span) {
	if call.Fn.Class == nil {
		return
	}
	switch class := call.Fn.Class.Name; class {
	case "StreamingContext", "SparkContext":
		e := event{class: class, method: call.Fn.Name, at: nameAt, certain: c.straight(nameAt)}
		if call.Recv != nil {
			e.recv = c.src.Slice(call.Recv.Pos())
		}
		if len(c.catching) == 0 {
			c.use.events = append(c.use.events, e)
		}
		c.noteContext(call, nameAt)
	case "DStream":
		c.noteStream(call, nameAt)
	}
}

// straight reports whether a place of the module is reached whenever the script runs, once.
func (c *checker) straight(at syntax.Span) bool {
	body := c.file.Body
	for i := 0; i < len(body); i++ {
		if body[i].Pos().End <= at.Start {
			continue
		}
		switch s := body[i].(type) {
		case *syntax.ExprStmt, *syntax.Assign, *syntax.AnnAssign:
			return s.Pos().Start <= at.Start && c.frame == c.mod
		case *syntax.If:
			if !isMainGuard(s) || len(s.Body) == 0 {
				return false
			}
			body, i = s.Body, -1
		default:
			return false
		}
	}
	return false
}

// isMainGuard recognises if __name__ == "__main__":.
func isMainGuard(s *syntax.If) bool {
	cmp, ok := s.Test.(*syntax.Compare)
	if !ok || len(cmp.Ops) != 1 || cmp.Ops[0] != "==" {
		return false
	}
	n, ok := cmp.X.(*syntax.Name)
	return ok && n.Id == "__name__"
}

func (c *checker) noteContext(call *ir.Call, nameAt syntax.Span) {
	u := &c.use
	if call.Fn.Class.Name == "SparkContext" {
		u.checkpoint = u.checkpoint || call.Fn.Name == "setCheckpointDir"
		return
	}
	switch call.Fn.Name {
	case "__init__":
		u.contexts = append(u.contexts, nameAt)
		if c.straight(nameAt) {
			u.made++
		}
		last := len(call.Args) - 1
		if isNone(call.Args[last]) && len(c.catching) == 0 {
			c.missingArgument(call.Fn, call.Fn.Params[last], nameAt)
		}
		if secs, ok := constSeconds(call.Args[last]); ok {
			u.interval, u.intervalAt = secs, call.Args[last].Pos()
			if secs <= 0 && len(c.catching) == 0 {
				c.list.Add(diag.Usage, "DS504", u.intervalAt, "the batch interval must be more than 0 seconds, found %g", secs)
			}
		}
	case "start":
		u.started = u.started || len(c.catching) == 0
	case "checkpoint", "getOrCreate", "getActiveOrCreate":
		u.checkpoint = true
	case "socketTextStream", "textFileStream", "binaryRecordsStream", "queueStream", "union":
		c.noteLate(call, nameAt)
	}
}

func (c *checker) noteStream(call *ir.Call, nameAt syntax.Span) {
	u, f := &c.use, call.Fn
	if f.Output {
		u.outputs++
		c.noteLate(call, nameAt)
	}
	if len(c.catching) > 0 {
		return
	}
	switch f.Name {
	case "updateStateByKey", "_mapWithState", "countByWindow", "countByValueAndWindow", "groupByKeyAndWindow":
		u.needsDir = append(u.needsDir, named{plainName(f), nameAt})
	case "reduceByKeyAndWindow", "reduceByWindow":
		if !isNone(call.Args[1]) {
			u.needsDir = append(u.needsDir, named{f.Name, nameAt})
		}
	}
	for i, p := range f.Params {
		if p.Name == "windowDuration" || p.Name == "slideDuration" {
			if secs, ok := constSeconds(call.Args[i]); ok {
				u.windows = append(u.windows, window{f.Name, p.Name, secs, call.Args[i].Pos()})
			}
		}
	}
}

// noteLate records a source or an output that is added to a context that was started. Of one
// chain of calls the first counts. (Other operations do nothing until an output needs them.)
func (c *checker) noteLate(call *ir.Call, nameAt syntax.Span) {
	u := &c.use
	if len(c.catching) > 0 || !c.straight(nameAt) || c.lastStart() == nil {
		return
	}
	if n := len(u.late); n > 0 && call.At.Start <= u.late[n-1].at.Start && u.late[n-1].at.End <= call.At.End {
		return
	}
	u.late = append(u.late, named{call.Fn.Name, nameAt})
}

func (c *checker) lastStart() *event {
	for i := len(c.use.events) - 1; i >= 0; i-- {
		if e := &c.use.events[i]; e.method == "start" && e.certain {
			return e
		}
	}
	return nil
}

// isNone reports whether an argument is None through its conversions.
func isNone(e ir.Expr) bool {
	for {
		conv, ok := e.(*ir.Convert)
		if !ok {
			return types.IsNone(typeOf(e))
		}
		e = conv.V
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

// checkStreams reports misuse once the whole script was seen. What is missing is only reported
// of scripts without errors: it may be in what was not understood.
func (c *checker) checkStreams() {
	u := &c.use
	clean := !c.list.HasErrors() && c.lost == nil
	if u.started && u.outputs == 0 && clean {
		c.list.Add(diag.Usage, "DS502", c.firstStart(), "no output operation is registered, so there is nothing to execute").
			WithHint("end a stream with an output: .pprint(), .foreachRDD(f) or .saveAsTextFiles(prefix)")
	}
	if len(u.contexts) > 0 && clean && !u.uncalled && !c.starts() {
		c.list.Add(diag.Warning, "DS903", u.contexts[0], "this streaming context is never started, so nothing runs").
			WithHint("end the script with ssc.start() and ssc.awaitTermination()")
	}
	if !u.checkpoint && u.started && c.lost == nil {
		for _, n := range u.needsDir {
			c.list.Add(diag.Usage, "DS503", n.at, "%s needs a checkpoint directory, and none is set", n.name).
				WithHint(`write ssc.checkpoint("checkpoint") before ssc.start()`)
		}
	}
	c.checkLives()
	if len(u.contexts) == 1 {
		c.checkWindows()
	}
	if len(u.contexts) == 1 && u.made == 1 {
		for _, l := range u.late {
			c.list.Add(diag.Usage, "DS505", l.at, "%s after start(): adding operations to a started context is not supported", l.name).
				Note(c.firstStart(), "the context is started here").WithHint("move it above ssc.start()")
		}
	}
}

// starts reports whether the script calls start() anywhere, be it where a handler may catch what
// that raises.
func (c *checker) starts() bool {
	found := false
	syntax.Walk(c.file, func(n syntax.Node) bool {
		a, ok := n.(*syntax.Attr)
		found = found || ok && a.Name == "start"
		return !found
	})
	return found
}

func (c *checker) firstStart() syntax.Span {
	for _, e := range c.use.events {
		if e.method == "start" {
			return e.at
		}
	}
	return syntax.Span{}
}

// checkLives reports contexts that are started twice, started when they were stopped, or that
// live at the same time as another.
func (c *checker) checkLives() {
	var spark, start, stop *event
	// A callback that stops a context is read where it is given to a stream, and runs later.
	mayStop := slices.ContainsFunc(c.use.events, func(e event) bool { return e.method == "stop" && !e.certain })
	for i := range c.use.events {
		e := &c.use.events[i]
		switch {
		case e.method == "stop":
			stop, spark = e, nil
			if start != nil && !e.certain {
				start = nil // whether it was stopped is not known
			}
		case !e.certain:
		case e.class == "StreamingContext" && e.method == "__init__" && stop != nil:
			start = nil // a new one after that
		case e.class == "SparkContext" && e.method == "__init__":
			if spark != nil {
				c.list.Add(diag.Usage, "DS508", e.at, "only one SparkContext can exist at a time").
					Note(spark.at, "the first is made here").WithHint("use the first, or stop() it before")
			}
			spark = e
		case e.method == "start":
			if start != nil && !mayStop && c.assignedOnce(start.recv) && c.assignedOnce(e.recv) {
				c.startAgain(start, stop, e)
			}
			start, stop = e, nil
		}
	}
}

// assignedOnce reports whether a name stands for one object wherever the script uses it.
func (c *checker) assignedOnce(name string) bool {
	n := 0
	target := func(e syntax.Expr) {
		if e == nil {
			return
		}
		syntax.Walk(e, func(node syntax.Node) bool {
			if v, ok := node.(*syntax.Name); ok && v.Id == name {
				n++
			}
			return true
		})
	}
	syntax.Walk(c.file, func(node syntax.Node) bool {
		switch s := node.(type) {
		case *syntax.Assign:
			for _, t := range s.Targets {
				target(t)
			}
		case *syntax.AnnAssign:
			target(s.Target)
		case *syntax.For:
			target(s.Target)
		case *syntax.With:
			for _, item := range s.Items {
				target(item.Target)
			}
		}
		return true
	})
	return n == 1
}

func (c *checker) startAgain(first, stop, again *event) {
	switch {
	case stop != nil && first.recv == again.recv:
		c.list.Add(diag.Usage, "DS508", again.at, "a context that was stopped cannot be started again").
			Note(stop.at, "it is stopped here").WithHint("make a new StreamingContext")
	case stop == nil && first.recv != again.recv && len(c.use.contexts) > 1:
		c.list.Add(diag.Usage, "DS508", again.at, "only one streaming context can be started at a time").
			Note(first.at, "the other is started here").WithHint("put all streams into one context")
	case stop == nil && first.recv == again.recv:
		c.list.Add(diag.Warning, "DS902", again.at, "start() is called again; Spark only warns and goes on").
			Note(first.at, "the first call")
	}
}

func (c *checker) checkWindows() {
	if c.use.interval <= 0 {
		return
	}
	for _, w := range c.use.windows {
		n := w.secs / c.use.interval
		switch {
		case math.Abs(n-math.Round(n)) > 1e-9:
			c.list.Add(diag.Usage, "DS504", w.at, "%s of %s must be a multiple of the batch interval: %g s is not a multiple of %g s", w.param, w.name, w.secs, c.use.interval).
				Note(c.use.intervalAt, "the batch interval is set here")
		case w.secs <= 0 && w.param == "slideDuration":
			c.list.Add(diag.Usage, "DS504", w.at, "slideDuration of %s must be more than 0 seconds, found %g", w.name, w.secs)
		case w.secs <= 0:
			c.list.Add(diag.Warning, "DS905", w.at, "a window of %g seconds never holds a record", w.secs)
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
