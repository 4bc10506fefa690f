package dsgen

import (
	_ "embed"

	"github.com/dstreamc/dstreamc/internal/conformance"
)

//go:embed sparkrun.py
var sparkRun string

const pySparkVar = conformance.PySparkVar

// PySpark is an installed PySpark.
type PySpark struct{ *conformance.PySpark }

// FindPySpark returns the PySpark named by DSTREAMC_PYSPARK_PYTHON, or nil when the variable is not set.
func FindPySpark() (*PySpark, error) {
	spark, err := conformance.FindPySpark()
	if spark == nil || err != nil {
		return nil, err
	}
	return &PySpark{spark}, nil
}

// Ask runs programs in PySpark and gives what each printed.
func (s *PySpark) Ask(texts []string) ([]string, error) {
	var out []string
	// lookup() wants the hashes of strings to be fixed in the driver, too.
	env := append(s.Env(), "TZ=UTC", "SPARK_LOCAL_IP=127.0.0.1", "PYTHONHASHSEED=0")
	return out, ask(s.Python, sparkRun, texts, &out, env...)
}
