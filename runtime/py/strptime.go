package py

import (
	"strings"
	"time"
)

// parsedTime is what strptime found.
type parsedTime struct {
	time.Time
	zone bool // the text named an offset
}

// timeFields collects the directives of strptime.
type timeFields struct {
	year, month, day, hour, minute, second, micro int
	yearDay, weekday, week                        int
	weekKind                                      byte
	hour12, pm, afternoon                         bool
	offset                                        int
	zone                                          bool
}

// strptime parses text by the format, as datetime.strptime; it raises ValueError.
func strptime(text, format string) parsedTime {
	f := timeFields{year: 1900, month: 1, day: 1, yearDay: -1, weekday: -1}
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
	if f.day > daysIn(f.year, time.Month(f.month)) {
		throw(ValueError, "day is out of range for month")
	}
	loc := naive
	if f.zone {
		loc = time.FixedZone("", f.offset)
	}
	if f.yearDay > 0 && f.month == 1 && f.day == 1 {
		return parsedTime{time.Date(f.year, 1, f.yearDay, f.hour, f.minute, f.second, f.micro*1000, loc), f.zone}
	}
	return parsedTime{time.Date(f.year, time.Month(f.month), f.day, f.hour, f.minute, f.second, f.micro*1000, loc), f.zone}
}

func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func (f *timeFields) parse(text, format string) (rest string, ok bool) {
	for i := 0; i < len(format); i++ {
		c := format[i]
		switch {
		case isSpace(rune(c)):
			trimmed := StrLstrip(text)
			if trimmed == text {
				return "", false
			}
			text = trimmed
		case c != '%' || i+1 == len(format):
			if text == "" || text[0] != c {
				return "", false
			}
			text = text[1:]
		default:
			i++
			if text, ok = f.directive(format[i], text); !ok {
				return "", false
			}
		}
	}
	return text, true
}

// directive takes what %c matches off the text.
func (f *timeFields) directive(c byte, text string) (string, bool) {
	number := func(to *int, low, high, digits int) (string, bool) {
		n, used := 0, 0
		for used < digits && used < len(text) && text[used] >= '0' && text[used] <= '9' {
			next := n*10 + int(text[used]-'0')
			if next > high {
				break
			}
			n = next
			used++
		}
		*to = n
		return text[used:], used > 0 && n >= low
	}
	var rest string
	var ok bool
	switch c {
	case 'Y':
		if len(text) < 4 {
			return "", false
		}
		rest, ok = number(&f.year, 0, 9999, 4)
		return rest, ok && len(text)-len(rest) == 4
	case 'y':
		rest, ok = number(&f.year, 0, 99, 2)
		if f.year += 1900; f.year < 1969 {
			f.year += 100
		}
		return rest, ok && len(text)-len(rest) == 2
	case 'm':
		return number(&f.month, 1, 12, 2)
	case 'd':
		return number(&f.day, 1, 31, 2)
	case 'H':
		return number(&f.hour, 0, 23, 2)
	case 'I':
		f.hour12 = true
		return number(&f.hour, 1, 12, 2)
	case 'M':
		return number(&f.minute, 0, 59, 2)
	case 'S':
		return number(&f.second, 0, 61, 2)
	case 'j':
		return number(&f.yearDay, 1, 366, 3)
	case 'w':
		return number(&f.weekday, 0, 6, 1)
	case 'U', 'W':
		f.weekKind = c
		return number(&f.week, 0, 53, 2)
	case 'f':
		rest, ok = number(&f.micro, 0, 999999, 6)
		for n := len(text) - len(rest); n < 6; n++ {
			f.micro *= 10
		}
		return rest, ok
	}
	return f.word(c, text)
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
	case 'B', 'b', 'h':
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
				return text[3:], true
			}
		}
		return "", false
	case '%':
		rest, ok := strings.CutPrefix(text, "%")
		return rest, ok
	case 'c':
		return f.parse(text, "%a %b %d %H:%M:%S %Y")
	case 'x':
		return f.parse(text, "%m/%d/%y")
	case 'X':
		return f.parse(text, "%H:%M:%S")
	}
	throwf(ValueError, "'%c' is a bad directive in format '%%%c'", c, c)
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
