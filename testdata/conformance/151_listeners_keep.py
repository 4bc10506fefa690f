# @note what a listener keeps of a batch does not change when the batch goes on
import time
from pyspark import SparkContext
from pyspark.streaming import StreamingContext, StreamingListener


class Collector(StreamingListener):
    def __init__(self):
        super(StreamingListener, self).__init__()
        self.completed = []
        self.started = []
        self.submitted = []
        self.times = []

    def onStreamingStarted(self, streamingStarted):
        self.times.append(streamingStarted.time)

    def onBatchSubmitted(self, batchSubmitted):
        self.submitted.append(batchSubmitted.batchInfo())

    def onBatchStarted(self, batchStarted):
        self.started.append(batchStarted.batchInfo())

    def onBatchCompleted(self, batchCompleted):
        self.completed.append(batchCompleted.batchInfo())


sc = SparkContext("local[4]", "listeners")
sc.setLogLevel("OFF")
ssc = StreamingContext(sc, 0.5)
c = Collector()
ssc.addStreamingListener(c)
out = []
ssc.queueStream([[1], [2], [3], [4]]).map(int).foreachRDD(lambda rdd: out.extend(rdd.collect()))
ssc.start()
while len(c.completed) < 4:
    time.sleep(0.1)
ssc.stop(False)
print(len(c.times), out)
for name, infos in (("submitted", c.submitted), ("started", c.started), ("completed", c.completed)):
    for info in infos[:4]:
        print(name, info.batchTime().milliseconds() > 0, info.submissionTime() > 0)
        for streamId in info.streamIdToInputInfo():
            s = info.streamIdToInputInfo()[streamId]
            print("   in", streamId, s.inputStreamId(), s.numRecords(), [k for k in s.metadata()], s.metadataDescription())
        for o in info.outputOperationInfos():
            i = info.outputOperationInfos()[o]
            print("   out", o, i.batchTime().milliseconds() > 0, i.id(), i.name(), i.description()[:20], i.startTime() > 0, i.endTime() > 0, i.failureReason())
        print("   ", info.schedulingDelay() >= 0, info.processingDelay() >= 0, info.totalDelay() >= 0, info.numRecords())
sc.stop()
