package ds

import (
	"strconv"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// StreamingListener is told what happens to a program: pyspark.streaming.StreamingListener. Its methods are driver code. Embed
// [BaseStreamingListener] to implement only some of them.
type StreamingListener interface {
	OnStreamingStarted(*StreamingStarted)
	OnReceiverStarted(*ReceiverEvent)
	OnReceiverError(*ReceiverEvent)
	OnReceiverStopped(*ReceiverEvent)
	OnBatchSubmitted(*BatchEvent)
	OnBatchStarted(*BatchEvent)
	OnBatchCompleted(*BatchEvent)
	OnOutputOperationStarted(*OutputOperationEvent)
	OnOutputOperationCompleted(*OutputOperationEvent)
}

// BaseStreamingListener does nothing.
type BaseStreamingListener struct{}

func (BaseStreamingListener) OnStreamingStarted(*StreamingStarted)             {}
func (BaseStreamingListener) OnReceiverStarted(*ReceiverEvent)                 {}
func (BaseStreamingListener) OnReceiverError(*ReceiverEvent)                   {}
func (BaseStreamingListener) OnReceiverStopped(*ReceiverEvent)                 {}
func (BaseStreamingListener) OnBatchSubmitted(*BatchEvent)                     {}
func (BaseStreamingListener) OnBatchStarted(*BatchEvent)                       {}
func (BaseStreamingListener) OnBatchCompleted(*BatchEvent)                     {}
func (BaseStreamingListener) OnOutputOperationStarted(*OutputOperationEvent)   {}
func (BaseStreamingListener) OnOutputOperationCompleted(*OutputOperationEvent) {}

// The events have the accessors of their Java classes; times are milliseconds since the epoch, delays milliseconds.
type (
	// StreamingStarted is the event of a started context.
	StreamingStarted struct{ time int64 }
	// ReceiverEvent is an event of a receiver.
	ReceiverEvent struct{ info *ReceiverInfo }
	// BatchEvent is an event of a batch.
	BatchEvent struct{ info *BatchInfo }
	// OutputOperationEvent is an event of an output operation of a batch.
	OutputOperationEvent struct{ info *OutputOperationInfo }
)

// Time is when the context was started.
func (e *StreamingStarted) Time() int64 { return e.time }

// ReceiverInfo is the receiver of the event.
func (e *ReceiverEvent) ReceiverInfo() *ReceiverInfo { return e.info }

// BatchInfo is the batch of the event.
func (e *BatchEvent) BatchInfo() *BatchInfo { return e.info }

// OutputOperationInfo is the output operation of the event.
func (e *OutputOperationEvent) OutputOperationInfo() *OutputOperationInfo { return e.info }

// BatchInfo is what is known of a batch.
type BatchInfo struct {
	time, submitted, started, ended, records int64
	ops                                      []*OutputOperationInfo
	inputs                                   []*StreamInputInfo
}

// asNow is what is known of the batch now: what listeners keep does not change any more.
func (b *BatchInfo) asNow() *BatchInfo {
	out := *b
	out.ops = make([]*OutputOperationInfo, len(b.ops))
	for i, op := range b.ops {
		out.ops[i] = op.asNow()
	}
	return &out
}

func (o *OutputOperationInfo) asNow() *OutputOperationInfo {
	out := *o
	return &out
}

// BatchTime is the time of the batch.
func (b *BatchInfo) BatchTime() BatchTime { return BatchTime{b.time} }

// SubmissionTime is when the batch was generated.
func (b *BatchInfo) SubmissionTime() int64 { return b.submitted }

// ProcessingStartTime is when its first output operation began, -1 before that.
func (b *BatchInfo) ProcessingStartTime() int64 { return orUnknown(b.started) }

// ProcessingEndTime is when its last output operation ended, -1 before that.
func (b *BatchInfo) ProcessingEndTime() int64 { return orUnknown(b.ended) }

// SchedulingDelay is the time from submission to start, -1 before the start.
func (b *BatchInfo) SchedulingDelay() int64 { return span(b.submitted, b.started) }

// ProcessingDelay is the time from start to end, -1 before the end.
func (b *BatchInfo) ProcessingDelay() int64 { return span(b.started, b.ended) }

// TotalDelay is the time from submission to end, -1 before the end.
func (b *BatchInfo) TotalDelay() int64 { return span(b.submitted, b.ended) }

// NumRecords is how many records receivers and directories gave the batch. Queues do not count.
func (b *BatchInfo) NumRecords() int64 { return b.records }

// BatchInfoOutputOperationInfos are the output operations of a batch by number. A method would make every program hold such a dict.
func BatchInfoOutputOperationInfos(b *BatchInfo) *py.Dict[int64, *OutputOperationInfo] {
	out := py.NewDict[int64, *OutputOperationInfo]()
	for _, op := range b.ops {
		out.Set(op.id, op)
	}
	return out
}

func orUnknown(t int64) int64 {
	if t == 0 {
		return -1
	}
	return t
}

func span(from, to int64) int64 {
	if from == 0 || to == 0 {
		return -1
	}
	return to - from
}

// BatchTime is the time of a batch as listeners get it: a Java object, whose text is Java's.
type BatchTime struct{ ms int64 }

// Milliseconds is the time in milliseconds since the epoch.
func (t BatchTime) Milliseconds() int64 { return t.ms }

// ToString is the time and its unit.
func (t BatchTime) ToString() string { return strconv.FormatInt(t.ms, 10) + " ms" }

// PyStr is str(t).
func (t BatchTime) PyStr() string { return t.ToString() }

// PyRepr is repr(t), without the number that Java's object would have.
func (t BatchTime) PyRepr() string { return "JavaObject" }

// PyTypeName is "JavaObject".
func (BatchTime) PyTypeName() string { return "JavaObject" }

// OutputOperationInfo is what is known of an output operation of a batch.
type OutputOperationInfo struct {
	batch, id, started, ended int64
	failure                   py.Opt[string]
}

// BatchTime is the time of the batch.
func (o *OutputOperationInfo) BatchTime() BatchTime { return BatchTime{o.batch} }

// Id is the number of the output operation in the order of definition.
func (o *OutputOperationInfo) Id() int64 { return o.id }

// Name is the method of Spark that Python's output operations all end in, and where it is called.
func (*OutputOperationInfo) Name() string { return "callForeachRDD at NativeMethodAccessorImpl.java:0" }

// Description is where the operation was defined; for Python that is this one method of Spark.
func (*OutputOperationInfo) Description() string {
	return "org.apache.spark.streaming.api.python.PythonDStream.callForeachRDD(PythonDStream.scala)"
}

// StartTime is when it began, -1 before that.
func (o *OutputOperationInfo) StartTime() int64 { return orUnknown(o.started) }

// EndTime is when it ended, -1 before that.
func (o *OutputOperationInfo) EndTime() int64 { return orUnknown(o.ended) }

// FailureReason is the exception that ended it, with Python's traceback, or None.
func (o *OutputOperationInfo) FailureReason() py.Opt[string] { return o.failure }

// ReceiverInfo is what is known of a receiver.
type ReceiverInfo struct {
	stream    int64
	active    bool
	message   string // why it ended
	lastError string
	failed    int64 // when
}

// StreamId is the number of the receiver's stream.
func (r *ReceiverInfo) StreamId() int64 { return r.stream }

// Name is the receiver's name.
func (r *ReceiverInfo) Name() string { return "SocketReceiver-" + strconv.FormatInt(r.stream, 10) }

// Active reports whether it is running.
func (r *ReceiverInfo) Active() bool { return r.active }

// Location is the host where it runs.
func (*ReceiverInfo) Location() string { return "localhost" }

// ExecutorId is "driver", as with all masters local.
func (*ReceiverInfo) ExecutorId() string { return "driver" }

// LastErrorMessage is why it last ended, or "".
func (r *ReceiverInfo) LastErrorMessage() string { return r.message }

// LastError is the exception that ended it last, or "".
func (r *ReceiverInfo) LastError() string { return r.lastError }

// LastErrorTime is when it last ended with an error, -1 if it never did.
func (r *ReceiverInfo) LastErrorTime() int64 { return orUnknown(r.failed) }

// AddStreamingListener is ssc.addStreamingListener(listener).
func (ssc *StreamingContext) AddStreamingListener(l StreamingListener) {
	ssc.listeners = append(ssc.listeners, l)
}

// callbacks is a listener of functions; nil ones are not called.
type callbacks struct {
	streamingStarted                            func(*StreamingStarted)
	receiverStarted, receiverError, receiverEnd func(*ReceiverEvent)
	submitted, started, completed               func(*BatchEvent)
	outputStarted, outputCompleted              func(*OutputOperationEvent)
}

// Listen is ssc.addStreamingListener(x) for an object with these methods, nil where its class has none.
func (ssc *StreamingContext) Listen(streamingStarted func(*StreamingStarted), receiverStarted, receiverError, receiverStopped func(*ReceiverEvent),
	submitted, started, completed func(*BatchEvent), outputStarted, outputCompleted func(*OutputOperationEvent)) {
	ssc.AddStreamingListener(&callbacks{streamingStarted, receiverStarted, receiverError, receiverStopped,
		submitted, started, completed, outputStarted, outputCompleted})
}

func call[E any](f func(E), event E) {
	if f != nil {
		f(event)
	}
}

func (c *callbacks) OnStreamingStarted(e *StreamingStarted)             { call(c.streamingStarted, e) }
func (c *callbacks) OnReceiverStarted(e *ReceiverEvent)                 { call(c.receiverStarted, e) }
func (c *callbacks) OnReceiverError(e *ReceiverEvent)                   { call(c.receiverError, e) }
func (c *callbacks) OnReceiverStopped(e *ReceiverEvent)                 { call(c.receiverEnd, e) }
func (c *callbacks) OnBatchSubmitted(e *BatchEvent)                     { call(c.submitted, e) }
func (c *callbacks) OnBatchStarted(e *BatchEvent)                       { call(c.started, e) }
func (c *callbacks) OnBatchCompleted(e *BatchEvent)                     { call(c.completed, e) }
func (c *callbacks) OnOutputOperationStarted(e *OutputOperationEvent)   { call(c.outputStarted, e) }
func (c *callbacks) OnOutputOperationCompleted(e *OutputOperationEvent) { call(c.outputCompleted, e) }

// tell passes an event to the listeners. What they raise is logged.
func (ssc *StreamingContext) tell(event func(StreamingListener)) {
	for _, l := range ssc.listeners {
		ssc.job.guard("StreamingListenerBus", "Listener threw an exception", func() { event(l) })
	}
}
