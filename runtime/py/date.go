package py

import (
	"cmp"
	"fmt"
	"math"
	"strings"
	"time"
)

const microsPerDay = 86400 * 1000000

// Date is datetime.date.
type Date struct{ days int64 } // since 1970-01-01

// NewDate is date(year, month, day); it raises ValueError.
func NewDate(year, month, day int64) Date { return NewDateTime(year, month, day, 0, 0, 0, 0).Date() }

// DateToday is date.today().
func DateToday() Date { return DateTimeNow().Date() }

// DateFromtimestamp is date.fromtimestamp(seconds).
func DateFromtimestamp(seconds float64) Date { return DateTimeFromtimestamp(seconds).Date() }

// DateFromisoformat is date.fromisoformat(text); it raises ValueError.
func DateFromisoformat(text string) Date {
	var d Date
	if len(text) != 10 || Try(func() { d = DateTimeStrptime(text, "%Y-%m-%d").Date() }) != nil {
		throwf(ValueError, "Invalid isoformat string: %s", Repr(text))
	}
	return d
}

func (d Date) midnight() DateTime { return DateTime{micros: d.days * microsPerDay} }

// Year and the like are the fields.
func (d Date) Year() int64  { return d.midnight().Year() }
func (d Date) Month() int64 { return d.midnight().Month() }
func (d Date) Day() int64   { return d.midnight().Day() }

// Weekday is d.weekday(), 0 for Monday.
func (d Date) Weekday() int64 { return d.midnight().Weekday() }

// Isoweekday is d.isoweekday(), 1 for Monday.
func (d Date) Isoweekday() int64 { return d.Weekday() + 1 }

// Isoformat is d.isoformat().
func (d Date) Isoformat() string { return d.midnight().Isoformat("T")[:10] }

// Strftime is d.strftime(format).
func (d Date) Strftime(format string) string { return d.midnight().Strftime(format) }

// Timetuple is d.timetuple().
func (d Date) Timetuple() StructTime { return d.midnight().Timetuple() }

// Toordinal is d.toordinal().
func (d Date) Toordinal() int64 { return d.days + 719163 }

// Replace is d.replace(…), with Nothing for the fields that stay.
func (d Date) Replace(year, month, day Opt[int64]) Date {
	return NewDate(year.Or(d.Year()), month.Or(d.Month()), day.Or(d.Day()))
}

// Add is d + delta, by whole days.
func (d Date) Add(delta TimeDelta) Date {
	return d.midnight().Add(TimeDelta{delta.Days() * microsPerDay}).Date()
}

// SubDelta is d - delta.
func (d Date) SubDelta(delta TimeDelta) Date {
	return d.midnight().Add(TimeDelta{-delta.Days() * microsPerDay}).Date()
}

// Sub is d - other.
func (d Date) Sub(other Date) TimeDelta { return TimeDelta{(d.days - other.days) * microsPerDay} }

// Compare orders two dates.
func (d Date) Compare(other Date) int { return cmp.Compare(d.days, other.days) }

// PyTypeName is "date".
func (d Date) PyTypeName() string { return "date" }

// PyStr is isoformat().
func (d Date) PyStr() string { return d.Isoformat() }

// PyRepr is datetime.date(2026, 1, 2).
func (d Date) PyRepr() string {
	return fmt.Sprintf("datetime.date(%d, %d, %d)", d.Year(), d.Month(), d.Day())
}

// PyFormat is format(d, spec): strftime.
func (d Date) PyFormat(spec string) string {
	if spec == "" {
		return d.PyStr()
	}
	return d.Strftime(spec)
}

// PyEqual is d == other.
func (d Date) PyEqual(other any) bool { return any(d) == other }

// PyCompare orders dates.
func (d Date) PyCompare(other any) (int, bool) {
	o, ok := other.(Date)
	return d.Compare(o), ok
}

// PyHash is CPython's hash of the date's four bytes.
func (d Date) PyHash() int64 {
	return sipHash([]byte{byte(d.Year() >> 8), byte(d.Year()), byte(d.Month()), byte(d.Day())})
}

// PyBinary is + and - with timedeltas and dates.
func (d Date) PyBinary(op string, other any, reflected bool) (any, bool) {
	switch o := other.(type) {
	case TimeDelta:
		if op == "+" {
			return d.Add(o), true
		}
		if op == "-" && !reflected {
			return d.SubDelta(o), true
		}
	case Date:
		if op == "-" && !reflected {
			return d.Sub(o), true
		}
	}
	return nil, false
}

// TimeDelta is datetime.timedelta, within 292 thousand years.
type TimeDelta struct{ micros int64 }

// NewTimeDelta is timedelta(days, seconds, microseconds, milliseconds, minutes, hours, weeks), with 0 for what is left out.
func NewTimeDelta(days, seconds, microseconds, milliseconds, minutes, hours, weeks float64) TimeDelta {
	total := dd{}
	for _, part := range [...][2]float64{{days, microsPerDay}, {seconds, 1e6}, {microseconds, 1}, {milliseconds, 1000},
		{minutes, 60e6}, {hours, 3600e6}, {weeks, 7 * microsPerDay}} {
		total = total.add(twoProd(part[0], part[1]))
	}
	whole := math.RoundToEven(total.hi)
	rest := total.sub(dd{whole, 0}).hi
	if math.Abs(rest) > 0.5 {
		whole += math.Copysign(1, rest)
	}
	return TimeDelta{intOfWhole(whole)}
}

