package py

import (
	"strings"
	"time"
	"unicode/utf8"
)

// parsedTime is what strptime found.
type parsedTime struct {
	time.Time
	zone    bool // the text named an offset
	second  int  // up to 61
	weekday int  // as the text names it, which need not be that of the date
	yearDay int  // likewise
	named   bool // the text named a zone
	leap    bool // a 29th of February without a year, here of 1904
}

// timeFields collects the directives of strptime. What was not given is -1.
type timeFields struct {
	year, month, day, hour, minute, second, micro int
	yearDay, weekday, week, isoYear, isoWeek      int
	sundays                                       bool // weeks begin on them
	hour12, pm                                    bool
	offset                                        int
	zone, named                                   bool // an offset; the name of a zone
}

// strptime parses text by the format, as datetime.strptime; it raises ValueError.
func strptime(text, format string) parsedTime {
	f := timeFields{year: -1, month: 1, day: 1, yearDay: -1, weekday: -1, week: -1, isoYear: -1, isoWeek: -1}
	checkDirectives(format)
	rest, ok := f.parse(text, format)
	if !ok {
		throwf(ValueError, "time data %s does not match format %s", Repr(text), Repr(format))
	}
	if rest != "" {
		throwf(ValueError, "unconverted data remains: %s", rest)
	}
	if f.hour12 {
		f.hour %= 12
		if f.pm {
			f.hour += 12
		}
	}
	loc := naive
	if f.zone {
		loc = time.FixedZone("", f.offset)
	}
	leap := f.date()
	t := time.Date(f.year, time.Month(f.month), f.day, f.hour, f.minute, min(f.second, 59), f.micro*1000, loc)
	return parsedTime{Time: t, zone: f.zone, second: f.second, weekday: f.weekday, yearDay: f.yearDay, named: f.named, leap: leap}
}

