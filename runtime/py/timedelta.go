package py

import (
	"cmp"
	"fmt"
	"math"
	"strings"
	"time"
)

// TimeDelta is datetime.timedelta, within 292 thousand years.
type TimeDelta struct{ micros int64 }

// NewTimeDelta is timedelta(days, seconds, microseconds, milliseconds, minutes, hours, weeks), with 0 for what is left out.
func NewTimeDelta(days, seconds, microseconds, milliseconds, minutes, hours, weeks float64) TimeDelta {
	var whole int64
	var rest float64 // less than a microsecond of each; CPython, too, keeps it as a float
	for _, part := range [...][2]float64{{microseconds, 1}, {milliseconds, 1000}, {seconds, 1e6},
		{minutes, 60e6}, {hours, 3600e6}, {days, microsPerDay}, {weeks, 7 * microsPerDay}} {
		if math.IsNaN(part[0]) || math.IsInf(part[0], 0) {
			intOfWhole(part[0]) // which raises
		}
		checkMicros(part[0] * part[1])
		units, fraction := math.Modf(part[0])
		micros, fraction := math.Modf(fraction * part[1])
		whole = AddInt(whole, AddInt(MulInt(intOfWhole(units), int64(part[1])), int64(micros)))
		rest += fraction
	}
	near := math.Round(rest)
	if odd := float64(whole & 1); math.Abs(near-rest) == 0.5 {
		near = 2*math.Round((rest+odd)/2) - odd
	}
	whole = AddInt(whole, int64(near))
	checkMicros(float64(whole))
	return TimeDelta{whole}
}

// wholeMicros rounds half to even.
func wholeMicros(micros dd) TimeDelta {
	checkMicros(micros.hi)
	near := math.RoundToEven(micros.hi)
	rest := micros.sub(dd{near, 0}) // of some whole ones, where a float has no room for the last digits
	step := math.RoundToEven(rest.hi)
	part := rest.hi - step // exactly
	whole := AddInt(intOfWhole(near), int64(step))
	if math.Abs(part) == 0.5 && ((rest.lo > 0) == (part > 0) && rest.lo != 0 || rest.lo == 0 && whole%2 != 0) { // rounding hi alone did not see the tie
		whole += int64(math.Copysign(1, part))
	}
	return TimeDelta{whole}
}

// checkMicros raises what Python does for a timedelta of too many microseconds, and something of its own for those between
// what fits here and what fits there.
func checkMicros(micros float64) {
	switch days := math.Floor(micros / microsPerDay); {
	case math.IsNaN(micros):
		throw(ValueError, "cannot convert float NaN to integer")
	case math.IsInf(micros, 0) || math.Abs(days) > math.MaxInt32:
		throw(OverflowError, "Python int too large to convert to C int")
	case math.Abs(days) > 999999999:
		throwf(OverflowError, "days=%d; must have magnitude <= 999999999", int64(days))
	case math.Abs(micros) >= 1<<63:
		throw(OverflowError, "a timedelta of more than 292 thousand years")
	}
}

// checkRatio raises what Python does for a float that is no ratio of ints.
func checkRatio(f float64) {
	switch {
	case math.IsNaN(f):
		throw(ValueError, "cannot convert NaN to integer ratio")
	case math.IsInf(f, 0):
		throw(OverflowError, "cannot convert Infinity to integer ratio")
	}
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
func (t TimeDelta) Mul(n int64) TimeDelta {
	checkMicros(float64(t.micros) * float64(n))
	return TimeDelta{MulInt(t.micros, n)}
}

// MulFloat is t * f.
func (t TimeDelta) MulFloat(f float64) TimeDelta {
	checkRatio(f)
	checkMicros(float64(t.micros) * f)
	m := t.digits()
	return wholeMicros(twoProd(m.hi, f).add(dd{m.lo * f, 0}))
}

// digits are the microseconds, of which a float has no room for all.
func (t TimeDelta) digits() dd {
	hi := float64(t.micros)
	if hi >= 1<<63 {
		hi = 1<<63 - 1024
	}
	return dd{hi, float64(t.micros - int64(hi))}
}

// DivFloat is t / f.
func (t TimeDelta) DivFloat(f float64) TimeDelta {
	checkRatio(f)
	if f == 0 {
		throw(ZeroDivisionError, "integer division or modulo by zero")
	}
	q := float64(t.micros) / f
	checkMicros(q)
	m := t.digits()
	return wholeMicros(dd{q, 0}.add(dd{(math.FMA(-q, f, m.hi) + m.lo) / f, 0}))
}

// DivInt is t / n, rounded half to even.
func (t TimeDelta) DivInt(n int64) TimeDelta {
	q, r := FloorDivInt(t.micros, n), ModInt(t.micros, n)
	if r, half := AbsInt(r)*2, AbsInt(n); r > half || r == half && q&1 != 0 {
		q++
	}
	return TimeDelta{q}
}

// FloorDivInt is t // n.
func (t TimeDelta) FloorDivInt(n int64) TimeDelta { return TimeDelta{FloorDivInt(t.micros, n)} }

// Mod is t % o.
func (t TimeDelta) Mod(o TimeDelta) TimeDelta { return TimeDelta{ModInt(t.micros, o.micros)} }

// TimeDeltaDivmod is divmod(t, o). It is no method: a program that has a TimeDelta would compile all methods of its result.
func TimeDeltaDivmod(t, o TimeDelta) Tuple2[int64, TimeDelta] { return T2(t.FloorDiv(o), t.Mod(o)) }

// Div is t / o.
func (t TimeDelta) Div(o TimeDelta) float64 { return TrueDivInt(t.micros, o.micros) }

// FloorDiv is t // o.
func (t TimeDelta) FloorDiv(o TimeDelta) int64 { return FloorDivInt(t.micros, o.micros) }

// Compare orders two timedeltas.
func (t TimeDelta) Compare(o TimeDelta) int { return cmp.Compare(t.micros, o.micros) }

// PyTypeName is "datetime.timedelta".
func (t TimeDelta) PyTypeName() string { return "datetime.timedelta" }

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
	case *Wide:
		if op == "*" || !reflected && (op == "/" || op == "//") {
			throw(OverflowError, "Python int too large to convert to C int")
		}
	case int64, bool, float64:
		f, _ := numberOf(o)
		switch {
		case op == "*":
			if n, ok := intOf(o); ok {
				return t.Mul(n), true
			}
			return t.MulFloat(f), true
		case op == "/" && !reflected:
			if n, ok := intOf(o); ok {
				return t.DivInt(n), true
			}
			return t.DivFloat(f), true
		case op == "//" && !reflected:
			if n, ok := intOf(o); ok {
				return t.FloorDivInt(n), true
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
		return t.Mod(o), true
	case "divmod":
		return TimeDeltaDivmod(t, o), true
	}
	return nil, false
}
