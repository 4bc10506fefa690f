package py

import (
	"cmp"
	"fmt"
	"strings"
	"time"
)

// ClockTime is datetime.time: a naive time of day.
type ClockTime struct{ micros int64 }

// NewClockTime is datetime.time(hour, minute, second, microsecond); it raises ValueError.
func NewClockTime(hour, minute, second, microsecond int64) ClockTime {
	return NewDateTime(1, 1, 1, hour, minute, second, microsecond).TimeOfDay()
}

// TimeOfDay is d.time().
func (d DateTime) TimeOfDay() ClockTime { return ClockTime{ModInt(d.micros, microsPerDay)} }

// ClockTimeFromisoformat is datetime.time.fromisoformat(text); it raises ValueError.
func ClockTimeFromisoformat(text string) ClockTime {
	var d DateTime
	if Try(func() { d = DateTimeFromisoformat("2000-01-01T" + strings.TrimPrefix(text, "T")) }) != nil || len(text) < 5 {
		throwf(ValueError, "Invalid isoformat string: %s", Repr(text))
	}
	return d.TimeOfDay()
}

// ClockTimeMin is time.min, ClockTimeMax time.max.
func ClockTimeMin() ClockTime { return ClockTime{} }

// ClockTimeMax is time.max.
func ClockTimeMax() ClockTime { return ClockTime{microsPerDay - 1} }

// Hour and the like are the fields.
func (t ClockTime) Hour() int64        { return t.micros / 3600e6 }
func (t ClockTime) Minute() int64      { return t.micros / 60e6 % 60 }
func (t ClockTime) Second() int64      { return t.micros / 1e6 % 60 }
func (t ClockTime) Microsecond() int64 { return t.micros % 1e6 }

// Replace is t.replace(…), with Nothing for the fields that stay.
func (t ClockTime) Replace(hour, minute, second, microsecond Opt[int64]) ClockTime {
	return NewClockTime(hour.Or(t.Hour()), minute.Or(t.Minute()), second.Or(t.Second()), microsecond.Or(t.Microsecond()))
}

// Isoformat is t.isoformat(timespec).
func (t ClockTime) Isoformat(timespec string) string { return isoClock(t.micros, timespec) }

// isoClock is a time of day as isoformat writes it; it raises ValueError.
func isoClock(micros int64, timespec string) string {
	t := ClockTime{micros}
	if timespec == "auto" {
		timespec = "seconds"
		if t.Microsecond() != 0 {
			timespec = "microseconds"
		}
	}
	s := fmt.Sprintf("%02d:%02d", t.Hour(), t.Minute())
	switch timespec {
	case "hours":
		return s[:2]
	case "minutes":
		return s
	case "seconds":
		return s + fmt.Sprintf(":%02d", t.Second())
	case "milliseconds":
		return s + fmt.Sprintf(":%02d.%03d", t.Second(), t.Microsecond()/1000)
	case "microseconds":
		return s + fmt.Sprintf(":%02d.%06d", t.Second(), t.Microsecond())
	}
	throw(ValueError, "Unknown timespec value")
	return ""
}

// IsoformatSpec is d.isoformat(sep, timespec); it raises ValueError.
func (d DateTime) IsoformatSpec(sep, timespec string) string {
	s := d.Date().Isoformat() + sep + isoClock(ModInt(d.micros, microsPerDay), timespec)
	if d.aware {
		s += isoOffset(d.offset)
	}
	return s
}

// Strftime is t.strftime(format), with the day 1900-01-01.
func (t ClockTime) Strftime(format string) string {
	return strftime(format, time.Date(1900, 1, 1, int(t.Hour()), int(t.Minute()), int(t.Second()), int(t.Microsecond())*1000, naive))
}

// PyTypeName is "datetime.time".
func (t ClockTime) PyTypeName() string { return "datetime.time" }

// PyStr is isoformat().
func (t ClockTime) PyStr() string { return t.Isoformat("auto") }

// PyRepr is datetime.time(3, 4).
func (t ClockTime) PyRepr() string {
	s := fmt.Sprintf("datetime.time(%d, %d", t.Hour(), t.Minute())
	if t.Second() != 0 || t.Microsecond() != 0 {
		s += fmt.Sprintf(", %d", t.Second())
	}
	if t.Microsecond() != 0 {
		s += fmt.Sprintf(", %d", t.Microsecond())
	}
	return s + ")"
}

// PyFormat is format(t, spec): strftime.
func (t ClockTime) PyFormat(spec string) string {
	if spec == "" {
		return t.PyStr()
	}
	return t.Strftime(spec)
}

// PyEqual is t == other.
func (t ClockTime) PyEqual(other any) bool { return any(t) == other }

// PyCompare orders times of day.
func (t ClockTime) PyCompare(other any) (int, bool) {
	o, ok := other.(ClockTime)
	return cmp.Compare(t.micros, o.micros), ok
}

// PyHash is CPython's: that of the six bytes.
func (t ClockTime) PyHash() int64 {
	us := t.Microsecond()
	return sipHash(string([]byte{byte(t.Hour()), byte(t.Minute()), byte(t.Second()), byte(us >> 16), byte(us >> 8), byte(us)}))
}

// DateTimeCombine is datetime.combine(date, time).
func DateTimeCombine(d Date, t ClockTime) DateTime {
	return DateTime{micros: d.days*microsPerDay + t.micros}
}

// DateTimeMin is datetime.min, DateTimeMax datetime.max.
func DateTimeMin() DateTime { return NewDateTime(1, 1, 1, 0, 0, 0, 0) }

// DateTimeMax is datetime.max.
func DateTimeMax() DateTime { return NewDateTime(9999, 12, 31, 23, 59, 59, 999999) }

// DateMin is date.min, DateMax date.max.
func DateMin() Date { return NewDate(1, 1, 1) }

// DateMax is date.max.
func DateMax() Date { return NewDate(9999, 12, 31) }

// DateIsocalendar is d.isocalendar(): the ISO year, week and weekday.
func DateIsocalendar(d Date) Tuple3[int64, int64, int64] {
	year, week := time.Unix(d.days*86400, 0).UTC().ISOWeek()
	return T3(int64(year), int64(week), d.Isoweekday())
}

// DateTimeIsocalendar is d.isocalendar().
func DateTimeIsocalendar(d DateTime) Tuple3[int64, int64, int64] { return DateIsocalendar(d.Date()) }

// DateTimeReplaceAll is d.replace(…, tzinfo=zone), with Nothing for the fields that stay.
func DateTimeReplaceAll(d DateTime, year, month, day, hour, minute, second, microsecond Opt[int64], zone Opt[TimeZone]) DateTime {
	return DateTimeReplaceZone(DateTimeReplace(d, year, month, day, hour, minute, second, microsecond), zone)
}
