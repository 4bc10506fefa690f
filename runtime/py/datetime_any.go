package py

var dateMethods, dateTimeMethods, clockTimeMethods, timeDeltaMethods, timeZoneMethods methodTable

func (d Date) pyMethods() map[string]method      { return dateMethods.get(dateMethodTable) }
func (d DateTime) pyMethods() map[string]method  { return dateTimeMethods.get(dateTimeMethodTable) }
func (t ClockTime) pyMethods() map[string]method { return clockTimeMethods.get(clockTimeMethodTable) }
func (t TimeDelta) pyMethods() map[string]method { return timeDeltaMethods.get(timeDeltaMethodTable) }
func (z TimeZone) pyMethods() map[string]method  { return timeZoneMethods.get(timeZoneMethodTable) }

// given is an argument of replace: Nothing if it is left out.
func given(v any) Opt[int64] {
	if v == nil {
		return Nothing[int64]()
	}
	return Some(AsInt(v))
}

// zoneOf is an argument that is a timezone or None.
func zoneOf(v any) Opt[TimeZone] {
	switch z := v.(type) {
	case nil, NoneType:
		return Nothing[TimeZone]()
	case TimeZone:
		return Some(z)
	}
	throwf(TypeError, "tzinfo argument must be None or of a tzinfo subclass, not type '%s'", TypeName(v))
	return Nothing[TimeZone]()
}

// onDate makes methods that dates and datetimes share of one of dates.
func onDate[T any](f func(d Date) T) method {
	return def("", func(x any, _ []any) any {
		if t, ok := x.(DateTime); ok {
			return Box(f(t.Date()))
		}
		return Box(f(x.(Date)))
	})
}

func dateMethodTable() map[string]method {
	return map[string]method{
		"isoformat":   onDate(Date.Isoformat),
		"weekday":     onDate(Date.Weekday),
		"isoweekday":  onDate(Date.Isoweekday),
		"toordinal":   onDate(Date.Toordinal),
		"isocalendar": onDate(DateIsocalendar),
		"timetuple":   onDate(DateTimetuple),
		"ctime":       onDate(Date.Ctime),
		"strftime":    defNamed("format", func(d any, a []any) any { return d.(Date).Strftime(AsStr(a[0])) }),
		"replace": defNamed("/year month day", func(d any, a []any) any {
			return d.(Date).Replace(given(a[0]), given(a[1]), given(a[2]))
		}),
	}
}

func dateTimeMethodTable() map[string]method {
	methods := map[string]method{
		"date":      def("", func(d any, _ []any) any { return d.(DateTime).Date() }),
		"time":      def("", func(d any, _ []any) any { return d.(DateTime).TimeOfDay() }),
		"timestamp": def("", func(d any, _ []any) any { return d.(DateTime).Timestamp() }),
		"timetuple": def("", func(d any, _ []any) any { return Box(DateTimeTimetuple(d.(DateTime))) }),
		"ctime":     def("", func(d any, _ []any) any { return d.(DateTime).Ctime() }),
		"utcoffset": def("", func(d any, _ []any) any { return Box(DateTimeUtcoffset(d.(DateTime))) }),
		"tzname":    def("", func(d any, _ []any) any { return Box(d.(DateTime).Tzname()) }),
		"strftime":  defNamed("format", func(d any, a []any) any { return d.(DateTime).Strftime(AsStr(a[0])) }),
		"isoformat": defNamed("/sep timespec", func(d any, a []any) any {
			return d.(DateTime).IsoformatSpec(argStr(a[0], "T"), argStr(a[1], "auto"))
		}),
		"astimezone": defNamed("/tz", func(d any, a []any) any { return DateTimeAstimezone(d.(DateTime), zoneOf(a[0])) }),
		"replace": defNamed("/year month day hour minute second microsecond tzinfo", func(d any, a []any) any {
			t := d.(DateTime).Replace(given(a[0]), given(a[1]), given(a[2]), given(a[3]), given(a[4]), given(a[5]), given(a[6]))
			if a[7] != nil {
				t = DateTimeReplaceZone(t, zoneOf(a[7]))
			}
			return t
		}),
	}
	for _, name := range []string{"weekday", "isoweekday", "toordinal", "isocalendar"} {
		methods[name] = dateMethods.get(dateMethodTable)[name]
	}
	return methods
}

func clockTimeMethodTable() map[string]method {
	return map[string]method{
		"isoformat": defNamed("/timespec", func(t any, a []any) any { return t.(ClockTime).Isoformat(argStr(a[0], "auto")) }),
		"strftime":  defNamed("format", func(t any, a []any) any { return t.(ClockTime).Strftime(AsStr(a[0])) }),
		"replace": defNamed("/hour minute second microsecond", func(t any, a []any) any {
			return t.(ClockTime).Replace(given(a[0]), given(a[1]), given(a[2]), given(a[3]))
		}),
	}
}

func timeDeltaMethodTable() map[string]method {
	return map[string]method{"total_seconds": def("", func(t any, _ []any) any { return t.(TimeDelta).TotalSeconds() })}
}

func timeZoneMethodTable() map[string]method {
	return map[string]method{
		"utcoffset": def("dt", func(z any, _ []any) any { return z.(TimeZone).Utcoffset(None) }),
		"tzname":    def("dt", func(z any, _ []any) any { return z.(TimeZone).Tzname(None) }),
		"dst":       def("dt", func(any, []any) any { return None }),
	}
}

// PyGetAttr gives the fields.
func (d Date) PyGetAttr(name string) (any, bool) {
	switch name {
	case "year":
		return d.Year(), true
	case "month":
		return d.Month(), true
	case "day":
		return d.Day(), true
	}
	return nil, false
}

// PyGetAttr gives the fields.
func (d DateTime) PyGetAttr(name string) (any, bool) {
	switch name {
	case "hour":
		return d.Hour(), true
	case "minute":
		return d.Minute(), true
	case "second":
		return d.Second(), true
	case "microsecond":
		return d.Microsecond(), true
	case "tzinfo":
		return Box(d.Tzinfo()), true
	}
	return d.Date().PyGetAttr(name)
}

// PyGetAttr gives the fields.
func (t ClockTime) PyGetAttr(name string) (any, bool) {
	switch name {
	case "hour":
		return t.Hour(), true
	case "minute":
		return t.Minute(), true
	case "second":
		return t.Second(), true
	case "microsecond":
		return t.Microsecond(), true
	case "tzinfo":
		return None, true
	}
	return nil, false
}

// PyGetAttr gives the fields.
func (t TimeDelta) PyGetAttr(name string) (any, bool) {
	switch name {
	case "days":
		return t.Days(), true
	case "seconds":
		return t.Seconds(), true
	case "microseconds":
		return t.Microseconds(), true
	}
	return nil, false
}
