package core

import (
	"bytes"
	"io"
	"os"
	"sync"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// WholeTextFiles is sc.wholeTextFiles(path, minPartitions): a pair of file name (file:/…) and text for each file. Files
// are packed into partitions of at least total/minPartitions bytes.
func WholeTextFiles(sc *SparkContext, path string, n ...int64) *RDD[py.Tuple2[string, string]] {
	least := int64(sc.minPartitions(n))
	return wholeFiles(sc, path, "WholeTextFileRDD", readUnzipped, DecodeJava, func(files []inputFile) int64 { return evenShare(files, least) })
}

// WholeTextFilesUnicode is sc.wholeTextFiles(path, minPartitions, use_unicode) where the last is known when running only.
func WholeTextFilesUnicode(sc *SparkContext, path string, n py.Opt[int64], unicode bool) *RDD[py.Tuple2[string, string]] {
	mustBeUnicode(unicode)
	return WholeTextFiles(sc, path, n.V)
}

// WholeTextFilesBytes is sc.wholeTextFiles(path, minPartitions, use_unicode=False): names and contents are bytes.
func WholeTextFilesBytes(sc *SparkContext, path string, n py.Opt[int64], _ bool) *RDD[py.Tuple2[py.Bytes, py.Bytes]] {
	r := WholeTextFiles(sc, path, n.V)
	return child(r, func(i int) Part[py.Tuple2[py.Bytes, py.Bytes]] {
		return PartSeq(func(yield func(py.Tuple2[py.Bytes, py.Bytes]) bool) {
			for file := range r.Compute(i).All() {
				if !yield(py.T2(py.Bytes(file.V0), py.Bytes(file.V1))) {
					return
				}
			}
		})
	})
}

// evenShare is the n-th part of the size of all files, rounded up.
func evenShare(files []inputFile, n int64) int64 {
	total := int64(0)
	for _, f := range files {
		total += f.size
	}
	return (total + n - 1) / n
}

// BinaryFiles is sc.binaryFiles(path, minPartitions): a pair of file name and bytes for each file. Every file counts as 4 MiB more
// than it has when files are packed into partitions, of which there are about as many as cores.
func BinaryFiles(sc *SparkContext, path string, n ...int64) *RDD[py.Tuple2[string, py.Bytes]] {
	const maxSize, opening = 128 << 20, 4 << 20
	cores := max(sc.DefaultParallelism(), int64(sc.minPartitions(n)))
	return wholeFiles(sc, path, "BinaryFileRDD", readFile, func(b []byte) py.Bytes { return py.Bytes(b) }, func(files []inputFile) int64 {
		total := int64(0)
		for _, f := range files {
			total += f.size + opening
		}
		return min(maxSize, max(opening, total/cores))
	})
}

// wholeFiles is an RDD of pairs of file name and content; partitions are full when they have as many bytes as full says.
func wholeFiles[C any](sc *SparkContext, path, kind string, read func(path string) []byte, content func([]byte) C, full func([]inputFile) int64) *RDD[py.Tuple2[string, C]] {
	sc.mustRun()
	groups := sync.OnceValue(func() [][]string {
		files := inputFiles(path)
		return packFiles(files, full(files))
	})
	out := newRDD(sc, kind, func() int { return len(groups()) }, func(i int) Part[py.Tuple2[string, C]] {
		return PartSeq(func(yield func(py.Tuple2[string, C]) bool) {
			for _, f := range groups()[i] {
				if !yield(py.T2(hadoopPath(f), content(read(f)))) {
					return
				}
			}
		})
	})
	out.batch.kind = batchPairs
	return out
}

// packFiles is Hadoop's CombineFileInputFormat on one machine.
func packFiles(files []inputFile, full int64) [][]string {
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
		return PartOf(CutRecords(string(readFile(files()[i].path)), int(length)))
	})
	out.batch.kind = batchNone
	return out
}

// CutRecords cuts data into records of a fixed length; none may be shorter.
func CutRecords(data string, length int) []py.Bytes {
	var out []py.Bytes
	for ; len(data) >= length; data = data[length:] {
		out = append(out, py.Bytes(data[:length]))
	}
	if len(data) > 0 {
		raiseJava("z:org.apache.spark.api.python.PythonRDD.collectAndServe", "java.io.EOFException")
	}
	return out
}

func readFile(path string) []byte {
	data, err := os.ReadFile(path)
	if err != nil {
		raiseRead(err)
	}
	return data
}

// readUnzipped is what is in a file, decompressed.
func readUnzipped(path string) []byte {
	data := readFile(path)
	if !zipped(path) {
		return data
	}
	text, err := io.ReadAll(unzip(path, bytes.NewReader(data)))
	if err != nil {
		raiseRead(err)
	}
	return text
}
