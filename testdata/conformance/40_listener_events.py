# listener with everything
from pyspark import SparkContext
from pyspark.streaming import StreamingContext, StreamingListener


class Log(StreamingListener):
    def __init__(self, name):
        self.name = name
        self.events = []
        self.fails = 0

    def onStreamingStarted(self, streamingStarted):
        self.events.append("started %s" % (streamingStarted.time() > 0))

    def onBatchStarted(self, batchStarted):
        i = batchStarted.batchInfo()
        self.events.append("batch %s %s %s" % (i.batchTime().milliseconds() % 500, i.processingEndTime(), i.schedulingDelay() >= 0))

    def onBatchCompleted(self, batchCompleted):
        i = batchCompleted.batchInfo()
        self.events.append("done %s %s %s" % (i.numRecords(), i.totalDelay() >= i.processingDelay(), i.submissionTime() <= i.processingStartTime()))
        if len(self.events) < 8:
            raise ValueError("ignored")

    def onOutputOperationCompleted(self, outputOperationCompleted):
        o = outputOperationCompleted.outputOperationInfo()
        if o.id() == 1:
            self.events.append("%s op %d %s" % (self.name, o.id(), o.endTime() >= o.startTime()))


sc = SparkContext("local[2]", "Listeners")
ssc = StreamingContext(sc, 0.5)
log = Log("first")
ssc.addStreamingListener(log)
s = ssc.queueStream([["a", "b"], ["c"]])
s.foreachRDD(lambda rdd: None)
s.foreachRDD(lambda rdd: None)
ssc.start()
ssc.awaitTerminationOrTimeout(3)
ssc.stop(stopSparkContext=True, stopGraceFully=True)
for e in log.events[:9]:
    print(e)
