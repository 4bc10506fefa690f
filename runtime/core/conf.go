package core

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// SparkConf is the configuration of a SparkContext. Only spark.master, spark.app.name and
// spark.default.parallelism have an effect; scripts can read back the rest.
type SparkConf struct {
	values map[string]string
	early  bool // made before Java ran: the context adds the defaults
}

// NewSparkConf is SparkConf(loadDefaults).
func NewSparkConf(loadDefaults ...bool) *SparkConf {
	c := &SparkConf{values: map[string]string{}}
	properties.Lock()
	defer properties.Unlock()
	if c.early = !properties.javaRuns; !c.early && (len(loadDefaults) == 0 || loadDefaults[0]) {
		maps.Copy(c.values, properties.spark)
	}
	return c
}

// properties are the system properties of Java as far as they are defaults of configurations. PySpark starts Java with the first
// property that is set, or the first context.
var properties struct {
	sync.Mutex
	javaRuns bool
	spark    map[string]string
}

// SetSystemProperty is SparkContext.setSystemProperty(key, value).
func SetSystemProperty(key, value string) {
	properties.Lock()
	defer properties.Unlock()
	properties.javaRuns = true
	if strings.HasPrefix(key, "spark.") {
		if properties.spark == nil {
			properties.spark = map[string]string{}
		}
		properties.spark[key] = value
	}
}

// addDefaults gives the conf of a context what it lacks, as Java does when it starts with the context.
func (c *SparkConf) addDefaults() {
	properties.Lock()
	defer properties.Unlock()
	properties.javaRuns = true
	if !c.early {
		return
	}
	for k, v := range properties.spark {
		c.SetIfMissing(k, v)
	}
}

// forgetProperties makes the next program of the process start without properties.
func forgetProperties() {
	properties.Lock()
	defer properties.Unlock()
	properties.javaRuns, properties.spark = false, nil
}

// PyTypeName is "SparkConf".
func (c *SparkConf) PyTypeName() string { return "SparkConf" }

// PyModule is "pyspark.conf".
func (*SparkConf) PyModule() string { return "pyspark.conf" }

// Set is conf.set(key, value).
func (c *SparkConf) Set(key, value string) *SparkConf {
	c.values[key] = value
	return c
}

// SetValue is conf.set(key, value) with a value of any type.
func (c *SparkConf) SetValue(key string, value any) *SparkConf { return c.Set(key, py.Str(value)) }

// SetValueIfMissing is conf.setIfMissing(key, value) with a value of any type.
func (c *SparkConf) SetValueIfMissing(key string, value any) *SparkConf {
	return c.SetIfMissing(key, py.Str(value))
}

// SetIfMissing is conf.setIfMissing(key, value).
func (c *SparkConf) SetIfMissing(key, value string) *SparkConf {
	if !c.Contains(key) {
		c.values[key] = value
	}
	return c
}

// SetMaster is conf.setMaster(value).
func (c *SparkConf) SetMaster(value string) *SparkConf { return c.Set("spark.master", value) }

// SetAppName is conf.setAppName(value).
func (c *SparkConf) SetAppName(value string) *SparkConf { return c.Set("spark.app.name", value) }

// ConfSetAllValues is conf.setAll(pairs) with values of any type.
func ConfSetAllValues(c *SparkConf, pairs iter.Seq[py.Tuple2[string, any]]) *SparkConf {
	for kv := range pairs {
		c.SetValue(kv.V0, kv.V1)
	}
	return c
}

// SetSparkHome is conf.setSparkHome(value).
func (c *SparkConf) SetSparkHome(value string) *SparkConf { return c.Set("spark.home", value) }

// SetExecutorEnv is conf.setExecutorEnv(key, value).
func (c *SparkConf) SetExecutorEnv(key, value string) *SparkConf {
	return c.Set("spark.executorEnv."+key, value)
}

// ConfSetExecutorEnvs is conf.setExecutorEnv(pairs=pairs).
func ConfSetExecutorEnvs(c *SparkConf, pairs iter.Seq[py.Tuple2[string, string]]) *SparkConf {
	for kv := range pairs {
		c.SetExecutorEnv(kv.V0, kv.V1)
	}
	return c
}

// ConfSetAll is conf.setAll(pairs).
func ConfSetAll(c *SparkConf, pairs iter.Seq[py.Tuple2[string, string]]) *SparkConf {
	for kv := range pairs {
		c.values[kv.V0] = kv.V1
	}
	return c
}

// Get is conf.get(key).
func (c *SparkConf) Get(key string) py.Opt[string] {
	v, ok := c.values[key]
	return py.Opt[string]{V: v, Ok: ok}
}

// GetOr is conf.get(key, defaultValue).
func (c *SparkConf) GetOr(key, defaultValue string) string {
	if v, ok := c.values[key]; ok {
		return v
	}
	return defaultValue
}

// Contains is conf.contains(key).
func (c *SparkConf) Contains(key string) bool {
	_, ok := c.values[key]
	return ok
}

// ConfGetAll is conf.getAll(), sorted by key (Spark's order is that of a Java hash map).
func ConfGetAll(c *SparkConf) *py.List[py.Tuple2[string, string]] {
	out := py.NewList[py.Tuple2[string, string]]()
	for _, k := range c.keys() {
		out.Append(py.T2(k, c.values[k]))
	}
	return out
}

// ToDebugString is conf.toDebugString(): one key=value a line, sorted.
func (c *SparkConf) ToDebugString() string {
	lines := c.keys()
	for i, k := range lines {
		lines[i] = k + "=" + c.values[k]
	}
	return strings.Join(lines, "\n")
}

func (c *SparkConf) keys() []string {
	keys := make([]string, 0, len(c.values))
	for k := range c.values {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (c *SparkConf) copy() *SparkConf {
	return &SparkConf{maps.Clone(c.values), c.early}
}
