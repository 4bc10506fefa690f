package conformance

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// PySparkVar is the environment variable that names a Python which has pyspark.
const PySparkVar = "DSTREAMC_PYSPARK_PYTHON"

// PySpark is an installed PySpark.
type PySpark struct {
	Python  string // the interpreter
	Home    string // the package's folder
	Version string
}

// FindPySpark returns the PySpark named by DSTREAMC_PYSPARK_PYTHON, or nil when the variable is
// not set. A variable that names something unusable is an error.
func FindPySpark() (*PySpark, error) {
	python := os.Getenv(PySparkVar)
	if python == "" {
		return nil, nil
	}
	out, err := exec.Command(python, "-c",
		"import os, pyspark; print(os.path.dirname(pyspark.__file__)); print(pyspark.__version__)").CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("%s=%s: %v\n%s", PySparkVar, python, err, out)
	}
	if _, err := exec.LookPath("java"); err != nil && os.Getenv("JAVA_HOME") == "" {
		return nil, fmt.Errorf("PySpark needs Java: %w", err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) < 2 {
		return nil, fmt.Errorf("%s=%s: unexpected answer %q", PySparkVar, python, out)
	}
	return &PySpark{Python: python, Home: lines[len(lines)-2], Version: lines[len(lines)-1]}, nil
}

// Command is how PySpark runs a script.
func (p *PySpark) Command(path string) []string { return []string{p.Python, path} }

// Env makes runs quiet, quick to start, and independent of the number of cores, and gives a
// graceful stop time to finish on a slow machine. It changes nothing that a script prints.
func (p *PySpark) Env() []string {
	return []string{
		"PYSPARK_PYTHON=" + p.Python,
		"PYSPARK_DRIVER_PYTHON=" + p.Python,
		"PYSPARK_SUBMIT_ARGS=--master local[2] --conf spark.ui.enabled=false" +
			" --conf spark.ui.showConsoleProgress=false --conf spark.streaming.gracefulStopTimeout=90000" +
			" --driver-java-options '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC' pyspark-shell",
		"PYTHONUNBUFFERED=1",
		"PYTHONIOENCODING=utf-8",
	}
}
