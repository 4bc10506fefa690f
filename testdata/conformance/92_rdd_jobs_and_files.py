# @args {tmp}
import os
import sys

from pyspark import SparkContext, SparkFiles, StorageLevel

sc = SparkContext("local[2]", "JobsAndFiles")
base = sys.argv[1]
rdd = sc.parallelize(range(10), 4)
print(sc.runJob(rdd, lambda it: [x * x for x in it]))
print(sc.runJob(rdd, lambda it: [sum(it)], [0, 2], True))
print(rdd.collectWithJobGroup("group", "what it does"))
print(rdd.mapPartitionsWithSplit(lambda i, it: [(i, sum(it))]).collect())
print(rdd.getResourceProfile(), rdd.cleanShuffleDependencies())
a = sc.parallelize([("x", 1), ("y", 2)], 2)
b = sc.parallelize([("x", "p"), ("z", "q")], 1)
c = sc.parallelize([("y", 0.5), ("x", 1.5)], 1)
for k, groups in sorted(a.groupWith(b).collect()):
    print(k, [list(g) for g in groups])
for k, groups in sorted(a.groupWith(b, c).collect()):
    print(k, [list(g) for g in groups])
for k, groups in sorted(a.groupWith(b, c, a).collect()):
    print(k, [list(g) for g in groups])
print(rdd.name(), rdd.setName("numbers").name())
print(rdd.is_cached, rdd.getStorageLevel(), rdd.cache().is_cached, rdd.getStorageLevel())
print(repr(rdd.unpersist().getStorageLevel()), rdd.persist(StorageLevel.DISK_ONLY).getStorageLevel())
level = StorageLevel(True, True, False, False, 3)
print(level, repr(level), level.useDisk, level.useMemory, level.useOffHeap, level.deserialized, level.replication)
print(StorageLevel.MEMORY_AND_DISK.replication, StorageLevel.OFF_HEAP)

os.mkdir(base + "/data")
for name, content in (("a.bin", "\x00\x01\x02\x03\x04\x05"), ("b.bin", "hi"), ("_c", "hidden")):
    with open(base + "/data/" + name, "w") as out:
        out.write(content)
files = sc.binaryFiles(base + "/data", 1)
print(sorted((os.path.basename(name), data) for name, data in files.collect()))
print(sc.binaryRecords(base + "/data/a.bin", 2).collect())
print(sc.binaryFiles(base + "/data/a.bin").getNumPartitions())
sc.addFile(base + "/data/b.bin")
print(os.path.basename(SparkFiles.get("b.bin")), open(SparkFiles.get("b.bin"), "r").read())
print(os.path.isdir(SparkFiles.getRootDirectory()), [os.path.basename(f) for f in sc.listFiles])
sc.stop()
