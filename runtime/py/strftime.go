package py

import (
	"fmt"
	"strings"
	"time"
)

// strftime formats as C's does in the C locale, with Python's %f.
func strftime(format string, t time.Time) string {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 == len(format) {
			b.WriteByte(format[i])
			continue
		}
		i++
		flag := byte(0)
		if (format[i] == '-' || format[i] == '_' || format[i] == '0') && i+1 < len(format) {
			flag = format[i]
			i++
		}
		s, ok := directive(format[i], t)
		if !ok {
			b.WriteByte('%')
			if flag != 0 {
				b.WriteByte(flag)
			}
			b.WriteByte(format[i])
			continue
		}
		switch flag {
		case '-':
			if trimmed := strings.TrimLeft(s, "0 "); trimmed != "" {
				s = trimmed
			} else {
				s = "0"
			}
		}
		b.WriteString(s)
	}
	return b.String()
}

// directive is the text of %c for the directive c.
func directive(c byte, t time.Time) (string, bool) {
	two := func(n int) string { return fmt.Sprintf("%02d", n) }
	hour12 := (t.Hour()+11)%12 + 1
	switch c {
	case 'Y':
		return fmt.Sprintf("%d", t.Year()), true
	case 'C':
		return two(t.Year() / 100), true
	case 'y':
		return two(t.Year() % 100), true
	case 'm':
		return two(int(t.Month())), true
	case 'd':
		return two(t.Day()), true
	case 'e':
		return fmt.Sprintf("%2d", t.Day()), true
	case 'H':
		return two(t.Hour()), true
	case 'I':
		return two(hour12), true
	case 'M':
		return two(t.Minute()), true
	case 'S':
		return two(t.Second()), true
	case 'f':
		return fmt.Sprintf("%06d", t.Nanosecond()/1000), true
	case 'j':
		return fmt.Sprintf("%03d", t.YearDay()), true
	case 'p':
		return t.Format("PM"), true
	case 'a':
		return t.Format("Mon"), true
	case 'A':
		return t.Format("Monday"), true
	case 'b', 'h':
		return t.Format("Jan"), true
	case 'B':
		return t.Format("January"), true
	case 'w':
		return fmt.Sprint(int(t.Weekday())), true
	case 'u':
		return fmt.Sprint(weekday(t) + 1), true
	case 'U':
		return two((t.YearDay() + 6 - int(t.Weekday())) / 7), true
	case 'W':
		return two((t.YearDay() + 6 - int(weekday(t))) / 7), true
	case 'V':
		_, week := t.ISOWeek()
		return two(week), true
	case 'G':
		year, _ := t.ISOWeek()
		return fmt.Sprint(year), true
	case 's':
		return fmt.Sprint(t.Unix()), true
	case '%':
		return "%", true
	case 'n':
		return "\n", true
	case 't':
		return "\t", true
	}
	return compound(c, t)
}

// compound are the directives that stand for several, and the zone, which the naive datetimes here do not have.
func compound(c byte, t time.Time) (string, bool) {
	switch c {
	case 'c':
		return strftime("%a %b %e %H:%M:%S %Y", t), true
	case 'x', 'D':
		return strftime("%m/%d/%y", t), true
	case 'X', 'T':
		return strftime("%H:%M:%S", t), true
	case 'R':
		return strftime("%H:%M", t), true
	case 'r':
		return strftime("%I:%M:%S %p", t), true
	case 'F':
		return strftime("%Y-%m-%d", t), true
	case 'z':
		if t.Location() == naive {
			return "", true
		}
		return t.Format("-0700"), true
	case 'Z':
		if t.Location() == naive {
			return "", true
		}
		return t.Format("MST"), true
	}
	return "", false
}

// naive is the location of times without a zone.
var naive = time.FixedZone("", 0)
