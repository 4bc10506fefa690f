package pylogging

import (
	"fmt"
	"strings"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Formatter is logging.Formatter.
type Formatter struct {
	format   string
	datefmt  py.Opt[string]
	style    string
	defaults any
}

var (
	plainFormatter   = &Formatter{format: "%(message)s", style: "%"}
	defaultFormatter = &Formatter{format: "%(levelname)s:%(name)s:%(message)s", style: "%"}
)

// plainFormats are what the styles have without a format.
var plainFormats = map[string]string{"%": "%(message)s", "{": "{message}", "$": "${message}"}

// NewFormatter is logging.Formatter(fmt, datefmt, style, validate, defaults=defaults); it raises ValueError.
func NewFormatter(format, datefmt py.Opt[string], style string, validate bool, defaults any) *Formatter {
	plain, ok := plainFormats[style]
	if !ok {
		py.Throw(py.ValueError, "Style must be one of: %,{,$")
	}
	f := &Formatter{format.Or(plain), datefmt, style, py.Box(defaults)}
	if validate {
		f.validate()
	}
	return f
}

func (f *Formatter) validate() {
	names := map[string]string{"%": "%(", "{": "{", "$": "$"}[f.style]
	if strings.Contains(f.format, names) {
		return
	}
	if f.style == "%" {
		py.Throw(py.ValueError, "Invalid format '"+f.format+"' for '%' style")
	}
	py.Throw(py.ValueError, "invalid format: no fields")
}

// usesTime reports a format that shows when the message was written.
func (f *Formatter) usesTime() bool {
	for _, name := range []string{"%(asctime)", "{asctime", "$asctime", "${asctime}"} {
		if strings.Contains(f.format, name) {
			return true
		}
	}
	return false
}

// Format is f.format(record).
func (f *Formatter) Format(record any) string {
	r := asRecord(record)
	r.attrs.Set("message", r.message())
	if f.usesTime() {
		r.attrs.Set("asctime", f.FormatTime(r, f.datefmt))
	}
	text := f.fields(r)
	if excInfo := r.attrs.At("exc_info"); py.Truth[any](excInfo) && !py.Truth[any](r.attrs.At("exc_text")) {
		r.attrs.Set("exc_text", FormatException(excInfo))
	}
	for _, name := range []string{"exc_text", "stack_info"} {
		if more := r.attrs.At(name); py.Truth[any](more) {
			if !strings.HasSuffix(text, "\n") {
				text += "\n"
			}
			text += py.Str(more)
		}
	}
	return text
}

// fields is the format with the attributes of a record.
func (f *Formatter) fields(r *Record) string {
	values := r.attrs
	if !isNone(f.defaults) {
		with := &Record{py.NewDict[string, any]()}
		with.update(f.defaults)
		with.update(values)
		values = with.attrs
	}
	switch f.style {
	case "{":
		return py.StrFormatMap(f.format, values)
	case "$":
		return py.NewTemplate(f.format).Substitute(values, py.NewDict[string, any]())
	}
	return py.StrFormatPercent(f.format, values)
}

// FormatTime is f.formatTime(record, datefmt).
func (f *Formatter) FormatTime(record any, datefmt py.Opt[string]) string {
	r := asRecord(record)
	created := py.AsFloat(r.attrs.At("created"))
	local := py.TimeLocaltime(py.Some(created))
	stamp := py.TimeStrftime(datefmt.Or("%Y-%m-%d %H:%M:%S"), py.Some(local))
	if !datefmt.Ok {
		stamp += fmt.Sprintf(",%03d", int64(py.AsFloat(r.attrs.At("msecs"))))
	}
	return stamp
}

// FormatException is f.formatException(exc_info).
func (f *Formatter) FormatException(excInfo any) string { return FormatException(excInfo) }

// Datefmt is f.datefmt.
func (f *Formatter) Datefmt() py.Opt[string] { return f.datefmt }

func asRecord(record any) *Record {
	r, ok := py.Box(record).(*Record)
	if !ok {
		py.Throw(py.AttributeError, "'"+py.TypeName(record)+"' object has no attribute 'getMessage'")
	}
	return r
}

// PyTypeName is "Formatter".
func (f *Formatter) PyTypeName() string { return "Formatter" }

// PyModule is "logging".
func (*Formatter) PyModule() string { return "logging" }

// PyEqual is identity.
func (f *Formatter) PyEqual(other any) bool { return any(f) == other }
