package ds

import (
	"fmt"
	"strings"

	"github.com/dstreamc/dstreamc/runtime/core"
	"github.com/dstreamc/dstreamc/runtime/py"
)

// ForeachRDD is stream.foreachRDD(f) for an f of one argument and without a result. f is driver code; an exception of it ends
// this output of the batch, and awaitTermination raises.
func ForeachRDD[T any](d *DStream[T], f func(*core.RDD[T])) {
	addOutput(d, func(_ int64, r *core.RDD[T]) { f(r) })
}

// ForeachRDDTime is stream.foreachRDD(f) for an f of (time, rdd) without a result.
func ForeachRDDTime[T any](d *DStream[T], f func(py.DateTime, *core.RDD[T])) {
	addOutput(d, func(t int64, r *core.RDD[T]) { f(batchTime(t), r) })
}

// ForeachRDDValue is stream.foreachRDD(f) for an f with a result. PySpark takes a true result for an RDD: if it is not one
// the output fails, after f has done its work.
func ForeachRDDValue[T, R any](d *DStream[T], f func(*core.RDD[T]) R) {
	addOutput(d, func(_ int64, r *core.RDD[T]) { checkResult(f(r)) })
}

// ForeachRDDTimeValue is stream.foreachRDD(f) for an f of (time, rdd) with a result.
func ForeachRDDTimeValue[T, R any](d *DStream[T], f func(py.DateTime, *core.RDD[T]) R) {
	addOutput(d, func(t int64, r *core.RDD[T]) { checkResult(f(batchTime(t), r)) })
}

func checkResult(v any) {
	if _, isRDD := v.(interface{ Context() *core.SparkContext }); isRDD || !py.Truth(v) {
		return
	}
	py.Raise(py.NewException(py.AttributeError, fmt.Sprintf("'%s' object has no attribute '_jrdd'", py.TypeName(v))))
}

// Pprint is stream.pprint(num): for each batch a heading with its time, the first num records, and "..." if there are more.
func Pprint[T any](d *DStream[T], num int64) {
	const rule = "-------------------------------------------\n"
	addOutput(d, func(t int64, r *core.RDD[T]) {
		// The records are computed before anything is printed, so nothing is if one of them fails.
		taken := core.TakeSlice(r, num+1)
		buf := make([]byte, 0, 256)
		buf = append(buf, rule+"Time: "+batchTime(t).PyStr()+"\n"+rule...)
		for _, record := range taken[:max(0, min(int64(len(taken)), num))] {
			buf = append(py.AppendStr(buf, record), '\n')
		}
		if int64(len(taken)) > num {
			buf = append(buf, "...\n"...)
		}
		d.ssc.job.out.Write(append(buf, '\n')) // a failure is seen by the flush at the end of the batch
	})
}

// SaveAsTextFiles is stream.saveAsTextFiles(prefix, suffix): for each batch a directory PREFIX-MILLIS or PREFIX-MILLIS.SUFFIX.
// One that exists is left as it is.
func SaveAsTextFiles[T any](d *DStream[T], prefix string, suffix py.Opt[string]) {
	addOutput(d, func(t int64, r *core.RDD[T]) {
		path := fmt.Sprintf("%s-%d", prefix, t)
		if suffix.Ok {
			path += "." + suffix.V
		}
		e := py.Try(func() { core.SaveAsTextFile(r, path, py.Nothing[string]()) })
		if e != nil && !(e.IsA(core.Py4JJavaError) && strings.Contains(e.PyStr(), "FileAlreadyExistsException")) {
			panic(e)
		}
	})
}
