package py

import "time"

// DateTime is a naive datetime.datetime with microseconds.
type DateTime struct{ micros int64 } // since 1970-01-01 00:00:00 of its own zone

// DateTimeOf returns the naive local datetime of an instant.
func DateTimeOf(t time.Time) DateTime {
	_, offset := t.Zone()
	return DateTime{t.UnixMicro() + int64(offset)*1e6}
}

// Time returns the instant of a naive datetime in the local zone.
func (d DateTime) Time() time.Time {
	u := time.UnixMicro(d.micros).UTC()
	return time.Date(u.Year(), u.Month(), u.Day(), u.Hour(), u.Minute(), u.Second(), u.Nanosecond(), time.Local)
}

// PyTypeName is datetime.
func (d DateTime) PyTypeName() string { return "datetime" }

// PyStr prints YYYY-MM-DD HH:MM:SS, with six decimals if there are microseconds.
func (d DateTime) PyStr() string {
	u := time.UnixMicro(d.micros).UTC()
	if u.Nanosecond() == 0 {
		return u.Format("2006-01-02 15:04:05")
	}
	return u.Format("2006-01-02 15:04:05.000000")
}
