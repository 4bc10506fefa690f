package core

import (
	"strconv"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// JavaLogging is what sc._jvm.org.apache.log4j leads to. Scripts set the level of Spark's own log with it and
// write to that log; here nothing is done.
type JavaLogging struct{}

// JavaLoggers is sc._jvm.org.apache.log4j.
var JavaLoggers = &JavaLogging{}

// Ignore is the call of anything that is reached so.
func (l *JavaLogging) Ignore(args ...any) *JavaLogging { return l }

// HadoopConfiguration keeps what it is given and has no other effect.
type HadoopConfiguration struct{ settings map[string]string }

// HadoopSettings is sc._jsc.hadoopConfiguration().
var HadoopSettings = &HadoopConfiguration{settings: map[string]string{}}

// Set is conf.set(name, value).
func (h *HadoopConfiguration) Set(name, value string) { h.settings[name] = value }

// SetInt is conf.setInt(name, value).
func (h *HadoopConfiguration) SetInt(name string, value int64) {
	h.settings[name] = strconv.FormatInt(value, 10)
}

// SetBoolean is conf.setBoolean(name, value).
func (h *HadoopConfiguration) SetBoolean(name string, value bool) {
	h.settings[name] = "false"
	if value {
		h.settings[name] = "true"
	}
}

// Get is conf.get(name).
func (h *HadoopConfiguration) Get(name string) py.Opt[string] {
	v, ok := h.settings[name]
	if !ok {
		return py.Nothing[string]()
	}
	return py.Some(v)
}
