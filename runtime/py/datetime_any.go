package py

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

// PyCallMethod calls the methods by name.
func (d DateTime) PyCallMethod(name string, args []any) (any, bool) {
	switch name {
	case "isoformat":
		if len(args) > 0 {
			return d.Isoformat(AsStr(args[0])), true
		}
		return d.Isoformat("T"), true
	case "strftime":
		return d.Strftime(AsStr(args[0])), true
	case "timestamp":
		return d.Timestamp(), true
	case "date":
		return d.Date(), true
	}
	return d.Date().PyCallMethod(name, args)
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

// PyCallMethod calls the methods by name.
func (d Date) PyCallMethod(name string, args []any) (any, bool) {
	switch name {
	case "isoformat":
		return d.Isoformat(), true
	case "strftime":
		return d.Strftime(AsStr(args[0])), true
	case "weekday":
		return d.Weekday(), true
	case "isoweekday":
		return d.Isoweekday(), true
	case "toordinal":
		return d.Toordinal(), true
	case "timetuple":
		return DateTimetuple(d), true
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

// PyCallMethod calls total_seconds by name.
func (t TimeDelta) PyCallMethod(name string, _ []any) (any, bool) {
	if name != "total_seconds" {
		return nil, false
	}
	return t.TotalSeconds(), true
}
