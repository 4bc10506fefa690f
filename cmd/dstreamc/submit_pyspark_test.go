//go:build unix

package main

import (
	"bytes"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

const clusterScript = `from pyspark import SparkContext
from pyspark.streaming import StreamingContext
from dstreamc import mapWithState

sc = SparkContext(appName="submitted")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoint")
words = ssc.queueStream([["to be or", "not to be"], [], ["that is"]]).flatMap(lambda line: line.split(" "))
words.map(lambda w: (w, 1)).reduceByKey(lambda a, b: a + b).transform(lambda rdd: rdd.sortByKey()).pprint()


def numbered(word, count, state):
    state.update((state.getOption() or 0) + 1)
    return (word, "seen", state.get())


mapWithState(words.map(lambda w: (w, 1)), numbered)[0].transform(lambda rdd: rdd.sortBy(lambda r: (r[0], r[2]))).pprint()
done = []
words.foreachRDD(lambda rdd: done.append(1))
ssc.start()
while len(done) < 3:
    ssc.awaitTerminationOrTimeout(0.5)
ssc.stop(True, True)
`

// A script that is submitted to a Standalone cluster prints what it prints under run. The cluster is a real one, of the classes that
// PySpark's wheel carries.
func TestSubmitPySpark(t *testing.T) {
	python := os.Getenv("DSTREAMC_PYSPARK_PYTHON")
	if python == "" {
		t.Skip("DSTREAMC_PYSPARK_PYTHON does not name a Python with pyspark")
	}
	home, err := exec.Command(python, "-c", "import os, pyspark; print(os.path.dirname(pyspark.__file__))").Output()
	if err != nil {
		t.Fatal(err)
	}
	cluster := startCluster(t, strings.TrimSpace(string(home)), python)
	script := filepath.Join(t.TempDir(), "submitted.ds")
	if err := os.WriteFile(script, []byte(clusterScript), 0o666); err != nil {
		t.Fatal(err)
	}
	submitted := cluster.dstreamc(t, "submit", "--master", cluster.url, "--conf", "spark.executor.memory=512m", "--conf", "spark.ui.enabled=false",
		"--conf", "spark.default.parallelism=2", script)
	local := cluster.dstreamc(t, "run", script)
	got, want := records(submitted), records(local)
	if got != want || !strings.Contains(got, "('be', 2)\n('not', 1)") || !strings.Contains(got, "('to', 'seen', 2)") {
		t.Errorf("on the cluster\n%s\nhere\n%s\nthe master's log\n%s", got, want, cluster.log)
	}
	if !strings.Contains(cluster.log.String(), "Registered app submitted") {
		t.Errorf("the master has not seen the application:\n%s", cluster.log)
	}
}

// cluster is a master and a worker.
type cluster struct {
	url string
	env []string
	log *lockedBuffer // of the master
}

// startCluster starts a cluster that ends with the test.
func startCluster(t *testing.T, home, python string) *cluster {
	c := &cluster{log: &lockedBuffer{}}
	c.env = append(os.Environ(), "SPARK_HOME="+home, "SPARK_LOCAL_IP=127.0.0.1", "PYSPARK_PYTHON="+python, "PYSPARK_DRIVER_PYTHON="+python,
		"SPARK_DAEMON_MEMORY=256m", "SPARK_WORKER_DIR="+t.TempDir(), "SPARK_LOG_DIR="+t.TempDir(), "SPARK_NO_DAEMONIZE=1",
		"DSTREAMC_CLOCK=virtual", "TZ=UTC")
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	l.Close()
	c.url = "spark://127.0.0.1:" + strconv.Itoa(port)
	c.daemon(t, c.log, home, "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", strconv.Itoa(port), "--webui-port", "0")
	c.waitFor(t, "I have been elected leader")
	c.daemon(t, &lockedBuffer{}, home, "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--webui-port", "0", "--cores", "2", "--memory", "1g", c.url)
	c.waitFor(t, "Registering worker")
	return c
}

// daemon starts a class of Spark.
func (c *cluster) daemon(t *testing.T, log *lockedBuffer, home string, class ...string) {
	t.Helper()
	cmd := exec.Command(filepath.Join(home, "bin", "spark-class"), class...) // which becomes the JVM
	cmd.Env = c.env
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
}

func (c *cluster) waitFor(t *testing.T, text string) {
	t.Helper()
	for end := time.Now().Add(2 * time.Minute); !strings.Contains(c.log.String(), text); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("the master does not say %q:\n%s", text, c.log)
		}
	}
}

// dstreamc runs a command line and returns what it prints. (TestMain puts this binary on PATH as dstreamc.)
func (c *cluster) dstreamc(t *testing.T, args ...string) string {
	t.Helper()
	cmd := exec.Command("dstreamc", args...)
	cmd.Env, cmd.Dir = c.env, t.TempDir()
	var out, log bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &log
	if err := cmd.Run(); err != nil {
		t.Fatalf("dstreamc %s: %v\n%s\n%s", strings.Join(args, " "), err, &out, &log)
	}
	return out.String()
}

// records are the lines that show records: times and the number of empty batches at the end are others each time, and spark-submit
// mixes Python's warnings in.
func records(out string) string {
	var b strings.Builder
	for line := range strings.Lines(out) {
		if strings.HasPrefix(line, "(") {
			b.WriteString(line)
		}
	}
	return b.String()
}

// lockedBuffer is a buffer that is written and read at the same time.
type lockedBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}
