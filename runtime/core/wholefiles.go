package core

import (
	"os"
	"sync"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// WholeTextFiles is sc.wholeTextFiles(path, minPartitions): a pair of file name (file:/…) and text for each file. Files
// are packed into partitions of at least total/minPartitions bytes.
func WholeTextFiles(sc *SparkContext, path string, n ...int64) *RDD[py.Tuple2[string, string]] {
	sc.mustRun()
	least := sc.minPartitions(n)
	groups := sync.OnceValue(func() [][]string { return packFiles(inputFiles(path), least) })
	out := newRDD(sc, "WholeTextFileRDD", func() int { return len(groups()) }, func(i int) Part[py.Tuple2[string, string]] {
		return PartSeq(func(yield func(py.Tuple2[string, string]) bool) {
			for _, f := range groups()[i] {
				text, err := os.ReadFile(f)
				if err != nil {
					raiseRead(err)
				}
				if !yield(py.T2(hadoopPath(f), DecodeJava(text))) {
					return
				}
			}
		})
	})
	out.batch.kind = batchPairs
	return out
}

// packFiles is Hadoop's CombineFileInputFormat on one machine.
func packFiles(files []inputFile, n int) [][]string {
	total := int64(0)
	for _, f := range files {
		total += f.size
	}
	full := (total + int64(n) - 1) / int64(n)
	var out [][]string
	var group []string
	size := int64(0)
	for _, f := range files {
		group = append(group, f.path)
		if size += f.size; full > 0 && size >= full {
			out, group, size = append(out, group), nil, 0
		}
	}
	if len(group) > 0 {
		out = append(out, group)
	}
	return out
}

// BinaryRecords is sc.binaryRecords(path, recordLength): each file's bytes in records of a fixed length.
func BinaryRecords(sc *SparkContext, path string, length int64) *RDD[py.Bytes] {
	sc.mustRun()
	files := sync.OnceValue(func() []inputFile { return inputFiles(path) })
	out := newRDD(sc, "NewHadoopRDD", func() int { return len(files()) }, func(i int) Part[py.Bytes] {
		data, err := os.ReadFile(files()[i].path)
		if err != nil {
			raiseRead(err)
		}
		return PartOf(CutRecords(string(data), int(length)))
	})
	out.batch.kind = batchNone
	return out
}

// CutRecords cuts data into records of a fixed length; what is left over at the end is dropped.
func CutRecords(data string, length int) []py.Bytes {
	var out []py.Bytes
	for ; len(data) >= length; data = data[length:] {
		out = append(out, py.Bytes(data[:length]))
	}
	return out
}
