package core

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// SparkVersion is the version of Spark whose behaviour the package mirrors: sc.version.
const SparkVersion = "4.3.0"

// Version is pyspark.__version__.
const Version = SparkVersion

// SparkContext is the entry point: it makes RDDs, broadcast variables and accumulators. There is one at a time.
type SparkContext struct {
	conf          *SparkConf
	master        string
	appName       string
	cores         int
	started       time.Time
	checkpointDir string
	logLevel      string
	callSite      string // file:line of the script where the context was made
	lastRDD       atomic.Int64
	lastBroadcast int64
	lastAccum     int64
	stopped       bool
	jobs          jobSettings
	jobsRun       atomic.Int64
	files         userFiles
}

var active struct {
	sync.Mutex
	sc *SparkContext
}

// NewSparkContext is SparkContext(master, appName, conf=conf). What the arguments leave open the conf decides; without a
// master it is local[*], without a name pyspark-shell. It raises ValueError while another context runs.
func NewSparkContext(master, appName py.Opt[string], conf *SparkConf) *SparkContext {
	active.Lock()
	defer active.Unlock()
	if sc := active.sc; sc != nil {
		raise(py.ValueError, "Cannot run multiple SparkContexts at once; existing SparkContext(app=%s, master=%s) created by __init__ at %s ",
			sc.appName, sc.master, sc.callSite)
	}
	active.sc = newContext(master, appName, conf)
	return active.sc
}

// NewSparkContextHome is SparkContext(master, appName, sparkHome, pyFiles, conf=conf). There is no Spark to find, and modules are
// compiled into the program.
func NewSparkContextHome(master, appName, sparkHome py.Opt[string], pyFiles py.Opt[*py.List[string]], conf *SparkConf) *SparkContext {
	return NewSparkContext(master, appName, conf)
}

// NewSparkContextFor is SparkContext(master, appName, sparkHome, pyFiles, environment, batchSize, conf=conf). How many records are
// pickled at a time nobody can tell, since none is.
func NewSparkContextFor(master, appName, sparkHome py.Opt[string], pyFiles py.Opt[*py.List[string]], environment py.Opt[*py.Dict[string, any]],
	batchSize int64, conf *SparkConf) *SparkContext {
	sc := NewSparkContext(master, appName, conf)
	if environment.Ok {
		for name, value := range environment.V.Pairs() {
			sc.conf.SetExecutorEnv(name, py.Str(value))
		}
	}
	return sc
}

func newContext(master, appName py.Opt[string], conf *SparkConf) *SparkContext {
	if conf == nil {
		conf = NewSparkConf()
	}
	conf = conf.copy()
	conf.addDefaults()
	if master.Ok && master.V != "" {
		conf.SetMaster(master.V)
	}
	if appName.Ok && appName.V != "" {
		conf.SetAppName(appName.V)
	}
	conf.SetIfMissing("spark.master", "local[*]")
	conf.SetIfMissing("spark.app.name", "pyspark-shell")
	sc := &SparkContext{conf: conf, started: time.Now(), logLevel: "WARN", master: conf.values["spark.master"], appName: conf.values["spark.app.name"]}
	sc.lastRDD.Store(-1)
	sc.callSite = CallSite()
	var ok bool
	if sc.cores, ok = coresOf(sc.master); !ok {
		raiseJava("None.org.apache.spark.api.java.JavaSparkContext",
			"org.apache.spark.SparkException: Could not parse Master URL: '"+sc.master+"'")
	}
	return sc
}

// CallSite is the line of the script that runs now, as file:line.
func CallSite() string {
	here := py.Try(func() { py.RaiseClass(py.BaseException) })
	frames := here.Frames()
	if len(frames) == 0 {
		return "<unknown>:0"
	}
	return fmt.Sprintf("%s:%d", frames[len(frames)-1].File, frames[len(frames)-1].Line)
}

// coresOf is the number of cores that a master URL stands for. A cluster's masters count as local[*]: the
// program runs in this process all the same.
func coresOf(master string) (int, bool) {
	if master == "local" {
		return 1, true
	}
	if n, ok := strings.CutPrefix(master, "local["); ok && strings.HasSuffix(n, "]") {
		n, _, _ = strings.Cut(n[:len(n)-1], ",")
		if n = strings.TrimSpace(n); n == "*" {
			return runtime.NumCPU(), true
		}
		cores, err := strconv.Atoi(n)
		return cores, err == nil && cores > 0
	}
	for _, prefix := range []string{"spark://", "yarn", "k8s://", "mesos://", "local-cluster["} {
		if strings.HasPrefix(master, prefix) {
			return runtime.NumCPU(), true
		}
	}
	return 0, false
}

// GetOrCreate is SparkContext.getOrCreate(conf): the running context, or a new one.
func GetOrCreate(conf *SparkConf) *SparkContext {
	active.Lock()
	defer active.Unlock()
	if active.sc == nil {
		active.sc = newContext(py.Nothing[string](), py.Nothing[string](), conf)
	}
	return active.sc
}

// Stop is sc.stop(). It may be called more than once.
func (sc *SparkContext) Stop() {
	active.Lock()
	defer active.Unlock()
	sc.stopped = true
	sc.files.remove()
	if active.sc == sc {
		active.sc = nil
	}
}

