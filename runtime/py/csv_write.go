package py

import (
	"iter"
	"strings"
)

// CsvWriter is what csv.writer gives.
type CsvWriter struct {
	csvDialect
	write func(string) any
}

// NewCsvWriter is csv.writer(file); it raises TypeError.
func NewCsvWriter(file any) *CsvWriter { return writerOf(file, excelDialect) }

// CsvWriterWith is csv.writer(file, dialect, …).
func CsvWriterWith(file any, dialect string, delimiter, quote, escape Opt[string], doubleQuote, skipSpace Opt[bool], end Opt[string], strict bool, quoting Opt[int64]) *CsvWriter {
	return writerOf(file, newDialect(dialect, delimiter, quote, escape, doubleQuote, skipSpace, end, strict, quoting))
}

func writerOf(file any, d csvDialect) *CsvWriter {
	out := &CsvWriter{csvDialect: d}
	if e := Try(func() { out.write = textSink(Box(file)) }); e != nil {
		throw(TypeError, `argument 1 must have a "write" method`)
	}
	return out
}

// Writerow is w.writerow(row): what the file's write gives; it raises csv.Error.
func (w *CsvWriter) Writerow(row any) any {
	row = Box(row)
	if !iterable(row) {
		throwf(CsvError, "iterable expected, not %s", fullTypeName(row))
	}
	var b strings.Builder
	n := 0
	for field := range Elems(row) {
		if n++; n > 1 {
			b.WriteRune(w.delimiter)
		}
		w.field(&b, field)
	}
	if n == 1 && b.Len() == 0 { // an empty line would be no row
		if w.quoting == CsvQuoteNone {
			throw(CsvError, "single empty field record must be quoted")
		}
		b.WriteString(string(w.quote) + string(w.quote))
	}
	return w.write(b.String() + w.end)
}

// Writerows is w.writerows(rows).
func (w *CsvWriter) Writerows(rows iter.Seq[any]) {
	for row := range rows {
		w.Writerow(row)
	}
}

func (w *CsvWriter) field(b *strings.Builder, v any) {
	text := ""
	if !isNone(v) {
		text = Str(v)
	}
	_, isNumber := numberOf(v)
	quoted := w.quoting == CsvQuoteAll || w.quoting == CsvQuoteNonnumeric && !isNumber
	var out strings.Builder
	for _, c := range text {
		if c == w.delimiter || c == w.escape && c != 0 || c == w.quote || strings.ContainsRune(w.end, c) {
			escape := w.quoting == CsvQuoteNone || c == w.escape && c != 0 || c == w.quote && !w.doubleQuote
			switch {
			case escape && w.escape == 0:
				throw(CsvError, "need to escape, but no escapechar set")
			case escape:
				out.WriteRune(w.escape)
			case c == w.quote:
				out.WriteRune(w.quote)
			}
			quoted = quoted || !escape
		}
		out.WriteRune(c)
	}
	if !quoted {
		b.WriteString(out.String())
		return
	}
	b.WriteString(string(w.quote) + out.String() + string(w.quote))
}

// PyTypeName is "_csv.writer".
func (w *CsvWriter) PyTypeName() string { return "_csv.writer" }

// PyEqual is identity.
func (w *CsvWriter) PyEqual(other any) bool { return any(w) == other }
