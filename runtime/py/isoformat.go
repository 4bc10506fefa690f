package py

import "time"

// isoReader reads a date or time in one of the forms of ISO 8601 that Python's fromisoformat knows.
type isoReader struct {
	text string
	at   int
}

// next is the character at hand, 0 behind the end.
func (r *isoReader) next() byte {
	if r.at < len(r.text) {
		return r.text[r.at]
	}
	return 0
}

// number reads exactly so many digits.
func (r *isoReader) number(digits int, into *int64) bool {
	*into = 0
	for range digits {
		c := r.next()
		if !isDigitByte(c) {
			return false
		}
		*into = *into*10 + int64(c-'0')
		r.at++
	}
	return true
}

// skip skips a character if it is at hand.
func (r *isoReader) skip(c byte) bool {
	found := r.next() == c
	if found {
		r.at++
	}
	return found
}

// date reads a whole text as a date: 2024-02-29, 20240229, 2024-W09-4, 2024W09.
func (r *isoReader) date() (year, month, day int64, ok bool) {
	if !r.number(4, &year) {
		return
	}
	separated := r.skip('-')
	if r.skip('W') {
		return r.week(year, separated)
	}
	ok = r.number(2, &month) && (!separated || r.skip('-')) && r.number(2, &day) && r.at == len(r.text)
	return
}

// week reads the number of a week and of a day in it.
func (r *isoReader) week(year int64, separated bool) (_, month, day int64, ok bool) {
	week, weekday := int64(0), int64(1)
	if !r.number(2, &week) {
		return
	}
	if r.at < len(r.text) && (separated && !r.skip('-') || !r.number(1, &weekday)) {
		return
	}
	t := time.Date(int(year), 1, 4, 0, 0, 0, 0, time.UTC) // which is in the first week
	t = t.AddDate(0, 0, int(-(int64(t.Weekday())+6)%7+(week-1)*7+weekday-1))
	if y, w := t.ISOWeek(); week < 1 || weekday < 1 || weekday > 7 || int64(y) != year || int64(w) != week {
		return
	}
	return int64(t.Year()), int64(t.Month()), int64(t.Day()), r.at == len(r.text)
}

// clock reads a time of day up to the end of the text: 12, 12:30, 12:30:59, 123059, 12:30:59.25. In front of a zone there may be one
// more character.
func (r *isoReader) clock(zoned bool, hour, minute, second, micros *int64) bool {
	separated := true
	for i, field := range []*int64{hour, minute, second} {
		if !r.number(2, field) {
			return false
		}
		if r.at >= len(r.text)-1 {
			return zoned || r.at == len(r.text)
		}
		c := r.next()
		if i == 0 {
			separated = c == ':'
		}
		switch {
		case separated && c == ':':
			r.at++
		case c == '.' || c == ',':
			r.at++
			return r.fraction(micros)
		case separated:
			return false
		}
	}
	return r.fraction(micros)
}

// fraction reads the digits of a fraction of a second, of which six count.
func (r *isoReader) fraction(micros *int64) bool {
	n := min(len(r.text)-r.at, 6)
	if n == 0 || !r.number(n, micros) {
		return false
	}
	for ; n < 6; n++ {
		*micros *= 10
	}
	for isDigitByte(r.next()) {
		r.at++
	}
	return r.at == len(r.text)
}

// isoTime reads a time of day with a zone or without.
func isoTime(text string) (hour, minute, second, micros int64, offset int32, aware, ok bool) {
	end := len(text)
	for i := range len(text) {
		if text[i] == '+' || text[i] == '-' || text[i] == 'Z' {
			end = i
			break
		}
	}
	clock := isoReader{text: text[:end]}
	if !clock.clock(end < len(text), &hour, &minute, &second, &micros) {
		return
	}
	switch {
	case end == len(text):
		ok = true
	case text[end] == 'Z':
		aware, ok = true, end == len(text)-1
	default:
		var h, m, s, fraction int64
		zone := isoReader{text: text[end+1:]}
		aware, ok = true, zone.clock(false, &h, &m, &s, &fraction)
		if offset = int32(h*3600 + m*60 + s); text[end] == '-' {
			offset = -offset
		}
	}
	return
}

// isoDateEnd is where the date ends in the text of a date and a time.
func isoDateEnd(text string) int {
	switch {
	case len(text) == 7:
		return 7
	case text[4] != '-' && text[4] != 'W':
		return 8
	case text[4] == '-' && text[5] != 'W':
		return 10
	case text[4] == '-':
		if len(text) > 10 && text[8] == '-' && !isDigitByte(text[10]) || len(text) == 10 && text[8] == '-' {
			return 10
		}
		return 8
	}
	end := 7
	for end < len(text) && isDigitByte(text[end]) {
		end++
	}
	switch {
	case end < 9:
		return end
	case end%2 == 0:
		return 7
	}
	return 8
}

func invalidIso(text string) { throwf(ValueError, "Invalid isoformat string: %s", Repr(text)) }

// DateFromisoformat is date.fromisoformat(text); it raises ValueError.
func DateFromisoformat(text string) Date {
	r := isoReader{text: text}
	year, month, day, ok := r.date()
	if !ok || len(text) != 7 && len(text) != 8 && len(text) != 10 {
		invalidIso(text)
	}
	return NewDate(year, month, day)
}

// DateTimeFromisoformat is datetime.fromisoformat(text); it raises ValueError.
func DateTimeFromisoformat(text string) DateTime {
	if len(text) < 7 {
		invalidIso(text)
	}
	end := min(isoDateEnd(text), len(text))
	r := isoReader{text: text[:end]}
	year, month, day, ok := r.date()
	if !ok {
		invalidIso(text)
	}
	var hour, minute, second, micros int64
	var offset int32
	var aware bool
	if rest := []rune(text[end:]); len(rest) > 0 { // the first character is any
		if hour, minute, second, micros, offset, aware, ok = isoTime(string(rest[1:])); !ok {
			invalidIso(text)
		}
	}
	d := NewDateTime(year, month, day, hour, minute, second, micros)
	d.offset, d.aware = offset, aware
	return d
}