// StopActive stops the running context, if there is one, at the end of a program.
func StopActive() {
	forgetProperties()
	active.Lock()
	sc := active.sc
	active.Unlock()
	if sc != nil {
		sc.Stop()
	}
}

// Stopped reports whether Stop was called.
func (sc *SparkContext) Stopped() bool { return sc.stopped }

// mustRun raises what PySpark raises for operations on a stopped context.
func (sc *SparkContext) mustRun() {
	if sc.stopped {
		raise(py.AttributeError, "'NoneType' object has no attribute 'sc'")
	}
}

func (sc *SparkContext) nextRDD() int64 { return sc.lastRDD.Add(1) }

// Master is sc.master.
func (sc *SparkContext) Master() string { return sc.master }

// AppName is sc.appName.
func (sc *SparkContext) AppName() string { return sc.appName }

// Version is sc.version.
func (sc *SparkContext) Version() string { return SparkVersion }

// DefaultParallelism is sc.defaultParallelism: spark.default.parallelism, or the cores of the master.
func (sc *SparkContext) DefaultParallelism() int64 {
	if v, ok := sc.conf.values["spark.default.parallelism"]; ok {
		if n, err := strconv.ParseInt(v, 10, 32); err == nil && n > 0 {
			return n
		}
	}
	return int64(sc.cores)
}

// DefaultMinPartitions is sc.defaultMinPartitions.
func (sc *SparkContext) DefaultMinPartitions() int64 { return min(sc.DefaultParallelism(), 2) }

// Cores is the number of cores of the master: local[N] has N.
func (sc *SparkContext) Cores() int { return sc.cores }

// SparkUser is sc.sparkUser().
func (sc *SparkContext) SparkUser() string {
	if name := os.Getenv("SPARK_USER"); name != "" {
		return name
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "root"
}

// ApplicationId is sc.applicationId.
func (sc *SparkContext) ApplicationId() string {
	return fmt.Sprintf("local-%d", sc.started.UnixMilli())
}

// StartTime is sc.startTime, in milliseconds since the epoch.
func (sc *SparkContext) StartTime() int64 { return sc.started.UnixMilli() }

// UiWebUrl is sc.uiWebUrl: None, as with spark.ui.enabled=false.
func (sc *SparkContext) UiWebUrl() py.Opt[string] { return py.Nothing[string]() }

// SetLogLevel is sc.setLogLevel(level); the level must be one of log4j's.
func (sc *SparkContext) SetLogLevel(level string) {
	switch upper := strings.ToUpper(level); upper {
	case "ALL", "DEBUG", "ERROR", "FATAL", "INFO", "OFF", "TRACE", "WARN":
		sc.logLevel = upper
		return
	}
	raiseJava("o0.setLogLevel", "java.lang.IllegalArgumentException: requirement failed: Supplied level "+level+
		" did not match one of: ALL,DEBUG,ERROR,FATAL,INFO,OFF,TRACE,WARN")
}

// LogLevel is the level last set, in capitals; WARN at first.
func (sc *SparkContext) LogLevel() string { return sc.logLevel }

// SetCheckpointDir is sc.setCheckpointDir(dir): it makes a directory of a random name in dir. RDD checkpoints are kept in memory,
// so it stays empty.
func (sc *SparkContext) SetCheckpointDir(dir string) {
	own := filepath.Join(LocalPath(dir), randomName())
	if err := os.MkdirAll(own, 0o777); err != nil {
		raiseJava("o0.setCheckpointDir", "java.io.IOException: Mkdirs failed to create "+hadoopPath(own)+": "+err.Error())
	}
	sc.checkpointDir = hadoopPath(own)
}

// randomName is a random UUID.
func randomName() string {
	high, low := rand.Uint64(), rand.Uint64()
	high = high&^0xf000 | 0x4000 // version 4
	low = low&^(3<<62) | 2<<62
	return fmt.Sprintf("%08x-%04x-%04x-%04x-%012x", high>>32, high>>16&0xffff, high&0xffff, low>>48, low&0xffffffffffff)
}

// GetCheckpointDir is sc.getCheckpointDir().
func (sc *SparkContext) GetCheckpointDir() py.Opt[string] {
	if sc.checkpointDir == "" {
		return py.Nothing[string]()
	}
	return py.Some(sc.checkpointDir)
}

// AddPyFile is sc.addPyFile(path). The modules of a script are compiled into the program.
func (sc *SparkContext) AddPyFile(path string) {}

// GetConf is sc.getConf(), a copy.
func (sc *SparkContext) GetConf() *SparkConf {
	out := NewSparkConf()
	maps.Copy(out.values, sc.conf.values)
	return out
}

// PyTypeName is "SparkContext".
func (sc *SparkContext) PyTypeName() string { return "SparkContext" }

// PyModule is "pyspark.core.context".
func (*SparkContext) PyModule() string { return "pyspark.core.context" }

// PyRepr is repr(sc).
func (sc *SparkContext) PyRepr() string {
	return fmt.Sprintf("<SparkContext master=%s appName=%s>", sc.master, sc.appName)
}
