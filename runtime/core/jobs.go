package core

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// PythonVersion is sc.pythonVer: the version whose semantics package py has.
const PythonVersion = "3.11"

// jobSettings are what a script sets for the jobs that follow, and can read back. A job runs inside of the call that
// starts it, so nothing ever cancels one.
type jobSettings struct {
	properties map[string]string
	tags       []string
}

// SetLocalProperty is sc.setLocalProperty(key, value); None removes it.
func (sc *SparkContext) SetLocalProperty(key string, value py.Opt[string]) {
	if !value.Ok {
		delete(sc.jobs.properties, key)
		return
	}
	if sc.jobs.properties == nil {
		sc.jobs.properties = map[string]string{}
	}
	sc.jobs.properties[key] = value.V
}

// GetLocalProperty is sc.getLocalProperty(key).
func (sc *SparkContext) GetLocalProperty(key string) py.Opt[string] {
	v, ok := sc.jobs.properties[key]
	return py.Opt[string]{V: v, Ok: ok}
}

// SetJobGroup is sc.setJobGroup(groupId, description, interruptOnCancel).
func (sc *SparkContext) SetJobGroup(groupID, description string, interrupt bool) {
	sc.SetLocalProperty("spark.jobGroup.id", py.Some(groupID))
	sc.SetJobDescription(py.Some(description))
	sc.SetInterruptOnCancel(interrupt)
}

// SetJobDescription is sc.setJobDescription(value).
func (sc *SparkContext) SetJobDescription(value py.Opt[string]) {
	sc.SetLocalProperty("spark.job.description", value)
}

// SetInterruptOnCancel is sc.setInterruptOnCancel(interruptOnCancel).
func (sc *SparkContext) SetInterruptOnCancel(interrupt bool) {
	sc.SetLocalProperty("spark.job.interruptOnCancel", py.Some(fmt.Sprint(interrupt)))
}

// AddJobTag is sc.addJobTag(tag).
func (sc *SparkContext) AddJobTag(tag string) {
	sc.checkTag(tag, "addJobTag")
	if !slices.Contains(sc.jobs.tags, tag) {
		sc.jobs.tags = append(sc.jobs.tags, tag)
	}
}

// RemoveJobTag is sc.removeJobTag(tag).
func (sc *SparkContext) RemoveJobTag(tag string) {
	sc.checkTag(tag, "removeJobTag")
	sc.jobs.tags = slices.DeleteFunc(sc.jobs.tags, func(t string) bool { return t == tag })
}

func (sc *SparkContext) checkTag(tag, method string) {
	problem := ""
	switch {
	case tag == "":
		problem = "Spark job tag cannot be an empty string."
	case strings.Contains(tag, ","):
		problem = "Spark job tag cannot contain ','."
	default:
		return
	}
	raiseJava("o0."+method, "java.lang.IllegalArgumentException: "+problem)
}

// GetJobTags is sc.getJobTags().
func GetJobTags(sc *SparkContext) *py.Set[string] { return py.NewSet(sc.jobs.tags...) }

// ClearJobTags is sc.clearJobTags().
func (sc *SparkContext) ClearJobTags() { sc.jobs.tags = nil }

// CancelJobGroup is sc.cancelJobGroup(groupId): no job runs while the driver does.
func (sc *SparkContext) CancelJobGroup(groupID string) { sc.mustRun() }

// CancelJobsWithTag is sc.cancelJobsWithTag(tag).
func (sc *SparkContext) CancelJobsWithTag(tag string) { sc.mustRun() }

// CancelAllJobs is sc.cancelAllJobs().
func (sc *SparkContext) CancelAllJobs() { sc.mustRun() }

// PythonVer is sc.pythonVer.
func (sc *SparkContext) PythonVer() string { return PythonVersion }

// Resources is sc.resources: the program has none of a cluster's.
func Resources(sc *SparkContext) *py.Dict[string, any] { return py.NewDict[string, any]() }

// RunJob is sc.runJob(rdd, partitionFunc, partitions, allowLocal): what the function gives for each of the partitions (None
// for all), one after the other.
func RunJob[T, U any](sc *SparkContext, r *RDD[T], f func(*py.Iter[T]) iter.Seq[U], partitions py.Opt[*py.List[int64]], allowLocal bool) *py.List[U] {
	parts := r.allParts()
	if partitions.Ok {
		parts = nil
		for i := range partitions.V.All() {
			if i < 0 || i >= int64(r.NumPartitions()) {
				raiseJava("z:org.apache.spark.api.python.PythonRDD.runJob", fmt.Sprintf("java.lang.IllegalArgumentException: "+
					"Attempting to access a non-existent partition: %d. Total number of partitions: %d", i, r.NumPartitions()))
			}
			parts = append(parts, int(i))
		}
	}
	out := py.NewList[U]()
	for _, items := range runJob(r, parts, func(_ int, p Part[T]) []U { return slices.Collect(f(py.NewIter(p.All()))) }) {
		for _, u := range items {
			out.Append(u)
		}
	}
	return out
}

// CollectWithJobGroup is rdd.collectWithJobGroup(groupId, description, interruptOnCancel).
func CollectWithJobGroup[T any](r *RDD[T], groupID, description string, interrupt bool) *py.List[T] {
	r.sc.SetJobGroup(groupID, description, interrupt)
	return Collect(r)
}

// CleanShuffleDependencies is rdd.cleanShuffleDependencies(blocking). What a shuffle has moved goes with its RDD.
func CleanShuffleDependencies[T any](r *RDD[T], blocking bool) {}

// GetResourceProfile is rdd.getResourceProfile(): None, as no RDD can have one.
func GetResourceProfile[T any](r *RDD[T]) {}
