package py

import "iter"

// csvState is where a reader is in a row.
type csvState int

const (
	startRow csvState = iota
	startField
	escaped
	inField
	inQuotes
	escapedInQuotes
	quoteInQuotes
	eatLineEnd
	afterEscapedLineEnd
)

// lineEnd is the character that the parser sees at the end of each line it is given.
const lineEnd rune = -1

// csvParser takes lines apart, character by character, as CPython's does.
type csvParser[T any] struct {
	csvDialect
	value   func(field string, quoted bool) T
	limit   int64
	state   csvState
	field   []rune
	numeric bool
	row     *List[T]
	rows    *Iter[*List[T]]
	lineNum int64
}

// parse gives the rows of lines.
func (p *csvParser[T]) parse(lines iter.Seq[string]) *csvParser[T] {
	p.limit = CsvFieldSizeLimit(Nothing[int64]())
	p.rows = NewIter(func(yield func(*List[T]) bool) {
		p.row = NewList[T]()
		for line := range lines {
			p.lineNum++
			for _, c := range line {
				p.take(c)
			}
			p.take(lineEnd)
			if p.state == startRow {
				if !yield(p.row) {
					return
				}
				p.row = NewList[T]()
			}
		}
		if len(p.field) > 0 || p.state == inQuotes {
			if p.strict {
				throw(CsvError, "unexpected end of data")
			}
			p.save()
			yield(p.row)
		}
	})
	return p
}

// take is one step.
func (p *csvParser[T]) take(c rune) {
	switch p.state {
	case startRow:
		switch c {
		case lineEnd:
		case '\n', '\r':
			p.state = eatLineEnd
		default:
			p.start(c)
		}
	case startField:
		p.start(c)
	case escaped:
		if c == lineEnd {
			c = '\n'
		}
		p.add(c)
		p.state = inField
		if c == '\n' || c == '\r' {
			p.state = afterEscapedLineEnd
		}
	case afterEscapedLineEnd:
		if c != lineEnd {
			p.inField(c)
		}
	case inField:
		p.inField(c)
	case inQuotes, escapedInQuotes, quoteInQuotes:
		p.quoted(c)
	case eatLineEnd:
		switch c {
		case '\n', '\r':
		case lineEnd:
			p.state = startRow
		default:
			throw(CsvError, "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")
		}
	}
}

// start is the first character of a field.
func (p *csvParser[T]) start(c rune) {
	switch {
	case c == lineEnd || c == '\n' || c == '\r':
		p.save()
		p.endRow(c)
	case c == p.quote && p.quoting != CsvQuoteNone:
		p.state = inQuotes
	case c == p.escape && c != 0:
		p.state = escaped
	case c == ' ' && p.skipSpace:
	case c == p.delimiter:
		p.save()
	default:
		p.numeric = p.quoting == CsvQuoteNonnumeric
		p.add(c)
		p.state = inField
	}
	if p.state == startRow && c != lineEnd {
		p.state = startField
	}
}

func (p *csvParser[T]) endRow(c rune) {
	p.state = eatLineEnd
	if c == lineEnd {
		p.state = startRow
	}
}

func (p *csvParser[T]) inField(c rune) {
	switch {
	case c == lineEnd || c == '\n' || c == '\r':
		p.save()
		p.endRow(c)
	case c == p.escape && c != 0:
		p.state = escaped
	case c == p.delimiter:
		p.save()
		p.state = startField
	default:
		p.add(c)
		p.state = inField
	}
}

// quoted is a character in a quoted field, or after a quote in it.
func (p *csvParser[T]) quoted(c rune) {
	switch {
	case p.state == escapedInQuotes:
		if c == lineEnd {
			c = '\n'
		}
		p.add(c)
		p.state = inQuotes
	case p.state == quoteInQuotes:
		p.afterQuote(c)
	case c == lineEnd:
	case c == p.escape && c != 0:
		p.state = escapedInQuotes
	case c == p.quote && p.quoting != CsvQuoteNone:
		p.state = inField
		if p.doubleQuote {
			p.state = quoteInQuotes
		}
	default:
		p.add(c)
	}
}

func (p *csvParser[T]) afterQuote(c rune) {
	switch {
	case c == p.quote && p.quoting != CsvQuoteNone:
		p.add(c)
		p.state = inQuotes
	case c == p.delimiter:
		p.save()
		p.state = startField
	case c == lineEnd || c == '\n' || c == '\r':
		p.save()
		p.endRow(c)
	case p.strict:
		throwf(CsvError, "'%c' expected after '%c'", p.delimiter, p.quote)
	default:
		p.add(c)
		p.state = inField
	}
}

func (p *csvParser[T]) add(c rune) {
	if int64(len(p.field)) >= p.limit {
		throwf(CsvError, "field larger than field limit (%d)", p.limit)
	}
	p.field = append(p.field, c)
}

func (p *csvParser[T]) save() {
	p.row.Append(p.value(string(p.field), !p.numeric))
	p.field, p.numeric = p.field[:0], false
}

// All iterates over the rows that are left.
func (p *csvParser[T]) All() iter.Seq[*List[T]] { return p.rows.All() }

// LineNum is reader.line_num: how many lines were read.
func (p *csvParser[T]) LineNum() int64 { return p.lineNum }

// PyTypeName is "_csv.reader".
func (p *csvParser[T]) PyTypeName() string { return "_csv.reader" }

// PyEqual is identity.
func (p *csvParser[T]) PyEqual(other any) bool { return any(p) == other }

// PyIter iterates over the rows that are left.
func (p *csvParser[T]) PyIter() iter.Seq[any] { return boxAll(p.All()) }

// CsvReader is what csv.reader gives: rows of strings.
type CsvReader struct{ *csvParser[string] }

// CsvValueReader is a reader whose rows may hold floats.
type CsvValueReader struct{ *csvParser[any] }

// CsvReaderOf is csv.reader(lines).
func CsvReaderOf(lines iter.Seq[string]) *CsvReader { return stringReader(lines, excelDialect) }

func stringReader(lines iter.Seq[string], d csvDialect) *CsvReader {
	p := &csvParser[string]{csvDialect: d, value: func(field string, _ bool) string { return field }}
	return &CsvReader{p.parse(lines)}
}

// CsvReaderWith is csv.reader(lines, dialect, …) without quoting.
func CsvReaderWith(lines iter.Seq[string], dialect string, delimiter, quote, escape Opt[string], doubleQuote, skipSpace Opt[bool], end Opt[string], strict bool) *CsvReader {
	return stringReader(lines, newDialect(dialect, delimiter, quote, escape, doubleQuote, skipSpace, end, strict, Nothing[int64]()))
}

// CsvValueReaderWith is csv.reader(lines, dialect, …, quoting=quoting).
func CsvValueReaderWith(lines iter.Seq[string], dialect string, delimiter, quote, escape Opt[string], doubleQuote, skipSpace Opt[bool], end Opt[string], strict bool, quoting int64) *CsvValueReader {
	return valueReader(lines, newDialect(dialect, delimiter, quote, escape, doubleQuote, skipSpace, end, strict, Some(quoting)))
}

func valueReader(lines iter.Seq[string], d csvDialect) *CsvValueReader {
	p := &csvParser[any]{csvDialect: d, value: func(field string, quoted bool) any {
		if quoted {
			return field
		}
		return FloatOfStr(field)
	}}
	return &CsvValueReader{p.parse(lines)}
}
