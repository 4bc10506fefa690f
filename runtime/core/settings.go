package core

import (
	"strconv"
	"strings"
	"time"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Duration is the value of a setting that is a length of time, such as "200ms", "1s" or, in the setting's own unit, "200"; otherwise
// what it is without being set.
func (c *SparkConf) Duration(key string, unit, unset time.Duration) time.Duration {
	text, ok := c.values[key]
	if !ok {
		return unset
	}
	word := strings.ToLower(strings.TrimSpace(text))
	digits := strings.TrimRight(word, "abcdefghijklmnopqrstuvwxyz")
	n, err := strconv.ParseInt(digits, 10, 64)
	if named, ok := durationUnits[word[len(digits):]]; ok {
		unit = named
	} else if len(digits) < len(word) {
		err = strconv.ErrSyntax
	}
	if err != nil {
		raiseSetting(key, text, "Time must be specified as seconds (s), milliseconds (ms), microseconds (us), minutes (m or min), hour (h), or day (d). E.g. 50s, 100ms, or 250us.")
	}
	return time.Duration(n) * unit
}

var durationUnits = map[string]time.Duration{
	"us": time.Microsecond, "ms": time.Millisecond, "s": time.Second, "m": time.Minute, "min": time.Minute, "h": time.Hour, "d": 24 * time.Hour,
}

// Number is the value of a setting that is a number, or what it is without being set.
func (c *SparkConf) Number(key string, unset float64) float64 {
	text, ok := c.values[key]
	if !ok {
		return unset
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil {
		raiseSetting(key, text, "For input string: \""+text+"\"")
	}
	return v
}

// Flag is the value of a setting that is true or false, or what it is without being set.
func (c *SparkConf) Flag(key string, unset bool) bool {
	text, ok := c.values[key]
	if !ok {
		return unset
	}
	switch strings.ToLower(strings.TrimSpace(text)) {
	case "true":
		return true
	case "false":
		return false
	}
	raiseSetting(key, text, "For input string: \""+text+"\"")
	return false
}

func raiseSetting(key, text, why string) {
	py.Raise(JavaError("None.org.apache.spark.streaming.api.java.JavaStreamingContext",
		"java.lang.IllegalArgumentException: "+key+" should not be "+strconv.Quote(text)+": "+why))
}
