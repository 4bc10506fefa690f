package py

import (
	"sync"
	"unicode/utf8"
)

// How fields are quoted.
const (
	CsvQuoteMinimal int64 = iota
	CsvQuoteAll
	CsvQuoteNonnumeric
	CsvQuoteNone
)

// CsvError is csv.Error.
var CsvError = &ExcClass{Name: "Error", Module: "_csv", Bases: []*ExcClass{ExceptionClass}}

// csvDialect says how rows are written in text. A rune of 0 stands for none.
type csvDialect struct {
	delimiter, quote, escape rune
	doubleQuote, skipSpace   bool
	end                      string
	quoting                  int64
	strict                   bool
}

var excelDialect = csvDialect{delimiter: ',', quote: '"', doubleQuote: true, end: "\r\n"}

// csvDialects are the registered dialects. Rows are read and written on workers too, hence the lock.
var csvDialects struct {
	sync.Mutex
	names  []string
	byName map[string]csvDialect
}

// lookupDialect finds a dialect by name; the caller holds the lock.
func lookupDialect(name string) (csvDialect, bool) {
	d := &csvDialects
	if d.byName == nil {
		tab, unix := excelDialect, excelDialect
		tab.delimiter = '\t'
		unix.end, unix.quoting = "\n", CsvQuoteAll
		d.names = []string{"excel", "excel-tab", "unix"}
		d.byName = map[string]csvDialect{"excel": excelDialect, "excel-tab": tab, "unix": unix}
	}
	found, ok := d.byName[name]
	return found, ok
}

// newDialect is a registered dialect with what the arguments change; it raises csv.Error and TypeError.
func newDialect(name string, delimiter, quote, escape Opt[string], doubleQuote, skipSpace Opt[bool], end Opt[string], strict bool, quoting Opt[int64]) csvDialect {
	csvDialects.Lock()
	d, ok := lookupDialect(name)
	csvDialects.Unlock()
	if !ok {
		throw(CsvError, "unknown dialect")
	}
	setChar(&d.delimiter, delimiter, "delimiter")
	setChar(&d.quote, quote, "quotechar")
	setChar(&d.escape, escape, "escapechar")
	d.doubleQuote, d.skipSpace = doubleQuote.Or(d.doubleQuote), skipSpace.Or(d.skipSpace)
	d.end, d.quoting, d.strict = end.Or(d.end), quoting.Or(d.quoting), strict || d.strict
	if d.quoting < 0 || d.quoting > 3 {
		throw(TypeError, `bad "quoting" value`)
	}
	return d
}

func setChar(to *rune, given Opt[string], name string) {
	if !given.Ok {
		return
	}
	c, size := utf8.DecodeRuneInString(given.V)
	if size == 0 || size != len(given.V) {
		throwf(TypeError, `"%s" must be a 1-character string`, name)
	}
	*to = c
}

// CsvRegisterDialect is csv.register_dialect(name, dialect, …).
func CsvRegisterDialect(name, dialect string, delimiter, quote, escape Opt[string], doubleQuote, skipSpace Opt[bool], end Opt[string], strict bool, quoting Opt[int64]) {
	d := newDialect(dialect, delimiter, quote, escape, doubleQuote, skipSpace, end, strict, quoting)
	csvDialects.Lock()
	defer csvDialects.Unlock()
	if _, ok := csvDialects.byName[name]; !ok {
		csvDialects.names = append(csvDialects.names, name)
	}
	csvDialects.byName[name] = d
}

// CsvUnregisterDialect is csv.unregister_dialect(name); it raises csv.Error.
func CsvUnregisterDialect(name string) {
	csvDialects.Lock()
	defer csvDialects.Unlock()
	if _, ok := lookupDialect(name); !ok {
		throw(CsvError, "unknown dialect")
	}
	delete(csvDialects.byName, name)
	csvDialects.names = remove(csvDialects.names, name)
}

func remove(list []string, name string) []string {
	var out []string
	for _, s := range list {
		if s != name {
			out = append(out, s)
		}
	}
	return out
}

// CsvListDialects is csv.list_dialects().
func CsvListDialects() *List[string] {
	csvDialects.Lock()
	defer csvDialects.Unlock()
	lookupDialect("")
	return NewList(append([]string(nil), csvDialects.names...)...)
}

// fieldLimit is the greatest length of a field that is read.
var fieldLimit struct {
	sync.Mutex
	set bool
	n   int64
}

// CsvFieldSizeLimit is csv.field_size_limit(new_limit): the old limit.
func CsvFieldSizeLimit(limit Opt[int64]) int64 {
	fieldLimit.Lock()
	defer fieldLimit.Unlock()
	old := int64(128 << 10)
	if fieldLimit.set {
		old = fieldLimit.n
	}
	if limit.Ok {
		fieldLimit.set, fieldLimit.n = true, limit.V
	}
	return old
}
