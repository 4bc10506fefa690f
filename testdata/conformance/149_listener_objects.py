"""What listeners are told: Java's objects, with Java's names."""
import time

from pyspark import SparkContext
from pyspark.streaming import StreamingContext, StreamingListener

sc = SparkContext("local[2]", "Listen")
ssc = StreamingContext(sc, 1)
seen, submitted = [], []


class Log(StreamingListener):
    def onBatchSubmitted(self, event):
        submitted.append([(i, op.startTime(), op.endTime()) for i, op in sorted(event.batchInfo().outputOperationInfos().items())])

    def onBatchCompleted(self, event):
        info = event.batchInfo()
        at = info.batchTime()
        ops = info.outputOperationInfos()
        seen.append([str(at) == "%d ms" % at.milliseconds(), at.toString() == str(at), info.numRecords(), len(ops)])
        for i in ops:
            op = ops[i]
            seen.append([i, op.id(), op.name(), op.description().split("\n")[0], op.batchTime().milliseconds() == at.milliseconds(),
                         0 < op.startTime() <= op.endTime()])
            if op.failureReason():
                reason = op.failureReason().split("\n")
                seen.append([reason[0], [line for line in reason if "ZeroDivisionError" in line][:1]])
            else:
                seen.append([op.failureReason()])

    def onReceiverStarted(self, event):
        info = event.receiverInfo()
        seen.append([info.streamId(), info.name(), info.active(), info.location(), info.executorId(), info.lastErrorMessage(),
                     info.lastError(), info.lastErrorTime()])

    def onReceiverStopped(self, event):
        info = event.receiverInfo()
        seen.append([info.streamId(), info.name(), info.active(), info.lastErrorMessage(), info.lastError()[:20], info.lastErrorTime() > 0])

    def onReceiverError(self, event):
        seen.append(["error", event.receiverInfo().name()])


ssc.addStreamingListener(Log())
numbers = ssc.queueStream([[1, 2], [0], [3]])
numbers.map(lambda x: 1 // x).pprint()
numbers.foreachRDD(lambda rdd: None)
ssc.start()
time.sleep(60)
ssc.stop()
print(submitted[0])
for line in seen[:10]:
    print(line)
