package ds

import (
	"fmt"
	"time"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// StreamingContext is the entry point of a streaming program: it makes input streams and runs the batches of what was built
// from them.
type StreamingContext struct {
	sc    *core.SparkContext
	job   *job
	batch int64 // the interval

	state      contextState
	zero       int64 // the batch time before the first
	outputs    []*output
	inputs     []input
	numbered   int64   // sources that have a number
	tapes      []*tape // recordings of inputs
	rememberMs int64
	listeners  []StreamingListener
	engine     *engine
	failure    *py.Exception // of the last failed batch; its text lacks the name of the call

	checkpointDir string
}

// contextState is how far a context has got.
type contextState uint8

const (
	initialized contextState = iota
	active
	stopped
)

// input is a source of data that the engine starts, asks to cut off what belongs to a batch, and stops.
type input interface {
	start()
	// cut assigns what has been received before time t to the batch of t, and gives the number of records.
	cut(t int64) (records int64)
	// report is what listeners are told of the batch of t, nil if no output asked for it.
	report(t, records int64) *StreamInputInfo
	// release is told that batches up to done have run, and that those before oldest will not be asked for again.
	release(done, oldest int64)
	// pending reports whether anything was received that no batch has yet.
	pending() bool
	// finished reports that nothing will ever come any more.
	finished() bool
	stop()
}

// nextInput is the number of a new source.
func (ssc *StreamingContext) nextInput() int64 {
	ssc.numbered++
	return ssc.numbered - 1
}

// output is an output operation.
type output struct {
	parent *node
	// generate asks the stream for the RDD of a time; the result, nil if there is none, is the work to do with it.
	generate func(t int64) func()
}

// NewStreamingContext is StreamingContext(sc, batchDuration), with the interval in seconds.
func NewStreamingContext(sc *core.SparkContext, batchDuration py.Opt[float64]) *StreamingContext {
	if !batchDuration.Ok {
		py.RaiseClass(py.AssertionError)
	}
	if millis(batchDuration.V) <= 0 {
		javaError("None.org.apache.spark.streaming.api.java.JavaStreamingContext", "java.lang.IllegalArgumentException",
			fmt.Sprintf("requirement failed: the batch interval must be at least one millisecond, not %s s", py.Str(batchDuration.V)))
	}
	j := currentJob()
	j.log.obey(sc)
	return &StreamingContext{sc: sc, job: j, batch: millis(batchDuration.V)}
}

// NewLocalStreamingContext is StreamingContext(seconds), a short form for small scripts: it makes a SparkContext with the
// master local[2] and the script's name, unless there is one.
func NewLocalStreamingContext(batchDuration float64) *StreamingContext {
	conf := core.NewSparkConf().SetMaster("local[2]").SetAppName(currentJob().script)
	return NewStreamingContext(core.GetOrCreate(conf), py.Some(batchDuration))
}

// SparkContext is ssc.sparkContext.
func (ssc *StreamingContext) SparkContext() *core.SparkContext { return ssc.sc }

// PyTypeName is "StreamingContext".
func (ssc *StreamingContext) PyTypeName() string { return "StreamingContext" }

// PyModule is "pyspark.streaming.context".
func (*StreamingContext) PyModule() string { return "pyspark.streaming.context" }

// Remember is ssc.remember(seconds): streams keep their RDDs for at least so long, for [DStream.Slice].
func (ssc *StreamingContext) Remember(seconds float64) { ssc.rememberMs = millis(seconds) }

// Start is ssc.start(). It checks the graph and raises what Spark raises; the first batch time is the next multiple of
// the interval.
func (ssc *StreamingContext) Start() {
	const call = javaContext + ".start"
	switch ssc.state {
	case active:
		ssc.job.log.warn("StreamingContext", "StreamingContext has already been started")
		return
	case stopped:
		javaError(call, "java.lang.IllegalStateException", "StreamingContext has already been stopped")
	}
	if other := ssc.job.active; other != nil {
		javaError(call, "java.lang.IllegalStateException",
			"Only one StreamingContext may be started in this JVM. Currently running StreamingContext was started at"+
				"org.apache.spark.streaming.api.java.JavaStreamingContext.start(JavaStreamingContext.scala:563)")
	}
	if err := ssc.prepare(); err != nil {
		ssc.state = stopped
		const class = "java.lang.IllegalArgumentException"
		ssc.job.log.error("StreamingContext", "Error starting the context, marking it as stopped", class+": "+err.Error())
		javaError(call, class, err.Error())
	}
	if err := ssc.bindRecording(); err != nil {
		panic(jobError{err})
	}
	ssc.prepareCheckpoints()
	ssc.state = active
	ssc.job.active = ssc
	ssc.engine = newEngine(ssc)
	ssc.engine.start()
}

// prepare checks the graph and sets it up for batches.
func (ssc *StreamingContext) prepare() error {
	if len(ssc.outputs) == 0 {
		return requirement("No output operations registered, so nothing to execute")
	}
	for _, o := range ssc.outputs {
		o.parent.base().initialize()
	}
	for _, o := range ssc.outputs {
		o.parent.base().remember(ssc.rememberMs)
	}
	for _, o := range ssc.outputs {
		if err := o.parent.base().validate(); err != nil {
			return err
		}
	}
	return nil
}

// Stop is ssc.stop(stopSparkContext, stopGraceFully). A graceful stop takes what was received into batches, and runs two
// more batches after that, as Spark does; any other lets the running batch finish. Called by a function of a batch, it
// takes effect after that batch.
func (ssc *StreamingContext) Stop(stopSparkContext, stopGraceFully bool) {
	switch ssc.state {
	case initialized:
		ssc.job.log.warn("StreamingContext", "StreamingContext has not been started yet")
		ssc.state = stopped
	case stopped:
		ssc.job.log.warn("StreamingContext", "StreamingContext has already been stopped")
	case active:
		if ssc.engine.stop(stopGraceFully, stopSparkContext) {
			return
		}
	}
	if stopSparkContext {
		ssc.sc.Stop()
	}
}

// AwaitTermination is ssc.awaitTermination(timeout in seconds). It returns when the context has stopped or the time is up,
// and raises Py4JJavaError, with the Python traceback in its text, once a batch has failed.
func (ssc *StreamingContext) AwaitTermination(timeout py.Opt[float64]) {
	if timeout.Ok {
		ssc.await(javaContext+".awaitTerminationOrTimeout", ssc.deadline(timeout.V))
		return
	}
	ssc.await(javaContext+".awaitTermination", time.Time{})
}

// AwaitTerminationOrTimeout is ssc.awaitTerminationOrTimeout(seconds): true if the context has stopped, false if the time
// is up. It raises like [StreamingContext.AwaitTermination].
func (ssc *StreamingContext) AwaitTerminationOrTimeout(timeout float64) bool {
	return ssc.await(javaContext+".awaitTerminationOrTimeout", ssc.deadline(timeout))
}

func (ssc *StreamingContext) deadline(seconds float64) time.Time {
	return ssc.job.driver.now().Add(time.Duration(millis(seconds)) * time.Millisecond)
}

func (ssc *StreamingContext) await(call string, at time.Time) bool {
	ssc.job.block(at, func() bool { return ssc.failure != nil || ssc.state == stopped })
	if ssc.failure != nil {
		py.Raise(core.JavaError(call, ssc.failure.PyStr()))
	}
	return ssc.state == stopped
}

// addOutput registers an output operation: generate is called for each time at which parent has an RDD.
func addOutput[T any](parent *DStream[T], run func(t int64, r *core.RDD[T])) {
	ssc := parent.ssc
	ssc.checkOpen("z:org.apache.spark.streaming.api.python.PythonDStream.callForeachRDD")
	ssc.outputs = append(ssc.outputs, &output{parent.base(), func(t int64) func() {
		r := parent.at(t)
		if r == nil {
			return nil
		}
		return func() { run(t, r) }
	}})
}
