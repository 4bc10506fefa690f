package py

import "time"

// TimeZone is datetime.timezone: a fixed offset from UTC, in seconds to the east.
type TimeZone struct{ offset int32 }

// NewTimeZone is timezone(offset); it raises ValueError for a day or more.
func NewTimeZone(offset TimeDelta) TimeZone {
	if AbsInt(offset.micros) >= microsPerDay {
		throwf(ValueError, "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %s.", offset.PyRepr())
	}
	return TimeZone{int32(offset.micros / 1e6)}
}

// TimeZoneUtc is timezone.utc.
func TimeZoneUtc() TimeZone { return TimeZone{} }

func (z TimeZone) location() *time.Location { return time.FixedZone("UTC", int(z.offset)) }

// in is the aware datetime of an instant in z.
func (z TimeZone) in(t time.Time) DateTime {
	d := DateTimeOf(t.In(z.location()))
	d.aware, d.offset = true, z.offset
	return d
}

// PyTypeName is "datetime.timezone".
func (z TimeZone) PyTypeName() string { return "datetime.timezone" }

// PyStr is UTC or UTC+02:00.
func (z TimeZone) PyStr() string {
	if z.offset == 0 {
		return "UTC"
	}
	return "UTC" + isoOffset(z.offset)
}

// PyRepr is datetime.timezone.utc, or datetime.timezone(datetime.timedelta(…)).
func (z TimeZone) PyRepr() string {
	if z.offset == 0 {
		return "datetime.timezone.utc"
	}
	return "datetime.timezone(" + TimeDelta{int64(z.offset) * 1e6}.PyRepr() + ")"
}

// PyEqual is z == other.
func (z TimeZone) PyEqual(other any) bool { return any(z) == other }

// PyHash is that of the offset.
func (z TimeZone) PyHash() int64 { return TimeDelta{int64(z.offset) * 1e6}.PyHash() }

// NewDateTimeIn is datetime(year, …, tzinfo=zone).
func NewDateTimeIn(year, month, day, hour, minute, second, microsecond int64, zone Opt[TimeZone]) DateTime {
	return DateTimeReplaceZone(NewDateTime(year, month, day, hour, minute, second, microsecond), zone)
}

// DateTimeNowIn is datetime.now(zone).
func DateTimeNowIn(zone Opt[TimeZone]) DateTime {
	if !zone.Ok {
		return DateTimeNow()
	}
	return zone.V.in(clock().Now())
}

// DateTimeFromtimestampIn is datetime.fromtimestamp(seconds, zone).
func DateTimeFromtimestampIn(seconds float64, zone Opt[TimeZone]) DateTime {
	if !zone.Ok {
		return DateTimeFromtimestamp(seconds)
	}
	return zone.V.in(time.UnixMicro(roundMicros(seconds)))
}

// DateTimeReplaceZone is d.replace(tzinfo=zone): the same fields in another zone, or in none.
func DateTimeReplaceZone(d DateTime, zone Opt[TimeZone]) DateTime {
	d.aware, d.offset = zone.Ok, zone.V.offset
	return d
}

// DateTimeAstimezone is d.astimezone(zone), with Nothing for the local zone.
func DateTimeAstimezone(d DateTime, zone Opt[TimeZone]) DateTime {
	t := d.Time()
	if zone.Ok {
		return zone.V.in(t)
	}
	_, offset := t.Local().Zone()
	return TimeZone{int32(offset)}.in(t)
}

// DateTimeTzinfo is d.tzinfo. It is no method, because every program that mentions a DateTime compiles the types that its methods mention.
func DateTimeTzinfo(d DateTime) Opt[TimeZone] { return Opt[TimeZone]{TimeZone{d.offset}, d.aware} }

// DateTimeUtcoffset is d.utcoffset().
func DateTimeUtcoffset(d DateTime) Opt[TimeDelta] {
	return Opt[TimeDelta]{TimeDelta{int64(d.offset) * 1e6}, d.aware}
}

// DateTimeTzname is d.tzname().
func DateTimeTzname(d DateTime) Opt[string] {
	return Opt[string]{TimeZone{d.offset}.PyStr(), d.aware}
}

// Toordinal is d.toordinal().
func (d DateTime) Toordinal() int64 { return d.Date().Toordinal() }

// Ctime is d.ctime().
func (d DateTime) Ctime() string { return strftime("%a %b %e %H:%M:%S %Y", d.shown()) }

// Utcoffset is z.utcoffset(d), the same for all d.
func (z TimeZone) Utcoffset(any) TimeDelta { return TimeDelta{int64(z.offset) * 1e6} }

// Tzname is z.tzname(d).
func (z TimeZone) Tzname(any) string { return z.PyStr() }
