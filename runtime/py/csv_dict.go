package py

import "iter"

// DictReader is csv.DictReader: each row is a dict by the names of the fields.
type DictReader struct {
	rows             *CsvValueReader
	names            Opt[*List[string]]
	restKey, restVal any
	all              *Iter[*Dict[any, any]]
}

// NewDictReader is DictReader(lines, fieldnames, restkey, restval, dialect, …).
func NewDictReader(lines iter.Seq[string], names, restKey, restVal any, dialect string, delimiter, quote, escape Opt[string],
	doubleQuote, skipSpace Opt[bool], end Opt[string], strict bool, quoting Opt[int64]) *DictReader {
	r := &DictReader{restKey: Box(restKey), restVal: Box(restVal)}
	r.rows = valueReader(lines, newDialect(dialect, delimiter, quote, escape, doubleQuote, skipSpace, end, strict, quoting))
	if names = Box(names); !isNone(names) {
		r.names = Some(ListOf(MapSeq(AsStr, Elems(names))))
	}
	r.all = NewIter(r.dicts)
	return r
}

// Fieldnames is r.fieldnames: those given, or the first row; None if there is none.
func (r *DictReader) Fieldnames() Opt[*List[string]] {
	if !r.names.Ok {
		if row, ok := r.rows.rows.Next(); ok {
			r.names = Some(ListOf(MapSeq(Str[any], row.All())))
		}
	}
	return r.names
}

// LineNum is r.line_num: how many lines were read.
func (r *DictReader) LineNum() int64 { return r.rows.lineNum }

func (r *DictReader) dicts(yield func(*Dict[any, any]) bool) {
	r.Fieldnames()
	for row := range r.rows.All() {
		if row.Len() > 0 && !yield(r.dict(row.v)) {
			return
		}
	}
}

func (r *DictReader) dict(row []any) *Dict[any, any] {
	d := NewDict[any, any]()
	names := r.names.V.v
	for i, name := range names {
		if i < len(row) {
			d.Set(name, row[i])
		}
	}
	if len(row) > len(names) {
		d.Set(r.restKey, NewList(row[len(names):]...))
	}
	for _, name := range names[min(len(row), len(names)):] {
		d.Set(name, r.restVal)
	}
	return d
}

// All iterates over the rows that are left.
func (r *DictReader) All() iter.Seq[*Dict[any, any]] { return r.all.All() }

// PyTypeName is "DictReader".
func (r *DictReader) PyTypeName() string { return "DictReader" }

// PyModule is "csv".
func (*DictReader) PyModule() string { return "csv" }

// PyEqual is identity.
func (r *DictReader) PyEqual(other any) bool { return any(r) == other }

// PyIter iterates over the rows that are left.
func (r *DictReader) PyIter() iter.Seq[any] { return boxAll(r.All()) }

// DictWriter is csv.DictWriter.
type DictWriter struct {
	w       *CsvWriter
	names   *List[string]
	restVal any
	ignore  bool // fields without a name
}

// NewDictWriter is DictWriter(file, fieldnames, restval, extrasaction, dialect, …); it raises ValueError.
func NewDictWriter(file any, names iter.Seq[string], restVal any, extrasAction, dialect string, delimiter, quote, escape Opt[string],
	doubleQuote, skipSpace Opt[bool], end Opt[string], strict bool, quoting Opt[int64]) *DictWriter {
	action := StrLower(extrasAction)
	if action != "raise" && action != "ignore" {
		throwf(ValueError, "extrasaction (%s) must be 'raise' or 'ignore'", extrasAction)
	}
	w := CsvWriterWith(file, dialect, delimiter, quote, escape, doubleQuote, skipSpace, end, strict, quoting)
	return &DictWriter{w, ListOf(names), Box(restVal), action == "ignore"}
}

// Fieldnames is w.fieldnames.
func (w *DictWriter) Fieldnames() *List[string] { return w.names }

// Writeheader is w.writeheader().
func (w *DictWriter) Writeheader() any { return w.w.Writerow(w.names) }

// Writerow is w.writerow(row); it raises ValueError for a field without a name.
func (w *DictWriter) Writerow(row any) any {
	row = Box(row)
	d, ok := row.(dictAny)
	if !ok {
		throwf(AttributeError, "'%s' object has no attribute 'keys'", fullTypeName(row))
	}
	if !w.ignore {
		w.checkNames(row)
	}
	fields := MakeList[any](len(w.names.v))
	for _, name := range w.names.v {
		v, ok := d.lookupAny(name)
		if !ok {
			v = w.restVal
		}
		fields.Append(v)
	}
	return w.w.Writerow(fields)
}

func (w *DictWriter) checkNames(row any) {
	wrong := SetOf(Elems(row))
	for _, name := range w.names.v {
		SetDiscard(wrong, any(name))
	}
	if wrong.Len() == 0 {
		return
	}
	text := ""
	for x := range wrong.All() {
		if text != "" {
			text += ", "
		}
		text += Repr(x)
	}
	throw(ValueError, "dict contains fields not in fieldnames: "+text)
}

// Writerows is w.writerows(rows).
func (w *DictWriter) Writerows(rows iter.Seq[any]) {
	for row := range rows {
		w.Writerow(row)
	}
}

// PyTypeName is "DictWriter".
func (w *DictWriter) PyTypeName() string { return "DictWriter" }

// PyModule is "csv".
func (*DictWriter) PyModule() string { return "csv" }

// PyEqual is identity.
func (w *DictWriter) PyEqual(other any) bool { return any(w) == other }