// date works out year, month and day; leap says that a 29th of February came without a year.
func (f *timeFields) date() (leap bool) {
	const weekday = "a weekday directive ('%A', '%a', '%w', or '%u')."
	switch {
	case f.isoYear >= 0 && (f.isoWeek < 0 || f.weekday < 0):
		throw(ValueError, "ISO year directive '%G' must be used with the ISO week directive '%V' and "+weekday)
	case f.isoYear >= 0 && f.yearDay >= 0:
		throw(ValueError, "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
	case f.isoYear < 0 && f.week < 0 && f.isoWeek >= 0 && f.weekday < 0:
		throw(ValueError, "ISO week directive '%V' must be used with the ISO year directive '%G' and "+weekday)
	case f.isoYear < 0 && f.week < 0 && f.isoWeek >= 0:
		throw(ValueError, "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
	}
	if f.year < 0 {
		f.year = 1900
		if leap = f.month == 2 && f.day == 29; leap {
			f.year = 1904
		}
	}
	yearDay := f.yearDay
	known := yearDay >= 0
	switch {
	case known || f.weekday < 0:
	case f.week >= 0:
		yearDay, known = f.dayOfWeek(), true
	case f.isoYear >= 0:
		f.year, yearDay = f.isoDay()
		known = true
	}
	if known {
		if yearDay < 1 {
			f.year--
			yearDay += time.Date(f.year, 12, 31, 0, 0, 0, 0, time.UTC).YearDay()
		}
		t := time.Date(f.year, 1, yearDay, 0, 0, 0, 0, time.UTC)
		f.year, f.month, f.day, f.yearDay = t.Year(), int(t.Month()), t.Day(), yearDay
	}
	if f.year < 1 || f.year > 9999 {
		throwf(ValueError, "year %d is out of range", f.year)
	}
	if f.day > daysIn(f.year, time.Month(f.month)) {
		throw(ValueError, "day is out of range for month")
	}
	t := time.Date(f.year, time.Month(f.month), f.day, 0, 0, 0, 0, time.UTC)
	if f.weekday < 0 {
		f.weekday = (int(t.Weekday()) + 6) % 7
	}
	if !known {
		f.yearDay = t.YearDay()
	}
	return leap
}

// dayOfWeek is the day of the year by its week, %U or %W, and the weekday.
func (f *timeFields) dayOfWeek() int {
	first := (int(time.Date(f.year, 1, 1, 0, 0, 0, 0, time.UTC).Weekday()) + 6) % 7
	day := f.weekday
	if f.sundays {
		first, day = (first+1)%7, (day+1)%7
	}
	if f.week == 0 {
		return 1 + day - first
	}
	return 1 + (7-first)%7 + 7*(f.week-1) + day
}

// isoDay is the year and its day by the ISO year and week: the first has the 4th of January.
func (f *timeFields) isoDay() (year, day int) {
	if f.isoYear == 0 {
		throw(ValueError, "year 0 is out of range")
	}
	fourth := (int(time.Date(f.isoYear, 1, 4, 0, 0, 0, 0, time.UTC).Weekday())+6)%7 + 1
	return f.isoYear, f.isoWeek*7 + f.weekday + 1 - fourth - 3
}

func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// checkDirectives raises ValueError for a directive that there is not.
func checkDirectives(format string) {
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		if i++; i == len(format) {
			throwf(ValueError, "stray %% in format '%s'", format)
		}
		if c := format[i]; strings.IndexByte("dfHIGjmMSUWVwuyYzAaBbpxXcZ%", c) < 0 {
			_, size := utf8.DecodeRuneInString(format[i:])
			throwf(ValueError, "'%s' is a bad directive in format '%s'", format[i:i+size], format)
		}
	}
}

// parse matches a beginning of the text; where the rest of the format does not match, a directive takes less of it.
func (f *timeFields) parse(text, format string) (rest string, ok bool) {
	for format != "" {
		c := format[0]
		switch {
		case isSpace(rune(c)):
			format = StrLstrip(format)
			trimmed := StrLstrip(text)
			if len(trimmed) == len(text) {
				return "", false
			}
			text = trimmed
		case c != '%':
			if text == "" || lowerByte(text[0]) != lowerByte(c) {
				return "", false
			}
			text, format = text[1:], format[1:]
		default:
			c, format = format[1], format[2:]
			if digits, low, high, numeric := numericDirective(c); numeric {
				return f.number(c, digits, low, high, text, format)
			}
			if whole := wholeFormats[c]; whole != "" {
				format = whole + format
			} else if text, ok = f.word(c, text); !ok {
				return "", false
			}
		}
	}
	return text, true
}

// wholeFormats are the directives that stand for several.
var wholeFormats = [128]string{'c': "%a %b %d %H:%M:%S %Y", 'x': "%m/%d/%y", 'X': "%H:%M:%S"}

// numericDirective is how many digits a directive may have, and its range.
func numericDirective(c byte) (digits, low, high int, ok bool) {
	switch c {
	case 'Y', 'G':
		return 4, 0, 9999, true
	case 'y':
		return 2, 0, 99, true
	case 'm', 'I':
		return 2, 1, 12, true
	case 'd':
		return 2, 1, 31, true
	case 'H':
		return 2, 0, 23, true
	case 'M':
		return 2, 0, 59, true
	case 'S':
		return 2, 0, 61, true
	case 'j':
		return 3, 1, 366, true
	case 'w':
		return 1, 0, 6, true
	case 'u':
		return 1, 1, 7, true
	case 'U', 'W':
		return 2, 0, 53, true
	case 'V':
		return 2, 0, 53, true
	case 'f':
		return 6, 0, 999999, true
	}
	return 0, 0, 0, false
}

// number matches %c and the rest of the format, with as many digits as can be.
func (f *timeFields) number(c byte, digits, low, high int, text, format string) (rest string, ok bool) {
	if c == 'd' && len(text) > 1 && text[0] == ' ' { // as C prints it
		text, digits, high = text[1:], 1, 9
	}
	var values [7]int
	n := 0
	for n < digits && n < len(text) && text[n] >= '0' && text[n] <= '9' {
		values[n+1] = values[n]*10 + int(text[n]-'0')
		n++
	}
	least := 1
	switch c {
	case 'Y', 'G', 'y':
		least = digits
	}
	for ; n >= least; n-- {
		v := values[n]
		if v < low || v > high || c == 'V' && n == 2 && v == 0 {
			continue
		}
		f.set(c, v, n)
		if rest, ok = f.parse(text[n:], format); ok {
			return rest, true
		}
	}
	return "", false
}

func (f *timeFields) set(c byte, v, digits int) {
	switch c {
	case 'Y':
		f.year = v
	case 'G':
		f.isoYear = v
	case 'y':
		if f.year = v + 1900; f.year < 1969 {
			f.year += 100
		}
	case 'm':
		f.month = v
	case 'd':
		f.day = v
	case 'H', 'I':
		f.hour, f.hour12 = v, c == 'I'
	case 'M':
		f.minute = v
	case 'S':
		f.second = v
	case 'j':
		f.yearDay = v
	case 'w':
		f.weekday = (v + 6) % 7
	case 'u':
		f.weekday = v - 1
	case 'U', 'W':
		f.week, f.sundays = v, c == 'U'
	case 'V':
		f.isoWeek = v
	case 'f':
		for ; digits < 6; digits++ {
			v *= 10
		}
		f.micro = v
	}
}

// word are the directives that match no number.
func (f *timeFields) word(c byte, text string) (string, bool) {
	names := func(n int, name func(i int) string, to *int) (string, bool) {
		for i := range n {
			if s := name(i); len(text) >= len(s) && strings.EqualFold(text[:len(s)], s) {
				*to = i
				return text[len(s):], true
			}
		}
		return "", false
	}
	month := func(i int) string { return time.Month(i + 1).String() }
	day := func(i int) string { return time.Weekday((i + 1) % 7).String() }
	short := func(name func(int) string) func(int) string { return func(i int) string { return name(i)[:3] } }
	switch c {
	case 'B', 'b':
		name := month
		if c != 'B' {
			name = short(month)
		}
		rest, ok := names(12, name, &f.month)
		f.month++
		return rest, ok
	case 'A':
		return names(7, day, &f.weekday)
	case 'a':
		return names(7, short(day), &f.weekday)
	case 'p':
		half := 0
		rest, ok := names(2, func(i int) string { return [2]string{"AM", "PM"}[i] }, &half)
		f.pm = half == 1
		return rest, ok
	case 'z':
		return f.offsetOf(text)
	case 'Z':
		for _, zone := range []string{"UTC", "GMT"} {
			if strings.HasPrefix(strings.ToUpper(text), zone) {
				f.named = true
				return text[3:], true
			}
		}
		return "", false
	case '%':
		rest, ok := strings.CutPrefix(text, "%")
		return rest, ok
	}
	return "", false
}

// offsetOf reads +HHMM, +HH:MM, with seconds, or Z.
func (f *timeFields) offsetOf(text string) (string, bool) {
	f.zone = true
	if rest, ok := strings.CutPrefix(text, "Z"); ok {
		return rest, true
	}
	if text == "" || text[0] != '+' && text[0] != '-' {
		return "", false
	}
	sign := 1
	if text[0] == '-' {
		sign = -1
	}
	rest := text[1:]
	unit := 3600
	for n := 0; n < 3 && len(rest) >= 2; n++ {
		v, ok := plainInt(rest[:2])
		if !ok {
			break
		}
		f.offset += sign * int(v) * unit
		rest = rest[2:]
		if unit /= 60; n < 2 {
			rest = strings.TrimPrefix(rest, ":")
		}
	}
	return rest, len(text)-len(rest) >= 5
}