// TimeDeltaOf is the timedelta of a Go duration, to the microsecond.
func TimeDeltaOf(d time.Duration) TimeDelta { return TimeDelta{d.Microseconds()} }

// Days is t.days.
func (t TimeDelta) Days() int64 { return FloorDivInt(t.micros, microsPerDay) }

// Seconds is t.seconds, below 86400.
func (t TimeDelta) Seconds() int64 { return ModInt(t.micros, microsPerDay) / 1e6 }

// Microseconds is t.microseconds, below 1000000.
func (t TimeDelta) Microseconds() int64 { return ModInt(t.micros, 1e6) }

// TotalSeconds is t.total_seconds().
func (t TimeDelta) TotalSeconds() float64 { return TrueDivInt(t.micros, 1e6) }

// Neg is -t.
func (t TimeDelta) Neg() TimeDelta { return TimeDelta{NegInt(t.micros)} }

// Add is t + o.
func (t TimeDelta) Add(o TimeDelta) TimeDelta { return TimeDelta{AddInt(t.micros, o.micros)} }

// Sub is t - o.
func (t TimeDelta) Sub(o TimeDelta) TimeDelta { return TimeDelta{SubInt(t.micros, o.micros)} }

// Mul is t * n.
func (t TimeDelta) Mul(n int64) TimeDelta { return TimeDelta{MulInt(t.micros, n)} }

// Div is t / o.
func (t TimeDelta) Div(o TimeDelta) float64 { return TrueDivInt(t.micros, o.micros) }

// FloorDiv is t // o.
func (t TimeDelta) FloorDiv(o TimeDelta) int64 { return FloorDivInt(t.micros, o.micros) }

// Compare orders two timedeltas.
func (t TimeDelta) Compare(o TimeDelta) int { return cmp.Compare(t.micros, o.micros) }

// PyTypeName is "timedelta".
func (t TimeDelta) PyTypeName() string { return "timedelta" }

// PyTruth is whether t is not 0.
func (t TimeDelta) PyTruth() bool { return t.micros != 0 }

// PyStr is 1 day, 2:03:04.000005.
func (t TimeDelta) PyStr() string {
	var b strings.Builder
	if d := t.Days(); d != 0 {
		unit := "days"
		if d == 1 || d == -1 {
			unit = "day"
		}
		fmt.Fprintf(&b, "%d %s, ", d, unit)
	}
	s := t.Seconds()
	fmt.Fprintf(&b, "%d:%02d:%02d", s/3600, s/60%60, s%60)
	if us := t.Microseconds(); us != 0 {
		fmt.Fprintf(&b, ".%06d", us)
	}
	return b.String()
}

// PyRepr is datetime.timedelta(days=1, seconds=5).
func (t TimeDelta) PyRepr() string {
	var parts []string
	for _, f := range []struct {
		name string
		v    int64
	}{{"days", t.Days()}, {"seconds", t.Seconds()}, {"microseconds", t.Microseconds()}} {
		if f.v != 0 {
			parts = append(parts, fmt.Sprintf("%s=%d", f.name, f.v))
		}
	}
	if parts == nil {
		parts = []string{"0"}
	}
	return "datetime.timedelta(" + strings.Join(parts, ", ") + ")"
}

// PyEqual is t == other.
func (t TimeDelta) PyEqual(other any) bool { return any(t) == other }

// PyCompare orders timedeltas.
func (t TimeDelta) PyCompare(other any) (int, bool) {
	o, ok := other.(TimeDelta)
	return t.Compare(o), ok
}

// PyHash is the hash of (days, seconds, microseconds).
func (t TimeDelta) PyHash() int64 { return T3(t.Days(), t.Seconds(), t.Microseconds()).PyHash() }

// PyBinary is arithmetic with timedeltas and numbers.
func (t TimeDelta) PyBinary(op string, other any, reflected bool) (any, bool) {
	switch o := other.(type) {
	case nil:
		switch op {
		case "-":
			return t.Neg(), true
		case "+":
			return t, true
		case "abs":
			return TimeDelta{AbsInt(t.micros)}, true
		}
	case TimeDelta:
		return t.withDelta(op, o)
	case int64, bool, float64:
		f, _ := numberOf(o)
		switch {
		case op == "*":
			if n, ok := intOf(o); ok {
				return t.Mul(n), true
			}
			return TimeDelta{intOfWhole(math.RoundToEven(float64(t.micros) * f))}, true
		case op == "/" && !reflected:
			return TimeDelta{intOfWhole(math.RoundToEven(DivFloat(float64(t.micros), f)))}, true
		case op == "//" && !reflected:
			if n, ok := intOf(o); ok {
				return TimeDelta{FloorDivInt(t.micros, n)}, true
			}
		}
	}
	return nil, false
}

func (t TimeDelta) withDelta(op string, o TimeDelta) (any, bool) {
	switch op {
	case "+":
		return t.Add(o), true
	case "-":
		return t.Sub(o), true
	case "/":
		return t.Div(o), true
	case "//":
		return t.FloorDiv(o), true
	case "%":
		return TimeDelta{ModInt(t.micros, o.micros)}, true
	}
	return nil, false
}
