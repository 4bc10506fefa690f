package py

import (
	"cmp"
	"fmt"
	"math"
	"time"
)

// DateTime is datetime.datetime: naive, in whatever zone the script means, or aware with a fixed offset from UTC.
type DateTime struct {
	micros int64 // since 1970-01-01 00:00:00 on the clock it shows
	offset int32 // seconds east of UTC
	aware  bool
}

// NewDateTime is datetime(year, month, day, hour, minute, second, microsecond), with 0 for what is left out; it raises ValueError.
func NewDateTime(year, month, day, hour, minute, second, microsecond int64) DateTime {
	checkDate(year, month, day)
	for _, f := range []struct {
		name     string
		v, limit int64
	}{{"hour", hour, 23}, {"minute", minute, 59}, {"second", second, 59}, {"microsecond", microsecond, 999999}} {
		if f.v < 0 || f.v > f.limit {
			throwf(ValueError, "%s must be in 0..%d", f.name, f.limit)
		}
	}
	t := time.Date(int(year), time.Month(month), int(day), int(hour), int(minute), int(second), int(microsecond)*1000, time.UTC)
	return DateTime{micros: t.UnixMicro()}
}

func checkDate(year, month, day int64) {
	switch {
	case year < 1 || year > 9999:
		throwf(ValueError, "year %d is out of range", year)
	case month < 1 || month > 12:
		throw(ValueError, "month must be in 1..12")
	case day < 1 || day > int64(daysIn(int(year), time.Month(month))):
		throw(ValueError, "day is out of range for month")
	}
}

// DateTimeOf is the naive local datetime of an instant.
func DateTimeOf(t time.Time) DateTime {
	_, offset := t.Zone()
	return DateTime{micros: t.UnixMicro() + int64(offset)*1e6}
}

// DateTimeNow is datetime.now() and datetime.today().
func DateTimeNow() DateTime { return DateTimeOf(clock().Now().Local()) }

// DateTimeUtcnow is datetime.utcnow().
func DateTimeUtcnow() DateTime { return DateTimeOf(clock().Now().UTC()) }

// DateTimeFromtimestamp is datetime.fromtimestamp(seconds).
func DateTimeFromtimestamp(seconds float64) DateTime {
	return DateTimeOf(time.UnixMicro(roundMicros(seconds)).Local())
}

// DateTimeUtcfromtimestamp is datetime.utcfromtimestamp(seconds).
func DateTimeUtcfromtimestamp(seconds float64) DateTime {
	return DateTimeOf(time.UnixMicro(roundMicros(seconds)).UTC())
}

// roundMicros rounds half to even, as CPython does.
func roundMicros(seconds float64) int64 {
	whole, fraction := math.Modf(seconds)
	return intOfWhole(whole)*1e6 + int64(math.RoundToEven(fraction*1e6))
}

// DateTimeStrptime is datetime.strptime(text, format); it raises ValueError.
func DateTimeStrptime(text, format string) DateTime {
	p := strptime(text, format)
	switch {
	case p.leap:
		throw(ValueError, "day is out of range for month")
	case p.second > 59:
		throw(ValueError, "second must be in 0..59")
	}
	return dateTimeIn(p)
}

func dateTimeIn(p parsedTime) DateTime {
	d := DateTimeOf(p.Time)
	if p.zone {
		_, offset := p.Zone()
		d.aware, d.offset = true, int32(offset)
	}
	return d
}

// shown is the datetime as a time.Time that prints its fields, without a zone if it is naive.
func (d DateTime) shown() time.Time {
	u := time.UnixMicro(d.micros).UTC()
	loc := naive
	if d.aware {
		loc = time.FixedZone("UTC", int(d.offset))
	}
	return time.Date(u.Year(), u.Month(), u.Day(), u.Hour(), u.Minute(), u.Second(), u.Nanosecond(), loc)
}

// Time is the instant: that of a naive datetime in the local zone.
func (d DateTime) Time() time.Time {
	u := d.shown()
	if d.aware {
		return u
	}
	return time.Date(u.Year(), u.Month(), u.Day(), u.Hour(), u.Minute(), u.Second(), u.Nanosecond(), time.Local)
}

// Year and the like are the fields.
func (d DateTime) Year() int64        { return int64(d.shown().Year()) }
func (d DateTime) Month() int64       { return int64(d.shown().Month()) }
func (d DateTime) Day() int64         { return int64(d.shown().Day()) }
func (d DateTime) Hour() int64        { return int64(d.shown().Hour()) }
func (d DateTime) Minute() int64      { return int64(d.shown().Minute()) }
func (d DateTime) Second() int64      { return int64(d.shown().Second()) }
func (d DateTime) Microsecond() int64 { return ModInt(d.micros, 1e6) }

// Weekday is d.weekday(), 0 for Monday.
func (d DateTime) Weekday() int64 { return weekday(d.shown()) }

// Isoweekday is d.isoweekday(), 1 for Monday.
func (d DateTime) Isoweekday() int64 { return d.Weekday() + 1 }

// Date is d.date().
func (d DateTime) Date() Date { return Date{FloorDivInt(d.micros, microsPerDay)} }

// Timestamp is d.timestamp().
func (d DateTime) Timestamp() float64 { return float64(d.Time().UnixMicro()) / 1e6 }

// DateTimeTimetuple is d.timetuple().
func DateTimeTimetuple(d DateTime) StructTime { return structTime(d.shown(), -1) }

// Strftime is d.strftime(format).
func (d DateTime) Strftime(format string) string { return strftime(format, d.shown()) }

