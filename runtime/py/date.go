package py

import (
	"cmp"
	"fmt"
)

const microsPerDay = 86400 * 1000000

// Date is datetime.date.
type Date struct{ days int64 } // since 1970-01-01

// NewDate is date(year, month, day); it raises ValueError.
func NewDate(year, month, day int64) Date { return NewDateTime(year, month, day, 0, 0, 0, 0).Date() }

// DateToday is date.today().
func DateToday() Date { return DateTimeNow().Date() }

// DateFromtimestamp is date.fromtimestamp(seconds).
func DateFromtimestamp(seconds float64) Date { return DateTimeFromtimestamp(seconds).Date() }

// DateFromordinal is date.fromordinal(n): day 1 is the first of the year 1.
func DateFromordinal(n int64) Date {
	if n < 1 || n > 3652059 {
		throwf(ValueError, "ordinal must be >= 1 and <= 3652059")
	}
	return Date{n - unixOrdinal}
}

// unixOrdinal is the ordinal of 1970-01-01.
const unixOrdinal = 719163

func (d Date) midnight() DateTime { return DateTime{micros: d.days * microsPerDay} }

// Year and the like are the fields.
func (d Date) Year() int64  { return d.midnight().Year() }
func (d Date) Month() int64 { return d.midnight().Month() }
func (d Date) Day() int64   { return d.midnight().Day() }

// Weekday is d.weekday(), 0 for Monday.
func (d Date) Weekday() int64 { return d.midnight().Weekday() }

// Isoweekday is d.isoweekday(), 1 for Monday.
func (d Date) Isoweekday() int64 { return d.Weekday() + 1 }

// Isoformat is d.isoformat().
func (d Date) Isoformat() string { return d.midnight().Isoformat("T")[:10] }

// Ctime is d.ctime().
func (d Date) Ctime() string { return d.midnight().Ctime() }

// Strftime is d.strftime(format).
func (d Date) Strftime(format string) string { return d.midnight().Strftime(format) }

// DateTimetuple is d.timetuple().
func DateTimetuple(d Date) StructTime { return DateTimeTimetuple(d.midnight()) }

// Toordinal is d.toordinal().
func (d Date) Toordinal() int64 { return d.days + unixOrdinal }

// Replace is d.replace(…), with Nothing for the fields that stay.
func (d Date) Replace(year, month, day Opt[int64]) Date {
	return NewDate(year.Or(d.Year()), month.Or(d.Month()), day.Or(d.Day()))
}

// Add is d + delta, by whole days.
func (d Date) Add(delta TimeDelta) Date {
	return d.midnight().Add(TimeDelta{delta.Days() * microsPerDay}).Date()
}

// SubDelta is d - delta.
func (d Date) SubDelta(delta TimeDelta) Date {
	return d.midnight().Add(TimeDelta{-delta.Days() * microsPerDay}).Date()
}

// Sub is d - other.
func (d Date) Sub(other Date) TimeDelta { return TimeDelta{(d.days - other.days) * microsPerDay} }

// Compare orders two dates.
func (d Date) Compare(other Date) int { return cmp.Compare(d.days, other.days) }

// PyTypeName is "datetime.date".
func (d Date) PyTypeName() string { return "datetime.date" }

// PyStr is isoformat().
func (d Date) PyStr() string { return d.Isoformat() }

// PyRepr is datetime.date(2026, 1, 2).
func (d Date) PyRepr() string {
	return fmt.Sprintf("datetime.date(%d, %d, %d)", d.Year(), d.Month(), d.Day())
}

// PyFormat is format(d, spec): strftime.
func (d Date) PyFormat(spec string) string {
	if spec == "" {
		return d.PyStr()
	}
	return d.Strftime(spec)
}

// PyEqual is d == other.
func (d Date) PyEqual(other any) bool { return any(d) == other }

// PyCompare orders dates.
func (d Date) PyCompare(other any) (int, bool) {
	o, ok := other.(Date)
	return d.Compare(o), ok
}

// PyHash is CPython's hash of the date's four bytes.
func (d Date) PyHash() int64 {
	return sipHash(string([]byte{byte(d.Year() >> 8), byte(d.Year()), byte(d.Month()), byte(d.Day())}))
}

// PyBinary is + and - with timedeltas and dates.
func (d Date) PyBinary(op string, other any, reflected bool) (any, bool) {
	switch o := other.(type) {
	case TimeDelta:
		if op == "+" {
			return d.Add(o), true
		}
		if op == "-" && !reflected {
			return d.SubDelta(o), true
		}
	case Date:
		if op == "-" && !reflected {
			return d.Sub(o), true
		}
	}
	return nil, false
}