// Isoformat is d.isoformat(sep), with "T" for isoformat().
func (d DateTime) Isoformat(sep string) string {
	t := time.UnixMicro(d.micros).UTC()
	year, month, day := t.Date()
	hour, minute, second := t.Clock()
	b := appendDigits(make([]byte, 0, 32), year, 4)
	b = appendDigits(append(b, '-'), int(month), 2)
	b = appendDigits(append(b, '-'), day, 2)
	b = appendDigits(append(b, sep...), hour, 2)
	b = appendDigits(append(b, ':'), minute, 2)
	b = appendDigits(append(b, ':'), second, 2)
	if us := t.Nanosecond() / 1000; us != 0 {
		b = appendDigits(append(b, '.'), us, 6)
	}
	if d.aware {
		b = append(b, isoOffset(d.offset)...)
	}
	return string(b)
}

// appendDigits appends the last digits of a number, so many with zeros in front.
func appendDigits(b []byte, n, digits int) []byte {
	b = append(b, "000000"[:digits]...)
	for i := len(b) - 1; i >= len(b)-digits; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return b
}

func isoOffset(offset int32) string {
	sign := '+'
	if offset < 0 {
		sign, offset = '-', -offset
	}
	s := fmt.Sprintf("%c%02d:%02d", sign, offset/3600, offset/60%60)
	if offset%60 != 0 {
		s += fmt.Sprintf(":%02d", offset%60)
	}
	return s
}

// DateTimeReplace is d.replace(…), with Nothing for the fields that stay.
func DateTimeReplace(d DateTime, year, month, day, hour, minute, second, microsecond Opt[int64]) DateTime {
	r := NewDateTime(year.Or(d.Year()), month.Or(d.Month()), day.Or(d.Day()), hour.Or(d.Hour()), minute.Or(d.Minute()),
		second.Or(d.Second()), microsecond.Or(d.Microsecond()))
	r.aware, r.offset = d.aware, d.offset
	return r
}

// Add is d + delta; it raises OverflowError outside the years 1 to 9999.
func (d DateTime) Add(delta TimeDelta) DateTime {
	d.micros = AddInt(d.micros, delta.micros)
	if y := d.shown().Year(); y < 1 || y > 9999 {
		throw(OverflowError, "date value out of range")
	}
	return d
}

// SubDelta is d - delta.
func (d DateTime) SubDelta(delta TimeDelta) DateTime { return d.Add(delta.Neg()) }

// Sub is d - other.
func (d DateTime) Sub(other DateTime) TimeDelta {
	if d.aware != other.aware {
		throw(TypeError, "can't subtract offset-naive and offset-aware datetimes")
	}
	return TimeDelta{d.utc() - other.utc()}
}

// utc is the order of aware datetimes.
func (d DateTime) utc() int64 { return d.micros - int64(d.offset)*1e6 }

// Compare orders two datetimes.
func (d DateTime) Compare(other DateTime) int {
	if d.aware != other.aware {
		throw(TypeError, "can't compare offset-naive and offset-aware datetimes")
	}
	return cmp.Compare(d.utc(), other.utc())
}

// PyTypeName is "datetime.datetime".
func (d DateTime) PyTypeName() string { return "datetime.datetime" }

// PyStr is isoformat(" ").
func (d DateTime) PyStr() string { return d.Isoformat(" ") }

// PyRepr is datetime.datetime(2026, 1, 2, 3, 4).
func (d DateTime) PyRepr() string {
	s := fmt.Sprintf("datetime.datetime(%d, %d, %d, %d, %d", d.Year(), d.Month(), d.Day(), d.Hour(), d.Minute())
	if d.Second() != 0 || d.Microsecond() != 0 {
		s += fmt.Sprintf(", %d", d.Second())
	}
	if d.Microsecond() != 0 {
		s += fmt.Sprintf(", %d", d.Microsecond())
	}
	if d.aware {
		s += ", tzinfo=" + TimeZone{d.offset}.PyRepr()
	}
	return s + ")"
}

// PyFormat is format(d, spec): strftime.
func (d DateTime) PyFormat(spec string) string {
	if spec == "" {
		return d.PyStr()
	}
	return d.Strftime(spec)
}

// PyEqual is d == other; naive and aware ones differ.
func (d DateTime) PyEqual(other any) bool {
	o, ok := other.(DateTime)
	return ok && d.aware == o.aware && d.utc() == o.utc()
}

// PyCompare orders datetimes.
func (d DateTime) PyCompare(other any) (int, bool) {
	o, ok := other.(DateTime)
	if !ok {
		return 0, false
	}
	return d.Compare(o), true
}

// PyHash is CPython's: that of the ten bytes of a naive datetime, or of the distance from year 1 of an aware one.
func (d DateTime) PyHash() int64 {
	if d.aware {
		return TimeDelta{d.utc() - NewDateTime(1, 1, 1, 0, 0, 0, 0).micros + microsPerDay}.PyHash()
	}
	us := d.Microsecond()
	return sipHash(string([]byte{byte(d.Year() >> 8), byte(d.Year()), byte(d.Month()), byte(d.Day()), byte(d.Hour()), byte(d.Minute()),
		byte(d.Second()), byte(us >> 16), byte(us >> 8), byte(us)}))
}

// PyBinary is + and - with timedeltas and datetimes.
func (d DateTime) PyBinary(op string, other any, reflected bool) (any, bool) {
	switch o := other.(type) {
	case TimeDelta:
		if op == "+" {
			return d.Add(o), true
		}
		if op == "-" && !reflected {
			return d.SubDelta(o), true
		}
	case DateTime:
		if op == "-" && !reflected {
			return d.Sub(o), true
		}
	}
	return nil, false
}
